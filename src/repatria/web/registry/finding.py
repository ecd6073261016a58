"""Finding people in the registers that somebody may read: pages of fifty, in order of keeper and number."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import merge
from itertools import groupby, islice
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from repatria.web import gate
from repatria.web.exchanges.models import Party
from repatria.web.registry.models import Person, SearchKey
from repatria.web.registry.search import Query, keys_for, read_query

PAGE = 50
AT_ONCE = PAGE + 14
"""Search keys that are read, and persons whose sight is asked for, at a time."""

Place = tuple[int, str, UUID]  # keeper, number, key of a person


@dataclass(frozen=True, slots=True)
class Found:
    """One page of people. `looser` says that nobody fits exactly; `after` is where the next page begins."""

    people: list[Person]
    looser: bool
    after: str


def find(user: Any, text: str, after: str = "") -> Found:
    """Find people by name in any spelling, by number, or all of them if `text` is empty.

    Args:
        user: who asks.
        text: a name, perhaps with a year of birth; or a number.
        after: ``keeper:number`` of the last person of the page before.
    """
    query = read_query(text)
    if query.empty:
        everybody = gate.rows(user, Person).order_by("keeper_id", "number")
        return _page(user, _places(_after(everybody, after)[: PAGE + 1]))
    keepers = _keepers(user)
    found = _page(user, _matching(user, query, query.codes, keepers, after))
    if found.people or after or not query.looser:
        return found
    return _page(user, _matching(user, query, query.looser, keepers, after), looser=True)


def _matching(user: Any, query: Query, codes: Iterable[str], keepers: list[int], after: str) -> list[Place]:
    """Give the first places of those who sound so, and of whoever has this number: a page and one more."""
    mine = gate.rows(user, Person).order_by()
    places = _places(_after(mine.filter(keeper__in=keepers, number=query.number), after))
    sounding = _sounding(codes, keepers, after)
    while len(places) <= PAGE and (some := list(islice(sounding, AT_ONCE))):
        places += _places(mine.filter(pk__in=some))
    return sorted(set(places))[: PAGE + 1]


def _sounding(codes: Iterable[str], keepers: list[int], after: str) -> Iterator[UUID]:
    """Give the keys of persons who sound so, in order of keeper and number."""
    first, number = _read_place(after)
    for keeper in sorted(one for one in keepers if one >= first):
        start = number.encode() if keeper == first else b""
        alike = merge(*(_in_order(key, start) for key in keys_for(codes, [keeper])))
        yield from (person for (_place, person), _codes in groupby(alike))


def _in_order(key: bytes, start: bytes) -> Iterator[tuple[bytes, UUID]]:
    """Give whoever has this search key, by number, a few at a time: most searches want the first page alone."""
    hits = SearchKey.objects.filter(key=key).order_by("place").values_list("place", "person_id")
    while some := [(bytes(place), person) for place, person in hits.filter(place__gt=start)[:AT_ONCE]]:
        yield from some
        start = some[-1][0]


def _places(people: Any) -> list[Place]:
    return list(people.values_list("keeper_id", "number", "pk"))


def _keepers(user: Any) -> list[int]:
    """A side searches its own register; the ICRC those of all."""
    mine = Party.objects.filter(kind=Party.Kind.SIDE)
    return list(
        mine.filter(pk=user.party_id).values_list("pk", flat=True)
        if user.party is not None and user.party.kind == Party.Kind.SIDE
        else mine.values_list("pk", flat=True)
    )


def _read_place(after: str) -> tuple[int, str]:
    """Read ``keeper:number``; what is no place is before everybody."""
    keeper, _colon, number = after.partition(":")
    return (int(keeper), number) if keeper.isdecimal() and number else (0, "")


def _after(people: "QuerySet[Person]", after: str) -> "QuerySet[Person]":
    keeper, number = _read_place(after)
    if not keeper:
        return people
    return people.filter(Q(keeper=keeper, number__gt=number) | Q(keeper__gt=keeper))


def _page(user: Any, places: list[Place], *, looser: bool = False) -> Found:
    """Open only the fifty that are shown."""
    shown = [pk for _keeper, _number, pk in places[:PAGE]]
    whole = (
        gate.rows(user, Person).order_by().filter(pk__in=shown).select_related("keeper", "site", "holder", "origin")
    )
    people = sorted(whole, key=lambda person: (person.keeper_id, person.number))
    after = f"{people[-1].keeper_id}:{people[-1].number}" if len(places) > PAGE else ""
    return Found(people, looser, after)
