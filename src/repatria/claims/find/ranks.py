"""Finds "the first since" and "the previous exchange was on", and judges them by the history."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from repatria.claims.claim import Found
from repatria.claims.find import gaps, rank_patterns
from repatria.claims.find.previous import is_one_before
from repatria.claims.judge.ranks import judge_length, judge_since, judge_since_event
from repatria.claims.scene.scene import Scene
from repatria.claims.scene.speech import speeches
from repatria.claims.words.dates import Period, Said
from repatria.claims.words.languages import time_words
from repatria.claims.words.numbers import Duration
from repatria.claims.words.patterns import compiled
from repatria.claims.words.stretches import clause
from repatria.claims.words.tagging import Match, Sentence
from repatria.claims.words.tags import Atom
from repatria.history import Exchange


def find(scene: Scene) -> Iterator[Found]:
    """Give every claim of rank, judged."""
    for sentence in scene.sentences:
        yield from in_sentence(sentence, scene)


def in_sentence(sentence: Sentence, scene: Scene) -> Iterator[Found]:
    """Give every claim of rank in one sentence, judged."""
    taken: list[range] = []
    for m in _candidates(sentence, taken):
        where = range(m.match.start(), m.match.end())
        if any(set(where) & set(t) for t in taken):
            continue
        found = _found(m, scene)
        if found:
            taken.append(where)
            yield found


def _candidates(sentence: Sentence, taken: Sequence[range]) -> Iterator[Match]:
    for pattern in (*rank_patterns.FIRST, *rank_patterns.PREVIOUS):
        yield from sentence.find(pattern)
    for m in gaps.find(sentence):
        around = clause(sentence, m.match.start(), m.match.end() - 1)
        if not any(t.start in around for t in taken):  # "since the one of 2 September three weeks have not passed"
            yield m


def _found(m: Match, scene: Scene) -> Found | None:
    if _then_alone(m):
        return None if _of_something_else(m) else _since_that_day(m, scene)
    if _of_something_else(m) or not _is_rank(m, scene):
        return None
    options = [_ranked(m, scene)] if _atom(m, "first") is not None else list(gaps.counted_from(m, scene))
    options += [told for told in (_pointed_at(m, scene),) if told]
    found = [told for exchanges in options if (told := _counted(m, exchanges, scene))]
    by_verdict = {f.judgement.verdict: f for f in reversed(found)}
    return by_verdict.get("true") or by_verdict.get("false") or by_verdict.get("unknown")


def _counted(m: Match, exchanges: Sequence[Exchange], scene: Scene) -> Found | None:
    """The claim, judged by the time between `exchanges` and the one before them."""
    since, back = _named_day(m, _atom(m, "since")), _atom(m, "ago")
    if since is not None:
        return _since_day(m, since, exchanges, scene)
    if back is not None and isinstance(back.value, Said) and back.value.back is None:
        return None
    duration = _length(_atom(m, "length"), back)
    return _so_long(m, duration, exchanges, scene) if duration else None


def _of_something_else(m: Match) -> bool:
    """Was there none of something that is no exchange, or a pause in talks?"""
    none = _atom(m, "none")
    if none is not None and none.text not in time_words.NONE_AT_ALL:
        return True
    where = clause(m.sentence, m.match.start(), m.match.end() - 1)
    told = set(m.sentence.tags[where.start : where.stop])
    return _atom(m, "pause") is not None and "t" in told and not told & set("xXpv")


def _is_rank(m: Match, scene: Scene) -> bool:
    """Is this the first, or the exchange before the one reported, by the report's own word?"""
    first = _atom(m, "first")
    if (first is not None and first.value != 1) or gaps.by_size(m):
        return False
    if "prev" in m.match.groupdict() and m.match["prev"]:
        return is_one_before(m, scene)
    return not _contradicted(m, scene)


def _since_day(m: Match, since: Atom, exchanges: Sequence[Exchange], scene: Scene) -> Found | None:
    """ "The first since 2 October"."""
    period = scene.place(since.value)
    if period is None or _another_conflict(since.value, m.sentence, scene):
        return None
    back = since.value.back if isinstance(since.value, Said) else None
    if back is not None and back.unit == "week":
        return _so_long(m, back, exchanges, scene)  # "five weeks earlier" is no day: the gap rounds to five weeks
    length = _atom(m, "length")
    if (length is not None or _atom(m, "before")) and not _told_of_earlier(period, scene):
        return None
    rule = judge_since_event if _atom(m, "event") is not None else judge_since
    judgement = rule(_meant(since.value, period, scene), exchanges, scene)
    lasted = _length(length, None)
    gap = judge_length(lasted, exchanges, scene) if lasted else judgement
    judgement = gap if (judgement.verdict, gap.verdict) == ("true", "false") else judgement
    return Found("first_since", *m.span, {"since": str(period)}, judgement, m.sentence.index)


