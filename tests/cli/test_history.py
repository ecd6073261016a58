import json

import pytest
from click.testing import CliRunner

from repatria.cli.history import command
from repatria.errors import RepatriaError
from tests.history.builders import HEADER

ROW = "no-so-2026-11-01,North-South,2026-11-01,NOR,7,,,SOU,8,HALA,,,https://example.org/1,one-side"


@pytest.fixture
def call(tmp_path, monkeypatch):
    monkeypatch.setenv("REPATRIA_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("COLUMNS", "160")

    def run(*args):
        found = CliRunner().invoke(command, [str(a) for a in args])
        if found.exception and isinstance(found.exception, RepatriaError):
            raise found.exception
        return found

    return run


@pytest.fixture
def rows(tmp_path):
    file = tmp_path / "rows.csv"

    def write(*lines):
        file.write_text("\n".join([HEADER, *lines, ""]))
        return file

    return write


def test_json_is_one_document(call):
    document = json.loads(call("--json", "--conflict", "Yemen").stdout)
    assert [e["id"] for e in document["exchanges"]] == ["ye-2020-10-15", "ye-2023-04-14"]
    assert document["exchanges"][0]["returned"][0]["total"] is None


def test_the_table_says_what_is_unknown(call):
    shown = call("--conflict", "Yemen").stdout
    assert "unknown" in shown
    assert "910" in shown


def test_a_picture_is_written(call, tmp_path):
    assert call("--svg", tmp_path / "t.svg").exit_code == 0
    assert (tmp_path / "t.svg").read_text().startswith("<svg")


def test_a_row_joins_and_stays(call, rows):
    assert call("add", rows(ROW)).exit_code == 0
    assert "North-South" in call("--conflict", "north-south").stdout


def test_all_rows_join_or_none(call, rows, tmp_path):
    with pytest.raises(RepatriaError, match="row 3"):
        call("add", rows(ROW, ROW))
    assert not (tmp_path / "data").exists()


def test_a_dry_run_keeps_nothing(call, rows, tmp_path):
    assert call("add", "--check-only", rows(ROW)).exit_code == 0
    assert not (tmp_path / "data").exists()


def test_a_file_that_is_not_a_table_is_refused(call, tmp_path):
    (tmp_path / "x.csv").write_bytes(b"\xff\xfe\x00%PDF")
    with pytest.raises(RepatriaError, match="UTF-8"):
        call("add", tmp_path / "x.csv")


def test_the_written_table_is_read_again(call, tmp_path):
    call("--conflict", "Yemen", "--csv", tmp_path / "t.csv")
    assert (tmp_path / "t.csv").read_text().count("\n") == 3
