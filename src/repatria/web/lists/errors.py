"""What can stand in the way of an act on a list, in words that may be shown to anyone."""

from repatria.errors import RepatriaError


class NotNow(RepatriaError):
    """The list or the exchange is in a state in which this is not done; the text says what to do."""
