"""``repatria duties`` reads the site of the data folder where there is no file of events."""

import json
import os
import subprocess
import sys
from pathlib import Path

_FILL = """
from repatria.cli.serve import prepare
prepare()
from repatria.web.exchanges.models import Party
from repatria.web.registry.models import Event, Person
north = Party.objects.create(code="NTH", name="North", kind="side")
person = Person.objects.create(keeper=north, holder=north, number="N-1", values=[])
for kind, day in (("capture", "2026-02-01"), ("arrival_at_site", "2026-02-03")):
    Event.objects.create(person=person, kind=kind, occurred_on=day, details={"category": "pow"})
print(person.pk)
"""


def run(folder: Path, *command: str) -> str:
    environment = {**os.environ, "REPATRIA_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "repatria.web.settings"}
    environment.pop("DATABASE_URL", None)
    done = subprocess.run([sys.executable, *command], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_sites_registers_are_read(tmp_path: Path) -> None:
    person = run(tmp_path, "-c", _FILL).split()[-1]
    found = json.loads(
        run(tmp_path, "-c", "from repatria.cli import main; main()", "duties", "--as-of", "2026-03-11", "--json")
    )
    card = next(one for one in found["duties"] if one["rule"] == "III-70-card")
    assert (card["subject"], card["status"], card["due_on"]) == (person, "late", "2026-02-10")
