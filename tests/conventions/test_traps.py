"""What newcomers get wrong, and what records get wrong."""

from datetime import date

import pytest

from repatria.conventions import (
    RULES,
    Category,
    Circumstances,
    Fault,
    Kind,
    Line,
    Parties,
    Policy,
    Status,
    evaluate,
    event,
    line_for,
)
from repatria.conventions.attributes import DIRECT_REPATRIATION

AS_OF = date(2026, 6, 1)


def of(rule, events, as_of=AS_OF, **more):
    return [duty for duty in evaluate(events, as_of, **more) if duty.rule.id == rule]


def on_person(kind, day, **said):
    return event(kind, day, person="S-1", party="north", **said)


def rules_of(events, **more):
    return {duty.rule.id for duty in evaluate(events, AS_OF, **more)}


CAPTIVITY = (on_person(Kind.CAPTURE, "2026-03-01"), on_person(Kind.ARRIVAL_AT_SITE, "2026-03-03"))


def test_a_load_of_30_kg_breaks_48_on_a_transfer_and_keeps_119_on_the_way_home():
    transfer = of("III-48-baggage", [on_person(Kind.TRANSFER, "2026-03-01", baggage_limit_kg=30)])
    home = of("III-119-baggage", [on_person(Kind.REPATRIATION, "2026-03-01", baggage_limit_kg=30)])
    assert (transfer[0].status, home[0].status) == (Status.LATE, Status.MET)


def test_a_load_of_20_kg_keeps_48_on_a_transfer_and_breaks_119_on_the_way_home():
    transfer = of("III-48-baggage", [on_person(Kind.TRANSFER, "2026-03-01", baggage_limit_kg=20)])
    home = of("III-119-baggage", [on_person(Kind.REPATRIATION, "2026-03-01", baggage_limit_kg=20)])
    assert (transfer[0].status, home[0].status) == (Status.MET, Status.LATE)


@pytest.mark.parametrize("art110", DIRECT_REPATRIATION)
def test_the_seriously_wounded_are_owed_and_never_exchanged(art110):
    assert line_for(Circumstances(Category.POW, art110=art110)) is Line.OWED


def test_retained_medics_and_children_are_owed_civilians_and_strangers_stand_apart():
    assert line_for(Circumstances(Category.RETAINED)) is Line.OWED
    assert line_for(Circumstances(Category.POW, child=True)) is Line.OWED
    assert line_for(Circumstances(Category.CIVILIAN)) is Line.SEPARATE
    assert line_for(Circumstances(Category.POW, third_country_national=True)) is Line.SEPARATE
    assert line_for(Circumstances(Category.POW, dead=True)) is Line.REMAINS


def test_a_prisoner_in_doubt_is_a_prisoner():
    assert line_for(Circumstances(Category.DOUBT)) is Line.EXCHANGEABLE


def test_every_duty_to_send_home_without_counterpart_is_marked_outside_ratios():
    owed = {name for name, rule in RULES.items() if rule.outside_ratio}
    assert {"III-109-return", "I-30-return", "MMC-12-execution", "IV-132-release"} <= owed
    assert "III-118-return" not in owed


def test_a_medic_has_a_prisoner_s_benefits_but_is_not_sent_home_as_one():
    medic = [event(Kind.CATEGORY_RECORDED, "2026-03-01", person="S-1", category="retained"), *CAPTIVITY]
    medic += [event(Kind.ACTIVE_HOSTILITIES_ENDED, "2026-04-01", party="north"),
              on_person(Kind.NO_LONGER_NEEDED, "2026-04-01")]  # fmt: skip
    found = rules_of(medic)
    assert {"III-70-card", "III-31-inspection", "I-30-return"} <= found
    assert "III-118-return" not in found


