"""From the signed agreement to the last receipt, at the desk."""

from random import Random

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from repatria.errors import RepatriaError
from repatria.handover import Event, Kept, Kind, parse_manifest
from repatria.handover import Role as Voice
from repatria.web.exchanges.models import Exchange
from repatria.web.handover import apart_acts, check_ins, closing_acts, freezing
from repatria.web.handover.day import day_of
from repatria.web.handover.models import CheckIn, Manifest, Receipt, RemainsBag
from repatria.web.ledger import enter as ledger
from repatria.web.ledger.models import Entry
from repatria.web.public.counting import received
from repatria.web.registry.models import Event as RegisterEvent
from repatria.web.talks.models import Line
from repatria.web.two_persons import rule
from repatria.web.two_persons.rule import NotSettled
from tests.web.cast import Cast
from tests.web.handover.signed import Tablet, everybody_travels, frozen, manifest


def codes(kept: Manifest, holder: str | None = None) -> list[str]:
    return [line.code for line in day_of(kept).manifest.lines if holder in (None, line.holder)]


def receiver_and_icrc(kept: Manifest, subjects: list[str] | None = None) -> list[Event]:
    """Everything the two roles of the agreement say when all these people come."""
    icrc = Tablet(kept, "tablet00icrc", Voice.ICRC)
    sides = {code: Tablet(kept, f"tablet00{code.lower()}", Voice.RECEIVER, code) for code in ("NTH", "STH")}
    said = []
    for line in day_of(kept).manifest.lines:
        if subjects is None or line.code in subjects:
            said += [icrc.says(Kind.RECEIVED, line.code), sides[line.receiver].says(Kind.RECEIVED, line.code)]
    return said


def heard(events: list[Event]) -> list[tuple[Event, object]]:
    return [(event, timezone.now()) for event in events]


def closed_by_all(cast: Cast, kept: Manifest) -> None:
    for one, other in (("north", "north2"), ("south", "south2"), ("hala", "hala2")):
        rule.confirm(closing_acts.propose_close(kept, cast[one]).pk, cast[other])


# ---------------------------------------------------------------- before


def test_nothing_is_typed_in_again(cast: Cast) -> None:
    day = day_of(manifest(cast, each=3, owed=1))
    assert len(day.manifest.lines) == 7
    assert day.manifest.lines[0].names[0].startswith("Vyhadanyi")
    assert {line.counted.value for line in day.manifest.lines} == {"formula", "owed"}


def test_who_travels_together_sits_together(cast: Cast) -> None:
    brothers = [line for line in day_of(manifest(cast)).manifest.lines if line.group == "NTH-brothers"]
    assert [(line.bus, line.seat) for line in brothers] in (
        [(brothers[0].bus, 1), (brothers[0].bus, 2)],
        [(brothers[0].bus, 2), (brothers[0].bus, 3)],
    )


def test_it_cannot_be_frozen_before_everybody_was_asked(cast: Cast) -> None:
    with pytest.raises(RepatriaError, match="ICRC"):
        freezing.propose_freeze(manifest(cast), cast["hala"])


def test_freezing_takes_two_and_enters_the_hash(cast: Cast) -> None:
    kept = manifest(cast)
    everybody_travels(cast, kept)
    act = freezing.propose_freeze(kept, cast["hala"])
    with pytest.raises(NotSettled):
        rule.confirm(act.pk, cast["hala"])
    rule.confirm(act.pk, cast["hala2"])
    kept.refresh_from_db()
    entry = ledger.read_back(Entry.objects.get(act="manifest closed"))
    assert (entry["manifest"], entry["persons"]) == (kept.reference, 7)
    assert Exchange.objects.get(pk=cast.exchange.pk).state == Exchange.State.HANDOVER


def test_what_the_hub_takes_along_is_what_was_frozen(cast: Cast) -> None:
    kept = frozen(cast)
    answer = cast.client("hala").get(f"/handover/{kept.pk}/pack/")
    assert parse_manifest(answer.content).sha256 == kept.sha256


def test_who_does_not_travel_falls_away_by_the_agreed_rule(cast: Cast) -> None:
    kept = manifest(cast)
    everybody_travels(cast, kept)
    freezing.answer(kept.agreement.lines.first(), cast["iris"], travels=False, fit=None)
    assert freezing.apply_answers(kept, cast["hala"]) == 1
    assert len(day_of(kept).board.counts) == 2
    rule.confirm(freezing.propose_freeze(kept, cast["hala"]).pk, cast["hala2"])


def test_only_the_icrc_gives_answers(cast: Cast) -> None:
    kept = manifest(cast)
    for who in ("hala", "north", "south", "noor", "case_worker", "admin"):
        assert cast.client(who).get(f"/handover/{kept.pk}/answers/").status_code == 404


