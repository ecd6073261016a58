"""A bureau enters people, corrects them, notes what happened; others see what is theirs to see."""

import re
from typing import Any

import pytest

from repatria.web.audit.models import Alarm, Reading
from repatria.web.registry.models import Event, Person, Site
from tests.web.cast import Cast
from tests.web.register import make_event, make_person, make_site

PERSON = {
    "source": "capture card", "source_date": "2026-02-01", "confidence": "document", "standing": "held",
    "surname": "Шевченко", "given_name": "Володимир", "date_of_birth": "17.08.1990", "capture_date": "2025-03",
}  # fmt: skip


def enter(cast: Cast, who: str = "north_bureau", **changes: str) -> Any:
    other = {"other": str(cast.parties["STH"].pk)}
    return cast.client(who).post("/desk/register/new/", {**PERSON, **other, **changes})


def change(cast: Cast, person: Person, who: str = "north_bureau", **changes: str) -> Any:
    typed = {**person.current(), "version": str(person.version), "source": "himself", "confidence": "stated"}
    return cast.client(who).post(f"/desk/register/{person.pk}/change/", {**typed, **changes})


def page(cast: Cast, person: Person, who: str = "north_bureau") -> str:
    return cast.client(who).get(f"/desk/register/{person.pk}/").content.decode()


class TestEntering:
    def test_a_bureau_enters_a_person_with_source_date_and_script(self, cast: Cast) -> None:
        answer = enter(cast)
        person = Person.objects.get()
        assert answer["Location"] == f"/desk/register/{person.pk}/"
        assert (person.number, person.keeper, person.holder, person.origin) == (
            "NTH-000001", cast.parties["NTH"], cast.parties["NTH"], cast.parties["STH"],
        )  # fmt: skip
        surname = person.history_of("surname")[0]
        kept = ("text", "script", "source", "source_date", "confidence", "reason")
        assert [surname[key] for key in kept] == [
            "Шевченко", "cyrillic", "capture card", "2026-02-01", "document", "",
        ]  # fmt: skip
        assert person.current()["date_of_birth"] == "17.08.1990"

    @pytest.mark.parametrize(
        ("changes", "said"),
        [
            ({"date_of_birth": "03/04/1990"}, "day and month could be exchanged; write the year first"),
            ({"date_of_birth": "yesterday"}, "this is not a date; write the year first"),
            ({"capture_date": "2199-01-01"}, "the date lies in the future"),
            ({"capture_date": "1980"}, "the capture lies before the birth"),
            ({"age": "old"}, "write a whole number of years"),
            ({"surname": "", "given_name": ""}, "nobody can be told by this"),
            ({"source": ""}, "This field is required"),
            ({"surname": "Шев\x07ченко"}, "there is a control sign in it"),
            ({"surname": "x" * 501}, "at most 500 characters"),
        ],
    )
    def test_a_fault_says_what_and_where_and_keeps_what_was_typed(
        self, cast: Cast, changes: dict[str, str], said: str
    ) -> None:
        answer = enter(cast, **changes)
        text = answer.content.decode()
        assert answer.status_code == 422
        assert said.lower() in text.lower()
        assert 'value="17.08.1990"' in text or "date_of_birth" in changes
        assert not Person.objects.exists()

    def test_a_number_is_given_once(self, cast: Cast) -> None:
        enter(cast, number="N-7")
        answer = enter(cast, number="N-7", surname="Другий")
        assert answer.status_code == 422
        assert "another person of your register has this number" in answer.content.decode()
        assert Person.objects.count() == 1

    def test_two_registers_may_use_one_number(self, cast: Cast) -> None:
        enter(cast, number="7")
        enter(cast, "south_bureau", number="7", other=str(cast.parties["NTH"].pk))
        assert Person.objects.count() == 2

    def test_a_delegation_reads_and_does_not_enter(self, cast: Cast) -> None:
        assert enter(cast, "north").status_code == 403
        assert enter(cast, "iris").status_code == 404
        assert not Person.objects.exists()

    def test_there_is_no_place_for_a_photograph(self, cast: Cast) -> None:
        text = cast.client("north_bureau").get("/desk/register/new/").content.decode()
        assert 'type="file"' not in text

    def test_what_the_holder_may_not_read_is_taken_and_sealed(self, cast: Cast) -> None:
        enter(cast, next_of_kin="Mother, 1 Green Street")
        person = Person.objects.get()
        assert "Green Street" not in page(cast, person)
        assert "it is not for this party to read" in page(cast, person)
        assert "Green Street" in page(cast, person, "iris")
        change(cast, person, surname="Шевчук", reason="misread")
        assert Person.objects.get().current()["next_of_kin"] == "Mother, 1 Green Street"


