"""Worlds that nobody tuned to: hands, slips and people unlike those of the other profiles.

Written down before they were first looked at; what they show is mended in the model, never here. `scanned` is an
old card index put through a scanner, `kin` villages where many are related and women many, `bare` names and years
from both sides, `two_latin` Arabic names that both sides write in Latin letters, each after its own habit.
"""

# ruff: noqa: E501 (the profiles are tables)

from dataclasses import replace

from benchmarks import linkage_slavic as slavic
from benchmarks.linkage_profiles import (
    ARABIC,
    FIELDS,
    UK_RU,
    Profile,
    Side,
    SlavicWriter,
    Source,
    arabic_people,
    cells_left_empty,
    slavic_people,
)

_SCANNED_SLIPS = {
    "typed": 0.01, "read": 0.15, "glyphs": 0.08, "maiden": 0.2, "half_surname": 0.4, "other_half": 0.1, "initial": 0.06,
    "only_full": 0.3, "upper": 0.6, "region": 0.15, "wrong_place": 0.02, "other_rank": 0.2, "other_digit": 0.05,
    "first_of_january": 0.06, "year_only": 0.1, "wrong_capture": 0.02,
}  # fmt: skip
_CARDS = Source(
    "card index", 1.0, {"ru": 1.0}, cells_left_empty(FIELDS, 0.05, 0.5, 0.05, 0.1, 0.7, 0.3, 0.8, 0.8, 1.0)
)
_REQUESTS = Source(
    "requests", 1.0, {"uk": 0.6, "ru": 0.4}, cells_left_empty(FIELDS, 0.1, 0.5, 0.08, 0.2, 0.5, 0.4, 0.7, 0.7, 1.0)
)
_KIN_SLIPS = UK_RU.left.slips | {
    "maiden": 0.5,
    "half_surname": 0.5,
    "short_form": 0.08,
    "near_year": 0.05,
    "heard": 0.06,
}
_BARE = Source(
    "names and years",
    1.0,
    {"ru": 0.5, "uk": 0.5},
    cells_left_empty(FIELDS, 0.4, 0.9, 0.1, 0.5, 1.0, 0.9, 1.0, 1.0, 1.0),
)
_BARE_SLIPS = UK_RU.left.slips | {"year_only": 0.6, "near_year": 0.06, "initial": 0.08}
_ABROAD = cells_left_empty(FIELDS, 0.1, 0.8, 0.12, 0.2, 0.8, 0.6, 0.5, 0.4, 0.9)

STRANGE: dict[str, Profile] = {
    "scanned": Profile(
        SlavicWriter(slavic.registered_surnames),
        slavic_people(slavic.registered_surnames, common_share=0.35),
        Side((_REQUESTS,), _SCANNED_SLIPS | {"read": 0.03, "upper": 0.0, "only_full": 0.02}, "%d.%m.%Y", 0.02),
        Side((_CARDS,), _SCANNED_SLIPS, "%Y-%m-%d", 0.08),
    ),
    "kin": Profile(
        SlavicWriter(slavic.composed_surnames),
        slavic_people(
            slavic.composed_surnames, common_share=0.5, women_share=0.35, twins=0.03, brothers=0.12, sons=0.06, namesakes=0.1
        ),
        replace(UK_RU.left, slips=_KIN_SLIPS, repeats=0.08),
        replace(UK_RU.right, slips=_KIN_SLIPS | {"near_day": 0.04}, repeats=0.08),
    ),
    "bare": Profile(
        SlavicWriter(slavic.registered_surnames),
        slavic_people(slavic.registered_surnames),
        Side((_BARE,), _BARE_SLIPS, "%Y-%m-%d", 0.03),
        Side((replace(_BARE, styles={"ru": 0.7, "lat:press_en@ru": 0.3}),), _BARE_SLIPS, "%d.%m.%Y", 0.03),
    ),
    "two_latin": Profile(
        ARABIC.writer,
        arabic_people(brothers=0.05),
        Side(
            (Source("embassies", 1.0, {"lat:english": 0.5, "lat:german": 0.5}, _ABROAD),),
            ARABIC.left.slips | {"no_surname": 0.1},
            "%Y-%m-%d",
            native_beside_latin=0.0,
        ),
        Side(
            (Source("clinics", 1.0, {"lat:french": 0.5, "lat:egyptian": 0.5}, _ABROAD),),
            ARABIC.right.slips | {"no_grandfather": 0.2},
            "%d.%m.%Y",
            native_beside_latin=0.0,
        ),
    ),
}  # fmt: skip
