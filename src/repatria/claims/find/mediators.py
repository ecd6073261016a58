"""Finds who mediated, and judges it: the record's mediators, the talks' host, or "nobody was named"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from repatria.claims.claim import Found, Judgement
from repatria.claims.find import mediator_denials as denials
from repatria.claims.find import mediator_signs as signs
from repatria.claims.find.mediator_acts import Act, acts, thanked
from repatria.claims.judge import mediators as judge
from repatria.claims.scene.days import likened
from repatria.claims.scene.scene import Scene
from repatria.claims.words.languages import mediating
from repatria.claims.words.languages.time_words import says
from repatria.claims.words.patterns import compiled
from repatria.claims.words.stretches import clause, segment_of, stretch
from repatria.claims.words.tagging import Match, Sentence
from repatria.history import Exchange
from repatria.i18n import _

LEAST_RUNNING_TOTAL = 1000
LONGEST_MONTH = 31
_NAME = "[SKA]"
# How a further name may be joined to a list: "and", a comma, "together with"; Arabic writes "and" onto the name.
_JOIN = "(?:_{0,2}[,&T]{1,2}[_T]{0,3}|)"
_LIST = f"{_NAME}(?:{_JOIN}{_NAME})*"
_PATTERNS = (
    # the Emirates, which keep count of their mediations, did not claim this one
    rf"(?<who>{_NAME}),[?_][^;.,]{{0,5}}[Mx][^;.,]{{0,3}},[^;.,]{{0,5}}(?<none>N)N?",
    # the UAE was not mediator; of mediation by the UAE nothing was said
    rf"(?<who>{_NAME})[^;.,SKA]{{0,5}}(?<none>N)[^;.,SKA]{{0,5}}M",
    rf"M_?(?<who>{_NAME})[^;.,SKA]{{0,2}}(?<none>N)",
    rf"(?<who>{_NAME})_{{0,3}}M_{{0,2}}(?<none>N)",
    # on the list of what was brokered by the UAE, this one is not
    rf"(?<listed>M)_?(?<who>{_NAME}),[^;.,SKA]{{0,4}}(?<none>N)",
    # no third party; nothing was said of mediators
    r"(?<none>N)[_y]{0,4}(?<word>M)",
    r"(?<word>M)[_ix]{0,4},?_?(?<none>N)N?",
    # the UAE did not count it among its missions
    rf"(?<who>{_NAME})[^;.,SKA]{{0,5}}(?<none>N)[^;.,SKA]{{0,5}}(?<mission>x)",
    rf"(?<who>{_NAME})[^;.,]{{0,5}}[xM][^;.,]{{0,3}}(?<none>N)",
    # the role of mediator was played by the Emirates, which also helped ...
    rf"(?<word>M)[^;.,KSA]{{0,4}}{_NAME}(?=,[?_])",
    # the Emirati ministry announced another mission of mediation
    r"(?<who>K)y[^;.,SKn]{0,5}(?<mission>x)",
    # the Emirates, which mediated together with Washington; the UAE mediated
    rf"(?:{_NAME}{_JOIN})*(?<who>{_NAME})[^;.\-\"SKA]{{0,12}}?(?<word>M)(?!{_NAME})(?:[_,&l]{{0,4}}{_LIST})?",
    # brokered by the UAE and Turkey; mediators were the UAE, ..., and Qatar
    rf"(?<word>M)[^;.KSA]{{0,4}}{_LIST}(?:t&{_LIST})?([^;.SK]{{0,16}},&_?{_NAME}(?=[.;]))?",
    # the mediators were named in Moscow: Washington and Abu Dhabi
    rf"(?<word>M)[^.,K]{{0,7}};_?{_LIST}",
    # the UAE carried out the mediation mission, in the order of the other languages
    rf"(?<mission>x)_{{0,2}}{_NAME}",
    # without the UAE the sides would not have agreed
    rf"N_?(?<who>{_NAME})[^;.,KA]{{0,4}}NZ",
)


def find(scene: Scene) -> Iterator[Found]:
    """Give every claim about mediation, judged."""
    mediator: list[str] = []
    for sentence in scene.sentences:
        taken: set[int] = set()
        for pattern in _PATTERNS:
            for m in sentence.find(pattern):
                where = set(range(m.match.start(), m.match.end()))
                if where & taken:
                    continue
                found = _found(m, mediator, scene)
                if found:
                    taken |= where
                    yield found
        yield from _somewhere(sentence, taken, mediator, scene)
        yield from _nobody(sentence, taken, scene)
        yield from _again(sentence, taken, mediator, scene)


def _somewhere(sentence: Sentence, taken: set[int], mediator: list[str], scene: Scene) -> Iterator[Found]:
    """Who is named beside a word for what mediators do, where no pattern says how the two belong together."""
    by_pronoun = (Act(*told) for told in signs.told_by_pronoun(sentence, mediator, scene))
    for act in (*acts(sentence, scene), *by_pronoun):
        where = set(range(act.first, act.last + 1))
        counted_on = act.who == mediator and signs.counts_on(sentence, act.first, act.last)
        if counted_on or where & taken:
            continue
        taken |= where
        yield _acted(sentence, act, mediator, scene)
    thanks = None if mediator else thanked(sentence, scene)
    if thanks and not taken & set(range(thanks.first, thanks.last + 1)):
        taken |= set(range(thanks.first, thanks.last + 1))
        yield _acted(sentence, thanks, mediator, scene)


def _acted(sentence: Sentence, act: Act, mediator: list[str], scene: Scene) -> Found:
    if not act.denied:
        mediator[:] = act.who
    return _judged(act.who, sentence, range(act.first, act.last + 1), scene, denied=act.denied)


def _judged(who: Sequence[str], sentence: Sentence, words: range, scene: Scene, denied: bool = False) -> Found:
    """The claim that `who` mediated, or did not: of the exchange told of, else of another one its words date."""
    decide = partial(judge.judged_not if denied else judge.judged, who)
    judgement = decide(scene.focus(sentence, words.start))
    if judgement.verdict != "true":
        others = (decide(rows) for rows in _other_rows(sentence, words, scene))
        judgement = next((other for other in others if other.verdict == "true"), judgement)
    if judgement.verdict == "true" and not denied and _another_beside(who, sentence, words.start, judgement, scene):
        text = _("Another is named beside it, and may be meant as a mediator too.")
        judgement = replace(judgement, verdict="unknown", because=f"{text} {judgement.because}")
    value: object = {"not": list(who)} if denied else list(who)
    return Found("mediator", *sentence.span(words.start, words.stop - 1), value, judgement, sentence.index)


def _another_beside(who: Sequence[str], sentence: Sentence, at: int, judgement: Judgement, scene: Scene) -> bool:
    """ "The Emirates, whose mediation worked *together with Turkey's*": one that the record does not know."""
    around = clause(sentence, at)
    known = {*who, *(code for e in judgement.exchanges for code in e.mediators)}
    for m in compiled("&_?(?<more>[SKA])(?=[.,;&-]|$)").finditer(sentence.tags, around.start, around.stop):
        code = signs.outsider(sentence.atoms[m.start("more")], scene)
        if code and code not in known:
            return True
    return False


def _other_rows(sentence: Sentence, words: range, scene: Scene) -> Iterator[Sequence[Exchange]]:
    """The exchanges dated beside the `words`; and what "it" was told of just before."""
    for i in stretch(sentence, words.start, words.stop - 1, ",;.&-?"):
        dated = sentence.tags[i] == "d" and not likened(sentence, i)
        period = scene.place(sentence.atoms[i].value) if dated else None
        if period is not None and (period.last - period.first).days <= LONGEST_MONTH:
            yield from ([e] for e in scene.of_period(period) if e not in scene.main)
    before = scene.sentences[sentence.index - 1] if sentence.index else sentence
    if "r" in sentence.tags and not scene.anchors(sentence) and scene.anchors(before):
        yield scene.anchors(before)[-1][1]


def _found(m: Match, before: list[str], scene: Scene) -> Found | None:
    if not _tells(m):
        return None
    who, at = _names(m, scene), m.match.start()
    denied = bool(m.match.groupdict().get("none")) or _denied_inside(m) or _off_the_list(m)
    if denied and not signs.without_not(m.sentence, clause(m.sentence, at)):
        return _denial(m, who, scene)
    if not who:
        return None
    if who == before and signs.counts_on(m.sentence, at, m.match.end() - 1):
        return None  # named before; here its mediations or their people are counted
    before[:] = who
    return _judged(who, m.sentence, range(at, m.match.end()), scene)


def _tells(m: Match) -> bool:
    """Do the words tell of mediation, rather than count mediations or the people they brought home?"""
    groups = m.match.groupdict()
    if groups.get("listed") and not _listed(m):
        return False
    if groups.get("mission") and not m.sentence.atoms[m.match.start("mission")].text.startswith(_MISSIONS):
        return False
    if not groups.get("word"):
        return True
    at = m.match.start("word")
    word, none = m.sentence.atoms[at], groups.get("none")
    if none and not groups.get("who") and not signs.is_mediator(word):
        return False  # "nothing like it had been arranged"
    summed = not none and (_of_running_total(word.text, m) or _of_care(m, at))
    return not summed and not signs.is_counted(m.sentence, at)


_MISSIONS = ("mission", "посередн", "посредн")


def _denial(m: Match, who: list[str], scene: Scene) -> Found | None:
    at = m.match.start()
    if who:
        return _judged(who, m.sentence, range(at, m.match.end()), scene, denied=True)
    if m.match.groupdict().get("who"):
        return None  # it was a side that did not
    return Found("mediator", *m.span, [], judge.judged_none(scene.focus(m.sentence, at)), m.sentence.index)


def _off_the_list(m: Match) -> bool:
    """ "Absent from the list of mediations kept by the Emirates"."""
    before = " ".join(a.text for a in m.sentence.atoms[clause(m.sentence, m.match.start()).start : m.match.end()])
    return says(before, mediating.OUTSIDE) and says(before, mediating.LISTED)


def _denied_inside(m: Match) -> bool:
    """ "The Emirates do not count it among what they mediated"."""
    if not {"who", "word"} <= m.match.groupdict().keys():
        return False
    between = m.sentence.tags[m.match.start("who") : m.match.start("word")]
    return bool(compiled("N(?!_?[SKA])").search(between))


def _listed(m: Match) -> bool:
    words = " ".join(a.text for a in m.sentence.atoms[: m.match.start()])
    return says(words, mediating.LISTED)


_CARE = ("طبيه", "الطبيه", "صحيه", "الصحيه", "نفسيه", "النفسيه", "لازمه", "اللازمه")


def _of_care(m: Match, at: int) -> bool:
    """Arabic has one word for auspices and for *medical care*."""
    following = m.sentence.atoms[at + 1 : at + 2]
    return "رعايه" in m.sentence.atoms[at].text and bool(following) and following[0].text in _CARE


def _of_running_total(word: str, m: Match) -> bool:
    """ "4,955 people freed through its mediation": a sum is told, not who mediated this time."""
    noun = word.startswith(
        (
            "mediation",
            "its mediation",
            "сприян",
            "за сприян",
            "содейств",
            "при содейств",
            "при участи",
            "за участ",
            "посередництв",
            "посредничеств",
            "при посред",
            "за посеред",
        )
    )
    noun = noun or any(stem in word for stem in ("وساط", "جهود", "مساعي"))
    segment = segment_of(m.sentence, m.match.end() - 1)
    near = m.sentence.atoms[segment.start : segment.stop]
    return noun and any((getattr(a.value, "n", None) or 0) >= LEAST_RUNNING_TOTAL for a in near)


def _names(m: Match, scene: Scene) -> list[str]:
    """The states and bodies named in the match, in the order of their names."""
    named = [i for i in range(m.match.start(), m.match.end()) if m.sentence.tags[i] in "SKA"]
    named += signs.partners(m.sentence, m.match.end() - 1, scene)
    named = [i for i in named if not _begins_clause(m.sentence, i) and not signs.instead(m.sentence, i)]
    codes = [signs.outsider(m.sentence.atoms[i], scene) for i in named]
    return list(dict.fromkeys(code for code in codes if code))


def _begins_clause(sentence: Sentence, at: int) -> bool:
    """ "By mediation of the Emirates, and *was* Belarus the first stop": a verb divides the two names."""
    before = sentence.atoms[at - 1] if at else None
    acts_itself = compiled("(?<=&)[SKA][vgWXhy]").match(sentence.tags, at)  # "..., and Belarus received them"
    is_it = before is not None and before.tag == "_" and says(before.text, mediating.VERBS_OF_BEING)
    return bool(acts_itself) or is_it


def _nobody(sentence: Sentence, taken: set[int], scene: Scene) -> Iterator[Found]:
    """ "The names of the mediators, if there were any, are not disclosed": a mediator and a "not" in one clause."""
    for first, last in (*denials.denied(sentence, scene), *denials.not_named(sentence)):
        if not set(range(first, last + 1)) & taken:
            start, end = sentence.span(first, last)
            yield Found("mediator", start, end, [], judge.judged_none(scene.focus(sentence, first)), sentence.index)


def _again(sentence: Sentence, taken: set[int], before: Sequence[str], scene: Scene) -> Iterator[Found]:
    """ "As it had on 6 May": the mediator named just before, of another exchange."""
    for first, last in signs.again(sentence) if before else ():
        rows = scene.rows_of(sentence.atoms[last].value, sentence)
        if not rows or rows[0] in scene.main or set(range(first, last + 1)) & taken:
            continue
        named = [code for a in sentence.atoms[:first] if a.tag in "SKA" and (code := signs.outsider(a, scene))]
        who = list(dict.fromkeys(named)) or list(before)
        start, end = sentence.span(first, last)
        yield Found("mediator", start, end, who, judge.judged(who, rows), sentence.index)
