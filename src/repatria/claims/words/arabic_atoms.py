"""What one Arabic spelling means beside the words around it, where a word alone leaves it open."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from repatria.claims.words.numbers import Duration, Number
from repatria.claims.words.tags import Atom


def mended(atoms: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """Give the atoms of an Arabic sentence, tagged again where the ones beside them tell better."""
    for rule in (_of_nation, _tens_of_people, _another, _one_unit):
        atoms = tuple(rule(atoms, at) for at in range(len(atoms)))
    return tuple(_speaks_for(atoms))


# "Ukraine" and "a Ukrainian" (accusative) are one word without vowel signs: after a number it is the nation.
_NATIONS = {"اوكرانيا", "روسيا", "ارمينيا"}


def _of_nation(atoms: Sequence[Atom], at: int) -> Atom:
    before = "".join(a.tag for a in atoms[max(0, at - 2) : at])
    if atoms[at].text in _NATIONS and atoms[at].tag == "S" and before.endswith(("n", "np", "nm", "nc", "nk")):
        return replace(atoms[at], tag="A")
    return atoms[at]


def _tens_of_people(atoms: Sequence[Atom], at: int) -> Atom:
    """ "The twenty captives": tens with the article are an ordinal elsewhere ("the twentieth exchange")."""
    atom = atoms[at]
    tens = isinstance(atom.value, int) and atom.value >= 20 and atom.value % 10 == 0
    if atom.tag != "o" or not tens or " " in atom.text:
        return atom
    assert isinstance(atom.value, int)
    before = "".join(a.tag for a in atoms[max(0, at - 2) : at])
    counted = before.endswith(("p", "m", "c", "k", "pA", "mA")) or (
        at + 1 < len(atoms) and atoms[at + 1].tag in "pmck"
    )
    return replace(atom, tag="n", value=Number(atom.value)) if counted else atom


def _another(atoms: Sequence[Atom], at: int) -> Atom:
    """One spelling is "last" before its noun and "another" behind it: "تبادل آخر"."""
    behind = at > 0 and atoms[at - 1].tag in "xXpmcknA" and not (at + 1 < len(atoms) and atoms[at + 1].tag == "x")
    return replace(atoms[at], tag="_") if atoms[at].tag == "P" and atoms[at].text == "اخر" and behind else atoms[at]


def _one_unit(atoms: Sequence[Atom], at: int) -> Atom:
    """ "*A month* after the exchange of 5 February": one of its unit, though no number says so."""
    atom = atoms[at]
    around = [a.text for a in (*atoms[max(0, at - 1) : at], *atoms[at + 1 : at + 2])]
    alone = atom.tag == "i" and len(around) == 2 and not atom.text.startswith("ال")
    if alone and around[0] in ("بعد", "وبعد") and around[1] in ("من", "علي"):
        return replace(atom, tag="u", value=Duration(1, str(atom.value)))
    return atom


_SPOKEN_FOR = ("متحدث", "المتحدث", "ناطق", "الناطق")


def _speaks_for(atoms: Sequence[Atom]) -> Iterator[Atom]:
    """ "The spokeswoman *of* the White House": whom she speaks for is the speaker."""
    at = 0
    while at < len(atoms):
        words = [a.text for a in atoms[at : at + 2]]
        apart = len(words) == 2 and words[1] == "باسم"
        behind = at + 1 + apart
        spoken = words[0].removeprefix("و").startswith(_SPOKEN_FOR) and (apart or words[0].endswith("باسم"))
        if spoken and behind < len(atoms) and atoms[behind].tag == "K":
            text = " ".join(a.text for a in atoms[at : behind + 1])
            yield replace(atoms[behind], text=text, start=atoms[at].start)
            at = behind + 1
            continue
        yield atoms[at]
        at += 1
