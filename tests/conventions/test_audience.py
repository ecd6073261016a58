"""Who may see a duty: North holds, South asks, Hala mediates, Noor has no part, Iris is the ICRC delegate."""

from datetime import date

import pytest

from repatria.conventions import AUDIENCES, RULES, Kind, Role, evaluate, event, visible

AS_OF = date(2026, 6, 1)


def duty(rule, *events):
    return next(one for one in evaluate(events, AS_OF) if one.rule.id == rule)


def of_person(kind, day="2026-03-03", **said):
    return event(kind, day, person="S-1", party="north", **said)


HELD = of_person(Kind.CAPTURE, "2026-03-01", category="pow", origin="south")
CIVILIAN = of_person(Kind.CAPTURE, "2026-03-01", category="civilian", origin="south")


@pytest.fixture
def card():
    return duty("III-70-card", HELD, of_person(Kind.ARRIVAL_AT_SITE))


def test_north_sees_what_it_owes_and_south_sees_it_of_its_own(card):
    assert visible(card, Role.DETAINING_POWER, "north")
    assert visible(card, Role.POWER_OF_ORIGIN, "south")


def test_noor_sees_nothing_whatever_she_says_she_is(card):
    assert not visible(card, Role.DETAINING_POWER, "noor")
    assert not visible(card, Role.POWER_OF_ORIGIN, "noor")
    assert not visible(card, Role.DETAINING_POWER, "south")
    assert not visible(card, Role.POWER_OF_ORIGIN, "north")
    assert not visible(card, Role.DETAINING_POWER)


def test_hala_and_iris_see_it_the_press_and_the_administrator_do_not(card):
    assert visible(card, Role.MEDIATOR)
    assert visible(card, Role.ICRC)
    assert not visible(card, Role.PRESS)
    assert not visible(card, Role.ADMINISTRATOR)


def test_a_family_sees_its_own_case_alone(card):
    assert visible(card, Role.FAMILY, person="S-1")
    assert not visible(card, Role.FAMILY, person="S-2")
    assert not visible(card, Role.FAMILY)


def test_a_family_never_reads_of_a_death_here():
    dead = duty("III-120-certificate", HELD, of_person(Kind.DEATH))
    assert not visible(dead, Role.FAMILY, person="S-1", consented=True)
    assert visible(dead, Role.POWER_OF_ORIGIN, "south")


def test_a_family_sees_health_only_with_consent():
    ill = duty("III-122-health", HELD, of_person(Kind.SERIOUSLY_ILL))
    assert not visible(ill, Role.FAMILY, person="S-1")
    assert visible(ill, Role.FAMILY, person="S-1", consented=True)


def test_only_iris_and_the_person_see_a_return_against_his_will():
    forced = duty("III-109-will", HELD, of_person(Kind.RETURNED_AGAINST_WILL))
    seeing = {role for role in Role if visible(forced, role, "north") or visible(forced, role, "south")}
    assert seeing == {Role.ICRC}
    assert visible(forced, Role.CAPTIVE, person="S-1")


def test_only_iris_sees_that_somebody_fears_persecution():
    fear = duty(
        "IV-45-persecution", CIVILIAN, of_person(Kind.FEAR_RECORDED), of_person(Kind.REPATRIATION, "2026-04-01")
    )
    seeing = {role for role in Role if visible(fear, role, "north") or visible(fear, role, "south")}
    assert seeing == {Role.ICRC}


def test_neither_the_other_side_nor_the_mediator_sees_where_people_are_held():
    opened = duty("III-23-location", event(Kind.SITE_OPENED, "2026-03-01", site="N-3", party="north"))
    assert visible(opened, Role.DETAINING_POWER, "north")
    assert visible(opened, Role.ICRC)
    for role in (Role.POWER_OF_ORIGIN, Role.MEDIATOR, Role.PRESS, Role.FAMILY):
        assert not visible(opened, role, "south", person="S-1")


def test_what_the_icrc_found_on_a_visit_is_its_own():
    found = duty(
        "III-126-private", event(Kind.ICRC_VISIT, "2026-03-01", site="N-3", party="north", private_interviews=False)
    )
    assert [role for role in Role if visible(found, role, "north")] == [Role.ICRC]


def test_what_may_harm_is_withheld_from_all_but_the_central_agency():
    told = (CIVILIAN, of_person(Kind.INFORMATION_SENT_NIB), of_person(Kind.INFORMATION_WITHHELD))
    owed = duty("IV-137-cta", *told)
    seeing = {role for role in Role if visible(owed, role, "south", person="S-1", consented=True)}
    assert seeing == {Role.CTA}
    assert visible(owed, Role.NIB, "north")
    lifted = duty("IV-137-cta", *told, of_person(Kind.WITHHOLDING_ENDED, "2026-04-01"))
    assert visible(lifted, Role.POWER_OF_ORIGIN, "south")


def test_an_end_of_withholding_that_was_withdrawn_ends_nothing():
    events = (
        CIVILIAN,
        of_person(Kind.INFORMATION_WITHHELD),
        of_person(Kind.WITHHOLDING_ENDED, "2026-03-04", id="wrong"),
        of_person(Kind.WITHDRAWN, "2026-03-05", event="wrong"),
    )
    assert evaluate(events, AS_OF).whose.withheld
    assert not evaluate(events[:-1], AS_OF).whose.withheld


def test_no_rule_is_shown_to_the_press_or_an_administrator():
    for rule in RULES.values():
        assert not rule.seen_by.keys() & {Role.PRESS, Role.ADMINISTRATOR}


def test_every_audience_lets_the_icrc_see():
    assert all(Role.ICRC in audience for audience in AUDIENCES.values())
