"""Finds "largest since", "one of the largest", and judges them by the history."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from repatria.claims.claim import Found
from repatria.claims.find.gaps import of_war
from repatria.claims.judge import largest as judge
from repatria.claims.scene.looking_back import of_then
from repatria.claims.scene.scene import Scene
from repatria.claims.words.dates import Period, Said
from repatria.claims.words.languages import size_words, time_words
from repatria.claims.words.languages.time_words import says
from repatria.claims.words.numbers import Duration
from repatria.claims.words.patterns import compiled
from repatria.claims.words.stretches import clause, segment_of
from repatria.claims.words.tagging import Match, Sentence
from repatria.history import Exchange

Rows = Sequence[Exchange]


def find(scene: Scene) -> Iterator[Found]:
    """Give every claim of size among exchanges, judged."""
    for sentence in scene.sentences:
        yield from _in_sentence(sentence, scene)
        yield from _in_words(sentence, scene)


def _in_sentence(sentence: Sentence, scene: Scene) -> Iterator[Found]:
    """ "The largest exchange of the war", "one of the biggest", "a record"."""
    for m in sentence.find(r"[GU]"):
        at = m.match.start()
        if sentence.atoms[at].text == "record" and not _record_of_size(sentence, at):
            continue  # "the record shows otherwise"
        segment = segment_of(sentence, at)
        after = sentence.tags[at + 1 : segment.stop]
        before = sentence.tags[max(segment.start, at - 4) : at]
        words = " ".join(a.text for a in sentence.atoms[at + 1 : min(at + 4, segment.stop)])
        told = any(tag in after[:5] + before for tag in "xYCswiud") or says(words, size_words.ALL_OTHERS)
        if not told and "x" not in sentence.tags[: segment.stop]:
            continue
        last = _end_of_rank(sentence, at, segment)
        scope = _scope(sentence, at, last, scene)
        standing = _standing(sentence, at, last, scene)
        claim = _Claim(at, last, scope, one_of=_one_of(sentence, at), nth=_nth(sentence, at))
        candidates = [standing] if standing else _rows(sentence, claim, scene)
        yield _judged(sentence, claim, candidates, scene, bool(standing))


@dataclass(frozen=True, slots=True)
class _Claim:
    """A rank by size: its first and last atom, the time it is said of, which rank."""

    first: int
    last: int
    scope: Period | None
    one_of: bool = False
    nth: int = 1


def _judged(
    sentence: Sentence, claim: _Claim, candidates: Sequence[Rows], scene: Scene, still: bool = False
) -> Found:
    """The claim, judged by the exchange of `candidates` that it is true of, else by the first."""
    told = []
    for rows in candidates:
        if claim.nth > 1:
            told.append(judge.nth_largest(claim.nth, rows, claim.scope, scene))
        else:
            told.append(judge.largest(rows, claim.scope, claim.one_of, scene, still))
    judgement = next((one for one in told if one.verdict == "true"), told[0])
    value = {"since": str(claim.scope) if claim.scope else "war", "one_of": claim.one_of}
    start, end = sentence.span(claim.first, claim.last)
    return Found("largest_since", start, end, value, judgement, sentence.index)


def _rows(sentence: Sentence, claim: _Claim, scene: Scene) -> list[Rows]:
    """The exchanges that may be ranked: the one reported first, where the sentence dates no other."""
    focus = _ranked(scene.focus(sentence, claim.first), claim.scope, scene)
    if scene.anchors(sentence) or of_then(sentence) or not scene.main:
        return [focus]
    return [scene.main, focus]


def _one_of(sentence: Sentence, at: int) -> bool:
    """ "*One of the* largest", "*among the* biggest"."""
    before = " ".join(a.text for a in sentence.atoms[max(0, at - 3) : at + 1])
    return sentence.tags[at] == "U" or says(before, size_words.ONE_OF)


def _nth(sentence: Sentence, at: int) -> int:
    """ "The *second* largest"."""
    before = sentence.atoms[at - 1] if at else None
    if before is not None and before.text == "-":
        before = sentence.atoms[at - 2]
    n = before.value if before is not None and before.tag == "o" else 1
    return n if isinstance(n, int) else 1


def _standing(sentence: Sentence, at: int, last: int, scene: Scene) -> Rows:
    """ "The largest so far *remains* that of 31 December": the exchange told of behind, where one is."""
    around = clause(sentence, at)
    words = " ".join(a.text for a in sentence.atoms[around.start : around.stop])
    if not says(words, size_words.STANDS):
        return ()
    days = [rows for where, rows in scene.anchors(sentence) if where > at and where in around]
    return days[-1] if days else ()


def _record_of_size(sentence: Sentence, at: int) -> bool:
    """ "A record exchange", "the record for a single day", "it set a record", "the record still belongs to"."""
    before = " ".join(a.text for a in sentence.atoms[max(0, at - 3) : at])
    behind = " ".join(a.text for a in sentence.atoms[at + 1 : at + 5])
    noun = sentence.tags[at + 1 : at + 2]
    held = says(behind, size_words.STANDS) or says(before, size_words.RECORD_SET)
    return noun in tuple("xpmnYCs") or behind.startswith("for ") or held


def _in_words(sentence: Sentence, scene: Scene) -> Iterator[Found]:
    """ "Never have so many come home", "no swap was on this scale", "it dwarfs all before it"."""
    if not set(sentence.tags) & set("xXpmcvgrwYCD"):
        return
    for m in sentence.find(r"[^.;]+"):
        words = " ".join(a.text for a in m.atoms if a.tag != ",")
        if _sized(m, words) and (found := _but_one(m, words, scene)):
            yield found
            continue
        nth = _larger_ones(words) + 1 if _sized(m, words) else 1
        if (nth > 1 or _unmatched(m, words)) and not _dated_size(m, words):
            yield _compared(m, nth, scene)


def _sized(m: Match, words: str) -> bool:
    return "D" in m.match.group() or says(words, size_words.SIZED) or says(words, size_words.OF_THIS_SIZE)


def _larger_ones(words: str) -> int:
    """ "*Only once* have more people been freed": how many were larger."""
    return 1 if says(words, size_words.ONLY_ONCE) else 2 if says(words, size_words.ONLY_TWICE) else 0


def _but_one(m: Match, words: str, scene: Scene) -> Found | None:
    """ "*Only the exchange of May* was larger"."""
    day = next((a for a in m.atoms if a.tag == "d"), None)
    period = scene.place(day.value) if day else None
    if period is None or not says(words, size_words.ONLY) or "N" in m.match.group():
        return None
    start, end = m.sentence.span(*_ranking_words(m))
    value = {"since": "war", "one_of": False, "but": str(period)}
    judgement = judge.larger_only(period, scene.main, scene)
    return Found("largest_since", start, end, value, judgement, m.sentence.index)


def _unmatched(m: Match, words: str) -> bool:
    """Is none said to be so large, or this one to be above all others?"""
    tags = m.match.group()
    if "N" in tags and _sized(m, words):
        return not says(words, size_words.NO_MORE)
    others = bool(set(tags) & set("xwYCP")) or says(words, size_words.ALL_OTHERS)
    larger = bool(compiled("D_{0,2}[xiIYCwr]|D[,?_r]{1,8}[wY]").search(tags))
    return others and (says(words, size_words.UNMATCHED) or larger)


def _compared(m: Match, nth: int, scene: Scene) -> Found:
    first, last = _ranking_words(m)
    sentence = m.sentence
    scope = _scope(sentence, first, last, scene) or _scope(sentence, _since_before(sentence, first), first, scene)
    claim = _Claim(first, last, scope, nth=nth)
    return _judged(sentence, claim, _rows(sentence, claim, scene), scene)


def _since_before(sentence: Sentence, first: int) -> int:
    """ "*Since the start of 2023* there had been no larger one": where the clause says since when."""
    ahead = compiled(r"s_{0,3}d[^.;d]*$").search(sentence.tags, 0, first)
    return ahead.start() if ahead else first


def _dated_size(m: Match, words: str) -> bool:
    """ "None of this size since May" looks back to May's: a claim of "first since"."""
    sized = "D" in m.match.group() or says(words, size_words.SIZED) or says(words, size_words.UNMATCHED)
    since = compiled("s_{0,3}(?<day>d)").search(m.match.group())
    day = m.sentence.atoms[m.match.start() + since.start("day")].value if since else None
    return since is not None and not sized and not of_war(day)


