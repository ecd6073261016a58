"""The open key: for pages of visits alone, for a while, and never in one place."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from repatria.web.visits import acts, opened
from repatria.web.visits.models import Note, OwnKey, Visit
from tests.web.cast import Cast
from tests.web.visits.samples import PASSPHRASE, ask, make_key

FINDING = "forty people in one room, and no doctor since June"


def noted(cast: Cast) -> Visit:
    """Note a finding of a visit."""
    visit = ask(cast)
    acts.note(cast["iris"], Note.About.VISIT, FINDING, visit=visit)
    return visit


def with_open_key(cast: Cast, key: OwnKey, passphrase: str = PASSPHRASE) -> Client:
    """Give a delegate's browser in which `key` was opened."""
    client = cast.client("iris")
    client.post("/desk/visits/own-key/open/", {"passphrase": passphrase, "key": str(key.pk)})
    return client


def reads(client: Client, visit: Visit) -> bool:
    return FINDING in client.get(f"/desk/visits/{visit.pk}/").content.decode()


class Clock:
    """A clock that the test sets."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now

    def move(self, span: timedelta) -> None:
        self.now += span.total_seconds()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(opened, "time", made)
    return made


def test_it_closes_when_no_note_was_read_for_a_while(cast: Cast, clock: Clock) -> None:
    key, visit = make_key(cast), noted(cast)
    client = with_open_key(cast, key)
    clock.move(opened.IDLE - timedelta(seconds=5))
    assert reads(client, visit)
    clock.move(opened.IDLE - timedelta(seconds=5))
    assert reads(client, visit), "reading keeps it open"
    clock.move(opened.IDLE)
    client.get("/desk/visits/own-key/")
    clock.now = 1_000_000.0
    assert not reads(client, visit), "and once closed it does not open with an older clock"


def test_looking_at_other_pages_does_not_keep_it_open(cast: Cast, clock: Clock) -> None:
    key, visit = make_key(cast), noted(cast)
    client = with_open_key(cast, key)
    for _minute in range(5):
        clock.move(timedelta(minutes=1))
        client.get("/desk/visits/own-key/")
    assert not reads(client, visit)


def test_it_closes_in_the_end_however_much_is_read(cast: Cast, clock: Clock) -> None:
    key, visit = make_key(cast), noted(cast)
    client = with_open_key(cast, key)
    for _minute in range(int(opened.LONGEST / timedelta(minutes=1)) - 1):
        clock.move(timedelta(minutes=1))
        assert reads(client, visit)
    clock.move(timedelta(minutes=1))
    assert not reads(client, visit)


def test_the_cookie_goes_to_pages_of_visits_alone(cast: Cast) -> None:
    key = make_key(cast)
    for prefix in ("", "/ar"):
        client = cast.client("iris")
        client.post(f"{prefix}/desk/visits/own-key/open/", {"passphrase": PASSPHRASE, "key": str(key.pk)})
        assert client.cookies[opened.cookie_name(key)]["path"] == f"{prefix}/desk/visits/"


def test_two_keys_are_open_beside_each_other(cast: Cast) -> None:
    old, visit = make_key(cast), noted(cast)
    new = make_key(cast, "nine storks on the old mill")
    client = with_open_key(cast, old)
    client.post("/desk/visits/own-key/open/", {"passphrase": "nine storks on the old mill", "key": str(new.pk)})
    acts.note(cast["iris"], Note.About.VISIT, "written under the new one", visit=visit)
    page = client.get(f"/desk/visits/{visit.pk}/").content.decode()
    assert FINDING in page
    assert "written under the new one" in page


def test_the_session_alone_and_the_cookie_alone_open_nothing(cast: Cast) -> None:
    key, visit = make_key(cast), noted(cast)
    client = with_open_key(cast, key)
    address = f"/desk/visits/{visit.pk}/"
    without_cookie = Client()
    without_cookie.cookies["session"] = client.cookies["session"].value
    assert FINDING not in without_cookie.get(address).content.decode()
    elsewhere = cast.client("iris")  # another session of the same person
    elsewhere.cookies[opened.cookie_name(key)] = client.cookies[opened.cookie_name(key)].value
    assert FINDING not in elsewhere.get(address).content.decode()
    assert Session.objects.count() >= 2


def test_the_cookie_is_for_this_host_and_no_script(cast: Cast) -> None:
    key = make_key(cast)
    client = with_open_key(cast, key)
    cookie = client.cookies[opened.cookie_name(key)]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    assert not cookie["max-age"]


def test_closing_closes(cast: Cast) -> None:
    key, visit = make_key(cast), noted(cast)
    client = with_open_key(cast, key)
    client.post("/desk/visits/own-key/close/")
    assert FINDING not in client.get(f"/desk/visits/{visit.pk}/").content.decode()
