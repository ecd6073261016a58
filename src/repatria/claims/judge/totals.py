"""Judges a sum of people: of both sides, of a year, a running total and whose it is."""

from collections.abc import Sequence
from dataclasses import replace

from repatria.claims.claim import Judgement
from repatria.claims.counts.item import Item
from repatria.claims.counts.periods import counts_together
from repatria.claims.counts.sums import cumulative, known_running, of_year
from repatria.claims.judge import quantities as judge_quantities
from repatria.claims.scene.scene import Scene
from repatria.history import Exchange
from repatria.i18n import _


def total(item: Item, rows: Sequence[Exchange], scene: Scene) -> tuple[object, Judgement]:
    """Judge a sum; give its value too."""
    n = item.number
    year = of_year(item, scene)
    if year is not None:
        value = {"n": n.n, "scope": f"year {year}", "party": item.party}
        return value, judge_quantities.year_total(n, year, item.party, scene)
    counter = _counter(item, scene)
    if cumulative(item, rows) or known_running(item, rows, scene):
        value = {"n": n.n, "scope": "cumulative", "counted_by": counter, "party": item.party}
        return value, judge_quantities.cumulative(n, counter, rows, scene)
    if item.party and len(rows) > 1:
        value = {"n": n.n, "scope": "series", "party": item.party}
        return value, _of_span(item, judge_quantities.per_side([(item.party, item.kind or "people", n)], rows))
    shown: object = n.n if n.how == "exact" else {"n": n.n, "how": n.how}
    judgement = judge_quantities.together(n, rows, scene)
    if item.span and len(rows) > 1:
        return shown, _of_span(item, _of_either(item, judgement, rows))
    if judgement.verdict == "false" and len(rows) > 1 and (own := _of_side_told(item, rows)):
        return shown, own
    if judgement.verdict == "false" and len({e.date for e in rows}) == 1 < len(rows):
        # Several exchanges of one day: the number may be that of one of them.
        each = [judge_quantities.together(n, [e], scene) for e in rows]
        judgement = next((one for one in each if one.verdict == "true"), judgement)
    return shown, _perhaps_running(item, judgement, scene)


def _of_either(item: Item, judgement: Judgement, rows: Sequence[Exchange]) -> Judgement:
    """ "98 came home in the week": the sum of both sides, or of the one the report tells of."""
    if judgement.verdict == "true" or "E" in item.sentence.tags[: item.last + 5]:
        return judgement
    sides = [judge_quantities.per_side([(side.name, "people", item.number)], rows) for side in rows[-1].sides]
    right = [one for one in sides if one.verdict == "true"]
    if len(right) == len(sides):  # as many on each side: of both it would be wrong
        of_both = "T" in item.sentence.tags or counts_together(item.sentence, item.at)
        return judgement if of_both else replace(right[0], verdict="unknown")
    return right[0] if right else judgement


def _of_side_told(item: Item, rows: Sequence[Exchange]) -> Judgement | None:
    """ "Since Ukraine was given two more, *it* has 502 back altogether": the sum of the side that is told of."""
    named = {str(a.value).partition("|")[0] for a in item.sentence.atoms if a.tag in "SAK"}
    sides = [(s.name, judge_quantities.per_side([(s.name, "people", item.number)], rows)) for s in rows[-1].sides]
    right = [(name, one) for name, one in sides if one.verdict == "true"]
    return right[0][1] if len(right) == 1 and named == {right[0][0]} else None


def _of_span(item: Item, judgement: Judgement) -> Judgement:
    """A sum over so many exchanges cannot be called false: which ones were counted is not told."""
    open_ended = item.span is not None and item.span.exchanges and judgement.verdict == "false"
    return replace(judgement, verdict="unknown") if open_ended else judgement


# No exchange of one day frees so many: a number as large that is a running total was hardly said of one day.
LEAST_RUNNING = 500


def _perhaps_running(item: Item, judgement: Judgement, scene: Scene) -> Judgement:
    """A number wrong for an exchange that is somebody's running total, though no word says so, is left open."""
    n = item.number.n
    if judgement.verdict != "false" or n is None or n < LEAST_RUNNING:
        return judgement
    if n not in {total for total, _row, _how in judge_quantities.running_totals(scene, None)}:
        return judgement
    text = _("{n} is the running total given then.").format(n=n)
    return replace(judgement, verdict="unknown", because=f"{judgement.because} {text}")


def _counter(item: Item, scene: Scene) -> str | None:
    """Who counts: the headquarters in Kyiv, or the mediator."""
    for m in item.sentence.find("[KSA]"):
        code = str(m.atoms[0].value).partition("|")[0]
        if code == "ARE":
            return "ARE"
    if any(a.tag == "M" for a in item.sentence.atoms):
        return "ARE"
    if item.party == "UKR" or any(str(a.value).startswith("UKR|") for a in item.sentence.atoms if a.tag == "K"):
        return "UKR"
    return None
