"""What the desk's first page says of lists and matching: counts and links, and nobody's name."""

from typing import Any

from tests.web.cast import Cast
from tests.web.lists.little import all_opened, sealed
from tests.web.lists.samples import a_run


def desk(cast: Cast, who: str) -> Any:
    return cast.client(who).get("/desk/").content.decode()


def test_a_side_is_told_what_it_owes_until_it_is_released(cast: Cast) -> None:
    assert "0 of 2 sealed" in desk(cast, "south_bureau")
    sealed(cast, "STH", "sought")
    assert "1 of 2 sealed" in desk(cast, "south")
    assert "Kovalenko" not in desk(cast, "south")
    assert "of 2 sealed" not in desk(cast, "hala")


def test_nothing_is_owed_once_all_is_open(cast: Cast) -> None:
    all_opened(cast)
    assert "Lists to send" not in desk(cast, "south")


def test_the_secretariat_is_told_how_many_pairs_wait(cast: Cast) -> None:
    run = a_run(cast)
    run.exchange.state = "replies"
    run.exchange.save()
    assert "1 pair to review" in desk(cast, "hala")
    assert "to review" not in desk(cast, "south")
