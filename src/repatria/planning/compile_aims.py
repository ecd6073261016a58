"""From aims to levels: each number of the objective as a sum to be made large or small."""

from dataclasses import dataclass

import numpy as np

from repatria.planning.aims import (
    ALL,
    CountAim,
    Days,
    LongestHeld,
    NetMin,
    Points,
    Transport,
    Value,
    WorstOffParty,
    values_of,
)
from repatria.planning.captives import Numbers
from repatria.planning.compile_terms import points_of
from repatria.planning.instance import Instance
from repatria.planning.program import Program, Sum

PER_MILLE = 1000


@dataclass(frozen=True, slots=True)
class Level:
    """One number of the objective: ``constant`` + ``sum``, as large (`value.sense` max) or small as can be."""

    value: Value
    sum: Sum
    constant: int = 0


def compile_aim(aim: int, instance: Instance, program: Program) -> list[Level]:
    """Give the levels of one aim, most important first; helpers and rows they need go into `program`."""
    return [_level(value, instance, program) for value in values_of(instance.aims) if value.aim == aim]


def bucket_of(days: Numbers, aim: LongestHeld) -> Numbers:
    """Give the bucket of captivity of each person."""
    return np.minimum(days // aim.bucket_days, aim.buckets - 1)


def requests(instance: Instance, party: str) -> Numbers:
    """Give a party's positive points for each free person."""
    return np.where(instance.captives.free, np.maximum(points_of(instance, party), 0), 0)


def _level(value: Value, instance: Instance, program: Program) -> Level:
    free, days = instance.captives.free, instance.captives.numbers("days")
    match instance.aims[value.aim]:
        case CountAim(select=select):
            return Level(value, Sum.over(select.matches(instance.captives) & free))
        case LongestHeld() as aim:
            return Level(value, Sum.over((bucket_of(days, aim) == value.bucket) & free))
        case Days():
            return Level(value, Sum.over(free, days))
        case Points(party=party):
            parties = [one.id for one in instance.parties] if party == ALL else [party]
            none = np.zeros(len(days), dtype=np.int64)
            return Level(value, Sum.dense(sum((requests(instance, one) for one in parties), none)))
        case WorstOffParty():
            return _worst_off_party(value, instance, program)
        case NetMin():
            return _net_min(value, instance, program)
        case Transport():
            return _transport(value, instance, program)


def _nobody(helpers: dict[int, int]) -> Sum:
    none = np.zeros(0, dtype=np.int64)
    return Sum(none, none, helpers)


def _worst_off_party(value: Value, instance: Instance, program: Program) -> Level:
    """The share z of the worst-off party: 1000 * got(p) >= asked(p) * z for every party that asks."""
    asking = [(one.id, wishes) for one in instance.parties if (wishes := requests(instance, one.id)).any()]
    if not asking:
        return Level(value, _nobody({}), PER_MILLE)
    share = program.helper("worst_off_party", 0, PER_MILLE)
    for party, wishes in asking:
        total = Sum.dense(PER_MILLE * wishes, {share: -int(wishes.sum())})
        program.require(None, f"worst_off_party[{party}]", total, 0, None)
    return Level(value, _nobody({share: 1}))


def _net_min(value: Value, instance: Instance, program: Program) -> Level:
    """The net m of the party that gains least: net(p) >= m for every party."""
    free = instance.captives.free
    nets = {one.id: np.where(free, points_of(instance, one.id), 0) for one in instance.parties}
    if not nets:
        return Level(value, _nobody({}))
    most = int(sum(np.abs(net).sum() for net in nets.values()))
    least = program.helper("net_min", -most, most)
    for party, net in nets.items():
        program.require(None, f"net_min[{party}]", Sum.dense(net, {least: -1}), 0, None)
    return Level(value, _nobody({least: 1}))


def _transport(value: Value, instance: Instance, program: Program) -> Level:
    """Sites that an owed person leaves are open whatever is planned; the others open with the first who goes."""
    captives = instance.captives
    column = captives.coded("site")
    cost = {site.id: site.open_cost for site in instance.sites}
    open_anyway = set(column.codes[captives.owed].tolist())
    constant = sum(cost[str(column.words[code])] for code in open_anyway)
    members = np.flatnonzero(captives.free & ~np.isin(column.codes, list(open_anyway)))
    used, opened = np.unique(column.codes[members], return_inverse=True)
    first = len(program.helpers)
    for code in used:
        program.helper(f"transport[{column.words[code]}]")
    program.link(None, "transport", True, members, first + opened)
    costs = {first + k: cost[str(column.words[code])] for k, code in enumerate(used)}
    return Level(value, _nobody(costs), constant)
