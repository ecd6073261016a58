"""Real tablets at a real hub: outages, reloads, dead batteries, wrong PINs. The queue is whole and is sent once."""

import time
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from repatria.handover import Ledger, Outcome, board, reconcile
from repatria.hub.store import Store
from tests.handover.cast import line, manifest
from tests.hub.tablets import PIN, Browser, RunningHub, plain, several

CANARY = "Канарченко"
CANARY_LATIN = "Kanarchenko"
NOTE = "zebra-note"


@pytest.fixture
def hub(tmp_path):
    lines = tuple(
        line(n, "NTH" if n <= 6 else "STH", names=(f"{CANARY} Іван {n}", f"{CANARY_LATIN} {n}"), seat=n)
        for n in range(1, 13)
    )
    running = RunningHub(tmp_path / "hub", manifest(lines=lines, reserve=(), days=(date(2026, 2, 5),)))
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
        events = [row.event for row in store.kept()]
        assert max(Counter(event.id for event in events).values(), default=1) == 1
        return Ledger(store.manifest(), events)
    finally:
        store.close()


def outcome(hub, number: int) -> Outcome:
    ledger = kept(hub)
    return next(ledger.standing(one.code).outcome for one in ledger.manifest.lines if one.number == number)


def eventually(holds, seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until, "it never came about"
        time.sleep(0.1)


def readable(profile: Path, *words: str) -> set[str]:
    """Which of these words lie anywhere in the profile, in any way Chromium writes text."""
    forms = {word: (word.encode(), word.encode("utf-16-le"), word.encode("unicode_escape")) for word in words}
    found = set()
    for path in profile.rglob("*"):
        if path.is_file() and not path.is_symlink():
            stored = path.read_bytes()
            found |= {word for word, some in forms.items() if any(form in stored for form in some)}
    return found


def test_a_day_with_outages_reloads_a_dead_battery_and_an_ended_enrolment(tablets, hub):
    table = tablets("table", "mediator")
    iris, south = tablets("iris", "icrc"), tablets("south", "receiver", "STH")
    iris.answer(1, "received")
    south.answer(1, "received")
    iris.wait_sent()
    south.wait_sent()

    # The network is cut in the middle; the page is reloaded; it opens and the queue is there.
    iris.context.set_offline(True)
    iris.answer(2, "received")
    iris.answer(3, "present")
    assert iris.status() == "Saved here, not sent yet (2)"
    iris.page.reload()
    iris.unlock()
    assert iris.status() == "Saved here, not sent yet (2)"
    iris.context.set_offline(False)
    iris.wait_sent()

    # The hub dies; the tablet goes on, and its battery falls out; with the hub still off it opens again.
    hub.kill()
    iris.answer(4, "received")
    iris.answer(5, "does_not_travel")
    iris.crash()
    iris.open()
    iris.go()
    iris.unlock()
    assert iris.status() == "Saved here, not sent yet (2)"
    iris.answer(6, "absent")
    hub.start()
    iris.wait_sent()
    assert (outcome(hub, 4), outcome(hub, 5), outcome(hub, 6)) == (
        Outcome.PENDING,
        Outcome.DOES_NOT_TRAVEL,
        Outcome.ABSENT,
    )

    # The table ends the tablet's enrolment while something waits; a new code brings it in again.
    table.page.click("#tab-tablets")
    table.page.locator(".tablet", has_text="ICRC").locator("button").click()
    iris.page.wait_for_selector("#code")
    iris.answer(7, "present")
    assert iris.status() == "Saved here, not sent yet (1)"
    iris.page.fill("#code", table.code_for("icrc"))
    iris.page.click("#enrol")
    iris.wait_sent()

    ledger = kept(hub)
    assert ledger.gaps() == ()
    assert len(ledger) == 8
    assert board(ledger).received == 1
    sums = reconcile(ledger)
    assert sum(sums.ends.values()) == sums.listed == 12
    iris.page.click("#tab-board")
    # One does not travel, so five of the six do.
    assert plain(iris.page.inner_text('[data-lane="NTH-1"] .big')) == "1 / 5"


def test_five_wrong_pins_lock_and_lose_nothing_and_the_disk_tells_nothing(tablets, hub):
    tablets("table", "mediator")
    iris = tablets("iris", "icrc")
    hub.kill()
    iris.answer(1, "received")
    iris.page.fill("#note", NOTE)
    iris.page.click("#save-note")
    iris.page.wait_for_function(f"() => document.body.textContent.includes({NOTE!r})")
    iris.page.click("#tab-find")
    iris.page.fill("#search", CANARY)
    iris.page.reload()
    for _ in range(5):
        iris.page.wait_for_selector("#unlock:not([disabled])")
        iris.page.fill("#pin", "999999")
        iris.page.click("#unlock")
        iris.page.wait_for_function("() => document.getElementById('problem').textContent !== ''")
    assert "Wait" in iris.page.inner_text("#problem")
    iris.page.wait_for_selector("#unlock:not([disabled])")
    iris.page.fill("#pin", PIN)
    iris.page.click("#unlock")
    iris.page.wait_for_function("() => document.getElementById('problem').textContent.includes('Wait')")

    # A word written in the clear is found: so the search that finds nothing can find something.
    iris.page.evaluate(
        """() => new Promise((done) => {
          const asked = indexedDB.open("control", 1);
          asked.onupgradeneeded = () => asked.result.createObjectStore("x");
          asked.onsuccess = () => {
            const all = asked.result.transaction("x", "readwrite", { durability: "strict" });
            all.objectStore("x").put({ name: "Контрольний", latin: "Kontrolnyi" }, 1);
            all.oncomplete = () => done();
          };
        })"""
    )
    iris.close()
    secrets = (CANARY, CANARY_LATIN, CANARY.lower(), NOTE, PIN, "NTH-001")
    found = readable(iris.profile, "Контрольний", "Kontrolnyi", *secrets)
    assert found == {"Контрольний", "Kontrolnyi"}

    iris.open()
    iris.page.clock.install()
    iris.go()
    iris.page.wait_for_selector("#pin")
    iris.page.clock.fast_forward("01:00")
    iris.unlock()
    assert iris.status() == "Saved here, not sent yet (2)"
    hub.start()
    iris.page.clock.fast_forward("00:05")
    iris.wait_sent()
    assert outcome(hub, 1) is Outcome.PENDING
    assert len(kept(hub)) == 2


def test_two_tablets_disagree_and_the_table_decides_by_name(tablets, hub):
    table = tablets("table", "mediator")
    iris, south = tablets("iris", "icrc"), tablets("south", "receiver", "STH")
    iris.answer(2, "absent")
    south.answer(2, "received")
    table.page.click("#tab-disagreements")
    table.page.wait_for_selector(".dispute .decide")
    table.page.click(".decide")
    assert "Write the name" in table.page.inner_text("#disputed")
    table.page.select_option(".decision", "received")
    table.page.fill(".said-by", "Hala")
    table.page.click(".decide")
    eventually(lambda: outcome(hub, 2) is Outcome.RECEIVED)
    assert len(kept(hub)) == 3  # nothing was overwritten

    iris.page.click("#tab-find")
    iris.page.fill("#search", "Kana")  # in the middle of typing, and the stop is seen nevertheless
    south.page.click("#tab-stop")
    south.page.select_option("#reason", "count")
    south.page.click("#call-stop")
    iris.page.wait_for_selector(".stopped")
    assert iris.page.input_value("#search") == "Kana"
    iris.page.click("#tab-stop")
    assert iris.page.locator("#go-on").count() == 0
    south.page.click("#go-on")
    iris.page.wait_for_selector(".stopped", state="detached")


def test_news_from_the_hub_does_not_change_what_somebody_is_choosing(tablets):
    """A code for the wrong role would be given out if the choice jumped back when the list is renewed."""
    table = tablets("table", "mediator")
    table.page.click("#tab-tablets")
    table.page.wait_for_selector(".tablet")
    table.page.select_option("#new-role", "receiver STH")
    table.page.click("h1")
    table.page.wait_for_timeout(7000)  # longer than the list stays as it is
    assert table.page.input_value("#new-role") == "receiver STH"


def test_somebody_is_not_on_the_list_and_two_tablets_mean_one_person(tablets, hub):
    table = tablets("table", "mediator")
    iris, south = tablets("iris", "icrc"), tablets("south", "receiver", "STH")
    for one in (iris, south):
        one.page.click("#not_on_list")
        one.page.click('[data-answer="received"]')
        one.wait_sent()
    table.page.click("#tab-disagreements")
    table.page.wait_for_function("() => document.querySelectorAll('.join').length === 2")
    card = table.page.locator(".dispute").first
    other = plain(table.page.locator(".dispute h2").nth(1).inner_text()).split(": ")[1]
    card.locator(".same").fill(other)
    card.locator(".said-by").fill("Hala")
    card.locator(".join").click()
    eventually(lambda: len(kept(hub)) == 5)
    ledger = kept(hub)
    assert [ledger.standing(one).outcome for one in ledger.extras()] == [Outcome.RECEIVED]
    assert reconcile(ledger).extras == 1


@pytest.mark.parametrize(
    "language", ["en", "ar", *(pytest.param(code, marks=pytest.mark.slow) for code in ("uk", "ru", "fr"))]
)
def test_every_view_fits_a_telephone_and_can_be_read_aloud(tablets, language):
    table = tablets("table", "mediator")
    iris = tablets("iris", "icrc")
    for one in (table, iris):
        one.page.set_viewport_size({"width": 390, "height": 800})
        one.page.select_option("#language", language)
        one.page.wait_for_function("code => document.documentElement.lang === code", arg=language)
        assert one.page.evaluate("document.documentElement.dir") == ("rtl" if language == "ar" else "ltr")
    iris.answer(1, "received")
    _look_at(iris)
    for tab in ("find", "board", "disagreements", "stop"):
        iris.page.click(f"#tab-{tab}")
        _look_at(iris)
    table.code_for("icrc")
    _look_at(table)
    iris.page.reload()
    iris.page.wait_for_selector("#unlock")
    _look_at(iris)


def _look_at(one: Browser) -> None:
    assert one.page.evaluate("document.documentElement.scrollWidth") <= 390
    found = Axe().run(one.page)
    assert [fault["id"] for fault in found.response["violations"]] == [], found.generate_report()


def test_a_second_window_of_one_tablet_waits_outside(tablets):
    table = tablets("table", "mediator")
    second = table.context.new_page()
    second.goto(f"{table.hub.address}/")
    second.wait_for_selector(".notice")
    assert "another window" in second.inner_text("body")


def test_a_short_pin_and_a_wrong_code_let_nobody_in(chromium, hub, tmp_path):
    one = Browser(chromium, hub, tmp_path / "x")
    try:
        one.go("ABCDEFGH")
        one.page.fill("#pin", "1234")
        one.page.fill("#again", "1234")
        one.page.click("#enrol")
        one.page.wait_for_function("() => document.body.textContent.includes('six digits.')")
        one.page.fill("#pin", PIN)
        one.page.fill("#again", PIN)
        one.page.click("#enrol")
        one.page.wait_for_function("() => document.body.textContent.includes('wrong, used or too old')")
    finally:
        one.close()
