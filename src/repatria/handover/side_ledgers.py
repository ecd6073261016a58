"""What stands beside the exchange and is never added to it: remains, late finds, unilateral releases."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from repatria.handover.errors import BadLedgerEntry
from repatria.i18n import _


class Identification(StrEnum):
    """What is known of remains."""

    UNKNOWN = "unknown"
    PRESUMED = "presumed"  # by papers, clothes, place: a claim
    CONFIRMED = "confirmed"  # by a laboratory
    NOT_OURS = "not_ours"  # by a laboratory: of the side that sent them


@dataclass(frozen=True, slots=True)
class Remains:
    """One bag as it was handed over. One person may lie in several bags, and one bag hold several persons.

    `persons` are register ids, one for each person that the laboratory found. `report` is the laboratory's number.
    """

    number: str
    day: date
    given_by: str
    received_by: str
    identification: Identification = Identification.UNKNOWN
    persons: tuple[str, ...] = ()
    report: str = ""
    reported_on: date | None = None

    def __post_init__(self) -> None:
        by_laboratory = self.identification in (Identification.CONFIRMED, Identification.NOT_OURS)
        checks = (
            (bool(self.number), _("a bag needs its number")),
            (self.given_by != self.received_by, _("giver and receiver are one")),
            (
                by_laboratory == bool(self.report) == (self.reported_on is not None),
                _("remains are confirmed by a laboratory's report with its date, and by nothing else"),
            ),
            (self.reported_on is None or self.reported_on >= self.day, _("the report is older than the handover")),
            (
                self.identification is not Identification.CONFIRMED or bool(self.persons),
                _("say whom the laboratory has found"),
            ),
            (len(set(self.persons)) == len(self.persons), _("one person stands twice in one bag")),
        )
        for holds, why in checks:
            if not holds:
                raise BadLedgerEntry(why)


@dataclass(frozen=True, slots=True)
class RemainsCount:
    """What may be said of the bags one side gave: bags and persons are two numbers."""

    given_by: str
    bags: int
    bags_confirmed: int
    persons_confirmed: int
    bags_sent_back: int


def count_remains(bags: Iterable[Remains]) -> tuple[RemainsCount, ...]:
    """Count bags, and persons confirmed by a laboratory, each person once however many bags he lay in.

    Raises:
        BadLedgerEntry: a bag stands twice under one number.
    """
    by_side: dict[str, dict[str, Remains]] = {}
    for bag in bags:
        if by_side.setdefault(bag.given_by, {}).setdefault(bag.number, bag) != bag:
            raise BadLedgerEntry(_("two bags bear one number"))
    return tuple(_counted(side, some) for side, some in sorted(by_side.items()))


def _counted(side: str, bags: Mapping[str, Remains]) -> RemainsCount:
    confirmed = [bag for bag in bags.values() if bag.identification is Identification.CONFIRMED]
    persons = {person for bag in confirmed for person in bag.persons}
    back = sum(bag.identification is Identification.NOT_OURS for bag in bags.values())
    return RemainsCount(side, len(bags), len(confirmed), len(persons), back)


class Apart(StrEnum):
    """Why somebody came home outside the manifest."""

    LATE_FIND = "late_find"  # found held after the exchange; released without condition
    UNILATERAL = "unilateral"  # released by one side for its own reasons; not an exchange


@dataclass(frozen=True, slots=True)
class ReleasedApart:
    """Somebody who came home outside the exchange, on his own line with his own receipt."""

    captive: str
    holder: str
    receiver: str
    day: date
    why: Apart
    receipt: str = ""

    @property
    def returned(self) -> bool:
        """He counts when he is receipted, like everybody."""
        return bool(self.receipt)


def check_apart(released: Iterable[ReleasedApart], on_manifest: Iterable[str]) -> None:
    """Check that nobody is counted twice: as released apart, and as a line of a manifest that returned.

    Raises:
        BadLedgerEntry: somebody is.
    """
    seen = set(on_manifest)
    for number, one in enumerate(released, 1):
        if one.captive in seen:
            raise BadLedgerEntry(
                _("row {row}: this person has come home already, by the manifest or an earlier row").format(
                    row=number
                )
            )
        seen.add(one.captive)
