import pytest

from repatria.people import Limits
from tests.people.builders import EASTERNERS, HEADER, NORTHERNERS, SOUTHERNERS, as_text, read_text


@pytest.mark.parametrize(
    ("rows", "encoding"),
    [
        (NORTHERNERS, "cp1251"),
        (NORTHERNERS, "koi8-u"),
        (NORTHERNERS, "mac-cyrillic"),
        (NORTHERNERS, "utf-16-le"),
        (SOUTHERNERS, "koi8-r"),
        (SOUTHERNERS, "cp866"),
        (SOUTHERNERS, "iso8859-5"),
        (SOUTHERNERS, "utf-16-be"),
        (SOUTHERNERS, "utf-32-le"),
        (EASTERNERS, "cp1256"),
        (EASTERNERS, "iso8859-6"),
        (EASTERNERS, "utf-16-le"),
    ],
)
def test_an_unmarked_encoding_is_proposed_and_read_once_named(tmp_path, rows, encoding):
    written = as_text(rows).encode(encoding)
    proposed = read_text(tmp_path, written)
    assert proposed.outcome == "ask"
    assert encoding in proposed.why
    assert list(proposed.rows()) == rows
    named = read_text(tmp_path, written, encoding=encoding)
    assert (named.outcome, list(named.rows())) == ("rows", rows)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_marked_or_proven_encoding_needs_no_question(tmp_path, encoding):
    reading = read_text(tmp_path, as_text(NORTHERNERS).encode(encoding))
    assert (reading.outcome, reading.encoding) == ("rows", encoding)


def test_capitals_do_not_mislead_the_guess(tmp_path):
    shouted = [[name.upper(), *rest] for name, *rest in SOUTHERNERS]
    reading = read_text(tmp_path, as_text(shouted).encode("koi8-r"))
    assert list(reading.rows()) == shouted


def test_a_mark_against_the_named_encoding_is_refused(tmp_path):
    reading = read_text(tmp_path, as_text(NORTHERNERS).encode("utf-8-sig"), encoding="cp1251")
    assert reading.outcome == "refuse"


def test_an_encoding_remembered_for_the_sender_settles_the_guess_alone(tmp_path):
    guessed = read_text(tmp_path, as_text(NORTHERNERS).encode("cp1251"), usual_encoding="cp1251")
    proven = read_text(tmp_path, as_text(NORTHERNERS).encode(), usual_encoding="cp1251")
    assert (guessed.outcome, proven.outcome, proven.encoding) == ("rows", "rows", "utf-8")


@pytest.mark.parametrize(
    "text",
    [
        as_text(NORTHERNERS).encode() + as_text(SOUTHERNERS, header=[]).encode("cp1251"),
        as_text(NORTHERNERS).encode()[:-40] + "Ї".encode()[:1],
        b"name,born,number\r\n\xed\xa0\xbd\xed\xb8\x80 X,1990-01-13,R-1\r\n",
        b"name,born,number\r\n\xc0\xaf\xc1\x81,1990-01-13,R-1\r\n",
        as_text(NORTHERNERS).encode().replace(b"born", b"bo\0rn"),
        as_text(NORTHERNERS).encode("koi8-u").replace(b"born", b"bo\0rn"),
        b"name,born\r\n" + bytes(range(128, 256)) * 4,
    ],
    ids=["two encodings", "cut in a letter", "surrogates", "overlong", "zero byte", "zero byte in koi8", "noise"],
)
def test_bytes_that_are_no_honest_text_are_refused(tmp_path, text):
    reading = read_text(tmp_path, text)
    assert reading.outcome == "refuse"
    assert reading.why
    assert reading.count == 0


def test_an_unknown_or_foolish_encoding_is_refused_by_name(tmp_path):
    for name in ("klingon", "base64", "unicode_escape"):
        assert name in read_text(tmp_path, as_text(NORTHERNERS), encoding=name).why


def test_a_wrong_named_encoding_is_refused(tmp_path):
    assert read_text(tmp_path, as_text(NORTHERNERS).encode("cp1251"), encoding="utf-8").outcome == "refuse"


@pytest.mark.parametrize(
    ("were", "read_as", "rows"),
    [
        ("utf-8", "cp1252", SOUTHERNERS),
        ("utf-8", "cp1251", NORTHERNERS),
        ("cp1251", "koi8-u", NORTHERNERS),
        ("koi8-r", "cp1251", SOUTHERNERS),
        ("cp1251", "cp1252", SOUTHERNERS),
        ("utf-8", "cp1252", EASTERNERS),
    ],
)
def test_ruined_names_are_never_taken_for_names(tmp_path, were, read_as, rows):
    ruined = as_text(rows).encode(were).decode(read_as, "replace")
    reading = read_text(tmp_path, ruined)
    assert reading.outcome == "ask"
    assert "ruined" in reading.why
    assert reading.frame().height < len(rows)


def test_abbreviations_with_capitals_inside_are_not_ruined(tmp_path):
    rows = [[*row, "51 ОБрМП"] for row in NORTHERNERS]
    assert read_text(tmp_path, as_text(rows, [*HEADER, "unit"])).outcome == "rows"


def test_lost_letters_hold_their_row_alone(tmp_path):
    rows = [*NORTHERNERS, ["Мель\ufffdик Юрій", "1990-01-13", "R-9"]]
    reading = read_text(tmp_path, as_text(rows))
    assert [(r.row, r.column) for r in reading.rejected] == [(5, "name")]
    assert reading.frame().height == 3


def test_a_line_without_end_is_refused_before_it_is_held_in_memory(tmp_path):
    reading = read_text(tmp_path, b"x" * 5000, limits=Limits(line_bytes=1000))
    assert reading.outcome == "refuse"
