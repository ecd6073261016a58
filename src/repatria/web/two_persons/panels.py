"""On the desk: what waits for a second person."""

from typing import Any

from django.utils.translation import gettext as _

from repatria.web import gate
from repatria.web.desk_panels import Panel, panel
from repatria.web.two_persons import rule
from repatria.web.two_persons.models import Act
from repatria.web.two_persons.showing import Shown


@panel(order=10)
def waiting(user: Any) -> Panel | None:
    """Say what this person can confirm now."""
    acts = gate.rows(user, Act).filter(state=Act.State.PROPOSED, kind__in=rule.KINDS)
    mine = [one for one in (Shown.of(act, user) for act in acts) if one.can_confirm]
    if not mine:
        return None
    return Panel(_("Waits for you as the second person"), "two_persons/panel.html", {"waiting": mine}, urgent=True)
