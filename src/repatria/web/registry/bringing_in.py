"""A checked list becomes persons of the register. Killed at any row and begun again, it brings nobody twice."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from repatria.web import policy
from repatria.web.compartments import as_user, house
from repatria.web.lists.models import NameList, Row
from repatria.web.registry import acts, values
from repatria.web.registry.kinds import ALL_KINDS
from repatria.web.registry.models import ListImport, Person, Site
from repatria.web.registry.search import codes_of
from repatria.web.registry.upkeep import learn_sizes
from repatria.web.registry.values import Origin
from repatria.web.vault import keys

AT_ONCE = 500


@transaction.atomic
def ask(user: Any, name_list: NameList) -> ListImport:
    """Ask for a list to be brought in. A second click finds the first one's work.

    Raises:
        PermissionDenied: it is not the user's own list, or he keeps no register.
    """
    if not policy.keeps_register(user, name_list.party_id):
        raise PermissionDenied
    NameList.objects.select_for_update(of=("self",)).get(pk=name_list.pk)
    going = ListImport.objects.filter(list=name_list, ended_at=None).first()
    return going or ListImport.objects.create(list=name_list, asked_by=user)


def run(import_id: str | UUID) -> None:
    """Bring in the rows that are not in yet, some hundreds in each transaction."""
    with house():
        work = ListImport.objects.select_related("list__party", "list__exchange", "asked_by").get(pk=import_id)
    with as_user(work.asked_by), keys.kept():
        _run(work)


def _run(work: ListImport) -> None:
    after = UUID(int=0)
    while rows := _waiting(work.list, after):
        with transaction.atomic():
            entered, linked, apart = _bring_in(work, rows)
            work.entered, work.linked, work.apart = (
                work.entered + entered, work.linked + linked, work.apart + apart,
            )  # fmt: skip
            work.save()
        after = rows[-1].pk
    work.ended_at = timezone.now()
    work.save()
    learn_sizes()


def _waiting(name_list: NameList, after: UUID) -> list[Row]:
    waiting = Row.objects.filter(list=name_list, person=None, repeats=None, pk__gt=after)
    return list(waiting.select_related("list").order_by("pk")[:AT_ONCE])


def _bring_in(work: ListImport, rows: list[Row]) -> tuple[int, int, int]:
    """Enter or link the persons of `rows`; give how many were entered, linked, and left apart."""
    party = work.list.party
    known = {
        person.number: person
        for person in Person.objects.filter(keeper=party, number__in=[number_of(row) for row in rows])
    }
    sites = {site.code: site for site in Site.objects.filter(party=party)}
    made: list[Person] = []
    linked = apart = 0
    for row in rows:
        person = known.get(number_of(row))
        if person is None:
            person = known[number_of(row)] = _person(work, row, sites)
            made.append(person)
        elif _same_name(person, row):
            linked += 1
        else:
            apart += 1
            continue
        row.person = person
    acts.enter_many(made)
    Row.objects.bulk_update([row for row in rows if row.person_id], ["person"], batch_size=200)
    return len(made), linked, apart


def number_of(row: Row) -> str:
    """Give the number that the person of a row gets in the register: the sender's own."""
    return row.code or f"{row.list.reference}/{row.number}"


def _person(work: ListImport, row: Row, sites: dict[str, Site]) -> Person:
    party = work.list.party
    held = work.list.purpose == NameList.Purpose.HELD
    texts = {kind: text for kind, text in row.columns.items() if kind in ALL_KINDS and text}
    source = Origin(
        row.columns.get("source") or work.list.reference, row.columns.get("source_date", ""), "told",
        str(work.asked_by_id),
    )  # fmt: skip
    return Person(
        keeper=party, number=number_of(row), holder=party if held else None,
        origin=_other_side(work) if held else party, site=sites.get(row.columns.get("site", "")),
        values=values.new_values(texts, source, 1),
    )  # fmt: skip


def _other_side(work: ListImport) -> Any:
    """Give the other side, where there is one alone; between three, a list does not say whose its people are."""
    others = list(work.list.exchange.process.sides.exclude(pk=work.list.party_id)[:2])
    return others[0] if len(others) == 1 else None


def _same_name(person: Person, row: Row) -> bool:
    listed = [{"kind": kind, "text": text} for kind, text in row.columns.items() if kind in ALL_KINDS and text]
    return bool(codes_of(person.values) & codes_of(listed))
