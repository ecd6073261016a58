"""What the grammar needs to know of a language. All of it is data; the grammar itself is one for all."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from repatria.claims.words.lexicon import Lexicon
from repatria.claims.words.reading import plain


@dataclass(frozen=True)
class Language:
    """Word lists of one language, in plain spelling (see :func:`repatria.claims.words.reading.plain`).

    Attributes:
        lists: entries by tag (see :mod:`repatria.claims.words.tags`).
        cardinals: number words to their value.
        multipliers: words that multiply what stands before them (hundred, thousand).
        ordinals: ordinal words to their value.
        ordinal_endings: what may follow digits to make an ordinal (``th``, ``-й``).
        joiners: words inside a number word ("one hundred *and* four").
        months, weekdays: words to 1-12 and to 0 (Monday) - 6.
        units: words to ``day``, ``week``, ``month``, ``year``.
        dual_units: words that hold a two themselves (Arabic dual).
        holidays: phrases to the key of a holiday.
        days_by_name: phrases to an offset in days from the report's day.
        ago, earlier: words after a length of time.
        last, this: words before a month or weekday: the one before now, the present one.
        for_words: between the two numbers of "75 for 75".
        on_words: words that may stand before a date.
        about, over, nearly: hedges before a number.
        halves: "and a half", between a number and its unit.
        and_more: "odd", between a number and its unit.
        vague: "thousands", "dozens": a number that is none.
        prefixed: words *before* a length of time that make it a date (Arabic "before two days").
        year_words: words after a year.
        fractions: words before a scale: half, one and a half.
        scales: hundred and thousand after a hedge or a fraction ("more than a thousand", "half a hundred").
        even_words: between the two numbers of "75 for 75" only where they are equal.
        range_words: words that open a range of days, and words inside it.
    """

    code: str
    lists: Mapping[str, str]
    cardinals: Mapping[str, int]
    multipliers: Mapping[str, int]
    ordinals: Mapping[str, int]
    ordinal_endings: frozenset[str]
    joiners: frozenset[str]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    units: Mapping[str, str]
    holidays: Mapping[str, str]
    days_by_name: Mapping[str, int]
    ago: tuple[str, ...]
    earlier: tuple[str, ...]
    last: frozenset[str]
    this: frozenset[str]
    for_words: frozenset[str]
    on_words: frozenset[str]
    about: tuple[str, ...]
    over: tuple[str, ...]
    nearly: tuple[str, ...]
    vague: frozenset[str]
    halves: tuple[tuple[str, ...], ...] = ()
    and_more: tuple[tuple[str, ...], ...] = ()
    prefixed: frozenset[str] = frozenset()
    year_words: frozenset[str] = frozenset()
    dual_units: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    fractions: Mapping[str, float] = field(default_factory=dict)
    scales: Mapping[str, int] = field(default_factory=dict)
    even_words: frozenset[str] = frozenset()
    range_words: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())

    @cached_property
    def lexicon(self) -> Lexicon:
        """The lists, ready to be looked up."""
        return Lexicon(self.lists)

    @cached_property
    def hedges(self) -> dict[str, list[tuple[tuple[str, ...], str]]]:
        """Hedges by their first word, the longest first."""
        found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for how, listed in (("over", self.over), ("nearly", self.nearly), ("about", self.about)):
            for phrase in listed:
                found.setdefault(phrase.split()[0], []).append((tuple(phrase.split()), how))
        return {first: sorted(hedges, key=lambda h: -len(h[0])) for first, hedges in found.items()}


def words(text: str) -> frozenset[str]:
    """A set of plain words."""
    return frozenset(plain(text).split())


def phrases(text: str) -> tuple[str, ...]:
    """Plain phrases, longest first."""
    return tuple(sorted((plain(p.strip()) for p in text.split(",")), key=len, reverse=True))


def listed(text: str) -> tuple[str, ...]:
    """Plain phrases divided by commas and line breaks, as they come."""
    return tuple(plain(p.strip()) for line in text.splitlines() for p in line.split(",") if p.strip())


def columns(table: str) -> list[list[str]]:
    """Rows of cells divided by bars; a line that is set in goes on with the one before."""
    rows = table.replace("\n    ", " ").strip().splitlines()
    return [[cell.strip() for cell in row.split("|")] for row in rows]


def numbered(text: str, start: int = 0, step: int = 1) -> dict[str, int]:
    """Lines of words to running numbers: the first line to `start`, the next to `start` + `step`."""
    found: dict[str, int] = {}
    for index, line in enumerate(text.strip().splitlines()):
        found.update(dict.fromkeys(plain(line).split(), start + index * step))
    return found


def keyed(text: str) -> dict[str, str]:
    """Lines ``value: phrase, phrase`` to phrase -> value."""
    found: dict[str, str] = {}
    for line in text.strip().splitlines():
        value, _colon, listed = line.partition(":")
        found.update({plain(p.strip()): value.strip() for p in listed.split(",")})
    return found


def valued(text: str) -> dict[str, int]:
    """Lines ``number: phrase, phrase`` to phrase -> number."""
    return {phrase: int(value) for phrase, value in keyed(text).items()}


def conjugated(stems: str, endings: str) -> str:
    """Every stem with every ending, as phrases of a list."""
    return ", ".join(stem + end for stem in stems.split() for end in endings.split())


def paired(firsts: str, seconds: str) -> str:
    """Every first word with every second one, as phrases of a list."""
    return ", ".join(f"{first} {second}" for first in firsts.split() for second in seconds.split())


def declined(stems: str, endings: str, start: int = 1, step: int = 1) -> dict[str, int]:
    """Lines of stems, each with every ending, to running numbers."""
    ends = plain(endings).split()
    return {stem + end: value for stem, value in numbered(stems, start, step).items() for end in ends}
