"""The reasons of a proposal in words: read by the reviewer, and by the other delegation."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum

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
    phrases = _phrases()
    speaks_for: list[list[str]] = [[] for _ in range(len(findings))]
    against: list[list[str]] = [[] for _ in range(len(findings))]
    for at, (name, kind) in enumerate(fields_of(lists).items()):
        wording = phrases.get(name) or _further(name)
        words = _worded(kind, wording, findings, at, _cells(left, right, name, findings))
        for pair, (text, weight) in enumerate(zip(words, bits[:, at].tolist(), strict=True)):
            if text:
                (speaks_for if weight >= 0 else against)[pair].append(text)
    if only_against:
        return [", ".join(contra) for contra in against]
    return [_sentence(pro, contra) for pro, contra in zip(speaks_for, against, strict=True)]


def _sentence(pro: list[str], contra: list[str]) -> str:
    if pro and contra:
        return _("{reasons}; but {doubts}").format(reasons=", ".join(pro), doubts=", ".join(contra))
    return ", ".join(pro or contra) or _("nothing known speaks for or against it")


def _cells(
    left: pl.DataFrame, right: pl.DataFrame, name: str, findings: Findings
) -> Iterable[tuple[str, str]] | None:
    """Give what both sides write, for the fields whose wording shows it."""
    if name != "birth" or not {"date_of_birth"} <= set(left.columns) & set(right.columns):
        return None
    ours = left["date_of_birth"].fill_null("").gather(findings.left).to_list()
    theirs = right["date_of_birth"].fill_null("").gather(findings.right).to_list()
    return zip(ours, theirs, strict=True)


def _worded(
    kind: type[IntEnum],
    wording: dict[int, str],
    findings: Findings,
    at: int,
    cells: Iterable[tuple[str, str]] | None,
) -> list[str]:
    by_level = [wording.get(int(level), "") for level in sorted(kind)]
    plain = [by_level[level] for level in findings.levels[:, at].tolist()]
    if cells is not None:
        return [text and text.format(a=isolate(a), b=isolate(b)) for text, (a, b) in zip(plain, cells, strict=True)]
    rarity = _rarity()
    return [
        text + rarity(share) if text and level == 1 else text
        for text, level, share in zip(
            plain, findings.levels[:, at].tolist(), findings.frequency[:, at].tolist(), strict=True
        )
    ]


def _rarity() -> Callable[[float], str]:
    rare, common = " " + _("(rare here)"), " " + _("(common here)")
    return lambda share: rare if share < _RARE else common if _COMMON < share < 1 else ""
