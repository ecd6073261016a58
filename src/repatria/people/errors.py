"""What can be wrong with a list, as errors that may be shown to anyone: they never quote a cell."""

from repatria.errors import RepatriaError


class ListError(RepatriaError):
    """The root of everything this room raises on purpose."""


class Refused(ListError):
    """The file cannot be read as a list of persons; the text says why and what to send instead."""


class Undecided(ListError):
    """A person must decide something before the list can be used (an encoding, a heading)."""


class BadColumns(ListError):
    """A map of columns is not written as ``their heading=our_field``, or does not fit the list."""


class CannotWriteList(ListError):
    """A value cannot be written to the format asked for."""
