from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from repatria.handover import (
    Approval,
    Cause,
    End,
    Kind,
    Ledger,
    Outcome,
    Role,
    Rule,
    board,
    carried,
    check_closed,
    effects,
    fall_away,
    press_may_be_told,
    reconcile,
)
from repatria.handover.closing import MEDIATOR, fingerprint
from repatria.handover.entries import handover_completed, manifest_closed, receipts, receipts_disagree
from repatria.handover.errors import NotClosed
from repatria.record import encode
from tests.handover.cast import DAY, Cast, Tablet, line, manifest, with_rule

AT = datetime(2026, 2, 5, 18, tzinfo=UTC)


class Day(Cast):
    """A cast in which a line can be received by both who must, whichever way it goes."""

    def __init__(self, of=None):
        super().__init__(of)
        self.home = Tablet("home", Role.RECEIVER, "NTH", self.manifest)  # North's people come home
        self.log = []

    def everything(self):
        return [*super().everything(), *self.home.made]

    def received(self, *numbers):
        for number in numbers:
            line = self.manifest.by_code[self.code(number)]
            (self.south if line.receiver == "STH" else self.home).says(Kind.RECEIVED, number)
            self.iris.says(Kind.RECEIVED, number)

    def ledger(self):
        return Ledger(self.manifest, self.everything())

    def sums(self):
        return reconcile(self.ledger(), self.log)


def test_a_plain_day_returns_everybody():
    day = Day()
    day.received(*range(1, 7))
    assert day.sums().ends[End.RETURNED] == day.sums().listed == 6
    assert day.sums().open == 0


def test_a_day_as_it_really_goes_adds_up_and_every_difference_is_explained():
    day = Day(with_rule(Rule.SUBSTITUTE))
    day.log.append(fall_away(day.manifest, day.log, day.code(1), Cause.NOT_FIT).change)  # 7 steps in
    day.received(2, 3, 7, 5)
    day.iris.says(Kind.DOES_NOT_TRAVEL, 4)
    day.iris.says(Kind.ABSENT, 6)
    stranger = day.south.says(Kind.NOT_ON_LIST)
    day.south.says(Kind.RECEIVED, stranger.id)
    day.iris.says(Kind.RECEIVED, stranger.id)
    sums = day.sums()
    assert {end: n for end, n in sums.ends.items() if n} == {
        End.RETURNED: 3, End.NOT_FIT: 1, End.DOES_NOT_TRAVEL: 1, End.ABSENT: 1,
    }  # fmt: skip
    assert (sums.substitutes, sums.extras, sums.returned, sums.open) == (1, 1, 5, 0)
    assert sum(sums.ends.values()) == sums.listed == 6
    told = sums.for_parties()
    assert told.ends[End.DOES_NOT_TRAVEL] == 2  # nobody can tell who refused and who is ill
    assert (told.ends[End.NOT_FIT], told.returned, told.open) == (0, sums.returned, sums.open)


def test_one_of_the_reserve_is_never_taken_for_somebody_on_no_list():
    day = Day()
    day.received(7)  # he stepped in at the road; nobody wrote down for whom
    assert (day.sums().substitutes, day.sums().extras, day.sums().returned) == (1, 0, 1)


def test_nothing_heard_is_open_not_absent():
    day = Day()
    day.received(1)
    assert day.sums().ends[End.OPEN] == 5
    assert day.sums().open == 5


def test_a_stranger_nobody_has_placed_is_open():
    day = Day()
    day.received(*range(1, 7))
    day.south.says(Kind.NOT_ON_LIST)
    assert day.sums().open == 1
    assert day.sums().returned == 6


def test_a_receipt_is_a_greater_fact_than_a_change_before_departure():
    day = Day()
    day.log.append(fall_away(day.manifest, [], day.code(1), Cause.NOT_FIT).change)
    day.received(1)
    assert day.sums().ends[End.RETURNED] == 1


def test_what_is_disputed_is_open_even_where_a_change_would_explain_it():
    day = Day()
    day.log.append(fall_away(day.manifest, [], day.code(1), Cause.NOT_FIT).change)
    day.south.says(Kind.RECEIVED, 1)
    day.iris.says(Kind.ABSENT, 1)
    assert day.sums().lines[0].end is End.OPEN


def test_the_board_shows_both_sides_and_the_lead():
    day = Day()
    day.received(1, 2)
    day.south.says(Kind.RECEIVED, 3)
    shown = board(day.ledger())
    assert [(count.holder, count.travelling, count.received) for count in shown.counts] == [
        ("NTH", 3, 2),
        ("STH", 3, 0),
    ]
    lead = shown.leads[0]
    assert (lead.now, lead.with_pending, lead.most) == (2, 3, 2)
    assert lead.room == (0, 5)
    assert not lead.holds  # the third has crossed, though the ICRC has not said so yet
    assert not shown.may_go_on
    day.received(4)
    assert board(day.ledger()).may_go_on


