"""Finds who mediated, and judges it: the record's mediators, the talks' host, or "nobody was named"."""

from collections.abc import Iterator, Sequence

from repatria.claims.claim import Found
from repatria.claims.find import mediator_signs as signs
from repatria.claims.judge import mediators as judge
from repatria.claims.scene.scene import Scene
from repatria.claims.words.languages import mediating
from repatria.claims.words.languages.time_words import says
from repatria.claims.words.patterns import compiled
from repatria.claims.words.stretches import segment_of
from repatria.claims.words.tagging import Match, Sentence

LEAST_RUNNING_TOTAL = 1000
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
    for who, first, last in (*signs.roles(sentence, scene), *signs.told_by_pronoun(sentence, mediator, scene)):
        counted_on = who == mediator and set(signs.rest(sentence, first)) & set("CTY")
        if counted_on or set(range(first, last + 1)) & taken:
            continue
        taken |= set(range(first, last + 1))
        mediator[:] = who
        start, end = sentence.span(first, last)
        yield Found("mediator", start, end, who, judge.judged(who, scene.focus(sentence, first)), sentence.index)


def _found(m: Match, before: list[str], scene: Scene) -> Found | None:
    groups = m.match.groupdict()
    if groups.get("listed") and not _listed(m):
        return None
    mission = m.atom("mission") if groups.get("mission") else None
    if mission is not None and not mission.text.startswith(("mission", "посередн", "посредн")):
        return None
    word = m.atom("word") if groups.get("word") else None
    after_word = m.sentence.tags[m.match.end("word") :] if groups.get("word") is not None else ""
    at = m.match.start("word") if groups.get("word") is not None else 0
    if word is not None and groups.get("none") and not groups.get("who") and not signs.is_mediator(word):
        return None  # "nothing like it had been arranged"
    counted = signs.is_counted(m.sentence, at) if word is not None else False
    counted = counted or bool(compiled("S?o|_?n_?x").match(after_word))
    counted = counted or bool(compiled("o[_ASx]{0,2}$").search(m.sentence.tags[:at]))
    if word is not None and not groups.get("none") and (_of_running_total(word.text, m) or _of_care(m, at)):
        return None
    if counted:  # "the nineteenth mediation of ..." counts mediations
        return None
    who = _names(m, scene)
    rows = scene.focus(m.sentence, m.match.start())
    start, end = m.span
    index = m.sentence.index
    if groups.get("none"):
        if who:
            value: object = {"not": who}
            return Found("mediator", start, end, value, judge.judged_not(who, rows), index)
        if groups.get("who"):
            return None  # it was a side that did not
        return Found("mediator", start, end, [], judge.judged_none(rows), index)
    if not who:
        return None
    if who == before and set(m.sentence.tags) & set("CTY"):
        return None  # named before; here its mediations or their people are counted
    before[:] = who
    return Found("mediator", start, end, who, judge.judged(who, rows), index)


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
    noun = noun or "وساط" in word
    segment = segment_of(m.sentence, m.match.end() - 1)
    near = m.sentence.atoms[segment.start : segment.stop]
    return noun and any((getattr(a.value, "n", None) or 0) >= LEAST_RUNNING_TOTAL for a in near)


def _names(m: Match, scene: Scene) -> list[str]:
    """The states and bodies named in the match, in the order of their names."""
    named = [i for i in range(m.match.start(), m.match.end()) if m.sentence.tags[i] in "SKA"]
    codes = [signs.outsider(m.sentence.atoms[i], scene) for i in named if not _begins_clause(m.sentence, i)]
    return list(dict.fromkeys(code for code in codes if code))


def _begins_clause(sentence: Sentence, at: int) -> bool:
    """ "By mediation of the Emirates, and *was* Belarus the first stop": a verb divides the two names."""
    before = sentence.atoms[at - 1] if at else None
    return before is not None and before.tag == "_" and says(before.text, mediating.VERBS_OF_BEING)


def _nobody(sentence: Sentence, taken: set[int], scene: Scene) -> Iterator[Found]:
    """ "The names of the mediators, if there were any, are not disclosed": a mediator and a "not" in one clause."""
    for first, last in (*signs.denied(sentence, scene), *signs.not_named(sentence)):
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
