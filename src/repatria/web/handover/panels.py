"""What waits at the handover desk."""

from typing import Any

from django.utils.translation import gettext as _

from repatria.web import gate
from repatria.web.desk_panels import Panel, panel
from repatria.web.handover.models import Manifest


@panel(order=60)
def manifests(user: Any) -> Panel | None:
    """Manifests that are not closed."""
    found = gate.rows(user, Manifest).exclude(state=Manifest.State.CLOSED).select_related("exchange")
    return Panel(_("Handover"), "handover/panel.html", {"manifests": found}, urgent=True) if found else None
