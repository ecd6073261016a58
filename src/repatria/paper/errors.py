"""What can be wrong with a paper before it is printed."""

from repatria.errors import RepatriaError


class PaperError(RepatriaError):
    """A document cannot be made. The text names the field and never quotes what stands in it."""


class BadPaper(PaperError):
    """The data of a document do not go together: too many hours, an empty code, no person."""


class CannotTypeset(PaperError):
    """The typesetter refused its template: a fault of ours, not of the data."""
