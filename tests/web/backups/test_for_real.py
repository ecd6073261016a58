"""A real backup of a real database, and back: as commands, in a program of its own."""

import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

SCRIPT = dedent(
    """
    from click.testing import CliRunner

    from repatria.cli.backup import command
    from repatria.cli.at_rest import at_work
    from repatria.cli.serve import prepare_environment

    folder = prepare_environment()
    from repatria.web.accounts.models import User
    from repatria.web.backups import acts, archive
    from repatria.web.exchanges.models import Party
    from repatria.web.ledger.models import Entry
    from repatria.web.registry.models import Person
    from repatria.web.two_persons import rule

    north = Party.objects.create(code="NTH", name="North", kind="side")
    first, second = (User.objects.create_user(f"a{n}@example.org", role="administrator") for n in (1, 2))
    Person.objects.create(keeper=north, number="N-1", values=[{"kind": "surname", "text": "Nobody"}])

    def run(*words):
        return CliRunner().invoke(command, words)

    assert run("make").exit_code == 0
    assert run("restore").exit_code != 0
    Person.objects.create(keeper=north, number="N-2", values=[])
    rule.confirm(acts.propose(first, archive.available()[0].name).pk, second)
    with at_work(folder):
        assert run("restore").exit_code != 0
    assert Person.objects.count() == 2
    assert run("restore").exit_code == 0
    assert [(one.number, one.values[0]["text"]) for one in Person.objects.all()] == [("N-1", "Nobody")]
    assert [one.act for one in Entry.objects.all()] == ["backup restored"]
    assert run("restore").exit_code != 0
    """
)


def test_what_was_entered_since_is_gone_and_what_was_there_is_back(tmp_path: Path) -> None:
    environment = {**os.environ, "REPATRIA_DATA": str(tmp_path), "REPATRIA_URL": "http://localhost:8079"}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    if address := os.environ.get("TEST_DATABASE_URL"):
        environment["DATABASE_URL"] = address
    done = subprocess.run([sys.executable, "-c", SCRIPT], env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
