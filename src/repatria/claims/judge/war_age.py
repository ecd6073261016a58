"""Judges how old a war is said to be, by the calendar: the full-scale invasion began on 24 February 2022."""

from dataclasses import replace
from datetime import date

from repatria.claims.claim import Judgement
from repatria.claims.scene.scene import Scene
from repatria.claims.words.numbers import Duration
from repatria.i18n import _

INVASION = date(2022, 2, 24)
BEGINNINGS = {"Russia-Ukraine": INVASION}
MONTH = 30.44


def _began(scene: Scene) -> date | None:
    """When the war began; in a report of an exchange of Russia's with a third state it is the same war."""
    told = BEGINNINGS.get(scene.conflict or "")
    return told or (INVASION if "RUS" in scene.sides and scene.as_of >= INVASION else None)


def running(n: object, unit: str | None, scene: Scene, ahead: int) -> Judgement:
    """Judge "in its 35th month".

    Args:
        ahead: 1 where the coming one is named, -1 where it is one that is over.
    """
    months, days = _months(scene), _days(scene)
    if not months:
        return _unknown()
    of_unit = {
        "day": [d + 1 for d in days],
        "week": [d // 7 + 1 for d in days],
        "year": [m // 12 + 1 for m in months],
    }
    counted = of_unit.get(unit or "", [m + 1 for m in months])
    return Judgement("true" if n in [c + ahead for c in counted] else "false", _so_far(months[0], scene))


def completed(length: Duration, strict: bool, scene: Scene) -> Judgement:
    """Judge "has lasted 34 months": whole months stand.

    Args:
        strict: said with "full" or "exactly"; any other round figure may be half a month off.
    """
    months, days = _months(scene), _days(scene)
    if not months:
        return _unknown()
    if length.unit in ("day", "week"):
        size = 7 if length.unit == "week" else 1
        stands = any(abs(d / size - length.amount) <= 1 for d in days)
    else:
        stands = any(_fits(length, whole, d / MONTH, strict) for whole, d in zip(months, days, strict=False))
    return Judgement("true" if stands else "false", _so_far(months[0], scene))


def to_anniversary(left: Duration, age: int | None, scene: Scene) -> Judgement:
    """Judge "18 days to the anniversary", "in three weeks the war will be two years old".

    Args:
        age: how many years old the war will then be, where it is said.
    """
    if _began(scene) is None:
        return _unknown()
    days, number = _following(scene)
    text = _("{left} days from {day} to the anniversary.").format(left=days, day=scene.as_of)
    return Judgement("true" if age in (None, number) and _days_fit(left, days) else "false", text)


def near_anniversary(age: int | None, scene: Scene) -> Judgement:
    """Judge "the war approaches its fourth anniversary": which one it is; how near is for the reader to say."""
    if _began(scene) is None:
        return _unknown()
    days, number = _following(scene)
    text = _("{left} days from {day} to the anniversary.").format(left=days, day=scene.as_of)
    if age != number:
        return Judgement("false", text)
    return Judgement("true" if days <= NEAR else "unknown", text)


# An anniversary within so many days may be called near.
NEAR = 60


def _following(scene: Scene) -> tuple[int, int]:
    """Days to the next anniversary, and which it is."""
    began = _began(scene) or INVASION
    this_year = began.replace(year=scene.as_of.year)
    following = this_year if this_year >= scene.as_of else began.replace(year=scene.as_of.year + 1)
    return (following - scene.as_of).days, following.year - began.year


def _days_fit(left: Duration, days: int) -> bool:
    unit = {"day": 1, "week": 7, "month": 30}.get(left.unit, 365)
    said = left.amount * unit + left.months * 30
    slack = unit // 2 if left.how == "about" or unit >= MONTH else 0
    if left.how == "over":
        return said <= days < said + max(unit, 3)
    if left.how == "nearly":
        return said - max(unit, 3) < days <= said
    return abs(days - said) <= slack


def _fits(length: Duration, whole: int, exact: float, strict: bool) -> bool:
    claimed = length.in_months
    step = 12 if length.unit == "year" and not length.months else 1
    if length.how == "over":
        return claimed <= exact < claimed + step
    if length.how == "nearly":
        return claimed - step / 2 <= exact < claimed
    return whole == claimed or (not strict and abs(exact - claimed) <= step / 2)


def hedged(length: Duration, how: str) -> Duration:
    """A length that a verb hedges: "will soon be three years old", "has passed three years"."""
    return replace(length, how=how) if length.how == "exact" else length


def _days(scene: Scene) -> list[int]:
    """Days of war on the report's day and on the day of the exchange."""
    began = _began(scene)
    if began is None:
        return []
    return [(day - began).days for day in dict.fromkeys((scene.as_of, scene.day)) if day >= began]


def _months(scene: Scene) -> list[int]:
    """Whole months of war on those days."""
    began = _began(scene)
    if began is None:
        return []
    return [
        (day.year - began.year) * 12 + day.month - began.month - (day.day < began.day)
        for day in dict.fromkeys((scene.as_of, scene.day))
    ]


def _so_far(months: int, scene: Scene) -> str:
    return _("{full} full months from 24 February 2022 to {day}.").format(full=months, day=scene.as_of)


def _unknown() -> Judgement:
    return Judgement("unknown", _("The record does not hold when this war began."))
