"""Talks: terms on the table, a plan, a package that both accept, one text that three sign by two people each."""

from datetime import timedelta
from typing import Any

from repatria.demo.site.background import work
from repatria.demo.talks import EACH_SIDE, SITES_EACH

PASSPHRASE = "seven quiet lanterns by the river"  # noqa: S105 - of invented people
SIGNERS = ("north", "north-2", "south", "south-2", "hala", "hala-2")
IN_RESERVE = 3


def terms(each: int = EACH_SIDE) -> list[tuple[str, dict[str, Any]]]:
    """Give (who writes it, the planner's term): what the two sides and the mediator put on the table."""
    return [
        ("hala", {"type": "count", "select": {"holder": "NTH"}, "min": each, "max": each}),
        ("hala", {"type": "count", "select": {"holder": "STH"}, "min": each, "max": each}),
        ("south", {"type": "count", "select": {"holder": "NTH", "category": "civilian"}, "min": 7, "max": 7}),
        ("hala", {"type": "together", "groups": "all"}),
        ("north", {"type": "sites", "select": {"holder": "NTH"}, "max": SITES_EACH}),
        ("south", {"type": "sites", "select": {"holder": "STH"}, "max": SITES_EACH}),
    ]


def agree(people: dict[str, Any], exchange: Any) -> Any:
    """Go from the terms to the agreement that all have signed."""
    package = _accepted(people, exchange, _planned(people, exchange))
    return _signed(people, package)


def _planned(people: dict[str, Any], exchange: Any) -> Any:
    from django.utils import timezone

    from repatria.web.talks import rounds, runs
    from repatria.web.talks import terms as table
    from repatria.web.talks.models import PlanRun

    rounds.begin_talks(exchange)
    exchange.refresh_from_db()
    rounds.fix(
        exchange.process, 1, place="Abu Dhabi", begins_on=timezone.localdate() - timedelta(days=2),
        ends_on=timezone.localdate() - timedelta(days=1), agenda="Numbers, sites, the seriously wounded.",
        communique="The sides have agreed on an exchange.",
    )  # fmt: skip
    written = [table.write(exchange, people[who], document) for who, document in terms()]
    run = runs.start(exchange, people["hala"], written, alternatives=2)
    work()
    return PlanRun.objects.get(pk=run.pk)


def _accepted(people: dict[str, Any], exchange: Any, run: Any) -> Any:
    from django.utils import timezone

    from repatria.web.talks import acceptance
    from repatria.web.talks.models import Package

    package = acceptance.put(run, 0, people["hala"], timezone.now() + timedelta(hours=1))
    for who in ("north", "south"):
        acceptance.answer(package, people[who], acceptance.YES)
    # In the demonstration the hour is over at once.
    Package.objects.filter(pk=package.pk).update(closes_at=timezone.now() - timedelta(seconds=1))
    package.refresh_from_db()
    return acceptance.settle(package)


def _signed(people: dict[str, Any], package: Any) -> Any:
    from repatria.web.talks import agreements, keys, signing
    from repatria.web.two_persons import rule
    from repatria.web.two_persons.models import Act

    agreement = agreements.draft(package, people["hala"])
    clause = "Each person is asked in private by the ICRC whether he wishes to go."
    agreement = agreements.write(
        agreement, agreement.version, language="en", change_rule="substitute", reserve=IN_RESERVE, clauses=[clause]
    )
    agreement = agreements.open_for_signature(agreement)
    for who in SIGNERS:
        key = keys.make(people[who], PASSPHRASE)
        colleague = who.removesuffix("-2") if who.endswith("-2") else f"{who}-2"
        rule.confirm(Act.objects.get(subject=str(key.pk)).pk, people[colleague])
    for who in SIGNERS:
        signing.sign(agreement, people[who], PASSPHRASE, agreement.text_sha256)
    agreement.refresh_from_db()
    return agreement
