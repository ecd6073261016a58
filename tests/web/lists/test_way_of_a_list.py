"""The way of a list: sent, read, asked about, taken in, settled, sealed, released, opened."""

import pytest
from django.db import connection

from repatria.web import gate
from repatria.web.exchanges.models import Exchange
from repatria.web.ledger.enter import read_back
from repatria.web.ledger.models import Entry
from repatria.web.lists import acts, storage
from repatria.web.lists.changes import between, cells
from repatria.web.lists.errors import NotNow
from repatria.web.lists.models import Awaited, Habit, NameList, Repeat, Row
from repatria.web.lists.release import ask_for_release
from repatria.web.registry.models import Person
from repatria.web.two_persons.rule import NotSettled, confirm
from tests.web.cast import Cast
from tests.web.lists.little import (
    HELD,
    SOUGHT,
    all_opened,
    all_sealed,
    file_of,
    ready,
    release,
    sealed,
    sent,
)

TWICE = (*SOUGHT, "S-4,Kovalenko,Ivan,1990-04-03,sergeant")


def acts_in_record(act: str) -> list[dict[str, object]]:
    return [read_back(entry) for entry in Entry.objects.filter(act=act)]


def test_a_list_is_read_and_nothing_is_entered(cast: Cast) -> None:
    made = sent(cast, "STH", "sought")
    assert made.state == NameList.State.READ
    assert (made.report["taken"], made.rows.count(), len(made.sha256)) == (3, 0, 64)


def test_rows_are_kept_as_they_came(cast: Cast) -> None:
    made = ready(cast, "STH", "sought")
    row = made.rows.get(number=2)
    assert row.cells == SOUGHT[0].split(",")
    assert (row.code, row.columns["surname"], row.columns["date_of_birth"]) == ("S-1", "Kovalenko", "1990-04-03")


def test_no_row_and_no_file_lies_in_clear(cast: Cast, settings) -> None:  # type: ignore[no-untyped-def]
    made = ready(cast, "STH", "sought")
    with connection.cursor() as cursor:
        cursor.execute("SELECT cells, columns FROM lists_row")
        rows = b"".join(bytes(value) for row in cursor.fetchall() for value in row)
    kept = b"".join(path.read_bytes() for path in settings.SEALED_FILES.iterdir())
    assert b"Kovalenko" not in rows + kept
    with storage.in_clear(made) as path:
        assert b"Kovalenko" in path.read_bytes()
        assert path.suffix == ".csv"
    assert not path.exists()


def test_what_must_be_decided_is_asked_and_remembered_for_the_next_list(cast: Cast) -> None:
    rows = ("С-1;Коваленко;Іван;03.04.1990", "С-2;Бондар;Петро;30.11.1985")
    heading = "Номер;Прізвище;Ім'я;Дата народження"
    text = "\n".join((heading, *rows, "")).encode("cp1251")
    first = file_of()
    first.file.seek(0), first.file.truncate(), first.file.write(text), first.seek(0)  # type: ignore[func-returns-value]
    made = acts.upload(cast["south_bureau"], cast.exchange, "sought", first, "en")
    made.refresh_from_db()
    assert made.state == NameList.State.ASKS
    assert {one["about"] for one in made.report["questions"]} == {"encoding", "heading"}
    columns = dict(zip(made.report["labels"], made.report["fields"], strict=True))
    answers = {"encoding": "cp1251", "columns": columns, "heading_row": 1, "day_first": True, "meant": []}
    acts.answer(cast["south_bureau"], made, answers)
    made.refresh_from_db()
    assert made.state == NameList.State.READ
    habit = Habit.objects.get(party=cast.parties["STH"])
    assert (habit.encoding, habit.day_first, habit.columns["Прізвище"]) == ("cp1251", True, "surname")
    first.seek(0)
    again = acts.upload(cast["south"], cast.exchange, "sought", first, "en")
    again.refresh_from_db()
    assert again.state == NameList.State.READ


