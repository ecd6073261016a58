"""What of the replies waits for somebody, on the first page of the desk: counts, no name."""

from typing import Any

from django.utils.translation import gettext as _

from repatria.web import gate
from repatria.web.desk_panels import Panel, panel
from repatria.web.exchanges.models import Exchange
from repatria.web.policy import Role
from repatria.web.replies import board


@panel(order=20)
def names_to_answer(user: Any) -> Panel | None:
    """Tell a bureau which names wait for its answer; urgent once they are late."""
    if user.role != Role.BUREAU:
        return None
    exchanges = gate.rows(user, Exchange).filter(state__in=["replies", "talks"])
    waiting = [
        line
        for exchange in exchanges
        for line in board.lines(user, exchange)
        if line.holder.pk == user.party_id and line.open
    ]
    if not waiting:
        return None
    late = any(line.late for line in waiting)
    return Panel(_("Names that wait for your answer"), "replies/panel.html", {"lines": waiting}, urgent=late)
