"""Boards of duties over the database at full size: 100,000 persons, 500,000 events, a page for each role.

``python -m benchmarks site_duties`` measures on SQLite in a folder of its own; with ``python -m tests.postgresql
python -m benchmarks site_duties`` on PostgreSQL. ``REPATRIA_BENCH_PERSONS`` sets another number of persons. Every
page is asked of the site's own views, in a process that has just begun and has read nothing yet.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from time import process_time, sleep
from typing import Any

from benchmarks import site_rows
from benchmarks.figures import Figure, peak_megabytes, stopwatch

PERSONS = int(os.environ.get("REPATRIA_BENCH_PERSONS", "100000"))
EVENTS_EACH, SITES, AT_ONCE = 5, 60, 5_000
BOARD, ADDRESS = "a board of duties", "/desk/duties/"
ROLES = {"icrc": "ICR", "bureau": "NTH", "delegation": "STH", "mediator": "HAL"}
VIEWS = {"late": "?show=late", "cannot be told": "?show=unknown", "by person": "?by=person", "by site": "?by=site"}


def run() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        _alone(folder, "fill")
        return _figures(_alone(folder, "ask"))


def _alone(folder: str, step: str) -> dict[str, Any]:
    """Take one step in a process of its own, so that memory and a cold start are this step's alone."""
    script = [sys.executable, "-m", "benchmarks.site_duties", step, folder]
    done = subprocess.run(script, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def _figures(asked: dict[str, Any]) -> list[Figure]:
    size = f"{PERSONS:,} persons, {PERSONS * EVENTS_EACH:,} events"
    shown = [
        Figure(f"{BOARD}: {name}", f"{clock[0]:.2f} s", goal, f"{clock[1]:.2f} s of the processor")
        for name, clock, goal in _named(asked)
    ]
    memory = Figure(f"{BOARD}: peak memory of the process", f"{asked['megabytes']:,.0f} MB", "< 2,000 MB", size)
    return [*shown, memory]


def _named(asked: dict[str, Any]) -> Iterator[tuple[str, list[float], str]]:
    goal = "a couple of seconds"
    yield "the first after a start asks for patience", asked["patience"], goal
    yield "until the registers are read, in the background", asked["reading"], ""
    yield "the first when they are read", asked["first"], goal
    yield "after one more event", asked["one_more"], goal
    yield "the first of the next day", asked["next_day"], goal
    for name, clock in asked["pages"].items():
        yield name, clock, goal


# ---------------------------------------------------------------- the site that is asked


def _fill() -> dict[str, Any]:
    parties = _parties()
    random = Random(8)
    sites = _sites(parties)
    numbers = iter(range(PERSONS))
    while some := list(islice(numbers, AT_ONCE)):
        _enter(some, parties, sites, random)
    return {}


def _parties() -> dict[str, Any]:
    from allauth.mfa.models import Authenticator
    from django.utils import timezone

    from repatria.web.accounts.models import User
    from repatria.web.exchanges.models import Party, Process

    kinds = {"NTH": "side", "STH": "side", "HAL": "mediator", "ICR": "icrc"}
    parties = {code: Party.objects.create(code=code, name=code, kind=kind) for code, kind in kinds.items()}
    process = Process.objects.create(
        title="The road", conflict="North and South", mediator=parties["HAL"], opened_at=timezone.now()
    )
    process.participants.set([parties[code] for code in ("NTH", "STH", "ICR")])
    for role, code in ROLES.items():
        user = User.objects.create_user(f"{role}@example.org", role=role, party=parties[code])
        Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": ""})
    return parties


def _sites(parties: dict[str, Any]) -> dict[str, list[Any]]:
    from repatria.web.registry.models import Site

    opened = date.today() - timedelta(days=700)
    return {
        code: [Site.objects.create(party=parties[code], code=f"{code}-{n}", opened_on=opened) for n in range(SITES)]
        for code in ("NTH", "STH")
    }


def _enter(some: list[int], parties: dict[str, Any], sites: dict[str, list[Any]], random: Random) -> None:
    from django.db import transaction

    from repatria.web.insert import insert
    from repatria.web.registry.models import Event, Person
    from repatria.web.vault import keys

    made = []
    for number in some:
        holder, origin = ("NTH", "STH") if number % 2 else ("STH", "NTH")
        made.append(
            Person(
                keeper=parties[holder],
                holder=parties[holder],
                origin=parties[origin],
                number=f"{number:07}",
                values=[],
            )
        )
    lived = [
        Event(
            person=one, kind=kind, occurred_on=str(day), details=details, site=random.choice(sites[one.keeper.code])
        )
        for one in made
        for kind, day, details in life(random)
    ]
    with transaction.atomic(), keys.kept():
        insert(Person, made)
        insert(Event, lived)


def life(random: Random) -> Iterator[tuple[str, date, dict[str, str]]]:
    """Yield five events of one captivity of up to two years."""
    captured = date.today() - timedelta(days=random.randrange(40, 700))
    there = captured + timedelta(days=random.randrange(1, 20))
    yield "capture", captured, {"category": random.choice(("pow", "pow", "pow", "civilian", "retained"))}
    yield "identity_recorded", captured, {}
    yield "arrival_at_site", there, {}
    card = "capture_card_written" if random.random() < 0.8 else "capture_card_offered"
    yield card, there + timedelta(days=random.randrange(12)), {}
    yield "medical_inspection", date.today() - timedelta(days=random.randrange(40)), {"weight_recorded": "yes"}


def _ask() -> dict[str, Any]:
    """Ask for the boards as each role, in a process that has read nothing yet."""
    clients = {role: _signed_in(role) for role in ROLES}
    found: dict[str, Any] = {"patience": _page(clients["icrc"], ADDRESS), "reading": _read_through()}
    found["first"] = _page(clients["icrc"], ADDRESS)
    found["pages"] = {
        f"{role}, {name}": _page(client, ADDRESS + query)
        for role, client in clients.items()
        for name, query in VIEWS.items()
    }
    found["pages"]["icrc, the desk's first page"] = _page(clients["icrc"], "/desk/")
    _one_more()
    found["one_more"] = _page(clients["bureau"], ADDRESS)
    found["next_day"] = _tomorrow(clients["icrc"])
    return {**found, "megabytes": peak_megabytes()}


def _signed_in(role: str) -> Any:
    from django.test import Client

    from repatria.web.accounts.models import User

    client = Client(HTTP_HOST="localhost")
    client.force_login(User.objects.get(email=f"{role}@example.org"))
    return client


def _page(client: Any, address: str) -> list[float]:
    """Give seconds on the clock and seconds of the processor that a page took."""
    before = process_time()
    with stopwatch() as clock:
        answer = client.get(address)
    if answer.status_code != 200:
        raise RuntimeError(f"{address}: {answer.status_code}")
    return [clock.seconds, process_time() - before]


def _read_through() -> list[float]:
    from repatria.web.duties.board import is_ready

    before = process_time()
    with stopwatch() as clock:
        while not is_ready():
            sleep(0.2)
    return [clock.seconds, process_time() - before]


def _one_more() -> None:
    from repatria.web.duties import board
    from repatria.web.registry.models import Event, Person

    person = Person.objects.filter(keeper__code="NTH").first()
    Event.objects.create(person=person, kind="medical_inspection", occurred_on=str(date.today()), details={})
    board.SLOW_SECONDS = 1_000.0  # otherwise what was worked out a moment ago serves a little longer


def _tomorrow(client: Any) -> list[float]:
    from unittest.mock import patch

    from django.utils import timezone

    with patch.object(timezone, "localdate", lambda *_: date.today() + timedelta(days=1)):
        return _page(client, ADDRESS)


if __name__ == "__main__":
    site_rows.opened(Path(sys.argv[2]))
    print(json.dumps({"fill": _fill, "ask": _ask}[sys.argv[1]]()))
