"""Everything that happened in a process, newest first, as far as a reader may see it. No captive is in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from django.db.models import Count
from django.db.models.functions import TruncDate
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from repatria.web import gate
from repatria.web.exchanges.models import Exchange, Process
from repatria.web.ledger.models import Entry
from repatria.web.lists.models import NameList
from repatria.web.replies.models import Reply
from repatria.web.talks.models import Agreement, Package, Round
from repatria.web.talks.signing import standing

# What the handover enters into the record, in words.
_HANDOVER = {
    "manifest closed": lambda: _("The manifest is closed: who travels is final"),
    "stage closed": lambda: _("A stage of the handover is closed"),
    "handover completed": lambda: _("The handover is completed"),
    "statement published": lambda: _("A public statement was made"),
    "account published": lambda: _("A side has released its own words"),
    "receipts disagree": lambda: _("Two devices disagree about a line of the manifest"),
}


@dataclass(frozen=True, slots=True)
class Happening:
    """Something on the timeline. `at` is a moment; `whole_day` says that only the day is known."""

    at: datetime
    kind: str
    words: str
    link: str = ""
    whole_day: bool = False


def of(process: Process, user: Any) -> list[Happening]:
    """Give everything that `user` may see of a process, newest first."""
    happened = sorted(_all(process, user), key=lambda one: one.at)
    happened.reverse()  # Of what came in one moment, what was told last came last: it stands above.
    return happened


def _all(process: Process, user: Any) -> Iterator[Happening]:
    yield Happening(process.opened_at, _("process"), _("The process is opened"))
    yield from _rounds(process, user)
    for exchange in gate.rows(user, Exchange).filter(process=process):
        yield Happening(exchange.opened_at, _("exchange"), _("{title} is opened").format(title=exchange.title))
        yield from _lists(exchange, user)
        yield from _replies(exchange, user)
        yield from _packages(exchange, user)
        yield from _agreements(exchange, user)
        yield from _handovers(exchange)


def _rounds(process: Process, user: Any) -> Iterator[Happening]:
    for one in gate.rows(user, Round).filter(process=process):
        words = _("Round {n} in {place}").format(n=one.number, place=one.place)
        yield Happening(_day(one.begins_on), _("round"), words, whole_day=True)


def _lists(exchange: Exchange, user: Any) -> Iterator[Happening]:
    for one in gate.rows(user, NameList).filter(exchange=exchange).select_related("party"):
        words = {"party": one.party.name, "purpose": one.get_purpose_display(), "version": one.version}
        if one.sealed_at:
            said = _("{party} has handed in its list: {purpose}, version {version}").format(**words)
            yield Happening(one.sealed_at, _("list"), said)
        if one.opened_at:
            said = ngettext(
                "The list of {party} is opened: {purpose}, {n} person",
                "The list of {party} is opened: {purpose}, {n} persons",
                one.persons,
            ).format(n=one.persons, **words)
            yield Happening(one.opened_at, _("list"), said)


def _replies(exchange: Exchange, user: Any) -> Iterator[Happening]:
    """One line a day and holder: replies come by the hundred."""
    found = gate.rows(user, Reply).filter(row__list__exchange=exchange).order_by()
    by_day = (
        found.annotate(day=TruncDate("given_at"))
        .values("day", "holder__name")
        .annotate(n=Count("pk", distinct=True))
    )
    for one in by_day:
        said = ngettext("{party} has answered {n} name", "{party} has answered {n} names", one["n"])
        words = said.format(party=one["holder__name"], n=one["n"])
        yield Happening(_day(one["day"]), _("replies"), words, whole_day=True)


def _packages(exchange: Exchange, user: Any) -> Iterator[Happening]:
    for one in gate.rows(user, Package).filter(exchange=exchange):
        link = reverse("talks_package", args=[one.pk])
        words = {"reference": one.reference}
        yield Happening(one.put_at, _("package"), _("{reference} is put to all sides").format(**words), link)
        if one.settled_at:
            said = _("{reference} is accepted by all") if one.accepted else _("{reference} found no overlap")
            yield Happening(one.settled_at, _("package"), said.format(**words), link)


def _agreements(exchange: Exchange, user: Any) -> Iterator[Happening]:
    for one in gate.rows(user, Agreement).filter(exchange=exchange):
        link = reverse("talks_agreement", args=[one.pk])
        words = {"reference": one.reference}
        if one.opened_at:
            said = _("{reference} is open for signature").format(**words)
            yield Happening(one.opened_at, _("agreement"), said, link)
        for signed in standing(one):
            if signed.is_complete:
                said = _("{party} has signed {reference}").format(party=signed.party.name, **words)
                yield Happening(signed.valid[-1].given_at, _("agreement"), said, link)
        if one.signed_at:
            yield Happening(one.signed_at, _("agreement"), _("{reference} is signed by all").format(**words), link)


def _handovers(exchange: Exchange) -> Iterator[Happening]:
    for one in Entry.objects.filter(exchange=exchange.reference, act__in=_HANDOVER):
        yield Happening(one.made_at, _("handover"), _HANDOVER[one.act]())
    receipts = Entry.objects.filter(exchange=exchange.reference, act="receipt given").order_by()
    for day in receipts.annotate(day=TruncDate("made_at")).values("day").annotate(n=Count("pk")):
        said = ngettext("{n} person is received back", "{n} persons are received back", day["n"])
        yield Happening(_day(day["day"]), _("handover"), said.format(n=day["n"]), whole_day=True)


def _day(day: date) -> datetime:
    """Place what is known by its day alone at that day's end: it was not done before the day's first acts."""
    return datetime.combine(day, time.max, UTC)
