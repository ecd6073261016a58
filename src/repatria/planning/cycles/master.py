"""The linear program over the cycles and chain links found so far.

Chains are modelled by arc and position (PICEF: Dickerson, Manlove, Plaut, Sandholm, Trimble, EC 2016): a link
(arc, k) uses the arc as number k of a chain. Rows: every offer takes part at most once; of the links that
leave offer v as number k + 1 there are no more than links that reach it as number k.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import highspy
import numpy as np

from repatria.i18n import _
from repatria.planning.cycles.deal import Link, canonical
from repatria.planning.cycles.pool import Floats, OfferPool
from repatria.planning.cycles.walks import Cycle
from repatria.planning.errors import SolverFault
from repatria.planning.highs import quiet_highs

Column = Cycle | Link
NEGLIGIBLE = 1e-6


@dataclass(frozen=True)
class Relaxation:
    """One solved linear program: its value, the share of each column, the price of each row."""

    value: float
    share: Floats
    price: Floats


class Master:
    """The restricted program. Columns are added and fixed or forbidden, never removed."""

    def __init__(self, pool: OfferPool) -> None:
        self.pool = pool
        self.columns: list[Column] = []
        self.is_link: list[bool] = []
        self.held: dict[int, float] = {}  # columns fixed to 0 or 1 by a dive
        self._known: set[tuple[bool, Column]] = set()
        self._flow_row: dict[tuple[int, int], int] = {}  # (offer, position): chains standing there
        self._solver = quiet_highs()
        # New columns leave the last solution feasible: the primal simplex goes on from it.
        self._solver.setOptionValue("simplex_strategy", 4)
        self._solver.changeObjectiveSense(highspy.ObjSense.kMaximize)
        self._add_rows(pool.size, upper=1.0)

    def _add_rows(self, count: int, upper: float) -> None:
        none = np.empty(0, dtype=np.int32)
        low, high = np.full(count, -highspy.kHighsInf), np.full(count, upper)
        self._done(
            self._solver.addRows(
                count, low, high, 0, np.zeros(count, dtype=np.int32), none, none.astype(np.float64)
            )
        )

    @staticmethod
    def _done(status: highspy.HighsStatus) -> None:
        # A refused call would leave HiGHS with another model than ours, and a "solution" of that.
        if status != highspy.HighsStatus.kOk:
            raise SolverFault(_("the solver fails on this instance; no plan is given"))

    def add(self, cycles: Iterable[Cycle] = (), links: Iterable[Link] = ()) -> int:
        """Add columns that are not there yet. Gives how many were new."""
        fresh: list[tuple[bool, Column]] = []
        for is_link, columns in ((False, cycles), (True, links)):
            for column in columns:
                key = (is_link, column if is_link else canonical(column))
                if key not in self._known:
                    self._known.add(key)
                    fresh.append(key)
        if fresh:
            self._pass_columns(fresh)
        return len(fresh)

    def _pass_columns(self, fresh: Sequence[tuple[bool, Column]]) -> None:
        entries = [self._link(c) if is_link else self._cycle(c) for is_link, c in fresh]  # type: ignore[arg-type]
        worth = np.array([w for w, _rows in entries], dtype=np.float64)
        counts = np.array([len(rows) for _w, rows in entries])
        rows = np.array([row for _w, rows in entries for row, _sign in rows], dtype=np.int32)
        signs = np.array([sign for _w, rows in entries for _row, sign in rows], dtype=np.float64)
        starts = (np.cumsum(counts) - counts).astype(np.int32)
        size = len(fresh)
        # No upper limit of 1: the rows imply it, and a limit of its own would draw price away from the offers.
        low, high = np.zeros(size), np.full(size, highspy.kHighsInf)
        self._done(self._solver.addCols(size, worth, low, high, len(rows), starts, rows, signs))
        self.columns += [column for _is_link, column in fresh]
        self.is_link += [is_link for is_link, _column in fresh]

    def _cycle(self, cycle: Cycle) -> tuple[int, list[tuple[int, int]]]:
        steps = zip(cycle, cycle[1:] + cycle[:1], strict=True)
        return sum(self.pool.worth(u, v) for u, v in steps), [(offer, 1) for offer in cycle]

    def _link(self, link: Link) -> tuple[int, list[tuple[int, int]]]:
        arc, position = link
        tail, head = int(self.pool.tail[arc]), int(self.pool.head[arc])
        rows = [(head, 1), (tail if position == 1 else self._flow(tail, position - 1), 1)]
        if position < self.pool.max_chain:
            rows.append((self._flow(head, position), -1))
        return int(self.pool.weight[arc]), rows

    def _flow(self, offer: int, position: int) -> int:
        if (offer, position) not in self._flow_row:
            self._flow_row[offer, position] = self.pool.size + len(self._flow_row)
            self._add_rows(1, upper=0.0)
        return self._flow_row[offer, position]

    def standing_price(self, offer: int, position: int, price: Floats) -> float:
        """Price of a chain that stands at `offer` after `position` arcs (0: not begun)."""
        if position == 0:
            return float(price[offer])
        row = self._flow_row.get((offer, position))
        return 0.0 if row is None else float(price[row])

    def hold(self, columns: Sequence[int], value: float) -> None:
        """Fix columns (numbers) to 0 or 1."""
        self.held.update(dict.fromkeys(columns, value))
        self._bounds(columns, value, value)

    def release(self, columns: Sequence[int]) -> None:
        """Let columns (numbers) be chosen freely again."""
        for column in columns:
            del self.held[column]
        self._bounds(columns, 0.0, highspy.kHighsInf)

    def _bounds(self, columns: Sequence[int], low: float, high: float) -> None:
        size = len(columns)
        places = np.array(columns, dtype=np.int32)
        self._done(self._solver.changeColsBounds(size, places, np.full(size, low), np.full(size, high)))

    def solve(self) -> Relaxation | None:
        """Solve the program as it stands; None if the columns held leave no solution."""
        self._solver.run()
        status = self._solver.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            return None
        if status not in (highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kModelEmpty):
            raise SolverFault(_("the solver fails on this instance; no plan is given"))
        solution = self._solver.getSolution()
        share = np.array(solution.col_value)
        # HiGHS counts what one more unit of a row's limit brings; in a maximum that is the price itself.
        price = np.maximum(np.array(solution.row_dual), 0.0)
        return Relaxation(self._solver.getObjectiveValue(), share, price)
