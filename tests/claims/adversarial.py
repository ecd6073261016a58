"""Reports that lie in one point, made from every exchange of the record, in four languages.

Each lie is false by the record's own rules: numbers of the two sides exchanged, the direction turned round, a
mediator who was none, another year, "first since" off by one exchange, the age of the war off by one, a rank of
another counter. The truths tell the same points as they are.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from repatria.history import Exchange, History

LANGUAGES = ("en", "uk", "ru", "ar")
MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня".split(),
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(),
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split(),
}
OPENING = {
    "en": "KYIV, {day} — Ukraine and Russia exchanged prisoners today.",
    "uk": "Київ, {day} року — Україна та Росія сьогодні обмінялися полоненими.",
    "ru": "Киев, {day} года — Украина и Россия сегодня обменялись пленными.",
    "ar": "كييف، {day} — تبادلت أوكرانيا وروسيا الأسرى اليوم.",
}
SENTENCES = {
    "sides": {
        "en": "Ukraine received {a} people and Russia received {b} people.",
        "uk": "Україна отримала {a} людей, а Росія отримала {b} людей.",
        "ru": "Украина получила {a} человек, а Россия получила {b} человек.",
        "ar": "تسلمت أوكرانيا {a} أسيراً وتسلمت روسيا {b} أسيراً.",
    },
    "home": {
        "en": "{a} Ukrainians came home.",
        "uk": "Додому повернулися {a} українців.",
        "ru": "Домой вернулись {a} украинцев.",
        "ar": "عاد {a} أوكرانياً إلى بلادهم.",
    },
    "given": {
        "en": "Russia handed over {a} prisoners.",
        "uk": "Росія передала {a} полонених.",
        "ru": "Россия передала {a} пленных.",
        "ar": "سلمت روسيا {a} أسيراً.",
    },
    "together": {
        "en": "In all {n} people were exchanged.",
        "uk": "Загалом обміняли {n} людей.",
        "ru": "Всего обменяли {n} человек.",
        "ar": "وبلغ المجموع {n} أسيراً.",
    },
    "mediator": {
        "en": "{who} mediated.",
        "uk": "Посередником виступила держава {who}.",
        "ru": "Посредником выступил {who}.",
        "ar": "وتوسطت {who} في العملية.",
    },
    "first": {
        "en": "It was the first exchange since {day}.",
        "uk": "Це перший обмін з {day} року.",
        "ru": "Это первый обмен с {day} года.",
        "ar": "وهو أول تبادل منذ {day}.",
    },
    "previous": {
        "en": "The previous exchange took place on {day}.",
        "uk": "Попередній обмін відбувся {day} року.",
        "ru": "Предыдущий обмен состоялся {day} года.",
        "ar": "وجرى التبادل السابق في {day}.",
    },
    "day": {
        "en": "The exchange took place on {day}.",
        "uk": "Обмін відбувся {day} року.",
        "ru": "Обмен состоялся {day} года.",
        "ar": "وجرى التبادل في {day}.",
    },
    "war": {
        "en": "The war has lasted exactly {n} months.",
        "uk": "Війна триває рівно {n} місяців.",
        "ru": "Война идет ровно {n} месяцев.",
        "ar": "ومضى على الحرب {n} شهراً كاملاً.",
    },
    "kyiv": {
        "en": "Kyiv's Coordination Headquarters counts it as exchange number {n}.",
        "uk": "Координаційний штаб називає це {n}-м обміном.",
        "ru": "Координационный штаб называет это {n}-м обменом.",
        "ar": "وقال المقر التنسيقي إن رقم العملية {n}.",
    },
    "largest": {
        "en": "It was the largest exchange since the start of the war.",
        "uk": "Це найбільший обмін від початку війни.",
        "ru": "Это крупнейший обмен с начала войны.",
        "ar": "وهو أكبر تبادل منذ بداية الحرب.",
    },
}
STRANGERS = {
    "QAT": {"en": "Qatar", "uk": "Катар", "ru": "Катар", "ar": "قطر"},
    "VAT": {"en": "The Vatican", "uk": "Ватикан", "ru": "Ватикан", "ar": "الفاتيكان"},
    "HUN": {"en": "Hungary", "uk": "Угорщина", "ru": "Венгрия", "ar": "المجر"},
}


@dataclass(frozen=True)
class Told:
    """A report with one point in it, and whether the point is a lie."""

    kind: str
    language: str
    exchange: Exchange
    text: str
    as_of: date


def told(history: History, lie: bool) -> Iterator[Told]:
    """Every point of every exchange of `history` of which the record knows enough, in four languages."""
    for e in history:
        if e.date.exact and not e.tags.until:
            for kind, fields in (_lies if lie else _truths)(e, history):
                for language in LANGUAGES:
                    yield _told(kind, fields, language, e)


def _told(kind: str, fields: dict[str, object], language: str, e: Exchange) -> Told:
    written = {name: _written(value, language) for name, value in fields.items()}
    opening = OPENING[language].format(day=_written(e.date.earliest, language))
    sentence = SENTENCES[kind.partition(":")[0]][language].format(**written)
    return Told(kind, language, e, f"{opening} {sentence}", e.date.earliest)


def _written(value: object, language: str) -> object:
    if isinstance(value, date):
        return f"{value.day} {MONTHS[language][value.month - 1]} {value.year}"
    return STRANGERS[value][language] if value in STRANGERS else value


Point = tuple[str, dict[str, object]]


def _lies(e: Exchange, history: History) -> Iterator[Point]:
    a, b = e.a.total, e.b.total
    alone = len([o for o in history if o.date == e.date]) == 1
    if a and b and a != b and alone and not e.said("formula") and not e.tags.differ:
        yield "sides:exchanged", {"a": b, "b": a}
        yield "home:other side's", {"a": b}
        yield "given:turned round", {"a": b}
    if a and b and alone:
        yield "sides:off by seven", {"a": a + 7, "b": b + 7}
        yield "together:off by ten", {"n": a + b + 10}
        if a + b > 40:
            yield "home:both together", {"a": a + b}
    if e.mediators:
        yield from (("mediator:stranger", {"who": who}) for who in STRANGERS if who not in e.mediators)
    yield from _lies_of_days(e, history)
    months = _months(e.date.earliest)
    if months > 1:
        yield "war:one too many", {"n": months + 1}
        yield "war:one too few", {"n": months - 1}
    kyiv, emirates = e.number_by("UKR"), e.number_by("ARE")
    if kyiv and kyiv > 2:
        yield "kyiv:off by one", {"n": kyiv + 1}
    if kyiv and emirates and kyiv != emirates:
        yield "kyiv:another's number", {"n": emirates}
    if e.living and any((o.living or 0) > e.living for o in history if o.until < e.date.earliest):
        yield "largest:not", {}


def _lies_of_days(e: Exchange, history: History) -> Iterator[Point]:
    before = sorted({o.until for o in history if o.until < e.date.earliest and o.date.exact})
    if len(before) > 2:
        yield "first:off by one exchange", {"day": before[-2]}
        yield "previous:off by one exchange", {"day": before[-2]}
    other = e.date.earliest.replace(year=e.date.year - 1, day=min(28, e.date.earliest.day))
    if not any(o.date.earliest <= other <= o.until for o in history):
        yield "day:another year", {"day": other}


def _truths(e: Exchange, history: History) -> Iterator[Point]:
    a, b = e.a.total, e.b.total
    if a and b and a > 9 and b > 9:
        yield "sides", {"a": a, "b": b}
        yield "home", {"a": a}
        yield "together", {"n": a + b}
    found = history.first_since(e)
    if found.previous and found.previous.date.exact:
        yield "previous", {"day": found.previous.until}
    months = _months(e.date.earliest)
    if months > 1:
        yield "war", {"n": months}
    if (kyiv := e.number_by("UKR")) and kyiv > 1:
        yield "kyiv", {"n": kyiv}


def _months(day: date) -> int:
    return (day.year - 2022) * 12 + day.month - 2 - (day.day < 24)
