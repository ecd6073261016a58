"""What of the talks waits for a person: a package to answer, a text to sign, a key to confirm."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from repatria.web import gate
from repatria.web.desk_panels import Panel, panel
from repatria.web.policy import SIGNERS, Role
from repatria.web.talks import signing
from repatria.web.talks.models import Agreement, Package, SigningKey


@panel(order=30)
def talks(user: Any) -> Panel | None:
    """Tell of packages that are with the sides, texts that this person can sign, and colleagues' keys.

    A package stands here whether or not one's own side has answered: what stands on a screen tells nothing.
    """
    found = {"packages": _packages(user), "texts": _texts(user), "keys": _keys(user)}
    return Panel(_("Talks"), "talks/panel.html", found) if any(found.values()) else None


def _packages(user: Any) -> list[Package]:
    if user.role not in (Role.DELEGATION, Role.MEDIATOR):
        return []
    return list(gate.rows(user, Package).filter(settled_at=None, closes_at__gt=timezone.now()))


def _texts(user: Any) -> list[Agreement]:
    if user.role not in SIGNERS:
        return []
    opened = gate.rows(user, Agreement).filter(state=Agreement.State.OPEN)
    return [one for one in opened if _could_sign(user, signing.under_text(one, user.party))]


def _could_sign(user: Any, mine: signing.Signed) -> bool:
    return not mine.is_complete and all(one.person_id != user.pk for one in mine.valid)


def _keys(user: Any) -> int:
    waiting = gate.rows(user, SigningKey).filter(confirmed_at=None, revoked_at=None)
    return int(waiting.exclude(person=user.pk).count())
