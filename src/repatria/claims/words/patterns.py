"""The one door to the regular expression engine: Unicode classes, and look-behind of any length."""

from functools import cache
from typing import Any

import regex  # type: ignore[import-untyped]

VERBOSE = regex.VERBOSE
# The engine brings no types of its own.
Match = Any
Pattern = Any


@cache
def compiled(pattern: str, flags: int = 0) -> Pattern:
    """Compile `pattern`, once."""
    return regex.compile(pattern, flags)
