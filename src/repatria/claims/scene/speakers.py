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
        of_capital: a capital, a state or its authorities speak, nobody by name or office.
    """

    code: str
    name: str
    counter: bool = False
    of_capital: bool = False


def speaker_of(kind: str, m: Match, scene: Scene) -> Speaker | None:
    """The speaker that the group `who` of a match means; None where it is nobody who speaks here."""
    who = m.atom("who")
    if who is not None and who.tag == "r" and kind == "adverb" and not _is_office(who):
        return None
    if who is not None and (kind in ("pronoun", "there") or who.tag in "rQ"):
        who = _meant(who, m, scene)
    if who is None:
        return None
    if who.tag in "SA":
        return _state(who, kind, m, scene)
    code, name, role = str(who.value).split("|")
    return Speaker(code, name, role == "counter")


def _state(who: Atom, kind: str, m: Match, scene: Scene) -> Speaker | None:
    """A side or an organisation that speaks."""
    code = str(who.value)
    if who.tag == "S" and code in _ORGANISATIONS:
        return Speaker(code, named(code))
    if who.tag == "S" and code in offices.COUNTING_STATES and kind in ("capital", "verb_first"):
        return Speaker(code, named(code), counter=True)
    return Speaker(code, named(code), of_capital=True) if code in scene.sides else None


def _meant(who: Atom, m: Match, scene: Scene) -> Atom | None:
    """Whom "he", "the ministry", "its defence ministry" or a verb alone means: whoever was named last."""
    earlier = [*_before(m.sentence, scene)]
    here = m.sentence.atoms[: next(i for i, a in enumerate(m.sentence.atoms) if a is who)]
    rows = [here, *(sentence.atoms for sentence in earlier)]
    office = str(who.value or "") if who.tag == "r" else ""
    if who.tag == "r" and (ministry := _ministry_in(who, m, scene)):
        return ministry
    if office in offices.TITLES:
        return _office_of(office, who, [a for atoms in rows for a in reversed(atoms)], scene)
    if who.tag == "r" and any(form.startswith(_ORGANISATION) for form in forms(who.text.split()[-1])):
        return next((a for atoms in rows for a in reversed(atoms) if a.value in _ORGANISATIONS), None)
    for atoms in rows:
        offices_ = [a for a in atoms if a.tag == "r" and a.value in offices.TITLES] if office == "" else []
        named_ = [a for a in atoms if a.tag == "K" or (who.tag == "Q" and a.tag == "S" and a.value in scene.sides)]
        if named_:
            return named_[-1]
        if offices_ and who.tag == "r":
            return _meant(offices_[-1], replace(m, sentence=_holding(offices_[-1], m, earlier)), scene)
    sides = [a for a in here if a.tag == "S"] if who.tag == "y" else []
    return sides[-1] if sides else None


def _ministry_in(who: Atom, m: Match, scene: Scene) -> Atom | None:
    """ "The ministry in Moscow"."""
    atoms = m.sentence.atoms
    at = next(i for i, a in enumerate(atoms) if a is who)
    within = m.sentence.tags[at + 1 : at + 3] == "_S" and atoms[at + 1].text in _IN
    of_nation = m.sentence.tags[at + 1 : at + 2] == "A" and m.sentence.language.code == "ar"
    place = atoms[at + 2] if within else atoms[at + 1] if of_nation else None
    if place is None or not _is_office(who) or place.value not in scene.sides:
        return None
    side = str(place.value)
    office = str(who.value or "") or "defence ministry"
    return replace(who, tag="K", value=offices.value(side, office, offices.NATIONS[side]))


def _is_office(who: Atom) -> bool:
    return any(form.startswith(_MINISTRY) for word in who.text.split() for form in forms(word))


_MINISTRY = (
    "ministry",
    "відомств",
    "міністерств",
    "міноборон",
    "миноборон",
    "ведомств",
    "министерств",
    "وزاره",
    "الوزاره",
)
_IN = {"in", "в", "у", "في"}


def _holding(atom: Atom, m: Match, earlier: list[Sentence]) -> Sentence:
    """The sentence that an atom stands in."""
    return next(s for s in (m.sentence, *earlier) if any(a is atom for a in s.atoms))


_ORGANISATIONS = {"ICRC", "UN"}
_ORGANISATION = ("organis", "organiz", "committee", "організац", "организац", "منظمه", "المنظمه")


def _office_of(office: str, who: Atom, before: list[Atom], scene: Scene) -> Atom | None:
    """ "Moscow counts otherwise. Its defence ministry ...": the office of the side named last."""
    states = [str(a.value) for a in before if a.tag in "SA" and str(a.value) in offices.NATIONS]
    mediator = next((code for code in states if code in offices.COUNTING_STATES), None)
    side = next((code for code in states if code in scene.sides), None)
    if office == "foreign ministry" and mediator:
        side = mediator
    return replace(who, tag="K", value=offices.value(side, office, offices.NATIONS[side])) if side else None


def _before(sentence: Sentence, scene: Scene) -> Iterator[Sentence]:
    yield from reversed(scene.sentences[max(0, sentence.index - 2) : sentence.index])
