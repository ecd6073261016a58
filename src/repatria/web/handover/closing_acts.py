"""After: the reconciliation is closed by every side and the mediator, two persons each."""

from hashlib import sha256
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from repatria import handover
from repatria.handover import End, Reconciliation, check_closed
from repatria.handover.closing import MEDIATOR, fingerprint
from repatria.web.compartments import house
from repatria.web.exchanges.models import Exchange, Party
from repatria.web.handover.day import Day, day_of
from repatria.web.handover.models import Approval, Manifest
from repatria.web.ledger import enter as ledger
from repatria.web.policy import Role
from repatria.web.talks.agreements import end
from repatria.web.two_persons.models import Act
from repatria.web.two_persons.rule import NotSettled, Weighty, propose, register


@house()
def propose_close(kept: Manifest, user: Any) -> Act:
    """Propose, for one's own side, to close the reconciliation as it stands now.

    Raises:
        NotSettled: the manifest is not open, a difference is open, or one's side has closed already.
    """
    if kept.state != Manifest.State.FROZEN:
        raise NotSettled(_("this manifest is not open"))
    reconciliation = day_of(kept).reconciliation
    if reconciliation.open:
        raise NotSettled(
            _("{n} differences are open; explain each on its line's page first").format(n=reconciliation.open)
        )
    if Approval.objects.filter(manifest=kept, party=user.party).exists():
        raise NotSettled(_("your side has closed it already"))
    return propose(CLOSE, user, kept.pk, fingerprint=mark(reconciliation))


def mark(reconciliation: Reconciliation) -> str:
    """Give the fingerprint of a reconciliation: nobody approves one and closes another."""
    return sha256(fingerprint(reconciliation).encode()).hexdigest()


@house()
def _approve(act: Act) -> None:
    kept = Manifest.objects.select_for_update().select_related("exchange__process__mediator").get(pk=act.subject)
    day = day_of(kept)
    found = day.reconciliation
    if mark(found) != act.details["fingerprint"] or found.open:
        raise NotSettled(
            _("the reconciliation has changed since this was proposed; look at it again, and propose anew")
        )
    for person in (act.proposed_by, act.settled_by):
        Approval.objects.create(
            manifest=kept, party=act.party, person=person, fingerprint=act.details["fingerprint"]
        )
    if not waiting_for(kept):
        _close(day)


def waiting_for(kept: Manifest) -> list[Party]:
    """Give the parties that have not closed yet."""
    closed = set(Approval.objects.filter(manifest=kept).values_list("party_id", flat=True))
    process = kept.exchange.process
    return [party for party in (*process.sides, process.mediator) if party.pk not in closed]


def _close(day: Day) -> None:
    kept, found = day.kept, day.reconciliation
    check_closed(day.manifest, found, list(_approvals(kept, found)))
    kept.state, kept.closed_at = Manifest.State.CLOSED, timezone.now()
    kept.save()
    ledger.enter(
        "handover completed", by=kept.exchange.process.mediator.code, exchange=kept.exchange.reference,
        manifest=kept.reference, day=day.manifest.days[-1], returned=found.returned,
        not_returned=found.listed - found.ends[End.RETURNED],
    )  # fmt: skip
    # Who did not travel is free for another agreement; who came home needs none.
    end(kept.agreement)
    Exchange.objects.filter(pk=kept.exchange_id).update(state=Exchange.State.CLOSED, closed_at=timezone.now())


def _approvals(kept: Manifest, found: Reconciliation) -> list[handover.Approval]:
    mediator = kept.exchange.process.mediator_id
    return [
        handover.Approval(
            MEDIATOR if one.party_id == mediator else one.party.code, str(one.person_id), fingerprint(found)
        )
        for one in Approval.objects.filter(manifest=kept, fingerprint=mark(found)).select_related("party")
    ]


def _describe(act: Act) -> str:
    kept = Manifest.objects.select_related("exchange").get(pk=act.subject)
    return f"{kept.exchange.title} · {kept.reference}"


def _consequence(act: Act) -> str:
    return _(
        "Your side stands behind the reconciliation as it is now. When every side and the mediator have, the "
        "handover is closed for good."
    )


CLOSE = register(
    Weighty(
        "handover.close", frozenset({Role.DELEGATION, Role.MEDIATOR}),
        gettext_lazy("Close the handover: every line is explained"), _approve, _describe, _consequence,
    )
)  # fmt: skip
