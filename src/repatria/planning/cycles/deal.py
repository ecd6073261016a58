"""Cycles and chains that go together, and their independent check."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from repatria.i18n import _
from repatria.planning.cycles.pool import OfferPool
from repatria.planning.cycles.walks import Cycle
from repatria.planning.errors import SolverFault

Link = tuple[int, int]  # place of an arc in the pool, position in its chain (1 = first)


@dataclass(frozen=True)
class Deal:
    """Offers in the order of handing over: each gives to the next, the last of a cycle to the first."""

    cycles: tuple[Cycle, ...] = ()
    chains: tuple[Cycle, ...] = ()

    @classmethod
    def of(cls, pool: OfferPool, cycles: Iterable[Cycle], links: Iterable[Link]) -> "Deal":
        """Write cycles from their first offer on, join links to chains, and put both in order."""
        onward = {(int(pool.tail[arc]), k - 1): int(pool.head[arc]) for arc, k in links}
        chains = []
        for begin in sorted(offer for offer, position in onward if position == 0):
            chain = [begin]
            while (chain[-1], len(chain) - 1) in onward:
                chain.append(onward[chain[-1], len(chain) - 1])
            chains.append(tuple(chain))
        return cls(tuple(sorted(canonical(c) for c in cycles)), tuple(chains))

    def steps(self) -> list[tuple[int, int]]:
        """Who gives to whom, as pairs of offers."""
        pairs = [pair for chain in self.chains for pair in pairwise(chain)]
        return pairs + [pair for cycle in self.cycles for pair in pairwise((*cycle, cycle[0]))]


def canonical(cycle: Cycle) -> Cycle:
    """Write a cycle from its first offer on, so that its rotations are one."""
    at = cycle.index(min(cycle))
    return cycle[at:] + cycle[:at]


def worth_of(pool: OfferPool, deal: Deal) -> int:
    """Check a deal against every rule of the format and add up its weights, in whole numbers.

    Raises:
        SolverFault: a rule is broken. This is a fault of ours, never of the instance.
    """
    used = [offer for path in (*deal.cycles, *deal.chains) for offer in path]
    lawful = (
        len(used) == len(set(used))
        and all(2 <= len(cycle) <= pool.max_cycle for cycle in deal.cycles)
        and all(2 <= len(chain) <= pool.max_chain + 1 for chain in deal.chains)
        and all(pool.starts[chain[0]] for chain in deal.chains)
        and not any(pool.starts[offer] for cycle in deal.cycles for offer in cycle)
        and all(step in pool.arc_number for step in deal.steps())
    )
    if not lawful:
        raise SolverFault(_("the cycles and chains found break the rules; no plan is given"))
    return sum(pool.worth(tail, head) for tail, head in deal.steps())
