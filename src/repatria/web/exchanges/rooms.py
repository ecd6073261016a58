"""The rooms of an exchange: where its page leads to. Each room says by itself whom it is for (the policy)."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from repatria.web import policy
from repatria.web.exchanges.models import Exchange

# (name of an address that takes the exchange's number alone, words)
ROOMS: list[tuple[str, Any]] = [("matching", _("Who is who")), ("replies_board", _("Replies"))]


def add_room(name: str, title: Any) -> None:
    """Put a room on the page of every exchange."""
    ROOMS.append((name, title))


def rooms_of(user: Any, exchange: Exchange) -> list[tuple[str, Any]]:
    """Give (address, words) of the rooms that this person's role opens."""
    return [
        (reverse(name, args=[exchange.pk]), title)
        for name, title in ROOMS
        if name in policy.PAGES and user.role in policy.PAGES[name].roles
    ]
