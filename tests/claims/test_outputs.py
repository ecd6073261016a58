import json
from datetime import date

from repatria.claims import check
from repatria.claims.claim_review import reviews
from repatria.claims.html_report import page
from repatria.history import load
from repatria.i18n import language

TEXT = (
    "KYIV, 5 February 2026 — <b>Ukraine</b> & Russia exchanged 157 prisoners each on Thursday, "
    "the first exchange since September."
)


def report():
    return check(TEXT, load())


def test_the_page_marks_every_claim_by_sign_and_colour():
    html = page(report(), "a.txt")
    assert "✓" in html
    assert "✗" in html
    assert html.count("<li id=") == len(report().claims)


def test_the_page_runs_nothing_and_fetches_nothing():
    html = page(
        check(
            "<script>alert(1)</script> Ukraine and Russia exchanged 157 prisoners each.", load(), date(2026, 2, 5)
        ),
        "<x>",
    )
    assert "<script" not in html
    assert "http" not in html.replace("http-equiv", "").split("</style>")[0]
    assert "&lt;x&gt;" in html


def test_the_page_keeps_the_whole_text():
    import re
    from html import unescape

    inside = page(report(), "a").split('class="report"', 1)[1].split(">", 1)[1].split("</div>", 1)[0]
    bare = unescape(re.sub(r"<a .*?</a>|</?mark[^>]*>", "", inside)).strip()
    assert bare == TEXT


def test_the_page_turns_for_arabic():
    with language("ar"):
        assert '<html lang="ar" dir="rtl">' in page(report(), "a")


def test_the_document_has_the_shape_that_others_rely_on():
    document = json.loads(json.dumps(report().document("a.txt")))
    assert {"report", "as_of", "how_dated", "language", "claims", "contradictions", "cannot_be_checked"} <= set(
        document
    )
    wanted = {"claim_type", "text_span", "start", "end", "value", "verdict", "because", "exchange"}
    assert all(wanted <= set(claim) for claim in document["claims"])


def test_a_claim_review_rates_each_claim():
    graph = reviews(report(), "a.txt")["@graph"]
    assert {r["@type"] for r in graph} == {"ClaimReview"}
    assert {1, 3} <= {r["reviewRating"]["ratingValue"] for r in graph}
