"""Finds "largest since", "one of the largest", and judges them by the history."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from repatria.claims.claim import Found
from repatria.claims.judge import largest as judge
from repatria.claims.scene.scene import Scene
from repatria.claims.words.dates import Period, Said
from repatria.claims.words.languages import time_words
from repatria.claims.words.languages.time_words import says
from repatria.claims.words.numbers import Duration
from repatria.claims.words.patterns import compiled
from repatria.claims.words.stretches import clause, segment_of
from repatria.claims.words.tagging import Match, Sentence
from repatria.history import Exchange


def find(scene: Scene) -> Iterator[Found]:
    """Give every claim of size among exchanges, judged."""
    for sentence in scene.sentences:
        yield from _in_sentence(sentence, scene)
        yield from _by_comparison(sentence, scene)
        yield from _in_words(sentence, scene)


def _in_sentence(sentence: Sentence, scene: Scene) -> Iterator[Found]:
    for m in sentence.find(r"[GU]"):
        at = m.match.start()
        if sentence.atoms[at].text == "record" and not _record_of_size(sentence, at):
            continue  # "the record shows otherwise"
        segment = segment_of(sentence, at)
        after = sentence.tags[at + 1 : segment.stop]
        before = sentence.tags[max(segment.start, at - 4) : at]
        if not any(tag in after[:5] + before for tag in "xYCswid") and "x" not in sentence.tags[: segment.stop]:
            continue
        last = _end_of_rank(sentence, at, segment)
        scope = _scope(sentence, at, last, scene)
        standing = _standing(sentence, at, last, scene)
        rows = standing or _ranked(scene.focus(sentence, at), scope, scene)
        start, end = sentence.span(at, last)
        value = {"since": str(scope) if scope else "war", "one_of": sentence.tags[at] == "U"}
        nth = sentence.atoms[at - 1].value if sentence.tags[at - 1 : at] == "o" else 1
        if isinstance(nth, int) and nth > 1:
            judgement = judge.nth_largest(nth, rows, scope, scene)
        else:
            judgement = judge.largest(rows, scope, sentence.tags[at] == "U", scene, bool(standing))
        yield Found("largest_since", start, end, value, judgement, sentence.index)


def _standing(sentence: Sentence, at: int, last: int, scene: Scene) -> Sequence[Exchange]:
    """ "The largest so far *remains* that of 31 December": the exchange told of behind, where one is."""
    around = clause(sentence, at)
    words = " ".join(a.text for a in sentence.atoms[around.start : around.stop])
    if not says(words, time_words.STANDS):
        return ()
    days = [rows for where, rows in scene.anchors(sentence) if where > at and where in around]
    return days[-1] if days else ()


def _record_of_size(sentence: Sentence, at: int) -> bool:
    """ "A record exchange", "the record for a single day"."""
    following = [a.text for a in sentence.atoms[at + 1 : at + 2]]
    return sentence.tags[at + 1 : at + 2] in ("x", "p", "m", "n") or following == ["for"]


# No bigger exchange since August; such a one there has not been; bigger than any other; never were so many freed
_COMPARED = (
    r"N[^;.ND]{0,9}D[_xpYCwsduieh]{0,12}",
    r"D[_xp]{1,4}[^;.ND]{0,9}N[_eYCwsdxh]{0,8}",
    r"D_{0,2}[xiIYCw][_YCwsdxSA]{0,7}",
    # it surpassed all that had been before it in the war; as many as on that day have never been let go
    r"D[,?_r]{1,8}[wY]",
    r"D,[^;.ND]{1,10}N_{0,2}",
)


def _by_comparison(sentence: Sentence, scene: Scene) -> Iterator[Found]:
    taken: set[int] = set()
    for pattern in _COMPARED:
        for m in sentence.find(pattern):
            where = set(range(m.match.start(), m.match.end()))
            if where & taken or not any(tag in sentence.tags for tag in "xXwYC"):
                continue
            taken |= where
            last = m.match.end() - 1
            while last > m.match.start() and sentence.tags[last] == "_":
                last -= 1
            yield _compared(sentence, m.match.start(), last, scene)


def _compared(sentence: Sentence, first: int, last: int, scene: Scene) -> Found:
    scope = _scope(sentence, first, last, scene) or _scope(sentence, _since_before(sentence, first), first, scene)
    start, end = sentence.span(first, last)
    rows = _ranked(scene.focus(sentence, first), scope, scene)
    value = {"since": str(scope) if scope else "war", "one_of": False}
    return Found("largest_since", start, end, value, judge.largest(rows, scope, False, scene), sentence.index)


def _since_before(sentence: Sentence, first: int) -> int:
    """ "*Since the start of 2023* there had been no larger one": where the clause says since when."""
    ahead = compiled(r"s_{0,3}d[^.;d]*$").search(sentence.tags, 0, first)
    return ahead.start() if ahead else first


def _in_words(sentence: Sentence, scene: Scene) -> Iterator[Found]:
    """ "Never have so many come home", "no swap was on this scale", "it dwarfs all before it"."""
    if not set(sentence.tags) & set("xXpmcvgr"):
        return
    for m in sentence.find(r"[^.;]+"):
        words = " ".join(a.text for a in m.atoms if a.tag != ",")
        size = says(words, time_words.SIZED) or says(words, time_words.OF_THIS_SIZE)
        none = "N" in m.match.group() and size and not says(words, time_words.NO_MORE)
        above = says(words, time_words.UNMATCHED) and bool(set(m.match.group()) & set("xwYCP"))
        if (none or above) and not _dated_size(m, words):
            first, last = _ranking_words(m)
            yield _compared(sentence, first, last, scene)


def _dated_size(m: Match, words: str) -> bool:
    """ "None of this size since May" looks back to May's: a claim of "first since"."""
    return bool(compiled("s_{0,3}d").search(m.match.group())) and not (
        says(words, time_words.SIZED) or says(words, time_words.UNMATCHED)
    )


