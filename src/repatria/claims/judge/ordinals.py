"""Is the number of an exchange right: in Kyiv's count or the UAE's, of a year, a month, a series?"""

from collections.abc import Sequence

from repatria.claims.claim import Judgement
from repatria.claims.judge import cite
from repatria.claims.scene.scene import Scene
from repatria.claims.words.dates import Period
from repatria.history import Exchange
from repatria.history.words import day
from repatria.i18n import _, ngettext


def judged(
    numbers: Sequence[object], scope: str, counter: str | None, rows: Sequence[Exchange], scene: Scene
) -> Judgement:
    """Judge a number in the count of `counter`, or of a year or series, by the exchanges it is said of."""
    if not rows or scene.history is None:
        return Judgement("unknown", _("The record holds no exchange that this could be said of."))
    if len(numbers) > 1:
        return _several(numbers, rows)
    n = numbers[0]
    assert isinstance(n, int)
    if scope == "series":
        return _in_series(n, rows, scene)
    if counter == "ARE" or scope == "mediations":
        judgement = by_count(n, "ARE", rows)
        return _mediated_this_year(n, judgement, rows, scene) if scope == "year" else judgement
    if scope == "year":
        return _of_year(n, rows, scene)
    return by_count(n, "UKR", rows)


def _mediated_this_year(n: int, judgement: Judgement, rows: Sequence[Exchange], scene: Scene) -> Judgement:
    """ "The fifth mediation this year": counted in the record, where the UAE gave no number."""
    if judgement.verdict != "unknown":
        return judgement
    this = rows[-1]
    so_far = [e for e in scene.history or () if e.date.year == this.date.year and e.date.latest <= this.date.latest]
    counts = (sum("ARE" in e.mediators for e in so_far), len({e.date for e in so_far}))
    if n not in counts:
        return judgement
    text = _("It is exchange {n} of {year} by the record.").format(n=n, year=this.date.year)
    return cite.judged("true", text, [this])


def of_period(n: int, period: Period, rows: Sequence[Exchange], scene: Scene) -> Judgement:
    """Judge "the second exchange in August", "the third this week" by the days of exchanges in it."""
    if not rows or scene.history is None:
        return Judgement("unknown", _("The record holds no exchange that this could be said of."))
    days = sorted({e.date.earliest for e in scene.history if period.first <= e.date.earliest <= period.last})
    count = sum(day <= rows[-1].date.earliest for day in days)
    text = _("It is exchange {n} of {month} by the record.").format(n=count, month=period)
    return cite.judged("true" if n == count else "false", text, [rows[-1]])


def first_of_war(rows: Sequence[Exchange], scene: Scene) -> Judgement:
    """Judge "the first exchange of the war": Kyiv's first, or one with none before it in the record."""
    if not rows or scene.history is None:
        return Judgement("unknown", _("The record holds no exchange that this could be said of."))
    if any(o.counter == "UKR" for e in scene.history for o in e.tags.ordinals):
        return by_count(1, "UKR", rows)
    before = scene.history.first_since(rows[0]).previous
    if before is None:
        return cite.judged("true", _("The record knows no exchange before this one."), rows)
    return cite.judged("false", _("There was one on {date}.").format(date=day(before)), [before, rows[0]])


def of_past_year(n: int, year: int, counter: str | None, scene: Scene) -> Judgement:
    """Judge "ten mediations in 2024", told in a later year: by the numbers given that year."""
    of_year = [e for e in scene.history or () if e.date.year == year]
    mediated = [e for e in of_year if counter != "ARE" or "ARE" in e.mediators]
    if not mediated:
        return Judgement("unknown", _("The record holds no exchange that this could be said of."))
    numbers = {e.number_by("UKR") for e in mediated}
    possible = {len(mediated), len({e.date for e in mediated}), len(numbers - {None})}
    if counter == "ARE":
        possible = {_given_up_to(year, scene) - _given_up_to(year - 1, scene)}
    text = ngettext(
        "The record has {n} exchange of {year}.", "The record has {n} exchanges of {year}.", max(possible)
    )
    verdict = "true" if n in possible else "false" if year >= FIRST_YEAR_COUNTED_WHOLE else "unknown"
    return cite.judged(verdict, text.format(n=max(possible), year=year), mediated[-1:])  # type: ignore[arg-type]


def _given_up_to(year: int, scene: Scene) -> int:
    """The last number the UAE gave up to the end of `year`; 0 before it began to count."""
    given = [e.number_by("ARE") or 0 for e in scene.history or () if e.date.year <= year]
    return max(given, default=0)


# From this year on the record holds every exchange that was announced.
FIRST_YEAR_COUNTED_WHOLE = 2024


def _several(numbers: Sequence[object], rows: Sequence[Exchange]) -> Judgement:
    given = [e.number_by("UKR") for e in rows]
    verdict = "true" if list(numbers) == given else "false"
    text = _("Kyiv's numbers are {given}.").format(given=", ".join(str(g) for g in given))
    return cite.judged(verdict if None not in given else "unknown", text, rows)  # type: ignore[arg-type]


def by_count(n: int, counter: str, rows: Sequence[Exchange]) -> Judgement:
    """Judge a number in a count by the number the record has in it."""
    given = [(o.number, o.sure, e) for e in rows for o in e.tags.ordinals if o.counter == counter]
    if not given:
        return cite.judged("unknown", _("The record has no number for it in this count."), rows)
    for number, sure, e in given:
        if number == n:
            text = _("It is number {n} in the count of {who}.").format(n=n, who=_who(counter))
            return cite.judged("true", text if sure else text + " " + _("(inferred)"), [e])
    number, sure, e = given[-1]
    text = _("In the count of {who} it is number {real}, not {n}.").format(who=_who(counter), real=number, n=n)
    recent = e.date.year >= 2024
    return cite.judged("false" if sure or recent else "unknown", text, [e])


def _who(counter: str) -> str:
    return _("the UAE") if counter == "ARE" else _("Kyiv's headquarters")


def _of_year(n: int, rows: Sequence[Exchange], scene: Scene) -> Judgement:
    """Count the year's exchanges: by Kyiv's numbers where they are known, else by rows or days."""
    assert scene.history is not None
    this = rows[-1]
    so_far = [e for e in scene.history if e.date.year == this.date.year and e.date.earliest <= this.date.earliest]
    numbers = {e.number_by("UKR") for e in so_far}
    days = len({e.date for e in so_far})
    possible = {len(numbers)} if None not in numbers else {days, len(so_far)}
    count = max(possible)
    text = ngettext(
        "It is exchange {n} of {year} by the record.", "It is exchange {n} of {year} by the record.", count
    ).format(n=count, year=this.date.year)
    if n in possible:
        return cite.judged("true", text, [this])
    gaps = [
        g
        for g in scene.history.gaps
        if g.last.year >= this.date.year
        and g.first.earliest <= this.date.earliest
        and g.first.year <= this.date.year
    ]
    return cite.judged("unknown" if gaps and n > count else "false", text, [this])


def _in_series(n: int, rows: Sequence[Exchange], scene: Scene) -> Judgement:
    assert scene.history is not None
    series = rows[-1].tags.series
    if not series:
        return cite.judged("unknown", _("It is not part of a series in the record."), rows)
    stages = scene.history.series(series)
    index = next(i for i, e in enumerate(stages, 1) if e.id == rows[-1].id)
    text = _("It is number {n} of {all} in its series.").format(n=index, all=len(stages))
    return cite.judged("true" if index == n else "false", text, [rows[-1]])
