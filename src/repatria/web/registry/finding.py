"""Finding people in the registers that somebody may read: pages of fifty, in order of keeper and number."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from repatria.web import gate
from repatria.web.exchanges.models import Party
from repatria.web.registry.models import Person, SearchKey
from repatria.web.registry.search import Query, keys_for, read_query

PAGE = 50
MOST = 10_000
"""Persons who sound alike and are looked at; a search that finds more must be narrowed."""
AT_ONCE = 500

Place = tuple[int, str, UUID]  # keeper, number, key of a person


@dataclass(frozen=True, slots=True)
class Found:
    """One page of people. `looser` says that nobody fits exactly; `after` is where the next page begins; `many`
    that more sound so than are looked at.
    """

    people: list[Person]
    looser: bool
    after: str
    many: bool = False


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
    exact, many = _sounding(query.codes, keepers)
    found = _page(user, _matching(user, query, exact, keepers, after), many=many)
    if found.people or after or not query.looser:
        return found
    looser, many = _sounding(query.looser, keepers)
    return _page(user, _matching(user, query, looser, keepers, after), looser=True, many=many)


def _sounding(codes: Iterable[str], keepers: list[int]) -> tuple[list[UUID], bool]:
    """Give the keys of persons who sound so, and whether there are more than are looked at."""
    hits = SearchKey.objects.filter(key__in=keys_for(codes, keepers)).order_by()
    people = list(dict.fromkeys(hits.values_list("person_id", flat=True)[: MOST + 1]))
    return people[:MOST], len(people) > MOST


def _matching(user: Any, query: Query, sounding: list[UUID], keepers: list[int], after: str) -> "list[Place]":
    """Give the places of those who sound so, and of whoever has this number."""
    mine = gate.rows(user, Person).order_by()
    places = _places(_after(mine.filter(keeper__in=keepers, number=query.number), after))
    for start in range(0, len(sounding), AT_ONCE):
        places += _places(_after(mine.filter(pk__in=sounding[start : start + AT_ONCE]), after))
    return sorted(set(places))


def _places(people: Any) -> "list[Place]":
    return list(people.values_list("keeper_id", "number", "pk"))


def _keepers(user: Any) -> list[int]:
    """A side searches its own register; the ICRC those of all."""
    mine = Party.objects.filter(kind=Party.Kind.SIDE)
    return list(
        mine.filter(pk=user.party_id).values_list("pk", flat=True)
        if user.party is not None and user.party.kind == Party.Kind.SIDE
        else mine.values_list("pk", flat=True)
    )


def _after(people: "QuerySet[Person]", after: str) -> "QuerySet[Person]":
    keeper, _colon, number = after.partition(":")
    if not (keeper.isdecimal() and number):
        return people
    return people.filter(Q(keeper=keeper, number__gt=number) | Q(keeper__gt=keeper))


def _page(user: Any, places: "list[Place]", *, looser: bool = False, many: bool = False) -> Found:
    """Open only the fifty that are shown."""
    shown = [pk for _keeper, _number, pk in places[:PAGE]]
    whole = (
        gate.rows(user, Person).order_by().filter(pk__in=shown).select_related("keeper", "site", "holder", "origin")
    )
    people = sorted(whole, key=lambda person: (person.keeper_id, person.number))
    after = f"{people[-1].keeper_id}:{people[-1].number}" if len(places) > PAGE else ""
    return Found(people, looser, after, many)
