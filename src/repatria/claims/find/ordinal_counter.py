"""Whose count a number of an exchange belongs to: Kyiv's or the mediator's."""

from collections.abc import Sequence

from repatria.claims.find.ordinal_words import Mention, is_mediation, is_time
from repatria.claims.scene.scene import Scene
from repatria.claims.words.languages import counting
from repatria.claims.words.stretches import clause
from repatria.claims.words.tagging import Sentence
from repatria.claims.words.tags import Atom
from repatria.history import Exchange


def counter_of(sentence: Sentence, mention: Mention, rows: Sequence[Exchange], scene: Scene) -> str | None:
    """Whose count it is: told by the word for it, or named in the sentence or before; else Kyiv's by custom."""
    counters = {o.counter for e in scene.history or () for o in e.tags.ordinals}
    if _of_mediations(sentence, mention):
        return "ARE"
    named = _named_before(sentence, mention, scene) or _named_after(sentence, mention)
    if named is None:
        named = _of_sentence_before(sentence, mention, scene)
    if named is None and "ARE" in counters and mention.kind != "stages" and _mediator_near(sentence, scene):
        named = _by_record(mention, rows)
    if named == "ARE":
        return "ARE"
    return "UKR" if "UKR" in scene.sides and named in ("UKR", None) else None


def _of_mediations(sentence: Sentence, mention: Mention) -> bool:
    words = sentence.atoms[mention.first : mention.last + 1]
    if any((a.tag == "M" and is_mediation(a)) or a.text.startswith(counting.MISSIONS) for a in words):
        return True
    behind = sentence.atoms[mention.at : mention.last + 1]
    if any(a.tag == "M" or (a.tag in "SKA" and _code(a) == "ARE") for a in behind):
        return True
    around = clause(sentence, mention.at)
    inside = sentence.atoms[around.start : around.stop]
    times = any(is_time(a) for a in words)
    told = any(a.tag == "M" and (is_mediation(a) or times) for a in inside)
    own = any(a.tag == "S" and a.value == "ARE" for a in inside)
    return times and (told or own)


def _code(atom: Atom) -> str:
    if atom.tag == "a":  # "by Kyiv's count"
        return next((code for code, names in counting.COUNTERS.items() if any(n in atom.text for n in names)), "")
    return str(atom.value).partition("|")[0]


def _named_before(sentence: Sentence, mention: Mention, scene: Scene) -> str | None:
    """The last one named before the number, in its clause; then the first named in the sentence."""
    for i in range(mention.at - 1, -1, -1):
        atom = sentence.atoms[i]
        if atom.tag in "SKAa" and _code(atom) in ("ARE", *scene.sides):
            return _code(atom)
        if atom.tag == "M" and is_mediation(atom) and sentence.tags[i : mention.at].count("&") == 0:
            return "ARE"
        if atom.tag in ";.":
            break
    named = [a for a in sentence.atoms[: mention.at] if a.tag in "SK"]
    return "ARE" if named and _code(named[0]) == "ARE" else None


def _named_after(sentence: Sentence, mention: Mention) -> str | None:
    """ "The 59th *by Kyiv's count*", "the eighth *for the Emirates*"."""
    for atom in sentence.atoms[mention.last + 1 : mention.last + 5]:
        if atom.tag in ",;.&":
            break
        if atom.tag in "SKAa" and _code(atom) in ("ARE", "UKR"):
            return _code(atom)
        if atom.tag == "M" and is_mediation(atom):
            return "ARE"
    return None


def _of_sentence_before(sentence: Sentence, mention: Mention, scene: Scene) -> str | None:
    """ "The Emirates brokered it. *Its* ledger shows a thirteenth success": the mediator's own count."""
    own = any(
        a.tag == "Q" or a.text in counting.THERE for a in sentence.atoms[max(0, mention.at - 12) : mention.last + 1]
    )
    if not own or not sentence.index or any(a.tag in "SK" for a in sentence.atoms[: mention.at]):
        return None
    named = [a for a in scene.sentences[sentence.index - 1].atoms if a.tag in "SK"]
    return "ARE" if named and _code(named[-1]) == "ARE" else None


def _mediator_near(sentence: Sentence, scene: Scene) -> bool:
    """Is the mediator told of in this sentence or the two before?"""
    near = scene.sentences[max(0, sentence.index - 2) : sentence.index + 1]
    return any(_code(a) == "ARE" for s in near for a in s.atoms if a.tag in "SKA")


def _by_record(mention: Mention, rows: Sequence[Exchange]) -> str | None:
    """Where nobody is named, the number itself tells whose count it is in."""
    given = {o.counter for e in rows for o in e.tags.ordinals if o.number in mention.numbers}
    return "ARE" if given == {"ARE"} and mention.numbers[0] > 1 else None
