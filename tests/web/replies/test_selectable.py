"""Who can be chosen for an exchange: the held, and what the planner learns of each."""

from datetime import date

import pytest

from repatria.planning.instance import parse_instance
from repatria.web.lists.models import Row
from repatria.web.registry.models import Event
from repatria.web.replies.models import Answer, Reply, Wish
from repatria.web.replies.selectable import COLUMNS, Selectable, gone, selectable, sites
from tests.web.cast import Cast
from tests.web.register import make_event, make_list, make_person, make_site

TODAY = date(2026, 2, 5)


def held(cast: Cast, **values: str) -> Reply:
    row = make_list(cast, rows=1).rows.get()
    person = make_person(cast, **values)
    return Reply.objects.create(
        row=row, holder=cast.parties["NTH"], answer=Answer.HELD, person=person, given_by=cast["north_bureau"]
    )


def only(cast: Cast) -> Selectable:
    [found] = selectable(cast.exchange, TODAY)
    return found


def test_whoever_is_held_can_be_chosen(cast: Cast) -> None:
    reply = held(
        cast, rank="капітан", capture_date="2025-02-05", date_of_birth="1990-02-06", health="slightly wounded",
        group="brothers-7",
    )  # fmt: skip
    reply.person.site = make_site(cast, code="7-B")
    reply.person.save()
    assert only(cast).row() == [
        str(reply.person.pk), "NTH", "STH", "STH", "officer", 4, "wounded", 365, 35, "unknown", "NTH-7-B",
        "NTH-brothers-7",
    ]  # fmt: skip
    assert only(cast).missing == ("consent",)


def test_what_nobody_told_is_named(cast: Cast) -> None:
    held(cast)
    assert only(cast).missing == ("category", "health", "days", "consent", "site")
    assert only(cast).age == 54  # the list says 1971; he has reached 54 for certain
    assert only(cast).days == 0


@pytest.mark.parametrize("answer", [a for a in Answer if a != Answer.HELD])
def test_any_other_answer_keeps_him_out(cast: Cast, answer: str) -> None:
    reply = held(cast)
    reply.answer = answer
    reply.save()
    assert selectable(cast.exchange) == []


@pytest.mark.parametrize("kind", ["death", "release", "repatriation", "escape"])
def test_whoever_is_dead_or_gone_by_the_register_is_out(cast: Cast, kind: str) -> None:
    reply = held(cast)
    make_event(reply.person, "capture", "2025")
    make_event(reply.person, kind, "2026-01")
    assert selectable(cast.exchange) == []
    assert gone([reply.person.pk]) == {reply.person.pk}


def test_a_second_capture_brings_him_back_but_nothing_brings_back_the_dead(cast: Cast) -> None:
    reply = held(cast)
    make_event(reply.person, "escape", "2025-03")
    make_event(reply.person, "recapture", "2025-04")
    assert only(cast).person == reply.person
    make_event(reply.person, "death", "2025")
    assert selectable(cast.exchange) == []


def test_a_death_that_was_corrected_counts_no_more(cast: Cast) -> None:
    reply = held(cast)
    wrong = make_event(reply.person, "death", "2025-03")
    why = "another man of the same name"
    Event.objects.create(
        person=reply.person, kind="withdrawn", occurred_on="2025-03", corrects=wrong, reason=why, details={}
    )
    assert only(cast).person == reply.person


def test_a_death_told_to_one_name_counts_for_every_name(cast: Cast) -> None:
    reply = held(cast)
    other = make_list(cast, party="STH", rows=1, exchange=cast.elsewhere).rows.get()
    Reply.objects.create(
        row=other, holder=cast.parties["NTH"], answer=Answer.CLAIMED_DECEASED, person=reply.person,
        given_by=cast["north_bureau"],
    )  # fmt: skip
    assert selectable(cast.exchange) == []


def test_one_person_under_two_names_comes_once(cast: Cast) -> None:
    reply = held(cast)
    second = Row.objects.create(list=reply.row.list, number=9, code="S-9", columns={})
    Reply.objects.create(
        row=second, holder=reply.holder, answer=Answer.HELD, person=reply.person, given_by=reply.given_by
    )
    assert len(selectable(cast.exchange)) == 1


@pytest.mark.parametrize(("word", "consent"), [("no", "no"), ("yes", "yes")])
def test_what_he_told_the_icrc_is_his_consent(cast: Cast, word: str, consent: str) -> None:
    reply = held(cast)
    for said in ("yes" if word == "no" else "no", word):
        Wish.objects.create(
            person=reply.person, party=cast.parties["ICR"], travels=said, said_on=TODAY, noted_by=cast["iris"]
        )
    assert only(cast).consent == consent


@pytest.mark.parametrize(
    ("text", "health"),
    [("good", "fit"), ("not wounded", "fit"), ("seriously wounded", "grave"), ("sick", "wounded"),
     ("тяжелораненый", "grave"), ("тяжкопоранений", "grave"), ("поранений", "wounded"), ("جريح", "wounded")],
)  # fmt: skip
def test_health_as_the_capture_card_says_it(cast: Cast, text: str, health: str) -> None:
    held(cast, health=text)
    assert only(cast).health == health


def test_a_medical_decision_goes_before_the_card(cast: Cast) -> None:
    reply = held(cast, health="good")
    make_event(reply.person, "mmc_decision", "2026-01", outcome="repatriate")
    assert only(cast).health == "grave"


def test_the_planner_takes_the_rows(cast: Cast) -> None:
    held(cast, rank="сержант")
    people = selectable(cast.exchange, TODAY)
    document = {
        "format": "repatria-plan-instance/1", "name": "x", "kind": "selection", "reference_date": "2026-02-05",
        "parties": [{"id": "NTH", "name": "North"}, {"id": "STH", "name": "South"}], "sites": sites(people),
        "columns": list(COLUMNS), "captives": [one.row() for one in people], "terms": [], "values": [],
        "objective": [],
    }  # fmt: skip
    assert len(parse_instance(document).captives) == 1


def test_rows_of_a_list_that_was_replaced_do_not_count(cast: Cast) -> None:
    reply = held(cast)
    newer = make_list(cast, party="STH", rows=0, version=2, opened=False)
    newer.replaces = reply.row.list
    newer.save()
    assert only(cast).person == reply.person  # it is not open yet
    newer.opened_at = reply.given_at
    newer.save()
    assert selectable(cast.exchange) == []
