"""Lists, runs and exports for the matrix of access: some of the cast can reach them, others cannot."""

from datetime import UTC, date, datetime
from typing import Any

from repatria.web.lists import storage
from repatria.web.lists.models import Export, NameList, Row
from tests.web.cast import Cast

NOON = datetime(2026, 2, 6, 12, tzinfo=UTC)
CELLS = {"id": "S-1", "surname": "Kovalenko", "date_of_birth": "1990-04-03"}


def a_list(cast: Cast, party: str = "STH", purpose: str = "sought", **more: Any) -> NameList:
    """Give a list of one row, a draft that is ready unless said otherwise."""
    made = NameList.objects.create(
        **{
            "number": NameList.objects.count() + 1, "exchange": cast.exchange, "party": cast.parties[party],
            "purpose": purpose, "file_name": "list.csv", "sha256": "0" * 64, "persons": 1,
            "uploaded_by": cast["south" if party == "STH" else "north"], "state": NameList.State.READY, **more,
        }
    )  # fmt: skip
    storage.keep(made, [b"id,surname,date_of_birth\nS-1,Kovalenko,1990-04-03\n"])
    Row.objects.create(list=made, number=2, code="S-1", cells=list(CELLS.values()), columns=CELLS, says=b"x")
    return made


def an_open_list(cast: Cast, party: str, purpose: str) -> NameList:
    return a_list(cast, party, purpose, sealed_at=NOON, opened_at=NOON, state=NameList.State.OPENED)


def a_second_version(cast: Cast) -> NameList:
    return a_list(cast, version=2, replaces=a_list(cast, sealed_at=NOON, state=NameList.State.SEALED))


def an_export(cast: Cast) -> Export:
    return Export.objects.create(
        list=an_open_list(cast, "STH", "sought"), party=cast.parties["STH"], purpose="talks",
        proposed_by=cast["south"], confirmed_by=cast["south2"], keep_until=date(2026, 3, 1),
    )  # fmt: skip


def a_run(cast: Cast) -> Any:
    from repatria.web.matching_desk.models import Pair, Run

    sought, held = an_open_list(cast, "STH", "sought"), an_open_list(cast, "NTH", "held")
    run = Run.objects.create(
        exchange=cast.exchange, sought=sought, held=held, asked_by=cast["hala"], state=Run.State.DONE, proposals=1
    )
    because = [["family", 1, 8.0, 0.0001], ["birth", 1, 5.0, 0.001]]
    Pair.objects.create(
        run=run, sought=sought.rows.get(), held=held.rows.get(), probability=0.97, proposed="match", because=because
    )
    return run
