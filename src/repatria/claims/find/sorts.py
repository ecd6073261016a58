"""Finds of what kind people were where no number says it: "among them are conscripts", "all of them civilians"."""

from collections.abc import Iterator

from repatria.claims.claim import Found, Judgement
from repatria.claims.counts.categories import kind_of
from repatria.claims.judge.sorts import some, topic, whole_of_kind
from repatria.claims.scene.scene import Scene
from repatria.claims.scene.speech import speeches
from repatria.claims.words.languages import people
from repatria.claims.words.lexicon import forms
from repatria.claims.words.tagging import Sentence
from repatria.claims.words.tags import Atom

FOUGHT_AT = frozenset("bakhmut azovstal mariupol snake_island".split())
# Details of the report's shape rather than of people.
_NO_PEOPLE = frozenset("split same_exchange stayed deputy_mayor".split())
FARTHEST = 8


def find(scene: Scene) -> Iterator[Found]:
    """Give every such claim, judged."""
    for sentence in scene.sentences:
        told: list[Found] = []
        said = [sentence.span(s.first, s.last) for s in speeches(sentence, scene)]
        for rule in (_all_alike, _many, _among, _among_behind, _fought, _turn):
            for found in rule(sentence, scene):
                attributed = rule in (_many, _among, _among_behind) and any(a <= found.start < b for a, b in said)
                if not attributed and not any(found.start < t.end and t.start < found.end for t in told):
                    told.append(found)
        yield from told


def _found(sentence: Sentence, first: int, last: int, value: object, judgement: Judgement) -> Found:
    start, end = sentence.span(first, last)
    return Found("breakdown", start, end, value, judgement, sentence.index)


def _is(atom: Atom, listed: frozenset[str]) -> bool:
    return atom.tag not in "SKL" and any(form in listed for word in atom.text.split() for form in forms(word))


def _whose(sentence: Sentence, first: int, last: int) -> str:
    """The side whose people are told of, where it is named between two atoms."""
    return next((str(a.value) for a in sentence.atoms[first:last] if a.tag in "SA"), "")


# ---- all, or none -------------------------------------------------------------------------------------


def _all_alike(sentence: Sentence, scene: Scene) -> Iterator[Found]:
    """ "*All* the Ukrainians who came home *are servicemen*", "*none* of them was a soldier"."""
    for first, atom in enumerate(sentence.atoms):
        if atom.tag in "_TOEN" and (_is(atom, people.ALL) or _is(atom, people.NONE)):
            last = _kind_of_all(sentence, first)
            if last is not None:
                yield _all_found(sentence, first, last, scene)


def _kind_of_all(sentence: Sentence, first: int) -> int | None:
    for i in range(first + 1, min(first + FARTHEST + 6, len(sentence.tags))):
        tag, before = sentence.tags[i], sentence.atoms[i - 1]
        if tag in ";.ny" or sentence.atoms[i].text == ":":
            return None
        if tag in "mc" or (tag == "k" and sentence.atoms[i].value not in _NO_PEOPLE):
            told = set(sentence.tags[first:i]) & set("pAOrv")
            straight = bool(told) and i - first <= FARTHEST_STRAIGHT and tag in "mck" and before.tag in "rpOA"
            ends = sentence.tags[i + 1 : i + 2] in ("", ".", ",", ";", "&", "?", "_", "-", "v")
            if ends and (straight or _tells_the_kind(sentence, i)):
                return i
    return None


def _tells_the_kind(sentence: Sentence, at: int) -> bool:
    """ "... *are* servicemen", "... *was a* soldier", "... *served with* Azov"."""
    before = sentence.atoms[at - 1]
    article = before.text in ("a", "an") and sentence.atoms[at - 2].text in people.COPULAS
    fought = any(a.text.startswith(_FIGHTING) for a in sentence.atoms[at - 3 : at])
    named = fought and sentence.tags[at] == "k"
    at_once = sentence.language.code == "ar" and before.text.endswith(("هم", "هن"))  # "جميعهم عسكريون"
    own = sentence.atoms[at].text.split()[0] in people.COPULAS  # "من العسكريين" is one phrase
    return article or named or at_once or own or before.text in people.COPULAS or before.tag == "-"


FARTHEST_STRAIGHT = 3


def _all_found(sentence: Sentence, first: int, last: int, scene: Scene) -> Found:
    rows = scene.focus(sentence, last)
    kind, atom = kind_of(sentence.atoms[last]), sentence.atoms[last]
    if atom.tag == "k":
        party = _whose(sentence, first, last)
        return _found(sentence, first, last, {party: {kind: True}}, topic(kind, party, rows))
    named = {str(a.value) for a in sentence.atoms[first:last] if a.tag in "SA"}
    sides = [side for e in rows for side in e.sides if not named or named & set(side.parties)]
    if _is(sentence.atoms[first], people.NONE):
        kind = "civilians" if kind == "military" else "military"
    return _found(sentence, first, last, {"all": kind}, whole_of_kind(kind, sides, rows))


# ---- some -----------------------------------------------------------------------------------------------

_STOPS = frozenset(";.n?yKMxtN")
_PART_OF = ("includ", "включ", "counting", "of ", "of", "з ", "із ", "из ", "من ", "منهم")