def _ranking_words(m: Match) -> tuple[int, int]:
    """From the first to the last atom of a clause that says of no other, of the size, or since when."""
    told = [at for at in range(m.match.start(), m.match.end()) if _ranks(m.sentence, at)]
    return (told[0], told[-1]) if told else (m.match.start(), m.match.end() - 1)


def _ranks(sentence: Sentence, at: int) -> bool:
    near = " ".join(a.text for a in sentence.atoms[at : at + 5] if a.tag != ",")
    pair = " ".join(near.split()[:2])
    phrase = " ".join(near.split()[:4])
    told = (time_words.SIZED, time_words.OF_THIS_SIZE)
    since = sentence.tags[at] == "d" and "s" in sentence.tags[max(0, at - 4) : at]
    above = says(phrase, time_words.UNMATCHED)
    return sentence.tags[at] in "NDwYCG" or since or above or any(says(pair, words) for words in told)


def _ranked(rows: Sequence[Exchange], scope: Period | None, scene: Scene) -> Sequence[Exchange]:
    """The exchange that is ranked: "the largest since 17 October" does not speak of that day's own."""
    return scene.main if scope and any(e.date.earliest < scope.first for e in rows) else rows


def _end_of_rank(sentence: Sentence, at: int, segment: range) -> int:
    last = at
    for i in range(at + 1, min(segment.stop, at + 9)):
        if sentence.tags[i] in "xYCswiduop" or (sentence.tags[i] == "_" and i + 1 < segment.stop):
            if sentence.tags[i] != "_":
                last = i
        else:
            break
    return last


def _scope(sentence: Sentence, at: int, last: int, scene: Scene) -> Period | None:
    """Since when: a date, this year, "recent months"; None for the whole conflict."""
    for i in range(at, last + 1):
        atom = sentence.atoms[i]
        if atom.tag == "d" and "s" in sentence.tags[at:i]:
            return _after(scene.place(atom.value), " ".join(a.text for a in sentence.atoms[at:i]))
        if atom.tag == "d" and _whole_month(atom.value):
            return scene.place(atom.value)
        if atom.tag == "u" and isinstance(atom.value, Duration) and atom.value.unit != "day":
            first = scene.as_of - timedelta(days=round(atom.value.in_months * 30.44))
            return Period(first, first)
        if atom.tag == "Y" and atom.value == "year":
            first = scene.as_of.replace(month=1, day=1)
            return Period(first, first)
        if atom.tag == "i":
            first = scene.as_of - timedelta(days=RECENT_MONTHS)
            return Period(first, first)
    return None


def _whole_month(said: object) -> bool:
    """ "The largest *in November*", "*of 2024*"."""
    return isinstance(said, Said) and said.day is None and not said.back and not (said.weekday or said.holiday)


def _after(period: Period | None, words: str) -> Period | None:
    """Since a day: its exchange was larger and is no rival; "since the start of" counts it in."""
    if period is None:
        return None
    first = period.first if says(words, time_words.BEGINNING) else period.last + timedelta(days=1)
    return Period(first, first)


# "In recent months" is taken as half a year.
RECENT_MONTHS = 183
