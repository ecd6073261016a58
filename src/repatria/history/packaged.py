"""The tables that come with the package, and rows that an installation has added to them."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path

from repatria.history import table, voices
from repatria.history.captivity import Gap, HeldClaim
from repatria.history.errors import BadHistoryFile
from repatria.history.exchange import Exchange, Statement, Talks
from repatria.history.history import History
from repatria.history.when import When
from repatria.i18n import _

_LARGEST_FILE = 20_000_000


def load(additions: Path | None = None) -> History:
    """Give the packaged history, with an installation's own rows on top.

    Args:
        additions: a CSV table of further exchanges (same columns). A row with the id of an earlier one
            corrects it; the earlier row is kept in ``superseded``.

    Raises:
        BadHistoryFile: `additions` cannot be read as such a table.
        BadExchange: a row of it is not well formed.
    """
    packaged = _packaged()
    if additions is None or not additions.exists():
        return packaged
    return with_rows(packaged, (e for _line, e in table.read(text_of(additions))))


def text_of(path: Path) -> str:
    """Read a table file as UTF-8.

    Raises:
        BadHistoryFile: it is too large, not UTF-8, or cannot be opened.
    """
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise BadHistoryFile(_("{file} is larger than 20 MB; give only new rows").format(file=path.name))
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        raise BadHistoryFile(_("{file} is not UTF-8; save it as UTF-8").format(file=path.name)) from cause
    except OSError as cause:
        raise BadHistoryFile(
            _("{file} cannot be read: {cause}").format(file=path.name, cause=cause.strerror)
        ) from cause


def with_rows(history: History, rows: Iterable[Exchange]) -> History:
    """Give `history` with `rows` added; a row of a known id takes the place of the older one."""
    current = {e.id: e for e in history}
    superseded = dict(history.superseded)
    for row in rows:
        if row.id in current:
            superseded[row.id] = (*superseded.get(row.id, ()), current[row.id])
        current[row.id] = row
    return History(tuple(current.values()), history.gaps, history.held_claims, superseded, history.voices)


@cache
def _packaged() -> History:
    said: dict[str, list[Statement]] = {}
    for row in _rows("statements.csv"):
        said.setdefault(row["exchange"], []).append(_statement(row))
    talks = {row["exchange"]: _talks(row) for row in _rows("talks.csv")}
    text = (files("repatria.history") / "data" / "exchanges.csv").read_text("utf-8")
    exchanges = (
        replace(e, statements=tuple(said.get(e.id, ())), talks=talks.get(e.id)) for _line, e in table.read(text)
    )
    said_in_public = voices.read((files("repatria.history") / "data" / "voices.csv").read_text("utf-8"))
    return History(tuple(exchanges), _gaps(), _held_claims(), voices=tuple(said_in_public))


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (files("repatria.history") / "data" / name).open(encoding="utf-8") as file:
        yield from csv.DictReader(file)


def _statement(row: dict[str, str]) -> Statement:
    number = int(row["number"]) if row["number"] else None
    return Statement(row["speaker"], row["party"], row["category"], number, row["how"], row["remark"])


def _talks(row: dict[str, str]) -> Talks:
    return Talks(row["place"], When.parse(row["date"]) if row["date"] else None, row["remark"])


def _gaps() -> tuple[Gap, ...]:
    return tuple(
        Gap(row["conflict"], When.parse(row["from"]), When.parse(row["until"]), row["what_is_missing"])
        for row in _rows("gaps.csv")
    )


def _held_claims() -> tuple[HeldClaim, ...]:
    return tuple(
        HeldClaim(
            date=When.parse(row["date"]),
            date_in_words=row["date_in_words"],
            speaker=row["speaker"],
            party=row["party"],
            number=int(row["number"]),
            how=row["how"],
            what=row["what"],
            sources=tuple(row["sources"].split(";")),
        )
        for row in _rows("captivity.csv")
    )
