"""The pages of lists: what a sender does, what others are told, and what goes wrong."""

import csv
from io import BytesIO, StringIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook, load_workbook

from repatria.web.audit.models import Reading
from repatria.web.lists.models import Export, NameList
from repatria.web.two_persons.models import Act
from repatria.web.two_persons.rule import confirm
from tests.web.cast import Cast
from tests.web.lists.little import SOUGHT, all_opened, all_sealed, file_of, ready, sealed, sent


def send(client: Client, cast: Cast, file: Any, purpose: str = "sought") -> Any:
    return client.post(reverse("list_send", args=[cast.exchange.pk, purpose]), {"file": file}, follow=True)


def page(cast: Cast, who: str, name: str, *args: Any) -> Any:
    return cast.client(who).get(reverse(name, args=args))


def test_a_sender_sees_what_was_found_and_takes_it_in(cast: Cast) -> None:
    client = cast.client("south_bureau")
    shown = send(client, cast, file_of())
    assert "rows in order" in shown.content.decode()
    made = NameList.objects.get()
    client.post(reverse("list_accept", args=[made.pk]))
    client.post(reverse("list_seal", args=[made.pk]))
    made.refresh_from_db()
    assert made.state == NameList.State.SEALED


def test_faults_are_named_by_row_and_column_and_can_be_sent_back(cast: Cast) -> None:
    rows = (*SOUGHT, "S-9,Petrenko,=HYPERLINK(1),31.31.1990,private")
    client = cast.client("south_bureau")
    text = send(client, cast, file_of(rows)).content.decode()
    assert "date_of_birth" in text
    made = NameList.objects.get()
    answer = client.get(reverse("list_faults", args=[made.pk, "csv"]))
    line = list(csv.reader(StringIO(b"".join(answer).decode("utf-8-sig"))))[1]
    assert line[1] == "5"
    assert "Petrenko" in line
    assert not any(cell.startswith("=") for cell in line)
    book = load_workbook(BytesIO(b"".join(client.get(reverse("list_faults", args=[made.pk, "xlsx"])))))
    assert book.active.max_row == 2


def test_nobody_but_the_sender_sees_faults(cast: Cast) -> None:
    made = sent(cast, "STH", "sought")
    for who in ("north", "hala", "iris", "noor"):
        assert page(cast, who, "list", made.pk).status_code == 404
        assert page(cast, who, "list_faults", made.pk, "csv").status_code == 404


def test_after_opening_others_read_rows_but_not_the_report(cast: Cast) -> None:
    made = all_opened(cast)["STH", "sought"]
    text = page(cast, "hala", "list", made.pk).content.decode()
    assert "list.csv" not in text
    rows = page(cast, "hala", "list_rows", made.pk).content.decode()
    assert "Kovalenko" in rows
    assert Reading.objects.filter(reader=cast["hala"], party=cast.parties["STH"], page="list_rows").count() == 3


def test_questions_are_answered_in_a_form_and_errors_lose_nothing(cast: Cast) -> None:
    text = "Номер;Прізвище;Ім'я\nС-1;Коваленко;Іван\n".encode("cp1251")
    client = cast.client("south_bureau")
    shown = send(client, cast, SimpleUploadedFile("list.csv", text)).content.decode()
    assert "how its letters are coded" in shown
    made = NameList.objects.get()
    there = reverse("list_answer", args=[made.pk])
    twice = {
        "encoding": "windows-1251",
        "dates": "",
        "column_0": "id",
        "column_1": "surname",
        "column_2": "surname",
    }
    name = made.report["encoding"]
    wrong = client.post(there, {**twice, "encoding": name})
    assert wrong.status_code == 422
    assert "Two columns cannot hold the same" in wrong.content.decode()
    client.post(there, {**twice, "encoding": name, "column_2": "given_name"})
    made.refresh_from_db()
    assert made.state == NameList.State.READ


def test_a_workbook_of_two_lists_asks_which_sheet_is_meant(cast: Cast) -> None:
    book, file = Workbook(), BytesIO()
    book.active.title = "Sought"
    for row in (["id", "surname", "given_name"], ["S-1", "Kovalenko", "Ivan"]):
        book.active.append(row)
    notes = book.create_sheet("Notes")
    notes.append(["what", "who"])
    notes.append(["call", "office"])
    book.save(file)
    client = cast.client("south_bureau")
    shown = send(client, cast, SimpleUploadedFile("list.xlsx", file.getvalue())).content.decode()
    made = NameList.objects.get()
    if made.state == NameList.State.ASKS:
        assert "Notes" in shown
        fields = {"dates": "", "sheet": "Sought", "column_0": "id", "column_1": "surname", "column_2": "given_name"}
        client.post(reverse("list_answer", args=[made.pk]), fields | {"meant_sheet": "on"})
        made.refresh_from_db()
    assert made.state == NameList.State.READ


def test_a_file_of_200_megabytes_is_refused_plainly(cast: Cast, settings: Any) -> None:
    settings.LARGEST_UPLOAD = 1000
    client = cast.client("south_bureau")
    answer = send(client, cast, SimpleUploadedFile("list.csv", b"x" * 2_100_000))
    assert answer.status_code == 413
    assert "larger than" in answer.content.decode()
    assert send(client, cast, SimpleUploadedFile("list.csv", b"x" * 2000)).status_code == 422
    assert not NameList.objects.exists()