class TestCorrecting:
    def test_a_correction_needs_a_reason_and_stands_beside_the_first_word(self, cast: Cast) -> None:
        person = make_person(cast, surname="Шевчук")
        refused = change(cast, person, surname="Шевченко")
        assert refused.status_code == 422
        assert "say why" in refused.content.decode()
        assert change(cast, person, surname="Шевченко", reason="misread on the card").status_code == 302
        first, second = Person.objects.get().history_of("surname")
        assert (first["text"], second["text"], second["reason"]) == ("Шевчук", "Шевченко", "misread on the card")
        text = page(cast, person)
        assert "misread on the card" in text
        assert "Шевчук" in text

    def test_a_value_that_was_not_there_needs_no_reason(self, cast: Cast) -> None:
        person = make_person(cast, surname="Шевченко")
        assert change(cast, person, rank="сержант").status_code == 302
        assert Person.objects.get().current()["rank"] == "сержант"

    def test_a_value_can_be_taken_back(self, cast: Cast) -> None:
        person = make_person(cast, surname="Шевченко", unit="7")
        change(cast, person, unit="", reason="another man's")
        assert "unit" not in Person.objects.get().current()
        assert "taken back" in page(cast, person)

    def test_whoever_comes_second_loses_nothing_and_sees_both(self, cast: Cast) -> None:
        person = make_person(cast, surname="Шевчук")
        change(cast, person, "north_bureau2", surname="Шевченко", reason="misread")
        answer = change(cast, person, surname="Шевчик", reason="his letter")
        text = answer.content.decode()
        assert answer.status_code == 409
        assert 'value="Шевчик"' in text
        assert "Шевченко" in text
        assert Person.objects.get().current()["surname"] == "Шевченко"
        version = re.search(r'name="version" value="(\d+)"', text)
        assert version
        again = change(cast, person, surname="Шевчик", reason="his letter", version=version[1])
        assert again.status_code == 302
        assert len(Person.objects.get().history_of("surname")) == 3

    def test_an_imported_date_that_is_in_doubt_does_not_stop_another_change(self, cast: Cast) -> None:
        person = make_person(cast, surname="Шевченко", date_of_birth="03/04/1990")
        assert change(cast, person, rank="сержант").status_code == 302

    def test_nobody_else_can(self, cast: Cast) -> None:
        person = make_person(cast, surname="Шевчук")
        assert change(cast, person, "north", surname="X", reason="y").status_code == 403
        assert change(cast, person, "iris", surname="X", reason="y").status_code == 403
        assert change(cast, person, "south_bureau", surname="X", reason="y").status_code == 404
        assert Person.objects.get().current()["surname"] == "Шевчук"


class TestEvents:
    def note(self, cast: Cast, person: Person, kind: str, day: str, who: str = "north_bureau", **more: str) -> Any:
        data = {"kind": kind, "occurred_on": day, **more}
        return cast.client(who).post(f"/desk/register/{person.pk}/event/", data)

    def test_a_partial_date_and_a_site_are_taken_and_the_person_is_there(self, cast: Cast) -> None:
        person, site = make_person(cast, surname="Шевченко"), make_site(cast, code="7-B")
        assert self.note(cast, person, "arrival_at_site", "2025-03", site=str(site.pk)).status_code == 302
        assert Person.objects.get().site == site
        assert "7-B" in page(cast, person)
        self.note(cast, person, "release", "2025-05")
        assert Person.objects.get().site is None

    def test_what_cannot_have_happened_is_refused(self, cast: Cast) -> None:
        person = make_person(cast, surname="Шевченко")
        make_event(person, "death", "2025-03-01")
        answer = self.note(cast, person, "transfer", "2025-04")
        assert answer["Location"] == f"/desk/register/{person.pk}/"
        assert Event.objects.count() == 1

    @pytest.mark.parametrize(
        ("kind", "day", "said"),
        [("transfer", "2024", "before the capture"), ("transfer", "2199", "in the future"),
         ("transfer", "soon", "not a date"), ("medical_category", "2025-06", "required")],
    )  # fmt: skip
    def test_a_fault_is_named(self, cast: Cast, kind: str, day: str, said: str) -> None:
        person = make_person(cast, surname="Шевченко")
        make_event(person, "capture", "2025-03-01")
        answer = self.note(cast, person, kind, day)
        assert answer.status_code == 422
        assert said in answer.content.decode()

    def test_a_double_click_notes_it_once(self, cast: Cast) -> None:
        person = make_person(cast, surname="Шевченко")
        for _click in range(2):
            self.note(cast, person, "capture", "2025-03-01")
            self.note(cast, person, "medical_inspection", "2025-04-01")
        assert Event.objects.count() == 2

    def test_a_wrong_event_stays_beside_its_correction(self, cast: Cast) -> None:
        person = make_person(cast, surname="Шевченко")
        wrong = make_event(person, "death", "2025-03-01", cause="natural")
        where = f"/desk/register/event/{wrong.pk}/"
        data = {"happened": "no", "occurred_on": "2025-03-01"}
        assert cast.client("north_bureau").post(where, data).status_code == 422
        answer = cast.client("north_bureau").post(where, {**data, "reason": "another man of this name"})
        assert answer.status_code == 302
        text = page(cast, person)
        assert "another man of this name" in text
        assert "nothing noted" in text
        again = cast.client("north_bureau2").post(where, {**data, "reason": "a second click"})
        assert again.status_code == 422
        assert Event.objects.count() == 2

    def test_only_the_keeper_notes(self, cast: Cast) -> None:
        person = make_person(cast, surname="Шевченко")
        assert self.note(cast, person, "capture", "2025", "north").status_code == 403
        assert self.note(cast, person, "capture", "2025", "south_bureau").status_code == 404
        assert not Event.objects.exists()


