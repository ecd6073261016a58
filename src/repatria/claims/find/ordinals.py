"""Finds "the 59th exchange", "the fourth this year", "its 18th mediation", and judges them by whose count it is."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from repatria.claims.claim import Found, Judgement
from repatria.claims.find.ordinal_counter import counter_of
from repatria.claims.find.ordinal_counts import count
from repatria.claims.find.ordinal_nth import nth
from repatria.claims.find.ordinal_scope import FEW, month, scope, window
from repatria.claims.find.ordinal_words import TELLING, Mention
from repatria.claims.judge import ordinals as judge_ordinals
from repatria.claims.judge.ordinal_windows import in_window, rate, stages
from repatria.claims.scene.scene import Scene
from repatria.claims.words.tagging import Sentence
from repatria.history import Exchange


def find(scene: Scene) -> Iterator[Found]:
    """Give every claim about the number of an exchange in somebody's count, judged."""
    for sentence in scene.sentences:
        taken: set[int] = set()
        for mention in mentions(sentence):
            if found := _found(sentence, mention, scene):
                taken |= set(range(mention.first, mention.last + 1))
                yield found
        for m in sentence.find(r"x[_ep]{0,5}R"):
            if found := rate(m, scene):
                yield found
        yield from _by_record(sentence, taken, scene)


def mentions(sentence: Sentence) -> Iterator[Mention]:
    """Give the numbers of exchanges of a sentence, in order."""
    end = 0
    for at, atom in enumerate(sentence.atoms):
        if at < end or atom.tag not in "on":
            continue
        found = nth(sentence, at) if atom.tag == "o" else count(sentence, at, bool(end))
        if found:
            yield replace(found, first=max(found.first, end))
            end = found.last + 1


def _by_record(sentence: Sentence, taken: set[int], scene: Scene) -> Iterator[Found]:
    """ "Kyiv's ledger, page seventy-one": a number that is the exchange's own, however it is worded."""
    for m in sentence.find(r"o(?![iu]|x?[_v]{0,2}e)|(?<=H)n"):
        at = m.match.start()
        n = getattr(m.atoms[0].value, "n", m.atoms[0].value)
        if at in taken or not isinstance(n, int) or n < TELLING:
            continue
        rows = scene.main if "P" not in sentence.tags[:at] else ()
        who = [o.counter for e in rows for o in e.tags.ordinals if o.number == n]
        if who:
            counter = who[0]
            start, end = m.span
            value = {"n": n, "scope": "war", "counted_by": counter}
            yield Found("ordinal", start, end, value, judge_ordinals.by_count(n, counter, rows), sentence.index)


def _found(sentence: Sentence, mention: Mention, scene: Scene) -> Found | None:
    if mention.kind == "stages":
        return stages(sentence, mention, scene)
    length = window(sentence, mention)
    if length is not None:
        return in_window(sentence, mention, length, scene)
    n = mention.numbers[0]
    period = month(sentence, mention, scene)
    counted = str(period) if period else scope(sentence, mention)
    if n == 1 and counted != "year":
        return None
    rows = _rows(sentence, mention, counted, scene)
    if counted == "war":
        rows = _told_before(sentence, mention, rows, scene)
    counter = counter_of(sentence, mention, rows, scene)
    judgement = (
        judge_ordinals.of_month(n, period, rows, scene)
        if period
        else judge_ordinals.judged(mention.numbers, counted, counter, rows, scene)
    )
    if counter != "ARE":
        judgement = _unless_unsaid(judgement, sentence, mention, counted)
    value: dict[str, object] = {"n": n if len(mention.numbers) == 1 else list(mention.numbers), "scope": counted}
    if counter:
        value["counted_by"] = counter
    start, stop = sentence.span(mention.first, mention.last)
    return Found("ordinal", start, stop, value, judgement, sentence.index)


def _unless_unsaid(judgement: Judgement, sentence: Sentence, mention: Mention, counted: str) -> Judgement:
    """ "The eleventh was over": where nobody's count is named, a small number may be of another count."""
    named = any(a.tag in "SKAaxY" for a in sentence.atoms[: mention.last + 1])
    unsaid = judgement.verdict == "false" and counted == "war" and mention.numbers[0] < FEW and not named
    return replace(judgement, verdict="unknown") if unsaid else judgement


def _rows(sentence: Sentence, mention: Mention, counted: str, scene: Scene) -> Sequence[Exchange]:
    """The exchanges that the number is said of."""
    whole_report = "P" in sentence.tags and not (counted == "series" and scene.anchors(sentence))
    rows: Sequence[Exchange] = scene.main if whole_report else scene.focus(sentence, mention.at)
    if len(mention.numbers) > 1:
        dated = {e.id for _at, told in scene.anchors(sentence) for e in told}
        days = [e for e in scene.main if e.id in dated]
        rows = days if len(days) == len(mention.numbers) else rows  # "Thursday's is the 72nd and Friday's the 73rd"
    if mention.kind == "count":
        rows = _by_then(sentence, mention.at, scene) or rows
    return rows


def _told_before(
    sentence: Sentence, mention: Mention, rows: Sequence[Exchange], scene: Scene
) -> Sequence[Exchange]:
    """ "Two days earlier ... That was the 40th": the exchange told of before, where this one has no number."""
    if any(e.tags.ordinals for e in rows):
        return rows
    near = scene.sentences[max(0, sentence.index - 1) : sentence.index + 1]
    for _at, told in (a for s in reversed(near) for a in scene.anchors(s)):
        if any(o.number in mention.numbers for e in told for o in e.tags.ordinals):
            return told
    return rows


_BY = ("by", "к", "до", "на", "بحلول", "حتي")


def _by_then(sentence: Sentence, first: int, scene: Scene) -> tuple[Exchange, ...]:
    """ "*By 27 October* there had been 28 exchanges": the last one up to that day."""
    for i in range(1, first + 1):
        atom, before = sentence.atoms[i], sentence.atoms[i - 1]
        period = scene.place(atom.value) if atom.tag == "d" and before.text in _BY else None
        if period is not None:
            return tuple(e for e in scene.history or () if e.date.earliest <= period.last)[-1:]
    return ()
