"""Reads cases.txt: what happened, the day we look, how the duty stands."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from repatria.conventions import RULES, About, Category, Duty, Event, Kind, Span, Status, event

CASES_FILE = Path(__file__).with_name("cases.txt")
PERSON, SITE, PARTY = "S-0007", "N-3", "north"
_PREFERRED = (Category.POW, Category.CIVILIAN, Category.RETAINED, Category.OTHER)


@dataclass(frozen=True)
class Case:
    rule: str
    events: tuple[Event, ...]
    as_of: date
    answer: str


def cases() -> list[Case]:
    lines = [line for line in CASES_FILE.read_text().splitlines() if line and not line.startswith("#")]
    return [_case(*(part.strip() for part in line.split("|"))) for line in lines]


def _case(rule: str, happened: str, as_of: str, answer: str) -> Case:
    return Case(rule, events_of(rule, happened), date.fromisoformat(f"2026-{as_of}"), answer)


def events_of(rule: str, happened: str) -> tuple[Event, ...]:
    about = RULES[rule].about
    events = [_event(about, part.strip()) for part in happened.split(",")]
    if about is About.PERSON and not any("category_recorded" in part for part in happened.split(",")):
        category = next(one for one in _PREFERRED if one in RULES[rule].applies_to)
        events.append(event(Kind.CATEGORY_RECORDED, "2026-01-01", person=PERSON, category=category))
    return tuple(events)


def _event(about: About, text: str) -> Event:
    if text.startswith("party:"):
        about, text = About.PARTY, text.removeprefix("party:").strip()
    head, *rest = text.split()
    kind, day = head.split("@")
    said = dict(pair.split("=") for pair in rest)
    entered = said.pop("ENTERED", None)
    subject = {About.PERSON: {"person": PERSON, "party": PARTY}, About.SITE: {"site": SITE, "party": PARTY}}
    return event(
        Kind(kind),
        f"2026-{day}",
        entered=date.fromisoformat(f"2026-{entered}") if entered else Span.parse(f"2026-{day}").last,
        **subject.get(about, {"party": PARTY}),
        **said,
    )


def answer_of(duty: Duty | None) -> str:
    """Say how a duty stands in the words of the casebook."""
    if duty is None:
        return "none"
    if duty.status is Status.CANNOT_TELL:
        return f"unknown {duty.missing}"
    if duty.status is Status.MET:
        return f"met {duty.met_on:%m-%d}"
    if duty.status is Status.DUE:
        return f"due {duty.due_on:%m-%d}" if duty.due_on else "due"
    broken = "Broken" in duty.because(duty.due_on)
    return f"{'broken' if broken else 'late'} {duty.due_on:%m-%d}"
