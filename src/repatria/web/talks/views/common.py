"""What the pages of the talks share."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.contrib import messages
from django.http import HttpRequest

from repatria.errors import RepatriaError

Result = TypeVar("Result")


def acted(request: HttpRequest, act: Callable[[], Result], done: Any = "") -> Result | None:
    """Do an act; say that it is done, or why not. Gives what the act gives, None where it was refused."""
    try:
        found = act()
    except RepatriaError as error:
        messages.error(request, str(error))
        return None
    if done:
        messages.success(request, done)
    return found
