"""Entries are written with their effect, or not at all, and each reaches the record once."""

import pytest
from django.conf import settings
from django.db import transaction

from repatria.record import verify_folder
from repatria.record.errors import EntryRefused
from repatria.web.ledger import enter as ledger
from repatria.web.ledger import keeper
from repatria.web.ledger.models import Entry, Opening
from tests.web.cast import Cast

SEAL = "ab" * 32


def seal_a_list(number: int = 1) -> Entry:
    return ledger.enter(
        "list sealed", by="NTH", exchange="exchange-1", list=f"list-{number}", seal=SEAL, persons=157
    )


@pytest.mark.django_db(transaction=True)
def test_an_entry_without_a_transaction_is_refused() -> None:
    with pytest.raises(transaction.TransactionManagementError):
        seal_a_list()


def test_an_entry_that_its_act_does_not_allow_is_refused(cast: Cast) -> None:
    with pytest.raises(EntryRefused):
        ledger.enter("list sealed", by="NTH", exchange="exchange-1", list="the list of Vasyl", seal=SEAL, persons=1)


@pytest.mark.django_db(transaction=True)
def test_an_effect_that_is_undone_leaves_no_entry() -> None:
    with transaction.atomic():
        seal_a_list()
        transaction.set_rollback(True)
    assert not Entry.objects.exists()


def test_entries_reach_the_record_in_order_and_verify(cast: Cast) -> None:
    made = [seal_a_list(n) for n in range(1, 6)]
    assert keeper.publish() == 5
    assert [Entry.objects.get(pk=entry.pk).index for entry in made] == [1, 2, 3, 4, 5]
    report = verify_folder(settings.RECORD_FOLDER)
    assert report.in_order
    assert report.size == 6  # the first entry opens the record


def test_publishing_twice_writes_nothing_twice(cast: Cast) -> None:
    seal_a_list()
    keeper.publish()
    assert keeper.publish() == 0
    assert verify_folder(settings.RECORD_FOLDER).size == 2


def test_a_keeper_killed_before_it_could_note_finds_its_entries_again(cast: Cast) -> None:
    for n in range(1, 4):
        seal_a_list(n)
    keeper.publish()
    Entry.objects.filter(index__gt=1).update(index=None)  # as if it died after the folder, before the database
    seal_a_list(4)
    assert keeper.publish() == 1
    assert list(Entry.objects.order_by("index").values_list("index", flat=True)) == [1, 2, 3, 4]
    assert verify_folder(settings.RECORD_FOLDER).size == 5


def test_a_commitment_opens_for_those_entitled_and_can_be_destroyed(cast: Cast) -> None:
    commitment = ledger.commit({"row": "S-1", "answer": "held"}, cast.parties["NTH"].pk)
    opening = Opening.objects.get(commitment=commitment)
    assert opening.contents["fact"] == {"row": "S-1", "answer": "held"}
    ledger.destroy(opening, by="NTH", reason="at the person's wish")
    again = Opening.objects.get(pk=opening.pk)
    assert again.contents is None
    assert Entry.objects.get().act == "opening destroyed"
