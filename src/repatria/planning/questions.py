"""Questions asked at the desk about a plan: what if, what would it cost, what has to change now."""

from collections.abc import Callable, Collection, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from dataclasses import dataclass
from json import JSONDecodeError, loads
from typing import Any, TypeVar

from repatria.i18n import _
from repatria.planning.aims import Value, described, values_of
from repatria.planning.deadline import Deadline
from repatria.planning.errors import BadQuestion, NoSuchPerson
from repatria.planning.instance import Instance
from repatria.planning.plan import Counterfactual
from repatria.planning.selection import Outcome, select
from repatria.planning.verify import Checker

_Question = TypeVar("_Question")
_Answer = TypeVar("_Answer")


@dataclass(frozen=True, slots=True)
class Loss:
    """The first aim in which two objectives differ: its words, and its value in each."""

    aim: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class TermCost:
    """What a term costs: the first aim that would be better without it, or None if none would be."""

    term: str
    objective: tuple[int, ...]
    gain: Loss | None


@dataclass(frozen=True, slots=True)
class Swap:
    """What sending or keeping one person would mean: the objective then, the first aim to change, who changes."""

    go: bool
    objective: tuple[int, ...] | None
    loss: Loss | None
    joins: tuple[str, ...]
    leaves: tuple[str, ...]


class Desk:
    """Answers questions about one solved instance. Answers do not depend on the number of threads."""

    def __init__(
        self,
        instance: Instance,
        checker: Checker,
        outcome: Outcome,
        threads: int = 1,
        deadline: Deadline | None = None,
    ) -> None:
        self.instance, self.checker, self.outcome = instance, checker, outcome
        self.threads, self.deadline = threads, deadline or Deadline(None)

    def counterfactuals(self, ids: Iterable[str]) -> list[Counterfactual]:
        """Give for each person the optimum if he or she had to do what the plan does not foresee."""
        going = frozenset(self.outcome.go or ())
        return self._each(lambda who: self.counterfactual(who, who not in going), list(ids))

    def counterfactual(self, who: str, go: bool) -> Counterfactual:
        """Give the optimum if a person had to go, or had to stay.

        Raises:
            NoSuchPerson: he or she is not in the instance.
        """
        outcome = self._forced(who, go)
        return Counterfactual(who, go, outcome.objective if outcome.go is not None else None)

    def swap(self, who: str) -> Swap:
        """Say what it would mean to decide otherwise about one person, changing as little else as can be."""
        before = frozenset(self.outcome.go or ())
        go = who not in before
        forced = self._forced(who, go, close_to=before)
        if forced.go is None:
            return Swap(go, None, None, (), ())
        after = frozenset(forced.go)
        loss = first_difference(self.instance, self.outcome.objective, forced.objective)
        return Swap(go, forced.objective, loss, tuple(sorted(after - before)), tuple(sorted(before - after)))

    def term_costs(self) -> list[TermCost]:
        """Say for each term what the optimum would be without it, all others staying."""
        return self._each(self._without, [term.id for term in self.instance.terms])

    def _without(self, name: str) -> TermCost:
        instance = self.instance.with_terms(term for term in self.instance.terms if term.id != name)
        outcome = select(instance, self.checker.under(instance), deadline=self.deadline)
        gain = first_difference(self.instance, self.outcome.objective, outcome.objective)
        return TermCost(name, outcome.objective, gain)

    def _forced(self, who: str, go: bool, close_to: Collection[str] | None = None) -> Outcome:
        if who not in self.checker.people:
            raise NoSuchPerson(_("one of the ids named is not in the instance; check it"))
        if close_to is None and go == (who in (self.outcome.go or ())):
            return self.outcome
        forced: dict[str, Collection[str]] = {"must_go" if go else "must_stay": (who,)}
        return select(self.instance, self.checker, **forced, deadline=self.deadline, close_to=close_to)

    def _each(self, ask: Callable[[_Question], _Answer], about: Sequence[_Question]) -> list[_Answer]:
        if self.threads == 1 or len(about) < 2:
            return [ask(one) for one in about]
        with ThreadPoolExecutor(self.threads) as workers:
            return list(workers.map(ask, about))


def first_difference(instance: Instance, before: Sequence[int], after: Sequence[int]) -> Loss | None:
    """Give the first aim, in order, in which two objective vectors differ."""
    values: list[Value] = values_of(instance.aims)
    for value, old, new in zip(values, before, after, strict=True):
        if old != new:
            return Loss(described(instance.aims, value), old, new)
    return None


def changed(document: dict[str, Any], change: str) -> dict[str, Any]:
    """Give the instance document with one field of one term changed, written ``T01.max=40``.

    The value is a JSON value; ``null`` (or ``none``) takes a limit away.

    Raises:
        BadQuestion: the change is not written like that, or names a term that is not there.
    """
    place, equals, text = change.partition("=")
    name, dot, field = place.rpartition(".")
    if not (equals and dot and name and field):
        raise BadQuestion(_("write a change as TERM.FIELD=VALUE, such as T01.max=40"))
    try:
        value = None if text.lower() == "none" else loads(text)
    except JSONDecodeError:
        value = text
    found = deepcopy({**document, "captives": (), "values": ()})
    terms = [term for term in found.get("terms", []) if isinstance(term, dict) and term.get("id") == name]
    if len(terms) != 1:
        raise BadQuestion(_("there is no term {id}").format(id=name))
    terms[0][field] = value
    return {**found, "captives": document.get("captives", []), "values": document.get("values", [])}


def replan_without(
    instance: Instance, previous: Collection[str], ids: Collection[str], deadline: Deadline | None = None
) -> tuple[Instance, Checker, Outcome]:
    """Plan again when `ids` cannot go (a refusal, a death, an absence), keeping the rest as still as possible.

    The new plan is as good as any without them; among those it changes the fewest places of `previous`.

    Raises:
        NoSuchPerson: one of `ids` is not in the instance.
    """
    if not set(ids) <= instance.captives.position.keys():
        raise NoSuchPerson(_("one of the ids named is not in the instance; check it"))
    without = instance.refusing(ids)
    checker = Checker(without)
    return without, checker, select(without, checker, deadline=deadline, close_to=previous)
