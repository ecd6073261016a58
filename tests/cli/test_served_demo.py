"""`make demo` to its end: the site is filled by the acts of its people, and each of its roles finds a desk."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.cli.serving import end, environment_of, free_port, page, start, within_patience

pytestmark = pytest.mark.slow

_SESSIONS = """
import django, json
django.setup()
from django.test import Client
from repatria.demo.site import LOGINS
from repatria.web.accounts.models import User
sessions = {}
for email in LOGINS.values():
    client = Client()
    client.force_login(User.objects.get(email=email))
    sessions[email] = client.session.session_key
print(json.dumps(sessions))
"""
FILLING_SECONDS = 900


@dataclass(frozen=True, slots=True)
class Demonstration:
    """A demonstration that is being served: its address, what it printed, a session for each login."""

    address: str
    said: str
    sessions: dict[str, str]


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demonstration]:
    folder = tmp_path_factory.mktemp("demo")
    said, port = folder / "said.txt", free_port()
    environment, address = environment_of(folder / "data"), f"http://localhost:{port}"
    command = [sys.executable, "-c", "from repatria.cli import main; main()", "demo"]
    process = start([*command, "--people", "1500", "--port", str(port)], environment, said)
    try:
        # It listens once everything is filled.
        within_patience(lambda: page(f"{address}/"), FILLING_SECONDS)
        found = subprocess.run(
            [sys.executable, "-c", _SESSIONS], env=environment, capture_output=True, text=True, check=True
        )
        yield Demonstration(address, said.read_text(), json.loads(found.stdout.splitlines()[-1]))
    finally:
        end(process)


def test_it_ends_with_addresses_that_answer(demonstration: Demonstration) -> None:
    addresses = re.findall(rf"{demonstration.address}\S+", demonstration.said)
    assert len(addresses) == 6
    for one in addresses:
        assert ("This is a demonstration" in page(one)) is not one.endswith("/verify/"), one


def test_the_statement_is_counted_from_receipts(demonstration: Demonstration) -> None:
    (statement,) = re.findall(rf"{demonstration.address}/exchanges/\S+", demonstration.said)
    assert "314" in page(statement)


def test_every_role_finds_its_desk(demonstration: Demonstration) -> None:
    assert len(demonstration.sessions) == 10
    for email, session in demonstration.sessions.items():
        assert 'class="desk"' in page(f"{demonstration.address}/desk/", session), email
