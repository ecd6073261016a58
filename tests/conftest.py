"""What all tests share: the shared data folder, which is absent on a user's machine."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Playwright, sync_playwright

# How long an example takes says more about what else the machine does than about the code.
settings.register_profile("calm", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("calm")

SHARED = Path(os.environ.get("REPATRIA_SHARED") or Path(__file__).resolve().parents[2] / "shared")


@pytest.fixture(scope="session")
def one_playwright() -> Iterator[Playwright]:
    """The driver of browsers, once a process: two of them cannot live in one."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of public and synthetic example data that lies beside the project's root."""
    if not SHARED.is_dir():
        pytest.skip(f"SHARED DATA ABSENT: {SHARED} is not there, so this test was left out")
    return SHARED
