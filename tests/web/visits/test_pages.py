"""Who sees what of places and visits."""

from datetime import timedelta

import pytest
from django.utils import timezone

from repatria.web.visits import acts
from repatria.web.visits.models import Interview, Visit
from tests.web.cast import Cast
from tests.web.register import make_person
from tests.web.visits.samples import ask, make_key

TODAY = timezone.localdate()


@pytest.mark.parametrize(
    ("who", "place", "counts"),
    [("iris", True, True), ("north_bureau", True, True), ("north", True, True), ("south_bureau", False, False),
     ("hala", False, True), ("noor_bureau", False, False)],
)  # fmt: skip
def test_places_are_for_holder_and_icrc_and_counts_for_the_mediator(
    cast: Cast, who: str, place: bool, counts: bool
) -> None:
    ask(cast, code="QX-71")
    page = cast.client(who).get("/desk/visits/").content.decode()
    assert ("QX-71" in page) is place
    assert (">North<" in page) is counts


@pytest.mark.parametrize("who", ["press", "case_worker", "admin", "auditor"])
def test_for_others_there_is_no_such_page(cast: Cast, who: str) -> None:
    assert cast.client(who).get("/desk/visits/").status_code == 404


def test_the_holder_answers_and_says_why_not_until_when(cast: Cast) -> None:
    visit = ask(cast)
    client, address = cast.client("north_bureau"), f"/desk/visits/{visit.pk}/answer/"
    answer = client.post(address, {"answer": "refuse", "refusal": acts.NECESSITY})
    assert answer.status_code == 400
    assert "needs the day on which it ends" in answer.content.decode()
    until = TODAY + timedelta(days=20)
    client.post(address, {"answer": "refuse", "refusal": acts.NECESSITY, "until": str(until)})
    visit.refresh_from_db()
    assert (visit.state, visit.refused_until) == (Visit.State.REFUSED, until)


def test_the_other_side_cannot_answer(cast: Cast) -> None:
    visit = ask(cast)
    assert (
        cast.client("south_bureau").post(f"/desk/visits/{visit.pk}/answer/", {"answer": "grant"}).status_code == 404
    )


def test_a_delegate_notes_an_interview_and_the_holder_never_sees_it(cast: Cast) -> None:
    visit, person = ask(cast), make_person(cast, number="N-9")
    make_key(cast)
    client = cast.client("iris")
    said = {
        "number": "N-9",
        "on": str(TODAY),
        "alone": "on",
        "travels": "no",
        "why": "his brother",
        "family": "yes",
    }
    assert client.post(f"/desk/visits/{visit.pk}/interview/", said).status_code == 302
    assert Interview.objects.get().person == person
    page = client.get(f"/desk/visits/{visit.pk}/").content.decode()
    assert "locked" in page
    assert "his brother" not in page
    for who in ("north_bureau", "south_bureau", "hala", "case_worker", "admin"):
        assert cast.client(who).get(f"/desk/visits/{visit.pk}/").status_code == 404


def test_a_number_that_nobody_has_is_said_and_nothing_typed_is_lost(cast: Cast) -> None:
    visit = ask(cast)
    answer = cast.client("iris").post(
        f"/desk/visits/{visit.pk}/interview/", {"number": "N-404", "on": str(TODAY), "said": "kept"}
    )
    assert answer.status_code == 400
    assert "kept" in answer.content.decode()


def test_the_picture_is_for_the_icrc(cast: Cast) -> None:
    ask(cast)
    answer = cast.client("iris").get("/desk/visits/picture.svg")
    assert answer["Content-Type"] == "image/svg+xml"
    assert "style=" not in answer.content.decode()
