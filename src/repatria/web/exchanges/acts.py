"""An exchange moves on: one step at a time, forward only, in the transaction of what moves it."""

from typing import Any

from django.utils.translation import gettext as _

from repatria.errors import RepatriaError
from repatria.web.exchanges.models import Exchange


class CannotMoveOn(RepatriaError):
    """The exchange is not at the step before this one."""


def move_on(exchange: Exchange, to: Any) -> Exchange:
    """Take the exchange one step forward, to the state `to`.

    Being there already is no error: two people may ask at once.
    Must run in a transaction: the row is locked until it ends.

    Raises:
        CannotMoveOn: it is further on already, or more than one step behind.
    """
    order = list(Exchange.State)
    found = Exchange.objects.select_for_update().get(pk=exchange.pk)
    if found.state == to:
        return found
    if order.index(Exchange.State(found.state)) + 1 != order.index(to):
        raise CannotMoveOn(
            _("The exchange is at this step: {state}. It cannot go to the step asked for; look at it anew.").format(
                state=found.get_state_display()
            )
        )
    found.state = to
    found.save(update_fields=["state"])
    exchange.state = to
    return found
