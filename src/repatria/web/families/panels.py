"""What waits for case workers, on the desk's first page."""

from typing import Any

from django.utils.translation import gettext as _

from repatria.web import gate
from repatria.web.desk_panels import Panel, panel
from repatria.web.families.models import TracingRequest
from repatria.web.families.queue import QUEUES, counts
from repatria.web.policy import Role


@panel(order=30)
def families(user: Any) -> Panel | None:
    """Count the families' requests that wait."""
    if user.role != Role.CASE_WORKER:
        return None
    numbers = counts(gate.rows(user, TracingRequest))
    waiting = [(name, QUEUES[name], numbers[name]) for name in ("look", "answer", "corrections", "repeats")]
    if not any(number for _name, _title, number in waiting):
        return None
    return Panel(_("Families"), "families/panel.html", {"waiting": [one for one in waiting if one[2]]})
