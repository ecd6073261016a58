"""Finds who was among the people where no number says it: "among the Ukrainians are conscripts"."""

from collections.abc import Iterator, Sequence

from repatria.claims.claim import Found, Judgement
from repatria.claims.judge import cite
from repatria.claims.judge.sorts import topic
from repatria.claims.scene.scene import Scene
from repatria.claims.scene.speech import thanks
from repatria.claims.words.languages import people
from repatria.claims.words.languages.kinds import PRISONS
from repatria.claims.words.languages.time_words import says
from repatria.claims.words.lexicon import forms
from repatria.claims.words.tagging import Match, Sentence
from repatria.history import Exchange
from repatria.history.words import party
from repatria.i18n import _


def find(scene: Scene) -> Iterator[Found]:
    """Give every such claim, judged."""
    for sentence in scene.sentences:
        for rule in (
            _apposition,
            _held_in,
            _only_women,
            _young,
            _not_specified,
            _same_exchange,
        ):
            yield from rule(sentence, scene)


def _found(m: Match, value: object, judgement: Judgement) -> Found:
    start, end = m.span
    return Found("breakdown", start, end, value, judgement, m.sentence.index)


# A number this near before him counts others of the same list: "55 soldiers and the deputy mayor".
REACH_OF_NUMBER = 12


def _apposition(sentence: Sentence, scene: Scene) -> Iterator[Found]:
    """ "The civilian is the first deputy mayor of ...", "then came the first deputy mayor too"."""
    for m in sentence.find(r"(c[_\-]{1,3})?(?<kind>k)"):
        kind = m.atom("kind")
        first = max(0, m.match.start() - REACH_OF_NUMBER)
        counted = m.match.group()[0] != "c" and "n" in sentence.tags[first : m.match.start()]
        if kind and kind.value == "deputy_mayor" and not counted:
            rows = scene.focus(sentence, m.match.start())
            party = next((s.party for e in rows for s in e.said("deputy_mayor")), "")
            value = {party: {"civilian_role": str(kind.value)}}
            yield _found(m, value, topic("deputy_mayor", party, rows))


# So many states in a row, beside a word for captivity, are where people were held; of two or three it must be said.
_STATES = r"S(?:[,&_En]{0,6}S){3,}|(?<=h_{0,2})S([,&_]{1,2}S){2}"
REACH_OF_CAPTIVITY = 9


def _held_in(sentence: Sentence, scene: Scene) -> Iterator[Found]:
    """ "They had been held in the United States, Germany, Poland, ..."."""
    for m in sentence.find(_STATES):
        start = _captivity(sentence, m.match.start(), m.match.end())
        if start is None or "M" in sentence.tags or thanks(sentence):
            continue
        states = list(dict.fromkeys(str(a.value) for a in m.all("S")))
        rows = scene.focus(sentence, start)
        span = sentence.span(start, m.match.end() - 1)
        judgement = _states_judged(states, rows)
        yield Found("breakdown", *span, {"held_in": states}, judgement, sentence.index)


def _captivity(sentence: Sentence, first: int, end: int) -> int | None:
    """Where it is said that people were held in the states named from `first` to `end`; None where it is not."""
    near = range(max(0, first - REACH_OF_CAPTIVITY), min(len(sentence.tags), end + REACH_OF_CAPTIVITY))
    held = [i for i in near if sentence.tags[i] in "hq" or says(sentence.atoms[i].text, PRISONS)]
    return min(held[0], first) if held else None


def _states_judged(states: Sequence[str], rows: Sequence[Exchange]) -> Judgement:
    said = (s.category for e in rows for s in e.statements if s.category.startswith("held_in:"))
    known = next((category.partition(":")[2].split(";") for category in said), None)
    if known is None:
        return cite.judged("unknown", _("The record does not say where they were held."), rows)
    text = _("The record has {states}.").format(states=", ".join(map(party, known)))
    return cite.judged("true" if set(states) == set(known) else "false", text, rows)


def _only_women(sentence: Sentence, scene: Scene) -> Iterator[Found]:
    """ "the first exchange of the war made up of women only"."""
    for m in sentence.find(r"x[^;.n]{0,14}(?<kind>k)|(?<kind>k)[^;.n]{0,4}x"):
        kind = m.atom("kind")
        if kind is None or kind.value != "women" or not _nobody_else(sentence, m.match.start(), m.match.end()):
            continue
        rows = scene.focus(sentence, m.match.start())
        women = [
            s for e in rows for s in e.said("women") if (side := e.side_of(s.party)) and side.total == s.number
        ]
        party = women[0].party if women else ""
        value = {party: {"women": women[0].number if women else True}}
        if women:
            judgement = cite.judged("true", _("All who came back to this side were women."), rows)
        else:
            judgement = cite.judged("unknown", _("This detail is not in the record."), rows)
        yield _found(m, value, judgement)


def _nobody_else(sentence: Sentence, first: int, last: int) -> bool:
    """Do the words around say that there were only such people, or that it was the first of its kind?"""
    near = sentence.atoms[max(0, first - 2) : last + 1]
    only = any(form in people.WHOLLY for a in near for word in a.text.split() for form in forms(word))
    return only or "o" in sentence.tags[max(0, first - 4) : last]


def _young(sentence: Sentence, scene: Scene) -> Iterator[Found]:
    """ "Captives *under the age of 25* came home"."""
    for m in sentence.find(r"(?<!n_{0,2}A?)[pmA]{0,2}_?(?<kind>k)([,&_]{1,2}k)?"):
        kind = m.atom("kind")
        if kind is not None and kind.value == "under_25":
            rows = scene.focus(sentence, m.match.start())
            yield _found(m, {"": {"under_25": True}}, topic("under_25", "", rows))


def _not_specified(sentence: Sentence, scene: Scene) -> Iterator[Found]:
    """ "The envoy did not specify the breakdown"."""
    for m in sentence.find(r"N[_yY]{1,3}(?<kind>k)[_pAi]{0,4}"):
        kind = m.atom("kind")
        if kind is None or kind.value != "split":
            continue
        rows = scene.main
        codes = {s.speaker for e in rows for s in e.statements if s.category in ("formula", "total")}
        outside = codes - {side.name for e in rows for side in e.sides}
        if outside:
            text = _("The first announcement gave the sum; the sides' own statements gave the parts.")
            yield _found(m, None, cite.judged("true", text, rows))
        else:
            yield _found(m, None, cite.judged("unknown", _("This detail is not in the record."), rows))


def _same_exchange(sentence: Sentence, scene: Scene) -> Iterator[Found]:
    """ "a further 104 were flown ... as part of the same exchange"."""
    numbers = {getattr(a.value, "n", None) for a in sentence.atoms if a.tag == "n"}
    for m in sentence.find(r"(?<kind>k)"):
        kind = m.atom("kind")
        if kind is None or kind.value != "same_exchange" or not numbers:
            continue
        rows = scene.main
        apart = [e for e in rows if any(s.number in numbers for s in e.said("separate_release"))]
        if apart:
            text = _("By the record they were a separate release, on one side only.")
            yield _found(m, {"part_of_exchange": True}, cite.judged("false", text, apart))
        else:
            yield _found(
                m, {"part_of_exchange": True}, cite.judged("unknown", _("This detail is not in the record."), rows)
            )
