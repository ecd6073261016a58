"""What people's decisions come to: which pairs stand, which groups they make, where they contradict each other.

A decision was made about two rows of two versions of lists. It stands in a later version too, for a row that has
the same code of its sender and says the same; where the row says something else, the pair is looked at anew.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Q

from repatria.web.compartments import house
from repatria.web.exchanges.models import Exchange
from repatria.web.lists.models import NameList, Purpose, Repeat, Row
from repatria.web.matching_desk.models import Decision

Pair = tuple[UUID, UUID]
Verdict = Decision.Verdict


@dataclass(slots=True)
class Standing:
    """The decisions that stand about the rows of two lists: pair of rows (sought, held) -> decision."""

    first: dict[Pair, Decision] = field(default_factory=dict)
    blind: dict[Pair, Decision] = field(default_factory=dict)

    def of(self, verdict: Any) -> list[Pair]:
        """Give the pairs with this verdict on which no two reviewers disagree."""
        return [pair for pair, one in self.first.items() if one.verdict == verdict and pair not in self.disputed]

    @property
    def disputed(self) -> set[Pair]:
        """The pairs on which the second, blind review says something else than the decision that stands."""
        return {
            pair
            for pair, second in self.blind.items()
            if (first := self.first.get(pair)) and first.pk < second.pk and first.verdict != second.verdict
        }


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of both lists that decisions join into one person. Two of one list mean a repeat, or a mistake."""

    sought: tuple[UUID, ...]
    held: tuple[UUID, ...]
    same: tuple[Pair, ...]
    apart: tuple[Pair, ...]
    """Pairs inside the group of which somebody has said that they are two people: A = B, B = C, but A ≠ C."""

    @property
    def is_plain(self) -> bool:
        """Whether it is one row on each side."""
        return len(self.sought) == len(self.held) == 1


def open_pairs_of_lists(exchange: Exchange) -> list[tuple[NameList, NameList]]:
    """Give (persons sought, persons held) for every two sides: the newest versions that are open."""
    lists = NameList.objects.filter(exchange=exchange, opened_at__isnull=False).select_related("party")
    newest = {(one.party_id, one.purpose): one for one in lists.order_by("version")}
    return [
        (sought, held)
        for (seeker, purpose), sought in newest.items()
        for (holder, other), held in newest.items()
        if purpose == Purpose.SOUGHT and other == Purpose.HELD and seeker != holder
    ]


def confirmed(exchange: Exchange) -> dict[Row, Row]:
    """Give ``{row sought: row held}`` for the confirmed matches, as the front door of this room says."""
    chosen: dict[UUID, UUID] = {}
    for sought, held in open_pairs_of_lists(exchange):
        for group in groups(standing(sought, held), sought, held):
            if not group.apart:
                chosen.update(_partners(group))
    wanted = Row.objects.filter(pk__in=[*chosen, *chosen.values()]) if len(chosen) < _MANY else _rows(exchange)
    rows = {row.pk: row for row in wanted.select_related("list", "person")}
    return {rows[one]: rows[other] for one, other in chosen.items()}


_MANY = 400  # SQLite takes a limited number of values in one question.


def _rows(exchange: Exchange) -> Any:
    return Row.objects.filter(list__exchange=exchange, list__opened_at__isnull=False)


def _partners(group: Group) -> dict[UUID, UUID]:
    """Give each row sought its own partner, else any of the group: they are one person."""
    own: dict[UUID, UUID] = {}
    for one, other in sorted(group.same):
        own.setdefault(one, other)
    return own


def standing(sought: NameList, held: NameList) -> Standing:
    """Give the decisions that stand about the rows of two lists, made on these versions or on earlier ones."""
    left, right = _versions(sought), _versions(held)
    made = Decision.objects.filter(
        sought__list__in=left, held__list__in=right, undone_at=None
    ).select_related("sought", "held", "by")  # fmt: skip
    found = Standing()
    decisions = list(made.order_by("pk"))
    now_left = _now(sought, (one.sought for one in decisions))
    now_right = _now(held, (one.held for one in decisions))
    for one in decisions:
        pair = now_left.get(one.sought_id), now_right.get(one.held_id)
        if pair[0] and pair[1]:
            (found.blind if one.blind else found.first)[(pair[0], pair[1])] = one
    return found


def _versions(newest: NameList) -> list[UUID]:
    found, before = [newest.pk], newest.replaces_id
    while before is not None and (one := NameList.objects.filter(pk=before).first()):
        found.append(one.pk)
        before = one.replaces_id
    return found


def _now(newest: NameList, rows: Iterable[Row]) -> dict[UUID, UUID]:
    """Say which row of the newest version each of `rows` is, where it still says the same."""
    of_then: dict[UUID, Row] = {row.pk: row for row in rows}
    found: dict[UUID, UUID] = {key: key for key, row in of_then.items() if row.list_id == newest.pk}
    earlier = {(row.code, bytes(row.says)): key for key, row in of_then.items() if row.list_id != newest.pk}
    if earlier:
        today: dict[Any, UUID] = {
            (code, bytes(says)): key
            for key, code, says in Row.objects.filter(list=newest).values_list("pk", "code", "says")
        }
        found |= {key: today[words] for words, key in earlier.items() if words in today}
    return found


def groups(standing: Standing, sought: NameList, held: NameList) -> list[Group]:
    """Join what is decided to be one person; say where a decision, or the sender, holds two of a group apart."""
    parent: dict[UUID, UUID] = {}
    same = standing.of(Verdict.SAME)
    for one, other in same:
        parent[_root(parent, one)] = _root(parent, other)
    members: dict[UUID, tuple[set[UUID], set[UUID], list[Pair]]] = defaultdict(lambda: (set(), set(), []))
    for one, other in same:
        group = members[_root(parent, one)]
        group[0].add(one)
        group[1].add(other)
        group[2].append((one, other))
    apart: dict[UUID, list[Pair]] = defaultdict(list)
    for one, other in [*standing.of(Verdict.DIFFERENT), *_apart_in_one_list(sought, held)]:
        if one in parent and other in parent and _root(parent, one) == _root(parent, other):
            apart[_root(parent, one)].append((one, other))
    return [
        Group(tuple(sorted(left)), tuple(sorted(right)), tuple(pairs), tuple(apart[root]))
        for root, (left, right, pairs) in members.items()
    ]


def _apart_in_one_list(*lists: NameList) -> list[Pair]:
    with house():  # what a sender says of repeats is its own; that it parts two rows is no secret from the reviewer
        settled = Repeat.objects.filter(Q(list__in=lists), verdict=Repeat.Verdict.DIFFERENT)
        return list(settled.values_list("row_id", "other_id"))


def _root(parent: dict[UUID, UUID], one: UUID) -> UUID:
    parent.setdefault(one, one)
    while parent[one] != one:
        parent[one] = parent[parent[one]]
        one = parent[one]
    return one
