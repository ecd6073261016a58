"""Which states and bodies that are no side are said to have brought an exchange about."""

from collections.abc import Iterator
from itertools import pairwise

from repatria.claims.find.ordinal_words import is_mediation
from repatria.claims.find.ordinals import mentions
from repatria.claims.scene.scene import Scene
from repatria.claims.words.languages import mediating
from repatria.claims.words.languages.time_words import says
from repatria.claims.words.patterns import compiled
from repatria.claims.words.reading import plain
from repatria.claims.words.stretches import clause, stretch
from repatria.claims.words.tagging import Sentence
from repatria.claims.words.tags import Atom

LEAST_RUNNING_TOTAL = 1000
# Farther apart, a mediator and the word for what it did hardly belong together.
REACH, REACH_OF_AID = 25, 7


def outsider(atom: Atom, scene: Scene) -> str:
    """The code of a named state or body that is no side of the war; empty for a side."""
    code = str(atom.value).partition("|")[0]
    return "" if code in scene.sides or code in ("DNR", "BOTH", "?") else code


def roles(sentence: Sentence, scene: Scene) -> Iterator[tuple[list[str], int, int]]:
    """Give those named in a mediating role, with the first and last atom of the words that say so."""
    if scene.history is None:
        return
    known = {code for e in scene.everything for code in e.mediators}
    done = 0
    for at in range(len(sentence.tags)):
        if at < done or sentence.tags[at] not in "SKA" or outsider(sentence.atoms[at], scene) not in known:
            continue
        around = clause(sentence, at)
        done = around.stop
        if found := _role(sentence, around, known, scene):
            yield found


def rest(sentence: Sentence, first: int) -> str:
    """The tags from `first` to the end of the clause."""
    return sentence.tags[first : clause(sentence, first).stop]


def _role(sentence: Sentence, around: range, known: set[str], scene: Scene) -> tuple[list[str], int, int] | None:
    tags = sentence.tags[around.start : around.stop]
    names = _named_together(sentence, around, known, scene)
    if "N" in tags:
        return None
    words = [i for i in around if sentence.tags[i] == "M" and not is_counted(sentence, i)]
    aids = [i for i in around if _is(sentence, i, "aid")]
    if words and (aids or not set(tags) & set("CYo")):
        return _together(sentence, names, words, REACH, scene)
    names = [i for i in names if not _elsewhere(sentence, i)]
    if acted := _on_both_sides(sentence, names, scene):
        return acted
    if aids and names and _of_exchange(sentence, around, names, aids):
        credited = any(sentence.atoms[i].text.startswith(_CREDIT) for i in aids)
        return _together(sentence, names, aids, REACH if credited else REACH_OF_AID, scene)
    return None


def _named_together(sentence: Sentence, around: range, known: set[str], scene: Scene) -> list[int]:
    """The states known to have mediated, and those joined to one of them: "Riyadh *and Doha*"."""
    named = [i for i in around if sentence.tags[i] in "SKA" and outsider(sentence.atoms[i], scene)]
    mediators = {i for i in named if outsider(sentence.atoms[i], scene) in known}
    for one, other in pairwise(named):
        if {one, other} & mediators and "&" in sentence.tags[one + 1 : other] and other - one <= 3:
            mediators |= {one, other}
    return sorted(mediators)


def _of_exchange(sentence: Sentence, around: range, names: list[int], aids: list[int]) -> bool:
    """Is what they did about an exchange: told in the clause, or by several words of help?"""
    tags = sentence.tags[around.start : around.stop]
    if any(sentence.atoms[i].text.startswith(THANKS) for i in around):
        return False  # thanks alone do not say what for
    told = set(tags) & set("xXlgpmvr") and not (set(tags) & set("t") and not set(tags) & set("xXlgv"))
    credited = any(sentence.atoms[i].text.startswith(_CREDIT) for i in aids)
    return bool(told) or credited or len(aids) > 1 or len(names) > 1


