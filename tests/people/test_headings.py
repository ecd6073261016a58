import json

import pytest

from repatria.people import BadColumns, parse_columns
from repatria.people.headings import guess, guess_all, plain
from repatria.people.headings_table import WORDS
from tests.people.builders import EASTERNERS, NORTHERNERS, SOUTHERNERS, as_text, read_text


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Date of Birth", "date_of_birth"),
        ("D.O.B.", "date_of_birth"),
        ("Father’s name", "father_given_name"),
        ("ПРІЗВИЩЕ", "surname"),
        ("Ім’я", "given_name"),
        ("Прізвище, ім'я, по батькові", "full_name_native"),
        ("№ з/п", "line"),
        ("В/Ч", "unit"),
        ("ФИО", "full_name_native"),
        ("Дата рождения (дд.мм.гггг)", "date_of_birth"),
        ("الاسم الرباعي", "full_name_native"),
        ("تاريخُ الميلاد", "date_of_birth"),
        ("Surname / Прізвище", "surname"),
        ("capture_place", "capture_place"),
        ("Né(e) le", "date_of_birth"),
        ("PRENOM(S)", "given_name"),
        ("Prénom", "given_name"),
        ("Nom et prénom", "full_name_native"),
        ("N° matricule", "service_number"),
        ("Lieu de détention", "site"),
        ("Signes particuliers", "marks"),
    ],
)
def test_headings_are_known_in_five_languages(heading, field):
    found = guess(heading)
    assert found is not None
    assert found.field == field


@pytest.mark.parametrize("heading", ["", "shoe size", "Петренко Іван", "1990", "Surname / Born"])
def test_other_words_are_no_headings(heading):
    assert guess(heading) is None


def test_no_word_names_two_fields_in_one_language():
    for language, fields in WORDS.items():
        words = [plain(word) for text in fields.values() for word in text.split("|")]
        assert len(words) == len(set(words)), language


def test_name_beside_surname_is_the_given_name():
    assert [g.field for g in guess_all(["Surname", "Name"]) if g] == ["surname", "given_name"]
    assert [g.field for g in guess_all(["Name", "Born"]) if g] == ["full_name_native", "date_of_birth"]


def test_the_french_nom_is_the_surname_beside_a_given_name_alone():
    assert [g.field for g in guess_all(["Nom", "Prénom"]) if g] == ["surname", "given_name"]
    assert [g.field for g in guess_all(["Nom", "Né le"]) if g] == ["full_name_native", "date_of_birth"]


def test_every_language_has_a_word_for_every_column():
    for language, fields in WORDS.items():
        assert fields.keys() == WORDS["en"].keys(), language


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        (["ПІБ", "Дата народження", "Номер"], NORTHERNERS),
        (["ФИО", "Дата рождения", "Номер"], SOUTHERNERS),
        (["الاسم", "تاريخ الميلاد", "الرقم"], EASTERNERS),
        (["Nom", "Date de naissance", "Numéro"], NORTHERNERS),
    ],
)
def test_foreign_headings_are_proposed_and_settled_by_the_map(tmp_path, header, rows):
    text = as_text(rows, header)
    asked = read_text(tmp_path, text)
    assert asked.outcome == "ask"
    assert list(asked.fields.values()) == ["full_name_native", "date_of_birth", "id"]
    settled = read_text(tmp_path, text, columns=asked.fields)
    assert (settled.outcome, list(settled.rows())) == ("rows", rows)


def test_the_map_may_ignore_a_column(tmp_path):
    reading = read_text(tmp_path, as_text(NORTHERNERS), columns={"number": "ignore"})
    assert reading.columns == ["full_name_native", "date_of_birth", None]


def test_a_map_that_fits_nothing_is_refused(tmp_path):
    assert read_text(tmp_path, as_text(NORTHERNERS), columns={"Прізвище": "surname"}).outcome == "refuse"


def test_remembered_headings_need_no_question_and_may_be_missing(tmp_path):
    remembered = {"Кого шукаємо": "full_name_native", "Нема такого": "unit"}
    text = as_text(NORTHERNERS, ["Кого шукаємо", "born", "number"])
    assert read_text(tmp_path, text).outcome == "ask"
    assert read_text(tmp_path, text, remembered=remembered).outcome == "rows"
    assert read_text(tmp_path, as_text(NORTHERNERS), remembered=remembered).outcome == "rows"


def test_the_same_heading_twice_and_two_for_one_field_are_refused(tmp_path):
    for header in (["name", "born", "Name"], ["name", "born", "birth date"]):
        reading = read_text(tmp_path, as_text(NORTHERNERS, header))
        assert reading.outcome == "refuse"


def test_two_headings_for_one_field_are_settled_by_the_map(tmp_path):
    text = as_text(NORTHERNERS, ["name", "born", "full name"])
    assert read_text(tmp_path, text, columns={"full name": "callsign"}).outcome == "rows"


def test_a_heading_further_down_is_proposed_and_settled_by_its_row(tmp_path):
    text = "Список\r\nстаном на 01.08.2024\r\n\r\n" + as_text(NORTHERNERS)
    asked = read_text(tmp_path, text)
    assert (asked.outcome, asked.heading_row, list(asked.rows())) == ("ask", 4, NORTHERNERS)
    assert read_text(tmp_path, text, heading_row=4).outcome == "rows"
    assert read_text(tmp_path, text, columns=asked.fields).outcome == "rows"


def test_no_heading_is_seen_and_nobody_is_taken_for_one(tmp_path):
    text = as_text(NORTHERNERS, header=[])
    asked = read_text(tmp_path, text)
    assert (asked.outcome, asked.header, list(asked.rows())) == ("ask", [], NORTHERNERS)
    assert asked.fields == {"1": "full_name_native", "2": "date_of_birth", "3": "id"}
    assert read_text(tmp_path, text, columns=asked.fields).outcome == "rows"


def test_unknown_headings_are_shown_and_settled_by_the_map(tmp_path):
    text = as_text(NORTHERNERS, ["a", "b", "c"])
    assert (read_text(tmp_path, text).outcome, read_text(tmp_path, text).header) == ("ask", ["a", "b", "c"])
    assert read_text(tmp_path, text, columns={"a": "full_name_native"}).outcome == "rows"


def test_a_list_that_names_nobody_is_asked_about(tmp_path):
    assert "names a person" in read_text(tmp_path, "born,number\r\n1990-01-13,R-1\r\n").why


def test_the_map_is_written_as_pairs_or_as_json(tmp_path):
    pairs = parse_columns("Прізвище, ім'я=full_name_native, Номер=id")
    assert pairs == {"Прізвище, ім'я": "full_name_native", "Номер": "id"}
    file = tmp_path / "map.json"
    file.write_text(json.dumps(pairs), "utf-8")
    assert parse_columns(str(file)) == pairs


@pytest.mark.parametrize("text", ["", "name", "=id", "name=shoe_size", "a=id,b=id", "no.json"])
def test_a_map_written_wrong_is_refused(text):
    with pytest.raises(BadColumns):
        parse_columns(text)