def _opens(sentence: Sentence, at: int) -> bool:
    """Does "among them" or "in the list" stand at `at`, and no number before it?"""
    atom = sentence.atoms[at]
    if atom.text.removeprefix("و") in people.ONE_OF_THEM:
        return True
    if atom.tag == "O":
        return not atom.text.startswith(_PART_OF) and sentence.tags[at - 1 : at] != "n"
    return atom.tag in "_p" and _is(atom, people.LISTS) and set(sentence.tags) & set("pAvqQ") != set()


def _among(sentence: Sentence, scene: Scene) -> Iterator[Found]:
    """ "*Among the freed* are *wounded*", "*in the list* of Ukrainians there were *conscripts* too"."""
    for first in range(len(sentence.atoms)):
        if _opens(sentence, first):
            last = _kind_behind(sentence, first)
            if last is not None:
                yield _some_found(sentence, first, last, scene)


def _kind_behind(sentence: Sentence, first: int) -> int | None:
    for i in range(first + 1, min(first + FARTHEST, len(sentence.tags))):
        tag, atom = sentence.tags[i], sentence.atoms[i]
        known = atom.text == "the" and i + 1 < len(sentence.tags) and sentence.tags[i + 1] == "k"
        if known or tag in _STOPS - {";"} or (tag == ";" and atom.text != ":") or (tag == "," and i > first + 1):
            return None
        if tag == "c" or (tag == "k" and atom.value not in _NO_PEOPLE):
            counted = "n" in sentence.tags[i + 1 : i + 5].partition(".")[0]
            return None if counted or "y" in sentence.tags[i + 1 : i + 3] else i
    return None


def _many(sentence: Sentence, scene: Scene) -> Iterator[Found]:
    """ "*Many* of the Ukrainians *are conscripts*"."""
    for first, atom in enumerate(sentence.atoms):
        if atom.tag in "_O" and _is(atom, people.MANY):
            last = _kind_of_all(sentence, first)
            if last is not None and sentence.tags[last] in "ck" and _tells_the_kind(sentence, last):
                yield _some_found(sentence, first, last, scene)


def _among_behind(sentence: Sentence, scene: Scene) -> Iterator[Found]:
    """ "A *civilian* is *among them*", "*conscripts* who had been held since 2022 were *among those* freed"."""
    for m in sentence.find(
        r"(?<![npA].{0,2})(?<kind>[kc])(,?\?[^.;nO]{1,12}?)?(?<between>_{0,2})O(?![^,.;&]{0,6}n)"
    ):
        between = [a.text for a in sentence.atoms[m.match.start("between") : m.match.end("between")]]
        among = sentence.atoms[m.match.end() - 1]
        if not among.text.startswith(_PART_OF) and all(text in _BETWEEN for text in between):
            yield _some_found(sentence, m.match.start(), m.match.end() - 1, scene, m.match.start("kind"))


_BETWEEN = people.COPULAS | frozenset("a an one some also too також й теж также тоже ايضا هناك".split())


def _some_found(sentence: Sentence, first: int, last: int, scene: Scene, at: int | None = None) -> Found:
    kind = kind_of(sentence.atoms[last if at is None else at])
    rows = scene.focus(sentence, first)
    party = _whose(sentence, first, last)
    judgement = some(kind, party, rows)
    return _found(sentence, first, last, {party: {kind: True}}, judgement)


# ---- where they fought, whose turn it was ---------------------------------------------------------------

_FIGHTING = (
    "defend", "held", "fought", "fight", "guard", "serv", "оборон", "захищ", "тримал", "воюв", "боронил", "служил",
    "защищ", "держал", "воевал", "сража", "قاتل", "دافع", "حارب", "صمد",
)  # fmt: skip


def _fought(sentence: Sentence, scene: Scene) -> Iterator[Found]:
    """ "*Some had fought in Mariupol*", "106 soldiers *who had held Bakhmut*": where, with no number of its own."""
    for last, atom in enumerate(sentence.atoms):
        if atom.tag != "k" or atom.value not in FOUGHT_AT:
            continue
        first = _fighters(sentence, last)
        if first is not None:
            kind = str(atom.value)
            yield _found(sentence, first, last, {"": {kind: True}}, topic(kind, "", scene.focus(sentence, last)))


def _fighters(sentence: Sentence, last: int) -> int | None:
    """Where "some" or "who" stands that opens what is told of their fighting."""
    fought = any(a.text.startswith(_FIGHTING) for a in sentence.atoms[max(0, last - 5) : last])
    for i in range(last - 1, max(-1, last - FARTHEST), -1):
        tag, atom = sentence.tags[i], sentence.atoms[i]
        if tag in ";.n":
            return None
        if fought and (tag == "?" and "n" in sentence.tags[max(0, i - 5) : i]):
            return i
        if fought and _is(atom, people.SOME):
            return i
    return None


def _turn(sentence: Sentence, scene: Scene) -> Iterator[Found]:
    """ "It was *the turn of the wounded*"."""
    for first, atom in enumerate(sentence.atoms):
        if _is(atom, people.TURN) or (atom.tag == "e" and "turn" in atom.text):
            last = _kind_behind(sentence, first)
            if last is not None:
                yield _some_found(sentence, first, last, scene)
