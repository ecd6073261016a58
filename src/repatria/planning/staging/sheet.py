"""An integer program written row by row."""

from dataclasses import dataclass, field

import numpy as np

from repatria.planning.captives import Numbers
from repatria.planning.milp import Milp

NOBODY = np.zeros(0, dtype=np.int64)


@dataclass
class Sheet:
    """Columns and rows as they are added; :meth:`milp` gives the program."""

    columns: int = 0
    _lower: list[Numbers] = field(default_factory=list)
    _upper: list[Numbers] = field(default_factory=list)
    _index: list[Numbers] = field(default_factory=list)
    _value: list[Numbers] = field(default_factory=list)
    _bounds: list[tuple[float, float]] = field(default_factory=list)

    def add_columns(self, count: int, lower: int, upper: int) -> Numbers:
        """Add columns with the same bounds and give their numbers."""
        self._lower.append(np.full(count, lower, dtype=np.int64))
        self._upper.append(np.full(count, upper, dtype=np.int64))
        self.columns += count
        return np.arange(self.columns - count, self.columns)

    def add_row(self, index: Numbers, value: Numbers | int, low: float, high: float) -> int:
        """Add low <= sum <= high over different columns and give the row's number."""
        self._index.append(np.asarray(index, dtype=np.int64))
        self._value.append(np.broadcast_to(np.asarray(value, dtype=np.int64), self._index[-1].shape))
        self._bounds.append((low, high))
        return len(self._bounds) - 1

    def copy(self, milp: Milp) -> None:
        """Begin with the columns and rows of another program. Only an empty sheet can do so."""
        assert not self.columns
        self.columns = milp.columns
        self._lower, self._upper = [milp.lower], [milp.upper]
        ends = np.append(milp.starts, len(milp.index))[1:]
        for row, (begin, end) in enumerate(zip(milp.starts.tolist(), ends.tolist(), strict=True)):
            part = slice(begin, end)
            self.add_row(milp.index[part], milp.value[part], float(milp.row_lower[row]), float(milp.row_upper[row]))

    def milp(self) -> Milp:
        """Give the program as it stands."""
        sizes = np.array([len(index) for index in self._index], dtype=np.int64)
        bounds = np.array(self._bounds, dtype=np.float64).reshape(-1, 2)
        return Milp(
            lower=np.concatenate([NOBODY, *self._lower]),
            upper=np.concatenate([NOBODY, *self._upper]),
            starts=np.cumsum(sizes) - sizes,
            index=np.concatenate([NOBODY, *self._index]),
            value=np.concatenate([NOBODY, *self._value]),
            row_lower=bounds[:, 0],
            row_upper=bounds[:, 1],
        )
