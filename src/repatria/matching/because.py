"""The reasons of a proposal in words: read by the reviewer, and by the other delegation."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from string import Formatter

import numpy as np
import polars as pl
from numpy.typing import NDArray

from repatria.i18n import _, isolate
from repatria.matching.coding import CodedLists
from repatria.matching.compare import CaptureLevel, Findings, PlaceLevel, RankLevel, UnitLevel, fields_of
from repatria.matching.dates import DateLevel
from repatria.names import FamilyLevel, NameLevel
from repatria.names.wording import PARTS, name_in_words, surname_in_words

_RARE, _COMMON = 5e-4, 5e-3


def _phrases() -> dict[str, dict[int, str]]:
    """Give the wording of each finding, in the reader's language; {a} and {b} are what the two lists write."""
    return {
        "family": {level: surname_in_words(level) for level in FamilyLevel},
        **{part: {level: name_in_words(part, level) for level in NameLevel} for part in PARTS},
        "birth": {
            DateLevel.SAME: _("both born {a}"),
            DateLevel.SWAPPED: _("born {a} or {b}: day and month exchanged"),
            DateLevel.ONE_SLIP: _("born {a} or {b}: one digit apart"),
            DateLevel.YEAR_OFF: _("born {a} or {b}: same day, year one or two off"),
            DateLevel.DAYS_OFF: _("born {a} or {b}: a few days apart"),
            DateLevel.TWO_SLIPS: _("born {a} or {b}: year and day slightly off"),
            DateLevel.SAME_YEAR_ONLY: _("same year of birth ({a}, {b}), the day known to one side at most"),
            DateLevel.NEAR_YEAR_ONLY: _("born about {a} or {b}"),
            DateLevel.SAME_YEAR: _("born {a} against {b}: only the year agrees"),
            DateLevel.NEAR: _("born {a} against {b}"),
            DateLevel.FAR: _("born {a} against {b}"),
            DateLevel.GENERATION: _("born {a} against {b}: a generation apart"),
        },
        "place_of_birth": {
            PlaceLevel.SAME: _("same place of birth"),
            PlaceLevel.ALIKE: _("place of birth alike"),
            PlaceLevel.REGION: _("one side names only the region of birth"),
            PlaceLevel.DIFFERENT: _("another place of birth"),
        },
        "unit": {
            UnitLevel.SAME: _("same unit"),
            UnitLevel.SAME_NUMBER: _("unit of the same number, another kind"),
            UnitLevel.SAME_KIND: _("another unit"),
            UnitLevel.DIFFERENT: _("another unit"),
        },
        "rank": {
            RankLevel.SAME: _("same rank"),
            RankLevel.ONE_STEP: _("rank one step apart"),
            RankLevel.DIFFERENT: _("another rank"),
        },
        "capture_date": {
            CaptureLevel.SAME: _("captured the same day"),
            CaptureLevel.DAYS: _("captured within three days"),
            CaptureLevel.WEEK: _("captured within a week"),
            CaptureLevel.FORTNIGHT: _("captured within a fortnight"),
            CaptureLevel.SLIP: _("dates of capture one slip apart"),
            CaptureLevel.SAME_MONTH: _("captured the same month"),
            CaptureLevel.DIFFERENT: _("another date of capture"),
        },
        "capture_place": {
            PlaceLevel.SAME: _("same place of capture"),
            PlaceLevel.ALIKE: _("place of capture alike"),
            PlaceLevel.REGION: _("one side names only the region of capture"),
            PlaceLevel.DIFFERENT: _("another place of capture"),
        },
        "callsign": {
            PlaceLevel.SAME: _("same call sign"),
            PlaceLevel.ALIKE: _("call sign alike"),
            PlaceLevel.DIFFERENT: _("another call sign"),
        },
    }


def _further(name: str) -> dict[int, str]:
    return {
        PlaceLevel.SAME: _("same {column}").format(column=name),
        PlaceLevel.ALIKE: _("{column} alike").format(column=name),
        PlaceLevel.DIFFERENT: _("another {column}").format(column=name),
    }


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason of a proposal, without words, so that each reader gets it in his own language.

    `weight` is in bits: above 0 it speaks for one person. `share` is how large a part of the rows has the agreeing
    value; 1 where nothing agrees.
    """

    field: str
    level: int
    weight: float
    share: float = 1.0

    def kept(self) -> tuple[str, int, float, float]:
        """Give what to keep of it: ``Reason(*kept)`` is the same reason again."""
        return self.field, self.level, self.weight, self.share


def reasons(lists: CodedLists, findings: Findings, bits: NDArray[np.float32]) -> list[list[Reason]]:
    """Give the reasons of each pair, the weightiest first; what says nothing is left out."""
    names, phrases = list(fields_of(lists)), _phrases()
    worded = [frozenset(phrases.get(name) or _further(name)) for name in names]
    table = zip(findings.levels.tolist(), bits.tolist(), findings.frequency.tolist(), strict=True)
    return [
        sorted(
            (
                Reason(name, level, round(weight, 2), round(share, 6))
                for name, known, level, weight, share in zip(names, worded, *pair, strict=True)
                if level in known
            ),
            key=lambda reason: -abs(reason.weight),
        )
        for pair in table
    ]


def in_words(reason: Reason, ours: str = "", theirs: str = "") -> str:
    """Say a reason in the reader's language; `ours` and `theirs` are the dates of birth as the lists write them."""
    text = (_phrases().get(reason.field) or _further(reason.field)).get(reason.level, "")
    if reason.field == "birth":
        return text.format(a=isolate(ours), b=isolate(theirs))
    return text + _rarity()(reason.share) if text and reason.level == 1 else text


