"""The root of every error that Repatria raises on purpose."""


class RepatriaError(Exception):
    """Raised on purpose. Its text may be shown to anyone: it never quotes a record.

    The text says what is wrong, where, and what to do about it.
    """
