"""Families before press: how many families of people who came home have not been told yet."""

from typing import Any

from django.db.models import Q
from django.utils.translation import ngettext

from repatria.web.compartments import house
from repatria.web.exchanges.models import Exchange
from repatria.web.families import evidence
from repatria.web.families.models import Answer, TracingRequest

_Kind: Any = Answer.Kind
_Told: Any = Answer.Told


@house()
def untold(exchange: Exchange) -> list[TracingRequest]:
    """Give the requests about people returned in `exchange` of which no case worker has told the family yet."""
    return [request for request in _requests(exchange) if _came_home(request) and not _told(request)]


def before_press(exchange: Exchange) -> str:
    """Say how many families must be told before the press is; nothing, if all were."""
    n = len(untold(exchange))
    if not n:
        return ""
    return ngettext(
        "{n} family of somebody who came home has not been told yet; its case worker tells it first.",
        "{n} families of people who came home have not been told yet; their case workers tell them first.",
        n,
    ).format(n=n)


def _requests(exchange: Exchange) -> list[TracingRequest]:
    """Give the requests whose person was confirmed to stand on a list or in an agreement of the exchange."""
    named = Q(person__lines__agreement__exchange=exchange) | Q(row__list__exchange=exchange)
    named |= Q(person__replies__row__list__exchange=exchange)
    found = TracingRequest.objects.filter(named, withdrawn_at=None, source=TracingRequest.Source.FAMILY)
    return list(TracingRequest.objects.filter(pk__in=found.values("pk"), repeats=None))


def _came_home(request: TracingRequest) -> bool:
    return _Kind.RETURNED in evidence.grounds(request).supports


def _told(request: TracingRequest) -> bool:
    """A family is told when the return is released, or when somebody has called them (or tried) about it."""
    newest = request.newest_answer
    if newest is None:
        return False
    called = newest.kind == _Kind.CALL_US and newest.told != _Told.PAGE
    return newest.kind == _Kind.RETURNED or called
