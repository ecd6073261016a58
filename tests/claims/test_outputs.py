import json
import re
from datetime import date
from html import unescape

from repatria.claims import check
from repatria.claims.claim_review import reviews
from repatria.claims.html_report import CSS, fragment, page
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


def test_a_piece_for_another_page_holds_no_style_and_no_script():
    piece = fragment(report(), row_address=lambda e: f"/exchanges/{e.id}/")
    assert piece.startswith('<div class="checked">')
    assert "style" not in piece
    assert 'href="/exchanges/ru-ua-2026-02-05/"' in piece
    assert {name for name in re.findall(r'class="([^" ]+)', piece) if f".{name}" not in CSS} <= {
        "reasons",
        "head",
        "why",
        "none",
        "sign",
    }


def test_only_addresses_of_the_web_become_links_and_they_tell_nobody_where_from():
    piece = fragment(report())
    links = re.findall(r'<a href="([^"#][^"]*)"([^>]*)>', piece)
    assert links
    assert all(to.startswith(("https://", "http://")) for to, _rest in links)
    assert all("noreferrer" in rest for _to, rest in links)


def test_a_report_without_claims_says_so():
    assert "No claim" in fragment(check("The weather was fine.", load()))


def test_headings_fit_the_page_they_stand_in():
    text = "1 June 2024 — Ukraine and Russia exchanged 75 for 75 on Friday. In all, 146 people are free."
    assert "<h3>" in fragment(check(text, load()), heading=3)


def test_a_quotation_is_compared_with_what_its_speaker_said():
    said = '"This outcome was achieved from peace talks that have been detailed and productive," Witkoff wrote.'
    other = '"After long talks the parties have agreed to return many people to their homes," Witkoff said.'
    text = "5 February 2026 — Ukraine and Russia exchanged 157 prisoners each on Thursday."
    likeness = [q.likeness for q in check(f"{text}\n{said}\n{other}", load()).quotations]
    assert likeness[0] == "exact"
    assert likeness[1] != "exact"


def test_the_page_runs_nothing_and_fetches_nothing():
    html = page(
        check(
            "<script>alert(1)</script> Ukraine and Russia exchanged 157 prisoners each.", load(), date(2026, 2, 5)
        ),
        "<x>",
    )
    assert "<script" not in html
    assert not re.search(r"<(link|img|iframe|object|embed|form|base)|src=|@import|url\(|onclick", html)
    assert "&lt;x&gt;" in html


def test_the_page_keeps_the_whole_text():
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
