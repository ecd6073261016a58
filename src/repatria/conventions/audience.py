"""Who may see which duty: tables by kind of datum. What no table names is denied."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from repatria.conventions.vocabulary import Role


class Scope(StrEnum):
    """How far a role sees: every such duty, those of its own party or case, or these only with consent."""

    ALL = "all"
    OWN = "own"
    CONSENT = "consent"


Audience = Mapping[Role, Scope]

_HOLDER = {Role.DETAINING_POWER: Scope.OWN, Role.NIB: Scope.OWN}
_ORIGIN = {Role.POWER_OF_ORIGIN: Scope.OWN, Role.PROTECTING_POWER: Scope.OWN}
_RED_CROSS = {Role.ICRC: Scope.ALL, Role.CTA: Scope.ALL}
_MEDIATOR = {Role.MEDIATOR: Scope.ALL}
_OWN_CASE = {Role.CAPTIVE: Scope.OWN, Role.FAMILY: Scope.OWN}


def _table(*parts: Mapping[Role, Scope]) -> Audience:
    return MappingProxyType({role: scope for part in parts for role, scope in part.items()})


IDENTITY = _table(_OWN_CASE, _HOLDER, _ORIGIN, _RED_CROSS, _MEDIATOR)
# Families hear of a death from a person, never first from a screen.
FATE = _table(_HOLDER, _ORIGIN, _RED_CROSS, _MEDIATOR)
# A duty about health says that a check is due, never what was found.
HEALTH = _table(
    {Role.CAPTIVE: Scope.OWN, Role.FAMILY: Scope.CONSENT}, _HOLDER, _ORIGIN, _RED_CROSS, _MEDIATOR
)  # fmt: skip
CHARGES = IDENTITY
# A day of departure is a target: neither the person nor the family reads it here.
MOVEMENT = _table(_HOLDER, _ORIGIN, _RED_CROSS, _MEDIATOR)
# Where people are held: not the other side, not the mediator.
SITE = _table(_HOLDER, _RED_CROSS)
# Refusal to go, fear of persecution: the ICRC alone knows why (and the captive himself).
CONFIDENTIAL = _table({Role.CAPTIVE: Scope.OWN, Role.FAMILY: Scope.CONSENT, Role.ICRC: Scope.ALL})
VISIT_FINDINGS = _table({Role.ICRC: Scope.ALL})
# Children, pregnant women, mothers: their holder, the Red Cross, nobody else.
VULNERABLE = _table(_HOLDER, _RED_CROSS)
PARTY_DUTY = _table(_HOLDER, _RED_CROSS, _MEDIATOR)

AUDIENCES: Mapping[str, Audience] = MappingProxyType(
    {
        "identity": IDENTITY, "fate": FATE, "health": HEALTH, "movement": MOVEMENT, "site": SITE,
        "confidential": CONFIDENTIAL, "visit findings": VISIT_FINDINGS, "vulnerable": VULNERABLE,
        "party": PARTY_DUTY,
    }
)  # fmt: skip
