import pytest

from repatria.handover import BadEvent, Event, Kind, Ledger, Outcome, Role
from repatria.handover.standing import agree
from tests.handover.cast import Cast, Tablet, manifest, other_clock


def ledger(cast: Cast) -> Ledger:
    return Ledger(cast.manifest, cast.everything())


def outcome(cast: Cast, number: int) -> Outcome:
    return ledger(cast).standing(cast.code(number)).outcome


def test_nothing_said_is_expected():
    assert outcome(Cast(), 1) is Outcome.EXPECTED


def test_a_receipt_counts_when_receiver_and_icrc_both_have_it():
    cast = Cast()
    cast.south.says(Kind.RECEIVED, 1)
    assert outcome(cast, 1) is Outcome.PENDING
    cast.iris.says(Kind.RECEIVED, 1)
    assert outcome(cast, 1) is Outcome.RECEIVED


def test_two_receipts_of_one_role_are_not_two_roles():
    cast = Cast()
    cast.iris.says(Kind.RECEIVED, 1)
    cast.second.says(Kind.RECEIVED, 1)
    assert outcome(cast, 1) is Outcome.PENDING


def test_a_tablet_corrects_itself_by_its_own_counter_not_by_its_clock():
    cast = Cast()
    cast.north.says(Kind.ABSENT, 1, at="2026-02-05T12:00:00Z")
    cast.north.says(Kind.PRESENT, 1, at="2026-02-03T12:00:00Z")
    assert outcome(cast, 1) is Outcome.PRESENT


def test_two_tablets_that_disagree_overwrite_nothing():
    cast = Cast()
    cast.north.says(Kind.PRESENT, 1)
    cast.iris.says(Kind.ABSENT, 1)
    found = ledger(cast)
    assert found.standing(cast.code(1)).outcome is Outcome.DISPUTED
    assert {position.says for position in found.standing(cast.code(1)).positions} == {Kind.PRESENT, Kind.ABSENT}
    assert [one.subject for one in found.disagreements()] == [cast.code(1)]


def test_a_named_person_resolves_and_everything_said_is_still_there():
    cast = Cast()
    seen, gone = cast.north.says(Kind.PRESENT, 1), cast.iris.says(Kind.ABSENT, 1)
    cast.decides(1, Kind.PRESENT, seen, gone)
    found = ledger(cast)
    assert found.standing(cast.code(1)).outcome is Outcome.PRESENT
    assert found.standing(cast.code(1)).resolved_by == ("Hala",)
    assert len(found) == 3


def test_a_later_check_in_reopens_what_was_resolved():
    cast = Cast()
    seen, gone = cast.north.says(Kind.PRESENT, 1), cast.iris.says(Kind.ABSENT, 1)
    cast.decides(1, Kind.PRESENT, seen, gone)
    cast.second.says(Kind.ABSENT, 1)
    assert outcome(cast, 1) is Outcome.DISPUTED


def test_a_second_decision_covers_the_first():
    cast = Cast()
    seen, gone = cast.north.says(Kind.PRESENT, 1), cast.iris.says(Kind.ABSENT, 1)
    first = cast.decides(1, Kind.PRESENT, seen, gone)
    cast.decides(1, Kind.ABSENT, seen, gone, first, by="Salma")
    assert outcome(cast, 1) is Outcome.ABSENT


def test_two_decisions_that_differ_are_a_disagreement():
    cast = Cast()
    seen, gone = cast.north.says(Kind.PRESENT, 1), cast.iris.says(Kind.ABSENT, 1)
    cast.decides(1, Kind.PRESENT, seen, gone)
    cast.decides(1, Kind.ABSENT, seen, gone, by="Salma")
    assert outcome(cast, 1) is Outcome.DISPUTED


def test_two_decisions_that_cover_each_other_settle_nothing():
    cast = Cast()
    seen, gone = cast.north.says(Kind.PRESENT, 1), cast.iris.says(Kind.ABSENT, 1)
    forged = Tablet("forger", Role.MEDIATOR, of=cast.manifest)
    cast.hala.says(Kind.RESOLVED, 1, outcome="present", about=(seen.id, gone.id, "forger0000/1"), said_by="Hala")
    forged.says(Kind.RESOLVED, 1, outcome="absent", about=(seen.id, gone.id, "hala0000/1"), said_by="Nobody")
    found = Ledger(cast.manifest, [*cast.everything(), *forged.made])
    assert found.standing(cast.code(1)).outcome is Outcome.DISPUTED


