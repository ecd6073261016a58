"""The annexed list: a line a person, which all can count and check, and which only those entitled can open.

The annex holds a commitment for each person (:mod:`repatria.record.commitments`) beside what all at the table may
know: holder, receiver, account, stage. So its hash can stand in the text that all sign; a third party can check
that it was given the whole annex, and yet reads nobody's name.
"""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

import rfc8785

from repatria.record import Opening, commit
from repatria.web.exchanges.models import Party
from repatria.web.replies.models import Reply
from repatria.web.talks import table
from repatria.web.talks.models import Agreement, Line
from repatria.web.talks.reading import Account, Captive, Reading

FORMAT = "repatria-annex/1"


def draw_up(agreement: Agreement) -> None:
    """Write the lines of a draft anew: those who go, then the reserve in its order. They are not live yet."""
    agreement.lines.all().delete()
    reading, number = Reading(agreement.package.run), agreement.package.alternative
    stages = reading.stages(number)
    going = sorted(stages, key=lambda key: _order(reading, key, stages[key]))
    standing_by = reserve(reading, number, agreement.reserve)
    replies = _replies(reading, [*going, *standing_by])
    parties = {party.code: party for party in table.sides(agreement.exchange)}
    lines = [
        _line(agreement, n, reading, key, replies[key], parties, stages.get(key, 1), key in stages)
        for n, key in enumerate([*going, *standing_by], 1)
    ]
    Line.objects.bulk_create(lines, batch_size=500)
    agreement.annex = document(agreement, lines)
    agreement.annex_sha256 = digest(agreement.annex)


def reserve(reading: Reading, number: int, each: int) -> list[str]:
    """Give who stands by: of each holder the `each` longest held who stay, travel, and are left out by no term."""
    gone, found = set(reading.go(number)), list[str]()
    for code in sorted(reading.names):
        free = [
            key
            for key, one in reading.people.items()
            if one.holder == code and key not in gone and _could_step_in(reading, key, one)
        ]
        found += sorted(free, key=lambda key: (-reading.people[key].days, key))[:each]
    return found


def document(agreement: Agreement, lines: Iterable[Line]) -> dict[str, Any]:
    """Give the annex as the document that is hashed."""
    lines = list(lines)
    return {
        "format": FORMAT,
        "agreement": agreement.reference,
        "lines": [_public(line) for line in lines if not line.in_reserve],
        "reserve": [_public(line) for line in lines if line.in_reserve],
    }


def digest(annex: dict[str, Any]) -> str:
    """Give the SHA-256 of the annex in canonical JSON (RFC 8785)."""
    return sha256(packed(annex)).hexdigest()


def packed(annex: dict[str, Any]) -> bytes:
    """Give the bytes that are hashed."""
    return rfc8785.dumps(annex)


def _could_step_in(reading: Reading, key: str, one: Captive) -> bool:
    code = reading.plan["why"].get(key, [""])[0]
    return one.consent != "no" and one.health != "grave" and code != "excluded"


def _order(reading: Reading, key: str, stage: int) -> tuple[Any, ...]:
    one = reading.people[key]
    return (
        stage,
        one.holder,
        one.receiver,
        reading.account(key) != Account.OWED,
        one.site,
        one.group or "",
        key,
    )


def _replies(reading: Reading, keys: list[str]) -> dict[str, Reply]:
    wanted = {reading.kept["replies"][key]: key for key in keys}
    found: dict[str, Reply] = {}
    for some in table.portions(sorted(wanted)):
        replies = Reply.objects.filter(pk__in=some).select_related("row__list")
        found |= {wanted[str(reply.pk)]: reply for reply in replies}
    return found


def _line(
    agreement: Agreement, number: int, reading: Reading, key: str, reply: Reply, parties: dict[str, Party],
    stage: int, goes: bool,
) -> Line:  # fmt: skip
    one = reading.people[key]
    opening = commit(identity(reply, reading.kept["codes"][key]))
    return Line(
        agreement=agreement,
        number=number,
        captive_id=reply.person_id,
        reply=reply,
        holder=parties[one.holder],
        receiver=parties[one.receiver],
        origin=parties[one.origin],
        account=reading.account(key) if goes else Account.FORMULA,
        stage=stage,
        in_reserve=not goes,
        is_live=False,
        opening=json.loads(opening.format()),
    )


def identity(reply: Reply, code: str) -> dict[str, Any]:
    """Give what tells this person from any other: his numbers on both sides, name and birth as on the list."""
    columns = reply.row.columns
    return {
        "captive": code,
        "list": reply.row.list.reference,
        "row": reply.row.code,
        "names": list(_names(columns)),
        "born": columns.get("date_of_birth", ""),
    }


def _names(columns: dict[str, Any]) -> Iterator[str]:
    parts = [columns.get(part, "") for part in ("surname", "given_name", "patronymic")]
    if any(parts):
        yield " ".join(part for part in parts if part)
    if columns.get("full_name_native"):
        yield columns["full_name_native"]


def _public(line: Line) -> dict[str, Any]:
    assert line.opening is not None
    return {
        "number": line.number,
        "holder": line.holder.code,
        "receiver": line.receiver.code,
        "account": str(line.account),
        "stage": line.stage,
        "person": Opening.parse(json.dumps(line.opening)).commitment,
    }
