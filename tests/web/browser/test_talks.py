"""The talks in a browser: from two terms to three signatures, in both directions of writing."""

import io
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from repatria.web.talks.models import Agreement, Package, PlanRun
from repatria.web.vault import passphrase
from tests.web.browser.axe import assert_axe_finds_nothing
from tests.web.cast import Cast
from tests.web.talks.world import PASSPHRASE, SIGNERS, make_talks

Take = Callable[[Page, str], Path]


@pytest.fixture(autouse=True)
def quick_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passphrase, "ARGON", {**passphrase.ARGON, "time_cost": 1, "memory_cost": 1024})


class Journey:
    """One language's way; pages stay open per person."""

    def __init__(self, cast: Cast, page_of: Callable[..., Any], take: Take, language: str) -> None:
        self.cast, self.page_of, self.take, self.language = cast, page_of, take, language
        self.pages: dict[str, Any] = {}

    def __call__(self, who: str, path: str = "") -> Any:
        if who not in self.pages:
            self.pages[who] = self.page_of(who, self.language)
        page = self.pages[who]
        if path:
            page.goto(page.address(path))
        return page

    def look(self, page: Page, name: str) -> None:
        assert_axe_finds_nothing(page)
        self.take(page, f"talks-{name}-{self.language}")

    def end(self) -> None:
        assert [page.complaints for page in self.pages.values() if page.complaints] == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_from_two_terms_to_three_signatures(
    cast: Cast, page_of: Callable[..., Any], picture: Take, language: str, tmp_path: Path
) -> None:
    exchange = make_talks(cast, 14)
    go = Journey(cast, page_of, picture, language)
    table = f"/desk/talks/{exchange.pk}/"

    write_terms(go, table)
    run = make_plan(go, table)
    package = put_and_accept(go, run)
    agreement = draft_and_open(go, package)
    for who in SIGNERS:
        make_key(go, who)
    sign_all(go, agreement)

    process = go("south", f"/desk/talks/process/{exchange.process_id}/")
    go.look(process, "timeline")
    bundle = process.request.get(process.address(f"/desk/talks/agreement/{agreement.pk}/bundle/"))
    offline_page_verifies(go("south"), bundle.body(), tmp_path, go)
    go.end()


def write_terms(go: Journey, table: str) -> None:
    page = go("north", f"{table}terms/new/count/")
    page.select_option("#id_select-holder", "NTH")
    page.fill("#id_min", "4")
    page.fill("#id_max", "6")
    go.look(page, "term-form")
    page.click("main form[data-keep] button")
    page = go("hala", f"{table}terms/new/balance/")
    page.select_option("#id_left", "NTH")
    page.select_option("#id_right", "STH")
    page.fill("#id_n", "1")
    page.fill("#id_m", "1")
    page.fill("#id_tolerance", "0")
    page.click("main form[data-keep] button")
    expect(page.locator(".terms li")).to_have_count(2)
    go.look(page, "table")


def make_plan(go: Journey, table: str) -> PlanRun:
    page = go("hala", table)
    page.click(f'form[action$="{table}plan/"] button')
    page.wait_for_url("**/plan/*/")
    expect(page.locator(".plan")).to_have_count(3)
    go.look(page, "plan")
    page.goto(page.url + "?plan=0&who=stay")
    page.click("table.people button >> nth=0")
    page.wait_for_url("**/person/")
    go.look(page, "person")
    return PlanRun.objects.get()


def put_and_accept(go: Journey, run: PlanRun) -> Package:
    page = go("hala", f"/desk/talks/plan/{run.pk}/")
    page.fill("#closes_at", (timezone.now() + timedelta(hours=3)).strftime("%Y-%m-%dT%H:%M"))
    page.click("#put button")
    page.wait_for_url("**/package/*/")
    package = Package.objects.get()
    for who in ("north", "south"):
        page = go(who, f"/desk/talks/package/{package.pk}/")
        if who == "north":
            go.look(page, "package")
        page.check("#answer-yes")
        page.click("#answer button")
        expect(page.locator("#answer-yes")).to_be_checked()
    Package.objects.filter(pk=package.pk).update(closes_at=timezone.now())
    return package


