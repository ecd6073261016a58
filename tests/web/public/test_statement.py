"""The statement: counted, never typed; released by two; corrected in the open."""

import hashlib
import html
import json
import re
from collections import Counter
from typing import Any

import pytest
from django.conf import settings

from repatria.record import Policy, TlogProof, verify_proof
from repatria.web.exchanges.models import Exchange
from repatria.web.ledger import enter as ledger
from repatria.web.ledger import keeper
from repatria.web.ledger.models import Entry
from repatria.web.public import readiness, statement_acts
from repatria.web.public.models import Breakdown, Statement
from repatria.web.public.sources import public_history
from repatria.web.public.statement_text import NumberTyped
from repatria.web.public.views import paper
from repatria.web.two_persons import rule
from repatria.web.two_persons.rule import NotSettled
from tests.web.cast import MORNING, Cast
from tests.web.public.receipts import hand_over


def drafted(cast: Cast, why: str = "") -> Statement:
    return statement_acts.draft(
        cast.exchange, cast["press"], kind="carried_out", on=MORNING.date(), place="the crossing", why=why
    )


def released(cast: Cast, why: str = "") -> Statement:
    statement = drafted(cast, why)
    act = statement_acts.propose_release(statement, cast["press"])
    rule.confirm(act.pk, cast["press2"])
    statement.refresh_from_db()
    return statement


def allow(cast: Cast, what: str = "status") -> None:
    for code in ("NTH", "STH"):
        Breakdown.objects.create(
            exchange=cast.exchange, party=cast.parties[code], what=what, published=True, decided_by=cast["north"]
        )


def test_figures_are_counted_from_receipts(cast: Cast) -> None:
    hand_over(cast, formula=12, owed=(6, 0))
    figures = drafted(cast).figures
    assert figures["formula"] == 24
    assert figures["receipts"] == 30
    assert {side["receiver"]: side["owed"] for side in figures["sides"]} == {"South": 6, "North": 0}


def test_one_line_receipted_twice_is_one_person(cast: Cast, django_capture_on_commit_callbacks) -> None:  # type: ignore[no-untyped-def]
    hand_over(cast)
    again = {"manifest": "manifest-1", "line": 1, "holder": "NTH", "receiver": "STH", "account": "formula",
             "status": "military"}  # fmt: skip
    with django_capture_on_commit_callbacks():
        ledger.enter("receipt given", by="STH", exchange=cast.exchange.reference, manifest="manifest-1",
                     receipt=ledger.commit(again, cast.parties["STH"].pk))  # fmt: skip
    assert drafted(cast).figures["receipts"] == 30


@pytest.mark.parametrize("text", ["We saw 157 people.", "جاء ١٥٧ شخصا", "Ⅻ came", "half: ½"])
def test_a_number_cannot_be_typed(cast: Cast, text: str) -> None:
    hand_over(cast)
    statement = drafted(cast)
    with pytest.raises(NumberTyped, match="Paragraph 1"):
        statement_acts.write(statement, {"en": [text]})


def test_a_field_takes_the_place_of_a_number(cast: Cast) -> None:
    hand_over(cast)
    statement = drafted(cast)
    statement_acts.write(statement, {"en": ["{formula} families wait no longer."]})
    act = statement_acts.propose_release(statement, cast["press"])
    rule.confirm(act.pk, cast["press2"])
    statement.refresh_from_db()
    assert "24 families wait no longer." in statement.released_texts["en"]


def test_an_unknown_field_is_named(cast: Cast) -> None:
    hand_over(cast)
    with pytest.raises(NumberTyped, match="guess"):
        statement_acts.write(drafted(cast), {"en": ["{guess} people"]})


def test_one_person_cannot_release(cast: Cast) -> None:
    hand_over(cast)
    act = statement_acts.propose_release(drafted(cast), cast["press"])
    with pytest.raises(NotSettled):
        rule.confirm(act.pk, cast["press"])
    assert not Statement.objects.filter(state="released").exists()


def test_nothing_is_released_before_the_exchange_is_closed(cast: Cast) -> None:
    hand_over(cast)
    Exchange.objects.update(state=Exchange.State.HANDOVER)
    with pytest.raises(NotSettled, match="not closed"):
        statement_acts.propose_release(drafted(cast), cast["press"])


