"""The register at full size: a million persons and two million events are loaded, and search stays quick.

``python -m benchmarks site_registry`` measures on SQLite in a folder of its own; with ``python -m tests.postgresql
python -m benchmarks site_registry`` on PostgreSQL. ``REPATRIA_BENCH_PERSONS`` sets another number of persons.
"""

import os
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median, quantiles
from typing import Any

from benchmarks import site_rows
from benchmarks.figures import Figure, peak_megabytes, stopwatch

PERSONS = int(os.environ.get("REPATRIA_BENCH_PERSONS", "1000000"))
EVENTS_EACH = 2
AT_ONCE = 5_000
SEARCHES = 200


def run() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        user = _site(Path(folder))
        return [*_load(user), *_search(user), _size(Path(folder))]


def _site(folder: Path) -> Any:
    """Open a site of its own and give a clerk of North's bureau."""
    site_rows.opened(folder)
    from repatria.web.accounts.models import User
    from repatria.web.exchanges.models import Party

    parties = [Party.objects.create(code=code, name=code, kind="side") for code in ("NTH", "STH")]
    return User.objects.create_user("clerk@example.org", role="bureau", party=parties[0])


def people(n: int) -> Iterator[tuple[int, dict[str, str]]]:
    """Invent `n` persons, half spelled in Ukrainian, half in Russian."""
    from repatria.demo.names import draw_name, places

    random, where = Random(314), places()
    for number in range(n):
        name, script = draw_name(random), random.choice(("uk", "ru"))
        born = date(1966, 1, 1) + timedelta(days=random.randrange(14_400))
        captured = date(2022, 3, 1) + timedelta(days=random.randrange(1_400))
        yield number, {
            "surname": name.surname.spelled(script), "given_name": name.given.spelled(script),
            "patronymic": name.patronymic.spelled(script), "date_of_birth": born.isoformat(),
            "place_of_birth": random.choice(where).spelled(script), "capture_date": captured.isoformat(),
            "service_number": f"{random.randrange(10**8):08}", "rank": "солдат",
            "unit": str(random.randint(10, 130)),
        }  # fmt: skip


def _load(user: Any) -> list[Figure]:
    from django.db import transaction

    from repatria.web.vault import keys

    with stopwatch() as clock, keys.kept():
        everybody = people(PERSONS)
        while some := list(islice(everybody, AT_ONCE)):
            with transaction.atomic():
                _enter(user, some)
        _analyse()
    rate = PERSONS / clock.seconds
    return [
        Figure(
            "persons loaded", f"{PERSONS:,} in {clock.seconds:,.0f} s", "", f"{rate:,.0f} a second, one process"
        ),
        Figure("events loaded with them", f"{PERSONS * EVENTS_EACH:,}", "", ""),
        Figure("memory of the loading process", f"{peak_megabytes():,.0f} MB", "", ""),
    ]


def _analyse() -> None:
    """As the site does after a list was brought in; PostgreSQL does it by itself, some time later."""
    from django.db import connection

    from repatria.web.registry.upkeep import learn_sizes

    learn_sizes()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def _enter(user: Any, some: list[tuple[int, dict[str, str]]]) -> None:
    """Write one batch in bulk: sealed by the fields themselves, then one statement a table."""
    from repatria.web.insert import insert
    from repatria.web.registry import acts, values
    from repatria.web.registry.models import Event, Person
    from repatria.web.registry.values import Origin

    source, party = Origin("capture card", "2025-01-01", "document", str(user.pk)), user.party
    made = [
        Person(keeper=party, holder=party, number=f"NTH-{number:07}", values=values.new_values(texts, source, 1))
        for number, texts in some
    ]
    acts.enter_many(made)
    insert(
        Event,
        (
            Event(person=one, kind=kind, occurred_on=texts["capture_date"], details={}, entered_by=user)
            for one, (_number, texts) in zip(made, some, strict=True)
            for kind in ("capture", "arrival_at_site")
        ),
    )


def _search(user: Any) -> list[Figure]:
    from repatria.demo.names import draw_name, latin
    from repatria.web.registry import finding

    random = Random(7)
    asked = {
        "surname alone, in Latin letters": lambda name: latin(name.surname.uk),
        "surname and given name, in Latin letters": lambda name: latin(f"{name.surname.uk} {name.given.uk}"),
        "surname and year of birth": lambda name: f"{name.surname.ru} {random.randint(1966, 2004)}",
        "number": lambda name: f"NTH-{random.randrange(PERSONS):07}",
    }
    figures = []
    for what, text in asked.items():
        times, found = [], 0
        for _n in range(SEARCHES):
            query = text(draw_name(random))
            with stopwatch() as clock:
                found += len(finding.find(user, query).people)
            times.append(clock.seconds * 1000)
        p95 = quantiles(times, n=20)[-1]
        value = f"median {median(times):.0f} ms, p95 {p95:.0f} ms"
        figures.append(
            Figure(f"search: {what}", value, "p95 under 500 ms", f"{found / SEARCHES:.0f} of 50 on the page")
        )
    with stopwatch() as clock:
        finding.find(user, "", f"{user.party_id}:NTH-{PERSONS // 2:07}")
    return [*figures, Figure("a page in the middle of the register", f"{clock.seconds * 1000:.0f} ms", "", "")]


def _size(folder: Path) -> Figure:
    from django.db import connection

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_database_size(current_database())")
            size = cursor.fetchone()[0]
    else:
        size = sum(file.stat().st_size for file in folder.rglob("site.sqlite3*"))
    return Figure("database on disk", f"{size / 2**20:,.0f} MB", "", connection.vendor)
