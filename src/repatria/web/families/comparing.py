"""Whom a request may mean: compared by the same room that compares lists, with every register and opened list.

What comes out are proposals with reasons; a case worker confirms. What a case worker has decided is not touched.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import polars as pl
from django.db import transaction
from django.utils import timezone

from repatria.matching import MATCH, Settings, reconcile
from repatria.people import LINKAGE
from repatria.web.compartments import house
from repatria.web.families.models import Proposal, TracingRequest
from repatria.web.lists.models import Row
from repatria.web.registry.models import Person

MOST_PROPOSED = 6
# Families know less than lists do: a case worker looks at what would be left aside between two lists.
LEAST = 0.02
_PERSON, _ROW = "P", "R"
_Pair = tuple[str, str, float, list[Any]]
"""A request, whom it may mean, how likely, and the reasons as they are kept."""


@house()
def compare(requests: Iterable[TracingRequest]) -> int:
    """Compare requests with all registers and opened lists. Gives how many proposals were added."""
    requests = [one for one in requests if one.contents]
    if not requests:
        return 0
    left = _frame((str(one.pk), one.sought) for one in requests)
    right = _frame(_candidates())
    found = _pairs(left, right) if left.height and right.height else []
    return sum(_keep(one, [pair for pair in found if pair[0] == str(one.pk)]) for one in requests)


def _frame(rows: Iterable[tuple[str, dict[str, str]]]) -> pl.DataFrame:
    named = [{**{name: values.get(name, "") for name in LINKAGE}, "id": id_} for id_, values in rows]
    return pl.DataFrame(named, schema=dict.fromkeys(LINKAGE, pl.String))


def _candidates() -> Iterator[tuple[str, dict[str, str]]]:
    for person in Person.objects.iterator(chunk_size=2000):
        yield f"{_PERSON}:{person.pk}", person.current()
    rows = Row.objects.filter(list__opened_at__isnull=False, list__withdrawn_at=None, list__replaced_by=None)
    for row in rows.select_related("list").iterator(chunk_size=2000):
        yield f"{_ROW}:{row.pk}", row.columns


def _pairs(left: pl.DataFrame, right: pl.DataFrame) -> list[_Pair]:
    found = reconcile(left, right, Settings(review=LEAST, match=max(MATCH, LEAST))).pairs()
    ours, theirs = left["id"], right["id"]
    return [
        (ours[one.left], theirs[one.right], one.probability, [reason.kept() for reason in one.because])
        for one in found
    ]


@transaction.atomic
def _keep(request: TracingRequest, pairs: list[_Pair]) -> int:
    decided = {(one.person_id or one.row_id) for one in request.proposals.exclude(verdict=Proposal.Verdict.OPEN)}
    request.proposals.filter(verdict=Proposal.Verdict.OPEN).delete()
    fresh = [_proposal(request, *pair[1:]) for pair in sorted(pairs, key=lambda pair: -pair[2])[:MOST_PROPOSED]]
    fresh = [one for one in fresh if (one.person_id or one.row_id) not in decided]
    for one in fresh:
        one.save(force_insert=True)
    TracingRequest.objects.filter(pk=request.pk).update(compared_at=timezone.now())
    return len(fresh)


def _proposal(request: TracingRequest, other: str, probability: float, because: list[Any]) -> Proposal:
    kind, _colon, key = other.partition(":")
    who: dict[str, Any] = (
        {"person": Person.objects.get(pk=key)} if kind == _PERSON else {"row": Row.objects.get(pk=key)}
    )
    return Proposal(request=request, probability=probability, because=because, **who)
