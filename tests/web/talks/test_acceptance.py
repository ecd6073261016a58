"""Secret acceptance: only that all accept is ever revealed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from repatria.web.ledger.enter import read_back
from repatria.web.ledger.models import Entry
from repatria.web.talks import acceptance
from repatria.web.talks.errors import NotNow, NotYours
from repatria.web.talks.models import Acceptance, Package
from tests.web.cast import Cast
from tests.web.talks.world import agree_on, closed, make_talks, planned

YES, NO = acceptance.YES, acceptance.NO


@pytest.fixture
def package(cast: Cast) -> Package:
    exchange = make_talks(cast)
    run = planned(cast, exchange, agree_on(cast, exchange))
    return acceptance.put(run, 0, cast["hala"], timezone.now() + timedelta(hours=1))


def page(cast: Cast, who: str, package: Package) -> str:
    from tests.web.test_access_matrix import ask

    return ask(cast, who, "get", f"/desk/talks/package/{package.pk}/")[1]


def test_putting_a_package_is_an_entry_and_happens_once(cast: Cast, package: Package) -> None:
    again = acceptance.put(package.run, 0, cast["hala"], timezone.now() + timedelta(hours=2))
    assert again.pk == package.pk
    entry = read_back(Entry.objects.get(act="proposal put"))
    assert (entry["proposal"], entry["persons"], entry["by"]) == (package.reference, 12, "HAL")


def test_an_overlap_is_revealed_at_the_closing_time_and_not_before(cast: Cast, package: Package) -> None:
    for who in ("north", "south"):
        acceptance.answer(package, cast[who], YES)
    assert acceptance.settle(package).settled_at is None
    assert closed(package).accepted


@pytest.mark.parametrize(
    ("north", "south"), [(YES, NO), (NO, YES), (NO, NO), (YES, None), (None, YES), (None, None), (NO, None)]
)
def test_without_an_overlap_nothing_is_left_to_find(
    cast: Cast, package: Package, north: str | None, south: str | None
) -> None:
    for who, said in (("north", north), ("south", south)):
        if said:
            acceptance.answer(package, cast[who], said)
    found = closed(package)
    assert found.accepted is False
    assert {one.answer for one in Acceptance.objects.all()} == {acceptance.SILENT}
    assert found.settled_at == found.closes_at


def test_pages_before_closing_do_not_depend_on_what_another_has_said(cast: Cast, package: Package) -> None:
    before = {who: page(cast, who, package) for who in ("north", "hala", "iris")}
    acceptance.answer(package, cast["south"], NO)
    assert {who: page(cast, who, package) for who in before} == before
    acceptance.answer(package, cast["south"], YES)
    assert {who: page(cast, who, package) for who in before} == before


def test_pages_after_closing_do_not_tell_who_did_not_accept(cast: Cast, package: Package) -> None:
    """The whole world is made twice, and only the refuser differs."""
    acceptance.answer(package, cast["north"], YES)
    acceptance.answer(package, cast["south"], NO)
    closed(package)
    seen = {who: page(cast, who, package) for who in ("north", "south", "hala", "iris")}
    Acceptance.objects.all().delete()
    Package.objects.filter(pk=package.pk).update(settled_at=None, accepted=None)
    for who, said in (("NTH", NO), ("STH", YES)):
        Acceptance.objects.create(package=package, party=cast.parties[who], answer=said)
    package.refresh_from_db()
    acceptance.settle(package)
    assert {who: page(cast, who, package) for who in seen} == seen


def test_rows_and_sizes_in_the_database_tell_nothing(cast: Cast, package: Package) -> None:
    from django.db import connection

    def rows() -> list[tuple[object, ...]]:
        with connection.cursor() as cursor:
            cursor.execute("SELECT party_id, length(answer), given_at FROM talks_acceptance ORDER BY party_id")
            return list(cursor.fetchall())

    before = rows()
    acceptance.answer(package, cast["north"], YES)
    acceptance.answer(package, cast["south"], NO)
    assert rows() == before


def test_a_side_can_change_its_mind_until_then(cast: Cast, package: Package) -> None:
    acceptance.answer(package, cast["north"], NO)
    acceptance.answer(package, cast["north2"], YES)
    assert acceptance.own_answer(package, cast["north"]) == YES
    assert acceptance.own_answer(package, cast["hala"]) is None
    closed(package)
    with pytest.raises(NotNow):
        acceptance.answer(package, cast["north"], NO)


@pytest.mark.parametrize("who", ["hala", "iris", "noor"])
def test_only_sides_answer(cast: Cast, package: Package, who: str) -> None:
    with pytest.raises(NotYours):
        acceptance.answer(package, cast[who], YES)


def test_the_closing_time_must_leave_time_to_think(cast: Cast, package: Package) -> None:
    closed(package)
    with pytest.raises(NotNow):
        acceptance.put(package.run, 0, cast["hala"], timezone.now())


def test_the_mediator_cannot_answer_by_address(cast: Cast, package: Package) -> None:
    assert cast.client("hala").post(f"/desk/talks/package/{package.pk}/answer/", {"answer": YES}).status_code == 404
    assert cast.client("noor").post(f"/desk/talks/package/{package.pk}/answer/", {"answer": YES}).status_code == 404
    assert {one.answer for one in Acceptance.objects.all()} == {acceptance.SILENT}
