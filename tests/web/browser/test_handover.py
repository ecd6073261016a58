"""The handover desk as the mediator, the ICRC's delegate and a delegation meet it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from repatria.handover import Kind
from repatria.handover import Role as Voice
from repatria.web.handover import check_ins
from repatria.web.handover.day import day_of
from repatria.web.handover.models import Manifest
from repatria.web.two_persons.models import Act
from tests.web.browser.axe import assert_axe_finds_nothing
from tests.web.cast import Cast
from tests.web.handover.signed import Tablet, agreement
from tests.web.handover.test_changes_and_stages import with_a_receipt
from tests.web.handover.test_handover import receiver_and_icrc


@pytest.mark.parametrize("language", ["en", "ar"])
def test_from_the_signed_agreement_to_the_last_receipt(
    cast: Cast, page_of: Callable[..., Any], picture: Callable[[Page, str], Path], language: str
) -> None:
    agreement(cast, each=3, owed=1)
    hala = page_of("hala", language)
    hala.goto(hala.address("/handover/"))
    picture(hala, f"handover-make-{language}")
    hala.locator("#id_days").fill("2026-02-05")
    hala.locator("form[id^=make] button").click()
    expect(hala.locator("h1")).to_contain_text("manifest-1")
    kept = Manifest.objects.get()

    iris = page_of("iris", language)
    iris.goto(iris.address(f"/handover/{kept.pk}/answers/"))
    assert_axe_finds_nothing(iris)
    for choice in iris.locator("main select").all():
        choice.select_option("yes")
    iris.locator("#answers button").click()
    expect(iris.locator(".messages .success")).to_be_visible()
    picture(iris, f"handover-answers-{language}")

    hala.reload()
    hala.locator("form[action$='/freeze/'] button").click()
    second = page_of("hala2", language)
    second.goto(second.address(reverse("two_persons_act", args=[Act.objects.get(kind="handover.freeze").pk])))
    second.locator("form[action*='confirm'] button").first.click()
    second.wait_for_load_state()
    kept.refresh_from_db()
    assert kept.state == Manifest.State.FROZEN

    check_ins.take_in(kept, [(event, timezone.now()) for event in receiver_and_icrc(kept)])
    south = page_of("south", language)
    south.goto(south.address(f"/handover/{kept.pk}/"))
    expect(south.locator(".tag.good").first).to_be_visible()
    assert_axe_finds_nothing(south)
    picture(south, f"handover-desk-{language}")
    assert [*hala.complaints, *iris.complaints, *south.complaints] == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_stage_is_closed_and_effects_are_seen(
    cast: Cast, page_of: Callable[..., Any], picture: Callable[[Page, str], Path], language: str
) -> None:
    kept, code = with_a_receipt(cast, two_days=True, change_rule="pause")
    first = [line.code for line in day_of(kept).manifest.lines if line.stage == 1]
    refuses = next(one for one in first if one != code)
    said = [Tablet(kept, "tablet0iris2", Voice.ICRC).says(Kind.NOT_FIT, refuses)]
    said += receiver_and_icrc(kept, [one for one in first if one != refuses])
    check_ins.take_in(kept, [(event, timezone.now()) for event in said])
    hala = page_of("hala", language)
    hala.goto(hala.address(f"/handover/{kept.pk}/"))
    expect(hala.locator("form[action$='/go-on/']")).to_have_count(1)
    assert_axe_finds_nothing(hala)
    picture(hala, f"handover-stages-{language}")
    hala.locator("form[action$='/go-on/'] button").click()
    expect(hala.locator("form[action$='/go-on/']")).to_have_count(0)
    hala.locator("input[name=stage] + button").first.click()
    expect(hala.locator(".messages .success")).to_be_visible()

    north = page_of("north", language)
    north.goto(north.address(f"/handover/{kept.pk}/effects/"))
    assert_axe_finds_nothing(north)
    north.locator("#code").fill(code)
    north.locator("#numbers").fill("Q-17")
    north.locator("#effects button").click()
    expect(north.locator(".messages .success")).to_be_visible()
    expect(north.locator("main p strong").first).to_have_text("0")
    picture(north, f"handover-effects-{language}")
    assert [*hala.complaints, *north.complaints] == []
