"""The captives of an instance as columns: one array per field, so that 100,000 persons are cheap to ask about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from repatria.i18n import _
from repatria.planning.errors import BadInstance
from repatria.planning.fields import Fields, numbered_once, whole_number

Mask = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]

COLUMNS = (
    "id", "holder", "origin", "dest", "category", "grade", "health", "days", "age", "consent", "site", "group",
)  # fmt: skip
CATEGORIES = ("officer", "nco", "enlisted", "civilian", "retained")
HEALTH = ("fit", "wounded", "grave")
CONSENT = ("yes", "no", "unknown")
_VOCABULARY = {"category": CATEGORIES, "health": HEALTH, "consent": CONSENT}
_CODED = ("holder", "origin", "dest", "category", "health", "consent", "site", "group")
_BOUNDS = {"grade": (0, 10), "days": (0, 100_000), "age": (0, 150)}


@dataclass(frozen=True, slots=True)
class Coded:
    """A column of words: `codes` point into `words`; None (no group) is a word too."""

    codes: npt.NDArray[np.int32]
    words: tuple[str | None, ...]

    @classmethod
    def of(cls, column: Iterable[str | None]) -> "Coded":
        """Number the words in order of first appearance."""
        found: dict[str | None, int] = {}
        codes = [found.setdefault(word, len(found)) for word in column]
        return cls(np.array(codes, dtype=np.int32), tuple(found))

    def among(self, wanted: Iterable[str | None]) -> Mask:
        """Give the mask of rows whose word is one of `wanted`."""
        some = frozenset(wanted)
        return np.array([word in some for word in self.words] or [False])[self.codes]

    def __getitem__(self, row: int) -> str | None:
        return self.words[int(self.codes[row])]


@dataclass(frozen=True)
class Captives:
    """All captives, in the order of the instance. Law (section 2 of the format) is worked out here, once."""

    ids: tuple[str, ...]
    words: dict[str, Coded]
    figures: dict[str, Numbers]

    def __len__(self) -> int:
        return len(self.ids)

    def coded(self, name: str) -> Coded:
        """Give a column of words: holder, origin, dest, category, health, consent, site or group."""
        return self.words[name]

    def numbers(self, name: str) -> Numbers:
        """Give a column of numbers: grade, days (in captivity) or age (years)."""
        return self.figures[name]

    @cached_property
    def position(self) -> dict[str, int]:
        """Row of each id."""
        return {name: row for row, name in enumerate(self.ids)}

    def positions(self, ids: Iterable[str]) -> Numbers:
        """Give the rows, ascending, of those `ids` that are in the list."""
        rows = (self.position.get(name) for name in ids)
        return np.array(sorted(row for row in rows if row is not None), dtype=np.int64)

    @cached_property
    def id_rank(self) -> Numbers:
        """Place of each row when the ids are sorted."""
        rank = np.empty(len(self), dtype=np.int64)
        rank[sorted(range(len(self)), key=self.ids.__getitem__)] = np.arange(len(self))
        return rank

    @cached_property
    def eligible(self) -> Mask:
        """Who does not refuse. GC III 109(3): nobody goes against his will."""
        return ~self.words["consent"].among({"no"})

    @cached_property
    def owed(self) -> Mask:
        """Who goes whatever the terms say. GC III 109(1): the seriously wounded and sick, uncounted."""
        return self.words["health"].among({"grave"}) & self.eligible

    @cached_property
    def free(self) -> Mask:
        """Whom the plan chooses among."""
        return self.eligible & ~self.owed

    @cached_property
    def not_yet_asked(self) -> Mask:
        """Whose consent is unknown: may be planned, listed apart."""
        return self.words["consent"].among({"unknown"})

    def refusing(self, ids: Iterable[str]) -> "Captives":
        """Give the same captives with `ids` not going: a refusal, a death, an absence."""
        consent = list(map(self.words["consent"].__getitem__, range(len(self))))
        for row in self.positions(ids):
            consent[row] = "no"
        return Captives(self.ids, {**self.words, "consent": Coded.of(consent)}, self.figures)


def read_captives(fields: Fields, parties: frozenset[str], sites: frozenset[str]) -> Captives:
    """Read ``columns`` and ``captives``.

    Raises:
        BadInstance: a column missing, unknown or twice; a row of the wrong length; a value of the wrong type,
            outside its vocabulary or bounds; an id twice; a holder, origin or dest that is no party; a site
            that is not listed.
    """
    columns = _columns(fields.items("columns", list(COLUMNS)))
    rows = fields.items("captives", [])
    for number, row in enumerate(rows, 1):
        if type(row) is not list or len(row) != len(columns):
            raise BadInstance(
                _("captives, row {row}").format(row=number),
                _("must be a list of {n} values").format(n=len(columns)),
            )
    by_name: dict[str, Sequence[Any]] = dict(
        zip(columns, zip(*rows, strict=True) if rows else [()] * len(columns), strict=True)
    )
    ids = tuple(_text_column("id", by_name["id"]))
    numbered_once(list(ids), _("captives"))
    words = {name: Coded.of(_text_column(name, by_name[name])) for name in _CODED}
    known = {**_VOCABULARY, "holder": parties, "origin": parties, "dest": parties, "site": sites}
    for name, vocabulary in known.items():
        _within_vocabulary(name, words[name], vocabulary)
    return Captives(ids, words, {name: _number_column(name, by_name[name]) for name in _BOUNDS})


def _columns(names: list[Any]) -> list[str]:
    for name in COLUMNS:
        if names.count(name) != 1:
            raise BadInstance(_("columns"), _("must name {column} exactly once").format(column=name))
    if len(names) != len(COLUMNS):
        raise BadInstance(_("columns"), _("holds an unknown column"))
    return names


def _text_column(name: str, column: Sequence[Any]) -> Sequence[Any]:
    allowed = {str, type(None)} if name == "group" else {str}
    if not set(map(type, column)) <= allowed or (name == "id" and "" in column):
        row = next(r for r, value in enumerate(column) if type(value) not in allowed or value == "")
        raise BadInstance(_place(name, row), _("must be text"))
    return column


def _number_column(name: str, column: Sequence[Any]) -> Numbers:
    least, most = _BOUNDS[name]
    if not set(map(type, column)) <= {int} or (column and (min(column) < least or max(column) > most)):
        for row, value in enumerate(column):
            whole_number(value, least, most, _place(name, row))
    return np.array(column, dtype=np.int64)


def _within_vocabulary(name: str, column: Coded, vocabulary: Iterable[str]) -> None:
    unknown = [word for word in column.words if word not in frozenset(vocabulary)]
    if unknown:
        row = int(np.argmax(column.among(unknown)))
        if name in _VOCABULARY:
            why = _("must be one of: {words}").format(words=", ".join(vocabulary))
        elif name == "site":
            why = _("is not one of the listed sites")
        else:
            why = _("is not one of the parties")
        raise BadInstance(_place(name, row), why)


def _place(name: str, row: int) -> str:
    return _("captives, row {row}, {column}").format(row=row + 1, column=name)
