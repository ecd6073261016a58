"""What waits for press officers, and for delegations before a statement."""

from typing import Any

from django.utils.translation import gettext as _

from repatria.web import gate
from repatria.web.desk_panels import Panel, panel
from repatria.web.exchanges.models import Exchange
from repatria.web.policy import Role
from repatria.web.public.models import ReaderReply, SideAccount, Statement


@panel(order=70)
def statements(user: Any) -> Panel | None:
    """Exchanges to speak of, drafts, and replies that wait."""
    if user.role != Role.PRESS:
        return None
    waiting = gate.rows(user, ReaderReply).filter(state__in=[ReaderReply.State.WAITING, ReaderReply.State.HELD])
    held = gate.rows(user, SideAccount)
    drafts = gate.rows(user, Statement).filter(state=Statement.State.DRAFT)
    context = {"waiting": waiting.count() + held.count(), "drafts": list(drafts)}
    return Panel(_("The public account"), "public/staff/panel.html", context)


@panel(order=75)
def breakdowns(user: Any) -> Panel | None:
    """Exchanges whose breakdowns a delegation may decide on."""
    if user.role != Role.DELEGATION:
        return None
    late = (Exchange.State.AGREED, Exchange.State.HANDOVER, Exchange.State.CLOSED)
    exchanges = gate.rows(user, Exchange).filter(state__in=late)
    if not exchanges:
        return None
    return Panel(_("What is published"), "public/staff/panel_breakdowns.html", {"exchanges": exchanges})
