"""Tracing boards: what goes out is what the family allowed; what comes in is read by case workers alone."""

import re
from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from repatria.web.families import boards, sending
from repatria.web.families.errors import NotNow
from repatria.web.families.models import TracingRequest
from tests.web.cast import Cast
from tests.web.families.people import ask

NOW = datetime(2026, 2, 5, 12, tzinfo=UTC)


def test_only_what_the_family_allowed_leaves_with_an_end(cast: Cast) -> None:
    ask(cast, consent="boards")
    ask(cast, form="b" * 32, consent="both_sides", contents={"sought": {"full_name_native": "Інша Людина"}})
    text = boards.document(NOW).decode()
    assert "Вигаданий Тарас Олексійович" in text
    assert "<pfif:date_of_birth>1990</pfif:date_of_birth>" in text
    assert "<pfif:expiry_date>2026-05-06T12:00:00Z</pfif:expiry_date>" in text
    assert "information_sought" in text
    for never in ("Інша", "heron", "7-B", "river", "Олена", "555", "photo", "1990-03", "location", "home_"):
        assert never not in text


def test_nobody_allows_it_and_nothing_is_written(cast: Cast) -> None:
    ask(cast, consent="both_sides")
    with pytest.raises(NotNow):
        boards.document(NOW)


@pytest.mark.parametrize("step", ["withdraw", "let_read"])
def test_what_was_taken_back_leaves_once_more_as_expired(cast: Cast, step: str) -> None:
    found, receipt = ask(cast, consent="boards")
    boards.document(NOW)
    sending.withdraw(receipt) if step == "withdraw" else sending.let_read(receipt, "case_workers")
    text = boards.taken_back(NOW).decode()
    assert f"request.{found.number}" in text
    assert set(re.findall(r"<pfif:(\w+)>", text)) == {
        "person", "person_record_id", "entry_date", "expiry_date", "source_date",
    }  # fmt: skip
    with pytest.raises(NotNow):
        boards.document(NOW)


def test_persons_of_a_board_become_requests_once(cast: Cast) -> None:
    ask(cast, consent="boards")
    uploaded = boards.document(NOW)
    TracingRequest.objects.all().delete()
    for expected in ((1, 0), (0, 1)):
        assert boards.take_in(SimpleUploadedFile("boards.xml", uploaded)) == expected
    taken = TracingRequest.objects.get()
    assert taken.source == "board"
    assert taken.consent == "case_workers"
    assert taken.receipt is None
    assert taken.sought["full_name_native"] == "Вигаданий Тарас Олексійович"


@pytest.mark.parametrize(
    "content",
    [b"", b"<not-pfif/>", b"\x00\x01\x02", b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'],
)
def test_what_is_no_pfif_is_refused_in_words(cast: Cast, content: bytes) -> None:
    with pytest.raises(NotNow):
        boards.take_in(SimpleUploadedFile("boards.xml", content))
    assert not TracingRequest.objects.exists()