THANKS = tuple(
    plain(
        "thank, grat, appreciat, indebt, prais, дяку, подяк, вдячн, благодар, поблагодар, признательн, "
        "شكر, الشكر, شاكر, تشكر, يشكر, ممتن, امتنان"
    ).split(", ")
)


def _is(sentence: Sentence, at: int, kind: str) -> bool:
    atom = sentence.atoms[at]
    return atom.tag == "_" and atom.value == kind


def _on_both_sides(sentence: Sentence, names: list[int], scene: Scene) -> tuple[list[str], int, int] | None:
    """ "The Emirates have got Russia and Ukraine to ...": who acts on both sides at once."""
    for i in names:
        m = compiled(r"[SKA](?:&_?[SKA])*[_vMCe]{1,4}S&?S").match(sentence.tags[i:])
        sides = [a for a in sentence.atoms[i + m.end() - 3 : i + m.end()] if a.tag == "S"] if m else []
        if m and len(sides) == 2 and all(str(a.value) in scene.sides for a in sides):
            return [outsider(sentence.atoms[i], scene)], i, i + int(m.end()) - 1
    return None


def _together(
    sentence: Sentence, names: list[int], words: list[int], reach: int, scene: Scene
) -> tuple[list[str], int, int] | None:
    """The names with the nearest of the words, if they are near enough."""
    if not names:
        return None
    word = min(words, key=lambda w: min(abs(w - n) for n in names))
    near = [n for n in names if abs(n - word) <= reach]
    agent = _is_agent(sentence.atoms[word])
    if not near or running_total(sentence, min(word, *near), max(word, *near), "," if agent else ""):
        return None
    who = list(dict.fromkeys(outsider(sentence.atoms[n], scene) for n in near))
    return who, min(word, *near), max(word, *near)


def running_total(sentence: Sentence, first: int, last: int, within: str = ",") -> bool:
    """ "4,955 people freed through its mediation": a sum is told, not who mediated this time."""
    around = stretch(sentence, first, last, ";." + within)
    numbers = [getattr(sentence.atoms[at].value, "n", None) or 0 for at in around]
    return max(numbers, default=0) >= LEAST_RUNNING_TOTAL


_CREDIT = ("credit", "заслуг", "فضل", "الفضل")
_IN = frozenset("in to into from at of в у з із до на из с к في الى إلى من".split())


def _elsewhere(sentence: Sentence, at: int) -> bool:
    """Is the name where somebody is, or who says something, rather than who acts?"""
    before = sentence.atoms[at - 1] if at else None
    behind = sentence.tags[at + 1 : at + 3]
    credited = any(a.text.startswith(_CREDIT) for a in sentence.atoms[max(0, at - 5) : at])
    place = before is not None and before.text.split()[-1] in _IN and sentence.tags[at] == "S" and not credited
    transport = bool(compiled(r"W_?$").search(sentence.tags[:at]))
    return place or transport or behind.startswith("y")


def is_counted(sentence: Sentence, at: int) -> bool:
    """Is this mediation one of a count: "its thirteenth mediation", "the number of its mediations"?"""
    if not is_mediation(sentence.atoms[at]) or sentence.tags[at + 1 : at + 2] in ("S", "A"):
        return False
    return any(mention.first <= at <= mention.last for mention in mentions(sentence))


_MEDIATORS = tuple(
    plain(
        "mediat, broker, intermediar, go-between, third part, middleman, middlemen, middle-man, facilitator, "
        "third countr, third state, honest broker, посередник, посереднича, третя сторона, третьої сторони, "
        "посредник, посреднича, третья сторона, третьей стороны, медіатор, медиатор, "
        "وسيط, الوسيط, وسطاء, الوسطاء, طرف ثالث, توسط, يتوسط, تتوسط"
    ).split(", ")
)


def is_mediator(atom: Atom) -> bool:
    """A mediator, a mediation, to mediate; rather than "arranged" or "helped"."""
    return atom.tag == "M" and (_is_agent(atom) or is_mediation(atom))


def _is_agent(atom: Atom) -> bool:
    text = atom.text.replace(" - ", "-").removeprefix("ال")
    return not is_mediation(atom) and text.startswith(_MEDIATORS)


