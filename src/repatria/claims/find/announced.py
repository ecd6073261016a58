"""Finds when an exchange was agreed or announced, and judges it."""

from collections.abc import Iterator, Sequence

from repatria.claims.claim import Found, Judgement
from repatria.claims.judge.dates import judge_announced
from repatria.claims.scene.looking_back import TWO_SENSES
from repatria.claims.scene.reported import RECENT
from repatria.claims.scene.scene import Scene
from repatria.claims.words.dates import Period
from repatria.claims.words.languages import time_words
from repatria.claims.words.languages.time_words import says
from repatria.claims.words.patterns import compiled
from repatria.claims.words.tagging import Match, Sentence
from repatria.history import Exchange

_ANNOUNCED = (
    r"z[_lKi]{0,4}d",
    # the announcement of the exchange had come out on 7 December
    r"z_{1,2}x[_oi]{0,4}d",
    # they had agreed in Switzerland, in September, to ...
    r"Z_{0,2}[SL],_{0,2}d",
    r"[lZ][_tLSxlZri]{0,5}[_i]{0,2}d",
    r"d[_,r]{0,4}[zZ]l?",
    r"l[_SK]{0,2}y_{0,2}d",
    r"K[_yz]{0,2}l[_i]{0,2}d",
)
# An agreement, a day, and in between or around them a word that says it was made, told or made public.
_BESIDE = (
    r"d[^.;,dexXFvgn\-]{0,14}l[^.;,dexXF\-]{0,3}",
    r"l[^.;dexXF?]{0,8}d[^.;,dexXF]{0,3}",
    r"l,?\?[^.;dexXF,]{0,8}d",
)
_NEWS = (r"_[_,OlSAZ]{1,5}v?_{0,2}d", r"_O?[_OxvpnmSA]{1,6}v_{0,2}d")
# They announced on that day their intention to let people go; he was the first to speak of it on that day.
_PLANNED = (r"[yz][_i]{0,4}d", r"d[_,ri]{0,4}[yz]")
_FIRST_TOLD = (r"[^.;,d]{1,12}d",)


def _candidates(sentence: Sentence) -> Iterator[Match]:
    if "d" not in sentence.tags:
        return
    for pattern in _ANNOUNCED:
        yield from (m for m in sentence.find(pattern) if not _of_exchange(m))
    for pattern in _BESIDE:
        yield from (m for m in sentence.find(pattern) if _made_known(m) and not _of_exchange(m))
    for pattern in _NEWS:
        yield from (m for m in sentence.find(pattern) if says(_words(m), time_words.NEWS) and not _of_exchange(m))
    for pattern in _PLANNED:
        yield from (m for m in sentence.find(pattern) if _planned(m))
    for pattern in _FIRST_TOLD:
        yield from (m for m in sentence.find(pattern) if says(_words(m), time_words.FIRST_TOLD))


def _planned(m: Match) -> bool:
    """An intention to let people go is told of in the clause, and nothing that was done."""
    clause = [a for a in m.sentence.atoms if a.end <= m.span[0]][-12:]
    told = says(" ".join(a.text for a in clause), time_words.INTENDED)
    return told and bool({a.tag for a in clause} & set("xvgX"))


def _words(m: Match) -> str:
    return " ".join(a.text for a in m.atoms)


def _made_known(m: Match) -> bool:
    told = set(m.match.group()) & set("zZy") or says(_words(m), time_words.MADE_KNOWN)
    return bool(told) and not says(_words(m), time_words.PUT_INTO_EFFECT)


def _of_exchange(m: Match) -> bool:
    """ "Announced after Monday's swap", "the deal was put into effect on Thursday": a day of the exchange."""
    at = next(i for i in range(m.match.end() - 1, m.match.start() - 1, -1) if m.sentence.tags[i] == "d")
    possessor = bool(compiled(r"d_?x").match(m.sentence.tags, at)) and at == m.match.end() - 1
    around = m.sentence.atoms[max(0, m.match.start() - 2) : m.match.end()]
    done = says(" ".join(a.text for a in around), time_words.PUT_INTO_EFFECT)
    return possessor or done or _no_agreement(m)


def _no_agreement(m: Match) -> bool:
    """ "The buses reached Chernihiv", "it was concluded on Sunday with 303": another sense."""
    if not any(a.text in TWO_SENSES for a in m.all("Z")):
        return False
    tags = m.sentence.tags
    clause = compiled("[^.;,]*").match(tags, tags.rfind(",", 0, m.match.start()) + 1).group()
    return not set(clause) & set("ltxr?") or ("n" in clause and not set(tags) & set("ltx"))


def find(sentence: Sentence, scene: Scene) -> Iterator[Found]:
    """Give every claim of a sentence about the day of an agreement or announcement, judged."""
    taken: set[int] = set()
    for m in _candidates(sentence):
        where = set(range(m.match.start(), m.match.end()))
        dated = next((a for a in m.atoms if a.tag == "d"), None)
        period = scene.place(dated.value) if dated else None
        if where & taken or period is None or _of_series_before(sentence, m.match.start()):
            continue
        if dated is not None and on_the_day(sentence, dated.value, scene):
            continue
        taken |= where
        start, end = m.span
        judgement = _judged(period, scene.focus(sentence, m.match.start()), scene)
        yield Found("date_announced", start, end, str(period), judgement, sentence.index)


def on_the_day(sentence: Sentence, said: object, scene: Scene) -> bool:
    """ "Three airmen were flown back, the ministry announced on Saturday": the day of the exchange."""
    announced = set(sentence.tags) & set("lZt") or compiled("d[^.;]{0,12}x").search(sentence.tags)
    if announced or not set(sentence.tags) & set("vgX"):
        return False
    period = scene.place(said)
    rows = [e for e in scene.main if period and period.exact and e.date.earliest == period.first]
    return bool(rows) and period is not None and judge_announced(period, rows).verdict != "true"


def _judged(period: Period, rows: Sequence[Exchange], scene: Scene) -> Judgement:
    """By the exchange told of; where the record has no such day for it, by one that was agreed on that day."""
    judgement = judge_announced(period, rows)
    if judgement.verdict != "unknown":
        return judgement
    soon = [e for e in scene.history or () if period.first <= e.until <= period.last + RECENT]
    others = [judge_announced(period, [e]) for e in soon]
    return next((one for one in others if one.verdict == "true"), judgement)


def _of_series_before(sentence: Sentence, at: int) -> bool:
    """ "the last of nine stages agreed in Istanbul at the start of June" tells of another exchange."""
    return previous_told(sentence.tags[:at]) or bool(
        compiled("s(?!_?[lt])").search(sentence.tags[max(0, at - 12) : at + 1])
    )


def previous_told(tags: str) -> bool:
    """Is an exchange before this one spoken of, and not "the third and last stage"?"""
    return bool(compiled("(?<![on]_?,?&?_?)P(?!,?O)").search(tags))