def test_answers_are_kept_from_the_page(cast: Cast) -> None:
    kept = manifest(cast)
    captive = kept.agreement.lines.first().captive_id
    cast.client("iris").post(f"/handover/{kept.pk}/answers/", {f"travels_{captive}": "no", f"fit_{captive}": "yes"})
    page = cast.client("iris").get(f"/handover/{kept.pk}/answers/").content.decode()
    assert page.count(" selected") == 2


# ---------------------------------------------------------------- on the day


def test_a_receipt_needs_both_roles(cast: Cast) -> None:
    kept = frozen(cast)
    both = receiver_and_icrc(kept)
    check_ins.take_in(kept, heard(both[::2]))  # the ICRC alone
    assert not Receipt.objects.exists()
    check_ins.take_in(kept, heard(both[1::2]))
    assert Receipt.objects.count() == 7


@pytest.mark.parametrize("seed", range(5))
def test_any_order_and_any_repeats_give_the_same_receipts(cast: Cast, seed: int) -> None:
    kept, random = frozen(cast), Random(seed)
    events = receiver_and_icrc(kept) * 2
    random.shuffle(events)
    while events:
        some, events = events[:3], events[3:]
        check_ins.take_in(kept, heard(some))
    assert Receipt.objects.count() == Entry.objects.filter(act="receipt given").count() == 7
    assert CheckIn.objects.count() == 14


def test_a_file_with_one_bad_line_changes_nothing(cast: Cast) -> None:
    kept = frozen(cast)
    lines = [Kept(e, timezone.now()).format() for e in receiver_and_icrc(kept)]
    lines[3] = '{"check_in": {"device": "Vasyl"}, "heard_at": "2026-02-05T12:00:00Z"}'
    answer = cast.client("hala").post(
        f"/handover/{kept.pk}/take-in/",
        {"file": SimpleUploadedFile("hub.jsonl", "\n".join(lines).encode())},
        follow=True,
    )
    assert "line 4" in answer.content.decode()
    assert "Vasyl" not in answer.content.decode()
    assert not CheckIn.objects.exists()


def test_the_hubs_file_is_taken_in_from_the_page(cast: Cast) -> None:
    kept = frozen(cast)
    lines = [Kept(e, timezone.now()).format() for e in receiver_and_icrc(kept)]
    for _twice in range(2):
        cast.client("iris").post(
            f"/handover/{kept.pk}/take-in/", {"file": SimpleUploadedFile("hub.jsonl", "\n".join(lines).encode())}
        )
    assert Receipt.objects.count() == 7


def test_tablets_that_disagree_make_a_disagreement_that_a_person_decides(cast: Cast) -> None:
    kept = frozen(cast)
    code = codes(kept, "NTH")[0]
    check_ins.take_in(kept, heard(receiver_and_icrc(kept, [code])))
    absent = Tablet(kept, "tabletother1", Voice.RECEIVER, "STH").says(Kind.ABSENT, code)
    check_ins.take_in(kept, heard([absent]))
    assert day_of(kept).board.disputed == (code,)
    assert Entry.objects.filter(act="receipts disagree").count() == 1
    cast.client("hala").post(f"/handover/{kept.pk}/lines/{code}/", {"voice": "mediator", "kind": "received"})
    assert day_of(kept).board.disputed == ()
    assert Receipt.objects.filter(subject=code).count() == 1


def test_a_side_says_nothing_for_the_other(cast: Cast) -> None:
    kept = frozen(cast)
    code = codes(kept, "NTH")[0]  # North holds, South receives
    for who, voice in (("north", "receiver"), ("south", "holder"), ("north", "icrc"), ("south", "mediator")):
        cast.client(who).post(f"/handover/{kept.pk}/lines/{code}/", {"voice": voice, "kind": "received"})
    assert not CheckIn.objects.exists()


def test_what_is_counted_in_public_comes_from_these_receipts(cast: Cast) -> None:
    kept = frozen(cast, each=6, owed=6)
    check_ins.take_in(kept, heard(receiver_and_icrc(kept)))
    counted = received(cast.exchange)
    assert (counted.figures.formula, counted.figures.owed, counted.receipts) == (12, 6, 18)


def test_whoever_is_received_is_home_in_the_register(cast: Cast) -> None:
    kept = frozen(cast)
    check_ins.take_in(kept, heard(receiver_and_icrc(kept)))
    assert RegisterEvent.objects.filter(kind="repatriation", occurred_on="2026-02-05").count() == 7


# ---------------------------------------------------------------- after


def test_an_open_line_keeps_the_day_open(cast: Cast) -> None:
    kept = frozen(cast)
    check_ins.take_in(kept, heard(receiver_and_icrc(kept, codes(kept)[1:])))
    with pytest.raises(NotSettled, match="1 differences"):
        closing_acts.propose_close(kept, cast["north"])


