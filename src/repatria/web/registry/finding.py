"""Finding people in the registers that somebody may read: pages of fifty, in order of keeper and number."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from repatria.web import gate
from repatria.web.exchanges.models import Party
from repatria.web.registry.models import Person
from repatria.web.registry.search import Query, keys_for, read_query

PAGE = 50


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
        return _page(user, _after(gate.rows(user, Person), after), looser=False)
    keepers = _keepers(user)
    found = _page(user, *_matching(user, query, query.codes, keepers, after), looser=False)
    if found.people or after or not query.looser:
        return found
    return _page(user, *_matching(user, query, query.looser, keepers, after), looser=True)


def _matching(
    user: Any, query: Query, codes: Iterable[str], keepers: list[int], after: str
) -> "list[QuerySet[Person]]":
    """Give those who sound so, and whoever has this number: two questions, so that each goes by its own index."""
    mine = gate.rows(user, Person)
    return [
        _after(mine.filter(search_keys__key__in=keys_for(codes, keepers)), after).distinct(),
        _after(mine.filter(keeper__in=keepers, number=query.number), after),
    ]


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


def _page(user: Any, *questions: "QuerySet[Person]", looser: bool) -> Found:
    """Find places first and open only the fifty that are shown."""
    places: set[tuple[int, str, Any]] = set()
    for people in questions:
        places |= set(people.order_by("keeper_id", "number").values_list("keeper_id", "number", "pk")[: PAGE + 1])
    first = sorted(places)[: PAGE + 1]
    shown = [pk for _keeper, _number, pk in first[:PAGE]]
    whole = gate.rows(user, Person).filter(pk__in=shown).select_related("keeper", "site", "holder", "origin")
    people_shown = sorted(whole, key=lambda person: (person.keeper_id, person.number))
    after = f"{people_shown[-1].keeper_id}:{people_shown[-1].number}" if len(first) > PAGE else ""
    return Found(people_shown, looser, after)
