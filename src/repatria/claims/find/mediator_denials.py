"""Where a report says that nobody mediated, or that nobody knows who did."""

from collections.abc import Iterator

from repatria.claims.find.mediator_signs import is_counted, is_mediator, outsider
from repatria.claims.scene.scene import Scene
from repatria.claims.words.languages import mediating
from repatria.claims.words.languages.time_words import says
from repatria.claims.words.patterns import compiled
from repatria.claims.words.reading import plain
from repatria.claims.words.stretches import clause
from repatria.claims.words.tagging import Match, Sentence

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
        nobody = "N" in m.match.group() or "neither" in words.split()
        unsaid = (nobody or says(words, mediating.HIDDEN)) and says(words, mediating.WHO_HELPED)
        if unsaid or (nobody and _no_foreigner(m)):
            yield m.match.start(), m.match.end() - 1


def _no_foreigner(m: Match) -> bool:
    """ "No foreign capital claims to have helped"."""
    for at in (at for at, atom in enumerate(m.atoms) if atom.tag in "NK"):
        near = " ".join(a.text for a in m.atoms[at : at + 4])
        behind = " ".join(a.text for a in m.atoms[at + 1 : at + 12])
        if says(near, mediating.FOREIGN) and says(behind, mediating.TOOK_PART):
            return True
    return False
