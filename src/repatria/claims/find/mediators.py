"""Finds who mediated, and judges it: the record's mediators, the talks' host, or "nobody was named"."""

from collections.abc import Iterator, Sequence

from repatria.claims.claim import Found, Judgement
from repatria.claims.judge import cite
from repatria.claims.scene.scene import Scene, segment_of
from repatria.claims.words.patterns import compiled
from repatria.claims.words.tagging import Match, Sentence
from repatria.claims.words.tags import Atom
from repatria.history import Exchange
from repatria.history.words import party as named
from repatria.i18n import _

LEAST_RUNNING_TOTAL = 1000
_NAME = "[SKA]"
# How a further name may be joined to a list: "and", a comma, "together with"; Arabic writes "and" onto the name.
_JOIN = "(?:_{0,2}[,&T]{1,2}[_T]{0,3}|)"
_LIST = f"{_NAME}(?:{_JOIN}{_NAME})*"
_PATTERNS = (
    # the Emirates, which keep count of their mediations, did not claim this one
    rf"(?<who>{_NAME}),[?_][^;.,]{{0,5}}M[^;.,]{{0,3}},[^;.,]{{0,5}}(?<none>N)N?",
    # the UAE was not mediator; of mediation by the UAE nothing was said
    rf"(?<who>{_NAME})[^;.,SKA]{{0,5}}(?<none>N)[^;.,SKA]{{0,5}}M",
    rf"M_?(?<who>{_NAME})[^;.,SKA]{{0,2}}(?<none>N)",
    rf"(?<who>{_NAME})_{{0,3}}M_{{0,2}}(?<none>N)",
    # neither side mentioned a mediator
    r"(?<none>(?<who>K))[_y]{1,4}(?<word>M)(?=[.,;])",
    # no third party; nothing was said of mediators
    r"(?<none>N)[_y]{0,4}(?<word>M)",
    r"(?<word>M)[_ix]{0,4},?_?(?<none>N)N?",
    # the UAE did not count it among its missions
    rf"(?<who>{_NAME})[^;.,SKA]{{0,5}}(?<none>N)[^;.,SKA]{{0,5}}(?<mission>x)",
    rf"(?<who>{_NAME})[^;.,]{{0,5}}[xM][^;.,]{{0,3}}(?<none>N)",
    # the Emirates, which mediated together with Washington; the UAE mediated
    rf"(?:{_NAME}{_JOIN})*(?<who>{_NAME})[^;.\-\"SKA]{{0,12}}?(?<word>M)(?!{_NAME})(?:[_,&l]{{0,4}}{_LIST})?",
    # "As mediators the Russians named the UAE"
    rf"(?<word>M)[AS]_?y_?{_LIST}",
    # Qatar and the UAE — the mediators
    rf"(?:{_NAME}{_JOIN})*(?<who>{_NAME})-(?<word>M)",
    # brokered by the UAE and Turkey; mediators were the UAE, ..., and Qatar
    rf"(?<word>M)[^;.KSA]{{0,4}}{_LIST}(?:t&{_LIST})?([^;.SK]{{0,16}},&_?{_NAME}(?=[.;]))?",
    # the mediators were named in Moscow: Washington and Abu Dhabi
    rf"(?<word>M)[^.,K]{{0,7}};_?{_LIST}",
    # the UAE carried out the mediation mission, in the order of the other languages
    rf"(?<mission>x)_{{0,2}}{_NAME}",
    # without the UAE the sides would not have agreed
    rf"N_?(?<who>{_NAME})[^;.,KA]{{0,4}}NZ",
    # as it had on 6 May
    r"(?<who>r)_{0,5}(?<again>d)",
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
        if not taken:
            yield from _somewhere(sentence, mediator, scene)


def _somewhere(sentence: Sentence, before: Sequence[str], scene: Scene) -> Iterator[Found]:
    """Who is named in a sentence on mediation where no pattern says how the two belong together."""
    words = [i for i, tag in enumerate(sentence.tags) if tag == "M"]
    if not words or set(sentence.tags) & set("CYNoy") or scene.history is None:
        return
    known = {code for e in scene.everything for code in e.mediators}
    named = [i for i, a in enumerate(sentence.atoms) if a.tag in "SKA" and _outsider(a, scene) in known]
    numbers = [getattr(a.value, "n", None) or 0 for a in sentence.atoms]
    if not named or max(numbers) >= LEAST_RUNNING_TOTAL:
        return
    first, last = min(words + named), max(words + named)
    who = list(dict.fromkeys(_outsider(sentence.atoms[i], scene) for i in named))
    if who != list(before) and last - first <= REACH:
        start, end = sentence.span(first, last)
        judgement = judged(who, scene.focus(sentence, first))
        yield Found("mediator", start, end, who, judgement, sentence.index)


# Farther apart, a mediator and the word for it hardly belong together.
REACH = 25


def _outsider(atom: Atom, scene: Scene) -> str:
    """The code of a named state or body that is no side of the war; empty for a side."""
    code = str(atom.value).partition("|")[0]
    return "" if code in scene.sides or code in ("DNR", "BOTH", "?") else code


def _found(m: Match, before: list[str], scene: Scene) -> Found | None:
    groups = m.match.groupdict()
    mission = m.atom("mission") if groups.get("mission") else None
    if mission is not None and not mission.text.startswith(("mission", "посередн", "посредн")):
        return None
    if m.match.group()[0] == "K" and groups.get("none") == "K":
        if not str(m.atoms[0].text).startswith(_NEITHER):
            return None
        start, end = m.span
        return Found("mediator", start, end, [], _judge_none(scene.focus(m.sentence, 0)), m.sentence.index)
    if groups.get("again"):
        return _again(m, before, scene) if before else None
    after_word = m.sentence.tags[m.match.end("word") :] if groups.get("word") is not None else ""
    at = m.match.start("word") if groups.get("word") is not None else 0
    counted = bool(compiled("S?o|_?n_?x").match(after_word))
    counted = counted or bool(compiled("o[_AS]{0,2}$").search(m.sentence.tags[:at]))
    word = m.atom("word") if groups.get("word") else None
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
            return Found("mediator", start, end, value, _judge_not(who, rows), index)
        return Found("mediator", start, end, [], _judge_none(rows), index)
    if not who:
        return None
    if who == before and set(m.sentence.tags) & set("CTY"):
        return None  # named before; here its mediations or their people are counted
    before[:] = who
    return Found("mediator", start, end, who, judged(who, rows), index)


_NEITHER = ("neither", "none", "жодн", "ни одн", "ні ", "ни ", "اي من", "اي طرف")
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
    codes = []
    for atom in m.atoms:
        if atom.tag in "SKA":
            code = str(atom.value).partition("|")[0]
            if code not in scene.sides and code not in ("DNR", "BOTH", "?"):
                codes.append(code)
    return list(dict.fromkeys(codes))


def judged(who: Sequence[str], rows: Sequence[Exchange]) -> Judgement:
    """Every mediator that is named must be one; one that is left out is not an error."""
    if not rows:
        return Judgement("unknown", _("The record holds no exchange that this could be said of."))
    known = list(dict.fromkeys(code for e in rows for code in e.mediators))
    if not known:
        return cite.judged("unknown", _("The record names no mediator."), rows)
    wrong = [code for code in who if code not in known]
    if wrong:
        text = _("{wrong}: not a mediator of it; the record names {known}.").format(
            wrong=", ".join(map(named, wrong)), known=", ".join(map(named, known))
        )
        return cite.judged("false", text, rows)
    text = _("The record names {known}.").format(known=", ".join(map(named, known)))
    host = [e for e in rows if "TUR" in e.mediators and e.talks and e.talks.place == "Istanbul"]
    if host and "TUR" in who:
        text += " " + _("Turkey was host of the talks, not mediator on the day.")
    return cite.judged("true", text, rows)


def _judge_not(who: Sequence[str], rows: Sequence[Exchange]) -> Judgement:
    if not rows:
        return Judgement("unknown", _("The record holds no exchange that this could be said of."))
    known = [code for e in rows for code in e.mediators]
    counted = any(o.counter in who for e in rows for o in e.tags.ordinals)
    if counted or set(who) & set(known):
        return cite.judged("false", _("The record has it among its mediations."), rows)
    return cite.judged("true", _("It is not in its tally."), rows)


def _judge_none(rows: Sequence[Exchange]) -> Judgement:
    if not rows:
        return Judgement("unknown", _("The record holds no exchange that this could be said of."))
    known = list(dict.fromkeys(code for e in rows for code in e.mediators))
    if known:
        text = _("The record names {known}.").format(known=", ".join(map(named, known)))
        return cite.judged("false", text, rows)
    return cite.judged("true", _("The record names no mediator."), rows)


def _again(m: Match, before: Sequence[str], scene: Scene) -> Found | None:
    """ "as it had on 6 May": the mediator named just before, of another exchange."""
    again = m.atom("again")
    opening = m.sentence.atoms[m.match.start() - 1].text if m.match.start() else ""
    if opening not in ("as", "role", "як", "как", "كما"):
        return None
    rows = scene.rows_of(again.value, m.sentence) if again else ()
    if not rows or rows[0] in scene.main:
        return None
    start, end = m.span
    return Found("mediator", start, end, list(before), judged(before, rows), m.sentence.index)