def test_a_decision_cannot_make_a_receipt_that_no_receiver_gave():
    cast = Cast()
    seen, gone = cast.iris.says(Kind.RECEIVED, 1), cast.north.says(Kind.ABSENT, 1)
    cast.decides(1, Kind.RECEIVED, seen, gone)
    assert outcome(cast, 1) is Outcome.DISPUTED


def test_a_decision_completes_a_receipt_that_the_receiver_gave():
    cast = Cast()
    got, gone = cast.south.says(Kind.RECEIVED, 1), cast.iris.says(Kind.ABSENT, 1)
    cast.decides(1, Kind.RECEIVED, got, gone)
    assert outcome(cast, 1) is Outcome.RECEIVED


def test_seeing_him_again_does_not_undo_a_receipt_but_calling_him_absent_disputes_it():
    cast = Cast()
    cast.south.says(Kind.RECEIVED, 1)
    cast.iris.says(Kind.RECEIVED, 1)
    cast.iris.says(Kind.PRESENT, 1)
    assert outcome(cast, 1) is Outcome.RECEIVED
    cast.iris.says(Kind.ABSENT, 1)
    assert outcome(cast, 1) is Outcome.DISPUTED


def test_absent_first_and_received_later_on_one_tablet_is_a_receipt():
    cast = Cast()
    cast.south.says(Kind.ABSENT, 1)
    cast.south.says(Kind.RECEIVED, 1)
    cast.iris.says(Kind.RECEIVED, 1)
    assert outcome(cast, 1) is Outcome.RECEIVED


def test_a_slip_is_taken_back_by_the_tablet_that_made_it():
    cast = Cast()
    slip = cast.south.says(Kind.RECEIVED, 1)
    cast.south.says(Kind.WITHDRAWN, about=(slip.id,))
    assert outcome(cast, 1) is Outcome.EXPECTED


def test_taking_back_can_be_taken_back():
    cast = Cast()
    slip = cast.south.says(Kind.RECEIVED, 1)
    back = cast.south.says(Kind.WITHDRAWN, about=(slip.id,))
    cast.south.says(Kind.WITHDRAWN, about=(back.id,))
    assert outcome(cast, 1) is Outcome.PENDING


def test_he_is_there_and_does_not_want_to_go_is_no_disagreement():
    cast = Cast()
    cast.north.says(Kind.PRESENT, 1)
    cast.iris.says(Kind.DOES_NOT_TRAVEL, 1)
    assert outcome(cast, 1) is Outcome.DOES_NOT_TRAVEL


def test_whoever_does_not_travel_and_is_received_is_a_disagreement():
    cast = Cast()
    cast.iris.says(Kind.DOES_NOT_TRAVEL, 1)
    cast.south.says(Kind.RECEIVED, 1)
    assert outcome(cast, 1) is Outcome.DISPUTED


def test_somebody_not_on_the_list_is_one_person_once_somebody_has_said_so():
    cast = Cast()
    for tablet in (cast.south, cast.iris):
        tablet.says(Kind.NOT_ON_LIST)
        tablet.says(Kind.RECEIVED, tablet.made[0].id)
    found = ledger(cast)
    assert len(found.extras()) == 2
    assert {found.standing(one).outcome for one in found.extras()} == {Outcome.PENDING}
    cast.hala.says(Kind.SAME_PERSON, cast.south.made[0].id, other=cast.iris.made[0].id, said_by="Hala")
    found = ledger(cast)
    assert len(found.extras()) == 1
    assert found.standing(found.extras()[0]).outcome is Outcome.RECEIVED


def test_somebody_thought_unlisted_who_is_a_line_counts_as_that_line():
    cast = Cast()
    extra = cast.south.says(Kind.NOT_ON_LIST)
    cast.south.says(Kind.RECEIVED, extra.id)
    cast.south.says(Kind.ABSENT, 2)
    cast.iris.says(Kind.RECEIVED, 2)
    cast.hala.says(Kind.SAME_PERSON, extra.id, other=cast.code(2), said_by="Hala")
    found = ledger(cast)
    assert found.extras() == ()
    assert found.standing(cast.code(2)).outcome is Outcome.DISPUTED  # absent was said last, after the receipt
    cast.south.says(Kind.WITHDRAWN, about=(cast.south.made[2].id,))
    assert outcome(cast, 2) is Outcome.RECEIVED


