"""Numbers in digits and words, ordinals and lengths of time, in four languages by one grammar."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from repatria.claims.words.languages import Language
from repatria.claims.words.lexicon import forms
from repatria.claims.words.tokens import Token

_CHARS_OF_A_NUMBER = ",.' "
_LARGEST = 10_000_000


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it was said.

    Attributes:
        n: the number; None for "thousands", "dozens".
        how: ``exact``, ``about``, ``over``, ``nearly`` or ``vague``.
    """

    n: int | None
    how: str = "exact"


@dataclass(frozen=True, slots=True)
class Pair:
    """ "75 for 75"."""

    first: int
    second: int


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time; `how` as for a number."""

    amount: int
    unit: str
    how: str = "exact"
    months: int = 0

    @property
    def in_months(self) -> float:
        """The length in months of 30.44 days."""
        return (
            self.months + self.amount * {"day": 1 / 30.44, "week": 7 / 30.44, "month": 1.0, "year": 12.0}[self.unit]
        )


@dataclass(frozen=True, slots=True)
class Spoken:
    """Something read at a place: its value and how many tokens it took."""

    value: object
    length: int


def integer(text: str) -> int:
    """The value of a token of digits, grouped or not."""
    return int("".join(c for c in text if c not in _CHARS_OF_A_NUMBER))


def lookup(table: Mapping[str, int], word: str) -> int | None:
    """The value of `word`, looked up also without what Arabic writes onto its front."""
    for form in forms(word):
        value = table.get(form)
        if value is not None:
            return value
    return None


def cardinal(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    """Read a number in digits or words."""
    if tokens[at].kind == "number":
        return _in_digits(tokens, at, language)
    if tokens[at].kind == "word":
        return _fraction(tokens, at, language) or _in_words(tokens, at, language)
    return None


def _fraction(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    """ "пів сотні", "полторы тысячи": a half, or one and a half, of a scale."""
    part = language.fractions.get(tokens[at].text)
    scale = language.scales.get(tokens[at + 1].text) if part and at + 1 < len(tokens) else None
    return Spoken(round(part * scale), 2) if part and scale else None


def _in_digits(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    value = integer(tokens[at].text)
    if at + 1 < len(tokens):
        times = lookup(language.multipliers, tokens[at + 1].text)
        if times and times > 100:
            rest = _digits_joined(tokens, at + 2, language)
            return Spoken(value * times + rest, 4 if rest else 2)
    return Spoken(value, 1) if value <= _LARGEST else None


def _digits_joined(tokens: Sequence[Token], at: int, language: Language) -> int:
    """What is joined on to thousands in digits: the 691 of Arabic "6 thousand and 691"; 0 where nothing is."""
    if language.code != "ar" or at + 1 >= len(tokens) or tokens[at].text not in language.joiners:
        return 0
    value = integer(tokens[at + 1].text) if tokens[at + 1].kind == "number" else 0
    return value if value < 1000 else 0


def _in_words(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    whole, part, read, end = 0, 0, False, at
    slots: set[int] = set()
    position = at
    if first := _arabic_one(tokens, at, language):
        return first
    while position < len(tokens):
        word = tokens[position].text
        times = lookup(language.multipliers, word)
        value = lookup(language.cardinals, word)
        if times:
            each = position > 0 and tokens[position - 1].text in _EXACTLY  # "по тысяче" is a thousand each
            if not read and not each and (word in language.vague or not _may_stand_alone(tokens, position)):
                break
            whole, part, slots = _multiply(whole, part, times, slots)
        elif value == 100 and slots == {1} and language.code == "ar" and not word.startswith("و"):
            part, slots = part * value, {100}
        elif value is not None and not (_slots(value) & slots):
            part += value
            slots |= _slots(value)
        elif not (read and _joins(tokens, position, language)):
            break
        else:
            position += 1
            continue
        read, position = True, position + 1
        end = position
    if whole and not part and (rest := _digits_joined(tokens, end, language)):
        return Spoken(whole + rest, end + 2 - at)
    return Spoken(whole + part, end - at) if read else None


# Before a bare "hundred" or "thousand" that means one of them, in languages without an article.
_EXACTLY = frozenset("по ровно рівно целой целую цілої цілу".split())


def _arabic_one(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    """Arabic eleven ("one ten") and "one and twenty", whose "one" is also a Sunday and "one of"."""
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if not any(form in ("احد", "احدي") for form in forms(tokens[at].text)):
        return None
    if following in ("عشر", "عشره"):
        return Spoken(11, 2)
    tens = (lookup(language.cardinals, following) or 0) if following.startswith("و") else 0
    return Spoken(1 + tens, 2) if tens in range(20, 100) and not tokens[at].text.startswith("ال") else None


def _may_stand_alone(tokens: Sequence[Token], at: int) -> bool:
    return (at > 0 and tokens[at - 1].text in ("a", "one", "even", "full", "round", "whole")) or tokens[at].text[
        0
    ] > "z"


def _multiply(whole: int, part: int, times: int, slots: set[int]) -> tuple[int, int, set[int]]:
    if times == 100:
        return whole, (part or 1) * 100, {100}
    return whole + (part or 1) * times, 0, set()


def _joins(tokens: Sequence[Token], at: int, language: Language) -> bool:
    if at + 1 >= len(tokens):
        return False
    joins = tokens[at].text == "-" or tokens[at].text in language.joiners
    following = tokens[at + 1].text
    continues = lookup(language.cardinals, following) is not None
    return joins and continues and (tokens[at].text == "-" or _after_scale(tokens, at, language))


def _after_scale(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """ "one hundred and four" is one number, "twenty and four" is two."""
    return bool(lookup(language.multipliers, tokens[at - 1].text)) or language.code == "ar"


def _slots(value: int) -> set[int]:
    """Which places of a number a word fills: "sixteen" fills units and tens."""
    if value >= 1000:
        return {1000}
    if value >= 100:
        return {100}
    if value >= 20:
        return {10}
    # Arabic says fifteen as "five ten": ten leaves the units free there.
    return {10} if value == 10 else {1, 10} if value > 10 else {1}


def ordinal(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    """Read "59th", "fifty-ninth", "55-й", "сорок перший", "الحادية والسبعون", "التبادل الـ71"."""
    if language.code == "ar" and _with_article(tokens, at):
        return Spoken(integer(tokens[at + 1].text), 2)
    if tokens[at].kind == "number":
        return _ordinal_in_digits(tokens, at, language)
    if language.code == "ar" and language.ordinals.get(tokens[at].text, 0) >= 20:
        return Spoken(language.ordinals[tokens[at].text], 1)  # with its article it is "the sixtieth"
    whole, position = 0, at
    spoken = cardinal(tokens, at, language)
    if spoken and _as_int(spoken.value) >= 20:
        whole, position = _as_int(spoken.value), at + spoken.length
        if position < len(tokens) and tokens[position].text == "-":
            position += 1
    if position >= len(tokens):
        return None
    last = lookup(language.ordinals, tokens[position].text)
    if last is None or (whole and last >= 20):
        return None
    position += 1
    if language.code == "ar":
        last, position = _arabic_tens(tokens, position, last, language)
    return Spoken(whole + last, position - at)


# What is counted one by one, before a number in figures with its article.
_ONE_BY_ONE = (
    "التبادل", "العمليه", "الصفقه", "المبادله", "الوساطه", "المرحله", "الجوله", "الدفعه", "المره", "شهر", "الشهر",
    "عامها", "العام", "السنه", "سنتها",
)  # fmt: skip


def _with_article(tokens: Sequence[Token], at: int) -> bool:
    """ "التبادل الـ71", "الوساطة الإماراتية الـ17": the article is written on to the figures."""
    figures = tokens[at + 1] if at + 1 < len(tokens) else None
    if tokens[at].text != "ال" or figures is None or figures.kind != "number" or figures.start != tokens[at].end:
        return False
    before = [t.text.removeprefix("و").removeprefix("ل") for t in tokens[max(0, at - 2) : at]]
    return any(word.startswith(_ONE_BY_ONE) or ("ا" + word).startswith(_ONE_BY_ONE) for word in before)


def _as_int(value: object) -> int:
    assert isinstance(value, int)
    return value


def _ordinal_in_digits(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    value = integer(tokens[at].text)
    after = [t.text for t in tokens[at + 1 : at + 3]]
    glued = len(after) > 0 and tokens[at].end == tokens[at + 1].start
    if glued and after[0] in language.ordinal_endings:
        return Spoken(value, 2)
    if glued and len(after) == 2 and after[0] == "-" and after[1] in language.ordinal_endings:
        return Spoken(value, 3)
    return None


def _arabic_tens(tokens: Sequence[Token], at: int, last: int, language: Language) -> tuple[int, int]:
    if at < len(tokens):
        tens = lookup(language.cardinals, tokens[at].text)
        if tens == 10 and last < 10:
            return last + 10, at + 1
        tens = lookup(language.ordinals, tokens[at].text)
        if tens and tens >= 20 and last < 10 and tokens[at].text.startswith("و"):
            return last + tens, at + 1
    return last, at


def number(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    """Read a number with its hedge: "more than 4,000", "almost a thousand", "thousands"."""
    how, length = hedge(tokens, at, language)
    if how:
        skip = article(tokens, at + length)
        spoken = _scale(tokens, at + length, language) or _bare(tokens, at + length + skip, language)
        after = at + length + skip + (spoken.length if spoken else 0)
        of_month = after < len(tokens) and lookup(language.months, tokens[after].text)
        # "about 31 January" is no number
        if spoken and not of_month and isinstance(spoken.value, Number) and spoken.value.n is not None:
            return Spoken(Number(spoken.value.n, how), spoken.length + length + skip)
    return _bare(tokens, at, language)


def hedge(tokens: Sequence[Token], at: int, language: Language) -> tuple[str, int]:
    """How a hedge here says the number, and how many tokens it takes; nothing and 0 where there is none."""
    if at >= len(tokens):
        return "", 0
    for form in forms(tokens[at].text):
        for phrase, how in language.hedges.get(form, ()):
            rest = tuple(t.text for t in tokens[at + 1 : at + len(phrase)])
            if rest == phrase[1:]:
                return how, len(phrase)
    return "", 0


def _scale(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    """ "More than *a thousand*", where the language has no article for it: "більше тисячі"."""
    value = language.scales.get(tokens[at].text) if at < len(tokens) else None
    return Spoken(Number(value), 1) if value else None


_SEVERAL = frozenset("several few кілька декілька несколько عده بضعه".split())


_ONE_OF_THEM = frozenset("احدهم احداهن احدهما احداهما".split())


def _bare(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    if at >= len(tokens):
        return None
    found = cardinal(tokens, at, language)
    if found:
        return Spoken(Number(_as_int(found.value)), found.length)
    several = tokens[at].text in _SEVERAL and at + 1 < len(tokens)
    if several and (lookup(language.multipliers, tokens[at + 1].text) or tokens[at + 1].text in language.vague):
        return Spoken(Number(None, "vague"), 2)
    if any(form in _ONE_OF_THEM for form in forms(tokens[at].text)):
        return Spoken(Number(1), 1)
    if any(form in language.vague for form in forms(tokens[at].text)):
        return Spoken(Number(None, "vague"), 1)
    return None


def article(tokens: Sequence[Token], at: int) -> int:
    """How many tokens an article takes here."""
    return 1 if at < len(tokens) and tokens[at].text in ("a", "an", "the") else 0


def _past_hyphen(tokens: Sequence[Token], at: int) -> int:
    """ "500-for-500"."""
    return at + 1 if at < len(tokens) and tokens[at].text == "-" else at


def pair(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    """Read "75 for 75", "185 на 185", "157 مقابل 157"."""
    skip = article(tokens, at)  # "a thousand for a thousand"
    first = cardinal(tokens, at + skip, language) if at + skip < len(tokens) else None
    first = first or _bare_scale(tokens, at + skip, language)
    if not first or (skip and _as_int(first.value) < 100):
        return None
    middle = _past_hyphen(tokens, at + skip + first.length)
    if middle + 1 >= len(tokens) or tokens[middle].text not in language.for_words | language.even_words:
        return None
    start = _past_hyphen(tokens, middle + 1)
    start += article(tokens, start)
    second = cardinal(tokens, start, language) if start < len(tokens) else None
    second = second or _bare_scale(tokens, start, language)
    if not second or (tokens[middle].text in language.even_words and first.value != second.value):
        return None
    if _as_int(second.value) in _YEARS and (_as_int(first.value) < 150 or _as_int(first.value) in _YEARS):
        return None  # "number eleven for 2024", "2020 to 2023"
    return Spoken(Pair(_as_int(first.value), _as_int(second.value)), start + second.length - at)


def _bare_scale(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    """ "Thousand-for-thousand"."""
    value = lookup(language.multipliers, tokens[at].text) if at < len(tokens) else None
    return Spoken(value, 1) if value and value >= 100 else None


_YEARS = range(2014, 2036)