def test_a_double_click_and_an_old_page_change_nothing(cast: Cast) -> None:
    made = ready(cast, "STH", "sought")
    client = cast.client("south")
    for _click in range(2):
        answer = client.post(reverse("list_seal", args=[made.pk]), follow=True)
    assert "moved on" in answer.content.decode()
    answer = client.post(reverse("list_accept", args=[made.pk]), follow=True)
    assert "moved on" in answer.content.decode()
    made.refresh_from_db()
    assert made.state == NameList.State.SEALED


def test_the_exchange_page_shows_where_each_side_stands_and_no_name(cast: Cast) -> None:
    sealed(cast, "STH", "sought")
    for who in ("hala", "north", "iris", "press", "auditor"):
        text = page(cast, who, "desk_exchange", cast.exchange.pk).content.decode()
        assert "sealed" in text
        assert "Kovalenko" not in text
        assert "/desk/lists/" not in text
    assert page(cast, "noor", "desk_exchange", cast.exchange.pk).status_code == 404


def test_two_people_release_from_the_exchange_page(cast: Cast) -> None:
    all_sealed(cast)
    there = reverse("lists_release", args=[cast.exchange.pk])
    for side in ("south", "north"):
        cast.client(side).post(there)
        act = Act.objects.get(party=cast[side].party)
        own = cast.client(side).post(there, {"act": act.pk, "confirm": "yes"}, follow=True)
        assert "you proposed this yourself" in own.content.decode()
        cast.client(f"{side}2").post(there, {"act": act.pk, "confirm": "yes"})
    assert NameList.objects.filter(opened_at=None).count() == 0
    assert cast.client("south_bureau").post(there).status_code == 404


def test_a_mediator_opens_a_process_and_an_exchange(cast: Cast) -> None:
    client = cast.client("hala")
    sides = [cast.parties["NTH"].pk, cast.parties["STH"].pk]
    fields = {"title": "New road", "conflict": "North and South", "participants": sides[:1]}
    assert client.post(reverse("process_new"), fields).status_code == 422
    client.post(reverse("process_new"), fields | {"participants": sides})
    process = cast.parties["HAL"].chairs.get(title="New road")
    for _click in range(2):
        client.post(reverse("exchange_new", args=[process.pk]), {"title": "First"})
    assert process.exchanges.count() == 1
    assert page(cast, "south", "process_new").status_code == 404


def test_a_whole_list_leaves_by_two_people_and_opens_by_a_password_alone(cast: Cast) -> None:
    import msoffcrypto

    made = all_opened(cast)["STH", "sought"]
    client = cast.client("south")
    fields = {"purpose": "the talks in spring", "keep_until": "2999-01-01"}
    assert client.post(reverse("list_export", args=[made.pk]), fields).status_code == 422
    from datetime import date, timedelta

    until = (date.today() + timedelta(days=30)).isoformat()
    client.post(reverse("list_export", args=[made.pk]), fields | {"keep_until": until})
    assert not Export.objects.exists()
    confirm(Act.objects.get(kind="lists.export").pk, cast["south2"])
    export = Export.objects.get()
    there = reverse("list_export_fetch", args=[export.pk])
    assert cast.client("north").get(there).status_code == 404
    assert cast.client("south_bureau").get(there).status_code == 404
    assert client.post(there, {"password": "short"}).status_code == 422
    sealed_file = msoffcrypto.OfficeFile(BytesIO(b"".join(client.post(there, {"password": "a long road home"}))))
    sealed_file.load_key(password="a long road home")
    opened = BytesIO()
    sealed_file.decrypt(opened)
    rows = list(load_workbook(opened).active.iter_rows(values_only=True))
    assert until in rows[0][0]
    assert "the talks in spring" in rows[0][0]
    assert "Kovalenko" in rows[2]
    assert len(rows) == 5


def test_a_bureau_may_read_about_exporting_and_not_do_it(cast: Cast) -> None:
    made = sealed(cast, "STH", "sought")
    assert page(cast, "south_bureau", "list_export", made.pk).status_code == 403


def test_what_changed_is_shown_in_words(cast: Cast) -> None:
    sealed(cast, "STH", "sought")
    now = ready(cast, "STH", "sought", ("S-1,Kovalenko,Ivan,1990-04-03,major", *SOUGHT[1:]))
    text = page(cast, "south", "list_changes", now.pk).content.decode()
    assert "<ins><bdi>major</bdi></ins>" in text


@pytest.mark.parametrize("language", ["", "/ar"])
def test_repeats_are_shown_side_by_side_and_settled(cast: Cast, language: str) -> None:
    made = sent(cast, "STH", "sought", (*SOUGHT, "S-4,Kovalenko,Ivan,1990-04-03,sergeant"))
    client = cast.client("south_bureau")
    client.post(reverse("list_accept", args=[made.pk]))
    text = client.get(language + reverse("list_repeats", args=[made.pk])).content.decode()
    assert text.count("Kovalenko") >= 2
    repeat = made.repeats.get()
    client.post(reverse("list_repeats", args=[made.pk]), {f"repeat_{repeat.pk}": "different"})
    made.refresh_from_db()
    assert made.state == NameList.State.READY
