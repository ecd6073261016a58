"""Visits asked for, answered, refused, made; what the rest of the system learns."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from repatria.web import visits
from repatria.web.registry.models import Site
from repatria.web.visits import acts, picture, seen
from repatria.web.visits.errors import NotNow
from repatria.web.visits.models import Interview, Visit
from tests.web.cast import Cast
from tests.web.register import make_person, make_site
from tests.web.visits.samples import ask, make_key

TODAY = timezone.localdate()


def test_a_visit_is_granted_and_made(cast: Cast) -> None:
    visit = ask(cast)
    acts.grant(visit.pk, cast["north_bureau"], None)
    acts.done(visit.pk, cast["iris"], TODAY, True, 12)
    visit.refresh_from_db()
    assert (visit.state, visit.done_on, visit.private_interviews) == ("done", TODAY, True)


def test_two_requests_to_one_place_are_one(cast: Cast) -> None:
    visit = ask(cast)
    with pytest.raises(NotNow):
        acts.ask(cast["iris2"], visit.site, None)


@pytest.mark.parametrize(
    ("reason", "days"),
    [("other", 10), ("", 10), (acts.NECESSITY, 0), (acts.NECESSITY, -5), (acts.NECESSITY, 400)],
)
def test_a_refusal_needs_the_one_reason_and_a_near_end(cast: Cast, reason: str, days: int) -> None:
    visit = ask(cast)
    with pytest.raises(NotNow):
        acts.refuse(visit.pk, cast["north_bureau"], reason, TODAY + timedelta(days=days))
    visit.refresh_from_db()
    assert visit.state == Visit.State.REQUESTED


def test_the_database_itself_holds_no_refusal_without_an_end(cast: Cast) -> None:
    visit = ask(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Visit.objects.filter(pk=visit.pk).update(state="refused", refusal=acts.NECESSITY)


def test_a_refusal_that_ended_can_be_asked_again(cast: Cast) -> None:
    visit = ask(cast)
    acts.refuse(visit.pk, cast["north_bureau"], acts.NECESSITY, TODAY + timedelta(days=10))
    assert acts.ask(cast["iris"], visit.site, None).state == Visit.State.REQUESTED


def test_an_answer_is_given_once(cast: Cast) -> None:
    visit = ask(cast)
    acts.grant(visit.pk, cast["north_bureau"], None)
    with pytest.raises(NotNow):
        acts.refuse(visit.pk, cast["north_bureau2"], acts.NECESSITY, TODAY + timedelta(days=10))


def test_nothing_is_made_in_the_future(cast: Cast) -> None:
    with pytest.raises(NotNow):
        acts.done(ask(cast).pk, cast["iris"], TODAY + timedelta(days=1), True, None)
    with pytest.raises(NotNow):
        acts.interview(cast["iris"], make_person(cast), TODAY + timedelta(days=1), alone=True)


@pytest.mark.parametrize(("said", "travels"), [("yes", True), ("no", False), ("", None)])
def test_the_rest_of_the_system_gets_travels_or_does_not(cast: Cast, said: str, travels: bool | None) -> None:
    person = make_person(cast)
    acts.interview(cast["iris"], person, TODAY, alone=True, travels=said)
    assert visits.travels(person) is travels
    assert visits.seen_on(person) == TODAY


def test_the_newest_word_stands(cast: Cast) -> None:
    person = make_person(cast)
    acts.interview(cast["iris"], person, TODAY - timedelta(days=3), alone=True, travels="no", family="no")
    acts.interview(cast["iris"], person, TODAY, alone=True, travels="yes", family="yes")
    acts.interview(cast["iris"], person, TODAY - timedelta(days=1), alone=True, travels="no")
    assert visits.travels(person) is True
    assert visits.family_may_hear(person) is True


def test_a_wish_before_a_witness_is_no_wish(cast: Cast) -> None:
    person = make_person(cast)
    with pytest.raises(NotNow):
        acts.interview(cast["iris"], person, TODAY, alone=False, travels="no")
    assert visits.travels(person) is None
    assert not Interview.objects.exists()


def test_what_cannot_be_sealed_is_not_half_written(cast: Cast) -> None:
    person = make_person(cast)
    with pytest.raises(NotNow):
        acts.interview(cast["iris"], person, TODAY, alone=True, travels="no", why="he is afraid")
    assert visits.travels(person) is None
    make_key(cast)
    acts.interview(cast["iris"], person, TODAY, alone=True, travels="no", why="he is afraid")
    assert visits.travels(person) is False


def test_places_never_seen_come_first_then_the_longest_unseen(cast: Cast) -> None:
    for code, days in (("N-1", 10), ("N-2", 200), ("N-3", None)):
        site = make_site(cast, code=code)
        if days is not None:
            acts.done(acts.ask(cast["iris"], site, None).pk, cast["iris"], TODAY - timedelta(days=days), True, 1)
    found = seen.places(Site.objects.all(), TODAY)
    assert [(place.site.code, place.days) for place in found] == [("N-3", None), ("N-2", 200), ("N-1", 10)]
    (count,) = seen.counts(found)
    assert (count.known, count.seen, count.never) == (3, 2, 1)
    svg = picture.drawn(found)
    assert "style=" not in svg
    assert "2 of 3 places seen" in svg
    assert "never seen" in svg