def test_a_file_that_is_no_list_is_refused_with_the_reason(cast: Cast) -> None:
    made = acts.upload(cast["south"], cast.exchange, "sought", file_of(("%PDF-1.7",), "x.pdf", "%PDF-1.7"), "en")
    made.refresh_from_db()
    assert made.state == NameList.State.REFUSED
    assert "document" in made.report["refusal"]


def test_two_who_send_at_once_both_keep_their_version_and_the_later_counts(cast: Cast) -> None:
    first, second = sent(cast, "STH", "sought"), sent(cast, "STH", "sought", TWICE)
    first.refresh_from_db()
    assert (first.version, second.version) == (1, 2)
    assert first.state == NameList.State.WITHDRAWN
    with pytest.raises(NotNow):
        acts.accept(cast["south_bureau"], first)


def test_a_repeat_is_settled_before_the_list_is_sealed(cast: Cast) -> None:
    made = sent(cast, "STH", "sought", TWICE)
    acts.accept(cast["south"], made)
    made.refresh_from_db()
    assert made.state == NameList.State.REPEATS
    with pytest.raises(NotNow):
        acts.seal(cast["south"], made)
    (repeat,) = Repeat.objects.filter(list=made)
    assert acts.settle(cast["south"], made, {str(repeat.pk): "same"}) == 0
    made.refresh_from_db()
    assert made.state == NameList.State.READY
    assert made.rows.get(code="S-4").repeats.code == "S-1"
    assert acts.settle(cast["south"], made, {str(repeat.pk): "different"}) == 0
    assert made.rows.get(code="S-4").repeats is None


def test_what_was_settled_stays_settled_in_the_next_version(cast: Cast) -> None:
    first = sent(cast, "STH", "sought", TWICE)
    acts.accept(cast["south"], first)
    first.refresh_from_db()
    acts.settle_above(cast["south"], first, 0)
    acts.seal(cast["south"], first)
    second = sent(cast, "STH", "sought", (*TWICE, "S-5,Moroz,Ihor,1992-02-02,private"))
    acts.accept(cast["south"], second)
    second.refresh_from_db()
    assert second.state == NameList.State.READY


def test_sealing_puts_a_commitment_into_the_record_and_no_word_of_the_list(cast: Cast) -> None:
    made = sealed(cast, "STH", "sought")
    (entry,) = acts_in_record("list sealed")
    assert (entry["list"], entry["persons"], entry["seal"]) == (made.reference, 3, made.seal)
    assert made.sha256 not in str(entry)


def test_a_double_click_seals_once(cast: Cast) -> None:
    made = ready(cast, "STH", "sought")
    acts.seal(cast["south"], made)
    with pytest.raises(NotNow):
        acts.seal(cast["south"], made)
    assert len(acts_in_record("list sealed")) == 1


def test_the_people_held_are_in_their_holders_register_after_sealing(cast: Cast) -> None:
    before = Person.objects.create(keeper=cast.parties["NTH"], number="N-1", values=[])
    made = sealed(cast, "NTH", "held", HELD)
    rows = {row.code: row.person for row in made.rows.select_related("person")}
    assert rows["N-1"] == before
    assert rows["N-2"].current()["surname"] == "Bondarenko"
    assert (rows["N-2"].holder.code, rows["N-2"].origin.code) == ("NTH", "STH")
    newer = sealed(cast, "NTH", "held", (*HELD, "N-4,Hnatiuk,Roman,1991-01-01,private"))
    assert newer.rows.get(code="N-2").person == rows["N-2"]
    assert Person.objects.filter(keeper=cast.parties["NTH"]).count() == 4


