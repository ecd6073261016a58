"""The cast, ready for each test."""

import pytest
from django.core.cache import cache

from tests.web.cast import Cast, make_cast


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


@pytest.fixture(autouse=True)
def own_record_folder(settings, tmp_path):  # type: ignore[no-untyped-def]
    """Each test keeps its own record."""
    settings.RECORD_FOLDER = tmp_path / "record"


@pytest.fixture(autouse=True)
def nothing_counted_yet() -> None:
    """Each test begins with no count of how often anybody did anything."""
    cache.clear()
