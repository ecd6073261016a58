"""Tests stretch passphrases only a little; the real cost is read off in :mod:`tests.web.visits.test_own_key`."""

import pytest

from repatria.web.visits import own_key


@pytest.fixture(autouse=True)
def quick_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_key, "ARGON", {**own_key.ARGON, "time_cost": 1, "memory_cost": 1024})
