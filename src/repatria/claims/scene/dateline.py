"""When was the report written? All relative dates and every "first since" hang on it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from repatria.claims import figures
from repatria.claims.words.answers import DATE_WORDS
from repatria.claims.words.dates import Said
from repatria.claims.words.numbers import Number, Pair
from repatria.claims.words.tagging import Sentence
from repatria.history import Exchange, History
from repatria.i18n import _


@dataclass(frozen=True, slots=True)
class Dated:
    """The report's day, None where nothing tells it, and how it was found out.

    Attributes:
        doubts: what speaks against it.
    """

    day: date | None
    how: str
    doubts: tuple[str, ...] = ()


def find(sentences: Sequence[Sentence], history: History, as_of: date | None, page_date: date | None) -> Dated:
    """Find the day of a report: the one given, its dateline, its page, or the exchange its numbers fit."""
    line = _dateline(sentences)
    full = _full(line)
    if as_of is not None:
        doubts = () if full in (None, as_of) else (_("its dateline says {day}").format(day=full),)
        return Dated(as_of, _("given"), doubts)
    if full is not None:
        doubts = () if page_date in (None, full) else (_("its page says {day}").format(day=page_date),)
        return Dated(full, _("dateline"), doubts)
    if line is not None:
        found = _without_year(line, sentences, history, page_date)
        if found:
            return found
    if page_date is not None:
        return Dated(page_date, _("date of the page"))
    return _by_numbers(sentences, history)


def _dateline(sentences: Sequence[Sentence]) -> Said | None:
    """The date at the head of the text: "ABU DHABI, Feb 5 (Reuters) –", "Київ, 3 жовтня 2025 року."."""
    for sentence in sentences[:8]:
        for at, atom in enumerate(sentence.atoms[:8]):
            if atom.tag == "d" and isinstance(atom.value, Said) and atom.value.day and atom.value.month:
                if atom.value.until_day:
                    continue
                alone = not set(sentence.tags) - set("SLKdA,._-")
                if alone or "-" in sentence.tags[at : at + 5] or at == 0:
                    return atom.value
    return None


def _full(said: Said | None) -> date | None:
    if said is None or said.year is None or said.month is None or said.day is None:
        return None
    try:
        return date(said.year, said.month, said.day)
    except ValueError:  # 31 February
        return None


def _without_year(
    line: Said, sentences: Sequence[Sentence], history: History, page_date: date | None
) -> Dated | None:
    """A dateline without a year: the year in which weekday and numbers fit an exchange."""
    candidates = list(_years(line, history))
    if page_date is not None:
        near = [day for day in candidates if abs((day - page_date).days) <= 31]
        if near:
            return Dated(near[0], _("dateline, year from the page"))
    weekdays = {
        a.value.weekday
        for s in sentences[:12]
        for a in s.atoms
        if a.tag == "d" and isinstance(a.value, Said) and a.value.weekday is not None
    }
    scored = [(_fit(day, weekdays, sentences, history), day) for day in candidates]
    scored = [(score, day) for score, day in scored if score > 0]
    if not scored:
        return None
    best = max(scored)
    how = _("dateline without a year; weekday and numbers fit {day} and no other year").format(day=best[1])
    if sum(score == best[0] for score, _day in scored) > 1:
        return None
    return Dated(best[1], how)


def _years(line: Said, history: History) -> Iterator[date]:
    assert line.month is not None
    assert line.day is not None
    for year in range(history.exchanges[0].date.year, history.exchanges[-1].date.year + 1):
        try:
            yield date(year, line.month, line.day)
        except ValueError:
            continue


def _fit(day: date, weekdays: set[int], sentences: Sequence[Sentence], history: History) -> int:
    """How well an exchange of the week before `day` explains the numbers and weekdays of the report."""
    score = 0
    for e in history:
        if timedelta(0) <= day - e.date.earliest <= timedelta(days=7):
            score += _explained(e, sentences)
            score += 2 * (e.date.earliest.weekday() in weekdays)
    return score


def _explained(exchange: Exchange, sentences: Sequence[Sentence]) -> int:
    known = {f.number for f in figures.both_sides([exchange])}
    for side in exchange.sides:
        known |= {f.number for f in figures.of_party([exchange], side.name, "people")}
    said = {n for s in sentences for a in s.atoms for n in _numbers(a.value)}
    counted = {o.number for o in exchange.tags.ordinals if o.sure and o.number > 9} & (said | _ordinals(sentences))
    sums = {o.running_total for o in exchange.tags.ordinals} | {s.number for s in exchange.said("running_total")}
    parts = {n for side in exchange.sides for n in (side.military, side.civilians) if n is not None}
    parts |= {s.number for s in exchange.statements if s.number is not None}
    details = len({n for n in parts - known - sums if n > 9} & said)
    return 3 * len({n for n in known if n > 9} & said) + 2 * len(counted) + 6 * len(sums & said) + details


def _ordinals(sentences: Sequence[Sentence]) -> set[int]:
    return {a.value for s in sentences for a in s.atoms if a.tag == "o" and isinstance(a.value, int)}


def _day_named(exchange: Exchange, sentences: Sequence[Sentence]) -> int:
    """A day and month without a year, and its weekday, as the report has them."""
    said = [
        a.value
        for s in sentences
        for at, a in enumerate(s.atoms)
        if a.tag == "d" and isinstance(a.value, Said) and not _of_one_before(s, at)
    ]
    day = exchange.date.earliest
    named = any((d.month, d.day) == (day.month, day.day) and d.year in (None, day.year) for d in said)
    weekday = any(d.weekday == day.weekday() for d in said)
    return 4 * named + (2 * weekday if named else weekday)


def _of_one_before(sentence: Sentence, at: int) -> bool:
    """Is this the date of an exchange before: "the previous one was held on 2 October 2025"?"""
    if "P" in sentence.tags[max(0, at - 8) : at] or sentence.tags[:at].rstrip("_").endswith("s"):
        return True
    beside = [a.value for a in sentence.atoms[max(0, at - 2) : at + 4] if a.tag == "d"]
    return any(isinstance(value, Said) and value.anchor == "event" for value in beside)  # "twelve days earlier"


def _days_since(sentences: Sequence[Sentence]) -> int:
    """How many days ago the report says that it happened: "yesterday" is one."""
    for sentence in sentences:
        dated = any(a.text in DATE_WORDS for a in sentence.atoms)
        told = dated or set(sentence.tags) & set("xXvgeFlzZ")
        for atom in sentence.atoms if told else ():
            if atom.tag == "d" and isinstance(atom.value, Said) and atom.value.days is not None:
                return max(0, -atom.value.days)
    return 0


def _numbers(value: object) -> tuple[int, ...]:
    if isinstance(value, Number) and value.n is not None:
        return (value.n,)
    if isinstance(value, Pair):
        return value.first, value.second
    return ()


# A report tells at most of the exchange before too, and that lies no farther back.
REACH_BACK = timedelta(days=62)


def _latest_told(best: Exchange, scored: Sequence[tuple[int, Exchange]]) -> Exchange:
    """Of two that are well told the later: the one before may be told in more numbers than the report's own."""
    least = max(LEAST_FIT_OF_LATER, max(score for score, _e in scored) * LEAST_SHARE_OF_LATER)
    told = [
        e
        for score, e in scored
        if score >= least and timedelta(0) <= e.date.earliest - best.date.earliest <= REACH_BACK
    ]
    return max(told, key=lambda e: e.date.earliest, default=best)


