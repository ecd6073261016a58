from datetime import UTC, datetime

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from repatria.people import CannotWriteList, Publisher, write_pfif
from tests.people.builders import read, read_text
from tests.people.test_writing import texts

TOLD = datetime(2026, 11, 23, 12, tzinfo=UTC)
NORTH = Publisher("north.example", "North's bureau", TOLD)
PERSON = {
    "id": "R-1",
    "full_name_native": "Мельник Юрій",
    "surname": "Мельник",
    "given_name": "Юрій",
    "date_of_birth": "1990-08",
    "sex": "male",
    "age": "36",
    "reply": "held",
}
DOCUMENT = """<?xml version="1.0"?>
<pfif:pfif xmlns:pfif="http://zesty.ca/pfif/1.{version}">
 <pfif:person>
  <pfif:person_record_id>south.example/1</pfif:person_record_id>
  <pfif:full_name>Noor Haddad</pfif:full_name>
  <pfif:{given}>Noor</pfif:{given}>
  <pfif:date_of_birth>1990</pfif:date_of_birth>
  <pfif:photo_url>http://example.org/1.jpg</pfif:photo_url>
  <pfif:note><pfif:note_record_id>south.example/n2</pfif:note_record_id>
   <pfif:source_date>2026-02-01T00:00:00Z</pfif:source_date><pfif:status>believed_alive</pfif:status></pfif:note>
 </pfif:person>
 <pfif:note><pfif:note_record_id>south.example/n1</pfif:note_record_id>
  <pfif:person_record_id>south.example/1</pfif:person_record_id>
  <pfif:source_date>2026-01-01T00:00:00Z</pfif:source_date><pfif:status>information_sought</pfif:status></pfif:note>
</pfif:pfif>
"""


def people(*persons: dict[str, str]) -> pl.DataFrame:
    return pl.DataFrame([*persons])


@pytest.mark.parametrize(("version", "given_name"), [("4", "given_name"), ("3", "first_name")])
def test_persons_and_their_latest_note_are_read(tmp_path, version, given_name):
    text = DOCUMENT.format(version=version, given=given_name)
    reading = read_text(tmp_path, text, "list.xml")
    assert reading.outcome == "rows"
    (person,) = reading.frame().to_dicts()
    assert person["id"] == "south.example/1"
    assert person["full_name_native"] == "Noor Haddad"
    assert person["given_name"] == "Noor"
    assert person["date_of_birth"] == "1990"
    assert person["reply"] == "believed_alive"


def test_what_is_written_is_read(tmp_path):
    path = tmp_path / "list.xml"
    write_pfif(path, people(PERSON), NORTH)
    (person,) = read(path).frame().to_dicts()
    kept = ("full_name_native", "surname", "given_name", "date_of_birth", "sex", "age")
    assert {field: person[field] for field in kept} == {field: PERSON[field] for field in kept}
    assert (person["id"], person["reply"], person["source"]) == (
        "north.example/R-1",
        "believed_alive",
        "North's bureau",
    )


def test_what_could_harm_is_never_written(tmp_path):
    path = tmp_path / "list.xml"
    secret = {
        "site": "Camp 7",
        "captor": "2nd Brigade",
        "health": "amputee",
        "residence": "Street 1",
        "marks": "scar",
    }
    write_pfif(path, people({**PERSON, **secret, "next_of_kin": "Olena", "capture_place": "Soledar"}), NORTH)
    written = path.read_text("utf-8")
    assert not [text for text in [*secret.values(), "Olena", "Soledar", "photo"] if text in written]


@pytest.mark.parametrize(
    ("reply", "status"),
    [
        ("held", "believed_alive"),
        ("not_held", "believed_missing"),
        ("deceased", "believed_dead"),
        ("maybe", "information_sought"),
    ],
)
def test_a_reply_becomes_a_status(tmp_path, reply, status):
    path = tmp_path / "list.xml"
    write_pfif(path, people({**PERSON, "reply": reply}), NORTH)
    assert f"<pfif:status>{status}</pfif:status>" in path.read_text("utf-8")


def test_an_expired_record_keeps_ids_and_dates_alone(tmp_path):
    path = tmp_path / "list.xml"
    write_pfif(path, people(PERSON), Publisher("north.example", "North", TOLD, expires_at=TOLD))
    assert "Мельник" not in path.read_text("utf-8")
    reading = read(path)
    assert (reading.count, len(reading.rejected)) == (0, 1)


def test_a_doubtful_date_is_not_passed_on(tmp_path):
    path = tmp_path / "list.xml"
    write_pfif(path, people({**PERSON, "date_of_birth": "03/04/1990"}), NORTH)
    assert "date_of_birth" not in path.read_text("utf-8")


@pytest.mark.parametrize(
    "person",
    [
        {**PERSON, "id": ""},
        {"id": "R-1", "unit": "12"},
        {"full_name_native": "x"},
        {**PERSON, "given_name": "\x07"},
    ],
    ids=["no id", "no name", "no column of ids", "control sign"],
)
def test_what_cannot_be_written_leaves_no_file(tmp_path, person):
    path = tmp_path / "list.xml"
    with pytest.raises(CannotWriteList):
        write_pfif(path, people(person), NORTH)
    assert not list(tmp_path.iterdir())


def test_a_domain_must_look_like_one(tmp_path):
    with pytest.raises(CannotWriteList):
        write_pfif(tmp_path / "list.xml", people(PERSON), Publisher("North/", "North", TOLD))


@pytest.mark.parametrize(
    "text",
    [
        "<pfif>",
        '<pfif xmlns="http://zesty.ca/pfif/1.4"></pfif>',
        DOCUMENT.format(version="4", given="given_name")[:-40],
        DOCUMENT.format(version="9", given="given_name"),
        DOCUMENT.format(version="4", given="given_name").replace(
            "<pfif:pfif", '<!DOCTYPE x [<!ENTITY a "b">]><pfif:pfif'
        ),
    ],
    ids=["no namespace", "nobody", "cut short", "unknown version", "entities"],
)
def test_what_is_no_whole_pfif_is_refused(tmp_path, text):
    assert read_text(tmp_path, text, "list.xml").outcome == "refuse"


def test_depth_is_bounded(tmp_path):
    text = '<pfif:pfif xmlns:pfif="http://zesty.ca/pfif/1.4">' + "<pfif:person>" * 200
    assert "nested" in read_text(tmp_path, text, "list.xml").why


@settings(deadline=None)
@given(st.lists(texts().filter(lambda text: text.strip()), min_size=1, max_size=4))
def test_any_name_survives_the_way_there_and_back(tmp_path_factory, names):
    path = tmp_path_factory.mktemp("pfif") / "list.xml"
    write_pfif(path, people(*({"id": f"R-{i}", "full_name_native": name} for i, name in enumerate(names))), NORTH)
    assert [row[-1] for row in read(path).table.cells.select("row", "4").iter_rows()] == names
