"""A bureau answers names one by one and by spreadsheet; the other side, the mediator and the ICRC see it."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from repatria.web.exchanges.models import Exchange
from repatria.web.matching_desk.models import Decision
from repatria.web.replies.models import Reply
from tests.web.browser.axe import assert_axe_finds_nothing
from tests.web.cast import Cast
from tests.web.register import make_list, make_person

Picture = Callable[[Page, str], Path]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_names_are_answered(
    cast: Cast, page_of: Callable[..., Any], picture: Picture, tmp_path: Path, language: str
) -> None:
    sought = _world(cast)
    page = page_of("north_bureau", language)
    page.goto(page.address(f"/desk/replies/list/{sought.pk}/"))
    assert_axe_finds_nothing(page)
    page.locator("main tbody a").first.click()

    # The match is proposed; the clerk gives the answer.
    expect(page.locator("#id_number")).to_have_value("N-1")
    page.locator("input[name=answer][value=held]").check()
    assert_axe_finds_nothing(page)
    picture(page, f"replies-name-{language}")
    page.locator("button[name=next]").click()
    expect(page.locator("h1")).to_contain_text("S-2")
    page.locator("input[name=answer][value=deceased]").check()
    page.locator("form[id^=answer] button").first.click()
    expect(page.locator(".faults")).to_be_visible()
    page.locator("#id_certificate").fill("C-12")
    page.locator("form[id^=answer] button").first.click()
    expect(page.locator(".timeline")).to_be_visible()

    _by_spreadsheet(page, sought, tmp_path, picture, language)
    _others(page_of, sought, picture, language)
    assert [said for said in page.complaints if "422" not in said] == []


def _world(cast: Cast) -> Any:
    Exchange.objects.filter(pk=cast.exchange.pk).update(state=Exchange.State.REPLIES)
    sought = make_list(cast, party="STH", rows=6, rank="сержант", unit="12")
    held = make_list(cast, party="NTH", rows=1, purpose="held")
    row = held.rows.get()
    row.person = make_person(cast, number="N-1", surname="Surname1")
    row.save()
    Decision.objects.create(
        exchange=cast.exchange, sought=sought.rows.get(code="S-1"), held=row, verdict="same", by=cast["hala"]
    )
    return sought


def _by_spreadsheet(page: Any, sought: Any, folder: Path, picture: Picture, language: str) -> None:
    page.goto(page.address(f"/desk/replies/list/{sought.pk}/sheet/"))
    assert_axe_finds_nothing(page)
    with page.expect_download() as download:
        page.locator("a[href$='as=csv']").click()
    path = folder / "replies.csv"
    download.value.save_as(path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    answers = {"S-3": "not_held", "S-4": "perhaps", "S-5": "refused_to_answer"}
    for row in rows:
        row[2] = answers.get(row[1], "")
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    page.locator("input[type=file]").set_input_files(path)
    page.locator("form[enctype] button").click()
    expect(page.locator("main tbody tr")).to_have_count(1)
    assert_axe_finds_nothing(page)
    picture(page, f"replies-sheet-{language}")
    page.locator("main form button").last.click()
    expect(page.locator("p[role=status]")).to_be_visible()
    assert Reply.objects.filter(is_newest=True).count() == 4


def _others(page_of: Callable[..., Any], sought: Any, picture: Picture, language: str) -> None:
    seeker = page_of("south", language)
    seeker.goto(seeker.address(f"/desk/replies/name/{sought.rows.get(code='S-3').pk}/"))
    seeker.locator("#id_text").fill("He was seen at the camp.")
    seeker.locator("form[id^=remark] button").click()
    expect(seeker.locator(".remark")).to_contain_text("seen at the camp")
    icrc = page_of("iris", language)
    icrc.goto(icrc.address(f"/desk/replies/name/{sought.rows.get(code='S-1').pk}/"))
    icrc.locator("#id_on").fill("2026-02-01")
    icrc.locator("form[id^=seen] button").click()
    expect(icrc.locator(".tag.good")).to_contain_text("2026-02-01")
    assert_axe_finds_nothing(icrc)
    picture(icrc, f"replies-icrc-{language}")
    mediator = page_of("hala", language)
    mediator.goto(mediator.address(f"/desk/replies/exchange/{sought.exchange_id}/"))
    assert_axe_finds_nothing(mediator)
    picture(mediator, f"replies-board-{language}")
