from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repatria.history import About, BadExchange, check, from_entries
from tests.history.builders import history

DAY, NEXT_DAY = "2026-11-20", "2026-11-21"


def opened(*parties):
    return {"act": "record opened", "by": "HAL", "parties": list(parties) or ["NTH", "STH", "HAL"], "v": 1}


def closed(manifest="manifest-1", persons=13):
    return of("manifest closed", manifest=manifest, persons=persons, by="HAL")


def receipt(n, by="NTH", manifest="manifest-1"):
    return of("receipt given", receipt=f"{by}-{n}", by=by, manifest=manifest)


def receipts(north, south, manifest="manifest-1"):
    return [receipt(n, "NTH", manifest) for n in range(north)] + [receipt(n, "STH", manifest) for n in range(south)]


def completed(returned, manifest="manifest-1", day=DAY):
    return of("handover completed", by="HAL", manifest=manifest, day=day, returned=returned, not_returned=0)


def of(act, **fields):
    return {"act": act, "v": 1, "at": f"{DAY}T09:00:00Z", "exchange": "exchange-7", **fields}


def correction(number):
    return {"act": "correction", "v": 1, "by": "HAL", "corrects": number, "reason": "counted wrongly"}


def run(*entries, about=None):
    return from_entries(entries, "record of Hala", about)


def test_people_are_counted_from_receipts():
    (made,) = run(opened(), closed(), *receipts(7, 6), completed(13))
    assert (made.id, made.conflict) == ("nth-sth-2026-11-20-exchange-7", "NTH-STH")
    assert (made.a.total, made.b.total, made.mediators) == (7, 6, ("HAL",))
    assert (made.sources, made.confidence, made.tags.differ) == (("record of Hala",), "both-sides", False)


def test_names_that_the_record_leaves_out_are_given_with_it():
    about = About(conflict="North-South", place="a bridge", codes={"NTH": "NOR", "STH": "SOU"})
    (made,) = run(opened(), closed(), *receipts(7, 6), completed(13), about=about)
    assert (made.conflict, made.place, made.a.parties) == ("North-South", "a bridge", ("NOR",))
    check(made, history(), date(2026, 11, 22))


def test_two_devices_that_disagree_are_one_person():
    both = of("receipts disagree", by="HAL", manifest="manifest-1", receipts=["NTH-0", "NTH-1"])
    (made,) = run(opened(), closed(), *receipts(7, 6), both, completed(12))
    assert (made.a.total, made.tags.differ) == (6, False)


def test_a_receipt_entered_twice_is_corrected():
    entries = [opened(), closed(), *receipts(7, 6)]
    (made,) = run(*entries, correction(2), completed(12))
    assert made.a.total == 6


def test_a_correction_can_itself_be_corrected():
    entries = [opened(), closed(), *receipts(7, 6), correction(2)]
    (made,) = run(*entries, correction(len(entries) - 1), completed(13))
    assert made.a.total == 7


def test_another_number_than_the_receipts_is_said_not_hidden():
    (made,) = run(opened(), closed(), *receipts(7, 6), completed(14))
    assert made.tags.differ
    assert [(s.speaker, s.number) for s in made.said("total")] == [("HAL", 14)]


def test_a_count_that_could_point_at_a_person_is_not_published():
    (made,) = run(opened(), closed(), *receipts(7, 3), completed(10))
    assert (made.a.total, made.b.total) == (7, None)


def test_each_day_is_a_row_and_the_days_are_a_series():
    first = [closed(), *receipts(7, 6), completed(13)]
    second = [closed("manifest-2"), *receipts(9, 8, "manifest-2"), completed(17, "manifest-2", NEXT_DAY)]
    second = [{**e, "receipt": f"2-{e['receipt']}"} if "receipt" in e else e for e in second]
    one, two = run(opened(), *first, *second)
    assert (str(one.date), one.a.total, str(two.date), two.a.total) == (DAY, 7, NEXT_DAY, 9)
    assert one.tags.series == two.tags.series == "nth-sth-exchange-7"


def test_a_release_by_one_side_alone_has_a_zero_and_not_an_unknown():
    (made,) = run(opened(), closed(), *receipts(7, 0), completed(7))
    assert (made.a.total, made.b.parties, made.b.total, made.confidence) == (7, ("STH",), 0, "one-side")


def test_a_manifest_that_is_not_completed_is_not_yet_history():
    assert run(opened(), closed(), *receipts(7, 6)) == []


def test_a_receipt_after_the_handover_was_completed_does_not_change_history():
    (made,) = run(opened(), closed(), *receipts(7, 6), completed(13), receipt(99))
    assert made.a.total == 7


def test_a_receipt_of_an_unknown_manifest_is_refused():
    with pytest.raises(BadExchange, match="not closed"):
        run(opened(), receipt(1))


def test_a_record_that_does_not_say_who_the_sides_are():
    with pytest.raises(BadExchange, match="two sides"):
        run(opened("NTH", "HAL"), closed(), *receipts(7, 0), completed(7))


def test_a_published_statement_is_kept_with_its_speaker():
    stated = of("statement published", by="HAL", statement="statement-1", returned=13, counted_to=1,
                breakdown={"able_bodied": "withheld", "civilians": "withheld"})  # fmt: skip
    (made,) = run(opened(), closed(), *receipts(7, 6), completed(13), stated)
    assert [(s.category, s.number) for s in made.statements] == [
        ("total", 13), ("published", 13), ("able_bodied", None), ("civilians", None),
    ]  # fmt: skip


def test_other_acts_are_passed_over():
    assert run(opened(), {"act": "checkpoint seen", "v": 1, "by": "NTH", "size": 1}) == []


@given(st.permutations(receipts(9, 7)))
def test_the_order_of_receipts_does_not_matter(order):
    (made,) = run(opened(), closed(), *order, completed(16))
    assert (made.a.total, made.b.total) == (9, 7)
