"""Drafting, releasing and correcting statements. Releasing takes two press officers."""

from hashlib import sha256
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from repatria.i18n import LANGUAGES
from repatria.web.compartments import house
from repatria.web.exchanges.models import Exchange
from repatria.web.ledger import enter as ledger
from repatria.web.ledger.models import Entry
from repatria.web.policy import Role
from repatria.web.public import counting, readiness, statement_text
from repatria.web.public.corrections import enter_correction
from repatria.web.public.models import Statement
from repatria.web.talks.models import Agreement
from repatria.web.two_persons.models import Act
from repatria.web.two_persons.rule import NotSettled, Weighty, propose, register


@house()
def count(statement: Statement) -> counting.Counted:
    """Count the statement's figures anew, from signed lines or from receipts.

    Raises:
        NothingToCount: there is no line, or no receipt, yet.
    """
    if statement.kind == Statement.Kind.CARRIED_OUT:
        return counting.received(statement.exchange)
    agreement = Agreement.objects.filter(exchange=statement.exchange, state=Agreement.State.SIGNED).first()
    return counting.agreed(agreement) if agreement else counting.received(statement.exchange)


@house()
@transaction.atomic
def draft(exchange: Exchange, user: Any, *, kind: str, on: Any, place: str, why: str = "") -> Statement:
    """Begin a statement, or a new version of one that was released.

    Raises:
        NotSettled: a draft is open already.
        NothingToCount: nobody was listed or received yet.
    """
    Exchange.objects.select_for_update().get(pk=exchange.pk)
    if Statement.objects.filter(exchange=exchange, state=Statement.State.DRAFT).exists():
        raise NotSettled(_("a draft of this statement is open already; work on that one"))
    last = Statement.objects.filter(exchange=exchange).order_by("-version").first()
    made = Statement(
        exchange=exchange, version=last.version + 1 if last else 1, kind=kind, on=on, place=place,
        why_corrected=why, texts=last.texts if last else {}, written_by=user,
    )  # fmt: skip
    made.figures = statement_text.as_stored(count(made))
    made.save()
    return made


@house()
def write(statement: Statement, texts: dict[str, list[str]]) -> None:
    """Save the officer's own paragraphs.

    Raises:
        NumberTyped: one of them holds a typed number, or an unknown field.
        NotSettled: the statement is released, or its release is proposed: what waits for its second person stands.
    """
    known = statement_text.fields(statement, count(statement))
    for paragraphs in texts.values():
        statement_text.check(paragraphs, known)
    with transaction.atomic():
        now = Statement.objects.select_for_update().get(pk=statement.pk)
        waiting = Act.objects.filter(kind=RELEASE.kind, subject=str(now.pk), state=Act.State.PROPOSED).exists()
        if now.state != Statement.State.DRAFT or waiting:
            raise NotSettled(_("this text waits for its second person or is released; withdraw that first"))
        now.texts = texts
        now.save()


@house()
def propose_release(statement: Statement, user: Any) -> Act:
    """Propose to release a statement, as the first of two press officers.

    Raises:
        NotSettled: something must happen first; the text says what.
    """
    _must_be_ready(statement)
    return propose(RELEASE, user, statement.pk)


def _must_be_ready(statement: Statement) -> None:
    if statement.state != Statement.State.DRAFT:
        raise NotSettled(_("this version is released already"))
    missing = readiness.missing(statement.exchange, statement.kind)
    if missing:
        raise NotSettled(" ".join(missing))


@house()
def _release(act: Act) -> None:
    """Release: count once more, fix the text in every language, enter its hash into the record."""
    # PostgreSQL locks no row that may be missing: an exchange from outside has no process here.
    locked = Statement.objects.select_for_update(of=("self",)).select_related("exchange__process")
    statement = locked.get(pk=act.subject)
    _must_be_ready(statement)
    counted = count(statement)
    statement.figures = statement_text.as_stored(counted)
    statement.released_texts = {code: statement_text.paragraphs(statement, counted, code) for code in LANGUAGES}
    statement.sha256 = digest(statement)
    code = statement.exchange.process.mediator.code
    _correct_earlier(statement, code)
    statement.entry = ledger.enter(
        "statement published", by=code, exchange=statement.exchange.reference, statement=statement.reference,
        text=statement.sha256, returned=counted.figures.people, counted_to=_entries_so_far(),
    )  # fmt: skip
    statement.state, statement.released_at = Statement.State.RELEASED, timezone.now()
    statement.save()


def _entries_so_far() -> int:
    """Give the number that the last entry before this one has, or will have, in the record."""
    return Entry.objects.count()


def _correct_earlier(statement: Statement, code: str) -> None:
    earlier = Statement.objects.select_for_update(of=("self",)).filter(
        exchange=statement.exchange, state=Statement.State.RELEASED
    )
    for old in earlier.select_related("entry"):
        old.state = Statement.State.CORRECTED
        old.save()
        if old.kind == statement.kind:
            enter_correction(old, code)


def digest(statement: Statement) -> str:
    """Give the SHA-256 of figures and text in all languages, as they are offered for download."""
    return sha256(statement.document.encode()).hexdigest()


def _describe(act: Act) -> str:
    statement = Statement.objects.select_related("exchange").get(pk=act.subject)
    return _("{exchange}, version {n}").format(exchange=statement.exchange.title, n=statement.version)


def _consequence(act: Act) -> str:
    return _(
        "The figures are counted once more, the text is fixed in every language, its hash enters the record, "
        "and everybody can read it."
    )


RELEASE = register(
    Weighty(
        "statement.release", frozenset({Role.PRESS}), gettext_lazy("Release a statement to the public"), _release,
        _describe, _consequence,
    )
)  # fmt: skip
