"""A mother asks in her language, a case worker answers, a bureau clerk sees what she let it see."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from repatria.web.families import comparing, sending
from repatria.web.families.models import TracingRequest
from tests.web.browser.axe import assert_axe_finds_nothing
from tests.web.cast import Cast
from tests.web.register import make_event, make_person

Pictures = Callable[[Page, str], Path]


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    from django.core.cache import cache

    cache.clear()


@pytest.mark.parametrize(
    ("language", "name", "latin"),
    [("uk", "Вигаданий Тарас Олексійович", "Vyhadanyi Taras"), ("ar", "سالم بن خيال المختلق", "Salem Khayal")],
)
def test_from_a_mothers_request_to_her_answer(
    cast: Cast, page_of: Callable[..., Any], picture: Pictures, language: str, name: str, latin: str
) -> None:
    person = make_person(cast, full_name_native=name, date_of_birth="1990-03-17")
    make_event(person, "capture", "2026-01-12")
    receipt = _mother_asks(page_of(None, language), picture, language, name, latin)
    comparing.compare(TracingRequest.objects.all())
    _case_worker_answers(page_of("case_worker"), picture)
    _bureau_reads(page_of("south_bureau", language), picture, name)
    _mother_comes_back(page_of(None, language), picture, language, receipt)
    found = TracingRequest.objects.get()
    assert found.withdrawn_at is not None
    assert found.contents is None


def _mother_asks(page: Any, picture: Pictures, language: str, name: str, latin: str) -> str:
    page.goto(page.address("/families/"))
    assert page.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
    assert_axe_finds_nothing(page)
    picture(page, f"families-front-{language}")
    page.locator(f"a.button[href='/{language}/families/request/']").click()
    page.fill("[name=sought-full_name_native]", name)
    page.fill("[name=sought-alternate_names]", latin)
    page.fill("[name=sought-date_of_birth]", "17.03.1990")
    page.select_option("[name=own_side]", label="South")
    page.locator("button:not(.plain)").last.click()
    # The browser itself asks for the choice: nothing is chosen for her.
    assert not TracingRequest.objects.exists()
    page.check("[name=consent][value=own_side]")
    assert_axe_finds_nothing(page)
    picture(page, f"families-request-{language}")
    page.locator("main button").last.click()
    shown = page.locator(".receipt").inner_text()
    assert re.fullmatch(r"\d{4} \d{4} \d{4} \d{4}", shown)
    assert_axe_finds_nothing(page)
    picture(page, f"families-receipt-{language}")
    page.reload()  # sends the form again: one case, the same receipt
    assert page.locator(".receipt").inner_text() == shown
    assert TracingRequest.objects.count() == 1
    assert page.complaints == []
    return str(shown)


def _case_worker_answers(page: Any, picture: Pictures) -> None:
    page.get_by_role("link", name="somebody may be found").click()
    picture(page, "families-queue")
    assert_axe_finds_nothing(page)
    page.locator("tbody a").first.click()
    expect(page.get_by_role("button", name="One person")).to_be_visible()
    picture(page, "families-case")
    page.get_by_role("button", name="One person").click()
    page.get_by_label("probably captive, not confirmed").check()
    page.get_by_label("they read it when they come back").check()
    assert_axe_finds_nothing(page)
    page.get_by_role("button", name="Release to the family").click()
    expect(page.get_by_text("The answer is released.")).to_be_visible()
    picture(page, "families-case-answered")
    assert page.complaints == []


def _bureau_reads(page: Any, picture: Pictures, name: str) -> None:
    page.goto(page.address("/desk/enquiries/"))
    expect(page.get_by_text(name)).to_be_visible()
    assert_axe_finds_nothing(page)
    picture(page, "families-enquiries")


def _mother_comes_back(page: Any, picture: Pictures, language: str, receipt: str) -> None:
    page.goto(page.address("/families/answer/"))
    page.fill("[name=receipt]", receipt.replace(" ", "-"))
    page.locator("main button").click()
    assert_axe_finds_nothing(page)
    picture(page, f"families-answer-{language}")
    code = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", page.locator("main").inner_text())
    assert code
    page.select_option("#correct select", "sought.unit")
    page.fill("#correct textarea", "8-C")
    page.locator("#correct button").click()
    assert sending.by_receipt(receipt.replace(" ", "")).corrections.count() == 1  # type: ignore[union-attr]
    page.locator("#withdraw button").click()
    expect(page.locator("h1")).to_be_visible()
    page.goto(page.address("/families/notice/"))
    page.fill("[name=code]", code[0])
    page.locator("main button").click()
    expect(page.locator("main [role=status]")).to_be_visible()
    assert_axe_finds_nothing(page)
    picture(page, f"families-notice-{language}")
    assert page.complaints == []
