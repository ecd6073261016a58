"""What waits for the case workers, by what it waits for."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from repatria.web.families.models import Answer, Correction, Proposal, TracingRequest

QUEUES: dict[str, Any] = {
    "look": _("somebody may be found"),
    "answer": _("found, nothing told yet"),
    "corrections": _("corrected by the family"),
    "repeats": _("sent again"),
    "open": _("nobody found yet"),
    "all": _("all"),
}


def in_queue(requests: "QuerySet[TracingRequest]", name: str) -> "QuerySet[TracingRequest]":
    """Give the requests of one queue, the oldest first."""
    return requests.filter(_FILTERS[name]()).order_by("number")


def counts(requests: "QuerySet[TracingRequest]") -> dict[str, int]:
    """Count each queue."""
    return {name: in_queue(requests, name).count() for name in QUEUES}


def _open_proposals() -> Exists:
    return Exists(Proposal.objects.filter(request=OuterRef("pk"), verdict=Proposal.Verdict.OPEN))


_LIVE = Q(withdrawn_at=None)
_FOUND = Q(person__isnull=False) | Q(row__isnull=False)
_FILTERS: dict[str, Any] = {
    "look": lambda: _LIVE & ~_FOUND & Q(_open_proposals()),
    "answer": lambda: _LIVE & _FOUND & ~Q(Exists(Answer.objects.filter(request=OuterRef("pk")))),
    "corrections": lambda: _LIVE & Q(Exists(Correction.objects.filter(request=OuterRef("pk"), taken_at=None))),
    "repeats": lambda: _LIVE & Q(repeats__isnull=False, same_family=None),
    "open": lambda: _LIVE & ~_FOUND & Q(repeats=None),
    "all": Q,
}
