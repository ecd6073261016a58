"""A clerk of a bureau enters a person, corrects him with a reason, and finds him by another spelling."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from repatria.web.registry.models import Person
from tests.web.browser.axe import assert_axe_finds_nothing
from tests.web.cast import Cast
from tests.web.register import make_site

Picture = Callable[[Page, str], Path]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_clerk_keeps_the_register(
    cast: Cast, page_of: Callable[..., Any], picture: Picture, language: str
) -> None:
    make_site(cast, code="7-B")
    page = page_of("north_bureau", language)
    page.goto(page.address("/desk/register/new/"))
    assert_axe_finds_nothing(page)
    page.locator("#id_source").fill("capture card")
    page.locator("#id_surname").fill("Шевчук")
    page.locator("#id_given_name").fill("Володимир")
    page.locator("#id_date_of_birth").fill("03/04/1990")
    page.locator("#id_next_of_kin").fill("mother")
    page.locator("main form button").last.click()

    # A date that can mean two days is not taken; nothing typed is lost.
    expect(page.locator(".faults")).to_be_visible()
    expect(page.locator("#id_surname")).to_have_value("Шевчук")
    assert_axe_finds_nothing(page)
    picture(page, f"register-new-{language}")
    page.locator("#id_date_of_birth").fill("1990-04-03")
    page.locator("main form button").last.click()
    expect(page.locator("h1")).to_contain_text("Шевчук")

    _note_events(page)
    _correct(page)
    assert_axe_finds_nothing(page)
    picture(page, f"register-person-{language}")
    _find(page)
    assert_axe_finds_nothing(page)
    picture(page, f"register-found-{language}")
    assert [said for said in page.complaints if "422" not in said] == []  # the browser tells of a refused form


def _note_events(page: Any) -> None:
    for kind, day in (
        ("capture", "2025-03"),
        ("arrival_at_site", "2025-03-20"),
        ("medical_inspection", "2025-04-01"),
    ):
        page.locator("#id_kind").select_option(kind)
        page.locator(".note-event button").click()
        page.locator("#id_occurred_on").fill(day)
        if kind == "arrival_at_site":
            page.locator("#id_site").select_option(label="7-B")
        page.locator("main form button").click()
        expect(page.locator(".timeline")).to_contain_text(day)


def _correct(page: Any) -> None:
    page.locator("main .buttons a.button").click()
    page.locator("#id_source").fill("his letter")
    page.locator("#id_surname").fill("Шевченко")
    page.locator("#id_reason").fill("misread on the card")
    page.locator("main form button").last.click()
    expect(page.locator("h1")).to_contain_text("Шевченко")
    person = Person.objects.get()
    assert [value["text"] for value in person.history_of("surname")] == ["Шевчук", "Шевченко"]
    assert person.site.code == "7-B"
    page.locator("details.languages + *").first.wait_for()
    page.locator("main details summary").first.click()


def _find(page: Any) -> None:
    page.goto(page.address("/desk/register/"))
    page.locator("#q").fill("Szewczenko Wołodymyr")
    page.locator("main form[role=search] button").click()
    expect(page.locator("main tbody tr")).to_have_count(1)
    expect(page.locator("main tbody")).to_contain_text("Шевченко Володимир")


def test_two_clerks_at_once_lose_nothing(cast: Cast, page_of: Callable[..., Any], picture: Picture) -> None:
    from tests.web.register import make_person

    person = make_person(cast, surname="Шевчук")
    first, second = page_of("north_bureau"), page_of("north_bureau2")
    for page, name in ((first, "Шевченко"), (second, "Шевчик")):
        page.goto(f"/desk/register/{person.pk}/change/")
        page.locator("#id_source").fill("letter")
        page.locator("#id_surname").fill(name)
        page.locator("#id_reason").fill("misread")
    for page in (first, second):
        page.locator("main form button").last.click()
    expect(second.locator("[role=alert]")).to_contain_text("Шевченко")
    expect(second.locator("#id_surname")).to_have_value("Шевчик")
    picture(second, "register-two-clerks")
    second.locator("main form button").last.click()
    expect(second.locator("h1")).to_contain_text("Шевчик")
