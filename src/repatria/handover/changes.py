"""When a line falls away before departure: what the agreement said would happen, done and logged.

Each change is worked out from the manifest, the log so far and the agreed rule, so that everybody who has these
comes to the same result. The planner at once says which terms no longer hold and where the balance stands.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from repatria.handover.change import Change
from repatria.handover.errors import BadChange
from repatria.handover.manifest import Line, Manifest
from repatria.handover.vocabulary import Cause, Counted, Rule
from repatria.i18n import _
from repatria.planning import Instance
from repatria.planning.verify import Checker, Fault


@dataclass(frozen=True, slots=True)
class Balance:
    """Where one bound stands after each stage, if all who now travel arrive."""

    bound: str
    most: int
    after: tuple[int, ...]

    @property
    def holds(self) -> bool:
        """Whether nobody is ever too far ahead."""
        return all(abs(lead) <= self.most for lead in self.after)


@dataclass(frozen=True, slots=True)
class Recomputed:
    """A change, the balance after it, and the terms of the talks that it breaks (none without an instance)."""

    change: Change
    balance: tuple[Balance, ...]
    broken: tuple[Fault, ...] = ()


def fall_away(
    manifest: Manifest, log: Sequence[Change], code: str, cause: Cause, instance: Instance | None = None
) -> Recomputed:
    """Work out what happens when the person of `code` does not travel; `log` are the changes so far.

    By substitution the first of the reserve steps in who goes the same way and counts the same. Where nobody does,
    or the rest would leave a side too far ahead, the stage pauses: people decide.

    Raises:
        BadChange: this line is not travelling any more, or never was.
    """
    line = next((line for line in travelling(manifest, log) if line.code == code), None)
    if line is None:
        raise BadChange(_("this line is not among those who travel now"))
    change = agreed_change(manifest, log, line, cause)
    return Recomputed(change, balance(manifest, [*log, change]), _broken(manifest, [*log, change], instance))


def agreed_change(
    manifest: Manifest, log: Sequence[Change], line: Line, cause: Cause, passed_over: Collection[str] = ()
) -> Change:
    """Apply the agreed rule to a line that falls away; `passed_over` are reserves who cannot step in."""
    rule = manifest.agreed.on_loss.get(cause, Rule.PAUSE)
    if rule is Rule.SUBSTITUTE and line.counted is not Counted.FORMULA:
        rule = Rule.SHRINK  # The owed have no counterpart, so nobody steps into their place (GC III 109).
    instead = _next_in_reserve(manifest, log, line, passed_over) if rule is Rule.SUBSTITUTE else None
    change = Change(line.code, cause, rule, instead.code if instead else "", pauses=rule is Rule.PAUSE)
    kept = all(one.holds for one in balance(manifest, [*log, change]))
    if not kept or (rule is Rule.SUBSTITUTE and instead is None):
        change = replace(change, pauses=True)
    return change


def travelling(manifest: Manifest, log: Iterable[Change]) -> tuple[Line, ...]:
    """Give the lines that travel after the changes of `log`, a substitute in the seat of whom he replaces."""
    now = {line.code: line for line in manifest.lines}
    for change in log:
        gone = now.pop(change.code, None)
        if gone is not None and change.instead:
            stepped_in = manifest.by_code[change.instead]
            now[change.instead] = replace(stepped_in, stage=gone.stage, bus=gone.bus, seat=gone.seat)
    return tuple(sorted(now.values(), key=lambda line: (line.stage, line.bus, line.seat, line.number)))


def balance(manifest: Manifest, log: Iterable[Change] = ()) -> tuple[Balance, ...]:
    """Work out the lead after each stage under each bound, for those who travel now."""
    lines = travelling(manifest, log)
    return tuple(
        Balance(
            bound.id,
            bound.most,
            tuple(
                sum(line.counts[place] for line in lines if line.stage <= stage)
                for stage in range(1, len(manifest.days) + 1)
            ),
        )
        for place, bound in enumerate(manifest.bounds)
    )


def paused_stages(manifest: Manifest, log: Iterable[Change]) -> frozenset[int]:
    """Give the stages that wait for people to decide."""
    changes = list(log)
    stage = {line.code: line.stage for line in manifest.lines}
    for change in changes:
        if change.instead:
            stage[change.instead] = stage[change.code]
    return frozenset(stage[change.code] for change in changes if change.pauses)


def _next_in_reserve(
    manifest: Manifest, log: Sequence[Change], line: Line, passed_over: Collection[str]
) -> Line | None:
    used = {change.instead for change in log} | {change.code for change in log} | set(passed_over)
    alike = (line.holder, line.receiver, line.counted, line.counts)
    for one in manifest.reserve:
        if one.code not in used and (one.holder, one.receiver, one.counted, one.counts) == alike:
            return one
    return None


def _broken(manifest: Manifest, log: Sequence[Change], instance: Instance | None) -> tuple[Fault, ...]:
    if instance is None:
        return ()
    gone = [manifest.by_code[change.code] for change in log]
    # GC III 109: somebody owed who does not travel is no broken law; he was asked, or is not fit to be moved (47).
    after = instance.refusing(line.captive for line in gone)
    return tuple(Checker(after).faults([line.captive for line in travelling(manifest, log)]))


def counted_away(log: Iterable[Change], manifest: Manifest) -> dict[Counted, int]:
    """Count the lines that fell away and were not replaced, by how they count."""
    found = dict.fromkeys(Counted, 0)
    for change in log:
        if not change.instead:
            found[manifest.by_code[change.code].counted] += 1
    return found