def test_in_doubt_he_is_protected_until_a_tribunal_decides_and_nothing_else_settles_it():
    doubt = [*CAPTIVITY, on_person(Kind.STATUS_DOUBT, "2026-03-02", interim_status="pow"),
             on_person(Kind.CATEGORY_RECORDED, "2026-03-02", category="civilian"),
             on_person(Kind.SICKNESS, "2026-05-01")]  # fmt: skip
    late = of("III-70-card", doubt)
    assert [duty.since for duty in late] == [date(2026, 3, 3), date(2026, 5, 1)]
    decided = [*doubt, on_person(Kind.TRIBUNAL_DECISION, "2026-04-01", category="civilian")]
    assert [duty.since for duty in of("III-70-card", decided)] == [date(2026, 3, 3)]
    assert [duty.since for duty in of("IV-106-card", decided)] == [date(2026, 5, 1)]


def test_without_a_category_he_is_protected_and_the_category_is_asked_for():
    assert of("III-70-card", CAPTIVITY)[0].status is Status.LATE
    assert [duty.missing for duty in of("III-5-tribunal", CAPTIVITY)] == ["category"]


def test_a_child_born_in_a_camp_is_reported_and_never_a_prisoner():
    born = [event(Kind.BIRTH, "2026-03-01", person="S-1", party="north", mother="S-9"),
            on_person(Kind.ARRIVAL_AT_SITE, "2026-03-01")]  # fmt: skip
    found = rules_of(born)
    assert {"IV-136-change", "IV-106-card"} <= found
    assert not any(name.startswith("III-") for name in found)


def test_a_duty_of_protocol_i_is_law_only_for_a_party_that_is_bound():
    missing = [on_person(Kind.REPORTED_MISSING, "2026-03-01")]
    bound, free = Parties({"north": frozenset({"AP I"})}), Parties({"north": frozenset({"GC III"})})
    assert of("AP1-33-search", missing)[0].missing == "bound_by"
    assert of("AP1-33-search", missing, parties=bound)[0].status is Status.DUE
    assert of("AP1-33-search", missing, parties=free) == []


def test_who_does_not_want_to_go_leaves_no_trace_of_why():
    owed = on_person(Kind.MEDICAL_CATEGORY, "2026-03-01", art110=DIRECT_REPATRIATION[0], fit_to_travel=True)
    stays = on_person(Kind.TRAVEL_DECISION, "2026-04-01", travels=False)
    assert of("III-109-return", [owed, stays]) == []


DEAD = on_person(Kind.DEATH, "2026-03-10", cause="sentry")
RECEIVED = on_person(Kind.RECEIVED, "2026-05-01")


def test_a_death_of_somebody_later_received_is_neither_met_nor_late():
    record = [*CAPTIVITY, DEAD, on_person(Kind.DEATH_CERTIFICATE_FORWARDED, "2026-03-12"), RECEIVED]
    found = evaluate(record, AS_OF)
    of_death = [duty for duty in found if duty.rule.id in ("III-120-certificate", "III-121-enquiry")]
    assert {duty.missing for duty in of_death} == {"death_or_life"}
    assert [(one.line, one.fault) for one in found.problems] == [(3, Fault.DEATH_OR_LIFE)]


def test_a_death_that_is_contradicted_ends_no_other_duty():
    inspected = of("III-31-inspection", [*CAPTIVITY, DEAD, RECEIVED])
    assert [duty.status for duty in inspected] == [Status.LATE]


def test_a_withdrawn_death_is_as_if_it_had_not_been_entered():
    death = on_person(Kind.DEATH, "2026-03-10", id="E-3")
    taken_back = event(Kind.WITHDRAWN, "2026-05-02", party="north", event="E-3")
    found = evaluate([*CAPTIVITY, death, RECEIVED, taken_back], AS_OF)
    assert not found.problems
    assert not any(duty.rule.id.startswith("III-120") for duty in found)


def test_a_withdrawal_of_nothing_is_said():
    found = evaluate([*CAPTIVITY, event(Kind.WITHDRAWN, "2026-05-02", party="north", event="E-9")], AS_OF)
    assert [one.fault for one in found.problems] == [Fault.WITHDRAWS_NOTHING]


