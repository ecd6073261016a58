from datetime import date

import pytest

from repatria.handover.effects import limit_fault
from repatria.handover.errors import BadLedgerEntry, NotReady
from repatria.handover.readiness import Answers, Travels, check_ready, falls_away
from repatria.handover.side_ledgers import (
    Apart,
    Identification,
    ReleasedApart,
    Remains,
    check_apart,
    count_remains,
)
from repatria.handover.vocabulary import Cause
from tests.handover.cast import line

DAY, LATER = date(2026, 2, 5), date(2027, 3, 1)


def bag(number, *persons, **changes):
    known = {"identification": Identification.CONFIRMED, "report": f"L-{number}", "reported_on": LATER}
    return Remains(number, DAY, "NTH", "STH", **{**(known if persons else {}), "persons": persons, **changes})


def test_bags_and_persons_are_two_numbers():
    # One person in two bags, two persons in one bag, one bag unknown, one sent back.
    back = bag("5", identification=Identification.NOT_OURS, report="L-5", reported_on=LATER)
    (count,) = count_remains([bag("1", "a"), bag("2", "a"), bag("3", "b", "c"), bag("4"), back])
    assert (count.bags, count.bags_confirmed, count.persons_confirmed, count.bags_sent_back) == (5, 3, 3, 1)


def test_the_same_bag_told_twice_is_one_bag():
    (count,) = count_remains([bag("1", "a"), bag("1", "a")])
    assert count.bags == 1
    with pytest.raises(BadLedgerEntry):
        count_remains([bag("1", "a"), bag("1", "b")])


@pytest.mark.parametrize(
    "changes",
    [
        {"identification": Identification.CONFIRMED, "persons": ("a",)},  # without a laboratory
        {"identification": Identification.PRESUMED, "report": "L-1", "reported_on": LATER},
        {"report": "L-1"},
        {"identification": Identification.CONFIRMED, "report": "L-1", "reported_on": LATER},
        {"identification": Identification.NOT_OURS, "report": "L-1", "reported_on": date(2026, 1, 1)},
        {"given_by": "STH"},
    ],
)
def test_only_a_laboratory_confirms(changes):
    with pytest.raises(BadLedgerEntry):
        Remains(**{"number": "1", "day": DAY, "given_by": "NTH", "received_by": "STH", **changes})


def test_late_finds_and_unilateral_releases_never_count_twice():
    late = ReleasedApart("C9", "NTH", "STH", LATER, Apart.LATE_FIND, "R-9")
    check_apart([late], ["C1", "C2"])
    assert late.returned
    assert not ReleasedApart("C8", "NTH", "STH", LATER, Apart.UNILATERAL).returned
    with pytest.raises(BadLedgerEntry, match="row 1"):
        check_apart([late], ["C9"])
    with pytest.raises(BadLedgerEntry, match="row 2"):
        check_apart([late, late], [])


def test_the_two_baggage_articles_point_in_opposite_directions():
    assert limit_fault("repatriation", 24)
    assert limit_fault("repatriation", 40) is None
    assert limit_fault("transfer", 26)
    assert limit_fault("transfer", 10) is None


def test_nobody_goes_unasked_unexamined_unfit_or_against_his_will():
    one = line(1)
    asked, fit = {"C1": Travels.YES}, {"C1": True}
    check_ready([one], Answers(asked, fit))
    for answers, why in (
        (Answers({}, fit), "answer"),
        (Answers(asked, {}), "fit"),
        (Answers({"C1": Travels.NO}, fit), "cannot travel"),
        (Answers(asked, {"C1": False}), "cannot travel"),
    ):
        with pytest.raises(NotReady, match=why):
            check_ready([one], answers)
    assert falls_away(one, Answers({"C1": Travels.NO}, {"C1": False})) is Cause.DOES_NOT_TRAVEL
    assert falls_away(one, Answers(asked, {"C1": False})) is Cause.NOT_FIT
