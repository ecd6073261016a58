"""What is set by people, not by the treaty: the mediator's targets, and which treaties bind which party."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from repatria.conventions.errors import BadPolicy
from repatria.conventions.treaty import rule
from repatria.i18n import _, isolate

TREATIES = ("GC I", "GC III", "GC IV", "AP I")
# The four Conventions bind every state; Protocol I does not.
BIND_EVERYBODY = frozenset(TREATIES[:3])
LONGEST_TARGET = 3650


@dataclass(frozen=True, slots=True)
class Policy:
    """Targets in days for rules whose treaty gives words and no number. Never shown as law.

    For a duty to be done before an event, the target is how many days before.
    """

    targets: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        """Check every target.

        Raises:
            UnknownRule: a target names no rule.
            BadPolicy: the treaty has its own number, or the target is not a number of days.
        """
        for name, days in self.targets.items():
            if rule(name).number != "S":
                raise BadPolicy(
                    _(
                        "{rule}: the treaty settles this by itself; a target can only be set where it has words"
                    ).format(rule=isolate(name))
                )
            if not isinstance(days, int) or isinstance(days, bool) or not 0 <= days <= LONGEST_TARGET:
                raise BadPolicy(
                    _("{rule}: a target is a whole number of days from 0 to {most}").format(
                        rule=isolate(name), most=LONGEST_TARGET
                    )
                )

    def days_for(self, name: str) -> int | None:
        """Give the target of a rule in days, or None where the mediator set none."""
        return self.targets.get(name)


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties that are known, and the treaties each is bound by (by ratification or by agreement)."""

    bound_by: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))

    def is_bound(self, party: str | None, treaty: str) -> bool | None:
        """Is `party` bound by `treaty`? None where it cannot be told (Protocol I, and nothing is recorded)."""
        if party is not None and party in self.bound_by:
            return treaty in self.bound_by[party]
        return True if treaty in BIND_EVERYBODY else None
