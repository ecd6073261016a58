"""What falls away on the day itself: worked out from the check-ins, so that every hub and tablet comes to the same.

Nobody presses a button for a change. Whoever the agreement names says that somebody does not travel, has died, is
not there or is replaced; the agreed rule follows from that, and falls back with it when it is taken back. The log
is a function of the set of check-ins: lines are read by stage and number, and a reserve that has itself fallen away
is passed over, so who steps in does not depend on the order in which anybody heard of it.
"""

from collections.abc import Iterable
from dataclasses import replace

from repatria.handover.change import Change
from repatria.handover.changes import agreed_change, travelling
from repatria.handover.ledger import Ledger
from repatria.handover.standing import Standing
from repatria.handover.vocabulary import Cause, Kind, Outcome, Role

_CAUSE = {Outcome(cause.value): cause for cause in Cause}


def changes_of(ledger: Ledger) -> tuple[Change, ...]:
    """Give the whole log: what fell away before the manifest was frozen, then what fell away on the day."""
    manifest = ledger.manifest
    log = list(manifest.changes)
    known = {change.code for change in log}
    fallen = {code: cause for code in manifest.by_code if code not in known and (cause := _fallen(ledger, code))}
    lifted = frozenset(_gone_on(ledger))
    passed_over = fallen.keys() - manifest.listed
    for line in sorted(travelling(manifest, log), key=lambda line: (line.stage, line.number)):
        if line.code in fallen:
            change = agreed_change(manifest, log, line, fallen[line.code], passed_over)
            decided = change.pauses and _said_by(ledger, line.code) <= lifted
            log.append(replace(change, pauses=False) if decided else change)
    return tuple(log)


def _fallen(ledger: Ledger, code: str) -> Cause | None:
    standing = ledger.standing(code)
    cause = _CAUSE.get(standing.outcome)
    if cause is None or not _named(standing, cause, ledger.manifest.agreed.falls_by.get(cause, frozenset())):
        return None
    return cause


def _named(standing: Standing, cause: Cause, roles: frozenset[Role]) -> bool:
    """Whether somebody whom the agreement names has said it, or a named person has decided so."""
    return any(one.says == cause.value and (one.decided or one.role in roles) for one in standing.positions)


def _said_by(ledger: Ledger, code: str) -> frozenset[str]:
    return frozenset(position.event for position in ledger.standing(code).positions)


def _gone_on(ledger: Ledger) -> Iterable[str]:
    """Give the check-ins of which people have decided at the table that the stage goes on nevertheless."""
    for event in ledger.events():
        if event.kind is Kind.GO_ON and event.role is Role.MEDIATOR and event.id not in ledger.withdrawn:
            yield from event.about
