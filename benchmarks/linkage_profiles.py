"""The worlds of the examination: who writes each list, in which letters, and how often what goes wrong.

Slips are rates a row: `typed`, `read`, `heard`, `glyphs` for the words; the others are named for what happens.
"""

# ruff: noqa: E501 (the profiles are tables)

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Protocol

from benchmarks import linkage_arabic as arabic
from benchmarks import linkage_slavic as slavic
from benchmarks.linkage_letters import latin, put_in_letters
from benchmarks.linkage_persons import Population


class Writer(Protocol):
    """Spells a person's attributes in a style; -1 is "has none"."""

    moods: int
    order: tuple[int, int, int]

    def home(self, style: str) -> str: ...
    def surname(self, style: str, mood: int, surname: int, second: int, woman: int) -> str: ...
    def given(self, style: str, mood: int, given: int, form: int) -> str: ...
    def fathers(self, style: str, mood: int, father: int, grandfather: int, woman: int, initial: int) -> str: ...
    def place(self, style: str, mood: int, place: int, region: int) -> str: ...
    def unit(self, style: str, mood: int, kind: int, number: int) -> str: ...
    def rank(self, style: str, mood: int, rank: int) -> str: ...
    def callsign(self, style: str, mood: int, callsign: int) -> str: ...


@dataclass(frozen=True, slots=True)
class Source:
    """A hand that writes rows: its share of the list, its letters and languages, the cells it leaves empty."""

    name: str
    share: float
    styles: dict[str, float]
    missing: dict[str, float]


@dataclass(frozen=True, slots=True)
class Side:
    """One party's list."""

    sources: tuple[Source, ...]
    slips: dict[str, float]
    date: str
    repeats: float = 0.04
    late: float = 0.0
    native_beside_latin: float = 0.3


@dataclass(frozen=True, slots=True)
class Profile:
    """A pair of lists and the people in them."""

    writer: Writer
    population: Callable[[], Population]
    left: Side
    right: Side


@dataclass(slots=True)
class SlavicWriter:
    """Ukrainian `uk`, Russian `ru`, Russian letters for Ukrainian sounds `put`, `mixed`, and `lat:TABLE@LANGUAGE`."""

    pool: Callable[[], slavic.Pool]
    moods: int = 2
    order: tuple[int, int, int] = (0, 1, 2)
    names: slavic.Given = field(default_factory=slavic.given_names)

    def home(self, style: str) -> str:
        return style.split("@")[1] if "@" in style else style

    def _spelt(self, style: str, mood: int, uk: str, ru: str, given: bool = False) -> str:
        if "@" in style:
            table, language = style[4:].split("@")
            return latin(self._spelt(language, 1, uk, ru), table)
        if style == "put" or (style == "mixed" and given and mood):
            return put_in_letters(uk)
        if style == "uk":
            return uk
        return ru if mood else ru.replace("ё", "е").replace("Ё", "Е")

    def surname(self, style: str, mood: int, surname: int, second: int, woman: int) -> str:
        pool, name = self.pool(), ""
        for index in (surname, second):
            if index >= 0:
                uk, ru = pool.uk[index], pool.ru[index]
                if woman:
                    uk, ru = slavic.feminine(uk, russian=False), slavic.feminine(ru, russian=True)
                name += ("-" if name else "") + self._spelt(style, mood, uk, ru)
        return name

    def given(self, style: str, mood: int, given: int, form: int) -> str:
        uk, ru = self.names.uk[given], self.names.ru[given]
        if form == 1:
            shorts = self.names.short[given]
            uk, ru = shorts[0], shorts[-1]
        name = self._spelt(style, mood, uk, ru, given=True)
        return name[0] + "." if form == 2 else name

    def fathers(self, style: str, mood: int, father: int, grandfather: int, woman: int, initial: int) -> str:
        if father < 0:
            return ""
        uk, ru = self.names.father_uk[father], self.names.father_ru[father]
        if woman:
            uk, ru = slavic.daughter(uk, russian=False), slavic.daughter(ru, russian=True)
        name = self._spelt(style, mood, uk, ru, given=True)
        return name[0] + "." if initial else name

    def place(self, style: str, mood: int, place: int, region: int) -> str:
        uk, russian, lat = slavic.places()[place]
        if region:
            stem = slavic.REGIONS.split()[place % 17] + "ська обл."
            return self._spelt(style, mood, stem, stem.replace("ська", "ская").replace("і", "и"))
        if "@" in style and lat and style.startswith(("lat:kmu", "lat:press")):
            return lat
        return self._spelt(style, mood, uk, russian[mood % len(russian)])

    def unit(self, style: str, mood: int, kind: int, number: int) -> str:
        column = 2 if "@" in style else 0 if style == "uk" else 1
        ending = (("", ""), ("-а", "-я"), ("", "th"))[mood][column > 0] if column < 2 else ("", "th")[mood]
        return slavic.UNITS[kind][column].format(n=f"{number}{ending}")

    def rank(self, style: str, mood: int, rank: int) -> str:
        rank = min(rank, len(slavic.RANKS) - 1)
        return slavic.RANKS[rank][2 if "@" in style else 0 if style == "uk" else 1]

    def callsign(self, style: str, mood: int, callsign: int) -> str:
        return "" if callsign < 0 else slavic.CALLSIGNS[callsign].split("|")[0 if self.home(style) == "uk" else 1]


