"""A small record kept by Hala, in which North and South act."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import settings

from repatria.record import Log, Policy, create_log, entry

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
settings.register_profile("quick", max_examples=25)  # for mutation testing; see mutants.py
ORIGIN = "mediator.example/exchange-1"


def receipt(number: int) -> dict[str, object]:
    """An entry, each of another commitment."""
    return entry(
        "receipt given",
        at=NOW,
        by="STH",
        exchange="exchange-1",
        manifest="manifest-1",
        receipt=sha256(b"%d" % number).hexdigest(),
    )


Maker = Callable[..., Log]


@pytest.fixture
def make_log(tmp_path: Path) -> Iterator[Maker]:
    """Makes a record in the test's folder with so many receipts under each checkpoint."""
    made: list[Log] = []

    def make(*batches: int, name: str = "record", policy: Policy | None = None, memory: bool = True) -> Log:
        log = create_log(
            tmp_path / name,
            ORIGIN,
            at=NOW,
            by="HAL",
            parties=["NTH", "STH"],
            policy=policy,
            memory=tmp_path / "elsewhere" / f"{name}.signed" if memory else None,
        )
        made.append(log)
        for batch in batches:
            log.append_all(receipt(log.size + n) for n in range(batch))
            log.checkpoint(NOW)
        return log

    yield make
    for log in made:
        log.close()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Run this folder's slow tests only when they are asked for: `pytest -m slow`."""
    if "slow" in (config.option.markexpr or ""):
        return
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents and item.get_closest_marker("slow"):
            item.add_marker(pytest.mark.skip(reason="slow: ask for it with -m slow"))
