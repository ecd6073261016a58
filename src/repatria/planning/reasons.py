"""Why each person goes or stays: a code and a sentence, for everybody, without showing anybody's points.

Who is treated alike is known from the types; what it would cost to decide otherwise from the prices of the
relaxation: forcing one more person of a type in (or out) moves the relaxation's optimum by at least the type's
price, so a level whose proven value is then out of reach must suffer, unless a more important one does.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from repatria.i18n import _, isolate
from repatria.planning.aims import described
from repatria.planning.captives import Mask, Numbers
from repatria.planning.compile_terms import compile_terms
from repatria.planning.instance import Instance
from repatria.planning.levels import Climb, Step
from repatria.planning.plan import Reason
from repatria.planning.program import NO_GROUP
from repatria.planning.selection import Outcome
from repatria.planning.terms import AnyTerm, Exclude, IfThen, Include

_NEAR = 1e-6
NO_LEVEL = -1


def reasons(instance: Instance, outcome: Outcome) -> dict[str, Reason]:
    """Give the reason for every person of the list, for an outcome that has a plan."""
    assert outcome.go is not None
    captives = instance.captives
    going = np.zeros(len(captives), dtype=np.bool_)
    going[captives.positions(outcome.go)] = True
    why: list[Reason | None] = [None] * len(captives)
    _by_law(instance, why)
    for term in instance.terms:
        _by_name(instance, term, going, why)
    _by_company(instance, going, why)
    _by_choice(instance, outcome.climb, going, why)
    return {name: reason for name, reason in zip(captives.ids, why, strict=True) if reason is not None}


_Whys = list[Reason | None]


def _give(why: _Whys, mask: Mask, reason: Reason) -> None:
    """Give a reason to those of `mask` who have none yet."""
    for row in np.flatnonzero(mask).tolist():
        why[row] = why[row] or reason


def _by_law(instance: Instance, why: _Whys) -> None:
    owed = _("owed: seriously wounded or sick, goes regardless of number or rank, counted in nothing (GC III 109)")
    refused = _("does not want to go; nobody is sent against his or her will (GC III 109)")
    _give(why, instance.captives.owed, Reason("owed", None, owed))
    _give(why, ~instance.captives.eligible, Reason("refused", None, refused))


def _by_name(instance: Instance, term: AnyTerm, going: Mask, why: _Whys) -> None:
    words = {"id": isolate(term.id), "text": term.text, "by": isolate(term.by)}
    match term:
        case Include(select=select):
            because = _("goes by term {id} “{text}”, asked by {by}").format(**words)
            _give(why, select.matches(instance.captives) & going, Reason("included", term.id, because))
        case Exclude(select=select):
            because = _("left out by term {id} “{text}”, asked by {by}").format(**words)
            _give(why, select.matches(instance.captives) & ~going, Reason("excluded", term.id, because))
        case IfThen(condition=condition, then=then) if (
            then.matches(instance.captives) & ~instance.captives.eligible
        ).any():
            because = _("stays: by term {id} somebody would have to go who does not want to").format(**words)
            mask = condition.matches(instance.captives) & instance.captives.free & ~going
            _give(why, mask, Reason("not_chosen", term.id, because))
        case _:
            pass


def _by_company(instance: Instance, going: Mask, why: _Whys) -> None:
    """Those who share a group that stays together with somebody who is fixed."""
    program = compile_terms(instance)
    grouped = program.group != NO_GROUP
    goes = _("goes with the group, which stays together and of which a term names somebody")
    stays = _("stays with the group, which stays together and of which a term leaves somebody out")
    with_included = np.isin(program.group, program.group[grouped & (program.lower == 1)]) & grouped & going
    with_excluded = np.isin(program.group, program.group[grouped & program.free & (program.upper == 0)]) & grouped
    _give(why, with_included, Reason("chosen", None, goes))
    _give(why, with_excluded & ~going, Reason("not_chosen", None, stays))


@dataclass(frozen=True, slots=True)
class _Kin:
    """How many units of a type there are, how many of them go, and where deciding otherwise would hurt."""

    number: int
    going: int
    if_sent: int  # the first level that suffers if one more goes; NO_LEVEL: none is known to
    if_kept: int


def _by_choice(instance: Instance, climb: Climb, going: Mask, why: _Whys) -> None:
    """The rest: those whom the aims decided on."""
    undecided = [row for row, reason in enumerate(why) if reason is None]
    model = climb.model
    if not undecided or model is None or climb.x is None:
        return
    sent, kept = first_to_suffer(climb)
    kin = [
        _Kin(*numbers)
        for numbers in zip(
            model.types.count.tolist(),
            climb.x[: model.types.number].tolist(),
            sent[model.types.example].tolist(),
            kept[model.types.example].tolist(),
            strict=True,
        )
    ]
    sentences = _Sentences(instance, climb, _longest_who_stays(instance, climb, going))
    type_of = model.types.of_unit[model.units.of_person]
    days = instance.captives.numbers("days").tolist()
    holder = instance.captives.coded("holder")
    for row in undecided:
        goes = bool(going[row])
        because = sentences.of(kin[type_of[row]], goes, days[row], int(holder.codes[row]))
        why[row] = Reason("chosen" if goes else "not_chosen", None, because)


def first_to_suffer(climb: Climb) -> tuple[Numbers, Numbers]:
    """Give for each unit the first level known to suffer if one more of its kind went, and if one fewer went.

    Prices are used only where the relaxation's bound was met. "Suffers" means: this level or a more important one.
    """
    sent = np.full(climb.units.number, NO_LEVEL, dtype=np.int64)
    kept = sent.copy()
    for k, step in reversed(list(enumerate(climb.steps))):
        prices = _prices(step)
        if prices is not None:
            sent[prices < -_room(step)] = k
            kept[prices > _room(step)] = k
    return sent, kept


def _prices(step: Step) -> npt.NDArray[np.float64] | None:
    """Give what one more of each unit's kind would add to the level, at most; signs as if it were maximised."""
    if step.relaxed is None or step.relaxed.bound != step.value - step.level.constant:
        return None
    sign = 1.0 if step.level.value.sense == "max" else -1.0
    return sign * step.relaxed.column_price[: step.model.types.number][step.model.types.of_unit]


