"""The statement after an exchange: every number in it is counted from lines, none is ever typed.

Three numbers are kept apart: the announced formula (people who go against one another), the people who are
owed and go without counterpart (GC III art. 109), and the people by status.

Everybody can count the receipts of each side in the record, so how many came home to it is public. Where the owed,
or those on a line of their own, are few on any side, the formula is therefore withheld on every side: it would
give them away by subtraction, and one side's formula tells the other's.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from repatria.errors import RepatriaError
from repatria.history.small_cells import THRESHOLD, publishable
from repatria.i18n import _, isolate, ngettext

MILITARY, CIVILIAN = "military", "civilian"
FORMULA, OWED, APART = "formula", "owed", "apart"


class NothingToCount(RepatriaError):
    """A statement was asked for and nobody goes home in it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One person who goes, as the statement needs him: no name, no number.

    `account` is FORMULA, OWED, or APART for who goes on a line of his own or was on no list.
    """

    holder: str
    receiver: str
    status: str
    account: str = FORMULA


@dataclass(frozen=True, slots=True)
class Side:
    """What one party receives, as counted; what of it may be said is a question to the `Figures`.

    `by_status` has None where a count is withheld. It breaks down the formula, or everybody where that is withheld.
    """

    receiver: str
    formula: int
    owed: int
    apart: int
    by_status: dict[str, int | None]

    @property
    def people(self) -> int:
        """Everybody who comes home to this party: as many as there are receipts of it in the record."""
        return self.formula + self.owed + self.apart


@dataclass(frozen=True, slots=True)
class Figures:
    """All counted numbers of one exchange. Without `split_is_said` only the `people` may be published."""

    sides: tuple[Side, ...]
    split_is_said: bool

    @property
    def formula(self) -> int:
        """People who go against one another, all sides together."""
        return sum(side.formula for side in self.sides)

    @property
    def owed(self) -> int:
        """Seriously wounded and sick who go without counterpart."""
        return sum(side.owed for side in self.sides)

    @property
    def people(self) -> int:
        """Everybody who comes home, all sides together."""
        return sum(side.people for side in self.sides)


def count(lines: Sequence[Line]) -> Figures:
    """Count the lines of a plan, a manifest or a set of receipts, receiver by receiver.

    Raises:
        NothingToCount: there is no line.
    """
    if not lines:
        raise NothingToCount(_("nobody goes home in this exchange, so there is nothing to state"))
    beside = Counter((line.receiver, line.account) for line in lines if line.account != FORMULA)
    split_is_said = all(people >= THRESHOLD for people in beside.values())
    receivers = dict.fromkeys(line.receiver for line in lines)
    return Figures(tuple(_side(receiver, lines, split_is_said) for receiver in receivers), split_is_said)


def _side(receiver: str, lines: Iterable[Line], split_is_said: bool) -> Side:
    theirs = [line for line in lines if line.receiver == receiver]
    accounts = Counter(line.account for line in theirs)
    told = [line.status for line in theirs if line.account == FORMULA or not split_is_said]
    return Side(receiver, accounts[FORMULA], accounts[OWED], accounts[APART], _by_status(told))


def _by_status(statuses: Sequence[str]) -> dict[str, int | None]:
    """Count the two statuses; who has neither is a cell too, since the total would give it away."""
    cells = publishable({MILITARY: 0, CIVILIAN: 0, **Counter(statuses)})
    return {status: cells[status] for status in (MILITARY, CIVILIAN)}


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
    paragraphs += [_received(side, figures.split_is_said, bool(occasion.withheld_by)) for side in figures.sides]
    if not figures.split_is_said:
        paragraphs.append(
            _(
                "How many of them go under the announced formula and how many beside it is withheld: one of these "
                "numbers is small and could point at a person."
            )
        )
    if occasion.withheld_by:
        paragraphs.append(
            _("The breakdown into military and civilian is withheld by {parties}.").format(
                parties=", ".join(map(isolate, occasion.withheld_by))
            )
        )
    if figures.owed and figures.split_is_said:
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
    each = " + ".join(str(side.formula if figures.split_is_said else side.people) for side in figures.sides)
    done = (
        _("On {day}, {formula} = {total} captives went home in an exchange mediated by {mediator}.")
        if occasion.carried_out
        else _("{day}: the parties agree that {formula} = {total} captives go home, mediated by {mediator}.")
    )
    return done.format(
        day=isolate(occasion.on.isoformat()),
        formula=isolate(each),
        total=figures.formula if figures.split_is_said else figures.people,
        mediator=isolate(occasion.mediator),
    )


def _received(side: Side, split_is_said: bool, withheld: bool) -> str:
    status = "" if withheld else _status(side)
    if not split_is_said:
        return " ".join(filter(None, [_all(side), status]))
    formula = ngettext(
        "{party} receives {n} person under the formula.",
        "{party} receives {n} people under the formula.",
        side.formula,
    ).format(party=isolate(side.receiver), n=side.formula)
    return " ".join(filter(None, [formula, status, _owed(side), _apart(side)]))


def _all(side: Side) -> str:
    return ngettext("{party} receives {n} person.", "{party} receives {n} people.", side.people).format(
        party=isolate(side.receiver), n=side.people
    )


def _owed(side: Side) -> str:
    if not side.owed:
        return ""
    return ngettext(
        "{n} seriously wounded or sick person comes besides, without counterpart: {total} in all.",
        "{n} seriously wounded or sick people come besides, without counterpart: {total} in all.",
        side.owed,
    ).format(n=side.owed, total=side.formula + side.owed)


def _apart(side: Side) -> str:
    if not side.apart:
        return ""
    return ngettext(
        "{n} more person comes outside the formula: {total} in all.",
        "{n} more people come outside the formula: {total} in all.",
        side.apart,
    ).format(n=side.apart, total=side.people)


def _status(side: Side) -> str:
    military, civilian = side.by_status[MILITARY], side.by_status[CIVILIAN]
    if military is None or civilian is None:
        return _("The breakdown into military and civilian is withheld: a small number can point at a person.")
    return _("{military} of them are military, {civilian} civilian.").format(military=military, civilian=civilian)
