"""What can go wrong with a tracing request, in words for whoever reads them."""

from repatria.errors import RepatriaError


class NotNow(RepatriaError):
    """An act on a tracing request is not possible; the text says why and what to do."""
