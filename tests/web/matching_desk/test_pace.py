"""A reviewer who works is not stopped by the quota of reads; a program that reads through the desk is."""

from datetime import timedelta
from unittest.mock import patch
from uuid import uuid4

import pytest
from django.utils import timezone

from repatria.web.audit import reads
from repatria.web.audit.models import Alarm
from repatria.web.audit.reads import TooManyRead
from repatria.web.lists.models import NameList, Row
from repatria.web.matching_desk.models import Decision
from tests.web.cast import Cast
from tests.web.matching_desk.little_lists import opened

Pair = tuple[Row, Row]


@pytest.fixture(autouse=True)
def small_quotas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reads, "MOST_IN_AN_HOUR", 20)
    monkeypatch.setattr(reads, "MOST_WORKED_THROUGH", 60)


@pytest.fixture
def pairs(cast: Cast) -> list[Pair]:
    def rows(party: str, purpose: str) -> list[Row]:
        names = [{"id": f"{party}-{number}", "surname": "Bondar"} for number in range(40)]
        made: NameList = opened(cast, party, purpose, names)
        return list(made.rows.order_by("number"))

    return list(zip(rows("STH", "sought"), rows("NTH", "held"), strict=True))


def look_and_decide(cast: Cast, pair: Pair, at: timedelta) -> None:
    """Read a pair, as the queue shows it, and decide it `at` after the first."""
    reads.note(cast["hala"], "review", [(row.pk, row.list.party_id) for row in pair])
    moment = timezone.now() - timedelta(minutes=50) + at
    with patch("django.utils.timezone.now", return_value=moment):
        Decision.objects.create(
            exchange=cast.exchange, sought=pair[0], held=pair[1], verdict="different", by=cast["hala"]
        )


def review(cast: Cast, pairs: list[Pair], seconds: float) -> None:
    """Look at pair after pair and decide each, so many seconds after the one before."""
    for number, pair in enumerate(pairs):
        look_and_decide(cast, pair, timedelta(seconds=seconds * number))


def only_read(cast: Cast, pairs: list[Pair]) -> None:
    for pair in pairs:
        reads.note(cast["hala"], "review", [(row.pk, row.list.party_id) for row in pair])


def test_whoever_decides_what_he_reads_goes_on(cast: Cast, pairs: list[Pair]) -> None:
    review(cast, pairs[:30], seconds=4)
    assert not Alarm.objects.exists()


def test_even_that_has_a_bound(cast: Cast, pairs: list[Pair]) -> None:
    with pytest.raises(TooManyRead):
        review(cast, pairs, seconds=4)
    assert Alarm.objects.get().kind == Alarm.Kind.SCRAPING


def test_a_program_that_decides_to_read_on_is_stopped_as_if_it_had_not(cast: Cast, pairs: list[Pair]) -> None:
    with pytest.raises(TooManyRead):
        review(cast, pairs, seconds=1)
    assert Decision.objects.count() <= 11
    assert Alarm.objects.get().kind == Alarm.Kind.SCRAPING


def test_whoever_reads_pairs_and_decides_none_is_stopped(cast: Cast, pairs: list[Pair]) -> None:
    with pytest.raises(TooManyRead):
        only_read(cast, pairs)


def test_work_does_not_make_room_for_reading_others(cast: Cast, pairs: list[Pair]) -> None:
    review(cast, pairs[:15], seconds=4)
    reads.note(cast["hala"], "list_rows", [(uuid4(), None) for _row in range(20)])
    with pytest.raises(TooManyRead):
        reads.note(cast["hala"], "list_rows", [(uuid4(), None)])
