from datetime import date
from importlib.resources import files

import pytest

from repatria.history import UnknownConflict, UnknownExchange, check, load
from tests.history.builders import exchange, history


def test_the_packaged_history_is_whole():
    packaged = load()
    assert len(packaged) == 92
    assert len(packaged.of("russia-ukraine")) == 84
    assert packaged.exchange("ru-ua-2026-02-05").a.total == 157


def test_every_packaged_row_would_be_taken_again():
    packaged = load()
    for row in packaged:
        others = history(*(e for e in packaged if e.id != row.id))
        check(row, others, today=date(2026, 11, 23))


def test_the_sum_of_2024_is_the_figure_that_kyiv_gave():
    total = next(t for t in load().totals() if (t.year, t.party) == (2024, "UKR"))
    assert (total.people, total.complete, total.in_words()) == (1358, True, "1358")


def test_no_total_over_a_gap_without_saying_so():
    total = next(t for t in load().totals() if (t.year, t.party) == (2025, "UKR"))
    assert not total.complete
    assert total.in_words().startswith("at least 2297; 10 of 20 exchanges gave no number")


def test_a_year_without_any_number_is_unknown():
    total = history(exchange("2020-10-15")).totals()[0]
    assert (total.people, total.in_words()) == (None, "unknown: none of 1 exchanges gave a number")


def test_the_longest_pause_of_the_war():
    pause = load().of("Russia-Ukraine").longest_pauses(1)[0]
    assert (pause.days, pause.before.id, pause.after.id) == (149, "ru-ua-2023-08-07", "ru-ua-2024-01-03")


def test_a_pause_beside_an_unknown_day_has_no_length():
    assert history(exchange("2026-05-15"), exchange("2026-06")).longest_pauses(5) == []


def test_one_number_of_a_counter_covers_several_days():
    days = load().ordinals("UKR")[65]
    assert [str(e.date) for e in days] == ["2025-05-23", "2025-05-24", "2025-05-25"]


def test_a_series_is_what_was_carried_out_under_one_agreement():
    stages = load().series("istanbul-2025-06")
    assert len(stages) == 9


def test_an_unknown_id_or_conflict_is_said():
    with pytest.raises(UnknownExchange):
        load().exchange("ru-ua-1999-01-01")
    with pytest.raises(UnknownConflict, match="Russia-Ukraine"):
        load().of("Atlantis")


@pytest.mark.shared
def test_the_packaged_table_is_the_shared_one(shared):
    ours = files("repatria.history") / "data" / "exchanges.csv"
    assert ours.read_bytes() == (shared / "data" / "exchanges.csv").read_bytes()
