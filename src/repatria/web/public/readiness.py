"""What must have happened before a statement may be released. Other rooms add what they know.

A check gets the exchange and says in a sentence what is missing, or nothing. Families hear before the press.
"""

from collections.abc import Callable

from django.utils.translation import gettext as _

from repatria.web.exchanges.models import Exchange
from repatria.web.public.models import Statement
from repatria.web.talks.models import Agreement

Check = Callable[[Exchange], str]
BEFORE_CARRIED_OUT: list[Check] = []


def missing(exchange: Exchange, kind: str) -> list[str]:
    """Say what still stands in the way of releasing a statement of this kind; nothing, if it may be released."""
    if kind == str(Statement.Kind.AGREED):
        signed = Agreement.objects.filter(exchange=exchange, state=Agreement.State.SIGNED).exists()
        return [] if signed else [_("No agreement of this exchange is signed by all yet.")]
    found = []
    exchange = Exchange.objects.get(pk=exchange.pk)  # as it is now, not as it was when the page was opened
    if exchange.state != Exchange.State.CLOSED:
        found.append(_("The exchange is not closed: every line needs its receipt or its explanation first."))
    return [*found, *filter(None, (check(exchange) for check in BEFORE_CARRIED_OUT))]


def record_is_closed() -> bool:
    """Say whether an exchange is on the road, or home but not yet told of: until then the record is not public."""
    on_the_road = Exchange.objects.filter(state=Exchange.State.HANDOVER).exists()
    told = Statement.objects.filter(kind=Statement.Kind.CARRIED_OUT).exclude(state=Statement.State.DRAFT)
    untold = Exchange.objects.filter(state=Exchange.State.CLOSED).exclude(pk__in=told.values("exchange"))
    return on_the_road or untold.exists()
