"""`repatria serve` as a program: pages answer, whatever its process did before; it ends with all it started."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.cli.serving import (
    PATIENCE_SECONDS,
    end,
    environment_of,
    free_port,
    group,
    page,
    start,
    within_patience,
)  # fmt: skip

_FILL = """
from repatria.cli.serve import prepare
prepare()
from allauth.mfa.models import Authenticator
from django.test import Client
from repatria.web.accounts.models import User
from repatria.web.exchanges.models import Exchange, Party, Process
from repatria.web.registry.models import Event, Person
north, hala = (Party.objects.create(code=c, name=c, kind=k) for c, k in (("NTH", "side"), ("HAL", "mediator")))
process = Process.objects.create(title="The road", conflict="A and B", mediator=hala, opened_at="2026-02-01T08:00Z")
process.participants.set([north])
Exchange.objects.create(process=process, title="First", opened_at="2026-02-01T08:00Z")
person = Person.objects.create(keeper=north, holder=north, number="N-1", values=[])
Event.objects.create(person=person, kind="capture", occurred_on="2026-02-01", details={"category": "pow"})
clerk = User.objects.create_user("clerk@example.org", role="bureau", party=north)
Authenticator.objects.create(user=clerk, type=Authenticator.Type.TOTP, data={"secret": ""})
client = Client()
client.force_login(clerk)
print(client.session.session_key)
"""
# Reading lists starts threads that no copy of this process would have.
_SERVE = """
import sys
import polars
numbers = polars.DataFrame({"n": range(1000)})
numbers.lazy().join(numbers.lazy(), on="n").filter(polars.col("n") > 3).collect()
from repatria.cli.serve import serve
serve(int(sys.argv[1]))
"""
Served = tuple[str, "subprocess.Popen[bytes]"]


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return environment_of(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def session(environment: dict[str, str]) -> str:
    """Give the session of a clerk who is signed in on the site in the data folder."""
    return subprocess.run(
        [sys.executable, "-c", _FILL], env=environment, capture_output=True, text=True, check=True
    ).stdout.split()[-1]


@pytest.fixture
def served(environment: dict[str, str], session: str) -> Iterator[Served]:
    """Serve the site; gives its address and its process, which leads a group of its own."""
    port = free_port()
    process = start([sys.executable, "-c", _SERVE, str(port)], environment)
    yield f"http://localhost:{port}", process
    end(process)


def test_the_desk_answers_after_threads_were_used(served: Served, session: str) -> None:
    address, _process = served
    assert "clerk" not in within_patience(lambda: page(f"{address}/"))
    for _time in range(3):
        assert "Duties" in page(f"{address}/desk/", session)


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_all_end_together(served: Served, told: signal.Signals) -> None:
    address, process = served
    within_patience(lambda: page(f"{address}/"))
    assert len(group(process.pid)) > 3
    os.kill(process.pid, told)
    process.wait(PATIENCE_SECONDS)
    assert group(process.pid) == set()


def test_pages_that_die_are_served_again(served: Served) -> None:
    address, process = served
    within_patience(lambda: page(f"{address}/"))
    for pid in group(process.pid) - {process.pid}:
        os.kill(pid, signal.SIGKILL)
    assert "Repatria" in within_patience(lambda: page(f"{address}/"))


def test_a_port_that_is_taken_is_said(environment: dict[str, str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "-c", "from repatria.cli import main; main()", "serve", "--port", port],
            env=environment, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False,
        )  # fmt: skip
    assert done.returncode != 0
    assert port in done.stderr
    assert "--port" in done.stderr
    assert "Traceback" not in done.stderr
