"""Little opened lists for the tests of the matching desk."""

from datetime import UTC, datetime

from repatria.web.lists.models import NameList, Row
from tests.web.cast import Cast

NOON = datetime(2026, 2, 6, 12, tzinfo=UTC)


def opened(
    cast: Cast, party: str, purpose: str, rows: list[dict[str, str]], replaces: NameList | None = None
) -> NameList:
    """Give an opened list of `party` with these rows; ``id`` is the sender's own number."""
    made = NameList.objects.create(
        number=NameList.objects.count() + 1, exchange=cast.exchange, party=cast.parties[party], purpose=purpose,
        version=replaces.version + 1 if replaces else 1, replaces=replaces, file_name="list.csv", sha256="0" * 64,
        persons=len(rows), uploaded_by=cast[party_bureau(party)], sealed_at=NOON, opened_at=NOON,
        state=NameList.State.OPENED,
    )  # fmt: skip
    for number, columns in enumerate(rows, start=2):
        says = "|".join(columns.values()).encode()[:16]
        Row.objects.create(list=made, number=number, code=columns["id"], columns=columns, says=says)
    return made


def party_bureau(party: str) -> str:
    return {"NTH": "north_bureau", "STH": "south_bureau"}[party]