_NEITHER = tuple(plain("neither, none, жодн, ни одн, ні одн, اي من, اي طرف").split(", "))


def _is_not(sentence: Sentence, at: int, mediator: int) -> bool:
    """A "not", or a "neither side" that tells of no mediator: not "neither government mediated"."""
    atom = sentence.atoms[at]
    told = bool(compiled("[_y]+").fullmatch(sentence.tags[at + 1 : mediator]))
    return atom.tag == "N" or (atom.tag == "K" and atom.text.startswith(_NEITHER) and told)


REACH_OF_NOT = 8


def denied(sentence: Sentence, scene: Scene) -> Iterator[tuple[int, int]]:
    """Give the stretches where a mediator, none named, and a "not" stand in one clause."""
    for at, atom in enumerate(sentence.atoms):
        if atom.tag != "M" or not is_mediator(atom) or is_counted(sentence, at):
            continue
        around = clause(sentence, at)
        if any(sentence.tags[i] in "SKA" and outsider(sentence.atoms[i], scene) for i in around):
            continue
        nots = [i for i in around if _is_not(sentence, i, at) and abs(i - at) <= REACH_OF_NOT]
        if nots:
            near = min(nots, key=lambda i: abs(i - at))
            yield min(near, at), max(near, at)


def not_named(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """ "Who helped the sides to agree, neither capital said"."""
    for m in sentence.find(r"[^.;]+"):
        words = " ".join(a.text for a in m.atoms)
        unsaid = "N" in m.match.group() or "neither" in words.split()
        if unsaid and says(words, mediating.WHO_HELPED):
            yield m.match.start(), m.match.end() - 1


_PRONOUN = compiled(r"r[_C]{0,4}M|M_{0,3}r(?=[.,;]|$)|Q[_A]?M")


def told_by_pronoun(sentence: Sentence, before: list[str], scene: Scene) -> Iterator[tuple[list[str], int, int]]:
    """ "They mediated", "it was the matchmaker": who was named before."""
    if "N" in sentence.tags or "o" in sentence.tags:
        return
    for m in sentence.find(_PRONOUN.pattern):
        first, last = m.match.start(), m.match.end() - 1
        around = clause(sentence, first)
        named = [a for a in sentence.atoms[around.start : first] if a.tag in "SKA"]
        words = [a for a in m.atoms if a.tag == "M"]
        who = [outsider(a, scene) for a in named if outsider(a, scene)] or list(before)
        counted = any(is_counted(sentence, i) for i in range(first, last + 1) if sentence.tags[i] == "M")
        own = sentence.tags[first] == "Q" or any(is_mediation(a) for a in words)
        if who and not counted and not own and not running_total(sentence, first, last):
            yield list(dict.fromkeys(who)), first, last


_AGAIN = frozenset(
    plain(
        "as like role same too also again did так теж також роль саме само як так тоже также роль же как последней "
        "останньою كما مثلما ايضا الدور دور فعلت سبق نفسه"
    ).split()
)


def same_again(sentence: Sentence) -> tuple[int, int] | None:
    """ "The same country helped with the 6 May exchange"."""
    at = sentence.tags.find("d")
    words = " ".join(a.text for a in sentence.atoms[:at]) if at > 0 else ""
    helped = any(a.tag == "M" or a.value == "aid" or says(a.text, mediating.HELPED) for a in sentence.atoms[:at])
    return (0, at) if at > 0 and helped and says(words, mediating.THE_SAME) else None


def again(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Give "as it had on 6 May", "a role it had also played in the swap of 6 May"."""
    if same := same_again(sentence):
        yield same
        return
    for m in sentence.find(r"(?<=,)[_&rx?SMsPQC]{1,12}d|^[_rx?sMPQC]{1,9}d"):
        words = {word for a in m.atoms[:-1] for word in a.text.split()}
        told = set(m.match.group()) & set("rMPQ") or words & {"فعلت", "did"}
        if words & _AGAIN and told:
            yield m.match.start(), m.match.end() - 1
