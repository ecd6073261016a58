"""The planner for offers among n parties: the best cycles and chains, with a proof."""

from dataclasses import replace
from typing import Any

from repatria.planning.cycles.bound import common_step, proven_bound
from repatria.planning.cycles.complete import best_of, candidates
from repatria.planning.cycles.deal import worth_of
from repatria.planning.cycles.dive import dive
from repatria.planning.cycles.generate import Generator, Situation
from repatria.planning.cycles.master import Master
from repatria.planning.cycles.pool import OfferPool, read_pool
from repatria.planning.cycles.solution import Solution
from repatria.planning.cycles.why import reasons
from repatria.planning.deadline import Deadline
from repatria.planning.instance import parse_instance
from repatria.planning.plan import Plan


def solve_cycles(document: dict[str, Any], time_limit: float | None = None) -> Plan:
    """Solve an instance of kind ``cycles``; every offer gets a reason.

    `time_limit` is in seconds; when it runs out the plan is the best one so far, with a bound.

    Raises:
        BadInstance: the document breaks the format; the text names the row.
        SolverFault: the solver's answer does not survive the check in whole numbers.
    """
    instance, pool = parse_instance(document), read_pool(document)
    found = solve_pool(pool, Deadline(time_limit))
    handed_over = {tail for tail, _head in found.deal.steps()}
    return Plan(
        instance.name,
        "optimal" if found.proven else "feasible",
        go=tuple(gives for n, gives in enumerate(pool.gives) if gives is not None and n in handed_over),
        objective=(found.value,),
        bound=None if found.proven else (found.bound,),
        why=reasons(pool, found),
        cycles=[tuple(pool.ids[offer] for offer in cycle) for cycle in found.deal.cycles],
        chains=[tuple(pool.ids[offer] for offer in chain) for chain in found.deal.chains],
        extra={"proof": found.proof(pool)},
    )


def solve_pool(pool: OfferPool, deadline: Deadline | None = None) -> Solution:
    """Find the deal of the largest weight; at the deadline stop with the best one so far.

    Raises:
        SolverFault: the solver's answer does not survive the check in whole numbers.
    """
    deadline = deadline or Deadline(None)
    generator = Generator(Master(pool), deadline)
    root = generator.optimum(Situation.of(pool))
    prices = proven_bound(pool, generator.unit, generator.whole_prices(root.price))
    bound = prices.whole_bound(pool)
    deal = dive(generator, root, bound)
    found = Solution(deal, worth_of(pool, deal), bound, prices)
    return found if found.proven or deadline.over else _close_gap(pool, found, deadline)


def _close_gap(pool: OfferPool, found: Solution, deadline: Deadline) -> Solution:
    step, unit = common_step(pool), found.prices.unit
    slack = found.prices.bound - (found.value + step) * unit
    while (among := candidates(pool, found.prices, slack, deadline)) is None:
        if deadline.over or slack <= 0:
            return found
        slack //= 2  # look at the likeliest columns only, and give the bound that the others leave
    others = min(found.bound, (found.prices.bound - slack - 1) // (unit * step) * step)
    done = best_of(pool, among, found.bound, deadline)
    found = replace(found, checked=len(among.cycles) + len(among.links))
    if done.deal is not None and (value := worth_of(pool, done.deal)) > found.value:
        found = replace(found, deal=done.deal, value=value)
    return replace(found, bound=max(found.value, done.bound // step * step, others))
