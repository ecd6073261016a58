"""Writing entries: inside the transaction of the act they tell of, or not at all."""

import json
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from repatria.record import commit as make_commitment
from repatria.record import decode, encode, entry
from repatria.web.ledger import keeper
from repatria.web.ledger.models import Entry, Opening


def enter(act: str, *, by: str, **fields: Any) -> Entry:
    """Write one entry; it reaches the record after the transaction is committed.

    Args:
        act: an act of :data:`repatria.record.ACTS`.
        by: the code of the party that acts.
        fields: what the act's schema asks for; `at` is now unless given.

    Raises:
        EntryRefused: the schema does not allow it.
        TransactionManagementError: there is no transaction; an entry without its effect would be a lie.
    """
    return enter_all(act, [fields], by=by)[0]


def enter_all(act: str, many: list[dict[str, Any]], *, by: str) -> list[Entry]:
    """Write many entries of one act, as :func:`enter` writes one."""
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("an entry is written in the transaction of its effect")
    now = timezone.now()
    documents = [entry(act, **{"at": now, "by": by, **fields}) for fields in many]
    made = Entry.objects.bulk_create(
        [
            Entry(encoded=encode(document), act=act, exchange=str(document.get("exchange", "")))
            for document in documents
        ],
        batch_size=2000,
    )
    transaction.on_commit(keeper.wake, robust=True)
    return made


def commit(fact: Any, party: int | None) -> str:
    """Commit to `fact` and keep its opening, sealed for `party`. Gives the commitment for an entry."""
    return commit_all([fact], party)[0]


def commit_all(facts: list[Any], party: int | None) -> list[str]:
    """Commit to many facts, as :func:`commit` does to one."""
    openings = [make_commitment(fact) for fact in facts]
    Opening.objects.bulk_create(
        [
            Opening(party_id=party, commitment=opening.commitment, contents=json.loads(opening.format()))
            for opening in openings
        ],
        batch_size=2000,
    )
    return [opening.commitment for opening in openings]


def approvals(*people: Any) -> list[str]:
    """Give the commitments by which two or more people stand behind an act, each sealed for his party."""
    return [commit({"approved_by": str(person.pk)}, person.party_id) for person in people]


def destroy(opening: Opening, *, by: str, reason: str) -> None:
    """Destroy an opening: what it opened is erased, and the record says that it was, not what.

    `reason` is one of those that the act "opening destroyed" knows.
    """
    with transaction.atomic():
        opening.contents, opening.destroyed_at = None, timezone.now()
        opening.save()
        enter("opening destroyed", by=by, commitment=opening.commitment, reason=reason)


def read_back(made: Entry) -> dict[str, Any]:
    """Give an entry as a document."""
    return decode(bytes(made.encoded))
