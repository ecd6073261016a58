"""Reads dates as reports write them: by number, by month, as a stretch of days, or by the name of a day."""

from collections.abc import Sequence

from repatria.claims.words.date_parts import after_month, checked, day_number, month_at, with_year, year_at
from repatria.claims.words.dates import Said
from repatria.claims.words.day_names import day_after, last, named, relative, same_day, weekday
from repatria.claims.words.languages import Language
from repatria.claims.words.lexicon import forms
from repatria.claims.words.numbers import Duration, Spoken
from repatria.claims.words.tokens import Token


def read(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    """Read a date that begins at `at`."""
    readers = (
        _iso,
        _dotted,
        _range,
        _day_month,
        _month_day,
        last,
        same_day,
        _edge_of_month,
        day_after,
        relative,
        named,
        weekday,
        _month,
        _year,
    )
    found = (reader(tokens, at, language) for reader in readers)
    return next((spoken for spoken in found if spoken), None)


def _iso(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    year = year_at(tokens, at)
    texts = [t.text for t in tokens[at : at + 5]]
    if year and len(texts) == 5 and texts[1] == texts[3] == "-" and texts[2].isdigit() and texts[4].isdigit():
        return checked(year, int(texts[2]), int(texts[4]), 5)
    return None


def _dotted(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    texts = [t.text for t in tokens[at : at + 5]]
    marked = len(texts) == 5 and texts[1] == texts[3] and texts[1] in "./"
    if marked and year_at(tokens, at + 4) and texts[0].isdigit() and texts[2].isdigit():
        return checked(int(texts[4]), int(texts[2]), int(texts[0]), 5)
    return None


def _range(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    opening, inside = language.range_words
    start = at + 1 if tokens[at].text in opening else at
    first = day_number(tokens, start, language)
    if not first:
        return None
    middle = start + first[1]
    if middle >= len(tokens) or not (tokens[middle].text in inside or tokens[middle].text in "-—"):
        return None
    last = day_number(tokens, middle + 1, language)
    if not last:
        return None
    end = middle + 1 + last[1]
    month = month_at(tokens, end, language)
    if not month:
        return None
    return with_year(
        tokens, at, after_month(tokens, end, language), language, Said(month=month, day=first[0], until_day=last[0])
    )


def _day_month(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    found = day_number(tokens, at, language)
    if not found:
        return None
    end = at + found[1]
    if of_last := _of_last_month(tokens, at, end, found[0], language):
        return of_last
    if end < len(tokens) and tokens[end].text in ("of", "من"):
        end += 1
    month = month_at(tokens, end, language)
    if not month:
        return _of_month_told(tokens, at, end, found[0], language)
    return with_year(tokens, at, after_month(tokens, end, language), language, Said(month=month, day=found[0]))


def _of_month_told(tokens: Sequence[Token], at: int, end: int, day: int, language: Language) -> Spoken | None:
    """ "On the 1st", in English, where nothing follows that the number could be of."""
    on_the = [t.text for t in tokens[max(0, at - 2) : at]] == ["on", "the"]
    ordinal = any(not t.text.isdigit() for t in tokens[at:end])
    follows = tokens[end].text if end < len(tokens) else "."
    if language.code == "en" and on_the and ordinal and follows in _ENDS:
        return Spoken(Said(day=day, anchor="month"), end - at)
    return None


_ENDS = frozenset(". , ; : and but when with — )".split())


_OF_SAME_MONTH = [
    phrase.split()
    for phrase in (
        "of the same month", "of that month", "того же месяца", "того ж місяця", "того самого місяця",
        "من الشهر نفسه", "من الشهر ذاته", "من ذلك الشهر",
    )
]  # fmt: skip


def _of_last_month(tokens: Sequence[Token], at: int, end: int, day: int, language: Language) -> Spoken | None:
    """ "пятого числа прошлого месяца", "5-го числа минулого місяця", "the 25th of the same month"."""
    texts = [t.text for t in tokens[end : end + 4]]
    for phrase in _OF_SAME_MONTH:
        if texts[: len(phrase)] == phrase:
            return Spoken(Said(day=day, back=Duration(0, "month"), anchor="event"), end + len(phrase) - at)
    texts = texts[:3]
    told = len(texts) == 3 and texts[0] == "числа" and texts[1] in language.last | language.this
    if not told or language.units.get(texts[2]) != "month":
        of_month = texts[:1] and texts[0] in ("числа", "منه") and month_at(tokens, end + 1, language) is None
        return Spoken(Said(day=day, anchor="month"), end + 1 - at) if of_month else None
    return Spoken(Said(day=day, back=Duration(int(texts[1] in language.last), "month")), end + 3 - at)


def _month_day(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    month = month_at(tokens, at, language)
    if not month or language.code != "en":
        return None
    dot = 1 if at + 1 < len(tokens) and tokens[at + 1].text == "." else 0
    found = day_number(tokens, at + 1 + dot, language)
    if not found or tokens[at + 1 + dot].text == "one":  # "the March one" is an exchange
        return None
    return with_year(tokens, at, at + 1 + dot + found[1], language, Said(month=month, day=found[0]))


_FIRST_DAY = "first day of, перший день, першого дня, первый день, первого дня, اول يوم من"
_LAST_DAY = (
    "last day of, final day of, останній день, останнього дня, последний день, последнего дня, اخر يوم من, "
    "اخر ايام, اليوم الاخير من"
)


def _edge_of_month(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    """ "The last day of May", "первый день марта"."""
    for phrases, first in ((_FIRST_DAY, True), (_LAST_DAY, False)):
        for words in (phrase.split() for phrase in phrases.split(", ")):
            end = at + len(words)
            month = month_at(tokens, end, language) if [t.text for t in tokens[at:end]] == words else None
            if month:
                day = 1 if first else LONGEST[month - 1]
                return with_year(
                    tokens, at, after_month(tokens, end, language), language, Said(month=month, day=day)
                )
    return None


LONGEST = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


# "The March one", "a May exchange": a month, where the word alone might be a verb.
_EXCHANGES = frozenset("one exchange swap handover deal round release operation".split())


def _month(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    month = month_at(tokens, at, language)
    if not month:
        return None
    before = tokens[at - 1].text if at else ""
    of_exchange = before in ("the", "a", "'s") and any(t.text in _EXCHANGES for t in tokens[at + 1 : at + 2])
    if tokens[at].text in ("may", "march", "mar", "sat", "sun") and not of_exchange and before not in (
        *language.on_words, "since", "last", "early", "late", "mid", "-", "until", "of",
    ):  # fmt: skip
        return None
    return with_year(
        tokens, at, after_month(tokens, at, language), language, Said(month=month, part=_part(tokens, at))
    )


_PARTS = {
    **dict.fromkeys("early start beginning начале начала початку أوائل اوائل مطلع بداية بدايه".split(), "early"),
    **dict.fromkeys("mid middle середине середины середині منتصف اواسط".split(), "mid"),
    **dict.fromkeys("late end конце конца кінці наприкінці اواخر نهايه".split(), "late"),
}


def _part(tokens: Sequence[Token], at: int) -> str | None:
    """ "Mid-December", "in the middle of December", "в начале июня", "في منتصف ديسمبر"."""
    before = [t.text for t in tokens[max(0, at - 2) : at] if t.text not in ("-", "of")]
    word = before[-1] if before else ""
    return _PARTS.get(word) or next((_PARTS[f] for f in forms(word) if f in _PARTS), None) if word else None


def _year(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    year = year_at(tokens, at)
    if not year:
        return None
    before = tokens[at - 1].text if at else ""
    after = tokens[at + 1].text if at + 1 < len(tokens) else ""
    with_case = before in _PARTS and _case_ending(tokens, at + 1)
    with_word = with_case or after in language.year_words or before in language.year_words
    if with_word or before in (*language.on_words, "since", "between", "of", "and", "منذ", "until", "during"):
        return Spoken(Said(year=year), (2 if after in language.year_words else 1) + _case_ending(tokens, at + 1))
    return None


def _case_ending(tokens: Sequence[Token], at: int) -> int:
    """How many tokens write out the case of a year: "2022-го"."""
    texts = [t.text for t in tokens[at : at + 2]]
    return 2 if len(texts) == 2 and texts[0] == "-" and texts[1] in ("го", "му", "м", "й", "року", "го") else 0
