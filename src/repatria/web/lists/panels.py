"""On the desk: lists that a side still owes, and releases that wait for it. Counts and links; no name, no row."""

from typing import Any

from django.utils.translation import gettext as _

from repatria.web import gate, policy
from repatria.web.desk_panels import Panel, panel
from repatria.web.exchanges.models import Exchange
from repatria.web.lists.release import standing


@panel(order=20)
def owed(user: Any) -> Panel | None:
    """Name the exchanges in which this side has still to send, seal or release a list."""
    if user.party is None or user.party.kind != "side":
        return None
    there = [one for one in gate.rows(user, Exchange).select_related("process") if policy.takes_lists(one)]
    waiting = [(one, sealed, 2) for one in there if (sealed := _sealed(user, one)) is not None]
    return Panel(_("Lists to send and release"), "lists/panel.html", {"waiting": waiting}) if waiting else None


def _sealed(user: Any, exchange: Exchange) -> int | None:
    """Give how many of the side's own lists are sealed; None where both are released and nothing is owed."""
    mine = [one for one in standing(exchange) if one.party.pk == user.party_id]
    if not mine or all(one.is_released for one in mine):
        return None
    return sum(one.sealed_at is not None for one in mine)
