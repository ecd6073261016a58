from datetime import date

from repatria.history import Gap, History, When, load, words
from tests.history.builders import exchange, history


def test_the_exchange_before_and_its_gap_in_days():
    old, new = exchange("2025-10-02", "5", "5"), exchange("2026-02-05", "5", "5")
    found = history(old, new).first_since(new)
    assert (found.previous, found.days, found.certain) == (old, (126, 126), True)


def test_a_gap_is_counted_from_the_last_day_of_a_long_exchange():
    old = exchange("2025-01-19", note="[until:2025-02-27]")
    new = exchange("2025-03-01")
    assert history(old, new).first_since(new).days == (2, 2)


def test_an_exchange_of_the_same_day_is_not_the_one_before():
    first = exchange("2022-03-16")
    one = exchange("2022-03-24")
    other = exchange("2022-03-24", id="no-so-2022-03-24-sailors")
    found = history(first, one, other).first_since(one)
    assert (found.previous, found.same_day) == (first, (other,))


def test_a_month_only_date_gives_a_range_of_days():
    old, new = exchange("2026-05-15"), exchange("2026-06")
    assert history(old, new).first_since(new).days == (17, 46)


def test_a_month_only_exchange_that_may_lie_in_between_makes_the_answer_uncertain():
    old, month, new = exchange("2026-05-15"), exchange("2026-06"), exchange("2026-06-20")
    found = history(old, month, new).first_since(new)
    assert (found.previous, found.perhaps_between, found.certain) == (old, (month,), False)


def test_a_declared_gap_in_between_makes_the_answer_uncertain():
    old, new = exchange("2022-07-01"), exchange("2022-09-02")
    gap = Gap("North-South", When.parse("2022-07-10"), When.parse("2022-08"), "a summer is missing")
    found = History((old, new), (gap,)).first_since(new)
    assert not found.certain
    assert "a summer is missing" in words.first_since(found)


def test_the_first_exchange_has_none_before_it():
    only = exchange("2022-03-01")
    found = history(only).first_since(only)
    assert (found.previous, found.days) == (None, None)


def test_another_conflict_does_not_count():
    other = exchange("2025-12-01", id="ea-we-2025-12-01", conflict="East-West")
    old, new = exchange("2025-10-02"), exchange("2026-02-05")
    assert history(old, other, new).first_since(new).previous == old


def test_largest_names_the_last_earlier_one_that_was_larger():
    big, small, new = (
        exchange("2024-01-01", "9", "9"),
        exchange("2024-02-01", "1", "1"),
        exchange("2024-03-01", "5", "5"),
    )
    found = history(big, small, new).largest_since(new)
    assert (found.size, found.larger, found.largest_known) == (10, big, False)


def test_an_equal_one_is_not_smaller():
    old, new = exchange("2024-01-01", "5", "5"), exchange("2024-03-01", "4", "6")
    assert history(old, new).largest_since(new).larger == old


def test_unknown_sizes_in_between_prevent_certainty_and_are_named():
    old, blank, new = (
        exchange("2024-01-01", "1", "1"),
        exchange("2024-02-01", "1"),
        exchange("2024-03-01", "5", "5"),
    )
    found = history(old, blank, new).largest_since(new)
    assert found.largest_known
    assert found.unknown_between == (blank,)
    assert "not certain" in words.largest_since(found)


def test_of_an_unknown_size_nothing_is_said():
    new = exchange("2024-03-01", "5")
    assert history(new).largest_since(new).size is None


def test_a_later_exchange_does_not_exist_yet():
    old, new = exchange("2024-01-01"), exchange("2024-03-01")
    assert list(history(old, new).at(date(2024, 2, 1))) == [old]


def test_the_swap_of_april_2025_was_the_largest_to_its_day():
    packaged = load()
    found = packaged.largest_since(packaged.exchange("ru-ua-2025-04-19"))
    assert (found.size, found.larger) == (538, None)
