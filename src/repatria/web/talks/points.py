"""What each captive's going is worth to a party, in its own points. Beside it, only the planner reads them."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from repatria.planning.fields import MOST_POINTS
from repatria.web import gate, policy
from repatria.web.exchanges.models import Exchange
from repatria.web.talks import table
from repatria.web.talks.errors import BadTerm, NotNow
from repatria.web.talks.forms import resolve
from repatria.web.talks.models import Points


def give(exchange: Exchange, user: Any, typed: str) -> Points:
    """Keep points written as lines ``NTH-12 5``; what was given before is replaced.

    Raises:
        BadTerm: a line cannot be read; its place is named.
        NotNow: the exchange is not in its talks.
    """
    given = _read(exchange, typed)
    with transaction.atomic():
        exchange = Exchange.objects.select_for_update().get(pk=exchange.pk)
        if not policy.at_the_table(exchange):
            raise NotNow(_("Points are given while the talks last; this exchange is not in its talks now."))
        found = Points.objects.filter(exchange=exchange, party=user.party).first()
        found = found or Points(exchange=exchange, party=user.party)
        found.given = given
        found.save()
    return found


def written(exchange: Exchange, user: Any) -> str:
    """Give a party's own points as they are typed."""
    found = gate.rows(user, Points).filter(exchange=exchange, party=user.party_id).first()
    if found is None:
        return ""
    codes = table.codes(found.given)
    return "\n".join(sorted(f"{codes[key]} {points}" for key, points in found.given.items() if key in codes))


def _read(exchange: Exchange, typed: str) -> dict[str, int]:
    lines = [line.split() for line in typed.splitlines() if line.strip()]
    for place, words in enumerate(lines, 1):
        if len(words) != 2 or not words[1].lstrip("-").isdecimal() or abs(int(words[1])) > MOST_POINTS:
            raise BadTerm(
                _("Line {n}: write a captive's number and a whole number, such as NTH-12 5.").format(n=place)
            )
    found, missing = resolve(exchange, [words[0] for words in lines])
    if missing:
        raise BadTerm(_("Line {n}: no captive of this exchange has this number.").format(n=missing[0]))
    return {key: int(words[1]) for key, words in zip(found, lines, strict=True)}
