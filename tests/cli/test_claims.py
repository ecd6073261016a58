import json

import pytest
from click.testing import CliRunner

from repatria.cli.claims import command
from repatria.errors import RepatriaError

TEXT = "KYIV, 5 February 2026 — Ukraine and Russia exchanged 157 prisoners each on Thursday."


@pytest.fixture
def call(tmp_path, monkeypatch):
    monkeypatch.setenv("REPATRIA_DATA", str(tmp_path / "data"))

    def run(*args):
        found = CliRunner().invoke(command, [str(a) for a in args])
        if isinstance(found.exception, RepatriaError):
            raise found.exception
        return found

    return run


@pytest.fixture
def report(tmp_path):
    file = tmp_path / "report.txt"
    file.write_text(TEXT, "utf-8")
    return file


def test_json_is_one_document(call, report):
    document = json.loads(call(report, "--json").stdout)
    assert (document["report"], document["as_of"], document["language"]) == ("report.txt", "2026-02-05", "en")
    assert {c["verdict"] for c in document["claims"]} == {"true"}


def test_the_table_prints_day_and_reasons(call, report):
    shown = call(report).stdout
    assert "2026-02-05" in shown
    assert "agreed" in shown or "account" in shown


def test_a_day_can_be_given(call, report):
    assert json.loads(call(report, "--as-of", "2026-02-06", "--json").stdout)["as_of"] == "2026-02-06"


def test_a_wrong_day_is_wrong_usage(call, report):
    assert call(report, "--as-of", "yesterday").exit_code == 2


def test_the_marked_page_is_written(call, report, tmp_path):
    assert call(report, "--html", tmp_path / "out.html").exit_code == 0
    assert "157 prisoners each" in (tmp_path / "out.html").read_text("utf-8")


def test_a_folder_is_checked_in_one_call(call, tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(TEXT, "utf-8")
    answers = json.loads(call(folder, "--json").stdout)
    assert [a["report"] for a in answers] == ["a.txt", "b.txt"]


def test_one_bad_file_in_a_folder_is_named_and_the_others_are_checked(call, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.txt").write_bytes(b"%PDF-1.4")
    found = call(tmp_path, "--json")
    answers = json.loads(found.stdout)
    assert found.exit_code == 1
    assert "PDF" in answers[1]["refused"]
    assert answers[0]["claims"]


def test_a_pdf_is_refused(call, tmp_path):
    (tmp_path / "r.pdf").write_bytes(b"%PDF-1.4")
    with pytest.raises(RepatriaError, match="PDF"):
        call(tmp_path / "r.pdf")


def test_a_page_brings_its_text_with_the_answer(call, tmp_path):
    (tmp_path / "r.html").write_text(f"<html><body><p>{TEXT}</p></body></html>", "utf-8")
    document = json.loads(call(tmp_path / "r.html", "--json").stdout)
    for claim in document["claims"]:
        assert document["text"][claim["start"] : claim["end"]] == claim["text_span"]