def _ranking_words(m: Match) -> tuple[int, int]:
    """From the first to the last atom of a clause that says of no other, of the size, or since when."""
    told = [at for at in range(m.match.start(), m.match.end()) if _ranks(m.sentence, at)]
    return (told[0], told[-1]) if told else (m.match.start(), m.match.end() - 1)


def _ranks(sentence: Sentence, at: int) -> bool:
    near = " ".join(a.text for a in sentence.atoms[at : at + 5] if a.tag != ",")
    pair = " ".join(near.split()[:2])
    phrase = " ".join(near.split()[:4])
    told = (size_words.SIZED, size_words.OF_THIS_SIZE)
    since = sentence.tags[at] == "d" and "s" in sentence.tags[max(0, at - 4) : at]
    above = says(phrase, size_words.UNMATCHED)
    return sentence.tags[at] in "NDwYCG" or since or above or any(says(pair, words) for words in told)


def _ranked(rows: Sequence[Exchange], scope: Period | None, scene: Scene) -> Sequence[Exchange]:
    """The exchange that is ranked: "the largest since 17 October" does not speak of that day's own."""
    return scene.main if scope and any(e.date.earliest < scope.first for e in rows) else rows


def _end_of_rank(sentence: Sentence, at: int, segment: range) -> int:
    last = at
    aside = compiled(r"[GU][_xp]{0,4},[_npmck]{1,5},_?s_{0,2}d").match(sentence.tags, at)
    if aside:
        return int(aside.end()) - 1  # "the biggest, at 222 people, since 21 September"
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
