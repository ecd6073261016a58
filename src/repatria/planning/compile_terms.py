"""From terms to rows. Law first: the owed and those who refuse are outside everything (section 2 of the format)."""

from collections.abc import Iterable
from functools import singledispatch

import numpy as np

from repatria.planning.captives import Captives, Mask, Numbers
from repatria.planning.instance import Instance
from repatria.planning.program import Program, Sum
from repatria.planning.selectors import Selector
from repatria.planning.terms import (
    AnyTerm,
    Balance,
    Count,
    Exclude,
    IfThen,
    Include,
    Net,
    Parity,
    Share,
    Sites,
    Together,
    Weights,
)  # fmt: skip


def compile_terms(instance: Instance, terms: Iterable[AnyTerm] | None = None) -> Program:
    """Give the rows of `terms` (all of the instance's unless told) over the free persons."""
    program = Program(len(instance.captives), instance.captives.free)
    for term in instance.terms if terms is None else terms:
        _add(term, instance, program)
    return program


def weights_of(captives: Captives, weights: Weights | None) -> Numbers:
    """Give what each person counts for."""
    if weights is None:
        return np.ones(len(captives), dtype=np.int64)
    if weights.by == "grade":
        by_grade = np.array([weights.of(grade) for grade in range(11)], dtype=np.int64)
        return by_grade[captives.numbers("grade")]
    column = captives.coded(weights.by)
    by_code = np.array([weights.of(word or "") for word in column.words] or [1], dtype=np.int64)
    return by_code[column.codes]


def points_of(instance: Instance, party: str) -> Numbers:
    """Give one party's points for each person, 0 where it gave none."""
    points = np.zeros(len(instance.captives), dtype=np.int64)
    row = next(n for n, one in enumerate(instance.parties) if one.id == party)
    own = instance.values.party == row
    points[instance.values.captive[own]] = instance.values.points[own]
    return points


def _free(instance: Instance, select: Selector) -> Mask:
    return select.matches(instance.captives) & instance.captives.free


@singledispatch
def _add(term: AnyTerm, instance: Instance, program: Program) -> None:
    raise NotImplementedError(type(term).__name__)


@_add.register
def _count(term: Count, instance: Instance, program: Program) -> None:
    total = Sum.over(_free(instance, term.select), weights_of(instance.captives, term.weights))
    program.require(term.id, term.id, total, term.min, term.max)


@_add.register
def _balance(term: Balance, instance: Instance, program: Program) -> None:
    weights = weights_of(instance.captives, term.weights)
    left, right = _free(instance, term.left), _free(instance, term.right)
    total = Sum.dense(
        weights * (term.left_factor * left.astype(np.int64) - term.right_factor * right.astype(np.int64))
    )
    program.require(term.id, term.id, total, -term.tolerance, term.tolerance)


@_add.register
def _parity(term: Parity, instance: Instance, program: Program) -> None:
    left, right = _free(instance, term.left), _free(instance, term.right)
    difference = left.astype(np.int64) - right.astype(np.int64)
    for name, members in _values_of(term.per, instance.captives):
        total = Sum.dense(np.where(members, difference, 0))
        if len(total.persons):
            program.require(term.id, f"{term.id}[{name}]", total, -term.tolerance, term.tolerance)


def _values_of(per: str, captives: Captives) -> Iterable[tuple[str, Mask]]:
    if per == "grade":
        grades = captives.numbers("grade")
        yield from ((str(grade), grades == grade) for grade in np.unique(grades).tolist())
    else:
        column = captives.coded(per)
        yield from ((str(word), column.codes == code) for code, word in enumerate(column.words))


@_add.register
def _share(term: Share, instance: Instance, program: Program) -> None:
    of = _free(instance, term.of)
    within = of & term.within.matches(instance.captives)
    total = Sum.dense(100 * within.astype(np.int64) - term.min_percent * of.astype(np.int64))
    program.require(term.id, term.id, total, 0, None)


@_add.register
def _include(term: Include, instance: Instance, program: Program) -> None:
    named = term.select.matches(instance.captives)
    if (named & ~instance.captives.eligible).any():
        program.broken.append(term.id)
    program.must_go(named)


@_add.register
def _exclude(term: Exclude, instance: Instance, program: Program) -> None:
    named = term.select.matches(instance.captives)
    if (named & instance.captives.owed).any():
        program.broken.append(term.id)
    program.must_stay(named)


@_add.register
def _sites(term: Sites, instance: Instance, program: Program) -> None:
    site = instance.captives.coded("site").codes
    members = np.flatnonzero(_free(instance, term.select))
    used, opened = np.unique(site[members], return_inverse=True)
    if len(used) <= term.max:
        return
    words = instance.captives.coded("site").words
    first = len(program.helpers)
    for code in used:
        program.helper(f"{term.id}[{words[code]}]")
    program.link(term.id, term.id, True, members, first + opened)
    none = np.zeros(0, dtype=np.int64)
    total = Sum(none, none, {first + k: 1 for k in range(len(used))})
    program.require(term.id, term.id, total, None, term.max)


@_add.register
def _together(term: Together, instance: Instance, program: Program) -> None:
    column = instance.captives.coded("group")
    bound = column.among(set(column.words) - {None} if term.groups is None else term.groups)
    bound &= instance.captives.free
    program.group[bound] = column.codes[bound]


@_add.register
def _if_then(term: IfThen, instance: Instance, program: Program) -> None:
    named = _free(instance, term.condition)
    then = term.then.matches(instance.captives)
    if (then & ~instance.captives.eligible).any():
        program.must_stay(named)
        return
    follow = np.flatnonzero(then & instance.captives.free)
    lead = np.flatnonzero(named)
    if not len(lead) or not len(follow):
        return
    happens = program.helper(term.id)
    program.link(term.id, f"{term.id}[if]", True, lead, np.full(len(lead), happens))
    program.link(term.id, f"{term.id}[then]", False, follow, np.full(len(follow), happens))


@_add.register
def _net(term: Net, instance: Instance, program: Program) -> None:
    points = np.where(instance.captives.free, points_of(instance, term.party), 0)
    program.require(term.id, term.id, Sum.dense(points), term.min, None)
