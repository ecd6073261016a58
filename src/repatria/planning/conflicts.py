"""Terms that cannot hold together: the smallest such sets, in words, and the least change that would help.

The law (who refuses, who is owed) is always in force and never part of a conflict. Sets are found over terms, not
over rows: a minimal conflicting set is one that no plan keeps, while leaving out any one of its terms lets one be.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from repatria.i18n import _, isolate
from repatria.planning.compile_terms import compile_terms
from repatria.planning.deadline import Deadline
from repatria.planning.errors import NoPlanInTime
from repatria.planning.instance import Instance
from repatria.planning.levels import Climb
from repatria.planning.selection import with_the_owed
from repatria.planning.terms import AnyTerm, Exclude, Include, Weights
from repatria.planning.verify import Checker

MOST_PROBES = 600
MOST_CANDIDATES = 2000


@dataclass(frozen=True, slots=True)
class Change:
    """A change of one number that removes a conflict: the term's field, from what to what (None: no limit)."""

    term: str
    field: str
    before: int
    after: int

    @property
    def size(self) -> int:
        """How far the number moves."""
        return abs(self.after - self.before)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A minimal set of terms that no plan keeps together, in words, with the least changes that would free it."""

    terms: tuple[str, ...]
    unlawful: bool
    words: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Conflicts:
    """Why there is no plan. `complete`: these are all minimal sets. `cures`: one number that frees everything."""

    sets: tuple[Conflict, ...]
    complete: bool
    cures: tuple[Change, ...]


def find_conflicts(instance: Instance, checker: Checker, deadline: Deadline | None = None) -> Conflicts:
    """Find the minimal conflicting sets of an instance that has no plan, smallest first.

    Raises:
        NoPlanInTime: the deadline came before the question was settled.
    """
    probe = Probe(instance, checker, deadline or Deadline(None))
    sets, complete = _minimal_sets(probe)
    order = {term.id: n for n, term in enumerate(instance.terms)}
    sets.sort(key=lambda s: (len(s), sorted(order[name] for name in s)))
    in_all = frozenset.intersection(*sets) if sets else frozenset[str]()
    cures = _changes(probe, in_all, probe.everything) if complete else ()
    return Conflicts(tuple(_conflict(probe, one) for one in sets), complete, cures)


class Probe:
    """Answers whether some terms can hold together, and remembers."""

    def __init__(self, instance: Instance, checker: Checker, deadline: Deadline) -> None:
        self.instance, self.checker, self.deadline = instance, checker, deadline
        self.terms = {term.id: term for term in instance.terms}
        self.everything = frozenset(self.terms)
        self.asked = 0
        self._possible: list[frozenset[str]] = []
        self._impossible: list[frozenset[str]] = []

    def possible(self, names: frozenset[str]) -> bool:
        """Say whether a plan keeps these terms. What holds for a set holds for its parts."""
        if any(names <= known for known in self._possible):
            return True
        if any(known <= names for known in self._impossible):
            return False
        go = self.plan_for([self.terms[name] for name in sorted(names)])
        if go is None:
            self._impossible.append(names)
            return False
        # The plan found often keeps further terms by chance: then they can hold together with these, too.
        broken = {fault.rule for fault in self.checker.faults(go)}
        self._possible.append(self.everything - broken)
        return True

    def most_with(self, names: frozenset[str]) -> frozenset[str]:
        """Extend terms that can hold together until no further term can join them."""
        for name in sorted(self.everything - names):
            if name not in names and self.possible(names | {name}):
                names = names | {name}
        return names

    def plan_for(self, terms: Iterable[AnyTerm]) -> tuple[str, ...] | None:
        """Give somebody's going that keeps these terms, or None."""
        self.asked += 1
        climb = Climb(self.instance, compile_terms(self.instance, terms), self.deadline).any_plan()
        if climb.stopped:
            raise NoPlanInTime(_("the time limit came before it was known which terms conflict; allow more time"))
        return None if climb.x is None else with_the_owed(self.instance, climb)


def _minimal_sets(probe: Probe) -> tuple[list[frozenset[str]], bool]:
    """Find all minimal conflicting sets by duality, or as many as `MOST_PROBES` allow.

    A conflicting set must meet the complement of every set of terms that can hold together. So the smallest sets
    that meet all complements found so far are candidates: one that conflicts is minimal; one that does not gives,
    extended, a new complement (Reiter 1987; Gunopulos and others 2003, "dualize and advance").
    """
    found: list[frozenset[str]] = [_one_minimal_set(probe)]
    candidates: list[frozenset[str]] = [frozenset()]
    while True:
        open_ones = [one for one in candidates if one not in found]
        if not open_ones:
            return found, True
        if probe.asked > MOST_PROBES or len(candidates) > MOST_CANDIDATES:
            return found, False
        if probe.possible(open_ones[0]):
            complement = probe.everything - probe.most_with(open_ones[0])
            candidates = _meeting(candidates, complement)
        else:
            found.append(open_ones[0])