@dataclass(slots=True)
class ArabicWriter:
    """Arabic (`ar`) and Latin by habit (`lat:HABIT`); the mood picks among the spellings of one hand."""

    moods: int = 6
    order: tuple[int, int, int] = (1, 2, 0)

    def home(self, style: str) -> str:
        return "ar"

    def _spelt(self, style: str, mood: int, pair: tuple[str, str]) -> str:
        name, sound = pair
        if style == "ar":
            return arabic.written(name, Random(f"{name}{mood}"))
        return arabic.latin(sound, style[4:], mood)

    def surname(self, style: str, mood: int, surname: int, second: int, woman: int) -> str:
        return self._spelt(style, mood, arabic.families()[surname])

    def given(self, style: str, mood: int, given: int, form: int) -> str:
        return self._spelt(style, mood, arabic.given()[given])

    def fathers(self, style: str, mood: int, father: int, grandfather: int, woman: int, initial: int) -> str:
        known = [self._spelt(style, mood, arabic.given()[f]) for f in (father, grandfather) if f >= 0]
        if known and mood == 5:
            known.insert(0, "بن" if style == "ar" else "bin" if "french" not in style else "ben")
        return " ".join(known)

    def place(self, style: str, mood: int, place: int, region: int) -> str:
        name, spellings = arabic.places()[place]
        return name if style == "ar" else spellings[mood % len(spellings)]

    def unit(self, style: str, mood: int, kind: int, number: int) -> str:
        return arabic.UNITS[kind][style != "ar"].format(n=number)

    def rank(self, style: str, mood: int, rank: int) -> str:
        return arabic.RANKS[min(rank, len(arabic.RANKS) - 1)][style != "ar"]

    def callsign(self, style: str, mood: int, callsign: int) -> str:
        if callsign < 0:
            return ""
        return ("أبو " if style == "ar" else "Abu ") + self._spelt(style, mood, arabic.given()[callsign])


def slavic_people(pool: Callable[[], slavic.Pool], **rates: float) -> Callable[[], Population]:
    return lambda: Population(
        surnames=len(pool().uk),
        common_surnames=len(slavic.COMMON_SURNAMES.split()),
        men=slavic.given_names().men,
        women=len(slavic.given_names().uk) - slavic.given_names().men,
        places=len(slavic.places()),
        towns=sum(lat != "" for _, _, lat in slavic.places()),
        unit_kinds=len(slavic.UNITS),
        rank_shares=slavic.RANK_SHARES,
        callsigns=len(slavic.CALLSIGNS),
        **rates,
    )


