"""What the planner must know of a captive, worked out from his holder's register; each column from one source."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from repatria.conventions import BadEvent, Kind, Span
from repatria.conventions.attributes import DIRECT_REPATRIATION, NEUTRAL_COUNTRY
from repatria.people import DateStyle, read_date
from repatria.web.registry.models import Event
from repatria.web.registry.ranks import class_of, grade_of

AGE_UNKNOWN = 45
"""Stands for an unknown age: no term about the young or the old favours it."""

# GC III Annex IV B, line 11; and the words of lists. The gravest that fits is taken.
_GRAVE = re.compile(
    r"\b(?:grave|critical|severe|serious(?:ly)?|amput\w+|blind)|тяжк|тяжел|тяжёл|ампут|важк|خطير|بالغ|حرج|gravement",
    re.IGNORECASE,
)
_WOUNDED = re.compile(
    r"\b(?:wounded|sick|ill|injured|convalescent|slight\w*|bless\w+|malade\w*)\b|поранен|хвор|ранен|болен|больн|جريح|مريض|مصاب",
    re.IGNORECASE,
)
_WELL = re.compile(
    r"\bnot wounded\b|\bgood\b|\bfit\b|\brecovered\b|не поранен|не ранен|здоров|سليم|غير مصاب", re.IGNORECASE
)
_CIVILIAN = re.compile(r"civil|internee|цив|граждан|интерн|інтерн|مدني", re.IGNORECASE)
_RETAINED = re.compile(r"retain|medic|chaplain|медик|капелан|капеллан|священ|طبي|médic|aumônier", re.IGNORECASE)

# The newest of these says how he is; each with the class that it means.
_HEALTH_EVENTS = (Kind.SERIOUSLY_ILL, Kind.RECOVERED, Kind.MEDICAL_CATEGORY, Kind.MMC_DECISION)


def days_held(values: Mapping[str, str], events: Iterable[Event], today: date) -> int | None:
    """Give the days in captivity, from the last day on which the capture can have been: nobody gains by a gap."""
    captured = _span(values.get("capture_date", "")) or _first(events, (Kind.CAPTURE, Kind.INTERNMENT))
    return max(0, (today - captured.last).days) if captured else None


def age(values: Mapping[str, str], today: date) -> int | None:
    """Give the age in whole years that he has reached for certain."""
    born = _span(values.get("date_of_birth", ""))
    if born is None:
        said = values.get("age", "").strip()
        return int(said) if said.isdecimal() and int(said) <= 150 else None
    return max(0, today.year - born.last.year - ((today.month, today.day) < (born.last.month, born.last.day)))


def health(values: Mapping[str, str], events: Iterable[Event]) -> str | None:
    """Give ``fit``, ``wounded`` or ``grave`` (GC III 109(1): owed, whatever the terms say); None if nobody says."""
    told = [event for event in events if event.kind in _HEALTH_EVENTS]
    if told:
        return _by_event(max(told, key=lambda event: (event.occurred_on, event.entered_at)))
    text = values.get("health", "")
    if not text:
        return None
    if _WELL.search(text):
        return "fit"
    return "grave" if _GRAVE.search(text) else "wounded" if _WOUNDED.search(text) else None


def _by_event(event: Event) -> str:
    if event.kind == Kind.SERIOUSLY_ILL:
        return "grave"
    if event.kind == Kind.RECOVERED:
        return "fit"
    if event.kind == Kind.MMC_DECISION:
        outcome = event.details.get("outcome")
        return "grave" if outcome == "repatriate" else "wounded" if outcome == "neutral_country" else "fit"
    category = event.details.get("art110")
    return "grave" if category in DIRECT_REPATRIATION else "wounded" if category in NEUTRAL_COUNTRY else "fit"


def class_and_grade(values: Mapping[str, str], events: Iterable[Event]) -> tuple[str, int] | None:
    """Give the planner's class and grade; None where neither a rank nor a category is known."""
    said = values.get("category", "") or _recorded_category(events)
    grade = grade_of(values.get("rank", ""))
    if _RETAINED.search(said):
        return "retained", grade or 0
    if _CIVILIAN.search(said):
        return "civilian", 0
    return None if grade is None else (class_of(grade), grade)


def _recorded_category(events: Iterable[Event]) -> str:
    told = [str(event.details["category"]) for event in events if event.details.get("category")]
    return told[-1] if told else ""


def _first(events: Iterable[Event], kinds: tuple[Kind, ...]) -> Span | None:
    days = sorted(event.occurred_on for event in events if event.kind in kinds)
    return _span(days[0]) if days else None


def _span(text: str) -> Span | None:
    if not text:
        return None
    try:
        return Span.parse(text)
    except BadEvent:
        found = read_date(text, DateStyle())
    return Span(found.earliest, found.latest) if found.earliest and found.latest else None
