"""The coded columns and learnt weights as Splink settings: for those who want to see the model in its charts.

    ours, theirs = splink_columns(found)      # write as CSV or Parquet, register both with Splink
    settings = splink_settings(found)         # a dictionary in Splink's settings format (version 4 and 5)

Splink compares columns, not readings: a row is exported by its first reading, and levels that need more than two
cells (vowels, several groups of a name, relatives, competition) are folded into "else". It ranks pairs alike; the
probabilities of :func:`repatria.matching.reconcile` are the ones to trust.
"""

from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from repatria.matching.coding import CodedLists, Ids, Side
from repatria.matching.compare import PlaceLevel, RankLevel, UnitLevel
from repatria.matching.dates import DateLevel
from repatria.matching.engine import Reconciliation
from repatria.names import ABSENT, Coded, FamilyLevel, NameLevel

_Level = tuple[str, tuple[int, ...]]
"""An SQL condition, and which of our levels it stands for."""

_SLIP = "damerau_levenshtein({name}_l, {name}_r)"
_SAME = "{name}_l = {name}_r"
_LEVELS: dict[str, list[_Level]] = {
    "family": [
        (_SAME, (FamilyLevel.SAME,)),
        (f"{_SLIP} <= 1 AND least(length({{name}}_l), length({{name}}_r)) >= 3", (FamilyLevel.ONE_SLIP,)),
        (f"{_SLIP} <= 2 AND least(length({{name}}_l), length({{name}}_r)) >= 5", (FamilyLevel.TWO_SLIPS,)),
        ("ELSE", (FamilyLevel.OTHER_VOWELS, FamilyLevel.ALIKE, FamilyLevel.DIFFERENT)),
    ],
    **{
        name: [
            (_SAME, (NameLevel.SAME,)),
            (
                f"{_SLIP.replace('{name}', '{name}_code')} <= 1",
                (NameLevel.ONE_SLIP, NameLevel.INITIAL, NameLevel.ALIKE),
            ),
            ("ELSE", (NameLevel.DIFFERENT, NameLevel.OTHER_NAME)),
        ]
        for name in ("given", "father")
    },
    "birth": [
        (f"{_SAME} AND birth_l % 100 > 0", (DateLevel.SAME,)),
        (
            "birth_l % 10000 = birth_r % 10000 AND birth_l % 100 > 0 AND abs(birth_l - birth_r) <= 20000",
            (DateLevel.YEAR_OFF,),
        ),
        (
            "birth_l // 10000 = birth_r // 10000 AND (birth_l % 100 = 0 OR birth_r % 100 = 0)",
            (DateLevel.SAME_YEAR_ONLY,),
        ),
        (
            "birth_l // 10000 = birth_r // 10000",
            (DateLevel.SWAPPED, DateLevel.ONE_SLIP, DateLevel.DAYS_OFF, DateLevel.SAME_YEAR),
        ),
        (
            "ELSE",
            (DateLevel.TWO_SLIPS, DateLevel.NEAR_YEAR_ONLY, DateLevel.NEAR, DateLevel.FAR, DateLevel.GENERATION),
        ),
    ],
    "place_of_birth": [
        (_SAME, (PlaceLevel.SAME,)),
        ("ELSE", (PlaceLevel.ALIKE, PlaceLevel.REGION, PlaceLevel.DIFFERENT)),
    ],
    "unit": [
        (_SAME, (UnitLevel.SAME,)),
        ("ELSE", (UnitLevel.SAME_NUMBER, UnitLevel.SAME_KIND, UnitLevel.DIFFERENT)),
    ],
    "rank": [
        (_SAME, (RankLevel.SAME,)),
        ("abs(rank_l - rank_r) = 1", (RankLevel.ONE_STEP,)),
        ("ELSE", (RankLevel.DIFFERENT,)),
    ],
}
_COUNTED = ("family", "given", "father", "place_of_birth")
_BLOCKS = (("birth", "given"), ("birth", "family"), ("family", "given"), ("given", "father", "place_of_birth"))


def splink_settings(found: Reconciliation) -> dict[str, Any]:
    """Give the learnt model as a Splink settings dictionary (DuckDB's SQL)."""
    lists, matches = found.lists, float(found.probability.sum())
    return {
        "link_type": "link_only",
        "unique_id_column_name": "unique_id",
        "probability_two_random_records_match": max(1e-12, matches / (lists.left.height * lists.right.height)),
        "blocking_rules_to_generate_predictions": [
            " AND ".join(f"l.{name} = r.{name}" for name in block) for block in _BLOCKS
        ],
        "comparisons": [_comparison(name, levels, found) for name, levels in _LEVELS.items()],
        "retain_intermediate_calculation_columns": False,
    }


def _comparison(name: str, levels: list[_Level], found: Reconciliation) -> dict[str, Any]:
    null = {
        "sql_condition": f"{name}_l IS NULL OR {name}_r IS NULL",
        "label_for_charts": "one side says nothing",
        "is_null_level": True,
    }
    weights = found.weights
    return {
        "output_column_name": name,
        "comparison_levels": [
            null,
            *(
                _level(name, level, weights.m[name], weights.u[name], first=at == 0)
                for at, level in enumerate(levels)
            ),
        ],
    }


def _level(name: str, level: _Level, m: NDArray[np.float64], u: NDArray[np.float64], first: bool) -> dict[str, Any]:
    condition, ours = level
    exported = {
        "sql_condition": condition.format(name=name),
        "label_for_charts": condition.format(name=name),
        "m_probability": float(m[list(ours)].sum()),
        "u_probability": float(u[list(ours)].sum()),
    }
    if first and name in _COUNTED:
        exported |= {"tf_adjustment_column": name, "tf_adjustment_weight": 1.0}
    return exported


def splink_columns(found: Reconciliation) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Give the coded columns of both lists, nothing where a row says nothing."""
    lists = found.lists
    return (
        _columns(lists, lists.left, found.left["id"], 0),
        _columns(lists, lists.right, found.right["id"], 1),
    )


def _columns(lists: CodedLists, side: Side, ids: pl.Series, which: int) -> pl.DataFrame:
    first, r = side.first_reading[:-1], side.readings
    text = lists.texts["place_of_birth"]
    unit = side.unit_number * 32 + side.unit_kind
    return pl.DataFrame(
        {
            "unique_id": ids,
            "family": _codes(lists.families, r.family[first]),
            "given": _terms(lists.names, r.given[first]),
            "given_code": _codes(lists.names, r.given[first]),
            "father": _terms(lists.names, r.father[first]),
            "father_code": _codes(lists.names, r.father[first]),
            "birth": _known(side.birth, 0),
            "place_of_birth": _known((text.left, text.right)[which], ABSENT),
            "unit": _known(np.where(side.unit_number > 0, unit, 0), 0),
            "rank": _known(side.rank, 0),
        }
    )


def _codes(words: Coded, numbers: Ids) -> list[str | None]:
    return [None if number == ABSENT else str(words.codes[number]) for number in numbers]


def _terms(words: Coded, numbers: Ids) -> pl.Series:
    return _known(np.append(words.term, np.int32(ABSENT))[numbers], ABSENT)


def _known(values: NDArray[np.integer], missing: int) -> pl.Series:
    column = pl.Series(values.astype(np.int64))
    return column.set(column == missing, None)
