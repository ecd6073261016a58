"""Whether the site is being served from a data folder: a lock that goes with the program that holds it."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from repatria.errors import RepatriaError
from repatria.i18n import _


class StillServed(RepatriaError):
    """The site is at work; what was asked needs it at rest."""


@contextmanager
def at_work(folder: Path) -> Iterator[None]:
    """Hold the folder as a program that serves the site; several may."""
    with (folder / "served.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_SH)
        yield


@contextmanager
def at_rest(folder: Path) -> Iterator[None]:
    """Hold the folder alone.

    Raises:
        StillServed: the site is being served from it.
    """
    with (folder / "served.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise StillServed(
                _("the site is being served from {folder}; stop it first").format(folder=folder)
            ) from None
        yield
