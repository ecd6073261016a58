"""What a clause says of the people it counts: where they fought, what befell them, of what kind they are."""

from repatria.claims.words.tagging import Sentence
from repatria.claims.words.tags import Atom

_COPULA = frozenset("are were is was being — - : є були есть были هم كانوا".split())
# The line they held, the unit they served in, what they had been thought to be.
_OF_CLAUSE = frozenset(
    "from_belarus azovstal mariupol bakhmut snake_island missing_before life_terms under_25 national_guard navy "
    "army "
    "border_guard territorial_defence marines paratroopers air_force wounded ill".split()
)
FARTHEST_CATEGORY = 8


def category_of_clause(sentence: Sentence, noun_at: int, any_kind: bool = False) -> tuple[str, int] | None:
    """ "68 of the freed *had been thought missing*", "94 people took part in the defence of *Mariupol*".

    Args:
        any_kind: take whatever category is named.
    """
    copula = False
    for i in range(noun_at + 1, min(noun_at + FARTHEST_CATEGORY, len(sentence.tags))):
        atom = sentence.atoms[i]
        if atom.tag in ";.n&?vgXxE" or (atom.tag == "," and (i > noun_at + 1 or _listed(sentence, i))):
            return None
        copula = copula or atom.text in _COPULA
        if atom.tag == "k" and (any_kind or atom.value in _OF_CLAUSE):
            return kind_of(atom), i
        if atom.tag in "cm" and copula and sentence.tags[i - 1] in "_-" and sentence.tags[noun_at] in "pn":
            return kind_of(atom), i
    return None


def _listed(sentence: Sentence, comma: int) -> bool:
    """Does a comma open something else than what these people did?"""
    return sentence.tags[comma + 1 : comma + 2] != "_" or sentence.language.code not in ("ru", "uk")


_DEFENDED = ("defend", "защищ", "оборон", "захищ", "held", "held out", "тримали", "держали")


def category_before(sentence: Sentence, at: int) -> str | None:
    """ "*Mariupol* was defended by 97 of them": the line stands before its verb and the number."""
    for i in range(at - 1, max(-1, at - 4), -1):
        if sentence.tags[i] == "k" and sentence.atoms[i].value in _OF_CLAUSE:
            between = [a.text for a in sentence.atoms[i + 1 : at]]
            return kind_of(sentence.atoms[i]) if any(text.startswith(_DEFENDED) for text in between) else None
        if sentence.tags[i] not in "_j":
            return None
    return None


def kind_of(atom: Atom) -> str:
    """The kind of people a noun names, in the terms of :class:`Item`."""
    named = {"p": "people", "m": "military", "c": "civilians", "b": "bodies"}
    return named.get(atom.tag) or str(atom.value)
