"""On the desk of the secretariat: pairs that wait for a reviewer."""

from typing import Any

from django.utils.translation import gettext as _

from repatria.web import gate
from repatria.web.desk_panels import Panel, panel
from repatria.web.exchanges.models import Exchange
from repatria.web.matching_desk import decide, runs
from repatria.web.matching_desk.models import Run
from repatria.web.policy import Role


@panel(order=25)
def to_review(user: Any) -> Panel | None:
    """Say how many pairs of the newest runs are undecided, and which runs have failed."""
    if user.role != Role.MEDIATOR:
        return None
    exchanges = gate.rows(user, Exchange).filter(state__in=[Exchange.State.REPLIES, Exchange.State.TALKS])
    newest = [run for exchange in exchanges for run in runs.newest(exchange)]
    waiting = [(run, count) for run in newest if (count := _count(run)) is not None]
    return Panel(_("Who is who"), "matching_desk/panel.html", {"waiting": waiting}) if waiting else None


def _count(run: Run) -> int | None:
    if run.state == Run.State.DONE:
        return decide.undecided(run).count() or None
    return 0
