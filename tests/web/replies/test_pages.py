"""The holder answers each name; the seeker remarks; the ICRC notes whom it has seen; all see where it stands."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from repatria.web.audit.models import Reading
from repatria.web.exchanges.models import Exchange
from repatria.web.ledger.enter import read_back
from repatria.web.ledger.models import Entry
from repatria.web.lists import signals
from repatria.web.lists.models import NameList, Row
from repatria.web.matching_desk.models import Decision
from repatria.web.replies import board
from repatria.web.replies.models import Deadline, Remark, Reply, SeenByIcrc, Wish
from tests.web.cast import Cast
from tests.web.register import make_event, make_list, make_person

NUMBER = "N-1"


@pytest.fixture
def sought(cast: Cast) -> NameList:
    cast.exchange.state = Exchange.State.REPLIES
    cast.exchange.save()
    return make_list(cast, party="STH", rows=3)


def first(name_list: NameList) -> Row:
    return name_list.rows.order_by("number").first()


def answer(cast: Cast, row: Row, who: str = "north_bureau", **data: str) -> Any:
    newest = Reply.objects.filter(row=row, holder=cast.parties["NTH"], is_newest=True).first()
    after = {"after": str(newest.pk) if newest else ""}
    return cast.client(who).post(f"/desk/replies/name/{row.pk}/answer/", {**after, **data})


def page(cast: Cast, row: Row, who: str = "north_bureau") -> str:
    return cast.client(who).get(f"/desk/replies/name/{row.pk}/").content.decode()


class TestAnswering:
    @pytest.mark.parametrize(
        "data",
        [
            {"answer": "held", "number": NUMBER},
            {"answer": "not_held"},
            {"answer": "claimed_deceased"},
            {"answer": "deceased", "certificate": "C-12"},
            {"answer": "released", "released_on": "2025-03", "released_to": "South, at the bridge"},
            {"answer": "duplicate_of", "duplicate_of": "S-2"},
            {"answer": "refused_to_answer"},
            {"answer": "no_answer_yet"},
        ],
    )
    def test_a_bureau_answers_and_the_record_says_so(
        self, cast: Cast, sought: NameList, data: dict[str, str]
    ) -> None:
        make_person(cast, number=NUMBER)
        assert answer(cast, first(sought), **data).status_code == 302
        reply = Reply.objects.get()
        assert (reply.answer, reply.holder, reply.is_newest) == (data["answer"], cast.parties["NTH"], True)
        entry = read_back(Entry.objects.get())
        assert (entry["act"], entry["by"], entry["list"], entry["reply"]) == (
            "reply given", "NTH", sought.reference, reply.commitment,
        )  # fmt: skip

    @pytest.mark.parametrize(
        ("data", "said"),
        [
            ({"answer": "held"}, "say under which number of your register"),
            ({"answer": "held", "number": "N-99"}, "there is no such number in your register"),
            ({"answer": "held", "number": "S-77"}, "there is no such number in your register"),
            ({"answer": "deceased"}, "give the number of the certificate"),
            ({"answer": "released", "released_on": "2025-03"}, "say to whom"),
            ({"answer": "released", "released_to": "South"}, "say when he was released"),
            ({"answer": "released", "released_on": "2199-01-01", "released_to": "x"}, "lies in the future"),
            ({"answer": "duplicate_of"}, "of which other name"),
            ({"answer": "duplicate_of", "duplicate_of": "S-1"}, "of which other name"),
            ({"answer": "duplicate_of", "duplicate_of": "S-99"}, "no name, or more than one"),
            ({}, "required"),
        ],
    )
    def test_what_is_missing_is_named_and_nothing_is_given(
        self, cast: Cast, sought: NameList, data: dict[str, str], said: str
    ) -> None:
        make_person(cast, number=NUMBER)
        make_person(cast, keeper="STH", number="S-77")
        refused = answer(cast, first(sought), **data)
        assert refused.status_code == 422
        assert said in refused.content.decode()
        assert not Reply.objects.exists()
        assert not Entry.objects.exists()

    @pytest.mark.parametrize("kind", ["death", "release", "repatriation"])
    def test_nobody_is_held_who_is_dead_or_gone_by_the_register(
        self, cast: Cast, sought: NameList, kind: str
    ) -> None:
        make_event(make_person(cast, number=NUMBER), kind, "2025-01")
        refused = answer(cast, first(sought), answer="held", number=NUMBER)
        assert "correct the event there first" in refused.content.decode()

    def test_a_second_answer_keeps_the_first(self, cast: Cast, sought: NameList) -> None:
        make_person(cast, number=NUMBER)
        row = first(sought)
        answer(cast, row, answer="not_held")
        answer(cast, row, answer="held", number=NUMBER)
        assert [(r.answer, r.is_newest) for r in Reply.objects.order_by("given_at")] == [
            ("not_held", False), ("held", True),
        ]  # fmt: skip
        assert "earlier answer" in page(cast, row)

    def test_whoever_was_said_to_be_dead_comes_back_only_with_a_reason(self, cast: Cast, sought: NameList) -> None:
        make_person(cast, number=NUMBER)
        row = first(sought)
        answer(cast, row, answer="claimed_deceased")
        assert answer(cast, row, answer="held", number=NUMBER).status_code == 422
        assert answer(cast, row, answer="held", number=NUMBER, why="another man").status_code == 302
        assert Remark.objects.get().text == "another man"

    def test_two_clerks_at_once_do_not_overwrite_each_other(self, cast: Cast, sought: NameList) -> None:
        row = first(sought)
        answer(cast, row, answer="not_held")
        second = cast.client("north_bureau2").post(
            f"/desk/replies/name/{row.pk}/answer/", {"after": "", "answer": "refused_to_answer"}
        )
        assert second.status_code == 409
        assert "meanwhile" in second.content.decode()
        assert Reply.objects.get().answer == "not_held"

    @pytest.mark.parametrize(
        ("who", "status"),
        [("north", 403), ("south_bureau", 403), ("south", 403), ("hala", 403), ("iris", 403), ("noor_bureau", 404),
         ("press", 404), ("admin", 404), ("auditor", 404), ("case_worker", 404)],
    )  # fmt: skip
    def test_nobody_else_answers_for_the_holder(self, cast: Cast, sought: NameList, who: str, status: int) -> None:
        assert answer(cast, first(sought), who, answer="not_held").status_code == status
        assert not Reply.objects.exists()

    def test_not_before_the_lists_are_open_nor_after_names_are_agreed(self, cast: Cast, sought: NameList) -> None:
        row = first(sought)
        for state in (Exchange.State.LISTS, Exchange.State.AGREED, Exchange.State.CLOSED):
            Exchange.objects.filter(pk=cast.exchange.pk).update(state=state)
            assert answer(cast, row, answer="not_held").status_code == 403
        sealed = make_list(cast, party="STH", rows=1, opened=False, version=2)
        assert answer(cast, first(sealed), answer="not_held").status_code == 404

    def test_a_row_of_ones_own_list_is_answered_by_nobody(self, cast: Cast, sought: NameList) -> None:
        held = make_list(cast, party="NTH", rows=1, purpose="held")
        assert answer(cast, first(held), answer="not_held").status_code == 404


class TestProposals:
    def test_a_confirmed_match_is_proposed_and_not_given(self, cast: Cast, sought: NameList) -> None:
        held = make_list(cast, party="NTH", rows=1, purpose="held")
        row, other = first(sought), first(held)
        other.person = make_person(cast, number=NUMBER)
        other.save()
        decided = Decision.objects.create(
            exchange=cast.exchange, sought=row, held=other, verdict="same", by=cast["hala"]
        )
        text = page(cast, row)
        assert f'value="{NUMBER}"' in text
        assert "The answer is yours to give" in text
        assert not Reply.objects.exists()
        Decision.objects.filter(pk=decided.pk).update(undone_at=timezone.now())
        assert "The answer is yours to give" not in page(cast, row)


class TestSight:
    def test_the_seeker_the_mediator_and_the_icrc_read_it_and_nobody_else(
        self, cast: Cast, sought: NameList
    ) -> None:
        row = first(sought)
        answer(cast, row, answer="released", released_on="2025", released_to="THE BRIDGE")
        for who in ("north", "south", "south_bureau", "hala", "iris"):
            assert "THE BRIDGE" in page(cast, row, who), who
        for who in ("noor", "noor_bureau", "noor_mediator", "press", "auditor", "admin", "case_worker"):
            assert cast.client(who).get(f"/desk/replies/name/{row.pk}/").status_code == 404, who

    def test_a_third_side_at_the_table_does_not_read_what_others_answer(self, cast: Cast, sought: NameList) -> None:
        cast.process.participants.add(cast.parties["NOR"])
        row = first(sought)
        answer(cast, row, answer="released", released_on="2025", released_to="THE BRIDGE")
        assert "THE BRIDGE" not in page(cast, row, "noor_bureau")
        assert cast.client("noor").get(f"/desk/replies/name/{row.pk}/?of=NTH").status_code == 200
        assert "THE BRIDGE" not in cast.client("noor").get(f"/desk/replies/name/{row.pk}/?of=NTH").content.decode()

    def test_each_sees_of_the_name_what_is_his_to_see(self, cast: Cast, sought: NameList) -> None:
        row = first(sought)
        row.columns = {**row.columns, "next_of_kin": "HIS MOTHER", "health": "sick"}
        row.save()
        assert "HIS MOTHER" not in page(cast, row, "north_bureau")
        assert "HIS MOTHER" not in page(cast, row, "hala")
        assert "HIS MOTHER" in page(cast, row, "iris")

    def test_reading_a_name_is_noted_for_whose_it_is(self, cast: Cast, sought: NameList) -> None:
        row = first(sought)
        page(cast, row)
        cast.client("hala").get(f"/desk/replies/list/{sought.pk}/")
        assert Reading.objects.filter(
            reader=cast["north_bureau"], subject=row.pk, party=cast.parties["STH"]
        ).exists()
        assert Reading.objects.filter(reader=cast["hala"]).count() == 3


class TestRemarks:
    def test_the_seeker_remarks_and_the_holder_reads_it(self, cast: Cast, sought: NameList) -> None:
        row = first(sought)
        answer(cast, row, answer="not_held")
        where = f"/desk/replies/remark/{Reply.objects.get().pk}/"
        assert cast.client("south").post(where, {"text": "SEEN AT N-7"}).status_code == 302
        assert "SEEN AT N-7" in page(cast, row)
        assert cast.client("south").post(where, {"text": ""}).status_code == 422
        for who, status in (("hala", 403), ("iris", 403), ("noor", 404)):
            assert cast.client(who).post(where, {"text": "x"}).status_code == status


class TestIcrc:
    def test_seen_is_a_confirmation_apart_from_what_a_side_says(self, cast: Cast, sought: NameList) -> None:
        row = first(sought)
        where = f"/desk/replies/seen/{row.pk}/"
        for _click in range(2):
            assert cast.client("iris").post(where, {"on": "2026-02-01"}).status_code == 302
        assert SeenByIcrc.objects.get().on == date(2026, 2, 1)
        assert "2026-02-01" in page(cast, row, "south")
        assert cast.client("iris").post(where, {"on": "2026-02"}).status_code == 422
        for who in ("north_bureau", "south", "hala"):
            assert cast.client(who).post(where, {"on": "2026-02-01"}).status_code == 403

    def test_what_he_says_is_read_by_no_side(self, cast: Cast, sought: NameList) -> None:
        row, person = first(sought), make_person(cast, number=NUMBER)
        answer(cast, row, answer="held", number=NUMBER)
        where = f"/desk/replies/wish/{person.pk}/"
        said = {"travels": "no", "said_on": "2026-02-01"}
        assert cast.client("iris").post(where, said).status_code == 302
        assert Wish.objects.get().travels == "no"
        assert "does not want to travel" in page(cast, row, "iris")
        for who in ("north_bureau", "south_bureau", "hala"):
            assert "want to travel" not in page(cast, row, who)
            assert cast.client(who).post(where, said).status_code == 404
        assert cast.client("case_worker").post(where, said).status_code == 403


class TestBoard:
    def test_counts_open_and_late_for_those_at_the_table(self, cast: Cast, sought: NameList) -> None:
        make_list(cast, party="NTH", rows=2)
        rows = list(sought.rows.order_by("number"))
        answer(cast, rows[0], answer="not_held")
        answer(cast, rows[1], answer="no_answer_yet")
        Deadline.objects.create(
            exchange=cast.exchange, stage="statements", due_on=timezone.localdate() - timedelta(days=1)
        )
        for who in ("north", "south_bureau", "hala", "iris"):
            south_asks, north_asks = sorted(
                board.lines(cast[who], cast.exchange), key=lambda line: line.holder.code
            )
            assert (south_asks.names, south_asks.open, south_asks.late) == (3, 2, True), who
            assert south_asks.counts == {"not_held": 1, "no_answer_yet": 1}
            assert north_asks.open == 2
        text = cast.client("hala").get(f"/desk/replies/exchange/{cast.exchange.pk}/").content.decode()
        assert "late" in text
        assert cast.client("noor").get(f"/desk/replies/exchange/{cast.exchange.pk}/").status_code == 404

    def test_a_third_side_sees_its_own_lines_alone(self, cast: Cast, sought: NameList) -> None:
        cast.process.participants.add(cast.parties["NOR"])
        lines = board.lines(cast["noor"], cast.exchange)
        assert [line.holder.code for line in lines] == ["NOR"]

    def test_the_names_can_be_filtered(self, cast: Cast, sought: NameList) -> None:
        answer(cast, first(sought), answer="not_held")
        where = f"/desk/replies/list/{sought.pk}/"
        shown = {
            only: cast.client("south").get(where, {"only": only}).content.decode() for only in ("open", "not_held")
        }
        assert ("Surname1" in shown["open"], "Surname2" in shown["open"]) == (False, True)
        assert ("Surname1" in shown["not_held"], "Surname2" in shown["not_held"]) == (True, False)


class TestDeadlines:
    def test_a_week_each_from_the_day_the_lists_are_opened(self, cast: Cast, sought: NameList) -> None:
        signals.opened.send(NameList, name_list=sought)
        assert dict(Deadline.objects.values_list("stage", "due_on")) == {
            "statements": date(2026, 2, 13), "remarks": date(2026, 2, 20), "second_replies": date(2026, 2, 27),
            "final_lists": date(2026, 3, 6),
        }  # fmt: skip

    def test_the_mediator_alone_sets_other_days(self, cast: Cast, sought: NameList) -> None:
        where = f"/desk/replies/exchange/{cast.exchange.pk}/deadlines/"
        days = {"statements": "2026-03-01", "remarks": "2026-03-08", "second_replies": "2026-03-15"}
        assert cast.client("hala").post(where, {**days, "final_lists": "2026-03-01"}).status_code == 422
        assert cast.client("hala").post(where, {**days, "final_lists": "2026-03-20"}).status_code == 302
        assert Deadline.objects.get(stage="statements").due_on == date(2026, 3, 1)
        for who, status in (("north", 403), ("iris", 403), ("noor_mediator", 404)):
            assert cast.client(who).post(where, days).status_code == status
        signals.opened.send(NameList, name_list=sought)
        assert Deadline.objects.get(stage="statements").due_on == date(2026, 3, 1)


def test_what_was_answered_is_carried_to_the_same_words_of_a_new_version(cast: Cast, sought: NameList) -> None:
    rows = list(sought.rows.order_by("number"))
    answer(cast, rows[0], answer="released", released_on="2025", released_to="the bridge")
    answer(cast, rows[1], answer="not_held")
    newer = make_list(cast, party="STH", rows=3, version=2)
    newer.replaces = sought
    newer.save()
    changed = newer.rows.get(code="S-2")
    changed.says = b"something else"
    changed.save()
    signals.opened.send(NameList, name_list=newer)
    carried = Reply.objects.get(row__list=newer)
    assert (carried.row.code, carried.answer, carried.released_to) == ("S-1", "released", "the bridge")
    assert answer(cast, rows[2], answer="not_held").status_code == 403  # the old version is answered no more
    assert answer(cast, newer.rows.get(code="S-3"), answer="not_held").status_code == 302


def test_the_desk_tells_a_bureau_what_waits_and_names_nobody(cast: Cast, sought: NameList) -> None:
    answer(cast, first(sought), answer="not_held")
    text = cast.client("north_bureau").get("/desk/").content.decode()
    assert "2 names asked for by" in text
    assert "Surname" not in text
    assert "names asked for by" not in cast.client("south_bureau").get("/desk/").content.decode()
