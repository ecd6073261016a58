"""Several people, or one hand that clicks twice, at the same moment: each on a connection of its own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from django.db import connection

from repatria.errors import RepatriaError
from repatria.web.compartments import as_user

Click = tuple[Any, Callable[[], Any]]


def at_once(*clicks: Click) -> list[Any]:
    """Let each (who, act) begin at one moment. Gives what each act gave, or the plain error that it raised."""
    together = Barrier(len(clicks))

    def click(one: Click) -> Any:
        who, act = one
        try:
            with as_user(who):
                together.wait()
                return act()
        except RepatriaError as told:
            return told
        finally:
            connection.close()

    with ThreadPoolExecutor(len(clicks)) as pool:
        return list(pool.map(click, clicks))


def told(results: list[Any]) -> list[RepatriaError]:
    """Give the plain errors among what :func:`at_once` gave."""
    return [one for one in results if isinstance(one, RepatriaError)]
