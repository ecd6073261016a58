"""The two-person rule, one mechanism for every weighty act.

A room says what it needs once::

    RELEASE = register(Weighty("lists.release", frozenset({Role.DELEGATION}), _("Release the list"), release))

and then ``propose(RELEASE, user, subject)``; the effect runs in the transaction of the confirmation.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from repatria.errors import RepatriaError
from repatria.web.policy import Role
from repatria.web.two_persons.models import Act


class NotSettled(RepatriaError):
    """An act cannot be proposed or confirmed; the text says why and what to do."""


@dataclass(frozen=True)
class Weighty:
    """A kind of act that takes two people of one party.

    `effect` gets the act (its `subject`, `details`, `proposed_by` and `settled_by`) and does it; what it gives back
    is shown once to the second person (a link, say) and kept nowhere. `describe` says which object it is about, and
    `consequence` what happens on confirming, both in words without a captive's data. `second` says who may be the
    second person where that is not simply somebody of the act's own party in one of `roles`.
    """

    kind: str
    roles: frozenset[Role]
    title: Any
    effect: Callable[[Act], Any]
    describe: Callable[[Act], str] = lambda act: act.subject
    consequence: Callable[[Act], str] = lambda act: _("It happens at once and cannot be taken back.")
    second: Callable[[Act, Any], bool] | None = None

    def can_be_settled_by(self, act: Act, user: Any) -> bool:
        """Say whether `user` may be the second person of `act`, or withdraw it."""
        if act.proposed_by_id == user.pk:
            return True
        if self.second is not None:
            return self.second(act, user)
        return bool(act.party_id == user.party_id and user.role in self.roles)


KINDS: dict[str, Weighty] = {}


def register(weighty: Weighty) -> Weighty:
    """Make a kind of act known, so that the list of what waits can show and settle it."""
    KINDS[weighty.kind] = weighty
    return weighty


def propose(weighty: Weighty, user: Any, subject: Any, *, party: int | None = None, **details: Any) -> Act:
    """Propose an act, as the first of two people; `party` is whose act it is, if not the person's own.

    Raises:
        NotSettled: this person's role may not, or the same thing is proposed already.
    """
    if user.role not in weighty.roles:
        raise NotSettled(_("your role does not do this; ask your delegation"))
    try:
        with transaction.atomic():
            return Act.objects.create(
                kind=weighty.kind, subject=str(subject), party_id=party or user.party_id, details=details,
                proposed_by=user,
            )  # fmt: skip
    except IntegrityError:
        raise NotSettled(
            _("this is proposed already and waits for a second person; confirm or withdraw that")
        ) from None


def confirm(act_id: Any, user: Any) -> Act:
    """Confirm an act as the second person; its effect happens now, in one transaction.

    Raises:
        NotSettled: it is settled already, or the person is the one who proposed it, or may not.
    """
    with transaction.atomic():
        act = _for_settling(act_id, user)
        if act.proposed_by_id == user.pk:
            raise NotSettled(_("you proposed this yourself; a second person must confirm it"))
        _settle(act, user, Act.State.DONE)
        act.shown_once = KINDS[act.kind].effect(act)
    return act


def refuse(act_id: Any, user: Any) -> Act:
    """Refuse an act as its second person, or withdraw it as its first. That it was asked is kept."""
    with transaction.atomic():
        act = _for_settling(act_id, user)
        mine = act.proposed_by_id == user.pk
        _settle(act, user, Act.State.WITHDRAWN if mine else Act.State.REFUSED)
    return act


def _for_settling(act_id: Any, user: Any) -> Act:
    act = Act.objects.select_for_update().get(pk=act_id)
    if act.state != Act.State.PROPOSED:
        raise NotSettled(_("this was settled already; nothing was done a second time"))
    if not KINDS[act.kind].can_be_settled_by(act, user):
        raise NotSettled(_("your role does not do this; ask your delegation"))
    return act


def _settle(act: Act, user: Any, state: Any) -> None:
    act.state, act.settled_by, act.settled_at = state, user, timezone.now()
    act.save()
