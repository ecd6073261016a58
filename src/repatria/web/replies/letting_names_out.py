"""A sheet with the names on it leaves the system only when two people of the bureau have let it."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from repatria.web.ledger.enter import approvals, enter
from repatria.web.lists.models import NameList
from repatria.web.policy import Role
from repatria.web.two_persons.models import Act
from repatria.web.two_persons.rule import Weighty, propose, register

OPEN_FOR = timedelta(hours=24)


def _effect(act: Act) -> None:
    name_list = NameList.objects.select_related("exchange").get(pk=act.subject)
    enter(
        "list exported", by=act.party.code, exchange=name_list.exchange.reference, list=name_list.reference,
        approvals=approvals(act.proposed_by, act.settled_by),
    )  # fmt: skip


def _in_words(act: Act) -> str:
    name_list = NameList.objects.filter(pk=act.subject).first()
    return _("the names of {list}, as a sheet to fill in").format(list=name_list.reference if name_list else "")


LET_OUT = register(
    Weighty(
        "replies.names", frozenset({Role.BUREAU}),
        gettext_lazy("Let the names of a list leave as a sheet to fill in"),
        _effect, _in_words, lambda act: _("The sheet can be fetched for 24 hours; the record says that it was."),
    )
)  # fmt: skip


def ask(user: Any, name_list: NameList) -> Act:
    """Propose, as the first of two people, that the names leave."""
    return propose(LET_OUT, user, name_list.pk)


def are_let_out(user: Any, name_list: NameList) -> bool:
    """Say whether two people of the user's party have let the names leave within the last day."""
    since = timezone.now() - OPEN_FOR
    return Act.objects.filter(
        kind=LET_OUT.kind,
        subject=str(name_list.pk),
        party=user.party_id,
        state=Act.State.DONE,
        settled_at__gt=since,
    ).exists()
