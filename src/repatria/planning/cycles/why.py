"""A reason for every offer: with whom it deals, or what taking it in would cost."""

import numpy as np

from repatria.i18n import _, isolate, ngettext
from repatria.planning.cycles.bound import chain_web, cycle_web, gains_at
from repatria.planning.cycles.pool import Ints, OfferPool
from repatria.planning.cycles.solution import Solution
from repatria.planning.cycles.walks import Cycle, Web, chain_values
from repatria.planning.plan import Reason

NEVER = -(2**61)
UNREACHED = NEVER // 2  # less than this has gone through `NEVER`
BLOCK = 1_000_000  # numbers held at once


def reasons(pool: OfferPool, found: Solution) -> dict[str, Reason]:
    """Give each offer's id its reason: code ``chosen`` or ``not_chosen`` and a sentence."""
    said: dict[int, str] = {}
    for cycle in found.deal.cycles:
        said.update(_in_cycle(pool, cycle))
    for chain in found.deal.chains:
        said.update(_in_chain(pool, chain))
    left_out = np.array([n for n in range(pool.size) if n not in said], dtype=np.int64)
    gain = _best_gain_with(pool, found, left_out)
    because = {n: _left_out(pool, found, n, int(g)) for n, g in zip(left_out.tolist(), gain.tolist(), strict=True)}
    return {
        offer: Reason("chosen", because=said[n]) if n in said else Reason("not_chosen", because=because[n])
        for n, offer in enumerate(pool.ids)
    }


def _in_cycle(pool: OfferPool, cycle: Cycle) -> dict[int, str]:
    sentence = ngettext(
        "receives from {giver} and gives to {taker}, in a cycle of {n} offer handed over at one moment",
        "receives from {giver} and gives to {taker}, in a cycle of {n} offers handed over at one moment",
        len(cycle),
    )
    around = zip(cycle[-1:] + cycle[:-1], cycle, cycle[1:] + cycle[:1], strict=True)
    return {
        offer: sentence.format(giver=_name(pool, giver), taker=_name(pool, taker), n=len(cycle))
        for giver, offer, taker in around
    }


def _in_chain(pool: OfferPool, chain: Cycle) -> dict[int, str]:
    names = [_name(pool, offer) for offer in chain]
    said = {
        chain[0]: ngettext(
            "gives to {taker} and asks for nothing: it begins a chain of {n} handover",
            "gives to {taker} and asks for nothing: it begins a chain of {n} handovers",
            len(chain) - 1,
        ).format(taker=names[1], n=len(chain) - 1),
        chain[-1]: _("receives from {giver}; the chain that {first} began ends here, so it gives nobody").format(
            giver=names[-2], first=names[0]
        ),
    }
    for at in range(1, len(chain) - 1):
        said[chain[at]] = _("receives from {giver} and gives to {taker}, in the chain that {first} began").format(
            giver=names[at - 1], taker=names[at + 1], first=names[0]
        )
    return said


def _name(pool: OfferPool, offer: int) -> str:
    party, name = pool.parties[offer], isolate(pool.ids[offer])
    return name if party is None else _("{offer} ({party})").format(offer=name, party=isolate(party))


def _left_out(pool: OfferPool, found: Solution, offer: int, gain: int) -> str:
    if gain == NEVER:
        if pool.starts[offer]:
            return _("no offer wants its captive, or chains are not allowed")
        return _("no cycle and no chain of the lengths allowed passes it")
    loss = found.value - (found.prices.bound + gain) // found.prices.unit
    if loss > 0:
        return _("every deal that takes it in is worth at least {loss} less").format(loss=loss)
    return _("the offers it needs do at least as well elsewhere; a deal with it may be as good, none is better")


def _best_gain_with(pool: OfferPool, found: Solution, offers: Ints) -> Ints:
    """For each of `offers`, at most what a cycle or chain through it gains at the proving prices, or `NEVER`."""
    gains = gains_at(pool, found.prices.unit, found.prices.of)
    cycles = cycle_web(pool)
    by_cycle = _closed_walks(cycles, gains[cycles.arc], pool.max_cycle, offers)
    gain = np.maximum(by_cycle, _chains(pool, found.prices.of, gains)[offers])
    return np.where(gain < UNREACHED, NEVER, np.minimum(gain, 0))


def _closed_walks(web: Web, gains: Ints, max_cycle: int, offers: Ints) -> Ints:
    """The best closed walk through each offer, begun there; below `UNREACHED` if there is none."""
    best = np.full(len(offers), NEVER, dtype=np.int64)
    order = np.lexsort((web.tail, web.head))
    tail, gain = web.tail[order], gains[order]
    heads, first = np.unique(web.head[order], return_index=True)
    into = dict(zip(heads.tolist(), np.split(np.arange(len(order)), first[1:]), strict=False))
    rows = max(1, BLOCK // max(1, len(tail)))
    for begin in range(0, len(offers) if max_cycle >= 2 else 0, rows):
        block = offers[begin : begin + rows].tolist()
        at = np.full((len(block), web.size), NEVER, dtype=np.int64)
        for row, offer in enumerate(block):
            out = slice(web.first[offer], web.first[offer + 1])
            at[row, web.head[out]] = gains[out]
        for length in range(2, max_cycle + 1):
            for row, offer in enumerate(block):
                if offer in into:
                    back = into[offer]
                    best[begin + row] = max(best[begin + row], (at[row, tail[back]] + gain[back]).max())
            if length < max_cycle:
                onward = np.full_like(at, NEVER)
                onward[:, heads] = np.maximum.reduceat(at[:, tail] + gain, first, axis=1)
                at = np.maximum(onward, NEVER)
    return best


def _chains(pool: OfferPool, prices: Ints, gains: Ints) -> Ints:
    """The best chain through each offer, less the price of the offer that begins it."""
    web = chain_web(pool)
    best = np.full(pool.size, NEVER, dtype=np.int64)
    if not len(web.arc):
        return best
    values = chain_values(web, gains[web.arc], pool.max_chain)
    reached = np.where(pool.starts, -prices, NEVER)
    has_arc = np.diff(web.first) > 0
    best[pool.starts & has_arc] = 0
    for position in range(1, pool.max_chain + 1):
        onward = np.full(pool.size, NEVER, dtype=np.int64)
        np.maximum.at(onward, web.head, reached[web.tail] + gains[web.arc])
        reached = np.maximum(onward, NEVER)
        there = reached > UNREACHED
        best[there] = np.maximum(best[there], (reached + values.onward[position])[there])
    return best
