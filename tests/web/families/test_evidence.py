"""Claim, confirmation and proof are three things; a death is never an answer."""

from datetime import date

import pytest

from repatria.web.families import acts, evidence
from repatria.web.families.errors import NotNow
from repatria.web.families.models import Answer, MayTell, TracingRequest
from repatria.web.registry.models import Event
from repatria.web.replies.models import Reply, SeenByIcrc
from repatria.web.visits.models import Interview
from tests.web.cast import Cast
from tests.web.families.people import ask, confirm
from tests.web.register import make_event, make_list, make_person

Kind = Answer.Kind


@pytest.fixture
def held(cast: Cast) -> TracingRequest:
    """A request whose person stands in the register of North, which holds him."""
    found, _receipt = ask(cast)
    person = make_person(cast, surname="Вигаданий")
    make_event(person, "capture", "2026-01-12")
    return confirm(found, person=person)


def supports(request: TracingRequest) -> set[str]:
    return set(evidence.grounds(request).supports)


def test_nobody_confirmed_means_no_news(cast: Cast) -> None:
    found, _receipt = ask(cast)
    assert supports(found) == {Kind.NO_DATA, Kind.CALL_US}


def test_a_holders_register_is_a_claim(held: TracingRequest) -> None:
    assert supports(held) == {Kind.NO_DATA, Kind.CALL_US, Kind.IN_REGISTER, Kind.PROBABLY_CAPTIVE}


def test_a_register_of_his_own_side_says_nothing_of_captivity(cast: Cast) -> None:
    found, _receipt = ask(cast)
    person = make_person(cast, keeper="STH", origin="STH", surname="Вигаданий")
    person.holder = None
    person.save()
    assert supports(confirm(found, person=person)) == {Kind.NO_DATA, Kind.CALL_US, Kind.IN_REGISTER}


def test_only_the_icrc_confirms(cast: Cast, held: TracingRequest) -> None:
    assert Kind.CONFIRMED not in supports(held)
    make_event(held.person, "icrc_visit", "2026-02-01")
    assert Kind.CONFIRMED not in supports(held), "a holder's word that the ICRC came is not the ICRC's word"
    Event.objects.create(
        person=held.person, kind="icrc_visit", occurred_on="2026-02-02", details={}, entered_by=cast["iris"]
    )
    assert Kind.CONFIRMED in supports(held)


def test_seen_on_a_list_confirms_too(cast: Cast) -> None:
    found, _receipt = ask(cast)
    row = make_list(cast, rows=1).rows.get()
    Reply.objects.create(row=row, holder=cast.parties["NTH"], answer="held", given_by=cast["north"])
    confirm(found, row=row)
    assert Kind.CONFIRMED not in supports(found)
    SeenByIcrc.objects.create(row=row, on=date(2026, 2, 1), noted_by=cast["iris"])
    assert Kind.CONFIRMED in supports(found)


@pytest.mark.parametrize(("said", "told"), [("yes", True), ("no", False)])
def test_the_person_himself_says_whether_the_family_may_hear(
    cast: Cast, held: TracingRequest, said: str, told: bool
) -> None:
    Interview.objects.create(
        person=held.person, party=cast.parties["ICR"], on=date(2026, 2, 1), without_witness=True,
        family_may_hear=said, noted_by=cast["iris"],
    )  # fmt: skip
    assert (Kind.CONFIRMED in supports(held)) is told
    assert (Kind.PROBABLY_CAPTIVE in supports(held)) is told


@pytest.mark.parametrize("kind", ["release", "repatriation", "received"])
def test_home_is_home(held: TracingRequest, kind: str) -> None:
    make_event(held.person, kind, "2026-02-10")
    assert Kind.RETURNED in supports(held)
    assert Kind.PROBABLY_CAPTIVE not in supports(held)


def test_a_death_is_only_ever_please_call_us(cast: Cast, held: TracingRequest) -> None:
    make_event(held.person, "death", "2026-02-10")
    assert supports(held) == {Kind.CALL_US}
    with pytest.raises(NotNow):
        acts.release(held.pk, cast["case_worker"], Kind.NO_DATA, "page")


def test_a_claimed_death_on_a_list_is_please_call_us(cast: Cast) -> None:
    found, _receipt = ask(cast)
    row = make_list(cast, rows=1).rows.get()
    Reply.objects.create(row=row, holder=cast.parties["NTH"], answer="claimed_deceased", given_by=cast["north"])
    assert supports(confirm(found, row=row)) == {Kind.CALL_US}


def test_a_death_of_somebody_later_received_is_a_contradiction_that_people_mend(held: TracingRequest) -> None:
    make_event(held.person, "death", "2026-02-10")
    make_event(held.person, "received", "2026-02-20")
    grounds = evidence.grounds(held)
    assert set(grounds.supports) == {Kind.CALL_US, Kind.RETURNED}
    assert grounds.warnings


def test_a_death_that_was_withdrawn_is_none(held: TracingRequest) -> None:
    death = make_event(held.person, "death", "2026-02-10")
    Event.objects.create(person=held.person, kind="withdrawn", occurred_on="2026-02-10", corrects=death, reason="x")
    assert Kind.PROBABLY_CAPTIVE in supports(held)


def test_events_out_of_order_are_read_by_their_day(held: TracingRequest) -> None:
    make_event(held.person, "received", "2026-02-10")
    make_event(held.person, "arrival_at_site", "2026-01-20")
    assert Kind.RETURNED in supports(held)


def test_an_event_from_the_future_tells_nothing(held: TracingRequest) -> None:
    make_event(held.person, "received", "2199-01-01")
    make_event(held.person, "death", "2199-01-01")
    assert supports(held) == {Kind.NO_DATA, Kind.CALL_US, Kind.IN_REGISTER, Kind.PROBABLY_CAPTIVE}


def test_lists_are_spoken_of_only_when_every_side_has_turned_it_on(cast: Cast) -> None:
    found, _receipt = ask(cast)
    row = make_list(cast, rows=1).rows.get()
    Reply.objects.create(row=row, holder=cast.parties["NTH"], answer="refused_to_answer", given_by=cast["north"])
    confirm(found, row=row)
    assert not {Kind.NAME_SUBMITTED, Kind.NAME_REFUSED} & supports(found)
    MayTell.objects.create(process=cast.process, party=cast.parties["STH"], on=True)
    assert not {Kind.NAME_SUBMITTED, Kind.NAME_REFUSED} & supports(found)
    MayTell.objects.create(process=cast.process, party=cast.parties["NTH"], on=True)
    assert {Kind.NAME_SUBMITTED, Kind.NAME_REFUSED} <= supports(found)


def test_an_answer_that_nothing_supports_cannot_be_released(cast: Cast, held: TracingRequest) -> None:
    with pytest.raises(NotNow):
        acts.release(held.pk, cast["case_worker"], Kind.CONFIRMED, "page")
    assert not held.answers.exists()
