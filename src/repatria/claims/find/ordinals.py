"""Finds "the 59th exchange", "the fourth this year", "its 18th mediation", and judges them by whose count it is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from repatria.claims.claim import Found, Judgement
from repatria.claims.find.ordinal_counter import counter_of
from repatria.claims.find.ordinal_counts import count
from repatria.claims.find.ordinal_nth import nth
from repatria.claims.find.ordinal_rows import Rows, others, rows_of
from repatria.claims.find.ordinal_scope import FEW, period, scope, window, year_named
from repatria.claims.find.ordinal_words import TELLING, Mention
from repatria.claims.judge import ordinal_windows
from repatria.claims.judge import ordinals as judge
from repatria.claims.scene.scene import Scene
from repatria.claims.words.languages import counting
from repatria.claims.words.patterns import compiled
from repatria.claims.words.tagging import Match, Sentence


def find(scene: Scene) -> Iterator[Found]:
    """Give every claim about the number of an exchange in somebody's count, judged."""
    for sentence in scene.sentences:
        taken: set[int] = set()
        for mention in mentions(sentence):
            if found := _found(sentence, mention, scene):
                taken |= set(range(mention.first, mention.last + 1))
                yield found
        for m in sentence.find(r"x[_ep]{0,5}R"):
            yield from _rate(m, scene)
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


@dataclass(frozen=True, slots=True)
class _Rule:
    """What a number counts, and how it is judged by the exchanges it is said of."""

    value: dict[str, object]
    rows: Rows
    judge: Callable[[Rows], Judgement]
    last: int


def _found(sentence: Sentence, mention: Mention, scene: Scene) -> Found | None:
    rule = (
        _stages(sentence, mention, scene)
        or _of_days(sentence, mention, scene)
        or _of_count(sentence, mention, scene)
    )
    if rule is None:
        return None
    judgement = rule.judge(rule.rows)
    if judgement.verdict != "true":
        right = (
            told
            for rows in others(sentence, mention, rule.rows, scene)
            if (told := rule.judge(rows)).verdict == "true"
        )
        judgement = next(right, judgement)
    start, stop = sentence.span(mention.first, rule.last)
    return Found("ordinal", start, stop, rule.value, judgement, sentence.index)


def _stages(sentence: Sentence, mention: Mention, scene: Scene) -> _Rule | None:
    """ "The last of nine stages": how long the series is."""
    if mention.kind != "stages":
        return None
    dated = [a.value for a in sentence.atoms[: mention.first] if a.tag == "d"]
    rows = scene.rows_of(dated[-1], sentence) if dated else scene.focus(sentence, mention.first)
    series = rows[-1].tags.series if rows else None
    n = mention.numbers[0]
    value: dict[str, object] = {"n": n, "scope": f"series {series}" if series else "series"}
    return _Rule(value, rows, lambda told: ordinal_windows.stages(n, told, scene), mention.last)


def _of_days(sentence: Sentence, mention: Mention, scene: Scene) -> _Rule | None:
    """ "The second exchange in two days"."""
    found, n = window(sentence, mention), mention.numbers[0]
    if found is None or n < 2:
        return None
    days, last = found
    rows = scene.focus(sentence, mention.at)
    value: dict[str, object] = {"n": n, "scope": f"in {days} days"}

    def judged(told: Rows) -> Judgement:
        by_focus = ordinal_windows.in_days(n, days, told, scene)
        return by_focus if by_focus.verdict == "true" else ordinal_windows.in_days(n, days, scene.main, scene)

    return _Rule(value, rows, judged, max(last, mention.last))


def _of_count(sentence: Sentence, mention: Mention, scene: Scene) -> _Rule | None:
    n, within = mention.numbers[0], period(sentence, mention, scene)
    counted = str(within) if within else scope(sentence, mention)
    if mention.kind == "stage":
        counted = "series"
    if n == 1 and counted != "year" and mention.kind != "stage":
        return _first_of_war(sentence, mention, scene) if counted == "war" else None
    rows = rows_of(sentence, mention, counted, scene)
    counter = counter_of(sentence, mention, rows, scene)
    year = year_named(sentence, mention) if counted == "year" and mention.kind == "count" else None

    def judged(told: Rows) -> Judgement:
        if within:
            return judge.of_period(n, within, told, scene)
        if year and told and told[-1].date.year != year:
            return judge.of_past_year(n, year, counter, scene)
        judgement = judge.judged(mention.numbers, counted, counter, told, scene)
        return judgement if counter == "ARE" else _unless_unsaid(judgement, sentence, mention, counted)

    value: dict[str, object] = {"n": n if len(mention.numbers) == 1 else list(mention.numbers), "scope": counted}
    if counter:
        value["counted_by"] = counter
    return _Rule(value, rows, judged, mention.last)


def _first_of_war(sentence: Sentence, mention: Mention, scene: Scene) -> _Rule | None:
    """ "The first exchange of the war", with nothing said of which kind of exchange it was the first."""
    if not compiled(r"o[_A]{0,2}x(?:_{0,2}S&S)?_?[YC](?![_?]*[?Mpmck])").match(sentence.tags, mention.at):
        return None
    rows = scene.focus(sentence, mention.at)
    return _Rule({"n": 1, "scope": "war"}, rows, lambda told: judge.first_of_war(told, scene), mention.last)


def _unless_unsaid(judgement: Judgement, sentence: Sentence, mention: Mention, counted: str) -> Judgement:
    """ "The eleventh was over": where nobody's count is named, a small number may be of another count."""
    named = any(a.tag in "SKAaxY" for a in sentence.atoms[: mention.last + 1])
    unsaid = judgement.verdict == "false" and counted == "war" and mention.numbers[0] < FEW and not named
    return replace(judgement, verdict="unknown") if unsaid else judgement


def _rate(m: Match, scene: Scene) -> Iterator[Found]:
    """ "Prisoner exchanges have been rare"."""
    if scene.history is None or "x" not in m.sentence.tags[: m.match.end()]:
        return
    word = m.atoms[-1].text
    rare = not any(often in word for often in counting.OFTEN) or "infrequent" in word
    start, end = m.sentence.span(m.sentence.tags.rindex("x", 0, m.match.end()), m.match.end() - 1)
    yield Found("ordinal_or_rate", start, end, word, ordinal_windows.rate(rare, scene), m.sentence.index)


def _by_record(sentence: Sentence, taken: set[int], scene: Scene) -> Iterator[Found]:
    """ "Kyiv's ledger, page seventy-one": a number that is the exchange's own, however it is worded."""
    for m in sentence.find(r"o(?![iu]|x?[_v]{0,2}e)|(?<=H)n"):
        at = m.match.start()
        n = getattr(m.atoms[0].value, "n", m.atoms[0].value)
        if at in taken or not isinstance(n, int) or n < TELLING:
            continue
        rows = scene.main if "P" not in sentence.tags[:at] else ()
        for counter in [o.counter for e in rows for o in e.tags.ordinals if o.number == n][:1]:
            start, end = m.span
            value = {"n": n, "scope": "war", "counted_by": counter}
            yield Found("ordinal", start, end, value, judge.by_count(n, counter, rows), sentence.index)
