"""Finds numbers by side told as halves: "half of them Ukrainian, half Russian", "190 in equal parts"."""

from collections.abc import Iterator, Sequence

from repatria.claims.claim import Found, Judgement
from repatria.claims.judge import cite
from repatria.claims.judge import quantities as judge_quantities
from repatria.claims.scene.scene import Scene
from repatria.claims.words.languages import people
from repatria.claims.words.lexicon import forms
from repatria.claims.words.numbers import Number
from repatria.claims.words.patterns import compiled
from repatria.claims.words.tagging import Sentence
from repatria.history import Exchange
from repatria.i18n import _

FARTHEST_SIDE, FARTHEST_HALF = 6, 14
# Before a number of halves: the sum that is halved.
FARTHEST_SUM = 16


def find(scene: Scene) -> Iterator[Found]:
    """Give every such claim, judged."""
    for sentence in scene.sentences:
        for first, last in (*_halves(sentence), *_evenly(sentence)):
            start, end = sentence.span(first, last)
            whole = _sum_before(sentence, first)
            value = {"each": whole // 2 if whole else "half"}
            rows = scene.focus(sentence, first)
            yield Found("per_side", start, end, value, _of_any(whole, (rows, scene.main)), sentence.index)
            break


def _is(sentence: Sentence, at: int, listed: frozenset[str]) -> bool:
    return sentence.atoms[at].tag not in "SAKn" and any(form in listed for form in forms(sentence.atoms[at].text))


def _halves(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """ "*Half* of them *Ukrainian*, the other *half Russian*", "*half* from *each side*"."""
    halves = [i for i in range(len(sentence.atoms)) if _is(sentence, i, people.HALF)]
    for i, at in enumerate(halves):
        side = _side_behind(sentence, at)
        if side is None:
            continue
        if sentence.tags[side] == "E":
            yield at, side
        other = halves[i + 1] if i + 1 < len(halves) else None
        if other is not None and other - at <= FARTHEST_HALF:
            yield at, _side_behind(sentence, other) or other


def _side_behind(sentence: Sentence, at: int) -> int | None:
    m = compiled(f"[^;.nSAE]{{0,{FARTHEST_SIDE}}}(?<side>[SAE])").match(sentence.tags, at + 1)
    return int(m.start("side")) if m else None


def _evenly(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """ "370 captives, *equally* from both"."""
    for at in range(len(sentence.atoms)):
        told_after = compiled("[^;.]{0,6}?[nF]").match(sentence.tags, at + 1)
        if _is(sentence, at, people.EVENLY) and _sum_before(sentence, at) and not told_after:
            yield at, at


def _sum_before(sentence: Sentence, at: int) -> int | None:
    """The number of people that is halved."""
    for i in range(at - 1, max(-1, at - FARTHEST_SUM), -1):
        if sentence.tags[i] == "n":
            n = getattr(sentence.atoms[i].value, "n", None)
            return n if n and set(sentence.tags[i + 1 : i + 4]) & set("pmcAv,") else None
    return None


def _of_any(whole: int | None, candidates: Sequence[Sequence[Exchange]]) -> Judgement:
    """Judge by the exchange the words are near; else by that of the report."""
    judged = [_judged(whole, rows) for rows in candidates]
    return next((one for one in judged if one.verdict == "true"), judged[0])


def _judged(whole: int | None, rows: Sequence[Exchange]) -> Judgement:
    if not rows:
        return judge_quantities.no_row()
    sides = [side.name for side in rows[0].sides]
    if whole:
        return judge_quantities.per_side([(side, "people", Number(whole // 2)) for side in sides], rows)
    sizes = [(e.a.total, e.b.total) for e in rows]
    if any(None in pair for pair in sizes):
        return cite.judged("unknown", _("The record does not have the numbers of both sides."), rows)
    equal = all(a == b for a, b in sizes)
    text = _("As many came back to the one side as to the other.") if equal else _("The sides' numbers differ.")
    return cite.judged("true" if equal else "false", text, rows)
