"""An agreement: drafted from an accepted package, opened for signature, signed by all, or withdrawn."""

from collections.abc import Sequence
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from repatria.web import policy
from repatria.web.compartments import house
from repatria.web.replies.models import Answer
from repatria.web.replies.selectable import gone
from repatria.web.talks import annex, text
from repatria.web.talks.errors import AlreadyPromised, ChangedMeanwhile, NotNow
from repatria.web.talks.models import Agreement, Line, Package
from repatria.web.talks.table import portions

State = Agreement.State
MOST_IN_RESERVE = 500


def draft(package: Package, user: Any, language: str = "en") -> Agreement:
    """Draft the agreement of an accepted package. There is one at a time: a second click finds the first.

    Raises:
        NotNow: the package was not accepted by all, or the exchange is no longer in its talks.
    """
    if not package.accepted:
        raise NotNow(_("Only a package that all sides have accepted becomes an agreement."))
    with transaction.atomic():
        package = Package.objects.select_for_update().get(pk=package.pk)
        found = package.agreements.exclude(state=State.WITHDRAWN).first()
        if found is None and not policy.at_the_table(package.exchange):
            raise NotNow(_("This exchange is no longer in its talks; its agreement stands."))
        return found or _drafted(package, user, language)


def _drafted(package: Package, user: Any, language: str) -> Agreement:
    agreement = Agreement.objects.create(
        exchange=package.exchange, package=package, drafted_by=user, language=language, articles=[]
    )
    annex.draw_up(agreement)
    text.draw_up(agreement)
    agreement.save()
    return agreement


def write(
    agreement: Agreement, seen_version: int, *, language: str, change_rule: str, reserve: int,
    clauses: Sequence[str],
) -> Agreement:  # fmt: skip
    """Write a draft, or a text that is open, anew. Any change makes another hash: signatures given before are void.

    Raises:
        ChangedMeanwhile: somebody else wrote it since it was opened for writing.
        NotNow: it is signed by all, ended or withdrawn.
    """
    with transaction.atomic():
        found = _unsigned(agreement)
        if found.version != seen_version:
            raise ChangedMeanwhile(
                _("The text was changed while you had it open. Yours was not written; read the newer one first.")
            )
        before = (found.text_sha256, found.reserve)
        found.language, found.change_rule, found.reserve = language, change_rule, min(reserve, MOST_IN_RESERVE)
        found.articles = [{"kind": "clause", "text": clause} for clause in clauses]
        if found.reserve != before[1]:
            annex.draw_up(found)
        text.draw_up(found)
        if found.text_sha256 != before[0]:
            found.version += 1
        found.save()
        if found.state == State.OPEN:
            _bind(found)
    return found


def open_for_signature(agreement: Agreement) -> Agreement:
    """Open a draft for signature: from now on its people stand in no other live agreement.

    Raises:
        AlreadyPromised: somebody stands in another live agreement, which is named by its number alone.
        NotNow: it is no draft, or somebody can no longer go since the plan was made.
    """
    with transaction.atomic():
        found = _unsigned(agreement)
        if found.state != State.DRAFT:
            raise NotNow(_("This agreement is open for signature already."))
        _bind(found)
        found.state, found.opened_at = State.OPEN, timezone.now()
        found.save(update_fields=["state", "opened_at"])
    return found


def withdraw(agreement: Agreement) -> None:
    """Withdraw an agreement that not all have signed; its people are free for another.

    Raises:
        NotNow: all have signed, or it was withdrawn already.
    """
    with transaction.atomic():
        found = _unsigned(agreement)
        found.state = State.WITHDRAWN
        found.save(update_fields=["state"])
        found.lines.update(is_live=False)


def end(agreement: Agreement) -> None:
    """Say that a signed agreement was carried out or has ended; whoever was not handed over is free for another.

    Raises:
        NotNow: it was not signed.
    """
    with transaction.atomic():
        found = Agreement.objects.select_for_update().get(pk=agreement.pk)
        if found.state != State.SIGNED:
            raise NotNow(_("Only a signed agreement can end."))
        found.state = State.ENDED
        found.save(update_fields=["state"])
        found.lines.update(is_live=False)


def _unsigned(agreement: Agreement) -> Agreement:
    found = Agreement.objects.select_for_update().select_related("package__run", "exchange__process").get(
        pk=agreement.pk
    )  # fmt: skip
    if found.state not in (State.DRAFT, State.OPEN):
        raise NotNow(
            _("This agreement is at this step: {state}. Its text stays as it is.").format(
                state=found.get_state_display()
            )
        )
    return found


def _bind(agreement: Agreement) -> None:
    """Make the lines live; the database refuses whoever is in another live agreement."""
    _still_there(agreement)
    try:
        with transaction.atomic():
            agreement.lines.update(is_live=True)
    except IntegrityError:
        raise AlreadyPromised(_promised(agreement)) from None


def _promised(agreement: Agreement) -> str:
    captives = list(agreement.lines.values_list("captive_id", flat=True))
    with house():
        numbers = _elsewhere(agreement, captives)
    named = ", ".join(f"agreement-{number}" for number in sorted(numbers)) or _("another agreement")
    return _(
        "Somebody on this list stands in {agreement} already, which is live. Nothing was opened: make a new plan,"
        " or wait until that one has ended or is withdrawn."
    ).format(agreement=named)


def _elsewhere(agreement: Agreement, captives: list[Any]) -> set[int]:
    numbers: set[int] = set()
    for some in portions(captives):
        # Other agreements may be of other processes, of which this one's people learn a number and nothing else.
        there = Line.objects.filter(captive__in=some, is_live=True).exclude(agreement=agreement)
        numbers |= set(there.values_list("agreement_id", flat=True))
    return numbers


def _still_there(agreement: Agreement) -> None:
    lines = list(agreement.lines.select_related("reply"))
    with house():
        away = gone(line.captive_id for line in lines)
    changed = sum(
        1
        for line in lines
        if line.captive_id in away or not line.reply.is_newest or line.reply.answer != Answer.HELD
    )
    if changed:
        raise NotNow(
            ngettext(
                "{n} person on this list can no longer go: the reply has changed since. Make a new plan.",
                "{n} persons on this list can no longer go: the replies have changed since. Make a new plan.",
                changed,
            ).format(n=changed)
        )
