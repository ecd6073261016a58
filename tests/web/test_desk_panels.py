"""The first page of the desk."""

import pytest

from repatria.web import desk_panels
from repatria.web.desk_panels import Panel, panel
from tests.web.cast import Cast


@pytest.fixture
def two_panels(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk_panels, "_MAKERS", [])
    panel(order=1)(lambda user: Panel("First", "messages.html"))
    panel(order=2)(lambda user: Panel("Urgent", "messages.html", urgent=True) if user.name == "North" else None)


@pytest.mark.usefixtures("two_panels")
def test_what_is_urgent_comes_first_and_only_to_whom_it_concerns(cast: Cast) -> None:
    assert [one.title for one in desk_panels.of(cast["north"])] == ["Urgent", "First"]
    assert [one.title for one in desk_panels.of(cast["south"])] == ["First"]


@pytest.mark.usefixtures("two_panels")
def test_the_desk_shows_them(cast: Cast) -> None:
    text = cast.client("north").get("/desk/").content.decode()
    assert text.index("Urgent") < text.index("First")


def test_where_nothing_waits_the_desk_says_so(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk_panels, "_MAKERS", [])
    assert "Nothing waits for you now." in cast.client("north").get("/desk/").content.decode()