def _one_minimal_set(probe: Probe) -> frozenset[str]:
    """Deletion filter: leave out one term after another, the last agreed last, while the rest still conflicts."""
    names = probe.everything
    for term in probe.instance.terms:
        if not probe.possible(names - {term.id}):
            names = names - {term.id}
    return names


def _meeting(candidates: Sequence[frozenset[str]], complement: frozenset[str]) -> list[frozenset[str]]:
    """Give the minimal sets that contain a candidate and meet the complement."""
    kept = [one for one in candidates if one & complement]
    wider = {one | {name} for one in candidates if not one & complement for name in complement}
    kept += sorted((one for one in wider if not any(small <= one for small in kept)), key=sorted)
    minimal = [one for one in kept if not any(other < one for other in kept)]
    return sorted(minimal, key=lambda one: (len(one), sorted(one)))


def _conflict(probe: Probe, names: frozenset[str]) -> Conflict:
    terms = [term for term in probe.instance.terms if term.id in names]
    unlawful = len(terms) == 1 and isinstance(terms[0], Exclude) and _broken_by_law(probe, terms[0])
    changes = () if unlawful else _changes(probe, names, names)
    return Conflict(tuple(term.id for term in terms), unlawful, _words(probe, terms), changes)


def _broken_by_law(probe: Probe, term: AnyTerm) -> bool:
    return term.id in compile_terms(probe.instance, [term]).broken


def _words(probe: Probe, terms: Sequence[AnyTerm]) -> str:
    listed = "; ".join(described(term) for term in terms)
    if len(terms) > 1:
        return _("These terms cannot hold together, though any one less could: {terms}.").format(terms=listed)
    if _broken_by_law(probe, terms[0]) and isinstance(terms[0], Exclude):
        return _(
            "Unlawful: {term}. It would hold back somebody who is owed. The seriously wounded and sick go home"
            " regardless of number or rank (GC III 109); no agreement may take that away (GC III 6)."
        ).format(term=listed)
    if _broken_by_law(probe, terms[0]) and isinstance(terms[0], Include):
        return _(
            "Nobody is sent against his or her will: {term}. It names somebody who does not want to go."
        ).format(term=listed)
    return _("This term cannot hold even alone: {term}.").format(term=listed)


def described(term: AnyTerm) -> str:
    """Give a term in words: its id, its text and who asked for it."""
    return _("{id} “{text}” (asked by {by})").format(id=isolate(term.id), text=term.text, by=isolate(term.by))


def _changes(probe: Probe, candidates: frozenset[str], among: frozenset[str]) -> tuple[Change, ...]:
    """Give, least first, each change of one number of a candidate term that lets the terms `among` hold."""
    rest = [term for term in probe.instance.terms if term.id in among]
    found = []
    for term in rest:
        if term.id in candidates:
            others = [other for other in rest if other.id != term.id]
            found += [change for field in term.numbers if (change := _least(probe, term, field, others))]
    return tuple(sorted(found, key=lambda change: (change.size, change.term, change.field)))


def _least(probe: Probe, term: AnyTerm, field: str, others: Sequence[AnyTerm]) -> Change | None:
    """Find by halving the nearest value of one number that helps. Loosening never makes a plan impossible."""
    before: int | None = getattr(term, field)
    if before is None:
        return None

    def helps(value: int) -> bool:
        return probe.plan_for([*others, with_number(term, field, value)]) is not None

    tight, loose = before, _loosest(probe.instance, term, field)
    if tight == loose or not helps(loose):
        return None
    while abs(loose - tight) > 1:
        middle = (tight + loose) // 2
        if helps(middle):
            loose = middle
        else:
            tight = middle
    return Change(term.id, field, before, loose)


def with_number(term: AnyTerm, field: str, value: int) -> AnyTerm:
    """Give the same term with another number in one of its :attr:`Term.numbers`."""
    changes: dict[str, Any] = {field: value}
    return replace(term, **changes)


def _loosest(instance: Instance, term: AnyTerm, field: str) -> int:
    """Give a value of the number at which it forbids nothing any more."""
    number: int = getattr(term, field)
    if field in ("max", "tolerance"):
        return max(number, _largest_sum(instance, term))
    if term.kind == "net":
        return min(number, -int(abs(instance.values.points).sum()))
    return 0


def _largest_sum(instance: Instance, term: AnyTerm) -> int:
    weights: Weights | None = getattr(term, "weights", None)
    heaviest = max((1, *weights.table.values())) if weights is not None else 1
    factor: int = max(1, getattr(term, "left_factor", 1), getattr(term, "right_factor", 1))
    return len(instance.captives) * heaviest * factor
