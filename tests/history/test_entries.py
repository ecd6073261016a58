import pytest

from repatria.history import BadExchange, from_entries

OPENED = {
    "type": "exchange-opened",
    "exchange": "no-so-2026-11-20",
    "conflict": "North-South",
    "parties": ["NORTH", "SOUTH"],
    "mediators": ["HALA"],
    "place": "a bridge",
}
CLOSED = {"type": "exchange-closed", "exchange": "no-so-2026-11-20", "on": "2026-11-21"}


def receipt(line, to="NORTH", on="2026-11-20", status="military"):
    return {
        "type": "receipt",
        "exchange": "no-so-2026-11-20",
        "line": line,
        "returned_to": to,
        "on": on,
        "status": status,
    }


def run(*entries):
    return from_entries(entries, "record of North, tree size 9")


def test_people_are_counted_from_receipts_and_each_line_once():
    receipts = [receipt(f"n{i}") for i in range(7)] + [receipt("n0")]
    receipts += [receipt(f"s{i}", "SOUTH", on="2026-11-21") for i in range(6)]
    (made,) = run(OPENED, *receipts, CLOSED)
    assert (made.a.total, made.b.total) == (7, 6)
    assert (str(made.date), str(made.tags.until)) == ("2026-11-20", "2026-11-21")
    assert made.sources == ("record of North, tree size 9",)


def test_a_count_that_could_point_at_a_person_is_not_published():
    receipts = [receipt(f"n{i}") for i in range(7)] + [receipt("n9", status="civilian")]
    receipts += [receipt(f"s{i}", "SOUTH") for i in range(3)]
    (made,) = run(OPENED, *receipts, CLOSED)
    assert (made.a.total, made.a.military, made.a.civilians) == (8, None, None)
    assert made.b.total is None


def test_an_exchange_that_is_not_closed_is_not_yet_history():
    assert run(OPENED, receipt("n1")) == []


def test_a_receipt_after_the_close_does_not_change_history():
    receipts = [receipt(f"n{i}") for i in range(7)]
    (made,) = run(OPENED, *receipts, CLOSED, receipt("late"))
    assert made.a.total == 7


def test_a_receipt_of_an_unopened_exchange_is_refused():
    with pytest.raises(BadExchange, match="not opened"):
        run(receipt("n1"))


def test_other_entries_are_passed_over():
    assert run({"type": "sealed-list"}) == []