def test_three_parties_close_it_with_two_persons_each(cast: Cast) -> None:
    kept = frozen(cast)
    check_ins.take_in(kept, heard(receiver_and_icrc(kept)))
    closed_by_all(cast, kept)
    kept.refresh_from_db()
    entry = ledger.read_back(Entry.objects.get(act="handover completed"))
    assert (kept.state, entry["returned"], entry["not_returned"]) == ("closed", 7, 0)
    assert Exchange.objects.get(pk=cast.exchange.pk).state == Exchange.State.CLOSED
    assert not Line.objects.filter(is_live=True).exists()


def test_an_absent_line_is_explained_and_the_sum_comes_out(cast: Cast) -> None:
    kept = frozen(cast)
    missing = codes(kept, "NTH")[0]
    check_ins.take_in(kept, heard(receiver_and_icrc(kept, [one for one in codes(kept) if one != missing])))
    cast.client("north").post(f"/handover/{kept.pk}/lines/{missing}/", {"voice": "holder", "kind": "absent"})
    closed_by_all(cast, kept)
    entry = ledger.read_back(Entry.objects.get(act="handover completed"))
    assert (entry["returned"], entry["not_returned"]) == (6, 1)


def test_what_was_approved_is_what_is_closed(cast: Cast) -> None:
    kept = frozen(cast)
    last = codes(kept, "NTH")[0]
    check_ins.take_in(kept, heard(receiver_and_icrc(kept, [one for one in codes(kept) if one != last])))
    cast.client("north").post(f"/handover/{kept.pk}/lines/{last}/", {"voice": "holder", "kind": "absent"})
    act = closing_acts.propose_close(kept, cast["south"])
    cast.client("north").post(f"/handover/{kept.pk}/lines/{last}/", {"voice": "holder", "kind": "deceased"})
    with pytest.raises(NotSettled, match="changed"):
        rule.confirm(act.pk, cast["south2"])


def test_late_finds_stand_apart(cast: Cast) -> None:
    kept = frozen(cast)
    person = kept.agreement.lines.filter(holder__code="NTH").first().captive
    one = apart_acts.release(
        cast.exchange, cast["north"], number=person.number, day=kept.made_at.date(), why="late_find"
    )
    with pytest.raises(NotSettled):
        apart_acts.receipt(one, cast["north2"])
    apart_acts.receipt(one, cast["south"])
    assert received_nothing(cast)


def received_nothing(cast: Cast) -> bool:
    return not Entry.objects.filter(act="receipt given", exchange=cast.exchange.reference).exists()


def test_remains_are_confirmed_by_a_laboratory_alone(cast: Cast) -> None:
    path = f"/handover/exchange-{cast.exchange.pk}/remains/"
    sent = {"number": "B-1", "day": "2026-02-05", "given_by": "NTH", "identification": "confirmed"}
    page = cast.client("south").post(path, sent).content.decode()
    assert "laboratory" in page
    found = {**sent, "report": "LAB-7", "reported_on": "2026-03-05"}
    assert "whom the laboratory has found" in cast.client("south").post(path, found).content.decode()
    assert cast.client("south").post(path, {**found, "persons": "S-1"}).status_code == 302


def test_one_person_in_two_bags_is_one_person(cast: Cast) -> None:
    path = f"/handover/exchange-{cast.exchange.pk}/remains/"
    for number in ("B-1", "B-2"):
        sent = {"number": number, "day": "2026-02-05", "given_by": "NTH", "identification": "confirmed",
                "report": "LAB-7", "reported_on": "2026-03-05", "persons": "S-1"}  # fmt: skip
        cast.client("south").post(path, sent)
    page = cast.client("south").get(path).content.decode()
    assert "NTH gave 2 bags: 2 confirmed, 1 persons" in page


@pytest.mark.parametrize("who", ["hala", "iris", "south_bureau"])
def test_only_a_delegation_enters_what_stands_apart(cast: Cast, who: str) -> None:
    sent = {"number": "B-1", "day": "2026-02-05", "given_by": "NTH", "identification": "unknown"}
    for path, data in (("remains", sent), ("apart", {"number": "R-1", "day": "2026-02-05", "why": "late_find"})):
        assert cast.client(who).post(f"/handover/exchange-{cast.exchange.pk}/{path}/", data).status_code == 403
    assert not RemainsBag.objects.exists()


def test_papers_come_from_the_same_manifest(cast: Cast) -> None:
    kept = frozen(cast)
    for kind in ("manifest", "buses", "wristbands"):
        assert cast.client("iris").get(f"/ar/handover/{kept.pk}/papers/{kind}/").content.startswith(b"%PDF")
    assert cast.client("iris").get(f"/handover/{kept.pk}/departure/N-1/").content.startswith(b"%PDF")


@pytest.mark.parametrize("who", ["noor", "noor_mediator", "admin", "press", "case_worker", "auditor"])
def test_strangers_find_nothing(cast: Cast, who: str) -> None:
    kept = frozen(cast)
    for path in ("", "pack/", "answers/", "papers/manifest/", f"lines/{codes(kept)[0]}/"):
        assert cast.client(who).get(f"/handover/{kept.pk}/{path}").status_code == 404
