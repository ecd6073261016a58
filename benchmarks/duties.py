"""Duties of 100,000 persons from 2,000,000 events: read from a file, evaluated, counted. One process of its own."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from time import process_time

from benchmarks.figures import Figure, peak_megabytes, stopwatch

PERSONS, EVENTS_EACH, SITES = 100_000, 20, 60
AS_OF = date(2026, 11, 23)
_START = date(2024, 1, 1)


def run() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "events.jsonl")
        with file.open("w") as out:
            out.writelines(lines())
        # A process of its own, so that the memory is this task's alone.
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.duties", str(file)], check=True, capture_output=True, text=True
        )
    found = json.loads(done.stdout)
    size = f"{PERSONS:,} persons, {PERSONS * EVENTS_EACH:,} events"
    note = f"{found['duties']:,} duties under {found['rules']} rules"
    return [
        Figure("duties: read the events", f"{found['read']:.1f} s", "", size),
        Figure("duties: evaluate", f"{found['evaluate']:.1f} s", "", note),
        Figure("duties: in all", f"{found['read'] + found['evaluate']:.1f} s", "< 40 s", size),
        Figure("duties: processor time in all", f"{found['cpu']:.1f} s", "", "the same work, whatever else runs"),
        Figure("duties: peak memory", f"{found['megabytes']:,.0f} MB", "< 2,000 MB", size),
    ]


def lines(persons: int = PERSONS, seed: int = 8) -> Iterator[str]:
    """Yield events as lines: two years of captivity for each person, in the order of persons, not of days."""
    random = Random(seed)
    for number in range(persons):
        for kind, day, attributes in _life(random):
            one = {
                "kind": kind, "occurred_on": str(day), "entered_at": f"{day}T12:00:00Z",
                "person": f"P-{number:06}", "party": "north" if number % 2 else "south",
                "site": f"N-{number % SITES}",
            }  # fmt: skip
            if attributes:
                one["attributes"] = attributes
            yield json.dumps(one) + "\n"


def _life(random: Random) -> Iterator[tuple[str, date, dict[str, str]]]:
    captured = _START + timedelta(days=random.randrange(300))
    yield "capture", captured, {"category": random.choice(("pow", "pow", "pow", "civilian", "retained"))}
    at_site = captured + timedelta(days=random.randrange(1, 20))
    yield "arrival_at_site", at_site, {}
    yield "identity_recorded", captured, {}
    yield "information_sent_nib", at_site + timedelta(days=random.randrange(9)), {}
    yield "information_sent_cta", at_site + timedelta(days=random.randrange(9, 20)), {}
    if random.random() < 0.8:
        yield "capture_card_written", at_site + timedelta(days=random.randrange(12)), {}
    else:
        yield "capture_card_offered", at_site + timedelta(days=random.randrange(12)), {}
    yield "capture_card_forwarded_cta", at_site + timedelta(days=random.randrange(12, 40)), {}
    moved = at_site + timedelta(days=random.randrange(60, 200))
    yield "listed_for_departure", moved - timedelta(days=1), {}
    yield "transfer", moved, {"baggage_limit_kg": random.choice(("20", "25", "none"))}
    yield "arrival_at_site", moved + timedelta(days=1), {}
    day = at_site
    for _month in range(EVENTS_EACH - 11):
        day += timedelta(days=random.randrange(25, 40))
        yield "medical_inspection", day, {"weight_recorded": "yes"}
    yield random.choice(("repatriation", "hospital_admission", "sickness")), day + timedelta(days=30), {}


def _measure(file: Path) -> dict[str, float]:
    from repatria.conventions import RULES, evaluate
    from repatria.conventions.reading import read_events

    with stopwatch() as reading:
        table = read_events(file)
    with stopwatch() as evaluating:
        duties = evaluate(table, AS_OF)
        duties.counts()
    return {
        "read": reading.seconds, "evaluate": evaluating.seconds, "cpu": process_time(),
        "megabytes": peak_megabytes(), "duties": len(duties), "rules": len(RULES),
    }  # fmt: skip


if __name__ == "__main__":
    print(json.dumps(_measure(Path(sys.argv[1]))))