def test_one_person_on_two_lines_is_counted_once():
    cast = Cast()
    for number in (1, 2):
        cast.south.says(Kind.RECEIVED, number)
        cast.iris.says(Kind.RECEIVED, number)
    cast.hala.says(Kind.SAME_PERSON, 2, other=cast.code(1), said_by="Hala")
    assert (outcome(cast, 1), outcome(cast, 2)) == (Outcome.RECEIVED, Outcome.REPEAT)


def test_an_extra_whose_first_check_in_is_still_missing_is_not_lost():
    cast = Cast()
    extra = cast.iris.says(Kind.NOT_ON_LIST)
    later = cast.iris.says(Kind.RECEIVED, extra.id)
    found = Ledger(cast.manifest, [later])
    assert found.extras() == (extra.id,)
    assert found.gaps() == ledger(cast).gaps() or found.gaps()[0].first == 1


def test_a_counter_that_was_used_twice_is_shown_and_both_sayings_stand():
    cast = Cast()
    cast.iris.says(Kind.PRESENT, 1)
    twin = Tablet("iris", Role.ICRC, of=cast.manifest)
    twin.says(Kind.ABSENT, 1)
    found = Ledger(cast.manifest, [*cast.everything(), *twin.made])
    assert found.reused == (twin.made[0].id,)
    assert found.standing(cast.code(1)).outcome is Outcome.DISPUTED


def test_either_side_stops_and_only_that_side_goes_on():
    cast = Cast()
    stop = cast.south.says(Kind.STOP, reason="count")
    cast.iris.says(Kind.GO_ON, about=(stop.id,))
    assert [one.party for one in ledger(cast).stops()] == ["STH"]
    cast.south.says(Kind.GO_ON, about=(stop.id,))
    assert ledger(cast).stops() == ()


def test_what_is_missing_is_known_from_the_numbers():
    cast = Cast()
    for number in (1, 2, 3):
        cast.iris.says(Kind.PRESENT, number)
    found = Ledger(cast.manifest, [cast.iris.made[1]])
    assert [(gap.first, gap.last) for gap in found.gaps({cast.iris.device: 5})] == [(1, 1), (3, 5)]
    assert found.gaps({"quiet0000": 2})[-1].last == 2


@pytest.mark.parametrize("who", ["north", "south"])
def test_a_side_has_no_say_about_the_other_sides_lines(who):
    cast = Cast()
    kind = Kind.RECEIVED
    number = 4 if who == "north" else 5
    event = getattr(cast, who).says(kind, number)
    with pytest.raises(BadEvent, match="no say"):
        Ledger(cast.manifest, [event])


def test_a_check_in_of_another_manifest_is_refused():
    event = Tablet("iris", Role.ICRC, of=manifest(reference="manifest-2")).says(Kind.PRESENT, 1)
    with pytest.raises(BadEvent, match="another manifest"):
        Ledger(manifest(), [event])


def test_no_clock_decides_anything():
    cast = Cast()
    cast.north.says(Kind.PRESENT, 1)
    cast.iris.says(Kind.ABSENT, 1)
    cast.south.says(Kind.RECEIVED, 2)
    clocks = [other_clock(event, f"20{n:02d}-01-01T00:00:00Z") for n, event in enumerate(cast.everything())]
    plain, skewed = ledger(cast), Ledger(cast.manifest, clocks)
    assert list(plain.everybody()) == list(skewed.everybody())


def test_a_working_ledger_forgets_nothing_that_a_fresh_one_would_say():
    cast = Cast()
    seen, gone = cast.north.says(Kind.PRESENT, 1), cast.iris.says(Kind.ABSENT, 1)
    cast.decides(1, Kind.PRESENT, seen, gone)
    extra = cast.iris.says(Kind.NOT_ON_LIST)
    cast.hala.says(Kind.SAME_PERSON, extra.id, other=cast.code(3), said_by="Hala")
    cast.iris.says(Kind.WITHDRAWN, about=(gone.id,))
    working = Ledger(cast.manifest)
    for event in cast.everything():
        assert working.add(event)
        list(working.everybody())
    assert list(working.everybody()) == list(ledger(cast).everybody())
    assert not working.add(Event.parse(seen.format()))


def test_agree_is_the_same_whatever_the_order():
    assert agree([Kind.PRESENT, Kind.RECEIVED]) is agree([Kind.RECEIVED, Kind.PRESENT]) is Kind.RECEIVED
    assert agree([Kind.ABSENT, Kind.RECEIVED]) is None
    assert agree([Kind.SOMEONE_ELSE, Kind.ABSENT]) is Kind.ABSENT
