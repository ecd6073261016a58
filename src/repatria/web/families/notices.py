"""Notices to families, each with a short code by which anybody can check on the site that it is ours.

The code is on the notice alone; kept are its keyed hash, and in the record a commitment to the code and the answer.
A check opens that commitment and compares it with the entry: a notice that is not in the record is not ours.
"""

import json
import secrets
from dataclasses import dataclass
from datetime import date
from typing import Any

from repatria.record import Opening as RecordOpening
from repatria.record.errors import OpeningRefused
from repatria.web.compartments import house
from repatria.web.families import receipts
from repatria.web.families.models import Answer, TracingRequest
from repatria.web.ledger.enter import commit, enter, read_back
from repatria.web.ledger.models import Opening

# Without letters that are read as another one, in print or aloud (Crockford's alphabet).
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 12
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})


def new_code() -> str:
    """Draw a code of 12 signs (60 bits)."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def plain(text: str) -> str:
    """Give a code as it is kept, however it was typed."""
    return receipts.plain(text).upper().translate(_READ_AS)


def written(code: str) -> str:
    """Write a code as people read it: three groups of four."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def give(request: TracingRequest, kind: str, by: Any, told: str) -> Answer:
    """Release an answer, with its notice in the record. Inside a transaction."""
    code = code_of(request, request.answers.count())
    fact = {"code": code, "answer": kind, "request": str(request.pk)}
    commitment = commit(fact, request.party_id)
    entry = enter("notice given", by=by.party_code, notice=commitment)
    return Answer.objects.create(
        request=request, kind=kind, told=told, by=by, code=_kept(code), entry=entry, commitment=commitment
    )


def code_of(request: TracingRequest, place: int) -> str:
    """Give the code of a request's answer number `place`: the same each time the family reads it."""
    drawn = int.from_bytes(receipts.quick_hash("notice", f"{request.pk}|{place}"), "big")
    return "".join(ALPHABET[(drawn >> (5 * sign)) & 31] for sign in range(LENGTH))


def codes(request: TracingRequest) -> list[tuple[Answer, str]]:
    """Give a request's answers, oldest first, each with its code as written."""
    return [
        (answer, written(code_of(request, place))) for place, answer in enumerate(request.answers.order_by("pk"))
    ]


def forget(request: TracingRequest) -> None:
    """Nothing of an answer stays but that one was given, and when; its code then says that it was erased."""
    request.answers.update(kind=Answer.Kind.NO_DATA)


@dataclass(frozen=True, slots=True)
class Checked:
    """A notice that is ours: when it was given, its number in the record (None: not there yet), whether erased."""

    given_on: date
    number: int | None
    erased: bool


@house()
def check(text: str) -> Checked | None:
    """Check a code against the record. None: this is no notice of ours."""
    code = plain(text)
    answer = Answer.objects.filter(code=_kept(code)).select_related("entry").first()
    if answer is None or read_back(answer.entry)["notice"] != answer.commitment:
        return None
    opening = Opening.objects.filter(commitment=answer.commitment).first()
    if opening is None or opening.contents is None:
        return Checked(answer.at.date(), answer.entry.index, erased=True) if opening else None
    return Checked(answer.at.date(), answer.entry.index, erased=False) if _opens(opening, answer, code) else None


def _opens(opening: Opening, answer: Answer, code: str) -> bool:
    try:
        held = RecordOpening.parse(json.dumps(opening.contents))
        held.check(answer.commitment)
    except OpeningRefused:
        return False
    return bool(held.fact["code"] == code and held.fact["answer"] == answer.kind)


def _kept(code: str) -> bytes:
    return receipts.quick_hash("code", code)
