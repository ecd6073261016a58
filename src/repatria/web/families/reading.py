"""What who has a receipt may read: nothing that a case worker has not released."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from repatria.web.compartments import house
from repatria.web.families import evidence, notices, sending
from repatria.web.families.models import Answer, TracingRequest
from repatria.web.families.words import ANSWERS, NOTHING_YET

_OF_LISTS = (Answer.Kind.NAME_SUBMITTED, Answer.Kind.NAME_REFUSED)


@dataclass(frozen=True, slots=True)
class Told:
    """One answer in words; `code` verifies it, `on` is the day it was released. Both empty where there is none."""

    title: Any
    text: Any
    code: str = ""
    on: date | None = None
    withdrawn: bool = False
    calls: bool = False


@house()
def told(receipt: str) -> Told:
    """Give what may be told now. An unknown receipt and a request without an answer give the same, equally fast."""
    request = sending.by_receipt(receipt) or TracingRequest()
    if request.withdrawn_at is not None:
        return Told(*NOTHING_YET, withdrawn=True)
    shown = [(answer, code) for answer, code in notices.codes(request) if _may_be_shown(request, answer)]
    if not shown:
        return Told(*NOTHING_YET)
    answer, code = shown[-1]
    if answer.read_at is None:
        Answer.objects.filter(pk=answer.pk, read_at=None).update(read_at=timezone.now())
    return Told(*ANSWERS[answer.kind], code, answer.at.date(), calls=answer.kind == Answer.Kind.CALL_US)


def _may_be_shown(request: TracingRequest, answer: Answer) -> bool:
    """What was said of lists is shown only for as long as every side lets families see it."""
    return answer.kind not in _OF_LISTS or evidence.all_may_tell(request)
