"""What can go wrong on handover day, each under its own name. No text names a person."""

from repatria.errors import RepatriaError


class HandoverError(RepatriaError):
    """The root of every error this room raises on purpose."""


class BadManifest(HandoverError):
    """A manifest that cannot be frozen or read: the text says which line or field, and why."""


class BadCode(HandoverError):
    """A line's code was mistyped, or belongs to another manifest."""


class BadEvent(HandoverError):
    """A check-in that is not written the one way, or that nobody in this role may make."""


class NotReady(HandoverError):
    """Somebody on the manifest has not been asked, is not fit to travel, or does not travel."""


class BadChange(HandoverError):
    """A change that the agreed rule does not know, or of a line that is not travelling."""


class NotClosed(HandoverError):
    """The reconciliation cannot be closed yet."""


class BadLedgerEntry(HandoverError):
    """A line of one of the side ledgers (remains, late finds, unilateral releases) that cannot stand."""
