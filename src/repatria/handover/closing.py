"""Closing the day: both sides and the mediator, two persons each; families before the press."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from repatria.handover.errors import NotClosed
from repatria.handover.manifest import Manifest
from repatria.handover.reconcile import Reconciliation
from repatria.i18n import _, ngettext

PERSONS_EACH = 2
MEDIATOR = "mediator"


@dataclass(frozen=True, slots=True)
class Approval:
    """One person of one side (or of the mediator) who has read the reconciliation and closes it.

    `person` is an account's id, never printed. `reconciliation` is what was approved: see :func:`fingerprint`.
    """

    side: str
    person: str
    reconciliation: str


def fingerprint(reconciliation: Reconciliation) -> str:
    """Give a text that changes when anything in the reconciliation does: nobody approves one and closes another."""
    rows = [f"{line.code} {line.end.value} {line.instead}" for line in reconciliation.lines]
    rows += [f"{one.subject} {one.substitute_for} {one.received} {one.open}" for one in reconciliation.unlisted]
    return "\n".join(rows)


def check_closed(
    manifest: Manifest,
    reconciliation: Reconciliation,
    approvals: Iterable[Approval],
    left_open: bool = False,
) -> None:
    """Check that the day may be closed. With `left_open` the sides agree to close with open lines, which stay open.

    Raises:
        NotClosed: a difference is open, or a side has fewer than two different persons behind it.
    """
    if reconciliation.open and not left_open:
        raise NotClosed(
            ngettext(
                "{n} difference is open; explain it, or all agree to leave it open",
                "{n} differences are open; explain them, or all agree to leave them open",
                reconciliation.open,
            ).format(n=reconciliation.open)
        )
    persons = _persons(approvals, fingerprint(reconciliation))
    everybody: list[str] = [who for some in persons.values() for who in some]
    if len(everybody) != len(set(everybody)):
        raise NotClosed(_("one person stands for two sides; each side needs people of its own"))
    for side in (*(party.code for party in manifest.parties), MEDIATOR):
        if len(persons.get(side, ())) < PERSONS_EACH:
            raise NotClosed(_("{side} has not closed yet: two different persons each").format(side=side))


def _persons(approvals: Iterable[Approval], wanted: str) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for one in approvals:
        if one.reconciliation == wanted:
            found.setdefault(one.side, set()).add(one.person)
    return {side: frozenset(some) for side, some in found.items()}


def press_may_be_told(closed: bool, families: Iterable[str], told: Iterable[str]) -> bool:
    """Whether the press button works: the day is closed and every family's notice was released by a case worker.

    `families` are the codes or captives who need a notice, `told` those whose notice was released.
    """
    return closed and set(families) <= set(told)
