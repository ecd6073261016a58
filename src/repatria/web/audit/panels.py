"""On the desk: alarms that nobody has looked at."""

from typing import Any

from django.utils.translation import gettext as _

from repatria.web import gate
from repatria.web.audit.models import Alarm
from repatria.web.desk_panels import Panel, panel


@panel(order=1)
def unseen(user: Any) -> Panel | None:
    """Say how many alarms nobody has looked at."""
    count = gate.rows(user, Alarm).filter(seen_at=None).count()
    return Panel(_("Alarms"), "audit/panel.html", {"count": count}, urgent=True) if count else None
