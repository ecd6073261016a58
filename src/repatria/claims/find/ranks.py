"""Finds "first since", "the previous exchange was on", "largest since", and judges them by the history."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from repatria.claims.claim import Found
from repatria.claims.find import gaps
from repatria.claims.judge.ranks import judge_length, judge_since, judge_since_event
from repatria.claims.scene.scene import Scene
from repatria.claims.scene.speech import speeches
from repatria.claims.words.dates import Period, Said
from repatria.claims.words.numbers import Duration
from repatria.claims.words.patterns import compiled
from repatria.claims.words.stretches import clause
from repatria.claims.words.tagging import Match, Sentence
from repatria.claims.words.tags import Atom
from repatria.history import Exchange

# What may stand between "the first" and "since": the exchange, and what is said of it.
_FIRST = (
    r"(?<first>o)(?:S&S|[^.;,&dounNKys]){0,8}s_{0,2}(?<since>d)",
    # the first since a plane came down on 24 January
    r"(?<first>o)[^.;,&dounNKysS]{0,6}(?<event>s)[^.;,Kydu]{1,14}(?<since>d)",
    r"(?<first>o)[_xpXQevM]{0,6}\??[s_][_P]{0,2}(?<length>u)",
    r"(?<length>u)[_s]{0,2}(?<pause>I)",
    r"(?<pause>I)[_sxe,?]{0,5}(?<length>u)",
    # no prisoner has come back since October
    r"N_{0,2}[xp][_sYveX]{0,6}s_{0,2}(?<since>d)",
    r"N_?s_{0,2}(?<since>d)(?=[^.;]*[xXpv])",
    # no exchange for four months
    r"xN[_e]{0,2}(?<length>u)",
    # the pause has lasted since August; such an exchange there had not been since April
    r"(?<pause>I)[_exp]{0,5}s_{0,2}(?<since>d)",
    # since that day no other exchanges have been held
    r"s_?(?<then>i)_?xN[_e]?",
    # the one before was on 2 October, so only four months have passed
    r"(?<=P[^;.]*d[,_?\-]{0,4})[Ne&]_?e?_{0,3}(?<length>u)",
    # there had been none since 31 January; від 24 серпня обмінів не було
    r"(?<none>N)_{0,2}s_{0,2}(?<since>d)",
)
# What may stand between "the previous one" and its day.
_TO_ITS_DAY = r"(?:S&S|sq|ex|[_,?ioSAeYvgXFnpmErchzPkBHaQ\x22\-])"
_PREVIOUS = (
    # The last exchange, in October, ...; the previous swap took place on ...; آخر تبادل جرى في ...
    rf"(?<prev>P)[_xSAi]{{0,5}}(,?ox?|x)?{_TO_ITS_DAY}{{0,12}}(?<since>d)",
    # the latest exchange before Thursday's was on 2 October; before Friday the last one was that of 24 August
    rf"(?<prev>P)[_x]{{0,3}}[P_s]d{_TO_ITS_DAY}{{0,6}}(?<since>d)",
    # The previous deal of this kind: 2 October
    r"(?<prev>P)[_xli]{0,4};_{0,2}(?<since>d)",
    # only 17 days have passed since the previous exchange (in the order of the other languages)
    r"x?(?<prev>P)_?x?[_eTN]{0,4}(?<length>u)(?!_?I)(?:[_s]{1,3}x[_eX]{0,3}(?<since>d))?",
    r"(?<prev>P)x?[_eTNQr]{0,5}(?<length>i)(?=_?[.,;]|$)",
    # one month to the day after the previous one
    r"(?<length>u)[_uidserQ]{0,5}x?(?<prev>P)",
    # the 71st had taken place a month earlier, on 5 February; the 70th was on 2 October
    r"(?<prev>o)x?[_ve]{1,3}[,_]{0,2}(?<since>d)(,_{0,2}d)?(?!_?x)",
    # exactly a month earlier, on 19 March, the previous swap; on 13 October, in the one before it
    r"(?<since>d),?[_eX]{0,3}x?(?<prev>P)(?=_?[xreQ,.;])",
    # the exchange of 2 October was the last
    r"x_?(?<since>d)[_r]{0,3}(?<prev>P)",
    r"(?<since>d)x[_r]{0,3}(?<prev>P)",
    # number seventy-one had come on 5 February
    r"H(?<prev>n)[_ve]{1,3}(?<since>d)(?!_?x)",
    # that is, about four months ago
    r"(?<=[Ps][^.;]*d[,_?\-]{0,5})(?<ago>d)",
)


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
    for pattern in (*_FIRST, *_PREVIOUS):
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
    if none is not None and none.text not in _NONE:
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
        return _of_before(m, scene) and _singular(m, scene) and not farther_back(m.sentence, m.match.start(), scene)
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


def _of_before(m: Match, scene: Scene) -> bool:
    named = [_atom(m, name) for name in ("since", "ago") if m.match.groupdict().get(name)]
    return all(looks_back(atom.value, scene) for atom in named if atom is not None)


def looks_back(said: object, scene: Scene) -> bool:
    """Does a day lie before the exchange that is reported?"""
    period = scene.place(said)
    return period is None or not scene.main or period.first < scene.main[0].date.earliest


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


# What says that there was no exchange at all, without the word.
_NONE = {
    "none", "no one", "nothing of the kind", "nothing of the sort", "nothing like it", "nothing similar",
    "жодного", "нічого подібного", "такого не було", "такого не бувало",
    "такого не было", "такого не бывало", "ни одного", "ничего подобного", "لم يحدث مثلها", "لم يسبق",
}  # fmt: skip


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


_BEFORE_THAT = (
    "before that",
    "before it",
    "قبلها",
    "وقبلها",
    "قبل ذلك",
    "وقبل ذلك",
    "до того",
    "до этого",
    "перед тим",
)


def farther_back(sentence: Sentence, at: int, scene: Scene) -> bool:
    """ "The previous swap was on 8 January. *Before that*, on 31 December": another step back, no rank."""
    before = scene.sentences[max(0, sentence.index - 2) : sentence.index]
    opens = sentence.atoms[at].text.startswith(_BEFORE_THAT) and at < 2
    return opens and any("P" in s.tags and "d" in s.tags for s in before)


def _ranked(m: Match, scene: Scene) -> Sequence[Exchange]:
    """ "*The exchange of 31 January* had been the first since ...": an older one may be ranked."""
    subject = compiled(r"x_?(?<day>d)[_,re]{0,4}$").search(m.sentence.tags[: m.match.start()])
    rows = dict(scene.anchors(m.sentence)).get(subject.start("day"), ()) if subject else ()
    return rows or scene.main


_POINTING = frozenset(
    "it that this він це то той она оно он это то тот كان كانت وكان وكانت ذلك تلك وهي وهو هي هو".split()
)


def _pointed_at(m: Match, scene: Scene) -> Sequence[Exchange]:
    """ "40 soldiers came home on Friday. *It* was the first since ...": the exchange the sentence before dated."""
    index = m.sentence.index
    opens = any(a.text in _POINTING for a in m.sentence.atoms[:2])
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


def _singular(m: Match, scene: Scene) -> bool:
    """ "Previous exchanges of this year took place on ..." is a list, not a claim of rank."""
    prev = m.atom("prev")
    if prev is None or prev.tag in "on":
        return _number_before(getattr(prev, "value", None), scene)
    following = m.sentence.atoms[m.sentence.atoms.index(prev) + 1 :][:1]
    if following and following[0].tag == "n" and getattr(following[0].value, "n", None) != 1:
        return False  # "the last 20 walked out on Monday"
    return not prev.text.endswith(("ие", "их", "ые", "ых", "ні", "ніх"))


def _number_before(value: object, scene: Scene) -> bool:
    """ "*The 70th* was on 2 October": the number just before that of the exchange reported, in Kyiv's count."""
    n = getattr(value, "n", value)
    numbers = {e.number_by("UKR") for e in scene.main}
    before = scene.history.first_since(scene.main[0]).previous if scene.main and scene.history else None
    return isinstance(n, int) and (n + 1 in numbers or (before is not None and n == before.number_by("UKR")))


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
