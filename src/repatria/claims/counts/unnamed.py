"""A number without a noun that counts part of the people: "Seven had been driven over", "the other 31"."""

from dataclasses import replace

from repatria.claims.counts.categories import category_of_clause
from repatria.claims.counts.item import Item
from repatria.claims.words.languages import people
from repatria.claims.words.lexicon import forms
from repatria.claims.words.patterns import compiled
from repatria.claims.words.tagging import Sentence

ROLE = "part"
_AUXILIARIES = frozenset("had have were are was has is had been".split())
# What may stand before a number that opens its clause.
_OPENING = people.REST | frozenset(
    "the another a further just only some exactly also these those all of still least at other "
    "ще ще й лише тільки також ті ці усі всі й і та понад щонайменше "
    "еще лишь только также те эти все и минимум "
    "نحو قرابه ايضا فقط اما".split()
)
_VERB_ENDINGS = ("ли", "лись", "лися", "лося", "лось", "ло", "ть", "ться", "ють", "ют", "ят", "ат", "ся")
FEWEST = 2


def as_part(item: Item) -> Item:
    """Give the item back as a part of people named before, where the words around it say so."""
    if item.kind not in (None, "people") or item.number.how == "vague" or (item.number.n or 0) < FEWEST:
        return item
    sentence, at = item.sentence, item.at
    if who := _who(sentence, at):
        return replace(item, kind=who, partitive=True, role=ROLE)
    if _in_groups(sentence, at):
        return replace(item, partitive=True, role=ROLE, kind="group")
    if item.kind == "people" and item.party is None and is_rest(sentence, at):
        return replace(item, partitive=True, role=ROLE, kind="some")
    if item.kind is None and (is_rest(sentence, at) or _subject(sentence, at)):
        named = category_of_clause(sentence, at, any_kind=True)
        kind, last = named or (None, at)
        return replace(item, kind=kind, partitive=True, role=ROLE, last=last, noun_at=last if named else None)
    return item


def _who(sentence: Sentence, at: int) -> str | None:
    """ "The 250 *who had been serving life terms*"."""
    if not compiled("p?,?[?]").match(sentence.tags, at + 1):
        return None
    opening = sentence.tags.index("?", at)
    named = category_of_clause(sentence, opening, any_kind=True)
    held = compiled("[_Nr]{0,3}[hjq]").match(sentence.tags, opening + 1)
    return named[0] if named else "some" if held else None


def _in_groups(sentence: Sentence, at: int) -> bool:
    """ "In two *groups*, *seven* in the morning and *13* later", "seven in a first *group*"."""
    names = [i for i, a in enumerate(sentence.atoms) if any(form in people.GROUPS for form in forms(a.text))]
    told_before = any(
        i < at and compiled("n_{0,2}$").search(sentence.tags[:i]) and _listed(sentence, i) for i in names
    )
    return told_before or any(0 < i - at <= 4 and "o" in sentence.tags[at:i] for i in names)


def _listed(sentence: Sentence, at: int) -> bool:
    """ "In two groups*,* seven and thirteen"; but "the two groups amounted to 538"."""
    return sentence.tags[at + 1 : at + 2] in (",", ";", "-")


def is_rest(sentence: Sentence, at: int) -> bool:
    """Is it the rest of people counted before? "*The remaining* 1,817", "31 *others*", "решта, сімнадцятеро"."""
    if _names_a_thing(sentence, at + 1):
        return False  # "the remaining three clauses"
    near = [a.text for a in sentence.atoms[max(0, at - 2) : at + 2]]
    return any(_isis_rest(text) for text in near)


SHORTEST_THING = 5


def _names_a_thing(sentence: Sentence, at: int) -> bool:
    text = sentence.atoms[at].text if sentence.tags[at : at + 1] == "_" else ""
    verb = text in _AUXILIARIES or (sentence.language.code in ("uk", "ru") and text.endswith(_VERB_ENDINGS))
    return len(text) >= SHORTEST_THING and not verb and not _isis_rest(text)


def _isis_rest(text: str) -> bool:
    return any(form in people.REST for form in forms(text))


def _subject(sentence: Sentence, at: int) -> bool:
    """ "*Seven had been driven over*": it opens its clause, and a verb that is none of coming home follows."""
    first = max((sentence.tags.rfind(mark, 0, at) for mark in ",;.&-?"), default=-1) + 1
    before = sentence.atoms[first:at]
    if len(before) > 3 or any(a.text not in _OPENING for a in before):
        return False
    return _acts(sentence, at + 1)


def _acts(sentence: Sentence, at: int) -> bool:
    if not compiled("[_jhqk]").match(sentence.tags, at):
        return False
    clause = compiled("[^,;.&?-]{1,9}").match(sentence.tags, at).group()
    if set(clause) & set("vgXWyMtnxbSzZ"):
        return False
    text = sentence.atoms[at].text
    if sentence.language.code == "en":
        return text in _AUXILIARIES or sentence.tags[at] in "jhq"
    if sentence.language.code == "ar":
        return sentence.tags[at] in "jh"
    return sentence.tags[at] in "jhq" or text.endswith(_VERB_ENDINGS)
