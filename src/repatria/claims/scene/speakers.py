"""Who speaks: by name, by office, or as "he", "the ministry", "its defence ministry"."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from repatria.claims.scene.scene import Scene
from repatria.claims.words.languages import offices
from repatria.claims.words.lexicon import forms
from repatria.claims.words.tagging import Match, Sentence
from repatria.claims.words.tags import Atom
from repatria.history.words import party as named


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks.

    Attributes:
        code: the speaker's side (party code, DNR, BOTH, or ? where unnamed).
        counter: an office whose counting is quoted rather than its word.
    """

    code: str
    name: str
    counter: bool = False


def speaker_of(kind: str, m: Match, scene: Scene) -> Speaker | None:
    """The speaker that the group `who` of a match means; None where it is nobody who speaks here."""
    who = m.atom("who")
    if who is not None and (kind == "pronoun" or who.tag == "r"):
        who = _meant(who, m, scene)
    if who is None:
        return None
    if who.tag in "SA":
        ours = who.value in scene.sides and (kind != "arabic" or m.sentence.language.code == "ar")
        code = str(who.value)
        return Speaker(code, named(code)) if ours or (who.tag == "S" and code in _ORGANISATIONS) else None
    code, name, role = str(who.value).split("|")
    return Speaker(code, name, role == "counter")


def _meant(who: Atom, m: Match, scene: Scene) -> Atom | None:
    """Whom "he", "the ministry", "its defence ministry" or a verb alone means: whoever was named last."""
    earlier = [*_before(m.sentence, scene)]
    here = m.sentence.atoms[: next(i for i, a in enumerate(m.sentence.atoms) if a is who)]
    rows = [here, *(sentence.atoms for sentence in earlier)]
    office = str(who.value or "") if who.tag == "r" else ""
    if office in offices.TITLES:
        return _office_of(office, who, [a for atoms in rows for a in reversed(atoms)], scene)
    if who.tag == "r" and any(form.startswith(_ORGANISATION) for form in forms(who.text.split()[-1])):
        return next((a for atoms in rows for a in reversed(atoms) if a.value in _ORGANISATIONS), None)
    for atoms in rows:
        named_ = [a for a in atoms if a.tag == "K"]
        if named_:
            return named_[-1]
    sides = [a for a in here if a.tag == "S"] if who.tag == "y" else []
    return sides[-1] if sides else None


_ORGANISATIONS = {"ICRC", "UN"}
_ORGANISATION = ("organis", "organiz", "committee", "організац", "организац", "منظمه", "المنظمه")


def _office_of(office: str, who: Atom, before: list[Atom], scene: Scene) -> Atom | None:
    """ "Moscow counts otherwise. Its defence ministry ...": the office of the side named last."""
    side = next((str(a.value) for a in before if a.tag in "SA" and a.value in scene.sides), None)
    if side is None or side not in offices.NATIONS:
        return None
    return replace(who, tag="K", value=offices.value(side, office, offices.NATIONS[side]))


def _before(sentence: Sentence, scene: Scene) -> Iterator[Sentence]:
    yield from reversed(scene.sentences[max(0, sentence.index - 2) : sentence.index])
