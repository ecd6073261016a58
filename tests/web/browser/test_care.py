"""Duties and visits in a browser: a delegate, a bureau clerk, the mediator; English, Ukrainian and Arabic."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from repatria.web.vault import passphrase
from repatria.web.visits import acts
from repatria.web.visits.models import Note, Visit
from tests.web.browser.axe import assert_axe_finds_nothing
from tests.web.cast import Cast
from tests.web.register import make_event, make_person, make_site
from tests.web.visits.samples import PASSPHRASE, make_key

Pictures = Callable[[Page, str], Path]
FINDING = "forty people in one room, and no doctor since June"


@pytest.fixture(autouse=True)
def quick_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passphrase, "ARGON", {**passphrase.ARGON, "time_cost": 1, "memory_cost": 1024})


def test_a_delegate_asks_a_bureau_refuses_and_a_note_opens_to_the_icrc(
    cast: Cast, page_of: Callable[..., Any], picture: Pictures
) -> None:
    make_key(cast)
    today = timezone.localdate()
    for code, days in (("N-1", 12), ("N-2", 230), ("N-3", None)):
        site = make_site(cast, code=code)
        if days is not None:
            acts.done(acts.ask(cast["iris"], site, None).pk, cast["iris"], today - timedelta(days=days), True, 3)
    iris = page_of("iris")
    iris.goto("/desk/visits/")
    iris.select_option("#ask select", label="NTH N-3")
    iris.locator("#ask button").click()
    expect(iris.get_by_text("Asked. The holder sees the request at once.")).to_be_visible()
    assert_axe_finds_nothing(iris)
    picture(iris, "visits-icrc")
    _bureau_refuses(page_of("north_bureau", "uk"), picture, today)
    _note(iris, picture)
    assert Visit.objects.get(site__code="N-3").state == "refused"
    assert iris.complaints == []


def _bureau_refuses(page: Any, picture: Pictures, today: Any) -> None:
    page.goto(page.address("/desk/visits/"))
    page.locator("main .button").first.click()
    page.check("[name=answer][value=refuse]")
    page.select_option("[name=refusal]", acts.NECESSITY)
    page.fill("[name=until]", str(today + timedelta(days=20)))
    assert_axe_finds_nothing(page)
    picture(page, "visits-answer-uk")
    page.locator("#answer button").click()
    expect(page.locator(".messages")).to_be_visible()


def _note(page: Any, picture: Pictures) -> None:
    page.goto(f"/desk/visits/{Visit.objects.get(site__code='N-2').pk}/")
    page.fill("#note textarea", FINDING)
    page.locator("#note button").click()
    expect(page.get_by_text("locked", exact=True)).to_be_visible()
    assert FINDING not in page.content()
    page.get_by_role("link", name="Open with the passphrase").click()
    assert_axe_finds_nothing(page)
    page.get_by_role("link", name="Change the passphrase").click()
    assert_axe_finds_nothing(page)
    picture(page, "visits-passphrase")
    page.go_back()
    page.fill(".open-key [name=passphrase]", PASSPHRASE)
    page.locator(".open-key button").click()
    expect(page.get_by_text("open in this session")).to_be_visible()
    picture(page, "visits-own-key")
    page.goto(f"/desk/visits/{Note.objects.get().visit_id}/")
    expect(page.get_by_text(FINDING)).to_be_visible()
    assert_axe_finds_nothing(page)
    picture(page, "visits-visit")


@pytest.mark.parametrize(("who", "language"), [("north_bureau", "ar"), ("hala", "en")])
def test_boards_of_duties(
    cast: Cast, page_of: Callable[..., Any], picture: Pictures, who: str, language: str
) -> None:
    today = timezone.localdate()
    for number in range(1, 6):
        person = make_person(cast, number=f"N-{number}", surname="Vyhadanyi")
        make_event(person, "capture", str(today - timedelta(days=50)), category="pow")
        make_event(person, "arrival_at_site", str(today - timedelta(days=40 - 8 * number)))
    page = page_of(who, language)
    page.goto(page.address("/desk/duties/"))
    expect(page.locator("tbody tr").first).to_be_visible()
    assert_axe_finds_nothing(page)
    picture(page, f"duties-{who}-{language}")
    for path in ("?by=person", f"{cast.process.pk}/targets/", f"{cast.process.pk}/calendar/"):
        page.goto(page.address(f"/desk/duties/{path}"))
        assert_axe_finds_nothing(page)
    picture(page, f"duties-calendar-{language}")
    assert page.complaints == []
