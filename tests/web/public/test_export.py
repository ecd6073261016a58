"""The public part as files: the same words, nothing running, every link leads somewhere."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from django.test import Client

from repatria.history import History, load
from repatria.record import verify_folder
from repatria.web.ledger import keeper
from repatria.web.public import account_acts, export, sources
from repatria.web.public.models import Statement
from repatria.web.public.views import history
from repatria.web.two_persons import rule
from tests.web.cast import Cast
from tests.web.public.receipts import hand_over
from tests.web.public.test_statement import released

LINK = re.compile(r'\b(?:href|src)="([^"]*)"')


@pytest.fixture
def short_history(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The last four exchanges of the packaged history alone, and nothing remembered of it afterwards."""
    whole = load()
    few = History(whole.exchanges[-4:], whole.gaps, whole.held_claims, whole.superseded, whole.voices)
    remembered = (sources.history_of, history._contents)
    for one in remembered:
        one.cache_clear()
    monkeypatch.setattr(sources, "load", lambda: few)
    yield
    for one in remembered:
        one.cache_clear()


@pytest.fixture
def folder(cast: Cast, tmp_path: Path, short_history: None) -> Path:
    hand_over(cast)
    released(cast)
    own = account_acts.write(cast.exchange, cast["north"], {"en": ["All of ours are home."]})
    rule.confirm(account_acts.propose_release(own, cast["north"]).pk, cast["north2"])
    keeper.publish()
    export.export(tmp_path / "public")
    assert len(list((tmp_path / "public").rglob("*.html"))) > 25
    return tmp_path / "public"


def test_every_link_of_every_page_leads_to_a_file(folder: Path) -> None:
    lost = []
    for page in folder.rglob("*.html"):
        if page.parent.name == "verify":
            continue
        for link in LINK.findall(page.read_text()):
            target = urldefrag(link)[0].partition("?")[0]
            if target and not re.match(r"[a-z]+:", target) and not (page.parent / target).is_file():
                lost.append(f"{page.relative_to(folder)}: {link}")
    assert lost == []


def test_the_words_are_the_same(folder: Path) -> None:
    article = re.compile(r"<article>(.*?)</article>", re.DOTALL)
    page = next(path for path in (folder / "ar/exchanges").iterdir() if path.name.startswith("ru-ua"))
    live = Client().get(f"/ar/exchanges/{page.name}/").content.decode()
    kept = (page / "index.html").read_text()
    one, other = (re.sub(r"<[^>]*>", "", article.search(text)[1]) for text in (live, kept))  # type: ignore[index]
    assert one == other


def test_nothing_asks_the_live_site(folder: Path) -> None:
    for page in folder.rglob("*.html"):
        if page.parent.name != "verify":
            assert "<form" not in page.read_text(), page


def test_the_verifier_of_a_statement_is_there_in_every_language(folder: Path) -> None:
    statement = Statement.objects.get()
    for code in ("", "uk/", "ru/", "ar/", "fr/"):
        page = (folder / f"{code}verify/statement-{statement.pk}/index.html").read_text()
        assert f'<html lang="{code.strip("/") or "en"}"' in page
        assert "c2sp.org/tlog-proof@v1" in page


def test_a_sides_own_words_are_there_with_their_proof(folder: Path) -> None:
    (page,) = [one for one in folder.glob("exchanges/*/index.html") if "All of ours" in one.read_text()]
    account = re.search(r'href="([^"]*/verify/side-[^"]*)"', page.read_text())
    assert account
    assert "All of ours" in (page.parent / account[1]).resolve().read_text()


def test_the_exported_record_verifies(folder: Path) -> None:
    assert verify_folder(folder / "record").fault is None
