"""Registers are read once and then only what is new; whatever order the rows come in, the duties are the same."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.utils import timezone

from repatria.conventions import EventTable, evaluate
from repatria.web.duties import board, registers
from repatria.web.duties.registers import Registers
from repatria.web.registry.models import Event, Person
from tests.web.cast import Cast
from tests.web.register import make_event, make_person, make_site

TODAY = date(2026, 11, 20)


@pytest.fixture
def sides(cast: Cast) -> list[Any]:
    return [cast.parties["NTH"], cast.parties["STH"]]


@pytest.fixture
def captive(cast: Cast) -> Person:
    person = make_person(cast, number="N-77")
    make_event(person, "capture", "2026-10-01", category="pow")
    make_event(person, "arrival_at_site", "2026-10-05")
    return person


def duties(table: EventTable) -> list[tuple[str, str, str]]:
    return sorted((d.rule.id, d.subject, str(d.status)) for d in evaluate(table, TODAY))


def same_as_anew(kept: Registers, sides: list[Any]) -> bool:
    return duties(kept.table(sides)) == duties(Registers().table(sides))


def test_what_is_noted_later_is_taken_in(captive: Person, sides: list[Any]) -> None:
    kept = Registers()
    assert ("III-70-card", str(captive.pk), "late") in duties(kept.table(sides))
    make_event(captive, "capture_card_written", "2026-10-07")
    assert ("III-70-card", str(captive.pk), "met") in duties(kept.table(sides))
    assert same_as_anew(kept, sides)


def test_only_what_is_new_is_read(captive: Person, sides: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    kept, read = Registers(), list[str]()
    noted = registers.adapter.noted

    def watched(after: Any) -> Iterator[Any]:
        for row in noted(after):
            read.append(row.kind)
            yield row

    monkeypatch.setattr(registers.adapter, "noted", watched)
    kept.table(sides)
    assert read == ["capture", "arrival_at_site"]
    make_event(captive, "medical_inspection", "2026-10-07")
    read.clear()
    kept.table(sides)
    assert "capture" not in read
    assert read[-1] == "medical_inspection"


def test_a_row_that_was_corrected_after_it_was_read_no_longer_counts(captive: Person, sides: list[Any]) -> None:
    kept = Registers()
    wrong = make_event(captive, "capture_card_written", "2026-10-07")
    kept.table(sides)
    taken_back = Event.objects.create(
        person=captive, kind="withdrawn", occurred_on="2026-10-07", details={}, corrects=wrong, reason="another man"
    )
    assert ("III-70-card", str(captive.pk), "late") in duties(kept.table(sides))
    Event.objects.create(
        person=captive, kind="capture_card_written", occurred_on="2026-10-09", details={}, corrects=taken_back,
        reason="it was he after all",
    )  # fmt: skip
    assert ("III-70-card", str(captive.pk), "met") in duties(kept.table(sides))
    assert not evaluate(kept.table(sides), TODAY).problems
    assert same_as_anew(kept, sides)


def test_a_row_of_a_transaction_that_ended_late_is_not_missed(captive: Person, sides: list[Any]) -> None:
    kept = Registers()
    kept.table(sides)
    two_hours_ago = timezone.now() - timedelta(hours=2)
    with patch("django.utils.timezone.now", return_value=two_hours_ago):
        make_event(captive, "capture_card_written", "2026-10-07")
    assert ("III-70-card", str(captive.pk), "met") in duties(kept.table(sides))
    assert same_as_anew(kept, sides)


def test_places_are_looked_at_each_time(cast: Cast, sides: list[Any]) -> None:
    kept, site = Registers(), make_site(cast, code="N-9")
    site.opened_on = date(2026, 10, 1)
    site.save()
    assert "III-23-location" in {rule for rule, _subject, _status in duties(kept.table(sides))}
    site.opened_on = None
    site.save()
    assert duties(kept.table(sides)) == []


def test_a_process_has_the_events_of_its_own_sides(cast: Cast, captive: Person) -> None:
    assert duties(Registers().table([cast.parties["NTH"]]))
    assert duties(Registers().table([cast.parties["STH"]])) == []
    other = make_person(cast, keeper="STH", origin="NTH", number="S-1")
    make_event(other, "capture", "2026-10-01", category="pow")
    both = {
        subject for _rule, subject, _status in duties(Registers().table([cast.parties["NTH"], cast.parties["STH"]]))
    }
    assert {str(captive.pk), str(other.pk)} <= both


def test_an_end_of_withholding_that_was_taken_back_withholds_again(cast: Cast, sides: list[Any]) -> None:
    person = make_person(cast, number="N-88")
    make_event(person, "internment", "2026-10-01", category="civilian")
    make_event(person, "information_withheld", "2026-10-02")
    wrong = make_event(person, "withholding_ended", "2026-10-03")
    kept = Registers()
    assert not evaluate(kept.table(sides), TODAY).whose.withheld
    Event.objects.create(
        person=person, kind="withdrawn", occurred_on="2026-10-03", details={}, corrects=wrong, reason="not his"
    )
    assert evaluate(kept.table(sides), TODAY).whose.withheld


def test_while_large_registers_are_read_the_page_asks_for_patience(
    cast: Cast, captive: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = []
    monkeypatch.setattr(registers, "AT_ONCE", 1)
    monkeypatch.setattr(registers.Thread, "start", lambda thread: begun.append(thread.name))
    fresh = Registers()
    monkeypatch.setattr(board, "REGISTERS", fresh)
    answer = cast.client("iris").get("/desk/duties/")
    assert answer["Refresh"] == "3"
    assert "registers are being read" in answer.content.decode()
    assert begun == ["registers"]
    assert "Duties</h2>" not in cast.client("iris").get("/desk/").content.decode()
    fresh.table([])
    assert "GC III 70" in cast.client("iris").get("/desk/duties/").content.decode()
