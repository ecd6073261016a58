"""Families: a tracing request without an account, an answer that a person releases, and no search by name."""

from typing import Any


def waiting(exchange: Any) -> int:
    """Give how many families of people returned in `exchange` are not told yet."""
    from repatria.web.families.untold import untold

    return len(untold(exchange))
