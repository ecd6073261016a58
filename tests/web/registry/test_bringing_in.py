"""A checked list becomes persons of the register."""

import contextlib

from repatria.web.registry import bringing_in
from repatria.web.registry.models import ListImport, Person
from tests.web.cast import Cast
from tests.web.register import make_list, make_person, make_site


def test_a_list_is_brought_in_once(cast: Cast) -> None:
    site = make_site(cast, code="7-B")
    sent = make_list(cast, party="NTH", rows=3, purpose="held", site="7-B", remarks="do not keep this")
    for _click in range(2):
        assert cast.client("north_bureau").post(f"/desk/register/import/{sent.pk}/").status_code == 302
    people = list(Person.objects.all())
    assert [person.number for person in people] == ["N-1", "N-2", "N-3"]
    assert (people[0].holder, people[0].origin, people[0].site) == (cast.parties["NTH"], cast.parties["STH"], site)
    assert people[0].current()["surname"] == "Surname1"
    assert people[0].values[0]["source"] == sent.reference
    assert "remarks" not in people[0].current()
    assert sent.rows.filter(person=None).count() == 0
    text = cast.client("north_bureau").get("/desk/register/import/").content.decode()
    assert "entered 0, joined 0, apart 0" in text
    assert "N-2" in cast.client("north_bureau").post("/desk/register/", {"q": "Surname2"}).content.decode()


def test_persons_sought_are_ours_and_nobody_says_who_holds_them(cast: Cast) -> None:
    sent = make_list(cast, party="STH", rows=1)
    cast.client("south_bureau").post(f"/desk/register/import/{sent.pk}/")
    person = Person.objects.get()
    assert (person.keeper, person.holder, person.origin) == (cast.parties["STH"], None, cast.parties["STH"])


def test_the_same_number_and_name_is_the_same_person_and_another_name_stays_apart(cast: Cast) -> None:
    same, other = (
        make_person(cast, number="N-1", surname="Surname1"),
        make_person(cast, number="N-2", surname="Koval"),
    )
    sent = make_list(cast, party="NTH", rows=2, purpose="held")
    cast.client("north_bureau").post(f"/desk/register/import/{sent.pk}/")
    work = ListImport.objects.get()
    assert (work.entered, work.linked, work.apart) == (0, 1, 1)
    assert list(sent.rows.values_list("person", flat=True)) == [same.pk, None]
    assert other.current()["surname"] == "Koval"


def test_killed_in_the_middle_it_goes_on_and_nobody_comes_twice(cast: Cast, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    sent = make_list(cast, party="NTH", rows=5, purpose="held")
    monkeypatch.setattr(bringing_in, "AT_ONCE", 2)
    work = bringing_in.ask(cast["north_bureau"], sent)
    real, calls = bringing_in._bring_in, []

    def killed(*args):  # type: ignore[no-untyped-def]
        calls.append(1)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return real(*args)

    monkeypatch.setattr(bringing_in, "_bring_in", killed)
    with contextlib.suppress(KeyboardInterrupt):
        bringing_in.run(work.pk)
    assert Person.objects.count() == 2
    bringing_in.run(work.pk)
    work.refresh_from_db()
    assert (Person.objects.count(), work.entered) == (5, 5)


def test_only_the_bureau_whose_list_it_is(cast: Cast) -> None:
    sent = make_list(cast, party="NTH", rows=1, purpose="held")
    assert cast.client("north").post(f"/desk/register/import/{sent.pk}/").status_code == 403
    assert cast.client("south_bureau").post(f"/desk/register/import/{sent.pk}/").status_code == 403
    assert cast.client("noor_bureau").post(f"/desk/register/import/{sent.pk}/").status_code == 404
    assert not Person.objects.exists()