def arabic_people(**rates: float) -> Callable[[], Population]:
    return lambda: Population(
        surnames=len(arabic.families()),
        common_surnames=40,
        men=len(arabic.given()),
        women=1,
        places=len(arabic.places()),
        towns=len(arabic.places()),
        unit_kinds=len(arabic.UNITS),
        rank_shares=arabic.RANK_SHARES,
        callsigns=len(arabic.given()),
        women_share=0.0,
        double_surnames=0.0,
        **rates,
    )


def cells_left_empty(names: str, *rates: float) -> dict[str, float]:
    return dict(zip(names.split(), rates, strict=True))


FIELDS = "patronymic full_name_native date_of_birth place_of_birth unit rank capture_date capture_place callsign"

_LEFT_SOURCES = (
    Source(
        "unit report",
        0.42,
        {"uk": 0.94, "ru": 0.06},
        cells_left_empty(FIELDS, 0.1, 0.08, 0.02, 0.1, 0.01, 0.02, 0.06, 0.1, 0.6),
    ),
    Source(
        "family request",
        0.36,
        {"uk": 0.85, "ru": 0.15},
        cells_left_empty(FIELDS, 0.04, 0.06, 0.02, 0.03, 0.12, 0.1, 0.16, 0.16, 0.7),
    ),
    Source(
        "ICRC form",
        0.22,
        {"lat:kmu@uk": 0.55, "lat:bgn_uk@uk": 0.15, "lat:passport_uk@uk": 0.15, "lat:press_en@ru": 0.15},
        cells_left_empty(FIELDS, 0.6, 0.2, 0.06, 0.15, 0.05, 0.06, 0.08, 0.1, 0.75),
    ),
)
_RIGHT_SOURCES = (
    Source(
        "camp register",
        0.62,
        {"ru": 0.8, "mixed": 0.12, "put": 0.08},
        cells_left_empty(FIELDS, 0.12, 0.06, 0.03, 0.25, 0.4, 0.2, 0.2, 0.25, 0.75),
    ),
    Source(
        "field list",
        0.13,
        {"ru": 0.8, "mixed": 0.2},
        cells_left_empty(FIELDS, 0.25, 0.08, 0.1, 0.3, 0.4, 0.2, 0.25, 0.3, 0.65),
    ),
    Source(
        "ICRC visit",
        0.17,
        {"lat:icao_ru@ru": 0.5, "lat:bgn_ru@ru": 0.2, "lat:press_en@ru": 0.15, "lat:kmu@uk": 0.15},
        cells_left_empty(FIELDS, 0.5, 0.1, 0.04, 0.35, 0.45, 0.35, 0.25, 0.35, 0.8),
    ),
    Source(
        "released comrade",
        0.08,
        {"uk": 0.9, "ru": 0.1},
        cells_left_empty(FIELDS, 0.4, 0.3, 0.3, 0.5, 0.3, 0.3, 0.4, 0.3, 0.4),
    ),
)
_SLIPS = {
    "typed": 0.05, "read": 0.02, "heard": 0.025, "glyphs": 0.003, "maiden": 0.12, "half_surname": 0.3, "other_half": 0.15,
    "wrong_father": 0.008, "short_form": 0.015, "initial": 0.02, "swapped": 0.015, "only_full": 0.025, "wrong_place": 0.03,
    "wrong_unit": 0.05, "other_rank": 0.12, "region": 0.03, "near_day": 0.02, "near_year": 0.02, "day_month": 0.015,
    "other_digit": 0.01, "first_of_january": 0.007, "year_only": 0.04, "wrong_capture": 0.03,
}  # fmt: skip
UK_RU = Profile(
    SlavicWriter(slavic.registered_surnames),
    slavic_people(slavic.registered_surnames),
    Side(_LEFT_SOURCES, _SLIPS | {"typed": 0.035, "heard": 0.01}, "%Y-%m-%d", 0.04),
    Side(_RIGHT_SOURCES, _SLIPS | {"upper_surname": 0.3}, "%d.%m.%Y", 0.03, late=0.7),
)

