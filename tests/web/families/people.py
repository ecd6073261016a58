"""Requests and registers for tests of the families' room. Nobody in them exists."""

from typing import Any

from repatria.web.families import sending
from repatria.web.families.models import Proposal, TracingRequest
from tests.web.cast import Cast

MOTHER = {
    "sought": {
        "full_name_native": "Вигаданий Тарас Олексійович", "date_of_birth": "1990-03-17", "sex": "male",
        "marks": "tattoo of a heron", "unit": "7-B",
    },
    "last_news": {"last_news_on": "2026-01-10", "last_news_place": "near the river"},
    "enquirer": {"name": "Вигадана Олена", "relation": "mother", "contact": "+1 555 0100"},
}  # fmt: skip
FORM = "a" * 32


def ask(
    cast: Cast, form: str = FORM, consent: str = "case_workers", side: str | None = "STH",
    contents: dict[str, Any] | None = None,
) -> tuple[TracingRequest, str]:  # fmt: skip
    """Send a request as a mother does; give it with its receipt."""
    own_side = cast.parties[side] if side else None
    receipt = sending.send(contents or MOTHER, consent, form, own_side=own_side, language="uk")
    found = sending.by_receipt(receipt)
    assert found is not None
    return found, receipt


def confirm(request: TracingRequest, **who: Any) -> TracingRequest:
    """Let a case worker have confirmed whom the request means."""
    request.proposals.filter(**who).delete()
    Proposal.objects.create(request=request, probability=0.99, because=[], verdict="same", **who)
    for name, value in who.items():
        setattr(request, name, value)
    request.save()
    return request
