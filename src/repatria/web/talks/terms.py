"""Writing terms: each has an author; a changed term is a new version beside the old one."""

from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from repatria.planning import parse_instance
from repatria.planning.errors import BadInstance
from repatria.web import policy
from repatria.web.exchanges.models import Exchange
from repatria.web.talks import table
from repatria.web.talks.errors import BadTerm, ChangedMeanwhile, NotNow, NotYours
from repatria.web.talks.kinds import ONLY_ONE, PLANNER, Document, may_write
from repatria.web.talks.models import Term


def write(exchange: Exchange, user: Any, document: Document) -> Term:
    """Put a new term on the table.

    Raises:
        NotNow: the exchange is not in its talks.
        NotYours: this role does not write terms of this kind.
        BadTerm: it stands already, or there can be only one of its kind.
    """
    with transaction.atomic():
        exchange = _at_the_table(exchange)
        _may(user, document)
        standing = table.standing(exchange)
        _not_twice(standing, user, document)
        check(exchange, document)
        number = 1 + exchange.terms.values("code").distinct().count()
        return Term.objects.create(
            exchange=exchange, code=f"T{number}", by=user.party, document=document, written_by=user
        )


def change(term: Term, user: Any, document: Document) -> Term:
    """Write a new version of a term, from the version that the writer saw.

    Raises:
        NotNow, NotYours, BadTerm: as for :func:`write`.
        ChangedMeanwhile: there is a newer version, or it was withdrawn.
    """
    try:
        with transaction.atomic():
            exchange = _at_the_table(term.exchange)
            _may(user, document)
            _own(term, user)
            _newest(term)
            if document == term.document:
                return term
            check(exchange, document)
            return Term.objects.create(
                exchange=exchange, code=term.code, version=term.version + 1, by=term.by, document=document,
                written_by=user,
            )  # fmt: skip
    except IntegrityError:
        raise _changed(term) from None


def withdraw(term: Term, user: Any) -> None:
    """Take a term off the table. Its versions stay on file.

    Raises:
        NotNow, NotYours, ChangedMeanwhile: as for :func:`change`.
    """
    with transaction.atomic():
        _at_the_table(term.exchange)
        _own(term, user)
        _newest(term)
        Term.objects.filter(pk=term.pk).update(withdrawn_at=timezone.now())


def check(exchange: Exchange, document: Document) -> None:
    """Let the planner read the term once, so that a fault shows now and not when a plan is made.

    Raises:
        BadTerm: with the planner's words.
    """
    if document["type"] not in PLANNER:
        return
    try:
        parse_instance(
            {
                "format": "repatria-plan-instance/1",
                "name": exchange.reference,
                "kind": "selection",
                "parties": [{"id": party.code} for party in table.sides(exchange)],
                "terms": [{"id": "T", "by": "mediator", "text": "", **planners(document, "T")}],
            }
        )
    except BadInstance as cause:
        raise BadTerm(str(cause)) from cause


def planners(document: Document, group: str) -> Document:
    """Give the document as the planner reads it: persons named to travel together become the group `group`."""
    if document["type"] == "together" and document.get("ids"):
        return {"type": "together", "groups": [group]}
    return document


def _at_the_table(exchange: Exchange) -> Exchange:
    # The lock makes two writers take turns, so that codes and "only one" hold.
    found = Exchange.objects.select_for_update().get(pk=exchange.pk)
    if not policy.at_the_table(found):
        raise NotNow(_("Terms are written while the talks last; this exchange is not in its talks now."))
    return found


def _may(user: Any, document: Document) -> None:
    kind = document["type"]
    if not may_write(user, kind):
        raise NotYours(_("Your role does not write terms of this kind. Nothing was changed."))
    whose = document.get("party")
    if kind in ("net", "offer") and user.party.kind == "side" and whose != user.party.code:
        raise NotYours(_("Only a party itself says what it offers and what it is worth to it."))


def _own(term: Term, user: Any) -> None:
    if term.by_id != user.party_id:
        raise NotYours(
            _("Term {code} was written by another party. Only its author changes or withdraws it.").format(
                code=term.code
            )
        )


def _newest(term: Term) -> None:
    newest = Term.objects.filter(exchange=term.exchange, code=term.code).latest("version")
    if newest.pk != term.pk or newest.withdrawn_at is not None:
        raise _changed(term)


def _changed(term: Term) -> ChangedMeanwhile:
    return ChangedMeanwhile(
        _("Term {code} was changed while you had it open. Yours was not written; read the newer one first.").format(
            code=term.code
        )
    )


def _not_twice(standing: list[Term], user: Any, document: Document) -> None:
    for term in standing:
        if term.document == document and term.by_id == user.party_id:
            raise BadTerm(_("This term stands on the table already, as {code}.").format(code=term.code))
        if document["type"] in ONLY_ONE and term.document["type"] == document["type"]:
            raise BadTerm(
                _("There can be one term of this kind: {code}. Change that one instead.").format(code=term.code)
            )