# Other hands, other tables, more heard than read, and more left out.
_OTHER_SLIPS = _SLIPS | {
    "typed": 0.03, "read": 0.04, "heard": 0.1, "glyphs": 0.02, "short_form": 0.035, "initial": 0.03, "swapped": 0.04,
    "near_year": 0.04, "day_month": 0.03, "year_only": 0.08, "wrong_unit": 0.1, "upper": 0.12, "wrong_father": 0.015,
    "wrong_capture": 0.06, "maiden": 0.25,
}  # fmt: skip
UK_RU_OTHER = Profile(
    SlavicWriter(slavic.composed_surnames),
    slavic_people(slavic.composed_surnames, common_share=0.4, brothers=0.05, namesakes=0.08, women_share=0.1),
    Side(
        (
            Source(
                "relatives' union",
                0.5,
                {"uk": 0.7, "ru": 0.3},
                cells_left_empty(FIELDS, 0.15, 0.3, 0.06, 0.15, 0.25, 0.3, 0.25, 0.3, 0.7),
            ),
            Source(
                "press and lawyers",
                0.5,
                {"lat:german@uk": 0.25, "lat:polish@uk": 0.25, "lat:scholarly@uk": 0.2, "lat:press_en@uk": 0.3},
                cells_left_empty(FIELDS, 0.5, 0.4, 0.1, 0.3, 0.35, 0.4, 0.25, 0.3, 0.8),
            ),
        ),
        _OTHER_SLIPS,
        "%d/%m/%Y",
        0.05,
    ),
    Side(
        (
            Source(
                "hospital",
                0.4,
                {"ru": 0.6, "put": 0.2, "mixed": 0.2},
                cells_left_empty(FIELDS, 0.2, 0.3, 0.1, 0.5, 0.6, 0.5, 0.4, 0.5, 0.9),
            ),
            Source(
                "delegates",
                0.3,
                {"lat:french@ru": 0.45, "lat:scholarly@ru": 0.2, "lat:german@ru": 0.2, "lat:polish@ru": 0.15},
                cells_left_empty(FIELDS, 0.4, 0.6, 0.08, 0.4, 0.5, 0.4, 0.3, 0.4, 0.9),
            ),
            Source(
                "guards",
                0.3,
                {"ru": 0.5, "put": 0.5},
                cells_left_empty(FIELDS, 0.3, 0.4, 0.15, 0.5, 0.6, 0.4, 0.4, 0.4, 0.7),
            ),
        ),
        _OTHER_SLIPS,
        "%d-%m-%Y",
        0.04,
        late=0.5,
        native_beside_latin=0.1,
    ),
)

# One side is little more than a list of names.
_NAMES_ONLY = (
    Source(
        "names read out",
        0.6,
        {"ru": 0.7, "mixed": 0.15, "put": 0.15},
        cells_left_empty(FIELDS, 0.5, 0.5, 0.4, 0.8, 0.9, 0.75, 0.85, 0.8, 0.9),
    ),
    Source(
        "names copied out",
        0.4,
        {"lat:icao_ru@ru": 0.5, "lat:kmu@uk": 0.25, "lat:press_en@ru": 0.25},
        cells_left_empty(FIELDS, 0.7, 0.9, 0.15, 0.7, 0.8, 0.7, 0.7, 0.7, 0.95),
    ),
)
THIN = Profile(
    SlavicWriter(slavic.registered_surnames),
    slavic_people(slavic.registered_surnames),
    Side(_LEFT_SOURCES, _SLIPS | {"typed": 0.03}, "%Y-%m-%d", 0.03),
    Side(_NAMES_ONLY, _SLIPS | {"year_only": 0.3}, "%d.%m.%Y", 0.03, late=0.7, native_beside_latin=0.05),
)

