"""What the talks refuse on purpose. No text here quotes a person's data."""

from repatria.errors import RepatriaError


class TalksError(RepatriaError):
    """Root of the errors of the talks."""


class NotNow(TalksError):
    """The exchange, the package or the agreement is not at a point where this can be done."""


class NotYours(TalksError):
    """Another party's term, answer or signature."""


class ChangedMeanwhile(TalksError):
    """Somebody else changed it after it was opened for changing; nothing was overwritten."""


class BadTerm(TalksError):
    """A term cannot be written like that; the text says what to do."""


class AlreadyPromised(TalksError):
    """A captive of this agreement stands in another live one; the text names that one by its number alone."""


class CannotSign(TalksError):
    """A signature was not given; the text says why and that nothing was signed."""


class BadKey(TalksError):
    """A signing key cannot be made, confirmed or unlocked."""