def sentences(
    left: pl.DataFrame,
    right: pl.DataFrame,
    lists: CodedLists,
    findings: Findings,
    bits: NDArray[np.float32],
    only_against: bool = False,
) -> list[str]:
    """Give one sentence per pair: what speaks for it, then "but", what speaks against it (or that alone)."""
    if not len(findings):
        return []
    texts, weights = [], []
    for at, (name, kind) in enumerate(fields_of(lists).items()):
        texts.append(_worded(left, right, name, kind, findings, at).alias(name))
        weights.append(pl.Series(f"{name} weighs", bits[:, at]))
    together = pl.DataFrame([*texts, *weights]).lazy()
    names = [text.name for text in texts]
    split = [
        _listed([pl.when(pl.col(f"{name} weighs") >= 0).then(pl.col(name)) for name in names]).alias("reasons"),
        _listed([pl.when(pl.col(f"{name} weighs") < 0).then(pl.col(name)) for name in names]).alias("doubts"),
    ]
    if only_against:
        return together.select(split[1]).collect().to_series().to_list()
    both = _filled(_("{reasons}; but {doubts}"), {"reasons": pl.col("reasons"), "doubts": pl.col("doubts")})
    one_sided = pl.col("reasons") + pl.col("doubts")
    nothing = pl.lit(_("nothing known speaks for or against it"))
    sentence = (
        pl.when((pl.col("reasons") != "") & (pl.col("doubts") != ""))
        .then(both)
        .otherwise(pl.when(one_sided != "").then(one_sided).otherwise(nothing))
    )
    return together.select(split).select(sentence).collect().to_series().to_list()


def _listed(texts: list[pl.Expr]) -> pl.Expr:
    return pl.concat_str(texts, separator=", ", ignore_nulls=True)


def _filled(template: str, columns: dict[str, pl.Expr]) -> pl.Expr:
    """Fill a sentence's placeholders with columns, row by row."""
    parts: list[pl.Expr] = []
    for text, name, _spec, _conversion in Formatter().parse(template):
        parts += [pl.lit(text)] * bool(text) + ([columns[name]] if name else [])
    return pl.concat_str(parts)


def _worded(
    left: pl.DataFrame, right: pl.DataFrame, name: str, kind: type[IntEnum], findings: Findings, at: int
) -> pl.Series:
    """Give the wording of one field for each pair, null where it says nothing."""
    wording = _phrases().get(name) or _further(name)
    levels = findings.levels[:, at]
    if name == "birth" and {"date_of_birth"} <= set(left.columns) & set(right.columns):
        return _dates_in_words(left, right, wording, findings, levels)
    rarity, share = _rarity(), findings.frequency[:, at]
    same = wording.get(1)
    known = [wording.get(int(level)) or None for level in sorted(kind)]
    rare, common = (same and same + rarity(example) for example in (_RARE / 2, _COMMON * 2))
    texts = pl.Series([*known, rare, common], dtype=pl.String)
    agrees = levels == 1
    place = np.where(agrees & (share < _RARE), len(known), levels)
    place = np.where(agrees & (share > _COMMON) & (share < 1), len(known) + 1, place)
    return texts.gather(place.astype(np.uint32))


def _dates_in_words(
    left: pl.DataFrame, right: pl.DataFrame, wording: dict[int, str], findings: Findings, levels: NDArray[np.int8]
) -> pl.Series:
    before, after = (pl.lit(mark) for mark in isolate("\0").split("\0"))
    cells = {
        name: frame["date_of_birth"].fill_null("").gather(rows).alias(name)
        for name, frame, rows in (("a", left, findings.left), ("b", right, findings.right))
    }
    shown = {name: pl.concat_str([before, pl.col(name), after]) for name in cells}
    cases = [
        pl.when(pl.col("level") == level).then(_filled(wording[level], shown))
        for level in np.unique(levels).tolist()
        if wording.get(level)
    ]
    table = pl.DataFrame([*cells.values(), pl.Series("level", levels)])
    if not cases:
        return pl.repeat(None, len(levels), dtype=pl.String, eager=True)
    return table.select(pl.coalesce(cases)).to_series()


def _rarity() -> Callable[[float], str]:
    rare, common = " " + _("(rare here)"), " " + _("(common here)")
    return lambda share: rare if share < _RARE else common if _COMMON < share < 1 else ""
