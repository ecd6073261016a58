"""A family sends, comes back, corrects, chooses anew, withdraws."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from repatria.web.families import notices, reading, receipts, sending
from repatria.web.families.models import Answer, TracingRequest
from repatria.web.families.words import NOTHING_YET
from repatria.web.ledger.models import Entry, Opening
from tests.web.cast import Cast
from tests.web.families.people import FORM, MOTHER, ask, confirm
from tests.web.register import make_person


def test_a_request_is_sealed_and_its_receipt_kept_as_a_hash_alone(cast: Cast) -> None:
    _found, receipt = ask(cast)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM families_tracingrequest")
        row = b"|".join(bytes(str(value), "utf8") if not isinstance(value, bytes | memoryview) else bytes(value)
                        for value in cursor.fetchone())  # fmt: skip
    for secret in (receipt, "Тарас", "Вигадан", "555 0100", "heron"):
        assert secret.encode() not in row


def test_the_record_holds_a_commitment_and_no_word(cast: Cast) -> None:
    found, _receipt = ask(cast)
    entry = Entry.objects.get(act="enquiry received")
    assert found.commitment.encode() in bytes(entry.encoded)
    assert "Тарас".encode() not in bytes(entry.encoded)


def test_a_form_sent_twice_is_one_case_with_one_receipt(cast: Cast) -> None:
    _first, receipt = ask(cast)
    _second, again = ask(cast)
    assert receipt == again
    assert TracingRequest.objects.count() == 1
    assert Entry.objects.filter(act="enquiry received").count() == 1


def test_a_form_sent_again_with_changes_keeps_both(cast: Cast) -> None:
    found, _receipt = ask(cast)
    changed = {**MOTHER, "sought": {**MOTHER["sought"], "unit": "8-C"}}
    sending.send(changed, "case_workers", FORM)
    sending.send(changed, "case_workers", FORM)
    assert found.sought["unit"] == "7-B"
    assert [one.contents for one in found.corrections.all()] == [{"sought.unit": "8-C"}]


def test_the_same_words_on_another_day_wait_for_a_case_worker(cast: Cast) -> None:
    first, _receipt = ask(cast)
    second, receipt = ask(cast, form="b" * 32)
    assert second.repeats == first
    assert second.same_family is None
    confirm(first, person=make_person(cast, surname="Вигаданий"))
    notices.give(first, Answer.Kind.IN_REGISTER, cast["case_worker"], "page")
    # Whoever knows what the mother wrote learns nothing by writing the same.
    assert reading.told(receipt).title == NOTHING_YET[0]


def test_an_unknown_receipt_and_an_unanswered_request_are_told_the_same(cast: Cast) -> None:
    _found, receipt = ask(cast)
    with CaptureQueriesContext(connection) as for_mine:
        mine = reading.told(receipt)
    with CaptureQueriesContext(connection) as for_nobodys:
        nobodys = reading.told(receipts.receipt_for("never sent"))
    assert mine == nobodys
    assert len(for_mine) == len(for_nobodys)


def test_guessing_and_looking_up_take_the_same_slow_hash(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    _found, receipt = ask(cast)
    hashes: list[str] = []
    slow = receipts.hashed
    monkeypatch.setattr(receipts, "hashed", lambda text: hashes.append(text) or slow(text))
    reading.told(receipt)
    reading.told(receipts.receipt_for("never sent"))
    assert len(hashes) == 2


def test_a_correction_waits_and_an_unknown_receipt_does_nothing(cast: Cast) -> None:
    found, receipt = ask(cast)
    sending.correct(receipt, "sought.unit", "8-C")
    sending.correct(receipts.receipt_for("never sent"), "sought.unit", "9-D")
    assert [one.contents for one in found.corrections.all()] == [{"sought.unit": "8-C"}]


def test_who_may_read_can_be_chosen_anew(cast: Cast) -> None:
    found, receipt = ask(cast, consent="boards")
    sending.let_read(receipt, "case_workers")
    found.refresh_from_db()
    assert found.consent == "case_workers"


def test_withdrawing_empties_everything_and_keeps_that_it_was_withdrawn(cast: Cast) -> None:
    found, receipt = ask(cast)
    confirm(found, person=make_person(cast, surname="Вигаданий"))
    given = notices.give(found, Answer.Kind.IN_REGISTER, cast["case_worker"], "page")
    sending.correct(receipt, "sought.unit", "8-C")
    sending.withdraw(receipt)
    sending.withdraw(receipt)
    found.refresh_from_db()
    assert found.withdrawn_at is not None
    assert (found.contents, found.fingerprint, found.person, found.own_side) == (None, None, None, None)
    assert not found.proposals.exists()
    assert not found.corrections.exists()
    given.refresh_from_db()
    assert given.kind == Answer.Kind.NO_DATA
    for opening in Opening.objects.filter(commitment__in=[found.commitment, given.commitment]):
        assert opening.contents is None
        assert opening.destroyed_at is not None
    assert Entry.objects.filter(act="opening destroyed").count() == 2
    assert reading.told(receipt).withdrawn


def test_a_form_that_comes_again_after_withdrawal_brings_nothing_back(cast: Cast) -> None:
    found, receipt = ask(cast)
    sending.withdraw(receipt)
    again, _same = ask(cast)
    assert again.pk == found.pk
    assert again.contents is None
