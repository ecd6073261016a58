"""The first page of the desk: each room tells each person what waits for him.

A room keeps its panels in ``panels.py`` of its folder, which is found by itself::

    @panel(order=20)
    def lists_to_send(user):
        waiting = gate.rows(user, NameList).filter(...)
        if not waiting: return None
        return Panel(_("Lists"), "lists/panel.html", {"lists": waiting})

A panel holds counts and links and no person's data: the first page is what a stranger sees over the shoulder.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel: its heading, and the template (with its context) of what stands under it.

    `urgent` puts it before all that are not.
    """

    title: str
    template: str
    context: dict[str, Any] = field(default_factory=dict)
    urgent: bool = False


Maker = Callable[[Any], Panel | None]
_MAKERS: list[tuple[int, str, Maker]] = []


def panel(order: int = 50) -> Callable[[Maker], Maker]:
    """Register a function from a user to his panel, or to None where it has nothing for him."""

    def register(make: Maker) -> Maker:
        _MAKERS.append((order, f"{make.__module__}.{make.__qualname__}", make))
        return make

    return register


def of(user: Any) -> list[Panel]:
    """Give the panels that have something for `user`: the urgent first, then by their order."""
    made = [found for _order, _name, make in sorted(_MAKERS, key=lambda one: one[:2]) if (found := make(user))]
    return sorted(made, key=lambda one: not one.urgent)


def rendered(request: HttpRequest) -> list[tuple[Panel, str]]:
    """Give the panels of whoever asks, each with its HTML."""
    return [(one, render_to_string(one.template, one.context, request)) for one in of(request.user)]