class TestSites:
    def test_a_bureau_enters_a_site_once(self, cast: Cast) -> None:
        client = cast.client("north_bureau")
        assert client.post("/desk/register/sites/", {"code": "N-1", "region": "the east"}).status_code == 302
        assert client.post("/desk/register/sites/", {"code": "N-1"}).status_code == 422
        assert Site.objects.count() == 1
        assert cast.client("north").post("/desk/register/sites/", {"code": "N-2"}).status_code == 403

    def test_the_other_side_never_sees_it(self, cast: Cast) -> None:
        make_site(cast, code="SECRET-9")
        assert "SECRET-9" not in cast.client("south_bureau").get("/desk/register/sites/").content.decode()
        assert "SECRET-9" in cast.client("iris").get("/desk/register/sites/").content.decode()
        assert cast.client("hala").get("/desk/register/sites/").status_code == 404


class TestFinding:
    def find(self, cast: Cast, text: str, who: str = "north_bureau", after: str = "") -> str:
        return cast.client(who).post("/desk/register/", {"q": text, "after": after}).content.decode()

    def test_another_spelling_finds_him(self, cast: Cast) -> None:
        enter(cast)
        enter(cast, surname="Мельник", given_name="Іван")
        for text in ("Shevchenko", "szewczenko wołodymyr", "شيفتشينكو", "NTH-000001"):
            found = self.find(cast, text)
            assert "Шевченко" in found, text
            assert "Мельник" not in found, text

    def test_after_a_correction_both_spellings_find_him(self, cast: Cast) -> None:
        enter(cast, surname="Шевчук")
        change(cast, Person.objects.get(), surname="Шевченко", reason="misread")
        assert "NTH-000001" in self.find(cast, "Shevchuk")
        assert "NTH-000001" in self.find(cast, "Shevchenko")

    def test_if_nobody_has_both_names_those_with_one_are_shown_as_such(self, cast: Cast) -> None:
        enter(cast)
        found = self.find(cast, "Шевченко Олексій")
        assert "Nobody has both names" in found
        assert "NTH-000001" in found

    def test_each_searches_his_own_register_and_the_icrc_all(self, cast: Cast) -> None:
        enter(cast)
        assert "NTH-000001" not in self.find(cast, "Shevchenko", "south_bureau")
        assert "NTH-000001" in self.find(cast, "Shevchenko", "north")
        assert "NTH-000001" in self.find(cast, "Shevchenko", "iris")
        assert cast.client("hala").get("/desk/register/").status_code == 404

    def test_pages_of_fifty_follow_one_another(self, cast: Cast) -> None:
        for n in range(60):
            make_person(cast, number=f"N-{n:03}", surname=f"Surname{n}")
        first = self.find(cast, "")
        assert ("N-049" in first, "N-050" in first) == (True, False)
        after = re.search(r'name="after" value="([^"]+)"', first)
        assert after
        second = self.find(cast, "", after=after[1])
        assert ("N-049" in second, "N-059" in second) == (False, True)

    def test_reading_is_noted_and_stopped_at_five_hundred(self, cast: Cast) -> None:
        person = make_person(cast, surname="Шевченко")
        page(cast, person)
        noted = Reading.objects.get()
        assert (noted.reader, noted.party, noted.subject) == (cast["north_bureau"], person.keeper, person.pk)
        Reading.objects.bulk_create(
            Reading(reader=cast["north_bureau"], subject=cast.people["north"].pk.__class__(int=n), page="x")
            for n in range(500)
        )
        answer = cast.client("north_bureau").get(f"/desk/register/{make_person(cast, number='N-2').pk}/")
        assert answer.status_code == 429
        assert "N-2" not in answer.content.decode()
        assert Alarm.objects.count() == 1

    def test_nothing_that_was_searched_for_stands_in_an_address(self, cast: Cast) -> None:
        text = cast.client("north_bureau").get("/desk/register/").content.decode()
        assert re.search(r'<form method="post" role="search"', text)
