"""Which breakdowns are published: each side's word."""

import pytest

from repatria.web.ledger import enter as ledger
from repatria.web.ledger.models import Entry
from repatria.web.public.models import Breakdown
from tests.web.cast import Cast


def say(cast: Cast, who: str, published: str, what: str = "status") -> int:
    path = f"/desk/exchanges/{cast.exchange.pk}/breakdowns/"
    return cast.client(who).post(path, {"what": what, "published": published, "reason": "law"}).status_code


def test_a_side_says_its_word(cast: Cast) -> None:
    assert say(cast, "north", "yes") == 302
    assert Breakdown.objects.get().published


def test_to_withhold_is_an_entry(cast: Cast) -> None:
    say(cast, "south", "no", "nationality")
    entry = ledger.read_back(Entry.objects.get())
    assert (entry["act"], entry["by"], entry["what"]) == ("withheld", "STH", "breakdown by nationality")


def test_a_side_does_not_see_the_others_word(cast: Cast) -> None:
    say(cast, "north", "yes")
    page = cast.client("south").get(f"/desk/exchanges/{cast.exchange.pk}/breakdowns/").content.decode()
    assert "Nothing was said yet" in page


@pytest.mark.parametrize("who", ["hala", "press", "noor", "north_bureau"])
def test_nobody_else_says_it(cast: Cast, who: str) -> None:
    assert say(cast, who, "yes") == 404
