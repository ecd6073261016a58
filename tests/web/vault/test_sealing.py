"""Sealed values open in their own place for their own party, and nowhere else."""

import pytest
from django.db import connection, transaction
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from repatria.web.exchanges.models import Party
from repatria.web.registry.models import Person
from repatria.web.vault import keys
from repatria.web.vault.keys import CannotOpen
from repatria.web.vault.sealing import seal, unseal
from tests.web.cast import Cast

VALUES = [{"kind": "surname", "text": "Вигаданий"}]


class AnyText(TestCase):
    @given(st.text())
    def test_what_we_seal_we_can_open(self, text: str) -> None:
        assert unseal(seal(text, "here", None), "here", None) == text


def person(cast: Cast, code: str = "NTH", number: str = "1") -> Person:
    return Person.objects.create(keeper=cast.parties[code], number=number, values=VALUES)


def stored(one: Person) -> bytes:
    with connection.cursor() as cursor:
        key = one.pk.hex if connection.vendor == "sqlite" else one.pk
        cursor.execute("SELECT values FROM registry_person WHERE id = %s".replace("values", '"values"'), [key])
        return bytes(cursor.fetchone()[0])


def test_a_row_reads_back(cast: Cast) -> None:
    made = person(cast)
    assert Person.objects.get(pk=made.pk).values == VALUES


def test_nothing_lies_in_clear(cast: Cast) -> None:
    assert "Вигаданий".encode() not in stored(person(cast))
    assert b"surname" not in stored(person(cast, number="2"))


def test_a_value_moved_to_another_row_does_not_open(cast: Cast) -> None:
    one, other = person(cast), person(cast, number="2")
    other.__dict__["values"] = stored(one)
    with pytest.raises(CannotOpen):
        _ = other.values


def test_a_value_moved_to_another_party_does_not_open(cast: Cast) -> None:
    one = person(cast)
    raw = stored(one)
    one.keeper = cast.parties["STH"]
    one.__dict__["values"] = raw
    with pytest.raises(CannotOpen):
        _ = one.values


def test_a_value_moved_to_another_column_does_not_open() -> None:
    with pytest.raises(CannotOpen):
        unseal(seal("x", "table|column|1", None), "table|other|1", None)


test_a_value_moved_to_another_column_does_not_open = pytest.mark.django_db(
    test_a_value_moved_to_another_column_does_not_open
)


def test_a_changed_bit_does_not_open(cast: Cast) -> None:
    sealed = bytearray(seal("x", "here", None))
    sealed[-1] ^= 1
    with pytest.raises(CannotOpen):
        unseal(bytes(sealed), "here", None)


def test_an_update_without_its_row_is_refused(cast: Cast) -> None:
    person(cast)
    with pytest.raises(TypeError, match="sealed"):
        Person.objects.update(values=VALUES)


def test_after_rotation_old_values_open_and_new_ones_use_the_new_key(cast: Cast) -> None:
    party = Party.objects.get(code="NTH")
    old = person(cast)
    before, _key = keys.newest(party.pk)
    keys.rotate(party.pk)
    assert keys.newest(party.pk)[0] != before
    assert Person.objects.get(pk=old.pk).values == VALUES


def test_a_blind_index_differs_between_parties(cast: Cast) -> None:
    words = {keys.blind(cast.parties[code].pk, "name", "shevchenko") for code in ("NTH", "STH")}
    assert len(words) == 2


@pytest.mark.django_db(transaction=True)
def test_a_key_whose_transaction_failed_is_not_remembered() -> None:
    """Else a value would be sealed under a key that no database holds, because its number was given away anew."""
    party = Party.objects.create(code="NTH", name="North", kind="side")
    with transaction.atomic():
        number, lost = keys.newest(party.pk)
        transaction.set_rollback(True)
    again, kept = keys.newest(party.pk)
    assert kept != lost
    if again != number:  # PostgreSQL never gives a number twice
        with pytest.raises(CannotOpen):
            keys.by_number(number)
    assert keys.by_number(again) == kept
