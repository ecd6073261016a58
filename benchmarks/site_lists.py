"""The site with lists of 100,000 rows, from the upload to the first proposals: SQLite, and the worker's own code.

It measures the acts and the tasks as the site runs them; waiting for the worker to look into its queue (a second at
most for each step) comes on top.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

from benchmarks.figures import Figure, peak_megabytes, stopwatch

if TYPE_CHECKING:
    from collections.abc import Iterator

ROWS = int(os.environ.get("REPATRIA_BENCH_ROWS", "100000"))
SEED = 11


def run() -> list[Figure]:
    """Run in a program of its own: Django is set up once in a process, with one data folder."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.site_lists", folder], check=True, stdout=subprocess.PIPE, text=True
        )
    rows = [line.split("|") for line in done.stdout.splitlines() if line.count("|") == 3]
    return [Figure(*row) for row in rows]


def main(folder: Path) -> None:
    os.environ |= {"REPATRIA_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "repatria.web.settings"}
    os.environ.pop("DATABASE_URL", None)
    import django
    from django.conf import settings
    from django.core.management import call_command

    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    django.setup()
    call_command("migrate", verbosity=0)
    for figure in _measure(folder):
        print(f"{figure.name}|{figure.value}|{figure.goal}|{figure.note}", flush=True)


def _measure(folder: Path) -> "Iterator[Figure]":
    from benchmarks.linkage_profiles import PROFILES
    from benchmarks.people_world import make
    from repatria.web.matching_desk import decide, runs
    from repatria.web.matching_desk.models import Run
    from tests.web.cast import make_cast

    cast, world = make_cast(), make(next(iter(PROFILES)), ROWS * 3 // 4, SEED)
    world.left.write_csv(folder / "sought.csv")
    world.right.write_csv(folder / "held.csv")
    whole, began = 0.0, process_time()
    for party, purpose in (("STH", "sought"), ("NTH", "held")):
        rows = (world.left if purpose == "sought" else world.right).height
        for name, seconds in _one_list(cast, party, purpose, folder / f"{purpose}.csv"):
            whole += seconds
            yield Figure(f"{purpose}: {name}", f"{seconds:.1f} s", "-", f"{rows:,} rows")
    _open(cast)
    with stopwatch() as clock:
        runs.start(cast["hala"], cast.exchange)
    run = Run.objects.get()
    yield Figure("matched, proposals kept", f"{clock.seconds:.1f} s", "-", f"{run.proposals:,} proposals")
    with stopwatch() as first:
        list(decide.undecided(run)[:20])
    yield Figure("the first pairs for the reviewer", f"{first.seconds:.2f} s", "< 1 s", "the queue's question")
    note = f"{process_time() - began:.0f} s of CPU, {peak_megabytes():.0f} MB at the most"
    yield Figure("upload to first proposals, both lists", f"{whole + clock.seconds:.0f} s", "< 600 s", note)


def _one_list(cast: object, party: str, purpose: str, path: Path) -> "list[tuple[str, float]]":
    from django.core.files import File

    from repatria.web.lists import acts
    from repatria.web.lists.models import NameList

    who = cast["south" if party == "STH" else "north"]  # type: ignore[index]
    steps = []
    with stopwatch() as clock, path.open("rb") as file:
        made = acts.upload(who, cast.exchange, purpose, File(file, path.name), "en")  # type: ignore[attr-defined]
    steps.append(("sealed to the disk and read", clock.seconds))
    made = NameList.objects.get(pk=made.pk)
    if made.state == NameList.State.ASKS:
        pairs = zip(made.report["labels"], made.report["fields"], strict=True)
        columns = {label: field or "ignore" for label, field in pairs}
        acts.answer(who, made, {"columns": columns, "heading_row": made.report["heading_row"]})
        made.refresh_from_db()
    with stopwatch() as clock:
        acts.accept(who, made)
    made.refresh_from_db()
    steps.append(("rows sealed, repeats found", clock.seconds))
    if made.state == NameList.State.REPEATS:
        with stopwatch() as clock:
            acts.settle_above(who, made, 0)
        steps.append((f"{made.repeats.count():,} repeats settled at once", clock.seconds))
        made.refresh_from_db()
    assert made.state == NameList.State.READY, made.state
    with stopwatch() as clock:
        acts.seal(who, made)
    steps.append(("sealed" + (", people entered in the register" if purpose == "held" else ""), clock.seconds))
    return steps


def _open(cast: object) -> None:
    """Open the two lists as releases do; the two that this exchange lacks are not waited for here."""
    from django.utils import timezone

    from repatria.web.lists.models import NameList

    state = NameList.State.OPENED
    assert NameList.objects.filter(state=NameList.State.SEALED).update(opened_at=timezone.now(), state=state) == 2


if __name__ == "__main__":
    main(Path(sys.argv[1]))
