"""After: a stage, and in the end the whole, is closed by every side and the mediator, two persons each."""

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
from repatria.web.handover.models import Approval, ClosedStage, Manifest
from repatria.web.ledger import enter as ledger
from repatria.web.policy import Role
from repatria.web.talks.agreements import end
from repatria.web.two_persons.models import Act
from repatria.web.two_persons.rule import NotSettled, Weighty, propose, register

WHOLE = 0
"""Instead of the number of a stage: the whole manifest."""


@house()
def propose_close(kept: Manifest, user: Any, stage: int = WHOLE) -> Act:
    """Propose, for one's own side, to close the reconciliation of a stage, or of the whole, as it stands now.

    Raises:
        NotSettled: the manifest is not open, a difference is, or one's side has closed this part.
    """
    if kept.state != Manifest.State.FROZEN or stage not in range(len(kept.days) + 1):
        raise NotSettled(_("this manifest is not open"))
    reconciliation = part_of(day_of(kept), stage)
    if reconciliation.open:
        raise NotSettled(
            _("{n} differences are open; explain each on its line's page first").format(n=reconciliation.open)
        )
    if user.party in closed_by(kept, stage, reconciliation):
        raise NotSettled(_("your side has closed it already"))
    return propose(CLOSE, user, f"{kept.pk}/{stage}", fingerprint=mark(reconciliation))


def part_of(day: Day, stage: int) -> Reconciliation:
    """Give the reconciliation of a stage, or of the whole."""
    return day.reconciliation.of_stage(stage) if stage else day.reconciliation


def mark(reconciliation: Reconciliation) -> str:
    """Give the fingerprint of a reconciliation: nobody approves one and closes another."""
    return sha256(fingerprint(reconciliation).encode()).hexdigest()


def closed_by(kept: Manifest, stage: int, found: Reconciliation) -> set[Party]:
    """Give the parties that stand behind this part as it is now; a part that has changed since is open again."""
    approvals = Approval.objects.filter(manifest=kept, stage=stage, fingerprint=mark(found))
    return {one.party for one in approvals.select_related("party")}


def waiting_for(kept: Manifest, stage: int, found: Reconciliation) -> list[Party]:
    """Give the parties that have not closed this part yet."""
    closed, process = closed_by(kept, stage, found), kept.exchange.process
    return [party for party in (*process.sides, process.mediator) if party not in closed]


@house()
def _approve(act: Act) -> None:
    key, stage = _subject(act)
    kept = Manifest.objects.select_for_update().select_related("exchange__process__mediator").get(pk=key)
    day = day_of(kept)
    found = part_of(day, stage)
    if mark(found) != act.details["fingerprint"] or found.open:
        raise NotSettled(
            _("the reconciliation has changed since this was proposed; look at it again, and propose anew")
        )
    for person in (act.proposed_by, act.settled_by):
        Approval.objects.create(
            manifest=kept, stage=stage, party=act.party, person=person, fingerprint=act.details["fingerprint"]
        )
    if not waiting_for(kept, stage, found):
        check_closed(day.manifest, found, list(_approvals(kept, stage, found)))
        if stage:
            _close_stage(day, stage, found)
        else:
            _close(day, found)


def _subject(act: Act) -> tuple[str, int]:
    key, _slash, stage = act.subject.partition("/")
    return key, int(stage)


def _close_stage(day: Day, stage: int, found: Reconciliation) -> None:
    """Keep that a stage is closed, and what is carried to the next; the exchange itself stays open."""
    entry = ledger.enter("stage closed", stage=stage, **_sums(day, found, stage))
    carried = [
        {"bound": one.bound, "signed": one.signed, "done": one.done, "carried": one.carried}
        for one in handover.carried(day.ledger, stage, day.log)
    ]
    ClosedStage.objects.create(
        manifest=day.kept, stage=stage, fingerprint=mark(found), carried=carried, entry=entry
    )


def _close(day: Day, found: Reconciliation) -> None:
    kept = day.kept
    kept.state, kept.closed_at = Manifest.State.CLOSED, timezone.now()
    kept.save()
    ledger.enter("handover completed", **_sums(day, found, len(day.manifest.days)))
    # Who did not travel is free for another agreement; who came home needs none.
    end(kept.agreement)
    Exchange.objects.filter(pk=kept.exchange_id).update(state=Exchange.State.CLOSED, closed_at=timezone.now())


def _sums(day: Day, found: Reconciliation, stage: int) -> dict[str, Any]:
    kept = day.kept
    return {
        "by": kept.exchange.process.mediator.code, "exchange": kept.exchange.reference, "manifest": kept.reference,
        "day": day.manifest.days[stage - 1], "returned": found.returned,
        "not_returned": found.listed - found.ends[End.RETURNED],
    }  # fmt: skip


def _approvals(kept: Manifest, stage: int, found: Reconciliation) -> list[handover.Approval]:
    mediator = kept.exchange.process.mediator_id
    approvals = Approval.objects.filter(manifest=kept, stage=stage, fingerprint=mark(found))
    return [
        handover.Approval(
            MEDIATOR if one.party_id == mediator else one.party.code, str(one.person_id), fingerprint(found)
        )
        for one in approvals.select_related("party")
    ]


def _describe(act: Act) -> str:
    key, stage = _subject(act)
    kept = Manifest.objects.select_related("exchange").get(pk=key)
    parts = [kept.exchange.title, kept.reference, *([_("Stage %(n)s") % {"n": stage}] if stage else ())]
    return " · ".join(parts)


def _consequence(act: Act) -> str:
    if _subject(act)[1]:
        return _(
            "Your side stands behind the reconciliation of this stage as it is now. The balance is carried to the "
            "next stage; the handover itself stays open."
        )
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