def draft_and_open(go: Journey, package: Package) -> Agreement:
    page = go("hala", f"/desk/talks/package/{package.pk}/")
    page.click('form[action$="/draft/"] button')
    page.wait_for_url("**/agreement/*/")
    page.click('a[href$="/write/"]')
    page.fill("#id_clauses", "Buses are marked on the roof.\n\nThe press keeps away until the families know.")
    page.check("#id_change_rule_1")
    page.fill("#id_reserve", "2")
    go.look(page, "agreement-write")
    page.click("#write button")
    page.click('form[action$="/open/"] button')
    expect(page.locator('form[action$="/open/"]')).to_have_count(0)
    return Agreement.objects.get()


def make_key(go: Journey, who: str) -> None:
    page = go(who, "/desk/talks/keys/")
    page.fill("#passphrase", PASSPHRASE)
    page.fill("#again", PASSPHRASE)
    page.click("#make button")
    expect(page.locator(".fingerprint").first).to_be_visible()
    mine = page.locator(".fingerprint").first.inner_text()
    colleague = go(who[:-1] if who.endswith("2") else f"{who}2", "/desk/talks/keys/")
    card = colleague.locator(".card", has_text=mine)
    if who == "north":
        go.look(colleague, "keys")
    card.locator('button[value="confirm"]').click()
    expect(colleague.locator(".card", has_text=mine).locator(".good")).to_be_visible()


def sign_all(go: Journey, agreement: Agreement) -> None:
    for who in SIGNERS:
        page = go(who, f"/desk/talks/agreement/{agreement.pk}/")
        if who == "north":
            go.look(page, "agreement-open")
        page.fill("#passphrase", PASSPHRASE)
        page.click("#sign button")
        expect(page.locator("#sign")).to_have_count(0)
    page = go("south", f"/desk/talks/agreement/{agreement.pk}/")
    expect(page.locator(".cards .good-edge")).to_have_count(3)
    go.look(page, "agreement-signed")
    agreement.refresh_from_db()
    assert agreement.state == Agreement.State.SIGNED


def offline_page_verifies(page: Any, packed: bytes, folder: Path, go: Journey) -> None:
    """The page of the bundle, from the disk: all six signatures verify; with another text none does."""
    zipfile.ZipFile(io.BytesIO(packed)).extractall(folder)
    inner = next(folder.iterdir())
    offline = page.context.browser.new_page()
    offline.goto(f"file://{inner}/verify.html")
    files = sorted(path for path in inner.iterdir() if path.name != "verify.html")
    offline.set_input_files("#files", files)
    expect(offline.locator("#out .good")).to_have_count(8)
    go.take(offline, f"talks-offline-{go.language}")
    text = inner / "agreement.txt"
    text.write_text(text.read_text().replace("roof", "door"))
    offline.reload()
    offline.set_input_files("#files", files)
    expect(offline.locator("#out .bad")).to_have_count(6)
    offline.close()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_terms_that_cannot_all_hold(cast: Cast, page_of: Callable[..., Any], picture: Take, language: str) -> None:
    from repatria.web.talks import terms
    from tests.web.talks.world import agree_on

    exchange = make_talks(cast, 8)
    agree_on(cast, exchange, 3)
    terms.write(exchange, cast["south"], {
        "type": "balance", "left": {"holder": "NTH"}, "right": {"holder": "STH"}, "left_factor": 1,
        "right_factor": 2, "tolerance": 0,
    })  # fmt: skip
    go = Journey(cast, page_of, picture, language)
    page = go("hala", f"/desk/talks/{exchange.pk}/")
    page.click('form[action$="/plan/"] button')
    page.wait_for_url("**/plan/*/")
    expect(page.locator(".set li")).to_have_count(2)
    go.look(page, "conflict")
    page.click('form[action$="/tell/"] button')
    page = go("north", f"/desk/talks/{exchange.pk}/")
    expect(page.locator(".conflict .set li")).to_have_count(2)
    go.look(page, "table-conflict")
    go.end()