def test_the_board_shows_stops_pauses_strangers_and_gaps():
    day = Day(with_rule(Rule.PAUSE))
    day.log.append(fall_away(day.manifest, [], day.code(1), Cause.ABSENT).change)
    day.south.says(Kind.STOP, reason="security")
    day.north.says(Kind.NOT_ON_LIST)
    shown = board(day.ledger(), day.log, {"iris0000": 2})
    assert [stop.reason for stop in shown.stops] == ["security"]
    assert shown.paused == (1,)
    assert not shown.may_go_on
    assert [(gap.first, gap.last) for gap in shown.gaps] == [(1, 2)]
    assert [count.extras for count in shown.counts] == [1, 0]
    assert shown.counts[0].travelling == 2


def test_what_was_signed_and_not_done_is_carried_over():
    day = Day()
    day.received(1, 2, 4, 5, 6)
    (one,) = carried(day.ledger(), 1)
    assert (one.signed, one.done, one.carried) == (0, -1, -1)
    assert one.holds


def test_effects_still_to_be_handed_over_are_named():
    of = manifest(lines=(line(1, effects=("R-1", "R-2")), line(2)), reserve=())
    day = Day(of)
    day.north.says(Kind.EFFECTS, 1, effects=("R-1", "R-9"))
    (one,) = effects(day.ledger())
    assert (one.handed, one.outstanding, one.unlisted) == (("R-1",), ("R-2",), ("R-9",))


def approvals(sums, persons="abcdef"):
    sides = ["NTH", "NTH", "STH", "STH", MEDIATOR, MEDIATOR]
    return [Approval(side, who, fingerprint(sums)) for side, who in zip(sides, persons, strict=True)]


def test_both_sides_and_the_mediator_close_with_two_persons_each():
    day = Day()
    day.received(*range(1, 7))
    check_closed(day.manifest, day.sums(), approvals(day.sums()))


@pytest.mark.parametrize("missing", range(6))
def test_one_person_fewer_closes_nothing(missing):
    day = Day()
    day.received(*range(1, 7))
    some = approvals(day.sums())
    del some[missing]
    with pytest.raises(NotClosed, match="two different"):
        check_closed(day.manifest, day.sums(), some)


@pytest.mark.parametrize("persons", ["aacdef", "abadef"])
def test_one_person_is_not_two_and_not_of_two_sides(persons):
    day = Day()
    day.received(*range(1, 7))
    with pytest.raises(NotClosed):
        check_closed(day.manifest, day.sums(), approvals(day.sums(), persons))


def test_an_open_difference_is_closed_only_as_open():
    day = Day()
    day.received(*range(1, 6))
    with pytest.raises(NotClosed, match="1 difference"):
        check_closed(day.manifest, day.sums(), approvals(day.sums()))
    check_closed(day.manifest, day.sums(), approvals(day.sums()), left_open=True)


def test_what_was_approved_before_a_late_receipt_closes_nothing():
    day = Day()
    day.received(*range(1, 6))
    early = approvals(day.sums())
    day.received(6)
    with pytest.raises(NotClosed):
        check_closed(day.manifest, day.sums(), early)


def test_families_hear_before_the_press():
    assert not press_may_be_told(True, ["C1", "C2"], ["C1"])
    assert not press_may_be_told(False, [], [])
    assert press_may_be_told(True, ["C1"], ["C1", "C2"])


def test_what_goes_into_the_record_is_accepted_by_it_and_names_nobody():
    day = Day()
    day.received(*range(1, 6))
    day.south.says(Kind.NOT_ON_LIST)
    day.iris.says(Kind.ABSENT, 1)
    ledger, sums = day.ledger(), day.sums()
    closed = manifest_closed(day.manifest, AT, "HAL")
    given = list(receipts(ledger, AT))
    disputed = receipts_disagree(ledger, ledger.standing(day.code(1)), AT, "HAL")
    done = handover_completed(day.manifest, sums, date(2026, 2, 5), AT, "HAL")
    assert len(given) == 4
    assert done["returned"] == 4
    assert done["not_returned"] == 2
    assert closed.openings["manifest-1"].fact["sha256"] == day.manifest.sha256
    for document in (closed.entry, disputed.entry, done, *(one.entry for one in given)):
        written = encode(document)
        assert b"Person" not in written
        assert b"NTH-00" not in written
    for one in given:
        (opening,) = one.openings.values()
        assert opening.commitment == one.entry["receipt"]
    assert not list(receipts(ledger, AT, frozenset(ledger.manifest.listed)))


def test_a_person_who_disagrees_with_the_change_log_keeps_his_own_end():
    day = Day()
    day.log.append(fall_away(day.manifest, [], day.code(1), Cause.NOT_FIT).change)
    day.north.says(Kind.DECEASED, 1)
    assert day.sums().lines[0].end is End.DECEASED


def test_the_two_sides_add_up_to_the_whole():
    day = Day()
    day.received(1, 2, 5)
    whole = day.sums()
    assert whole.of("NTH").listed + whole.of("STH").listed == whole.listed
    assert replace(whole) == whole
    assert day.ledger().standing(day.code(1)).outcome is Outcome.RECEIVED
    assert day.manifest.days == (DAY,)
