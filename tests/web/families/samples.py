"""Sample objects of the families' room for the matrix of access."""

from collections.abc import Callable
from typing import Any

from tests.web.cast import Cast
from tests.web.families.people import ask
from tests.web.register import make_person


def _tracing_request(cast: Cast) -> Any:
    return ask(cast, consent="both_sides")[0]


def _proposal(cast: Cast) -> Any:
    from repatria.web.families.models import Proposal

    who = make_person(cast, number="N-77", surname="Nobody")
    return Proposal.objects.create(
        request=_tracing_request(cast), person=who, probability=0.9, because=[["birth", 1, 14.2, 1.0]]
    )


def _correction(cast: Cast) -> Any:
    from repatria.web.families.models import Correction

    return Correction.objects.create(request=_tracing_request(cast), contents={"sought.unit": "8-C"})


def _boards_act(cast: Cast) -> Any:
    from repatria.web.families.acts import BOARDS
    from repatria.web.two_persons.rule import confirm, propose

    _tracing_request(cast)
    act = propose(BOARDS, cast["case_worker"], "2026-02-05")
    return confirm(act.pk, cast["case_worker2"])


SAMPLES: dict[str, Callable[[Cast], Any]] = {
    "request_id": _tracing_request,
    "proposal_id": _proposal,
    "correction_id": _correction,
    "families-boards-file:act_id": _boards_act,
    "families-boards-back:act_id": _boards_act,
}
