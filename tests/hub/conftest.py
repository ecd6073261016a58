"""A hub in a folder of its own, with a clock that stands still until it is moved."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from repatria.handover import Manifest, Role
from repatria.hub.server import Hub, application
from repatria.hub.store import Store
from tests.handover.cast import manifest
from tests.hub.asgi import ask
from tests.hub.tablets import CHROMIUM

NOON = datetime(2026, 2, 5, 12, tzinfo=UTC)


class Bench:
    """A hub, its application and its clock."""

    def __init__(self, folder: Path, of: Manifest) -> None:
        self.folder, self.manifest, self.now = folder, of, NOON
        self.start()

    def start(self) -> None:
        self.store = Store(self.folder)
        self.store.put_manifest(self.manifest, self.now)
        self.hub = Hub(self.store, lambda: self.now, "https://192.168.1.2:8443")
        self.app = application(self.hub)

    def restart(self) -> None:
        self.store.close()
        self.start()

    def later(self, **how: float) -> None:
        self.now += timedelta(**how)

    def token(self, device: str, role: Role, party: str = "") -> str:
        return self.hub.devices.let_in(self.hub.devices.new_code(role, party, self.now), device, self.now)[1]

    def sync(self, token: str, events=(), made: int = 0, after: int = 0):
        body = {"events": [event.document() for event in events], "made": made, "after": after}
        return ask(self.app, "/api/sync", body, token)


@pytest.fixture
def bench(tmp_path):
    one = Bench(tmp_path / "hub", manifest())
    yield one
    one.store.close()


def pytest_collection_modifyitems(config, items):
    """Run this folder's slow tests only when they are asked for: `pytest -m slow`."""
    if "slow" in (config.option.markexpr or ""):
        return
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents and item.get_closest_marker("slow"):
            item.add_marker(pytest.mark.skip(reason="slow: ask for it with -m slow"))


@pytest.fixture(scope="module")
def chromium(one_playwright):
    """Playwright, where there is a Chromium; skipped aloud where there is none."""
    if CHROMIUM is None:
        pytest.skip("CHROMIUM ABSENT: the tablets' page was not tried in a browser")
    return one_playwright
