"""The hub as a program: what it shows when it starts, and what it says when it starts otherwise."""

import ssl
import urllib.request

import pytest

from repatria.hub.errors import CannotListen
from repatria.hub.serve import serve
from tests.handover.cast import manifest
from tests.hub.tablets import RunningHub, free_ports


@pytest.fixture
def hub(tmp_path):
    running = RunningHub(tmp_path / "hub", manifest())
    yield running
    if running.process.poll() is None:
        running.kill()


def test_it_shows_the_address_a_fingerprint_and_a_code(hub):
    assert hub.address in hub.told
    assert f"http://127.0.0.1:{hub.trust_port}" in hub.told
    context = ssl.create_default_context(cafile=str(hub.folder / "authority.crt"))
    with urllib.request.urlopen(hub.address, context=context, timeout=10) as answer:
        assert b"<main" in answer.read()
    with urllib.request.urlopen(f"http://127.0.0.1:{hub.trust_port}/repatria-hub.crt", timeout=10) as answer:
        assert answer.read()[:1] == b"\x30"


def test_stopped_and_started_it_says_nothing_of_another_address(hub):
    hub.stop()
    assert hub.process.returncode == 0
    hub.start()
    assert "WARNING" not in hub.told


def test_at_another_address_it_warns_because_tablets_can_send_only_to_the_old_one(hub):
    old = hub.address
    hub.stop()
    hub.port, hub.trust_port = free_ports()
    hub.start()
    assert "WARNING" in hub.told
    assert old in hub.told


def test_a_taken_port_is_said(hub, tmp_path):
    with pytest.raises(CannotListen, match="--port"):
        serve(tmp_path / "second", manifest(), lambda _shown: None, ["127.0.0.1"], (hub.port, hub.trust_port))
