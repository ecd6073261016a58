"""What waits about visits, on the desk's first page."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from repatria.web import gate
from repatria.web.desk_panels import Panel, panel
from repatria.web.policy import Role
from repatria.web.visits.models import Visit


@panel(order=25)
def to_answer(user: Any) -> Panel | None:
    """Requests of the ICRC that wait for this side's answer."""
    if user.role not in (Role.BUREAU, Role.DELEGATION):
        return None
    waiting = gate.rows(user, Visit).filter(state=Visit.State.REQUESTED).count()
    return Panel(_("Visits"), "visits/panel.html", {"waiting": waiting}, urgent=True) if waiting else None


@panel(order=25)
def refused_no_longer(user: Any) -> Panel | None:
    """Refusals whose end has come: the visit can be asked for again."""
    if user.role != Role.ICRC:
        return None
    visits = gate.rows(user, Visit)
    ended = visits.filter(state=Visit.State.REFUSED, refused_until__lte=timezone.localdate())
    again = ended.exclude(site__visits__state__in=["requested", "granted"]).count()
    unanswered = visits.filter(state=Visit.State.REQUESTED).count()
    if not again and not unanswered:
        return None
    return Panel(_("Visits"), "visits/panel.html", {"again": again, "unanswered": unanswered})
