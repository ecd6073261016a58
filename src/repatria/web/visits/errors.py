"""What can go wrong with visits and notes, in words without a person's data."""

from repatria.errors import RepatriaError


class NotNow(RepatriaError):
    """A step of a visit is not possible; the text says why and what to do."""


class StaysLocked(RepatriaError):
    """The ICRC's own key was not opened: the passphrase is wrong, or there is no key."""


class TooShort(StaysLocked):
    """A new passphrase is too short."""


class DoesNotOpen(RepatriaError):
    """A note does not open: it was moved, changed, or sealed to another key."""
