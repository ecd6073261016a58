"""The way of the lists, as people do it: sent by both sides, sealed, released, matched, reviewed by keyboard."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from repatria.web.lists.models import NameList
from repatria.web.matching_desk import confirmed
from repatria.web.matching_desk.models import Decision, Run
from tests.web.browser.axe import assert_axe_finds_nothing
from tests.web.cast import Cast

Picture = Callable[[Page, str], Path]

SOUGHT = """Номер;Прізвище;Ім'я;По батькові;Дата народження;Звання;Місце полону
П-101;Коваленко;Іван;Петрович;03.04.1990;сержант;Соледар
П-102;Бондар;Петро;Олексійович;30.11.1985;солдат;Соледар
П-103;Мельник;Олег;Іванович;17.01.1979;капітан;Бахмут
П-104;Ткачук;Юрій;Степанович;29.06.1993;солдат;Бахмут
П-105;Коваленко;Іван;Петрович;03.04.1990;сержант;Соледар
П-106;Щербак;Дмитро;Маратович;31.02.1991;солдат;Соледар
"""
HELD = """id,surname,given_name,patronymic,date_of_birth,rank,capture_place,site
N-1,Kovalenko,Ivan,Petrovich,1990-04-03,sergeant,Soledar,Camp 4
N-2,Bondar,Pyotr,Alekseevich,1985-11-30,private,Soledar,Camp 4
N-3,Melnik,Oleg,Ivanovich,1979-01-17,captain,Bakhmut,Camp 7
N-4,Tkachuk,Yuri,Stepanovich,1993-06-28,private,Bakhmut,Camp 7
N-5,Lysenko,Taras,Andreevich,1999-09-09,private,Bakhmut,Camp 7
"""


def looked_at(page: Any, picture: Picture, name: str) -> None:
    assert_axe_finds_nothing(page)
    picture(page, name)


def send(page: Any, cast: Cast, purpose: str, text: str, encoding: str = "utf-8") -> None:
    page.goto(page.address(f"/desk/exchanges/{cast.exchange.pk}/lists/{purpose}/"))
    file = {"name": f"{purpose}.csv", "mimeType": "text/csv", "buffer": text.encode(encoding)}
    page.set_input_files("[name=file]", file)
    page.click("#send-list button")


def press(page: Any, action: str) -> None:
    """Send the form of the page that goes to an address with this ending."""
    page.click(f"form[action$='/{action}/'] button")


def settle_and_seal(page: Any, picture: Picture, name: str) -> None:
    if page.locator("a[href$='/repeats/']").count():
        page.click("a[href$='/repeats/']")
        looked_at(page, picture, f"{name}-repeats")
        for radio in page.locator("input[value=same]").all():
            radio.check()
        page.click("form[id^=repeats] button")
    looked_at(page, picture, f"{name}-ready")
    press(page, "seal")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_from_the_file_to_the_confirmed_match(
    cast: Cast, page_of: Callable[..., Any], picture: Picture, language: str
) -> None:
    south = page_of("south", language)
    send_what_south_seeks(south, cast, picture, language)
    for side, page in (("south", south), ("north", page_of("north", language))):
        for purpose, text in (("held", HELD), ("sought", HELD)):
            if (side, purpose) != ("south", "sought"):
                send(page, cast, purpose, text)
                press(page, "accept")
                press(page, "seal")
        release(page, page_of(f"{side}2", language), cast, picture, f"{side}-{language}")
    hala = page_of("hala", language)
    run_and_review(hala, cast, picture, language)
    assert [page.complaints for page in (south, hala)] == [[], []]


def send_what_south_seeks(south: Any, cast: Cast, picture: Picture, language: str) -> None:
    south.goto(south.address(f"/desk/exchanges/{cast.exchange.pk}/"))
    looked_at(south, picture, f"exchange-{language}")
    south.goto(south.address(f"/desk/exchanges/{cast.exchange.pk}/lists/sought/"))
    looked_at(south, picture, f"list-send-{language}")
    send(south, cast, "sought", SOUGHT, "cp1251")
    looked_at(south, picture, f"list-questions-{language}")
    press(south, "answer")
    expect(south.locator("form[action$='/accept/']")).to_be_visible()
    looked_at(south, picture, f"list-dry-run-{language}")
    press(south, "accept")
    settle_and_seal(south, picture, f"list-{language}")
    expect(south.locator("dd.seal, .seal").first).to_be_visible()
    south.click("a[href$='/rows/']")
    looked_at(south, picture, f"list-rows-{language}")


def release(first: Any, second: Any, cast: Cast, picture: Picture, name: str) -> None:
    there = f"/desk/exchanges/{cast.exchange.pk}/"
    first.goto(first.address(there))
    press(first, "release")
    second.goto(second.address(there))
    looked_at(second, picture, f"exchange-release-{name}")
    second.click("button[name=confirm]")
    looked_at(second, picture, f"exchange-released-{name}")


def run_and_review(hala: Any, cast: Cast, picture: Picture, language: str) -> None:
    hala.goto(hala.address(f"/desk/exchanges/{cast.exchange.pk}/matching/"))
    looked_at(hala, picture, f"matching-{language}")
    press(hala, "start")
    run = Run.objects.get(sought__party=cast.parties["STH"])
    hala.goto(hala.address(f"/desk/runs/{run.pk}/"))
    looked_at(hala, picture, f"run-{language}")
    hala.click("a[href$='/review/']")
    looked_at(hala, picture, f"review-{language}")
    first = hala.locator("input[name=pair]").input_value()
    hala.keyboard.press("s")
    expect(hala.locator(f"input[name=pair][value='{first}']")).to_have_count(0)
    expect(hala.locator("#pair [data-focus]")).to_be_focused()
    looked_at(hala, picture, f"review-next-{language}")
    hala.keyboard.press("z")
    expect(hala.locator("input[name=pair]")).to_have_value(first)
    assert Decision.objects.get().undone_at is not None
    hala.locator("[data-key=s]").click()
    expect(hala.locator(f"input[name=pair][value='{first}']")).to_have_count(0)
    assert len(confirmed(cast.exchange)) == 1
    hala.goto(hala.address(f"/desk/runs/{run.pk}/decided/"))
    looked_at(hala, picture, f"decided-{language}")


def test_a_file_that_is_too_large_is_not_even_sent(
    cast: Cast, page_of: Callable[..., Any], picture: Picture
) -> None:
    south = page_of("south")
    south.goto(f"/desk/exchanges/{cast.exchange.pk}/lists/sought/")
    south.evaluate("document.querySelector('[name=file]').dataset.most = '10'")
    send_in_place = {"name": "list.csv", "mimeType": "text/csv", "buffer": b"x" * 100}
    south.set_input_files("[name=file]", send_in_place)
    expect(south.locator("[data-too-large]")).to_contain_text("larger than")
    picture(south, "list-too-large")
    assert south.input_value("[name=file]") == ""


def test_what_is_typed_survives_a_session_that_ends(cast: Cast, page_of: Callable[..., Any]) -> None:
    south = page_of("south")
    send(south, cast, "sought", SOUGHT, "cp1251")
    made = NameList.objects.get()
    south.select_option("[name=dates]", "month")
    south.context.clear_cookies(name="session")
    press(south, "answer")
    assert "login" in south.url
    south.goto(sign_in_by_password(south, cast), referer=south.url)
    expect(south.locator("[name=dates]")).to_have_value("month")
    press(south, "answer")
    south.goto(south.address(f"/desk/lists/{made.pk}/"))
    made.refresh_from_db()
    assert made.answers["day_first"] is False


def sign_in_by_password(page: Any, cast: Cast) -> str:
    """Sign in again, as the test's shortcut goes; give the address that signing in leads to."""
    after = parse_qs(urlsplit(page.url).query)["next"][0]
    own = page.url.split("/account")[0]
    page.context.add_cookies(
        [{"name": "session", "value": cast.client("south").cookies["session"].value, "url": own}]
    )
    return after
