"""A party's key is changed by two of its people; afterwards nothing lies under the old one."""

from typing import Any

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator

from repatria.web.registry.models import Event, Person, Site
from repatria.web.two_persons import rule
from repatria.web.two_persons.rule import NotSettled
from repatria.web.vault import acts, keys, rotation
from repatria.web.vault.models import PartyKey
from tests.web.cast import Cast

VALUES = [{"kind": "surname", "text": "Вигаданий"}]


@pytest.fixture
def people(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> list[Person]:
    monkeypatch.setattr(rotation, "BATCH", 3)  # so that there are several batches
    made = []
    for code in ("NTH", "STH"):
        party = cast.parties[code]
        Site.objects.create(party=party, code="1", name="Місце")
        for number in range(7):
            person = Person.objects.create(keeper=party, number=f"{code}-{number}", values=VALUES)
            Event.objects.create(person=person, kind="captured", occurred_on="2026", details={"at": "x"})
            made.append(person)
    return made


def rotate(cast: Cast) -> None:
    act = acts.propose_rotation(cast["north"])
    rule.confirm(act.pk, cast["north2"])


@pytest.mark.django_db(transaction=True)
def test_after_it_no_row_is_left_under_the_old_key(cast: Cast, people: list[Person]) -> None:
    party = cast.parties["NTH"].pk
    old, _key = keys.newest(party)
    rotate(cast)
    assert keys.newest(party)[0] != old
    assert rotation.left_under_old_keys(party) == 0
    keys.forget()
    PartyKey.objects.filter(pk=old).update(wrapped=b"gone")  # whoever still holds the old key holds nothing
    for person in Person.objects.filter(keeper=party):
        assert person.values == VALUES
        assert person.events.get().details == {"at": "x"}
    assert Site.objects.get(party=party).name == "Місце"
    keys.forget()


@pytest.mark.django_db(transaction=True)
def test_others_keep_their_keys(cast: Cast, people: list[Person]) -> None:
    south = cast.parties["STH"].pk
    before = [bytes(sealed) for sealed in Person.objects.filter(keeper=south).values_list("values", flat=True)]
    rotate(cast)
    after = [bytes(sealed) for sealed in Person.objects.filter(keeper=south).values_list("values", flat=True)]
    assert before == after


def test_before_the_work_is_done_old_rows_still_open(cast: Cast, people: list[Person]) -> None:
    party = cast.parties["NTH"].pk
    keys.rotate(party)
    assert rotation.left_under_old_keys(party) == 15  # 7 people, 7 events, the place
    assert Person.objects.filter(keeper=party).first().values == VALUES
    assert rotation.reseal(party) == 15
    assert rotation.reseal(party) == 0  # done is done


def test_a_row_that_somebody_saves_meanwhile_is_not_overwritten(
    cast: Cast, people: list[Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = rotation.Column.replace
    newer = [{"kind": "surname", "text": "Новіше"}]

    def saved_meanwhile(column: Any, fresh: Any) -> None:
        if column.model is Person:
            person = Person.objects.get(pk=fresh[0][1])
            person.values = newer
            person.save()
        plain(column, fresh)

    keys.rotate(cast.parties["NTH"].pk)
    monkeypatch.setattr(rotation.Column, "replace", saved_meanwhile)
    rotation.reseal(cast.parties["NTH"].pk)
    monkeypatch.undo()
    texts = [person.values for person in Person.objects.filter(keeper=cast.parties["NTH"])]
    assert newer in texts
    assert rotation.left_under_old_keys(cast.parties["NTH"].pk) == 0


@pytest.mark.parametrize("who", ["north", "south2", "admin", "north_bureau2", "hala"])
def test_nobody_else_is_the_second_person(cast: Cast, people: list[Person], who: str) -> None:
    before = keys.newest(cast.parties["NTH"].pk)[0]
    act = acts.propose_rotation(cast["north"])
    with pytest.raises(NotSettled):
        rule.confirm(act.pk, cast[who])
    assert keys.newest(cast.parties["NTH"].pk)[0] == before


def test_secrets_of_second_factors_move_to_the_sites_new_key(cast: Cast) -> None:
    found = Authenticator.objects.get(user=cast["north"])
    found.data = {"secret": get_adapter().encrypt("JBSWY3DPEHPK3PXP")}
    found.save()
    keys.rotate(None)
    assert rotation.left_under_old_keys(None) == 1
    rotation.reseal(None)
    assert rotation.left_under_old_keys(None) == 0
    assert get_adapter().decrypt(Authenticator.objects.get(pk=found.pk).data["secret"]) == "JBSWY3DPEHPK3PXP"


def test_the_page_proposes_it(cast: Cast) -> None:
    answer = cast.client("north").post("/desk/keys/")
    shown = cast.client("north2").get(answer["Location"]).content.decode()
    assert "sealed anew in the background" in shown