def test_families_hear_before_the_press(cast: Cast, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    hand_over(cast)
    monkeypatch.setattr(readiness, "BEFORE_CARRIED_OUT", [lambda exchange: "3 families wait to be told."])
    with pytest.raises(NotSettled, match="families"):
        statement_acts.propose_release(drafted(cast), cast["press"])


def test_what_a_second_person_confirms_stands_still(cast: Cast) -> None:
    hand_over(cast)
    statement = drafted(cast)
    statement_acts.propose_release(statement, cast["press"])
    with pytest.raises(NotSettled):
        statement_acts.write(statement, {"en": ["another word"]})


def test_the_hash_in_the_record_is_that_of_the_text_offered(cast: Cast) -> None:
    hand_over(cast)
    statement = released(cast)
    answer = cast.client().get(f"/statements/{statement.pk}.json")
    digest = hashlib.sha256(answer.content).hexdigest()
    assert ledger.read_back(Entry.objects.get(act="statement published"))["text"] == digest == statement.sha256


def test_the_proof_verifies_against_the_record(cast: Cast) -> None:
    hand_over(cast)
    statement = released(cast)
    keeper.publish()
    proof = cast.client().get(f"/statements/{statement.pk}.proof").content
    statement.entry.refresh_from_db()
    policy = Policy.parse((settings.RECORD_FOLDER / "keys.txt").read_bytes())
    report = verify_proof(TlogProof.parse(proof.decode()), policy, bytes(statement.entry.encoded))
    assert report.in_order


def test_the_proof_does_not_tell_how_the_record_grows(cast: Cast, django_capture_on_commit_callbacks: Any) -> None:
    """Receipts of an exchange that is on the road are not to be counted by asking for an old proof."""
    hand_over(cast)
    statement = released(cast)
    keeper.publish()
    before = cast.client().get(f"/statements/{statement.pk}.proof").content
    with django_capture_on_commit_callbacks():
        ledger.enter("receipt given", by="STH", exchange="exchange-7", manifest="manifest-7",
                     receipt=ledger.commit({"line": 1}, None))  # fmt: skip
    keeper.publish()
    assert cast.client().get(f"/statements/{statement.pk}.proof").content == before


def test_the_code_on_paper_leads_to_the_verifier_with_the_proof_in_it(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand_over(cast)
    statement = released(cast)
    assert cast.client().get(f"/verify/statement-{statement.pk}/").status_code == 404  # still on its way
    keeper.publish()
    papers: list[Any] = []
    monkeypatch.setattr(paper, "pdf", lambda made, **how: papers.append(made) or b"%PDF")
    cast.client().get(f"/ar/statements/{statement.pk}.pdf")
    assert papers[0].proof == f"{settings.SITE_URL}/ar/verify/statement-{statement.pk}/"
    page = cast.client().get(f"/ar/verify/statement-{statement.pk}/").content.decode()
    assert '<html lang="ar" dir="rtl"' in page
    proof = cast.client().get(f"/statements/{statement.pk}.proof").content.decode()
    assert f'<textarea id="proof" spellcheck="false">\n{html.escape(proof)}</textarea>' in page
    assert html.escape((settings.RECORD_FOLDER / "keys.txt").read_text()) in page


def test_a_correction_is_a_new_version_beside_the_old(cast: Cast) -> None:
    hand_over(cast)
    first = released(cast)
    keeper.publish()
    second = released(cast, why="The place was wrong.")
    first.refresh_from_db()
    assert (first.state, second.state, second.version) == ("corrected", "released", 2)
    entry = ledger.read_back(Entry.objects.get(act="correction"))
    assert entry["corrects"] == first.entry.index
    own = next(e for e in public_history() if e.conflict == "North and South")
    page = cast.client().get(f"/exchanges/{own.id}/").content.decode()
    assert "Version 1" in page
    assert "The place was wrong." in page


def test_an_exchange_run_here_joins_the_history(cast: Cast) -> None:
    hand_over(cast)
    released(cast)
    own = [e for e in public_history() if e.conflict == "North and South"]
    assert [(e.a.total, e.b.total) for e in own] in ([(12, 18)], [(18, 12)])


def test_its_page_shows_statement_and_proof(cast: Cast) -> None:
    hand_over(cast)
    statement = released(cast)
    own = next(e for e in public_history() if e.conflict == "North and South")
    page = cast.client().get(f"/exchanges/{own.id}/").content.decode()
    assert statement.sha256 in page
    assert "12 + 12 = 24" in page


def test_few_owed_people_are_not_counted_in_public(cast: Cast) -> None:
    hand_over(cast, owed=(2, 0))
    statement = released(cast)
    assert [side["owed"] for side in statement.figures["sides"]] == [None, None]
    assert "one of these numbers is small" in " ".join(statement.released_texts["en"])


@pytest.mark.parametrize("owed", [(2, 0), (3, 1)])
def test_what_is_public_does_not_tell_how_many_were_owed(cast: Cast, owed: tuple[int, int]) -> None:
    """14 came home to South and 12 to North, whether two and none of them were owed or three and one.

    Receipts can be counted by whoever holds the record, and the history counts them: the same stands in both.
    """
    hand_over(cast, formula=14 - owed[0], owed=owed)
    statement = released(cast)
    record = Counter((e.act, ledger.read_back(e)["by"]) for e in Entry.objects.filter(act="receipt given"))
    assert record == {("receipt given", "STH"): 14, ("receipt given", "NTH"): 12}
    assert ledger.read_back(Entry.objects.get(act="statement published"))["returned"] == 26
    assert "14 + 12 = 26" in statement.released_texts["en"][0]
    own = next(e for e in public_history() if e.conflict == "North and South")
    assert sorted(side.total for side in own.sides) == [12, 14]
    page = cast.client().get(f"/exchanges/{own.id}/").content.decode()
    stated = (
        page[page.index("<h1>") : page.index('<p class="aside">')]
        + page[page.index('"stated"') :].split("</section>")[0]
    )
    without_days = re.sub(r"\d{4}-\d{2}-\d{2}", "", re.sub("<[^>]*>", " ", html.unescape(stated)))
    assert set(re.findall(r"\d+", without_days)) == {"12", "14", "26"}
    figures = json.loads(cast.client().get(f"/statements/{statement.pk}.json").content)["figures"]
    assert set(re.findall(r"\d+", json.dumps(figures))) == {"12", "14", "26"}
    assert cast.client().get(f"/statements/{statement.pk}.pdf").status_code == 200


def test_a_breakdown_needs_both_sides(cast: Cast) -> None:
    hand_over(cast, civilians=5)
    text = " ".join(released(cast).released_texts["en"])
    assert "withheld by North, South" in text
    assert "civilian" not in text.replace("military and civilian is withheld", "")


def test_a_breakdown_that_both_publish_is_there(cast: Cast) -> None:
    hand_over(cast, civilians=5)
    allow(cast)
    assert "7 of them are military, 5 civilian." in " ".join(released(cast).released_texts["en"])


def table_of(cast: Cast) -> str:
    """The words of the statement's own table, on the page of its exchange."""
    own = next(e for e in public_history() if e.conflict == "North and South")
    page = cast.client().get(f"/exchanges/{own.id}/").content.decode()
    part = page[page.index('aria-labelledby="stated"') :]
    return " ".join(re.sub("<[^>]*>", " ", part[: part.index("</section>")]).split())


def test_the_table_of_its_page_shows_the_split(cast: Cast) -> None:
    hand_over(cast, civilians=5)
    allow(cast)
    released(cast)
    assert "South 18 12 6 7 5" in table_of(cast)
    assert "The breakdown by nationality is withheld by North, South." in table_of(cast)


def test_the_table_says_who_withholds_and_keeps_no_number(cast: Cast) -> None:
    hand_over(cast, civilians=5)
    statement = released(cast)
    assert "South 18 12 6 withheld withheld" in table_of(cast)
    assert "military and civilian is withheld by North, South." in table_of(cast)
    assert statement.figures["sides"][0]["by_status"] == {"military": None, "civilian": None}


def test_the_table_shows_nationalities_without_small_cells(cast: Cast) -> None:
    hand_over(cast, nationalities=("SYR", "SYR", "SYR", "SYR", "SYR", "LBN", "LBN"))
    allow(cast, "nationality")
    released(cast)
    said = table_of(cast)
    assert "LBN withheld" in said
    # Eleven of the eighteen have none given: hidden too, the two LBN would be left over.
    assert "SYR withheld" in said
    assert "South ? 11" in said


def test_a_small_cell_stays_hidden_although_both_agree(cast: Cast) -> None:
    hand_over(cast, civilians=2)
    allow(cast)
    text = " ".join(released(cast).released_texts["en"])
    assert "2 civilian" not in text
    assert "can point at a person" in text


@pytest.mark.parametrize("who", ["north", "hala", "iris", "admin", "noor", "auditor"])
def test_only_press_officers_write(cast: Cast, who: str) -> None:
    hand_over(cast)
    statement = drafted(cast)
    assert cast.client(who).get(f"/desk/statements/{statement.pk}/").status_code == 404
    assert cast.client(who).post(f"/desk/statements/{statement.pk}/release/").status_code == 404


def test_a_draft_is_not_public(cast: Cast) -> None:
    hand_over(cast)
    statement = drafted(cast)
    for ending in ("json", "proof"):
        assert cast.client().get(f"/statements/{statement.pk}.{ending}").status_code == 404
    assert all(e.conflict != "North and South" for e in public_history())


def test_it_can_be_printed(cast: Cast) -> None:
    hand_over(cast)
    statement = released(cast)
    for code in ("", "/ar"):
        assert cast.client().get(f"{code}/statements/{statement.pk}.pdf").content.startswith(b"%PDF")
