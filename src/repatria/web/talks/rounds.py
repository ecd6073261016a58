"""Rounds of the talks: where, when, about what, and what was said in common afterwards."""

from hashlib import sha256
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from repatria.web.exchanges.acts import move_on
from repatria.web.exchanges.models import Exchange, Process
from repatria.web.talks.errors import ChangedMeanwhile, NotNow
from repatria.web.talks.models import Round


def next_number(process: Process) -> int:
    """Give the number of the round that would come next."""
    return (process.rounds.aggregate(last=Max("number"))["last"] or 0) + 1


def fix(process: Process, number: int, **facts: Any) -> Round:
    """Fix a round: `place`, `begins_on`, `ends_on`, `agenda`, `communique`.

    Raises:
        ChangedMeanwhile: there is a round with this number already.
    """
    try:
        with transaction.atomic():
            return Round.objects.create(process=process, number=number, **facts)
    except IntegrityError:
        raise ChangedMeanwhile(
            _("Round {n} is fixed already, perhaps by a second click. Look at it before you fix another.").format(
                n=number
            )
        ) from None


def begin_talks(exchange: Exchange) -> None:
    """Take the exchange from the replies to the talks.

    Raises:
        NotNow: lists are still coming in.
    """
    with transaction.atomic():
        if not exchange.has_reached(Exchange.State("replies")):
            raise NotNow(_("The lists are not open yet. Talks begin once names are being answered."))
        move_on(exchange, Exchange.State.TALKS)


def fingerprint(one: Round) -> str:
    """Give a mark of a round as it was shown, to notice that somebody else has written it since."""
    shown = "\x1f".join(str(part) for part in (one.place, one.begins_on, one.ends_on, one.agenda, one.communique))
    return sha256(shown.encode()).hexdigest()[:16]


def rewrite(one: Round, seen: str, **facts: Any) -> Round:
    """Write a round anew, from the state that the writer saw.

    Raises:
        ChangedMeanwhile: somebody else has written it since.
    """
    with transaction.atomic():
        found = Round.objects.select_for_update().get(pk=one.pk)
        if fingerprint(found) != seen:
            raise ChangedMeanwhile(
                _("This round was changed while you had it open. Yours was not written; compare the two first.")
            )
        for name, value in facts.items():
            setattr(found, name, value)
        found.save()
    return found