_AR_SLIPS = {
    "typed": 0.03, "read": 0.02, "heard": 0.02, "wrong_father": 0.01, "no_father": 0.06, "no_grandfather": 0.35,
    "no_surname": 0.06, "swapped": 0.01, "only_full": 0.08, "wrong_place": 0.04, "wrong_unit": 0.06, "other_rank": 0.1,
    "near_day": 0.02, "near_year": 0.04, "day_month": 0.02, "first_of_january": 0.05, "year_only": 0.25,
    "wrong_capture": 0.04,
}  # fmt: skip
ARABIC = Profile(
    ArabicWriter(),
    arabic_people(),
    Side(
        (
            Source(
                "tribal list",
                0.75,
                {"ar": 1},
                cells_left_empty(FIELDS, 0.05, 0.15, 0.08, 0.12, 0.35, 0.35, 0.2, 0.15, 0.8),
            ),
            Source(
                "committee",
                0.25,
                {"lat:english": 1},
                cells_left_empty(FIELDS, 0.1, 0.1, 0.1, 0.15, 0.3, 0.4, 0.15, 0.15, 0.85),
            ),
        ),
        _AR_SLIPS,
        "%Y-%m-%d",
        native_beside_latin=0.3,
    ),
    Side(
        (
            Source(
                "prison register",
                0.55,
                {"lat:english": 0.6, "lat:careless": 0.4},
                cells_left_empty(FIELDS, 0.12, 0.1, 0.1, 0.3, 0.55, 0.5, 0.3, 0.3, 0.85),
            ),
            Source(
                "committee",
                0.45,
                {"ar": 1},
                cells_left_empty(FIELDS, 0.1, 0.15, 0.12, 0.3, 0.55, 0.5, 0.3, 0.3, 0.9),
            ),
        ),
        _AR_SLIPS,
        "%d.%m.%Y",
        0.03,
        late=0.7,
        native_beside_latin=0.2,
    ),
)
_AR_OTHER_SLIPS = _AR_SLIPS | {
    "typed": 0.02, "read": 0.05, "heard": 0.06, "no_surname": 0.1, "no_grandfather": 0.2, "year_only": 0.4,
    "near_year": 0.08, "swapped": 0.03, "only_full": 0.15,
}  # fmt: skip
ARABIC_OTHER = Profile(
    ArabicWriter(),
    arabic_people(brothers=0.06, sons=0.03, namesakes=0.08),
    Side(
        (
            Source(
                "families", 0.6, {"ar": 1}, cells_left_empty(FIELDS, 0.03, 0.3, 0.1, 0.1, 0.6, 0.5, 0.2, 0.2, 0.7)
            ),
            Source(
                "delegates",
                0.4,
                {"lat:french": 0.6, "lat:german": 0.4},
                cells_left_empty(FIELDS, 0.1, 0.3, 0.1, 0.2, 0.6, 0.6, 0.2, 0.2, 0.9),
            ),
        ),
        _AR_OTHER_SLIPS,
        "%Y-%m-%d",
        native_beside_latin=0.15,
    ),
    Side(
        (
            Source(
                "detention centre",
                0.7,
                {"lat:egyptian": 0.3, "lat:careless": 0.3, "lat:french": 0.4},
                cells_left_empty(FIELDS, 0.15, 0.3, 0.1, 0.3, 0.7, 0.6, 0.3, 0.3, 0.9),
            ),
            Source(
                "court", 0.3, {"ar": 1}, cells_left_empty(FIELDS, 0.05, 0.15, 0.08, 0.2, 0.8, 0.7, 0.3, 0.4, 0.95)
            ),
        ),
        _AR_OTHER_SLIPS,
        "%d.%m.%Y",
        0.04,
        late=0.7,
        native_beside_latin=0.05,
    ),
)

PROFILES: dict[str, Profile] = {
    "uk_ru": UK_RU,
    "uk_ru_other": UK_RU_OTHER,
    "thin": THIN,
    "arabic": ARABIC,
    "arabic_other": ARABIC_OTHER,
}
