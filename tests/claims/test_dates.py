from datetime import date

import pytest

from repatria.claims.words.date_reading import read
from repatria.claims.words.dates import orthodox_easter, place
from repatria.claims.words.languages import LANGUAGES
from repatria.claims.words.reading import plain
from repatria.claims.words.tokens import tokenise

THURSDAY = date(2026, 2, 5)


def placed(text, code, as_of=THURSDAY, event=None):
    tokens = tokenise(plain(text))
    at = 1 if tokens[0].text in ("in", "on") else 0
    return str(place(read(tokens, at, LANGUAGES[code]).value, as_of, event))


@pytest.mark.parametrize(
    ("text", "code", "day"),
    [
        ("31 December 2024", "en", "2024-12-31"),
        ("Feb 5", "en", "2026-02-05"),
        ("18 October", "en", "2025-10-18"),
        ("on Thursday", "en", "2026-02-05"),
        ("last September", "en", "2025-09"),
        ("in August", "en", "2025-08"),
        ("yesterday", "en", "2026-02-04"),
        ("nine days ago", "en", "2026-01-27"),
        ("2025-10-02", "en", "2025-10-02"),
        ("14 to 16 April", "en", "2025-04-14/2025-04-16"),
        ("24 серпня", "uk", "2025-08-24"),
        ("четвер", "uk", "2026-02-05"),
        ("4 февраля 2023 года", "ru", "2023-02-04"),
        ("накануне", "ru", "2026-02-04"),
        ("الثاني من أكتوبر", "ar", "2025-10-02"),
        ("6 فبراير 2026", "ar", "2026-02-06"),
        ("الخميس", "ar", "2026-02-05"),
    ],
)
def test_a_date_means_the_last_such_day(text, code, day):
    assert placed(text, code) == day


def test_earlier_looks_back_from_the_event_and_not_from_the_report():
    assert placed("six days earlier", "en", event=date(2023, 12, 13)) == "2023-12-07"
    assert placed("двенадцатью днями раньше", "ru", event=date(2023, 2, 16)) == "2023-02-04"


def test_feasts():
    assert placed("Holy Saturday", "en", as_of=date(2025, 4, 20)) == "2025-04-19"
    assert placed("день незалежності", "uk") == "2025-08-24"


@pytest.mark.parametrize(("year", "month", "day"), [(2023, 4, 16), (2024, 5, 5), (2025, 4, 20), (2026, 4, 12)])
def test_orthodox_easter(year, month, day):
    assert orthodox_easter(year) == date(year, month, day)


def test_a_day_that_does_not_exist_is_no_date():
    assert read(tokenise("2025-02-30"), 0, LANGUAGES["en"]) is None
