"""Who read whom is kept and can be read by whoever owns the person; too many are stopped; canaries sing."""

from uuid import UUID, uuid4

import pytest

from repatria.web.audit import reads
from repatria.web.audit.models import Alarm, Canary, Reading
from repatria.web.audit.reads import MOST_IN_AN_HOUR, TooManyRead
from repatria.web.registry.models import Person
from tests.web.cast import Cast


def people(cast: Cast, how_many: int, code: str = "NTH") -> list[tuple[UUID, int | None]]:
    return [(uuid4(), cast.parties[code].pk) for _ in range(how_many)]


def read(cast: Cast, who: str, subjects: list[tuple[UUID, int | None]]) -> None:
    reads.note(cast[who], "registry_person", subjects)


def test_a_party_reads_who_read_its_people(cast: Cast) -> None:
    person = Person.objects.create(keeper=cast.parties["NTH"], number="N-7", values=[])
    read(cast, "iris", [(person.pk, cast.parties["NTH"].pk)])
    page = cast.client("north_bureau").get("/desk/audit/").content.decode()
    assert "Iris" in page
    assert "N-7" in page
    assert "Iris" not in cast.client("south_bureau").get("/desk/audit/").content.decode().replace("Iris2", "")


def test_the_page_can_show_one_person_alone(cast: Cast) -> None:
    one, other = people(cast, 2)
    read(cast, "iris", [one])
    read(cast, "hala", [other])
    page = cast.client("north").get(f"/desk/audit/?person={one[0]}").content.decode()
    assert "Iris" in page
    assert "<bdi>Hala</bdi>" not in page


def test_who_holds_no_people_has_no_such_page(cast: Cast) -> None:
    for who in ("admin", "auditor", "press"):
        assert cast.client(who).get("/desk/audit/").status_code == 404


def test_a_stolen_session_is_stopped_at_five_hundred(cast: Cast) -> None:
    for _page in range(16):
        read(cast, "north_bureau", people(cast, 30))
    with pytest.raises(TooManyRead):
        read(cast, "north_bureau", people(cast, 30))
    assert Reading.objects.count() <= MOST_IN_AN_HOUR
    alarm = Alarm.objects.get()
    assert (alarm.kind, alarm.account, alarm.party) == ("scraping", cast["north_bureau"], cast.parties["NTH"])


def test_reading_the_same_people_again_costs_nothing(cast: Cast) -> None:
    same = people(cast, 300)
    for _again in range(5):
        read(cast, "north_bureau", same)
    assert not Alarm.objects.exists()
    assert Reading.objects.count() == 1500  # each read is kept all the same


def test_one_page_with_too_many_shows_nothing(cast: Cast) -> None:
    with pytest.raises(TooManyRead):
        read(cast, "north_bureau", people(cast, MOST_IN_AN_HOUR + 1))
    assert not Reading.objects.exists()


def test_each_account_has_its_own_quota(cast: Cast) -> None:
    read(cast, "north_bureau", people(cast, MOST_IN_AN_HOUR))
    read(cast, "north_bureau2", people(cast, 1))


def test_a_canary_sings_at_once(cast: Cast) -> None:
    [(subject, party)] = people(cast, 1)
    Canary.objects.create(party=cast.parties["NTH"], subject=subject, planted_by=cast["north"])
    read(cast, "iris", [(subject, party), *people(cast, 3)])
    alarm = Alarm.objects.get()
    assert (alarm.kind, alarm.account, alarm.party) == ("canary", cast["iris"], cast.parties["NTH"])
    for who in ("admin", "north", "north_bureau"):
        assert "Iris" in cast.client(who).get("/desk/audit/alarms/").content.decode()
        assert "1 alarm that nobody has looked at" in cast.client(who).get("/desk/").content.decode()
    assert "Iris, " not in cast.client("south").get("/desk/audit/alarms/").content.decode()


def test_whoever_has_looked_says_so(cast: Cast) -> None:
    alarm = Alarm.objects.create(kind=Alarm.Kind.CANARY, account=cast["iris"], party=cast.parties["NTH"])
    cast.client("north").post(f"/desk/audit/alarms/{alarm.pk}/seen/")
    cast.client("admin").post(f"/desk/audit/alarms/{alarm.pk}/seen/")
    alarm.refresh_from_db()
    assert alarm.seen_by == cast["north"]


def test_a_canary_is_planted_by_its_delegation(cast: Cast) -> None:
    person = Person.objects.create(keeper=cast.parties["NTH"], number="N-99", values=[])
    client = cast.client("north")
    assert "nobody with this number" in client.post("/desk/audit/canaries/", {"number": "S-1"}).content.decode()
    client.post("/desk/audit/canaries/", {"number": "N-99"})
    assert Canary.objects.get().subject == person.pk
    assert "a canary already" in client.post("/desk/audit/canaries/", {"number": "N-99"}).content.decode()
    assert "N-99" not in cast.client("south").get("/desk/audit/canaries/").content.decode()
    for who in ("north_bureau", "iris", "hala", "admin"):
        assert cast.client(who).get("/desk/audit/canaries/").status_code == 404


def test_the_administrator_sees_no_person_anywhere(cast: Cast) -> None:
    from repatria.web import gate, policy

    about_people = {"registry", "lists", "matching_desk", "replies", "talks"}
    Person.objects.create(keeper=cast.parties["NTH"], number="N-1", values=[])
    from django.apps import apps

    for label in policy.ROWS:
        if label.split(".")[0] in about_people:
            assert not gate.rows(cast["admin"], apps.get_model(label)).exists(), label
