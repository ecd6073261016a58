"""Tests stretch passphrases only a little; the real cost is read off in :mod:`tests.web.visits.test_own_key`."""

import pytest

from repatria.web.vault import passphrase


@pytest.fixture(autouse=True)
def quick_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passphrase, "ARGON", {**passphrase.ARGON, "time_cost": 1, "memory_cost": 1024})
