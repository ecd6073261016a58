"""Before: answers of the ICRC, lines that fall away, and freezing the manifest (two people of the mediator's)."""

from dataclasses import replace
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from repatria.handover import check_ready, fall_away, falls_away, travelling
from repatria.handover.vocabulary import Cause
from repatria.web.compartments import house
from repatria.web.exchanges.models import Exchange
from repatria.web.handover.day import answers_of, day_of, log_of
from repatria.web.handover.making import draft_of
from repatria.web.handover.models import Answer, Change, Manifest
from repatria.web.ledger import enter as ledger
from repatria.web.policy import Role
from repatria.web.talks.models import Line as AgreementLine
from repatria.web.two_persons.models import Act
from repatria.web.two_persons.rule import NotSettled, Weighty, propose, register


@house()
def answer(line: AgreementLine, user: Any, *, travels: bool | None, fit: bool | None) -> Answer:
    """Keep what the ICRC says of one line. A later word replaces an earlier one until the manifest is frozen.

    Raises:
        NotSettled: the manifest is frozen; on the day the ICRC says it on a tablet.
    """
    with transaction.atomic():
        if Manifest.objects.filter(agreement=line.agreement).exclude(state=Manifest.State.DRAFT).exists():
            raise NotSettled(_("the manifest is frozen; say it on a tablet, or on the line's page"))
        kept, _made = Answer.objects.update_or_create(
            line=line, defaults={"travels": travels, "fit": fit, "noted_by": user}
        )
    return kept


@house()
@transaction.atomic
def apply_answers(kept: Manifest, user: Any) -> int:
    """Let fall away whom the ICRC's answers keep back, by the agreed rule. Gives how many lines that are."""
    kept = Manifest.objects.select_for_update().get(pk=kept.pk)
    manifest, answers = draft_of(kept), answers_of(kept)
    gone = 0
    for line in travelling(manifest, log_of(kept)):
        cause = falls_away(line, answers)
        if cause is not None:
            _fall(kept, line.code, cause, user)
            gone += 1
    return gone


@house()
@transaction.atomic
def let_fall(kept: Manifest, code: str, cause: Cause, user: Any) -> Change:
    """Let one line fall away (he has died, fallen ill, is not there), by the rule of the agreement."""
    Manifest.objects.select_for_update().get(pk=kept.pk)
    return _fall(kept, code, cause, user)


def _fall(kept: Manifest, code: str, cause: Cause, user: Any) -> Change:
    day = day_of(kept)
    change = fall_away(day.manifest, day.log, code, cause).change
    return Change.objects.create(
        manifest=kept, code=change.code, cause=change.cause, rule=change.rule, instead=change.instead,
        pauses=change.pauses, by=user,
    )  # fmt: skip


@house()
@transaction.atomic
def go_on(kept: Manifest, code: str, user: Any) -> None:
    """Let a stage go on that waits since this line fell away; who decided stands beside it.

    Raises:
        NotSettled: no stage waits for this line.
    """
    waiting = Change.objects.select_for_update().filter(manifest=kept, code=code, pauses=True, decided_by=None)
    if kept.state != Manifest.State.DRAFT or not waiting.update(decided_by=user):
        raise NotSettled(_("no stage waits for this line"))


@house()
def propose_freeze(kept: Manifest, user: Any) -> Act:
    """Propose to freeze the manifest, as the first of two.

    Raises:
        NotReady: somebody was not asked or examined, or cannot travel; the text names line numbers.
        NotSettled: it is frozen already, or proposed.
    """
    _must_be_ready(kept)
    return propose(FREEZE, user, kept.pk)


def _must_be_ready(kept: Manifest) -> None:
    if kept.state != Manifest.State.DRAFT:
        raise NotSettled(_("the manifest is frozen already"))
    log = log_of(kept)
    if any(change.pauses for change in log):
        raise NotSettled(_("a stage waits for people to decide; let it go on first"))
    check_ready(travelling(draft_of(kept), log), answers_of(kept))


@house()
def _freeze(act: Act) -> None:
    kept = Manifest.objects.select_for_update().select_related("exchange__process__mediator").get(pk=act.subject)
    _must_be_ready(kept)
    manifest = replace(draft_of(kept), changes=log_of(kept))
    kept.document, kept.sha256 = manifest.document(), manifest.sha256
    kept.state, kept.frozen_at = Manifest.State.FROZEN, timezone.now()
    kept.save()
    contents = ledger.commit({"manifest": kept.reference, "sha256": kept.sha256}, None)
    ledger.enter(
        "manifest closed", by=kept.exchange.process.mediator.code, exchange=kept.exchange.reference,
        agreement=kept.agreement.reference, manifest=kept.reference, contents=contents, persons=len(manifest.lines),
    )  # fmt: skip
    Exchange.objects.filter(pk=kept.exchange_id).update(state=Exchange.State.HANDOVER)


def _describe(act: Act) -> str:
    kept = Manifest.objects.select_related("exchange").get(pk=act.subject)
    return f"{kept.exchange.title} · {kept.reference}"


def _consequence(act: Act) -> str:
    return _(
        "The manifest is final and its hash enters the record; the hub may be given the list, and the "
        "handover begins."
    )


FREEZE = register(
    Weighty(
        "handover.freeze", frozenset({Role.MEDIATOR}), gettext_lazy("Freeze the manifest: the handover may begin"),
        _freeze, _describe, _consequence,
    )
)  # fmt: skip
