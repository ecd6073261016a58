"""Finding people in the registers that somebody may read: pages of fifty, in order of keeper and number."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from repatria.web import gate
from repatria.web.exchanges.models import Party
from repatria.web.registry.models import Person, SearchKey
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
        return _page(gate.rows(user, Person), after, looser=False)
    keepers = _keepers(user)
    exact = _matching(user, query, query.codes, keepers)
    found = _page(exact, after, looser=False)
    if found.people or after or not query.looser:
        return found
    return _page(_matching(user, query, query.looser, keepers), after, looser=True)


def _matching(user: Any, query: Query, codes: Iterable[str], keepers: list[int]) -> "QuerySet[Person]":
    hits = SearchKey.objects.filter(key__in=keys_for(codes, keepers)).values("person")
    return gate.rows(user, Person).filter(Q(pk__in=hits) | Q(keeper__in=keepers, number=query.number))


def _keepers(user: Any) -> list[int]:
    """A side searches its own register; the ICRC those of all."""
    mine = Party.objects.filter(kind=Party.Kind.SIDE)
    return list(
        mine.filter(pk=user.party_id).values_list("pk", flat=True)
        if user.party is not None and user.party.kind == Party.Kind.SIDE
        else mine.values_list("pk", flat=True)
    )


def _page(people: "QuerySet[Person]", after: str, *, looser: bool) -> Found:
    keeper, _colon, number = after.partition(":")
    if keeper.isdecimal() and number:
        people = people.filter(Q(keeper=keeper, number__gt=number) | Q(keeper__gt=keeper))
    page = list(
        people.order_by("keeper_id", "number").select_related("keeper", "site", "holder", "origin")[: PAGE + 1]
    )
    more = len(page) > PAGE
    page = page[:PAGE]
    return Found(page, looser, f"{page[-1].keeper_id}:{page[-1].number}" if more else "")
