"""Many replies from a spreadsheet: looked at first, row by row; given only when a person says so."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from repatria.web import policy
from repatria.web.compartments import as_user, house
from repatria.web.lists.models import NameList
from repatria.web.registry.models import Person
from repatria.web.replies import acts, asked, sheet
from repatria.web.replies.acts import CannotReply, Given
from repatria.web.replies.models import BulkReplies, Reply
from repatria.web.replies.sheet import Fault, Filled
from repatria.web.vault import keys

AT_ONCE = 1_000
MOST_FAULTS = 1_000
_TEXTS = ("answer", "released_on", "released_to", "certificate", "why", "after")


def rows_to_fill(name_list: NameList, holder: Any, *, with_names: bool) -> Iterable[dict[str, str]]:
    """Give the rows of the sheet: names that wait for an answer first proposed, none answered by us."""
    proposed = asked.proposals(asked.names(name_list).values_list("pk", flat=True), holder)
    for row in asked.names(name_list).select_related("list").order_by("sheet", "number").iterator(chunk_size=2000):
        match = proposed.get(row.pk)
        names = {name: row.columns.get(name, "") for name in sheet.NAMES} if with_names else {}
        number = match.person.number if match and match.person else ""
        yield {sheet.KEY: str(row.pk), "code": row.code, "number": number, **names}


def check_file(user: Any, name_list: NameList, path: Path) -> BulkReplies:
    """Look at a sheet that was filled in, and keep what came of it. No reply is given yet.

    Raises:
        PermissionDenied: the user's party is not asked, or not now.
    """
    if not policy.answers(user, name_list) or not asked.is_in_force(name_list):
        raise PermissionDenied
    filled, faults = sheet.read(path)
    good, same = _look_at(user.party, name_list, filled, faults)
    checked = {"good": good, "same": same, "faults": [fault.as_list() for fault in faults[:MOST_FAULTS]],
               "all_faults": len(faults)}  # fmt: skip
    return BulkReplies.objects.create(list=name_list, party=user.party, checked=checked, uploaded_by=user)


def _look_at(
    holder: Any, name_list: NameList, filled: list[Filled], faults: list[Fault]
) -> tuple[list[dict[str, Any]], int]:
    names = list(asked.names(name_list).values_list("pk", "code"))
    standing = {
        reply.row_id: reply for reply in Reply.objects.filter(row__list=name_list, holder=holder, is_newest=True)
    }
    numbers = _numbers(holder, filled)
    people = acts.people_of(holder, numbers.values())
    good, same = [], 0
    checked = sheet.check(
        filled, keys={str(pk): pk for pk, _code in names}, codes={code: pk for pk, code in names},
        numbers=numbers.get, today=timezone.localdate(),
    )  # fmt: skip
    for one, said, wrong in checked:
        faults += wrong
        if said is None:
            continue
        before = standing.get(UUID(said["row"]))
        said["after"] = str(before.pk) if before else ""
        if before is not None and _says_the_same(said, before):
            same += 1
            continue
        try:
            acts.check(as_given(said), before, people)
        except CannotReply as fault:
            faults.append(Fault(one.row, str(sheet.HEADINGS.get(fault.field or "answer", "")), str(fault)))
        else:
            good.append(said)
    faults.sort(key=lambda fault: fault.row)
    return good, same


def _numbers(holder: Any, filled: list[Filled]) -> dict[str, UUID]:
    wanted = sorted({one.cells["number"] for one in filled if one.cells.get("number")})
    found: dict[str, UUID] = {}
    for start in range(0, len(wanted), 500):
        some = Person.objects.filter(keeper=holder, number__in=wanted[start : start + 500])
        found |= dict(some.values_list("number", "pk"))
    return found


def _says_the_same(said: dict[str, Any], before: Reply) -> bool:
    return (
        said["answer"] == before.answer
        and (said.get("person") or None) == (str(before.person_id) if before.person_id else None)
        and said.get("released_on", "") == before.released_on
        and (said.get("certificate") or None) == before.certificate
    )


def as_given(said: dict[str, Any]) -> Given:
    """Give a kept row as an answer."""
    keys_in: Any = {name: UUID(said[name]) for name in ("row", "person", "duplicate_of") if said.get(name)}
    texts = {name: said.get(name, "") for name in _TEXTS}
    return Given(**texts, **keys_in)


@transaction.atomic
def ask(user: Any, bulk: BulkReplies) -> bool:
    """Let what was checked be given. Gives False if it was let already: a second click gives nothing twice.

    Raises:
        PermissionDenied: the user's party is not asked any more.
    """
    bulk = BulkReplies.objects.select_for_update().get(pk=bulk.pk)
    if not policy.answers(user, bulk.list) or user.party_id != bulk.party_id:
        raise PermissionDenied
    if bulk.asked_at is not None:
        return False
    bulk.asked_at, bulk.given_by = timezone.now(), user
    bulk.save()
    return True


def give(bulk_id: str) -> None:
    """Give what was checked, some hundreds in each transaction; what was answered meanwhile is left and told."""
    with house():
        bulk = BulkReplies.objects.select_related("list__exchange__process", "given_by__party").get(pk=bulk_id)
    if bulk.given_at is None and bulk.given_by is not None:
        with as_user(bulk.given_by), keys.kept():
            _give(bulk)


def _give(bulk: BulkReplies) -> None:
    good = bulk.checked["good"]
    for start in range(bulk.given, len(good), AT_ONCE):
        with transaction.atomic():
            left = _give_some(bulk, good[start : start + AT_ONCE])
            bulk.given = min(len(good), start + AT_ONCE)
            bulk.checked = {**bulk.checked, "left": bulk.checked.get("left", 0) + left}
            bulk.save()
    bulk.given_at = timezone.now()
    bulk.save()


def _give_some(bulk: BulkReplies, some: list[dict[str, Any]]) -> int:
    """Give those that still stand as they did when the sheet was looked at; give how many did not."""
    rows = [UUID(said["row"]) for said in some]
    newest: dict[UUID, str] = {}
    for start in range(0, len(rows), 500):
        found = Reply.objects.filter(row__in=rows[start : start + 500], holder=bulk.party, is_newest=True)
        newest |= {row: str(pk) for row, pk in found.values_list("row", "pk")}
    still = [as_given(said) for said in some if newest.get(UUID(said["row"]), "") == said["after"]]
    if still:
        acts.give_all(bulk.given_by, bulk.list, still)
    return len(some) - len(still)
