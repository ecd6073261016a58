"""What is set and asked about duties: targets, calendars, the export for the Central Agency."""

import hashlib
import secrets
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from repatria.conventions import RULES, Policy
from repatria.web.duties.models import Calendar, Target
from repatria.web.policy import Role
from repatria.web.two_persons.models import Act
from repatria.web.two_persons.rule import Weighty, register


def set_targets(user: Any, process: Any, targets: dict[str, int | None]) -> int:
    """Set the mediator's targets; None takes one back. Gives how many are set now.

    Raises:
        BadPolicy, UnknownRule: a target is not allowed; the treaty's own numbers are nobody's to set.
    """
    Policy({rule: days for rule, days in targets.items() if days is not None})
    with transaction.atomic():
        for rule, days in targets.items():
            if days is None:
                Target.objects.filter(process=process, rule=rule).delete()
            else:
                Target.objects.update_or_create(process=process, rule=rule, defaults={"days": days, "set_by": user})
    return Target.objects.filter(process=process).count()


def soft_rules() -> list[Any]:
    """Give the rules for which a target can be set, in the order of the treaties."""
    return [rule for rule in RULES.values() if rule.number == "S"]


def make_calendar(user: Any, process: Any) -> str:
    """Make a calendar. Gives its secret, which is shown once; a new one ends the one before."""
    secret = secrets.token_urlsafe(32)
    with transaction.atomic():
        end_calendars(user, process)
        Calendar.objects.create(person=user, process=process, secret=hashed(secret))
    return secret


def end_calendars(user: Any, process: Any) -> None:
    """End a person's calendars of a process at once."""
    Calendar.objects.filter(person=user, process=process, ended_at=None).update(ended_at=timezone.now())


def calendar_of(secret: str) -> Calendar | None:
    """Give the calendar with this secret, as long as it and its person's account are open."""
    found = Calendar.objects.filter(secret=hashed(secret), ended_at=None, person__is_active=True)
    return found.select_related("person__party", "process").first()


def hashed(secret: str) -> bytes:
    """Give what is kept of a secret of 256 random bits."""
    return hashlib.sha256(secret.encode()).digest()


EXPORT = register(
    Weighty(
        "duties.cta_export", frozenset({Role.ICRC}), gettext_lazy("Export for the Central Agency"),
        lambda act: None,
        lambda act: _("everything that the registers of a process say, also what is withheld from all others"),
        lambda act: _("The files can be fetched by your delegates for one day."),
    )
)  # fmt: skip


def is_fresh(act: Act, days: int = 1) -> bool:
    """Say whether an export that two delegates wanted can still be fetched."""
    return bool(act.settled_at and (timezone.now() - act.settled_at).days < days)
