"""Somebody does not travel, at the road: every tablet shows who steps in, the table decides."""

from datetime import date

import pytest

from repatria.handover import Agreed, Cause, Ledger, Rule, board
from repatria.hub.store import Store
from tests.handover.cast import line, manifest
from tests.hub.tablets import RunningHub, plain, several


@pytest.fixture
def hub(tmp_path):
    lines = tuple(line(n, "NTH" if n <= 4 else "STH", seat=n) for n in range(1, 9))
    reserve = (line(9, "NTH", bus="", seat=0, names=("Ninth Person",)),)
    agreed = Agreed(on_loss=dict.fromkeys(Cause, Rule.SUBSTITUTE))
    running = RunningHub(
        tmp_path / "hub", manifest(lines=lines, reserve=reserve, agreed=agreed, days=(date(2026, 2, 5),))
    )
    yield running
    if running.process.poll() is None:
        running.kill()


@pytest.fixture
def tablets(chromium, hub, tmp_path):
    with several(chromium, hub, tmp_path) as make:
        yield make


def kept(hub) -> Ledger:
    store = Store(hub.folder)
    try:
        return Ledger(store.manifest(), [row.event for row in store.kept()])
    finally:
        store.close()


def test_who_refuses_is_replaced_at_once_on_every_tablet(tablets, hub):
    table, iris = tablets("table", "mediator"), tablets("iris", "icrc")
    north = tablets("north", "holder", "NTH")
    iris.context.set_offline(True)
    iris.answer(2, "not_fit")
    assert "NTH-009" in iris.page.inner_text(".change")  # worked out with the hub away
    iris.context.set_offline(False)
    iris.wait_sent()

    north.show(9)
    north.page.wait_for_selector(".change")
    assert "NTH-002" in north.page.inner_text(".change")
    assert "bus NTH-1B1, seat 2" in plain(north.page.inner_text("#person"))
    north.page.click("#tab-board")
    # A side is not told whether he does not want to go or is not fit to.
    assert "Does not travel" in north.page.inner_text("#changes")
    assert "Not fit" not in north.page.inner_text("#board")

    # Nobody of the reserve is left: the stage waits, until somebody at the table decides by name.
    iris.answer(3, "does_not_travel")
    north.page.wait_for_selector(".paused")
    table.page.click("#tab-disagreements")
    table.page.wait_for_selector("[data-paused] .decide")
    table.page.click("[data-paused] .decide")
    assert "Write the name" in table.page.inner_text("#disputed")
    table.page.fill("[data-paused] .said-by", "Hala")
    table.page.click("[data-paused] .decide")
    north.page.wait_for_selector(".paused", state="detached")

    # Both sides agree on another man: the table says so, on his line.
    table.show(6)
    table.page.fill(".said-by", "Hala")
    table.page.click(".decide.replaced")
    table.page.wait_for_selector(".history li")
    table.wait_sent()
    shown = board(kept(hub))
    assert [(one.cause.value, bool(one.instead)) for one in shown.changes] == [
        ("not_fit", True),
        ("does_not_travel", False),
        ("replaced", False),
    ]
    assert [count.travelling for count in shown.counts] == [3, 3]
