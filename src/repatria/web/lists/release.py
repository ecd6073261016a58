"""Releasing and opening: two people of each side, and then all lists at one moment."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from repatria.web.compartments import house
from repatria.web.exchanges.models import Exchange, Party
from repatria.web.ledger.enter import approvals, enter
from repatria.web.lists.errors import NotNow
from repatria.web.lists.models import Awaited, NameList, Purpose
from repatria.web.lists.signals import opened
from repatria.web.policy import Role
from repatria.web.two_persons.models import Act
from repatria.web.two_persons.rule import Weighty, propose, register


def standing(exchange: Exchange) -> list[Awaited]:
    """Give every list that the exchange waits for, each side's in turn, with how far it has come."""
    there = {(one.party_id, one.purpose): one for one in exchange.awaited.select_related("party")}
    return [
        there.get((side.pk, purpose)) or Awaited(exchange=exchange, party=side, purpose=purpose)
        for side in exchange.process.sides
        for purpose in Purpose.values
    ]


def ask_for_release(user: Any, exchange: Exchange) -> Act:
    """Propose, as the first of two people, that this side's lists be released.

    Raises:
        NotNow: a list of this side is not sealed, or is released already.
    """
    mine = [one for one in standing(exchange) if one.party.pk == user.party_id]
    _check(mine)
    return propose(RELEASE, user, exchange.pk, versions={one.purpose: one.version for one in mine})


def _check(mine: list[Awaited]) -> None:
    if not mine:
        raise NotNow(_("your party sends no lists in this exchange"))
    if not all(one.sealed_at for one in mine):
        raise NotNow(_("both lists of a side are released together; seal the list that is missing first"))
    if all(one.is_released for one in mine):
        raise NotNow(_("your lists are released already"))


def _release(act: Act) -> None:
    exchange = Exchange.objects.select_for_update().get(pk=act.subject)
    every = _lock_all(exchange)
    mine = [one for one in every if one.party_id == act.party_id]
    _check(mine)
    if act.details["versions"] != {one.purpose: one.version for one in mine}:
        raise NotNow(_("a list was replaced since this was proposed; propose the release of the new version"))
    for one in mine:
        one.released_at = timezone.now()
        one.save()
        one.released_by.set([act.proposed_by, act.settled_by])
    with house():  # the last to release opens the other side's lists too, unseen
        _open_when_all_are_released(exchange, every)


def _lock_all(exchange: Exchange) -> list[Awaited]:
    """Lock every list of the exchange in one order, so that two sides who confirm at once cannot both be first."""
    for one in standing(exchange):
        Awaited.objects.get_or_create(exchange=exchange, party=one.party, purpose=one.purpose)
    return list(exchange.awaited.select_for_update().order_by("pk"))


def _open_when_all_are_released(exchange: Exchange, every: list[Awaited]) -> None:
    if not all(one.is_released for one in every):
        return
    at = timezone.now()
    for one in every:
        if one.opened_at is None:
            _open(one, at)
    if exchange.state == Exchange.State.LISTS:
        exchange.state = Exchange.State.REPLIES
        exchange.save(update_fields=["state"])


def _open(awaited: Awaited, at: Any) -> None:
    name_list = NameList.objects.get(
        exchange=awaited.exchange, party=awaited.party, purpose=awaited.purpose, version=awaited.version
    )
    name_list.opened_at, name_list.state = at, NameList.State.OPENED
    name_list.save(update_fields=["opened_at", "state"])
    awaited.opened_at = at
    awaited.save(update_fields=["opened_at"])
    enter(
        "list opened", by=awaited.party.code, exchange=awaited.exchange.reference, list=name_list.reference,
        seal=name_list.seal, approvals=approvals(*awaited.released_by.all()), at=at,
    )  # fmt: skip
    opened.send(NameList, name_list=name_list)


def _in_words(act: Act) -> str:
    exchange = Exchange.objects.filter(pk=act.subject).first()
    return _("both lists of {party} in “{exchange}”").format(party=act.party, exchange=exchange)


RELEASE = register(
    Weighty(
        "lists.release", frozenset({Role.DELEGATION}), gettext_lazy("Release the sealed lists"), _release, _in_words
    )
)


def in_force(exchange: Exchange, party: Party, purpose: str) -> NameList | None:
    """Give the newest version that is open to all, or None before there is one."""
    found = NameList.objects.filter(exchange=exchange, party=party, purpose=purpose, opened_at__isnull=False)
    return found.order_by("version").last()