def _after(exchange: date, days: int) -> Dated:
    if not days:
        return Dated(exchange, _("no date found; its numbers fit this day's exchange alone"))
    how = _("no date found; its numbers fit the exchange of {day} alone, which it dates from its own day")
    return Dated(exchange + timedelta(days=days), how.format(day=exchange))


LEAST_FIT, LEAST_FIT_OF_LATER, LEAST_SHARE_OF_LATER = 6, 5, 0.55
# What a report opens with is what it is about.
OPENING, IN_THE_OPENING = 3, 3


def _opens_with(exchange: Exchange, sentences: Sequence[Sentence]) -> int:
    """Do the first sentences give a number of people of this exchange?"""
    known = {n for side in exchange.sides for n in (side.total, side.military)} | {exchange.living}
    said = {n for s in sentences[:OPENING] for a in s.atoms for n in _numbers(a.value)}
    return IN_THE_OPENING * bool({n for n in known if n is not None and n > 9} & said)


def _by_numbers(sentences: Sequence[Sentence], history: History) -> Dated:
    """No date at all: the exchange whose numbers the report repeats, if there is just one."""
    said = (
        a.value
        for s in sentences
        for at, a in enumerate(s.atoms)
        if a.tag == "d" and isinstance(a.value, Said) and not _of_one_before(s, at)
    )
    days = [day for one in said if (day := _full(one)) is not None]
    if days:
        return Dated(max(days), _("the latest full date in the text"))
    scored = [
        (_explained(e, sentences) + _day_named(e, sentences) + _opens_with(e, sentences), e)
        for e in history
        if e.date.exact
    ]
    best = max((score for score, _e in scored), default=0)
    fitting = [e for score, e in scored if score == best]
    near = fitting and fitting[-1].date.earliest - fitting[0].date.earliest <= REACH_BACK
    fitting = [_latest_told(fitting[0], scored)] if near else fitting
    if best >= LEAST_FIT and len(fitting) == 1:
        return _after(fitting[0].until, _days_since(sentences))
    return Dated(None, _("no date found; give one with --as-of"))
