"""A planning problem as rows over persons: what the terms require, in whole numbers, traceable to the term.

Persons are columns that go (1) or stay (0). Helpers are extra whole-number columns: "site A-03 is opened",
"the condition of T12 has come true", "the worst-off party's share".
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from repatria.planning.captives import Mask, Numbers

NO_GROUP = -1


@dataclass(frozen=True, slots=True)
class Sum:
    """A weighted sum over persons and helpers: ``coefs[k]`` times person ``persons[k]``, plus helpers."""

    persons: Numbers
    coefs: Numbers
    helpers: Mapping[int, int] = field(default_factory=dict)

    @classmethod
    def over(cls, mask: Mask, weights: Numbers | None = None) -> "Sum":
        """Sum over the persons of a mask; `weights` is per person (1 without)."""
        persons = np.flatnonzero(mask)
        coefs = np.ones(len(persons), dtype=np.int64) if weights is None else weights[persons]
        return cls(persons, coefs)

    @classmethod
    def dense(cls, coefs: Numbers, helpers: Mapping[int, int] | None = None) -> "Sum":
        """Sum with one coefficient per person, most of them 0."""
        persons = np.flatnonzero(coefs)
        return cls(persons, coefs[persons], helpers or {})


@dataclass(frozen=True, slots=True)
class Row:
    """lower <= sum <= upper; None is no limit. `term` is the term that asks for it, None for a definition."""

    term: str | None
    name: str
    sum: Sum
    lower: int | None
    upper: int | None


@dataclass(frozen=True, slots=True)
class Helper:
    """A whole-number column that is no person."""

    name: str
    lower: int
    upper: int


@dataclass(frozen=True, slots=True)
class Links:
    """Pairs of a person and a 0/1 helper. `opens`: the person goes only if the helper is 1; else: goes if it is."""

    term: str | None
    name: str
    opens: bool
    persons: Numbers
    helpers: Numbers


@dataclass
class Program:
    """Everything the terms require, over `size` persons of whom `free` are chosen among."""

    size: int
    free: Mask
    lower: npt.NDArray[np.int8] = field(init=False)
    upper: npt.NDArray[np.int8] = field(init=False)
    group: Numbers = field(init=False)
    rows: list[Row] = field(default_factory=list)
    links: list[Links] = field(default_factory=list)
    helpers: list[Helper] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    """Terms that nothing can keep: they name somebody who refuses, or would hold back somebody who is owed."""

    def __post_init__(self) -> None:
        self.lower = np.zeros(self.size, dtype=np.int8)
        self.upper = self.free.astype(np.int8)
        self.group = np.full(self.size, NO_GROUP, dtype=np.int64)

    def helper(self, name: str, lower: int = 0, upper: int = 1) -> int:
        """Add a helper column and give its number."""
        self.helpers.append(Helper(name, lower, upper))
        return len(self.helpers) - 1

    def require(self, term: str | None, name: str, total: Sum, lower: int | None, upper: int | None) -> None:
        """Add a row."""
        self.rows.append(Row(term, name, total, lower, upper))

    def link(self, term: str | None, name: str, opens: bool, persons: Numbers, helpers: Numbers) -> None:
        """Add links between persons and helpers, pair by pair."""
        self.links.append(Links(term, name, opens, persons, helpers))

    def must_go(self, mask: Mask) -> None:
        """Fix free persons to go."""
        self.lower[mask & self.free] = 1

    def must_stay(self, mask: Mask) -> None:
        """Fix free persons to stay."""
        self.upper[mask] = 0
