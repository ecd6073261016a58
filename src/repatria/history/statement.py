"""The statement after an exchange: every number in it is counted from lines, none is ever typed.

Three numbers are kept apart: the announced formula (people who go against one another), the people who are
owed and go without counterpart (GC III art. 109), and the people by status.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from repatria.errors import RepatriaError
from repatria.history.small_cells import THRESHOLD, publishable
from repatria.i18n import _, isolate, ngettext

MILITARY, CIVILIAN = "military", "civilian"


class NothingToCount(RepatriaError):
    """A statement was asked for and nobody goes home in it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One person who goes, as the statement needs him: no name, no number."""

    holder: str
    receiver: str
    status: str
    owed: bool


@dataclass(frozen=True, slots=True)
class Side:
    """What one party receives. `by_status` has None where a count is withheld."""

    receiver: str
    formula: int
    owed: int
    by_status: dict[str, int | None]

    @property
    def people(self) -> int:
        """Everybody who comes home to this party. Not for publication while `owed_may_be_said` is false."""
        return self.formula + self.owed

    @property
    def owed_may_be_said(self) -> bool:
        """Whether the count of the owed, or any total that gives it away, may be published."""
        return self.owed >= THRESHOLD


@dataclass(frozen=True, slots=True)
class Figures:
    """All counted numbers of one exchange."""

    sides: tuple[Side, ...]

    @property
    def formula(self) -> int:
        """People who go against one another, all sides together."""
        return sum(side.formula for side in self.sides)

    @property
    def owed(self) -> int:
        """Seriously wounded and sick who go without counterpart."""
        return sum(side.owed for side in self.sides)


def count(lines: Sequence[Line]) -> Figures:
    """Count the lines of a plan, a manifest or a set of receipts, receiver by receiver.

    Raises:
        NothingToCount: there is no line.
    """
    if not lines:
        raise NothingToCount(_("nobody goes home in this exchange, so there is nothing to state"))
    receivers = dict.fromkeys(line.receiver for line in lines)
    return Figures(tuple(_side(receiver, lines) for receiver in receivers))


def _side(receiver: str, lines: Iterable[Line]) -> Side:
    theirs = [line for line in lines if line.receiver == receiver]
    status = Counter(line.status for line in theirs if not line.owed)
    owed = sum(line.owed for line in theirs)
    return Side(receiver, status.total(), owed, publishable({s: status[s] for s in (MILITARY, CIVILIAN)}))


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a statement says besides numbers: when, by whose mediation, how far it has come, who withholds what.

    `withheld_by` are the parties that do not agree to publish the breakdown into military and civilian.
    """

    on: date
    mediator: str
    carried_out: bool
    withheld_by: tuple[str, ...] = ()


def write(figures: Figures, occasion: Occasion) -> list[str]:
    """Write the statement around the counted figures, a paragraph a string, in the reader's language."""
    paragraphs = [_opening(figures, occasion)]
    paragraphs += [_received(side, bool(occasion.withheld_by)) for side in figures.sides]
    if occasion.withheld_by:
        paragraphs.append(
            _("The breakdown into military and civilian is withheld by {parties}.").format(
                parties=", ".join(occasion.withheld_by)
            )
        )
    if figures.owed:
        paragraphs.append(
            _(
                "The seriously wounded and sick stand on their own line. They are sent home regardless of "
                "number and rank (Third Geneva Convention, article 109) and are counted against nobody."
            )
        )
    if not occasion.carried_out:
        paragraphs.append(
            _("Agreed, not yet carried out: a person counts as returned when receipted, not when listed.")
        )
    return paragraphs


def _opening(figures: Figures, occasion: Occasion) -> str:
    each = " + ".join(str(side.formula) for side in figures.sides)
    done = (
        _("On {day}, {formula} = {total} captives went home in an exchange mediated by {mediator}.")
        if occasion.carried_out
        else _("{day}: the parties agree that {formula} = {total} captives go home, mediated by {mediator}.")
    )
    return done.format(
        day=isolate(occasion.on.isoformat()),
        formula=isolate(each),
        total=figures.formula,
        mediator=occasion.mediator,
    )


def _received(side: Side, withheld: bool) -> str:
    formula = ngettext(
        "{party} receives {n} person under the formula.",
        "{party} receives {n} people under the formula.",
        side.formula,
    ).format(party=side.receiver, n=side.formula)
    return " ".join(filter(None, [formula, "" if withheld else _status(side), _owed(side)]))


def _owed(side: Side) -> str:
    if not side.owed:
        return ""
    if not side.owed_may_be_said:
        return _("Seriously wounded or sick people come besides; how many is withheld, because they are few.")
    return ngettext(
        "{n} seriously wounded or sick person comes besides, without counterpart: {total} in all.",
        "{n} seriously wounded or sick people come besides, without counterpart: {total} in all.",
        side.owed,
    ).format(n=side.owed, total=side.people)


def _status(side: Side) -> str:
    military, civilian = side.by_status[MILITARY], side.by_status[CIVILIAN]
    if military is None or civilian is None:
        return _("The breakdown into military and civilian is withheld: a small number can point at a person.")
    return _("{military} of them are military, {civilian} civilian.").format(military=military, civilian=civilian)
