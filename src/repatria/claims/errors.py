"""What can be wrong with a report that is to be read."""

from repatria.errors import RepatriaError


class ClaimsError(RepatriaError):
    """The root of this room's errors."""


class CannotReadReport(ClaimsError):
    """The file is not a text or a saved page that can be read."""
