"""Sealing a list: a commitment in the record, and the people held entered in their holder's register."""

from collections.abc import Callable

from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.utils import timezone

from repatria.web.exchanges.models import Party
from repatria.web.ledger.enter import commit, enter
from repatria.web.lists.models import Awaited, NameList, Purpose, Row
from repatria.web.lists.taking_in import AT_ONCE
from repatria.web.registry.acts import enter_many
from repatria.web.registry.kinds import ALL_KINDS
from repatria.web.registry.models import Person
from repatria.web.registry.values import Origin, new_values
from repatria.web.vault import keys


def seal(name_list: NameList, progress: Callable[[float], None]) -> None:
    """Seal `name_list` and note it in the record. A release of an earlier version falls away."""
    if name_list.purpose == Purpose.HELD:
        _enter_register(name_list, progress)
    with transaction.atomic():
        awaited = Awaited.objects.select_for_update().get(
            exchange=name_list.exchange, party=name_list.party, purpose=name_list.purpose
        )
        fresh = NameList.objects.select_for_update().get(pk=name_list.pk)
        if fresh.state != NameList.State.SEALING:
            return
        fresh.seal = commit({"sha256": fresh.sha256, "persons": fresh.persons}, fresh.party_id)
        fresh.sealed_at, fresh.state = timezone.now(), NameList.State.SEALED
        fresh.save()
        awaited.version, awaited.persons = fresh.version, fresh.persons
        awaited.sealed_at, awaited.released_at, awaited.opened_at = fresh.sealed_at, None, None
        awaited.save()
        awaited.released_by.clear()
        enter(
            "list sealed", by=name_list.party.code, exchange=name_list.exchange.reference,
            list=fresh.reference, seal=fresh.seal, persons=fresh.persons,
        )  # fmt: skip


def _enter_register(name_list: NameList, progress: Callable[[float], None]) -> None:
    """Link each row to its person in the sender's register, by register number; enter who is not there yet."""
    known = set(Person.objects.filter(keeper=name_list.party).values_list("number", flat=True))
    origin, today = _origin(name_list), timezone.localdate().isoformat()
    rows = name_list.rows.filter(repeats=None).order_by("pk")
    done, waiting = 0, []
    with keys.kept():
        for row in rows.iterator(AT_ONCE):
            if row.code not in known:
                known.add(row.code)
                waiting.append(_person(row, name_list, origin, today))
            done += 1
            if len(waiting) == AT_ONCE:
                _create(waiting)
                waiting = []
                progress(done / max(1, name_list.persons))
        _create(waiting)
    same_number = Person.objects.filter(keeper=name_list.party, number=OuterRef("code")).values("pk")[:1]
    Row.objects.filter(list=name_list, person=None).update(person=Subquery(same_number))


def _create(people: list[Person]) -> None:
    with transaction.atomic():
        enter_many(people)


def _origin(name_list: NameList) -> Party | None:
    """Between two sides whoever one holds depends on the other; among more, the list must say so."""
    others = [side for side in name_list.exchange.process.sides if side.pk != name_list.party_id]
    return others[0] if len(others) == 1 else None


def _person(row: Row, name_list: NameList, origin: Party | None, today: str) -> Person:
    texts = {kind: text for kind, text in row.columns.items() if kind in ALL_KINDS}
    source = Origin(name_list.reference, row.columns.get("source_date", today), "", str(name_list.uploaded_by_id))
    return Person(
        keeper_id=name_list.party_id, number=row.code, holder_id=name_list.party_id,
        origin_id=origin.pk if origin else None,
        values=new_values(texts, source, 1),
    )  # fmt: skip
