"""Sixteen exchanges claim the same thousand captives at one moment: each stands in one live agreement at most."""

import random
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.db.models import Count

from repatria.web.exchanges.models import Exchange, Party
from repatria.web.registry.models import Person
from repatria.web.replies.models import Reply
from repatria.web.talks import agreements
from repatria.web.talks.errors import AlreadyPromised
from repatria.web.talks.models import Agreement, Line, Package, PlanRun
from tests.web.cast import MORNING, Cast
from tests.web.second_wall.world import name_list, row

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

EXCHANGES, CAPTIVES = 16, 1_000


def captives(cast: Cast) -> list[tuple[Person, Reply]]:
    """A thousand captives of North's register, each with a reply that says that he is held."""
    listed = name_list(cast, cast.exchange, "south", "sought", opened=True)
    north: Party = cast.parties["NTH"]
    made = []
    for number in range(CAPTIVES):
        person = Person(keeper=north, number=f"N-{number}", values=[])
        made.append((person, Reply(row=row(listed, number), holder=north, answer="held", given_by=cast["north"])))
    Person.objects.bulk_create([person for person, _reply in made])
    Reply.objects.bulk_create([reply for _person, reply in made])
    return made


def draft(cast: Cast, number: int, claimed: list[tuple[Person, Reply]]) -> Agreement:
    """An agreement of its own exchange over all of them, in an order of its own."""
    exchange = Exchange.objects.create(process=cast.process, title=f"Exchange {number}", opened_at=MORNING)
    plan = PlanRun.objects.create(exchange=exchange, asked_by=cast["hala"])
    package = Package.objects.create(exchange=exchange, run=plan, put_by=cast["hala"], closes_at=MORNING)
    agreement = Agreement.objects.create(exchange=exchange, package=package, drafted_by=cast["hala"])
    order = random.Random(number).sample(claimed, len(claimed))
    north, south = cast.parties["NTH"], cast.parties["STH"]
    Line.objects.bulk_create(
        Line(
            agreement=agreement, number=place, captive=person, reply=reply, holder=north, receiver=south,
            account="formula", is_live=False,
        )
        for place, (person, reply) in enumerate(order)
    )  # fmt: skip
    return agreement


def test_each_captive_is_promised_once(cast: Cast) -> None:
    claimed = captives(cast)
    drafts = [draft(cast, number, claimed) for number in range(EXCHANGES)]
    together = Barrier(EXCHANGES)

    def claim(agreement: Agreement) -> str | None:
        try:
            together.wait()
            agreements.open_for_signature(agreement)
        except AlreadyPromised as refused:
            return str(refused)
        finally:
            connection.close()
        return None

    with ThreadPoolExecutor(EXCHANGES) as pool:
        told = list(pool.map(claim, drafts))
    [winner] = [agreement for agreement, refused in zip(drafts, told, strict=True) if refused is None]
    # Whoever lost is told by whom, and by the number alone.
    assert all(winner.reference in refused for refused in told if refused is not None)
    live = Line.objects.filter(is_live=True)
    assert live.count() == CAPTIVES
    assert not live.values("captive").annotate(times=Count("pk")).filter(times__gt=1).exists()
