"""The closed lists of words of handover day."""

from enum import StrEnum


class Role(StrEnum):
    """Who speaks. The mediator resolves; the ICRC alone says who travels."""

    HOLDER = "holder"
    RECEIVER = "receiver"
    ICRC = "icrc"
    MEDIATOR = "mediator"


class Counted(StrEnum):
    """Where a line stands towards the ratio."""

    FORMULA = "formula"
    OWED = "owed"  # GC III 109, GC I 30: without counterpart
    SEPARATE = "separate"  # agreed to stand on its own line


class Kind(StrEnum):
    """What one check-in says."""

    PRESENT = "present"
    ABSENT = "absent"
    SOMEONE_ELSE = "someone_else"
    DOES_NOT_TRAVEL = "does_not_travel"  # the ICRC's answer; its reason is never written here
    NOT_FIT = "not_fit"
    DECEASED = "deceased"
    REPLACED = "replaced"  # by agreement of both sides, said at the mediator's table
    RECEIVED = "received"  # of the holder: handed over; of the ICRC: seen handed over
    NOT_ON_LIST = "not_on_list"
    EFFECTS = "effects"
    NOTE = "note"
    WITHDRAWN = "withdrawn"
    RESOLVED = "resolved"
    SAME_PERSON = "same_person"
    STOP = "stop"
    GO_ON = "go_on"


class StopReason(StrEnum):
    """Why a side stops the handover."""

    SECURITY = "security"
    MEDICAL = "medical"
    COUNT = "count"  # the numbers do not agree
    IDENTITY = "identity"
    BALANCE = "balance"
    ORDER = "order"  # told to by the side's own authority
    OTHER = "other"


class Outcome(StrEnum):
    """How a person stands, worked out from all check-ins about him."""

    EXPECTED = "expected"
    PRESENT = "present"
    PENDING = "pending"  # received by one role, not yet by all that the agreement names
    RECEIVED = "received"
    DOES_NOT_TRAVEL = "does_not_travel"
    NOT_FIT = "not_fit"
    DECEASED = "deceased"
    REPLACED = "replaced"
    ABSENT = "absent"
    SOMEONE_ELSE = "someone_else"
    REPEAT = "repeat"  # the same person stands on an earlier line
    DISPUTED = "disputed"


class Cause(StrEnum):
    """Why a line of a signed list is not to travel after all."""

    DOES_NOT_TRAVEL = "does_not_travel"
    NOT_FIT = "not_fit"
    DECEASED = "deceased"
    ABSENT = "absent"
    REPLACED = "replaced"


class Rule(StrEnum):
    """What the agreement does when a line falls away."""

    SHRINK = "shrink"
    SUBSTITUTE = "substitute"
    PAUSE = "pause"


ANSWERS = frozenset(
    {
        Kind.PRESENT,
        Kind.ABSENT,
        Kind.SOMEONE_ELSE,
        Kind.DOES_NOT_TRAVEL,
        Kind.NOT_FIT,
        Kind.DECEASED,
        Kind.REPLACED,
        Kind.RECEIVED,
    }
)
"""Check-ins that say how the person of a line stands."""

MAY_SAY = {
    Role.HOLDER: ANSWERS - {Kind.DOES_NOT_TRAVEL, Kind.NOT_FIT, Kind.REPLACED},
    Role.RECEIVER: frozenset({Kind.ABSENT, Kind.SOMEONE_ELSE, Kind.RECEIVED}),
    # Only the ICRC asks, so only the ICRC says that somebody does not travel (GC III 109(3)).
    Role.ICRC: ANSWERS - {Kind.DECEASED, Kind.REPLACED},
    Role.MEDIATOR: frozenset({Kind.REPLACED}),
}
"""Which answers a role may give."""

FALLS_BY = {
    Cause.DOES_NOT_TRAVEL: frozenset({Role.ICRC}),
    Cause.NOT_FIT: frozenset({Role.ICRC}),
    Cause.DECEASED: frozenset({Role.HOLDER}),
    Cause.ABSENT: frozenset({Role.HOLDER}),
    Cause.REPLACED: frozenset({Role.MEDIATOR}),
}
"""On whose word the agreed rule is applied, where the agreement names nobody else."""
