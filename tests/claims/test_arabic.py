"""Arabic sentences as agencies, broadcasters and ministries print them: which types of claims are found in each.

A line of ``arabic.txt`` holds the types (``-`` for none) and the sentence, told on the day after 24 August 2025.
"""

from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from repatria.claims import check
from repatria.claims.words.dates import Said
from repatria.claims.words.languages.arabic_forms import nouns, passives, verbs
from repatria.claims.words.numbers import Duration, Number
from repatria.claims.words.reading import read
from repatria.claims.words.tagging import tag
from repatria.claims.words.tags import Atom
from repatria.history import History, load

DAY = date(2025, 8, 25)
OPENING = "تبادل للأسرى بين روسيا وأوكرانيا\n\n"


def lines() -> list[str]:
    return (Path(__file__).parent / "arabic.txt").read_text("utf-8").splitlines()


@cache
def _history() -> History:
    return load()


def _atom(text: str, tags: str) -> Atom:
    return next(a for sentence in tag(read(text)) for a in sentence.atoms if a.tag in tags)


@pytest.mark.parametrize("line", lines())
def test_types_found(line: str) -> None:
    types, sentence = line.split("|")
    found = Counter(
        c.claim_type for c in check(OPENING + sentence, _history(), DAY).claims if c.start >= len(OPENING)
    )
    assert found == Counter(types.replace("-", "").split())


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("عاد اثنا عشر جندياً", 12),
        ("بينهم اثنتا عشرة امرأة", 12),
        ("أحد عشر أسيراً", 11),
        ("إحدى وعشرون امرأة", 21),
        ("واحداً وثلاثين جريحاً", 31),
        ("ثلاث مئة أسير", 300),
        ("أربع مئة وعشرين أسيراً", 420),
        ("ألفان وثلاثمئة أسير", 2300),
        ("6 آلاف و691 أسيراً", 6691),
        ("ستة آلاف و691 أسيراً", 6691),
        ("الأسرى العشرون", 20),
        ("مئة وسبعة وخمسون", 157),
    ],
)
def test_numbers(text: str, n: int) -> None:
    assert _atom(text, "n").value == Number(n)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("استغرق بشهرين", Duration(2, "month")),
        ("شهر واحد", Duration(1, "month")),
        ("شهراً واحداً بالتمام", Duration(1, "month")),
        ("عام ونصف العام", Duration(1, "year", months=6)),
        ("ثلاث سنوات وخمسة أشهر", Duration(3, "year", months=5)),
        ("أكثر من أسبوعين", Duration(2, "week", "over")),
        ("قرابة شهرين", Duration(2, "month", "about")),
        ("شهر ونصف", Duration(45, "day")),
        ("نصف عام", Duration(6, "month")),
    ],
)
def test_lengths_of_time(text: str, length: Duration) -> None:
    assert _atom(text, "u").value == length


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("بعد ذلك بشهرين عادوا", Said(back=Duration(-2, "month"), anchor="event")),
        ("قبلها بثلاثة أيام عادوا", Said(days=-3, anchor="event")),
        ("سبق ذلك بيوم واحد", Said(days=-1, anchor="event")),
        ("قبل عشرة أيام من ذلك", Said(back=Duration(10, "day"), anchor="event")),
        ("عادوا أول من أمس", Said(days=-2)),
        ("في 24 آب (أغسطس) عادوا", Said(month=8, day=24)),
    ],
)
def test_days(text: str, said: Said) -> None:
    assert _atom(text, "d").value == said


@pytest.mark.parametrize("text", ["ثم 307 يوم السبت", "عادوا 307 يوم أمس"])
def test_a_number_before_a_day_is_no_length_of_time(text: str) -> None:
    assert _atom(text, "nu").value == Number(307)


@pytest.mark.parametrize("text", ["التبادل الـ71", "الوساطة الإماراتية الـ71", "للمرة الـ71"])
def test_figures_with_the_article_are_ordinals(text: str) -> None:
    assert _atom(text, "o").value == 71


def test_another_is_not_the_last() -> None:
    assert not any(a.tag == "P" for s in tag(read("جرى تبادل آخر في الطرف الآخر")) for a in s.atoms)
    assert any(a.tag == "P" for s in tag(read("جرى آخر تبادل في أغسطس")) for a in s.atoms)


def test_forms_of_verbs() -> None:
    assert {"أعادت", "أعادتهم", "أعادوا", "أعادوهم", "تعيد", "ستعيدها", "يعيدون"} <= set(
        verbs("أعاد يعيد", objects=True).split(", ")
    )
    assert {"أعطى", "أعطت", "أعطوا", "يعطون"} <= set(verbs("أعطى يعطي").split(", "))
    assert {"أفرج عن", "أفرج عنهم", "سيفرج عنها"} <= set(passives("أفرج يفرج + عن").split(", "))


def test_forms_of_nouns() -> None:
    assert {"عسكريون", "عسكرييها", "عسكريتين", "أسراها", "جنودهم", "رهينتين"} <= set(
        nouns("عسكري, أسير أسرى, جندي جنود, رهينة رهائن").split(", ")
    )
