"""Several plans to talk about: as good in the first values of the objective, as different as can be in persons."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from repatria.i18n import _
from repatria.planning.aims import NO_AIM, Value
from repatria.planning.compile_aims import Level, compile_aim
from repatria.planning.compile_terms import compile_terms
from repatria.planning.deadline import Deadline
from repatria.planning.errors import SolverFault
from repatria.planning.instance import Instance
from repatria.planning.levels import NOTHING, Climb
from repatria.planning.program import Program, Sum
from repatria.planning.selection import Outcome, with_the_owed
from repatria.planning.verify import Checker


@dataclass(frozen=True, slots=True)
class Alternative:
    """A plan beside the best one: who goes, what it is worth, in how many persons it differs from its nearest."""

    go: tuple[str, ...]
    objective: tuple[int, ...]
    apart: int


def alternatives(
    instance: Instance, checker: Checker, outcome: Outcome, number: int, kept: int, deadline: Deadline | None = None
) -> list[Alternative]:
    """Give up to `number` plans that equal the best in the first `kept` values of the objective.

    Each is as far as possible, in persons, from all before it (the best plan included), and then as good as
    possible in the remaining values. Fewer come back when no plan that differs is left.
    """
    assert outcome.go is not None
    found: list[Alternative] = []
    before: list[tuple[str, ...]] = [outcome.go]
    for _turn in range(number):
        one = _farthest(instance, checker, outcome, before, kept, deadline or Deadline(None))
        if one is None:
            break
        found.append(one)
        before.append(one.go)
    return found


def _farthest(
    instance: Instance,
    checker: Checker,
    outcome: Outcome,
    before: Sequence[tuple[str, ...]],
    kept: int,
    deadline: Deadline,
) -> Alternative | None:
    program = compile_terms(instance)
    _keep(instance, program, outcome, kept)
    climb = Climb(instance, program, deadline)
    if not climb.onwards([_distance(instance, program, before)]) or climb.values[0] == 0:
        return None
    apart = climb.values[0]
    climb.to_the_top()
    go = with_the_owed(instance, climb)
    if checker.faults(go) or checker.objective(go)[:kept] != outcome.objective[:kept]:
        raise SolverFault(_("an alternative does not survive the independent check; it is not given"))
    return Alternative(go, checker.objective(go), apart)


def _keep(instance: Instance, program: Program, outcome: Outcome, kept: int) -> None:
    """Require the first values of the objective to be those of the best plan."""
    done = 0
    for aim in range(len(instance.aims)):
        if done >= kept:
            return
        for level in compile_aim(aim, instance, program)[: kept - done]:
            exactly = outcome.objective[done] - level.constant
            program.require(None, f"keep {level.value.name}", level.sum, exactly, exactly)
            done += 1


def _distance(instance: Instance, program: Program, before: Sequence[tuple[str, ...]]) -> Level:
    """The number of persons in whom a plan differs from the nearest of those before it."""
    captives = instance.captives
    apart = program.helper("apart", 0, len(captives))
    for k, go in enumerate(before, 1):
        went = np.zeros(len(captives), dtype=np.bool_)
        went[captives.positions(go)] = True
        went &= captives.free
        differs = Sum.dense(np.where(captives.free, np.where(went, -1, 1), 0), {apart: -1})
        program.require(None, f"apart from {k}", differs, -int(went.sum()), None)
    return Level(Value(NO_AIM, "apart", "max"), Sum(NOTHING.persons, NOTHING.coefs, {apart: 1}))