def _room(step: Step) -> float:
    """How far the relaxation's optimum may fall before the proven value is out of reach."""
    assert step.relaxed is not None
    return abs(step.relaxed.optimum - (step.value - step.level.constant)) + _NEAR


def _longest_who_stays(instance: Instance, climb: Climb, going: Mask) -> Mapping[int, int]:
    """For each holder (by code) the longest captivity among those who may go and stay."""
    units = climb.units
    may_go = instance.captives.free.copy()
    may_go[instance.captives.free] = units.upper[units.of_person[instance.captives.free]] == 1
    holders, days = instance.captives.coded("holder").codes, instance.captives.numbers("days")
    stays = may_go & ~going
    return {int(h): int(days[stays & (holders == h)].max()) for h in np.unique(holders[stays]).tolist()}


class _Sentences:
    """Makes the sentences; each pattern is translated once."""

    def __init__(self, instance: Instance, climb: Climb, longest_who_stays: Mapping[int, int]) -> None:
        self.longest_who_stays = longest_who_stays
        self.holders = instance.captives.coded("holder").words
        self.aims = [described(instance.aims, s.level.value) for s in climb.steps]
        self.longest_first = _("held {days} days; everyone held longer by {holder} who may go goes")
        self.first_of_kin = _(
            "held {days} days; of {n} whom terms and aims treat alike {k} go, the longest held first"
        )
        self.all_of_kin = _(
            "held {days} days; leaving him or her behind would cost the aim “{aim}”, or one above it"
        )
        self.chosen = _("held {days} days; chosen; another plan as good may do without him or her")
        self.later_of_kin = _(
            "held {days} days; of {n} whom terms and aims treat alike {k} go, the longest held first; sending this"
            " person in the place of one of them would cost no aim anything"
        )
        self.costs = _("held {days} days; sending him or her would cost the aim “{aim}”, or one above it")
        self.not_chosen = _("held {days} days; not chosen; another plan as good may send him or her")

    def of(self, kin: _Kin, goes: bool, days: int, holder: int) -> str:
        """Give the sentence for one person."""
        if goes:
            return self._chosen(kin, days, holder)
        if kin.going:
            return self.later_of_kin.format(days=days, n=kin.number, k=kin.going)
        if kin.if_sent != NO_LEVEL:
            return self.costs.format(days=days, aim=self.aims[kin.if_sent])
        return self.not_chosen.format(days=days)

    def _chosen(self, kin: _Kin, days: int, holder: int) -> str:
        if self.longest_who_stays.get(holder, -1) <= days:
            return self.longest_first.format(days=days, holder=isolate(self.holders[holder] or ""))
        if kin.going < kin.number:
            return self.first_of_kin.format(days=days, n=kin.number, k=kin.going)
        if kin.if_kept != NO_LEVEL:
            return self.all_of_kin.format(days=days, aim=self.aims[kin.if_kept])
        return self.chosen.format(days=days)


def counted(why: Iterable[Reason]) -> dict[str, int]:
    """Count reasons by code."""
    found: dict[str, int] = {}
    for reason in why:
        found[reason.code] = found.get(reason.code, 0) + 1
    return found
