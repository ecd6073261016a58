"""A real browser over the real site, with the whole cast.

`page_of(name, language)` gives a page in which a member of the cast is signed in; `picture(page, name)` keeps a
screenshot of the whole page in ``tests/web/browser/pictures/``.
"""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright

from tests.web.cast import Cast

CHROMIUM = Path(os.environ.get("REPATRIA_CHROMIUM") or "/usr/bin/chromium")
PICTURES = Path(__file__).parent / "pictures"
SIZE = {"width": 1200, "height": 900}
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip

PageOf = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder is a browser test."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser(one_playwright: Playwright) -> Iterator[Browser]:
    """Chromium, once for all tests of a process."""
    if not CHROMIUM.exists():
        pytest.skip(f"CHROMIUM ABSENT: {CHROMIUM} is not there (apt-get install chromium), so this was left out")
    # Playwright keeps an event loop in this thread; Django must not take that for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    chromium = one_playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
    yield chromium
    chromium.close()


@pytest.fixture
def own_address(settings: Any, live_server: Any) -> str:
    """Give the address at which the site is served, which passkeys must know too."""
    # Browsers take passkeys on "localhost", not on a bare number.
    address = live_server.url.replace("127.0.0.1", "localhost")
    settings.SITE_URL = address
    return address


@pytest.fixture
def new_context(browser: Browser, own_address: str) -> Iterator[Callable[..., BrowserContext]]:
    """Make browser contexts (each with its own cookies). A request that leaves the site fails the test."""
    made: list[BrowserContext] = []
    strayed: list[str] = []

    def make(**options: Any) -> BrowserContext:
        context = browser.new_context(**{"base_url": own_address, "viewport": SIZE, "locale": "en", **options})
        context.set_default_timeout(15_000)
        context.on("request", lambda request: _note_stray(request.url, own_address, strayed))
        made.append(context)
        return context

    yield make
    for context in made:
        context.close()
    assert not strayed, f"these requests left the site: {strayed}"


def _note_complaint(said: ConsoleMessage, complaints: list[str]) -> None:
    if said.type == "error":
        complaints.append(f"{said.text} ({said.location['url']})")


def _note_stray(url: str, own: str, strayed: list[str]) -> None:
    if not url.startswith((own, "data:", "blob:", "about:")):
        strayed.append(url)


@pytest.fixture
def page_of(cast: Cast, new_context: Callable[..., BrowserContext], own_address: str) -> PageOf:
    """Give a page in which a member of the cast is signed in, in a language: ``page_of("north", "ar")``.

    It stands on the desk. Follow links, or go to ``page.address("/lists/")`` to stay in the language. Complaints of
    the browser's console (a script that the policy forbids, say) are in ``page.complaints``.
    """

    def make(name: str | None, language: str = "en", **options: Any) -> Page:
        context = new_context(**options)
        if name is not None:
            session = cast.client(name).cookies["session"].value
            context.add_cookies([{"name": "session", "value": session, "url": own_address}])
        page: Any = context.new_page()
        page.complaints = []
        page.on("console", lambda said: _note_complaint(said, page.complaints))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.address = lambda path: path if language == "en" else f"/{language}{path}"
        page.goto(page.address("/desk/" if name else "/"))
        return page

    return make


@pytest.fixture
def picture() -> Callable[[Page, str], Path]:
    """Keep a screenshot of the whole page; gives where it lies."""

    def take(page: Page, name: str) -> Path:
        PICTURES.mkdir(exist_ok=True)
        path = PICTURES / f"{re.sub('[^a-z0-9-]+', '-', name.lower())}.png"
        page.screenshot(path=path, full_page=True)
        return path

    return take
