"""Rows written many at once are the rows that saving one by one would have written."""

from repatria.web.insert import insert, insert_values
from repatria.web.registry.models import Person, SearchKey
from tests.web.cast import Cast

VALUES = [{"kind": "surname", "text": "Коваленко"}]


def people(cast: Cast, count: int) -> list[Person]:
    north = cast.parties["NTH"]
    return [Person(keeper=north, number=f"N-{number}", values=VALUES) for number in range(count)]


def test_sealed_values_and_dates_are_as_saved(cast: Cast) -> None:
    made = people(cast, 3)
    insert(Person, made)
    found = Person.objects.get(pk=made[1].pk)
    assert (found.number, found.values, found.version) == ("N-1", VALUES, 1)
    assert found.entered_at is not None
    assert "Коваленко".encode() not in bytes(Person.objects.values_list("values", flat=True).get(pk=found.pk))


def test_bare_values_are_prepared_by_their_fields(cast: Cast) -> None:
    [one] = people(cast, 1)
    insert(Person, [one])
    insert_values(SearchKey, ("person", "key", "place"), [(one.pk, b"a" * 16, b"1"), (one.pk, b"b" * 16, b"1")])
    assert {bytes(key) for key in one.search_keys.values_list("key", flat=True)} == {b"a" * 16, b"b" * 16}


def test_nothing_is_written_for_nothing(cast: Cast) -> None:
    insert(Person, [])
    insert_values(SearchKey, ("person", "key", "place"), [])
    assert not Person.objects.exists()
