"""The frame of every page, seen in a browser."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.axe import assert_axe_finds_nothing


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_desk_opens_in_both_directions(
    page_of: Callable[..., Any], picture: Callable[[Page, str], Path], language: str
) -> None:
    page = page_of("north", language)
    expect(page.locator("h1")).to_be_visible()
    assert page.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
    assert_axe_finds_nothing(page)
    picture(page, f"desk-{language}")
    assert page.complaints == []
