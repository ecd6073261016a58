"""Another passphrase for the ICRC's own key: with the old one, by two delegates, and never by anybody else."""

from typing import Any

import pytest

from repatria.web.ledger.enter import read_back
from repatria.web.ledger.models import Entry
from repatria.web.two_persons.models import Act
from repatria.web.two_persons.rule import NotSettled, confirm, refuse
from repatria.web.visits import acts, own_key
from repatria.web.visits.errors import StaysLocked
from repatria.web.visits.models import Note, OwnKey
from tests.web.cast import Cast
from tests.web.visits.samples import PASSPHRASE, ask, make_key

NEW = "nine storks on the old mill"


def address(key: OwnKey) -> str:
    return f"/desk/visits/own-key/{key.pk}/passphrase/"


def filled(**changed: str) -> dict[str, Any]:
    return {"old": PASSPHRASE, "passphrase": NEW, "again": NEW, **changed}


def waiting() -> Act:
    return Act.objects.get(kind="visits.own_key_passphrase", state="proposed")


def opens(key: OwnKey, passphrase: str, who: Any) -> bool:
    key.refresh_from_db()
    try:
        own_key.unlock(key, passphrase, who)
    except StaysLocked:
        return False
    return True


def test_two_delegates_change_it_and_the_notes_open_as_before(cast: Cast) -> None:
    key, visit = make_key(cast), ask(cast)
    note = acts.note(cast["iris"], Note.About.VISIT, "no doctor since June", visit=visit)
    assert cast.client("iris").post(address(key), filled()).status_code == 302
    assert opens(key, PASSPHRASE, cast["iris"]), "until a second has confirmed it"
    assert not opens(key, NEW, cast["iris"])
    confirm(waiting().pk, cast["iris2"])
    assert not opens(key, PASSPHRASE, cast["iris2"])
    assert acts.read(note, own_key.unlock(key, NEW, cast["iris2"])) == "no doctor since June"
    assert key.relocked is None


def test_the_record_says_that_it_was_changed_and_nothing_of_the_passphrase(cast: Cast) -> None:
    key = make_key(cast)
    cast.client("iris").post(address(key), filled())
    confirm(waiting().pk, cast["iris2"])
    said = [read_back(one) for one in Entry.objects.filter(act="notes key changed").order_by("pk")]
    assert [(one["by"], one["what"]) for one in said] == [("ICR", "put in use"), ("ICR", "passphrase changed")]
    assert all(len(set(one["approvals"])) == 2 for one in said)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"old": "seven cranes over the river"}, "This is not the passphrase"),
        ({"passphrase": "short", "again": "short"}, "A passphrase needs 14 characters"),
        ({"again": "nine storks on the new mill"}, "The two are different"),
        ({"old": ""}, "required"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_changed(cast: Cast, changed: dict[str, str], told: str) -> None:
    key = make_key(cast)
    answer = cast.client("iris").post(address(key), filled(**changed))
    assert answer.status_code == 400
    assert told in answer.content.decode()
    assert PASSPHRASE not in answer.content.decode()
    assert not Act.objects.filter(kind="visits.own_key_passphrase").exists()
    assert opens(key, PASSPHRASE, cast["iris2"])


def test_tries_are_counted_here_too(cast: Cast) -> None:
    key, client = make_key(cast), cast.client("iris")
    for number in range(own_key.MOST_TRIES):
        client.post(address(key), filled(old=f"a guess, the one of number {number}"))
    answer = client.post(address(key), filled())
    assert "Too many passphrases were tried" in answer.content.decode()
    assert not Act.objects.filter(kind="visits.own_key_passphrase").exists()


def test_one_alone_does_not_change_it(cast: Cast) -> None:
    key = make_key(cast)
    own_key.change_passphrase(key, PASSPHRASE, NEW, cast["iris"])
    with pytest.raises(NotSettled):
        confirm(waiting().pk, cast["iris"])
    with pytest.raises(NotSettled):
        own_key.change_passphrase(key, PASSPHRASE, "five swallows under a roof", cast["iris2"])
    confirm(waiting().pk, cast["iris2"])
    assert opens(key, NEW, cast["iris"]), "the one that was proposed, not the one that came second"


def test_a_change_that_was_refused_changes_nothing(cast: Cast) -> None:
    key = make_key(cast)
    own_key.change_passphrase(key, PASSPHRASE, NEW, cast["iris"])
    assert "waits for a second delegate" in cast.client("iris2").get("/desk/visits/own-key/").content.decode()
    refuse(waiting().pk, cast["iris2"])
    assert "waits for a second delegate" not in cast.client("iris2").get("/desk/visits/own-key/").content.decode()
    assert opens(key, PASSPHRASE, cast["iris"])


@pytest.mark.parametrize("who", ["hala", "north", "case_worker", "admin", "noor"])
def test_for_others_there_is_no_such_page(cast: Cast, who: str) -> None:
    assert cast.client(who).get(address(make_key(cast))).status_code == 404