def test_nobody_else_reads_a_row_before_all_are_released(cast: Cast) -> None:
    all_sealed(cast)
    release(cast, "north")
    for who in ("south", "south_bureau", "hala", "iris", "noor", "admin", "auditor", "press"):
        own = {"sought", "held"} if who.startswith("south") else set()
        assert {one.purpose for one in gate.rows(cast[who], NameList)} == own
        assert {row.list.party.code for row in gate.rows(cast[who], Row)} <= {"STH"}
    cast.exchange.refresh_from_db()
    assert cast.exchange.state == Exchange.State.LISTS


def test_all_open_at_one_moment(cast: Cast) -> None:
    lists = all_opened(cast)
    assert len({one.opened_at for one in lists.values()}) == 1
    entries = acts_in_record("list opened")
    assert {entry["list"] for entry in entries} == {one.reference for one in lists.values()}
    assert all(len(entry["approvals"]) == 2 for entry in entries)  # type: ignore[arg-type]
    assert len({entry["at"] for entry in entries}) == 1
    assert gate.rows(cast["hala"], Row).count() == 12
    assert not gate.rows(cast["noor"], Row).exists()
    cast.exchange.refresh_from_db()
    assert cast.exchange.state == Exchange.State.REPLIES


def test_one_person_does_not_release(cast: Cast) -> None:
    all_sealed(cast)
    act = ask_for_release(cast["south"], cast.exchange)
    with pytest.raises(NotSettled):
        confirm(act.pk, cast["south"])
    with pytest.raises(NotSettled):
        confirm(act.pk, cast["north"])
    with pytest.raises(NotSettled):
        confirm(act.pk, cast["south_bureau"])
    assert not Awaited.objects.exclude(released_at=None).exists()


def test_a_list_that_is_missing_holds_the_release(cast: Cast) -> None:
    sealed(cast, "STH", "sought")
    with pytest.raises(NotNow):
        ask_for_release(cast["south"], cast.exchange)


def test_a_new_version_takes_the_release_back(cast: Cast) -> None:
    all_sealed(cast)
    act = ask_for_release(cast["south"], cast.exchange)
    sealed(cast, "STH", "sought", SOUGHT[:2])
    with pytest.raises(NotNow):
        confirm(act.pk, cast["south2"])
    assert not Awaited.objects.exclude(released_at=None).exists()


def test_a_new_version_opens_when_its_own_side_has_released_it(cast: Cast) -> None:
    all_opened(cast)
    newer = sealed(cast, "STH", "sought", SOUGHT[:2])
    assert newer not in gate.rows(cast["hala"], NameList)
    release(cast, "south")
    assert newer in gate.rows(cast["hala"], NameList)
    assert len(acts_in_record("list opened")) == 5


def test_what_changed_between_two_versions(cast: Cast) -> None:
    before = sealed(cast, "STH", "sought")
    now = ready(
        cast, "STH", "sought", ("S-1,Kovalenko,Ivan,1990-04-03,major", SOUGHT[1], "S-9,New,One,1990,private")
    )
    found = between(before, now)
    ((then, key),) = found.changed
    rows = Row.objects.in_bulk([then, key])
    assert list(cells(rows[then].columns, rows[key].columns)) == [("rank", "sergeant", "major")]
    assert (len(found.added), len(found.gone), found.same) == (1, 1, 1)


def test_an_exchange_whose_names_are_agreed_takes_no_more_lists(cast: Cast) -> None:
    cast.exchange.state = Exchange.State.AGREED
    with pytest.raises(NotNow):
        acts.upload(cast["south"], cast.exchange, "sought", file_of(), "en")


def test_a_draft_that_is_withdrawn_leaves_no_row_and_no_file(
    cast: Cast,
    settings,
    django_capture_on_commit_callbacks,  # type: ignore[no-untyped-def]
) -> None:
    made = ready(cast, "STH", "sought")
    with django_capture_on_commit_callbacks(execute=True):
        acts.withdraw(cast["south"], made)
    assert not Row.objects.exists()
    assert not list(settings.SEALED_FILES.glob(f"{made.pk}*"))
