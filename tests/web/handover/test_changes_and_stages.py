"""At the desk: lines that fall away, stages that close by themselves, effects, certificates."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from repatria.handover import Cause, Kept, Kind, Outcome, parse_manifest
from repatria.handover import Role as Voice
from repatria.web.handover import check_ins, closing_acts, freezing
from repatria.web.handover.day import day_of
from repatria.web.handover.forms import KIND_WORDS, OUTCOME_WORDS
from repatria.web.handover.models import ClosedStage, Manifest
from repatria.web.ledger import enter as ledger
from repatria.web.ledger.models import Entry
from repatria.web.registry.models import Event as RegisterEvent
from repatria.web.two_persons import rule
from repatria.web.two_persons.models import Act
from repatria.web.two_persons.rule import NotSettled
from tests.web.cast import Cast
from tests.web.handover.signed import Tablet, agreement, everybody_travels, frozen, manifest
from tests.web.handover.test_handover import codes, heard, receiver_and_icrc


def stage_codes(kept: Manifest, stage: int) -> list[str]:
    return [line.code for line in day_of(kept).manifest.lines if line.stage == stage]


def close_stage(cast: Cast, kept: Manifest, stage: int) -> None:
    for one, other in (("north", "north2"), ("south", "south2"), ("hala", "hala2")):
        rule.confirm(closing_acts.propose_close(kept, cast[one], stage).pk, cast[other])


# ---------------------------------------------------------------- what falls away


def test_what_a_tablet_says_on_the_day_makes_the_line_fall_away_here_too(cast: Cast) -> None:
    kept = frozen(cast)
    code = codes(kept, "NTH")[0]
    check_ins.take_in(kept, heard([Tablet(kept, "tablet00icrc", Voice.ICRC).says(Kind.NOT_FIT, code)]))
    page = cast.client("south").get(f"/handover/{kept.pk}/").content.decode()
    assert "does not travel" in page
    assert "not fit" not in page  # a side does not read off which it was
    assert "not fit to travel" in cast.client("iris").get(f"/handover/{kept.pk}/").content.decode()
    assert [one.code for one in day_of(kept).board.changes] == [code]


def test_a_stage_that_waits_keeps_the_manifest_from_being_frozen_until_somebody_decides(cast: Cast) -> None:
    kept = manifest(cast, change_rule="pause")
    everybody_travels(cast, kept)
    freezing.answer(kept.agreement.lines.first(), cast["iris"], travels=False, fit=None)
    freezing.apply_answers(kept, cast["hala"])
    with pytest.raises(NotSettled, match="waits"):
        freezing.propose_freeze(kept, cast["hala"])
    (code,) = (one.code for one in day_of(kept).board.changes)
    assert cast.client("north").post(f"/handover/{kept.pk}/go-on/", {"code": code}).status_code == 404
    cast.client("hala").post(f"/handover/{kept.pk}/go-on/", {"code": code})
    rule.confirm(freezing.propose_freeze(kept, cast["hala"]).pk, cast["hala2"])
    kept.refresh_from_db()
    carried_along = parse_manifest(cast.client("hala").get(f"/handover/{kept.pk}/pack/").content).changes
    assert [(one.code, one.pauses) for one in carried_along] == [(code, False)]
    assert len(day_of(kept).board.changes) == 1


def test_a_stage_that_waits_on_the_day_goes_on_from_the_desk(cast: Cast) -> None:
    kept = frozen(cast, change_rule="pause")
    code = codes(kept, "NTH")[0]
    check_ins.take_in(kept, heard([Tablet(kept, "tablet0north", Voice.HOLDER, "NTH").says(Kind.ABSENT, code)]))
    assert day_of(kept).board.paused == (1,)
    cast.client("hala").post(f"/handover/{kept.pk}/go-on/", {"code": code})
    assert day_of(kept).board.paused == ()
    with pytest.raises(NotSettled):
        check_ins.go_on(kept, code, cast["hala"])


def test_replaced_by_agreement_is_said_by_the_mediator_by_name(cast: Cast) -> None:
    kept = frozen(cast)
    code = codes(kept, "NTH")[0]
    cast.client("hala").post(f"/handover/{kept.pk}/lines/{code}/", {"voice": "mediator", "kind": "replaced"})
    (change,) = day_of(kept).board.changes
    assert (change.code, change.cause.value) == (code, "replaced")
    assert day_of(kept).ledger.about(code)[0].said_by == cast["hala"].name


def test_every_word_of_a_tablet_has_words_at_the_desk(cast: Cast) -> None:
    assert set(KIND_WORDS) == set(Kind)
    assert {outcome.value for outcome in Outcome} <= set(OUTCOME_WORDS)
    kept = frozen(cast)
    for who in ("hala", "iris", "north", "south"):
        assert cast.client(who).get(f"/handover/{kept.pk}/lines/{codes(kept)[0]}/").status_code == 200


def test_what_was_said_at_the_desk_can_be_carried_to_the_hub(cast: Cast) -> None:
    kept = frozen(cast)
    cast.client("north").post(f"/handover/{kept.pk}/lines/{codes(kept)[0]}/", {"voice": "holder", "kind": "absent"})
    lines = cast.client("iris").get(f"/handover/{kept.pk}/said/").content.splitlines()
    assert [Kept.parse(line).event.kind for line in lines] == [Kind.ABSENT]
    assert cast.client("north").get(f"/handover/{kept.pk}/said/").status_code == 404


# ---------------------------------------------------------------- stage by stage


def test_a_stage_closes_by_itself_and_the_exchange_stays_open(cast: Cast) -> None:
    kept = frozen(cast, two_days=True)
    first = stage_codes(kept, 1)
    check_ins.take_in(kept, heard(receiver_and_icrc(kept, first)))
    with pytest.raises(NotSettled, match="differences"):
        closing_acts.propose_close(kept, cast["north"])
    close_stage(cast, kept, 1)
    kept.refresh_from_db()
    entry = ledger.read_back(Entry.objects.get(act="stage closed"))
    assert (entry["stage"], entry["day"], entry["returned"], entry["not_returned"]) == (1, "2026-02-05", 5, 0)
    assert kept.state == Manifest.State.FROZEN
    page = cast.client("south").get(f"/handover/{kept.pk}/").content.decode()
    assert "closed by all" in page


def test_the_balance_is_carried_to_the_next_stage_and_the_end_closes_all(cast: Cast) -> None:
    kept = frozen(cast, two_days=True)
    missing = next(
        line.code
        for line in day_of(kept).manifest.lines
        if (line.holder, line.stage, line.counts) == ("NTH", 1, (1,))
    )
    check_ins.take_in(kept, heard(receiver_and_icrc(kept, [one for one in codes(kept) if one != missing])))
    cast.client("north").post(f"/handover/{kept.pk}/lines/{missing}/", {"voice": "holder", "kind": "absent"})
    close_stage(cast, kept, 1)
    assert ClosedStage.objects.get().carried == [{"bound": "NTH", "signed": 0, "done": -1, "carried": -1}]
    close_stage(cast, kept, 2)
    close_stage(cast, kept, closing_acts.WHOLE)
    kept.refresh_from_db()
    assert kept.state == Manifest.State.CLOSED
    assert Entry.objects.filter(act="stage closed").count() == 2
    assert Entry.objects.filter(act="handover completed").count() == 1


def test_a_stage_that_changes_after_it_was_closed_is_open_again(cast: Cast) -> None:
    kept = frozen(cast, two_days=True)
    first = stage_codes(kept, 1)
    check_ins.take_in(kept, heard(receiver_and_icrc(kept, first[1:])))
    cast.client("north").post(f"/handover/{kept.pk}/lines/{first[0]}/", {"voice": "holder", "kind": "absent"})
    close_stage(cast, kept, 1)
    cast.client("north").post(f"/handover/{kept.pk}/lines/{first[0]}/", {"voice": "holder", "kind": "deceased"})
    assert "closed by all" not in cast.client("south").get(f"/handover/{kept.pk}/").content.decode()
    close_stage(cast, kept, 1)
    assert ClosedStage.objects.count() == 2


def test_a_stage_is_closed_from_the_page(cast: Cast) -> None:
    kept = frozen(cast, two_days=True)
    check_ins.take_in(kept, heard(receiver_and_icrc(kept, stage_codes(kept, 1))))
    cast.client("north").post(f"/handover/{kept.pk}/close/", {"stage": "1"})
    act = Act.objects.get(kind="handover.close")
    page = cast.client("north2").get(reverse("two_persons_act", args=[act.pk])).content.decode()
    assert "the reconciliation of this stage" in page
    with pytest.raises(NotSettled):
        closing_acts.propose_close(kept, cast["north"], 3)


# ---------------------------------------------------------------- effects


def with_a_receipt(cast: Cast, **options: Any) -> tuple[Manifest, str]:
    kept = manifest(cast, **options)
    person = kept.agreement.lines.filter(holder__code="NTH").first().captive
    for kind, details in (("valuables_taken", {}), ("receipt_given", {"receipt": "Q-17"})):
        RegisterEvent.objects.create(person=person, kind=kind, occurred_on="2026-01-02", details=details)
    everybody_travels(cast, kept)
    rule.confirm(freezing.propose_freeze(kept, cast["hala"]).pk, cast["hala2"])
    kept.refresh_from_db()
    code = next(line.code for line in day_of(kept).manifest.lines if line.captive == str(person.pk))
    return kept, code


def test_the_receipts_of_the_register_stand_on_the_manifest_and_what_is_missing_is_named(cast: Cast) -> None:
    kept, code = with_a_receipt(cast)
    assert day_of(kept).manifest.by_code[code].effects == ("Q-17",)
    path = f"/handover/{kept.pk}/effects/"
    assert "Q-17" in cast.client("south").get(path).content.decode()
    cast.client("north").post(path, {"code": code, "numbers": "Q-17, Q-99"})
    page = cast.client("iris").get(path).content.decode()
    assert "<strong>0</strong>" in page
    assert "Q-99" in page


def test_effects_are_for_the_two_sides_and_the_icrc_alone(cast: Cast) -> None:
    path = f"/handover/{with_a_receipt(cast)[0].pk}/effects/"
    for who in ("hala", "noor", "noor_mediator", "admin", "press", "auditor", "case_worker"):
        assert cast.client(who).get(path).status_code == 404


def test_nobody_hands_over_effects_for_the_other_side(cast: Cast) -> None:
    kept, code = with_a_receipt(cast)
    for data in ({"code": "NTH-099-0", "numbers": "Q-17"}, {"code": code, "numbers": " "}):
        cast.client("south").post(f"/handover/{kept.pk}/effects/", data)
    assert day_of(kept).ledger.standing(code).effects == frozenset()


# ---------------------------------------------------------------- certificates


@pytest.mark.parametrize("language", ["en", "uk", "ru", "ar"])
def test_certificates_of_one_and_of_all_in_each_language(cast: Cast, language: str) -> None:
    kept = frozen(cast, each=1, owed=1)
    for path in ("certificates", f"lines/{codes(kept)[0]}/certificate"):
        answer = cast.client("iris").get(f"/{language}/handover/{kept.pk}/{path}/", follow=True)
        assert answer.content.startswith(b"%PDF"), path
        assert answer.headers["Content-Disposition"].endswith(f'.{language}.pdf"')


def test_certificates_are_the_icrcs(cast: Cast) -> None:
    kept = frozen(cast, each=1, owed=0)
    for who in ("hala", "north", "south_bureau", "noor", "press"):
        assert cast.client(who).get(f"/handover/{kept.pk}/certificates/").status_code == 404


def test_the_days_of_the_stages_are_those_of_the_manifest(cast: Cast) -> None:
    assert day_of(frozen(cast, two_days=True)).manifest.days == (date(2026, 2, 5), date(2026, 2, 6))


def test_the_roles_that_the_agreement_names_stand_in_the_frozen_manifest(cast: Cast) -> None:
    signed = agreement(cast)
    sent = {"days": "2026-02-05", "seats": 45, "ahead": 50, "baggage_kg": 25, "receipt_by": ["receiver"],
            "absent_by": ["holder", "icrc"]}  # fmt: skip
    cast.client("hala").post(f"/handover/exchange-{signed.exchange_id}/make/", sent)
    agreed = day_of(Manifest.objects.get()).manifest.agreed
    assert agreed.receipt == {Voice.RECEIVER}
    assert agreed.falls_by[Cause.ABSENT] == {Voice.HOLDER, Voice.ICRC}
    assert agreed.falls_by[Cause.DECEASED] == {Voice.HOLDER}
