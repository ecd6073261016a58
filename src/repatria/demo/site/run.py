"""Filling the site, a step at a time, each told as it is done."""

from collections.abc import Iterator
from dataclasses import dataclass

from repatria.demo.exchange import Demo
from repatria.demo.site import accounts, handover, names, public, talks
from repatria.i18n import _


@dataclass
class Filled:
    """Where to look, once the site is filled: paths of pages."""

    statement: str = ""
    report: str = ""


def fill(demo: Demo, secret: str, filled: Filled) -> Iterator[str]:
    """Fill an empty site with the exchange of `demo`; yields what was done. `secret` is the authenticator's."""
    from django.utils import timezone

    from repatria.web.exchanges.opening import open_exchange, open_process
    from repatria.web.ledger import keeper
    from repatria.web.public.sources import id_of

    people = accounts.make_accounts(secret)
    yield _("Accounts: two people for each role of each party.")
    hala = people["hala"]
    sides = [people[who].party for who in ("north", "south", "iris")]
    process = open_process(hala, _("The road home"), "North and South", _("All for all, in stages."), sides)
    exchange = open_exchange(hala, process, _("Exchange of 314"))
    lists = names.send_lists(demo, people, exchange)
    names.fill_registers(demo, people)
    exchange.refresh_from_db()
    yield _("Lists: four, sealed; opened at one moment once both sides had released theirs.")
    confirmed = names.match(demo, people, exchange)
    yield _("Matching: {n} pairs confirmed by reviewers, each decision in the record.").format(n=confirmed)
    given = names.answer(demo, people, lists)
    exchange.refresh_from_db()
    yield _("Replies: {n} names answered.").format(n=given)
    agreement = talks.agree(people, exchange)
    yield _("Talks: terms, a proven plan, secret acceptance, one text signed by three, two people each.")
    manifest = handover.hand_over(people, agreement)
    yield _("Handover: frozen, carried out, closed by all; the reserve stepped in twice.")
    statement = public.state(people, manifest)
    public.speak(people, manifest.exchange)
    keeper.publish()
    open_exchange(hala, process, _("The next exchange"))
    filled.statement = f"/exchanges/{id_of(statement)}/"
    filled.report = f"/press/{public.check_a_report()}/"
    yield _("Statement: released by two, its hash in the record, {day}.").format(day=timezone.localdate())