def _so_long(m: Match, length: Duration, exchanges: Sequence[Exchange], scene: Scene) -> Found:
    """ "The first in four months"."""
    judgement = judge_length(length, exchanges, scene)
    return Found("first_since", *m.span, {length.unit + "s": length.amount}, judgement, m.sentence.index)


def _told_of_earlier(period: Period, scene: Scene) -> bool:
    """Is there an exchange on those days, before the one that is reported?"""
    start = scene.main[0].date.earliest if scene.main else scene.as_of
    return period.last < start and any(
        e.date.earliest <= period.last and e.until >= period.first for e in scene.history or ()
    )


def _contradicted(m: Match, scene: Scene) -> bool:
    """ "He called it the first in five months, although the last was on 2 October": his words, not the report's."""
    said = any(speech.covers(m.match.start()) for speech in speeches(m.sentence, scene))
    following = scene.sentences[m.sentence.index + 1 : m.sentence.index + 2]
    rest = m.sentence.tags[m.match.end() :]
    against = bool(compiled("[,&][^;.]*P[^;.]*d").search(rest))
    return said and (against or any(compiled("^_{0,2}&?_{0,3}x?P[^;.]*d").search(s.tags) for s in following))


def _then_alone(m: Match) -> bool:
    return bool(m.match.groupdict().get("then"))


def _since_that_day(m: Match, scene: Scene) -> Found | None:
    """ "Since that day no other exchange has been held": since the day the sentence before told of."""
    sentence = m.sentence
    before = scene.anchors(scene.sentences[sentence.index - 1]) if sentence.index else []
    if not before or not before[-1][1] or before[-1][1][0] in scene.main:
        return None
    day_before = before[-1][1][-1].until
    start, end = m.span
    judgement = judge_since(Period(day_before, day_before), scene.main, scene)
    return Found("first_since", start, end, {"since": day_before.isoformat()}, judgement, sentence.index)


def _atom(m: Match, name: str) -> Atom | None:
    return m.atom(name) if name in m.match.groupdict() else None


def _ranked(m: Match, scene: Scene) -> Sequence[Exchange]:
    """ "*The exchange of 31 January* had been the first since ...": an older one may be ranked."""
    subject = compiled(r"x_?(?<day>d)[_,re]{0,4}$").search(m.sentence.tags[: m.match.start()])
    rows = dict(scene.anchors(m.sentence)).get(subject.start("day"), ()) if subject else ()
    return rows or scene.main


def _pointed_at(m: Match, scene: Scene) -> Sequence[Exchange]:
    """ "40 soldiers came home on Friday. *It* was the first since ...": the exchange the sentence before dated."""
    index = m.sentence.index
    opens = any(a.text in time_words.IT for a in m.sentence.atoms[:2])
    before = scene.anchors(scene.sentences[index - 1]) if index and opens else []
    return before[-1][1] if before else ()


def _named_day(m: Match, since: Atom | None) -> Atom | None:
    """ "a month earlier, *on 5 February*": the day that is named is the one that is checked."""
    if since is None:
        return None
    rest = m.sentence.atoms[m.sentence.atoms.index(since) + 1 :][:4]
    for atom in rest:
        if atom.tag == "d" and isinstance(atom.value, Said) and atom.value.day is not None:
            return atom
        if atom.tag not in ",_-" and atom.text not in ("واحد", "واحده", "فقط"):
            break
    return since


def _length(length: Atom | None, back: Atom | None) -> Duration | None:
    if length is not None and isinstance(length.value, Duration):
        return length.value
    if length is not None and length.tag == "i":
        return Duration(1, str(length.value))
    if back is not None and isinstance(back.value, Said):
        return back.value.back
    return None


def _another_conflict(said: object, sentence: Sentence, scene: Scene) -> bool:
    """ "The last exchange between Moscow and Washington" ranks in another conflict."""
    rows = scene.rows_of(said, sentence)
    return bool(rows) and rows[0].conflict != scene.conflict


def _meant(said: object, period: Period, scene: Scene) -> Period:
    """ "Five days ago" may look back from the report or from the exchange: the one that fits is meant."""
    other = scene.place(replace(said, anchor="event"), scene.day) if isinstance(said, Said) and said.back else None
    earlier = [e for e in scene.history or () if e not in scene.main]
    fits = [p for p in (period, other) if p and any(p.first <= e.until <= p.last for e in earlier)]
    return fits[0] if fits else period
