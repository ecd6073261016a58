"""After: the signed list against the receipts. Every difference is explained or open, and the sum comes out.

Each signed line ends in exactly one way, worked out and never typed: so listed is always the sum of the ways.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from repatria.handover.change import Change
from repatria.handover.ledger import Ledger
from repatria.handover.manifest import Line
from repatria.handover.on_the_day import changes_of
from repatria.handover.standing import Standing
from repatria.handover.vocabulary import Cause, Counted, Outcome


class End(StrEnum):
    """How a line of the signed list ended."""

    RETURNED = "returned"
    DOES_NOT_TRAVEL = "does_not_travel"  # by the ICRC's word; never why
    NOT_FIT = "not_fit"
    DECEASED = "deceased"
    ABSENT = "absent"
    REPLACED = "replaced"
    REPEAT = "repeat"
    OPEN = "open"


_BY_OUTCOME = {
    Outcome.RECEIVED: End.RETURNED,
    Outcome.DOES_NOT_TRAVEL: End.DOES_NOT_TRAVEL,
    Outcome.NOT_FIT: End.NOT_FIT,
    Outcome.DECEASED: End.DECEASED,
    Outcome.REPLACED: End.REPLACED,
    Outcome.ABSENT: End.ABSENT,
    Outcome.SOMEONE_ELSE: End.ABSENT,
    Outcome.REPEAT: End.REPEAT,
}
_BY_CAUSE = {
    Cause.DOES_NOT_TRAVEL: End.DOES_NOT_TRAVEL,
    Cause.NOT_FIT: End.NOT_FIT,
    Cause.DECEASED: End.DECEASED,
    Cause.ABSENT: End.ABSENT,
    Cause.REPLACED: End.REPLACED,
}


@dataclass(frozen=True, slots=True)
class Ended:
    """A signed line and how it ended. `instead` is who stepped in; `by` are the check-ins that say so."""

    code: str
    holder: str
    receiver: str
    stage: int
    counted: Counted
    end: End
    instead: str = ""
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unlisted:
    """Somebody on no line of the signed list who has come: a substitute of the reserve, or not on any list."""

    subject: str
    substitute_for: str
    received: bool
    open: bool
    counted: Counted | None


@dataclass(frozen=True)
class Reconciliation:
    """Every line and every person, once."""

    lines: tuple[Ended, ...]
    unlisted: tuple[Unlisted, ...]

    @property
    def ends(self) -> Mapping[End, int]:
        """Count the lines by how they ended."""
        counter = Counter(line.end for line in self.lines)
        return {end: counter[end] for end in End}

    @property
    def listed(self) -> int:
        """Lines of the signed list."""
        return len(self.lines)

    @property
    def substitutes(self) -> int:
        """Persons of the reserve who were received."""
        return sum(one.received for one in self.unlisted if one.counted is not None)

    @property
    def extras(self) -> int:
        """Persons on no list at all who were received."""
        return sum(one.received for one in self.unlisted if one.counted is None)

    @property
    def returned(self) -> int:
        """Everybody received: of the signed list, substitutes, and persons on no list."""
        return self.ends[End.RETURNED] + self.substitutes + self.extras

    @property
    def open(self) -> int:
        """Lines and persons that nobody has explained yet."""
        return self.ends[End.OPEN] + sum(one.open for one in self.unlisted)

    def for_parties(self) -> "Reconciliation":
        """Give what the two sides read: who does not want to go and who is not fit to are one kind there.

        Were they two, a side would read off who has refused to come back to it.
        """
        lines = tuple(
            replace(line, end=End.DOES_NOT_TRAVEL) if line.end is End.NOT_FIT else line for line in self.lines
        )
        return Reconciliation(lines, self.unlisted)

    def of(self, holder: str) -> "Reconciliation":
        """Give the part of one holder's lines; persons on no list are left out."""
        lines = tuple(line for line in self.lines if line.holder == holder)
        return self._part(lines)

    def of_stage(self, stage: int) -> "Reconciliation":
        """Give the part of one stage's lines; persons on no list belong to the whole alone."""
        return self._part(tuple(line for line in self.lines if line.stage == stage))

    def _part(self, lines: tuple[Ended, ...]) -> "Reconciliation":
        codes = {line.code for line in lines}
        steps_in = {one.subject: one.substitute_for for one in self.unlisted if one.substitute_for}
        for subject in steps_in:  # a substitute may be replaced by another
            first = subject
            while first in steps_in:
                first = steps_in[first]
            if first in codes:
                codes.add(subject)
        return Reconciliation(lines, tuple(one for one in self.unlisted if one.subject in codes))


def reconcile(ledger: Ledger, log: Iterable[Change] | None = None) -> Reconciliation:
    """Compare the signed list with the receipts; `log` are the changes, worked out where it is not given."""
    changes = {change.code: change for change in (changes_of(ledger) if log is None else log)}
    lines = tuple(_ended(line, ledger.standing(line.code), changes) for line in ledger.manifest.lines)
    return Reconciliation(lines, tuple(_unlisted(ledger, changes)))


def _ended(line: Line, standing: Standing, changes: Mapping[str, Change]) -> Ended:
    end = _BY_OUTCOME.get(standing.outcome, End.OPEN)
    change = changes.get(line.code)
    if change is not None and end is not End.RETURNED and standing.outcome is not Outcome.DISPUTED:
        # What was decided before departure explains the line; a receipt against it would be the greater fact.
        untouched = standing.outcome in (Outcome.EXPECTED, Outcome.ABSENT, Outcome.SOMEONE_ELSE)
        end = _BY_CAUSE[change.cause] if untouched else end
    instead = change.instead if change is not None else ""
    by = tuple(position.event for position in standing.positions)
    return Ended(line.code, line.holder, line.receiver, line.stage, line.counted, end, instead, by)


def _unlisted(ledger: Ledger, changes: Mapping[str, Change]) -> Iterator[Unlisted]:
    replaces = {change.instead: change.code for change in changes.values() if change.instead}
    for line in ledger.manifest.reserve:
        standing = ledger.standing(line.code)
        if line.code in replaces or standing.outcome is not Outcome.EXPECTED:
            gone = line.code in changes
            yield _one_unlisted(standing, replaces.get(line.code, ""), line.counted, gone)
    for extra in ledger.extras():
        yield _one_unlisted(ledger.standing(extra), "", None, False)


def _one_unlisted(standing: Standing, instead_of: str, counted: Counted | None, gone: bool) -> Unlisted:
    received = standing.outcome is Outcome.RECEIVED
    settled = received or standing.outcome in _BY_OUTCOME or (gone and standing.outcome is Outcome.EXPECTED)
    return Unlisted(standing.subject, instead_of, received, not settled, counted)
