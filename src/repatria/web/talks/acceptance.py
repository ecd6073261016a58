"""Secret acceptance: each side says what it thinks of a package, and only that all accept is ever revealed.

What nobody may learn, the mediator included, is who did not accept. So:

* nothing is revealed before the closing time, which is fixed when the package is put; until then a side may change
  its answer, and sees its own alone;
* no page tells how many have answered: each side's row is there from the start, with an answer of one length;
* silence at the closing time is no acceptance, and reads like a refusal;
* if not all accept, the answers are overwritten at once: afterwards there is nothing left to find out.

Of two sides, one that accepted can tell for itself that the other did not; no procedure can keep that from it.
"""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from repatria.web.compartments import house
from repatria.web.ledger import enter as ledger
from repatria.web.talks import table
from repatria.web.talks.errors import NotNow, NotYours
from repatria.web.talks.models import Acceptance, Package, PlanRun
from repatria.web.talks.reading import Reading

# Sealed text keeps its length: the three words are of one length, so that the database tells nothing either.
YES, NO, SILENT = "accept", "refuse", "silent"
SHORTEST, LONGEST = timedelta(minutes=10), timedelta(days=30)


def put(run: PlanRun, number: int, user: Any, closes_at: datetime) -> Package:
    """Put one plan of a run to all sides at once. The same plan, while it is open, is put once.

    Raises:
        NotNow: the run is not done, has no such plan, is a what-if; or the closing time is too near or too far.
    """
    now = timezone.now()
    if run.state != PlanRun.State.DONE or not 0 <= number < len(run.plan["plans"]):
        raise NotNow(_("There is no such plan to put. Wait until the run is done."))
    if run.change:
        raise NotNow(_("This plan answers a “what if”. Let the term's author change the term, then plan anew."))
    if not SHORTEST <= closes_at - now <= LONGEST:
        raise NotNow(_("Give the sides at least ten minutes and at most thirty days to answer."))
    with transaction.atomic():
        PlanRun.objects.select_for_update().get(pk=run.pk)
        found = Package.objects.filter(run=run, alternative=number, settled_at=None).first()
        return found or _put(run, number, user, closes_at)


def _put(run: PlanRun, number: int, user: Any, closes_at: datetime) -> Package:
    exchange = run.exchange
    package = Package.objects.create(
        exchange=exchange, run=run, alternative=number, put_by=user, closes_at=closes_at
    )
    with house():
        for side in table.sides(exchange):
            Acceptance.objects.create(package=package, party=side, answer=SILENT)
    go = Reading(run).go(number)
    ledger.enter(
        "proposal put",
        by=user.party.code,
        exchange=exchange.reference,
        proposal=package.reference,
        plan=ledger.commit({"proposal": package.reference, "go": sorted(go)}, None),
        persons=len(go),
    )
    return package


def answer(package: Package, user: Any, said: str) -> None:
    """Give (or change) one side's answer.

    Raises:
        NotNow: the time is over.
        NotYours: the person's party is no side of this exchange.
    """
    if said not in (YES, NO):
        raise NotNow(_("Say whether you accept."))
    with transaction.atomic():
        found = Package.objects.select_for_update().get(pk=package.pk)
        if found.settled_at is not None or timezone.now() >= found.closes_at:
            raise NotNow(_("The time for answers is over; yours was not taken."))
        mine = found.acceptances.filter(party=user.party).first()
        if mine is None:
            raise NotYours(_("Only the sides of this exchange answer."))
        mine.answer = said
        mine.save(update_fields=["answer"])


def own_answer(package: Package, user: Any) -> str | None:
    """Give what the person's own side has said so far; None for whoever is no side, or once it is settled."""
    if package.settled_at is not None or user.party_id is None:
        return None
    mine = package.acceptances.filter(party=user.party_id).first()
    return mine.answer if mine is not None else None


def settle(package: Package) -> Package:
    """Once its time is over, find out whether all accept, and forget the answers if not.

    Asking twice, or by two people at once, settles it once.
    """
    if package.settled_at is not None or timezone.now() < package.closes_at:
        return package
    with transaction.atomic():
        found = Package.objects.select_for_update().get(pk=package.pk)
        if found.settled_at is None:
            with house():
                found.accepted = _all_accept(found)
            # The closing time, not the moment somebody looked: who looked when tells nothing.
            found.settled_at = found.closes_at
            found.save(update_fields=["accepted", "settled_at"])
    package.refresh_from_db()
    return package


def _all_accept(package: Package) -> bool:
    """Find out whether all accept, and forget the answers if not: the one place that reads them all."""
    answers = list(package.acceptances.all())
    if answers and all(one.answer == YES for one in answers):
        return True
    for one in answers:
        one.answer = SILENT
        one.save(update_fields=["answer"])
    return False