def test_an_event_dated_after_its_entry_is_left_aside_and_named():
    inspection = on_person(Kind.MEDICAL_INSPECTION, "2026-03-20", entered=date(2026, 3, 19))
    found = evaluate([*CAPTIVITY, inspection], AS_OF)
    assert [(one.line, one.fault) for one in found.problems] == [(3, Fault.FUTURE)]
    assert of("III-31-inspection", [*CAPTIVITY, inspection])[0].status is Status.LATE


def test_what_happens_after_the_day_we_look_is_not_yet_done():
    record = [*CAPTIVITY, on_person(Kind.CAPTURE_CARD_WRITTEN, "2026-03-20")]
    assert of("III-70-card", record, date(2026, 3, 15))[0].status is Status.LATE
    late = of("III-70-card", record, date(2026, 3, 20))[0]
    assert (late.status, late.days_late) == (Status.MET, 10)


def test_a_paper_dated_before_the_capture_is_named_and_meets_nothing():
    record = [*CAPTIVITY, on_person(Kind.CAPTURE_CARD_WRITTEN, "2026-02-20")]
    found = evaluate(record, AS_OF)
    assert [one.fault for one in found.problems] == [Fault.BEFORE_CAPTURE]
    assert of("III-70-card", record)[0].status is Status.LATE


def test_a_date_not_known_is_before_the_day_it_was_entered():
    record = [CAPTIVITY[0], on_person(Kind.ARRIVAL_AT_SITE, "2026", entered=date(2026, 3, 5))]
    duties = of("III-70-card", record, date(2026, 3, 13))
    assert [(duty.status, duty.due_on) for duty in duties] == [(Status.LATE, date(2026, 3, 12))]


def test_transit_and_camp_are_met_by_one_card_written_in_time_for_both():
    record = [*CAPTIVITY, on_person(Kind.ARRIVAL_AT_SITE, "2026-03-05"),
              on_person(Kind.CAPTURE_CARD_WRITTEN, "2026-03-08")]  # fmt: skip
    assert [duty.days_late for duty in of("III-70-card", record)] == [None, None]


def test_after_an_escape_no_inspection_runs_and_after_recapture_it_does():
    record = [*CAPTIVITY, on_person(Kind.ESCAPE, "2026-03-20")]
    assert of("III-31-inspection", record) == []
    back = [*record, on_person(Kind.RECAPTURE, "2026-04-10"), on_person(Kind.ARRIVAL_AT_SITE, "2026-04-12")]
    assert [duty.due_on for duty in of("III-31-inspection", back)] == [date(2026, 5, 12)]


def test_a_late_duty_of_somebody_who_is_gone_can_no_longer_be_met():
    record = [*CAPTIVITY, on_person(Kind.RELEASE, "2026-05-20")]
    late = of("III-31-inspection", record)
    assert [(duty.status, duty.open) for duty in late] == [(Status.LATE, False)]


def test_a_target_for_a_number_of_the_treaty_is_refused():
    from repatria.conventions import BadPolicy, UnknownRule

    with pytest.raises(BadPolicy):
        Policy({"III-70-card": 30})
    with pytest.raises(BadPolicy):
        Policy({"III-120-certificate": -1})
    with pytest.raises(UnknownRule):
        Policy({"III-999": 3})


def test_a_target_asks_for_notice_days_before_a_departure():
    record = [on_person(Kind.TRANSFER_NOTICE_GIVEN, "2026-03-19"), on_person(Kind.TRANSFER, "2026-03-20")]
    assert of("III-48-notice", record)[0].status is Status.MET
    late = of("III-48-notice", record, policy=Policy({"III-48-notice": 3}))[0]
    assert (late.status, late.by_target) == (Status.LATE, True)


def test_no_events_give_no_duties():
    assert list(evaluate([], AS_OF)) == []
