"""Replies by spreadsheet: fetched, filled in, looked at, and given only when a person says so."""

import csv
import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from repatria.people.neutral import restored
from repatria.web.exchanges.models import Exchange
from repatria.web.ledger.models import Entry
from repatria.web.lists.models import NameList
from repatria.web.replies import sheet
from repatria.web.replies.models import BulkReplies, Reply
from repatria.web.two_persons import rule
from repatria.web.two_persons.models import Act
from tests.web.cast import Cast
from tests.web.register import make_list, make_person


@pytest.fixture
def sought(cast: Cast) -> NameList:
    cast.exchange.state = Exchange.State.REPLIES
    cast.exchange.save()
    return make_list(cast, party="STH", rows=4, surname="=cmd()")


def fetch(cast: Cast, sought: NameList, query: str = "") -> Any:
    return cast.client("north_bureau").get(f"/desk/replies/list/{sought.pk}/sheet/file/{query}")


def rows_of(answer: Any) -> list[dict[str, str]]:
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    header, *rows = [[cell or "" for cell in row] for row in book.active.iter_rows(values_only=True)]
    return [dict(zip(header, row, strict=True)) for row in rows]


def as_csv(rows: list[dict[str, str]]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def send(cast: Cast, sought: NameList, content: bytes, name: str = "replies.csv") -> BulkReplies:
    answer = cast.client("north_bureau").post(
        f"/desk/replies/list/{sought.pk}/sheet/", {"file": SimpleUploadedFile(name, content)}
    )
    assert answer.status_code == 302, answer.content.decode()
    return BulkReplies.objects.first()


def filled(cast: Cast, sought: NameList) -> list[dict[str, str]]:
    rows = rows_of(fetch(cast, sought))
    for row, said in zip(rows, ("held", "not held (not with us)", "RELEASED", ""), strict=True):
        row["answer"] = said
    rows[0]["number in our register"] = "N-1"
    rows[2] |= {"released on": "2025-03", "released to": "the bridge"}
    return rows


def test_nothing_is_given_until_a_person_says_so_and_then_once(cast: Cast, sought: NameList) -> None:
    make_person(cast, number="N-1")
    made = send(cast, sought, as_csv(filled(cast, sought)))
    where = f"/desk/replies/sheet/{made.pk}/"
    assert "Give 3 answers" in cast.client("north_bureau").get(where).content.decode()
    assert not Reply.objects.exists()
    for _click in range(2):
        assert cast.client("north_bureau").post(where).status_code == 302
    given = Reply.objects.order_by("row__number").values_list("answer", flat=True)
    assert list(given) == ["held", "not_held", "released"]
    assert Entry.objects.filter(act="reply given").count() == 3
    again = send(cast, sought, as_csv(filled(cast, sought)))
    assert (again.checked["same"], again.checked["good"]) == (3, [])


def test_faults_are_told_by_row_and_column(cast: Cast, sought: NameList) -> None:
    rows = filled(cast, sought)
    rows[0]["number in our register"] = "N-99"
    rows[1]["answer"] = "perhaps"
    rows[2]["released on"] = "03/04/2025"
    rows[3] |= {"answer": "not_held", "key (leave it as it is)": "nonsense"}
    made = send(cast, sought, as_csv(rows))
    assert [fault[:2] for fault in made.checked["faults"]] == [
        [2, "number in our register"], [3, "answer"], [4, "released on"], [5, "key (leave it as it is)"],
    ]  # fmt: skip
    text = cast.client("north_bureau").get(f"/desk/replies/sheet/{made.pk}/").content.decode()
    assert "there is no such number in your register" in text.lower()
    assert "=cmd" not in text


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [(b"a,b\n1,2\n", "x.csv", "is missing; fill in the sheet"), (b"\x89PNG\r\n", "x.png", ""), (b"", "x.csv", "")],
)
def test_another_file_is_refused_plainly(
    cast: Cast, sought: NameList, content: bytes, name: str, said: str
) -> None:
    if not content:
        answer = cast.client("north_bureau").post(
            f"/desk/replies/list/{sought.pk}/sheet/", {"file": SimpleUploadedFile(name, content)}
        )
        assert answer.status_code == 422
        return
    made = send(cast, sought, content, name)
    assert made.checked["good"] == []
    assert said in made.checked["faults"][0][2]


def test_what_was_answered_meanwhile_is_left_as_it_is(cast: Cast, sought: NameList) -> None:
    make_person(cast, number="N-1")
    made = send(cast, sought, as_csv(filled(cast, sought)))
    row = sought.rows.order_by("number").first()
    cast.client("north_bureau2").post(
        f"/desk/replies/name/{row.pk}/answer/", {"after": "", "answer": "refused_to_answer"}
    )
    cast.client("north_bureau").post(f"/desk/replies/sheet/{made.pk}/")
    assert Reply.objects.get(row=row).answer == "refused_to_answer"
    made.refresh_from_db()
    assert (Reply.objects.count(), made.checked["left"]) == (3, 1)


def test_names_leave_only_when_two_people_let_them(cast: Cast, sought: NameList) -> None:
    assert "=cmd()" not in str(rows_of(fetch(cast, sought)))
    assert fetch(cast, sought, "?names").status_code == 403
    cast.client("north_bureau").post(f"/desk/replies/list/{sought.pk}/sheet/names/")
    assert fetch(cast, sought, "?names").status_code == 403
    rule.confirm(Act.objects.get().pk, cast["north_bureau2"])
    rows = rows_of(fetch(cast, sought, "?names"))
    # A spreadsheet runs none of it; our own reader gives it back as it was.
    assert {row["surname"] for row in rows} == {"'\u2060=cmd()"}
    assert {restored(row["surname"]) for row in rows} == {"=cmd()"}
    assert Entry.objects.filter(act="list exported").count() == 1


def test_only_the_bureau_that_is_asked(cast: Cast, sought: NameList) -> None:
    for who, status in (("north", 403), ("south_bureau", 403), ("hala", 403), ("noor_bureau", 404)):
        for path in ("sheet/", "sheet/file/"):
            assert cast.client(who).get(f"/desk/replies/list/{sought.pk}/{path}").status_code == status
    made = send(cast, sought, as_csv(filled(cast, sought)))
    assert cast.client("south_bureau").get(f"/desk/replies/sheet/{made.pk}/").status_code == 404
    assert cast.client("north").post(f"/desk/replies/sheet/{made.pk}/").status_code == 403


@pytest.mark.parametrize("with_names", [True, False])
@pytest.mark.parametrize("language", ["en", "uk", "ru", "ar", "fr"])
def test_a_sheet_in_any_language_comes_back(tmp_path: Path, language: str, with_names: bool) -> None:
    from django.utils import translation

    path = tmp_path / "sheet.xlsx"
    with translation.override(language):
        sheet.write(path, [{"key": "k", "answer": str(dict(sheet.Answer.choices)["held"])}], with_names=with_names)
    found, faults = sheet.read(path)
    assert faults == []
    assert [(one.key, sheet.answer_of(one.cells["answer"])) for one in found] == [("k", "held")]
