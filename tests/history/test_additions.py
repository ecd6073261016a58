from datetime import date

import pytest

from repatria.history import BadExchange, check, with_rows
from tests.history.builders import exchange, history

TODAY = date(2026, 11, 23)
KNOWN = exchange("2026-02-05", "157", "160", note="[ordinal:UA 71] [uae:18 4955]")


def refused(row, correction=False):
    with pytest.raises(BadExchange) as fault:
        check(row, history(KNOWN), TODAY, correction)
    return fault.value.column


def test_a_sound_row_is_taken():
    check(exchange("2026-03-05", "200", "200", note="[ordinal:UA 72] [uae:19 5355]"), history(KNOWN), TODAY)


def test_a_total_that_is_not_the_sum_of_its_parts():
    row = exchange("2026-03-05", "200", returned_to_a_military="150", returned_to_a_civilians="7")
    assert refused(row) == "returned_to_a_total"


def test_a_lone_part_that_is_not_the_total():
    assert refused(exchange("2026-03-05", "200", returned_to_a_military="150")) == "returned_to_a_total"


def test_an_end_before_its_beginning():
    assert refused(exchange("2026-03-05", "2", "2", note="[until:2026-03-01]")) == "note"


def test_an_announcement_after_the_end():
    assert refused(exchange("2026-03-05", "2", "2", note="[announced:2026-03-09]")) == "note"


def test_an_id_of_another_day():
    assert refused(exchange("2026-03-05", "2", "2", id="no-so-2026-03-06")) == "id"


def test_a_day_that_has_not_come():
    assert refused(exchange("2027-01-01", "2", "2")) == "date"


def test_a_party_on_both_sides():
    assert refused(exchange("2026-03-05", "2", "2", returned_to_b_party="NOR")) == "returned_to_b_party"


def test_a_party_that_mediates_between_itself_and_another():
    assert refused(exchange("2026-03-05", "2", "2", mediators="SOU")) == "mediators"


def test_zero_for_both_means_unknown_was_meant():
    assert refused(exchange("2026-03-05", "0", "0")) == "returned_to_a_total"


def test_the_same_exchange_twice():
    assert refused(exchange("2026-02-05", "157", "160", id="no-so-2026-02-05-again")) == "date"


def test_an_ordinal_that_runs_backwards():
    assert refused(exchange("2026-03-05", "2", "2", note="[ordinal:UA 70]")) == "note"


def test_a_running_total_that_shrinks():
    assert refused(exchange("2026-03-05", "2", "2", note="[uae:19 4000]")) == "note"


def test_a_known_id_must_say_that_it_corrects():
    assert refused(KNOWN) == "id"


def test_a_correction_needs_a_new_source():
    assert refused(KNOWN, correction=True) == "sources"


def test_a_correction_of_nothing():
    assert refused(exchange("2026-03-05", "2", "2"), correction=True) == "id"


def test_a_correction_stands_and_the_old_row_is_kept():
    better = exchange("2026-02-05", "158", "160", sources="https://example.org/2")
    check(better, history(KNOWN), TODAY, correction=True)
    corrected = with_rows(history(KNOWN), [better])
    assert corrected.exchange(KNOWN.id).a.total == 158
    assert corrected.superseded[KNOWN.id] == (KNOWN,)
