"""The one gate to a duty: may this role, for this party or case, see that it exists?"""

from repatria.conventions.audience import Scope
from repatria.conventions.duty import Duty
from repatria.conventions.vocabulary import Role

HOLDERS = frozenset({Role.DETAINING_POWER, Role.NIB})
OWN_SIDE = frozenset({Role.POWER_OF_ORIGIN, Role.PROTECTING_POWER})


def visible(
    duty: Duty, role: Role, party: str | None = None, *, person: str | None = None, consented: bool = False
) -> bool:
    """May `role`, acting for `party` (or, as captive or family, in the case of `person`), see that `duty` exists?

    GC IV 137: what is withheld because it may harm the person is withheld from everybody but the Central Agency
    (and the Power that withholds it). A Protecting Power acts for the party whose people it looks after.
    """
    scope = duty.rule.seen_by.get(role)
    if scope is None:
        return False
    if duty.withheld and role is not Role.CTA and role not in HOLDERS:
        return False
    if scope is Scope.ALL:
        return True
    return _own(duty, role, party, person) and (scope is Scope.OWN or consented)


def _own(duty: Duty, role: Role, party: str | None, person: str | None) -> bool:
    if role in HOLDERS:
        return party is not None and party == duty.holder
    if role in OWN_SIDE:
        return party is not None and party == duty.origin
    return person is not None and person == duty.person
