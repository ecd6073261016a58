"""The public rooms as a reader, a journalist, a press officer and a moderator meet them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from repatria.web.ledger import keeper
from tests.web.browser.axe import assert_axe_finds_nothing
from tests.web.cast import Cast
from tests.web.public.receipts import hand_over
from tests.web.public.test_statement import released as statement_released

PHONE = {"width": 390, "height": 844}
REPORT = (
    "Abu Dhabi, 5 February 2026. Russia and Ukraine exchanged 314 prisoners of war, 157 each, in the first "
    "exchange since 2024. The United Arab Emirates and the United States mediated."
)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_reader_on_a_phone(
    page_of: Callable[..., Any], picture: Callable[[Page, str], Path], language: str
) -> None:
    page = page_of(None, language, viewport=PHONE)
    picture(page, f"public-home-{language}")
    assert_axe_finds_nothing(page)
    for path, name in (("/exchanges/ru-ua-2026-02-05/", "exchange"), ("/history/", "history")):
        page.goto(page.address(path))
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        assert_axe_finds_nothing(page)
        picture(page, f"public-{name}-{language}")
    assert page.complaints == []


def test_a_page_is_small_and_reads_in_the_dark(
    page_of: Callable[..., Any], picture: Callable[[Page, str], Path]
) -> None:
    page = page_of(None, color_scheme="dark")
    sizes: list[int] = []
    page.on("response", lambda answer: sizes.append(len(answer.body())))
    page.goto("/exchanges/ru-ua-2026-02-05/", wait_until="networkidle")
    assert sum(sizes) < 100_000
    assert_axe_finds_nothing(page)
    picture(page, "public-exchange-dark")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_journalist_checks_a_report(
    page_of: Callable[..., Any], picture: Callable[[Page, str], Path], language: str
) -> None:
    page = page_of(None, language)
    page.goto(page.address("/press/"))
    page.locator("#id_text").fill(REPORT)
    page.locator("main form button").click()
    expect(page.locator("mark.false")).to_have_count(1)
    page.locator("mark.false a").first.click()
    expect(page.locator("li.false:target")).to_be_visible()
    assert_axe_finds_nothing(page)
    picture(page, f"press-{language}")
    assert page.complaints == []


def test_from_receipts_to_the_public_statement(
    cast: Cast, page_of: Callable[..., Any], picture: Callable[[Page, str], Path]
) -> None:
    hand_over(cast)
    officer = page_of("press")
    officer.get_by_role("link", name="Statements").first.click()
    officer.get_by_text("Begin a statement").click()
    officer.locator("#id_on").fill("2026-02-05")
    officer.locator("#id_place").fill("the crossing")
    officer.get_by_role("button", name="Begin").click()
    officer.locator("#text_en").fill("We counted 24 people.")
    officer.get_by_role("button", name="Save").click()
    expect(officer.get_by_text("a number is typed here")).to_be_visible()
    officer.locator("#text_en").fill("All {formula} were asked whether they wish to go.")
    officer.get_by_role("button", name="Save").click()
    assert_axe_finds_nothing(officer)
    picture(officer, "statement-write")
    officer.get_by_role("button", name="Propose to release").click()
    second = page_of("press2")
    second.goto("/desk/")
    second.get_by_role("link", name="Release a statement").first.click()
    second.get_by_role("button", name="Confirm").click()
    keeper.publish()
    reader = page_of(None)
    expect(reader.get_by_text("All 24 were asked")).to_be_visible()
    reader.get_by_role("link", name="Figures, sources").click()
    expect(reader.get_by_role("link", name="proof").first).to_be_visible()
    assert_axe_finds_nothing(reader)
    picture(reader, "statement-public")
    reader.get_by_role("link", name="Check this").click()
    reader.context.set_offline(True)
    reader.get_by_role("button", name="Check", exact=True).click()
    expect(reader.locator("#verdict.good")).to_be_visible()
    expect(reader.locator("#text")).to_contain_text("All 24 were asked")
    assert_axe_finds_nothing(reader)
    picture(reader, "verifier-of-a-statement")


def test_each_side_says_it_in_its_own_words(
    cast: Cast, page_of: Callable[..., Any], picture: Callable[[Page, str], Path]
) -> None:
    hand_over(cast)
    statement_released(cast)
    for who, code, text in (("north", "en", "All of ours are home."), ("south", "ar", "عاد أبناؤنا إلى ديارهم.")):
        first, second = page_of(who), page_of(f"{who}2")
        first.goto("/desk/")
        first.get_by_role("link", name="Your side's own words").first.click()
        first.locator(f"#id_text_{code}").fill(text)
        first.get_by_role("button", name="Save").click()
        assert_axe_finds_nothing(first)
        picture(first, f"own-words-write-{who}")
        first.get_by_role("button", name="Propose to release").click()
        second.goto("/desk/")
        second.get_by_role("link", name="Release your side's own words").first.click()
        second.get_by_role("button", name="Confirm").click()
    officer = page_of("press")
    officer.goto("/desk/replies-of-readers/")  # in Arabic many a word is a given name too: a person looks
    assert_axe_finds_nothing(officer)
    officer.get_by_role("button", name="Show it", exact=True).click()
    keeper.publish()
    for language in ("en", "ar"):
        reader = page_of(None, language)
        reader.locator("main a[href*='/exchanges/']").first.click()
        expect(reader.get_by_text("All of ours are home.")).to_be_visible()
        expect(reader.get_by_text("عاد أبناؤنا")).to_be_visible()
        assert_axe_finds_nothing(reader)
        picture(reader, f"own-words-{language}")
        reader.set_viewport_size(PHONE)
        assert reader.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        picture(reader, f"own-words-phone-{language}")


def test_a_reply_is_shown_once_a_person_has_read_it(cast: Cast, page_of: Callable[..., Any]) -> None:
    reader = page_of(None)
    reader.goto("/exchanges/ru-ua-2026-02-05/")
    reader.locator("#id_text").fill("Thank you for counting.")
    reader.get_by_role("button", name="Send").click()
    expect(reader.get_by_text("Thank you. A person reads it")).to_be_visible()
    moderator = page_of("press")
    moderator.goto("/desk/replies-of-readers/")
    moderator.get_by_role("button", name="Show it", exact=True).click()
    reader.reload()
    expect(reader.get_by_text("Thank you for counting.")).to_be_visible()
