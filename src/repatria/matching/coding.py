"""Lists become arrays of integers: every spelling is read once, every comparison after that is arithmetic."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import polars as pl
from numpy.typing import NDArray

from repatria.matching import dates, fields
from repatria.names import NAME_CELLS, Coded, Readings, Tradition, coded, read_many, tradition_of
from repatria.names.plain import code as plain_code

Ids = NDArray[np.int32]
FIELD_COLUMNS = ("date_of_birth", "place_of_birth", "unit", "rank", "capture_date", "capture_place", "callsign")
_NOT_EVIDENCE = frozenset({"id", "source", "file", "sheet", "row", "hash"})
_TELLING, _SAMPLE = ("given_name", "full_name_native", "surname"), 2000


@dataclass(frozen=True, slots=True)
class Texts:
    """A column of texts as numbers (-1 empty), with the code that each number stands for."""

    left: Ids
    right: Ids
    codes: "NDArray[np.object_]"


@dataclass(frozen=True, slots=True)
class Side:
    """One list in numbers; one entry a row unless said otherwise."""

    height: int
    readings: Readings  # One entry a reading, in row order.
    first_reading: Ids  # height + 1 offsets into `readings`.
    birth: Ids  # yyyymmdd, 0 unknown.
    captured: Ids
    unit_number: Ids
    unit_kind: Ids
    rank: Ids


@dataclass(frozen=True, slots=True)
class CodedLists:
    """Both lists, and what they share."""

    tradition: Tradition
    left: Side
    right: Side
    families: Coded
    names: Coded
    texts: dict[str, Texts]  # place_of_birth, capture_place, callsign, and any further column that both lists have.
    region: NDArray[np.bool_]  # Per code of places: a region rather than a town.

    def within(self, side: Literal["left", "right"]) -> "CodedLists":
        """Give one of the lists as both sides: for finding repeats inside it."""
        one = self.left if side == "left" else self.right
        texts = {
            name: Texts(*(2 * ((text.left if side == "left" else text.right),)), text.codes)
            for name, text in self.texts.items()
        }
        return replace(self, left=one, right=one, texts=texts)


def code_lists(left: pl.DataFrame, right: pl.DataFrame, threads: int = 1) -> CodedLists:
    """Code two lists (all columns text, linkage names; any may be missing)."""
    tradition = _tradition(left, right)
    lexicon, readings = read_many([_name_cells(frame) for frame in (left, right)], tradition, threads)
    places = _places(left, right, tradition)
    texts = {name: _texts(left, right, name, plain_code) for name in _further_columns(left, right)}
    texts["callsign"] = _texts(left, right, "callsign", lambda text: fields.place(text, tradition)[0])
    return CodedLists(
        tradition,
        _side(left, readings[0]),
        _side(right, readings[1]),
        coded(lexicon.families),
        coded(lexicon.names),
        texts | places,
        _regions(places),
    )


def _tradition(left: pl.DataFrame, right: pl.DataFrame) -> Tradition:
    """Tell which tradition of names the lists follow, from a sample."""
    named = [frame[name] for frame in (left, right) for name in _TELLING if name in frame.columns]
    return tradition_of([text for column in named for text in column.drop_nulls().head(_SAMPLE).to_list() if text])


def _name_cells(frame: pl.DataFrame) -> pl.DataFrame:
    present = [pl.col(name).fill_null("") for name in NAME_CELLS if name in frame.columns]
    missing = [pl.lit("").alias(name) for name in NAME_CELLS if name not in frame.columns]
    return (
        frame.select(*present, *missing)
        if present
        else frame.select(pl.repeat("", pl.len()).alias(name) for name in NAME_CELLS)
    )


def _side(frame: pl.DataFrame, readings: Readings) -> Side:
    offsets = np.searchsorted(readings.row, np.arange(frame.height + 1)).astype(np.int32)
    units = _mapped(frame, "unit", fields.unit, (0, 0))
    return Side(
        frame.height,
        readings,
        offsets,
        _mapped(frame, "date_of_birth", _date, (0,))[0],
        _mapped(frame, "capture_date", _date, (0,))[0],
        units[0],
        units[1],
        _mapped(frame, "rank", lambda text: (fields.rank(text),), (0,))[0],
    )


def _date(text: str) -> tuple[int]:
    year, month, day = dates.parse(text)
    return (year * 10000 + month * 100 + day,)


def _mapped(
    frame: pl.DataFrame, name: str, read: Callable[[str], tuple[int, ...]], empty: tuple[int, ...]
) -> list[Ids]:
    """Apply `read` once to each different text of a column; give its numbers per row."""
    if name not in frame.columns:
        return [np.full(frame.height, value, np.int32) for value in empty]
    column = frame[name].fill_null("")
    different = column.unique()
    values = [read(text) if text else empty for text in different.to_list()]
    where = _positions(column, different)
    return [np.array(part, np.int32)[where] for part in zip(*values, strict=True)] or [
        np.zeros(0, np.int32) for _ in empty
    ]


def _positions(column: pl.Series, different: pl.Series) -> NDArray[np.intp]:
    if not len(different):
        return np.zeros(0, np.intp)
    return column.replace_strict(different, pl.Series(range(len(different)), dtype=pl.Int32)).to_numpy()


def _texts(left: pl.DataFrame, right: pl.DataFrame, name: str, read: Callable[[str], str]) -> Texts:
    columns = [
        frame[name].fill_null("") if name in frame.columns else pl.Series(name, [""] * frame.height, pl.String)
        for frame in (left, right)
    ]
    both = pl.concat([columns[0].rename("text"), columns[1].rename("text")])
    different = both.unique(maintain_order=True)
    numbers: dict[str, int] = {}
    per_text = [numbers.setdefault(code, len(numbers)) if (code := read(t)) else -1 for t in different.to_list()]
    per_row = np.array(per_text, np.int32)[_positions(both, different)] if len(both) else np.zeros(0, np.int32)
    return Texts(per_row[: left.height], per_row[left.height :], np.array(list(numbers), dtype=object))


def _places(left: pl.DataFrame, right: pl.DataFrame, tradition: Tradition) -> dict[str, Texts]:
    return {
        name: _texts(left, right, name, lambda text: fields.place(text, tradition)[0])
        for name in ("place_of_birth", "capture_place")
    }


def _regions(places: dict[str, Texts]) -> NDArray[np.bool_]:
    return np.array([code.startswith("~") for code in places["place_of_birth"].codes], bool)


def _further_columns(left: pl.DataFrame, right: pl.DataFrame) -> list[str]:
    known = {*NAME_CELLS, *FIELD_COLUMNS, *_NOT_EVIDENCE}
    return [name for name in left.columns if name in right.columns and name not in known]
