"""The page of an exchange leads to its rooms, each for whom it is."""

import pytest
from django.urls import reverse

from tests.web.cast import Cast


@pytest.mark.parametrize(
    ("who", "rooms", "not_for_him"),
    [
        ("hala", {"matching", "replies_board", "talks_table"}, set()),
        ("south", {"replies_board", "talks_table"}, {"matching"}),
        ("auditor", set(), {"matching", "replies_board"}),
    ],
)
def test_each_role_finds_its_rooms_and_no_other(
    cast: Cast, who: str, rooms: set[str], not_for_him: set[str]
) -> None:
    text = cast.client(who).get(reverse("desk_exchange", args=[cast.exchange.pk])).content.decode()
    there = {name for name in rooms | not_for_him if f'href="{reverse(name, args=[cast.exchange.pk])}"' in text}
    assert there == rooms
