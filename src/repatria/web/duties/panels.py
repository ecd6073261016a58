"""Duties on the desk's first page: how many are late, and due this week."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from repatria.web import gate
from repatria.web.desk_panels import Panel, panel
from repatria.web.duties import board
from repatria.web.exchanges.models import Process
from repatria.web.policy import Role

_FOR = (Role.BUREAU, Role.DELEGATION, Role.ICRC, Role.MEDIATOR)


@panel(order=20)
def duties(user: Any) -> Panel | None:
    """Count what is late and what is due within a week, in the newest process."""
    process = gate.rows(user, Process).order_by("-pk").first() if user.role in _FOR else None
    if process is None or not board.is_ready():
        return None
    mine = board.seen_by(board.of_process(process, timezone.localdate()), user)
    late, week = len(board.SHOWN["late"](mine)), len(board.SHOWN["week"](mine))
    if not late and not week:
        return None
    return Panel(_("Duties"), "duties/panel.html", {"late": late, "week": week}, urgent=bool(late))
