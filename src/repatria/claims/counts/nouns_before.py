"""Which people a number counts where the noun stands before it: "the bodies of 212", "civilians: 51"."""

from dataclasses import replace

from repatria.claims.counts.capture import held_since
from repatria.claims.counts.categories import category_before, kind_of
from repatria.claims.counts.item import Item
from repatria.claims.counts.nouns import NOUNS
from repatria.claims.words.patterns import compiled
from repatria.claims.words.tagging import Sentence

A_NUMBER = (
    "number", "the number", "put the number", "puts the number", "кількіст", "загальна кількість", "числ",
    "количеств", "общее число", "общее количество", "عدد", "وبلغ عدد", "العدد الاجمالي", "العدد الكلي",
)  # fmt: skip
REACH_OF_NUMBER_WORD = 9


def with_noun_before(item: Item) -> Item:
    """ "the bodies of 212 ...", "a group of 303", "139 had been in captivity since 2022"."""
    if held := held_since(item):
        return replace(item, kind=held[0], last=held[1], noun_at=held[1])
    rules = _RULES if item.kind is None else _OF_PEOPLE_TOO
    return next((told for rule in rules if (told := rule(item))), item)


def _two_of(item: Item) -> Item | None:
    """Arabic: "civilians two"."""
    before = item.sentence.atoms[max(0, item.at - 1) : item.at]
    two = item.number.n == 2 and before and before[0].tag in "cmk"
    return replace(item, kind=kind_of(before[0])) if two else None


def _asked(item: Item) -> Item | None:
    """The answer to "how many civilians?"."""
    before = item.sentence.atoms[: item.at]
    if not before or before[-1].text != "?":
        return None
    asked = next((a for a in reversed(before) if a.tag in NOUNS), None)
    return replace(item, kind=kind_of(asked)) if asked is not None else item


def _after_label(item: Item) -> Item | None:
    """ "Azovstal defenders: 95"."""
    before = item.sentence.atoms[: item.at]
    if len(before) < 2 or before[-1].text != ":":
        return None
    label = next((a for a in reversed(before[-3:-1]) if a.tag in NOUNS), None)
    named = next((a for a in before[:-1] if a.tag == "k"), label)
    return replace(item, kind=kind_of(named)) if label is not None and named is not None else None


def _listed_nation(item: Item) -> Item | None:
    """ "civilians, twenty Ukrainian and ..."."""
    tags, at = item.sentence.tags, item.at
    listed = tags[max(0, at - 2) : at] in ("c,", "m,") and tags[at + 1 : at + 2] == "A"
    return replace(item, kind=kind_of(item.sentence.atoms[at - 2])) if listed else None


def _numbering(item: Item) -> Item | None:
    """ "troops number 33, civilians 51"."""
    tags, at = item.sentence.tags, item.at
    label = compiled("(?<kind>[mc])H?$").search(tags[:at])
    closed = tags[at + 1 : at + 2] in (",", ".", ";", "&", "")
    return replace(item, kind=kind_of(item.sentence.atoms[label.start("kind")])) if label and closed else None


def _among(item: Item) -> Item | None:
    """ "officers among the freed: two"."""
    among = compiled(r"(?<kind>[kcm])_?O[pvmA_]{0,4}$").search(item.sentence.tags[: item.at])
    kind = kind_of(item.sentence.atoms[among.start("kind")]) if among else None
    return replace(item, kind=kind, partitive=True) if among else None


def _belonging(item: Item) -> Item | None:
    """ "to the civilians belong twelve", "badly wounded are 17"."""
    told = _LABELLED.search(item.sentence.tags[: item.at]) if _ends(item.sentence, item.at) else None
    return replace(item, kind=kind_of(item.sentence.atoms[told.start("kind")])) if told else None


def _made_up(item: Item) -> Item | None:
    """ "civilians accounting for a dozen", "the soldiers are 150"."""
    following = compiled("O|p[.,;]").match(item.sentence.tags, item.at + 1)
    made = made_of(item.sentence, item.at) if item.kind is None or (item.kind == "people" and following) else None
    return replace(item, kind=made) if made else None


def _number_word(item: Item) -> Item | None:
    """ "their number is 157"."""
    if item.sentence.tags[max(0, item.at - 1) : item.at] != "H":
        return None
    numbered = [a for a in item.sentence.atoms[: item.at] if a.tag in "pmc"]
    return replace(item, kind=kind_of(numbered[-1]) if numbered else "people")


def _defended(item: Item) -> Item | None:
    """ "Mariupol was defended by 97"."""
    defended = category_before(item.sentence, item.at) if item.kind in (None, "people") else None
    return replace(item, kind=defended) if defended else None


def _counted(item: Item) -> Item | None:
    counted = counted_before(item.sentence, item.at)
    return replace(item, kind=counted) if counted else None


def _plain_people(item: Item) -> Item | None:
    """ "6,619 the number who have come home", "of those freed: 978"."""
    tags, at = item.sentence.tags, item.at
    people = compiled("_?H[_?]{0,2}[vAp]").match(tags, at + 1) or compiled("p[-;]?$").search(tags[:at])
    return replace(item, kind="people") if people else None


_LABELLED = compiled('(?<kind>[kc])"?[_v]{1,2}$|(?<kind>[mc])v_?E$')


# Between who is told of and how many they are: "civilians *accounting for a* dozen", "the soldiers *are* 150".
_MAKE = frozenset(
    "is are was were being been has have had numbered numbering number numbers make makes made making up account "
    "accounts accounted accounting for form formed total totalled totaling totalling constitute constituted "
    "comprise comprised "
    "the a an as at just only exactly , ( — - "
    "є було були становлять становить становили складають складала складали налічується лише тільки "
    "есть было были составляют составляет составляли составили насчитывается лишь только "
    "عددهم وعددهم عددهن وعددهن البالغ والبالغ البالغه بلغ يبلغ ويبلغ يشكلون شكل كان فقط ال".split()
)
# Right before the number of people named: "the freed soldiers, *numbering* 205".
_NUMBERING = frozenset("عددهم عددهن numbering totalling totaling числом кількістю количеством".split())
LONGEST_MAKING = 5


def made_of(sentence: Sentence, at: int) -> str | None:
    """The kind of people that are told before their number: "Soldiers made up 150 of the group"."""
    people_behind = compiled("p[.,;]").match(sentence.tags, at + 1)  # "fifty-one persons."
    if sentence.tags[at + 1 : at + 2] not in ("", ".", ",", ";", "&", "O", "-") and not people_behind:
        return None
    if sentence.tags[at - 1 : at] == "," and sentence.tags[at + 1 : at + 2] == "O":
        return None  # "the foreigners, five of them British": a part of that kind
    for i in range(at - 1, max(-1, at - LONGEST_MAKING - 1), -1):
        if sentence.tags[i] == "p" and sentence.atoms[at - 1].text.removeprefix("و") in _NUMBERING:
            return "people"
        if sentence.tags[i] in "ckm":
            counted = sentence.tags[max(0, i - 3) : i].rstrip("_A").endswith("n")
            return None if counted else kind_of(sentence.atoms[i])
        if sentence.language.code == "ar" and sentence.tags[i] in "pA":
            continue  # "its freed soldiers, 205 in number", the adjective behind
        if sentence.atoms[i].text not in _MAKE and sentence.tags[i] != "H":
            break
    return _kind_first(sentence, at)


FARTHEST_KIND = 8


def _kind_first(sentence: Sentence, at: int) -> str | None:
    """ "*Women* in this group: twenty", "Оборонців «Азовсталі» серед звільнених 95": the number ends the clause."""
    for i in range(at - 1, max(-1, at - FARTHEST_KIND - 1), -1):
        tag = sentence.tags[i]
        if tag in "ck":
            counted = "n" in sentence.tags[max(0, i - 3) : i]
            return None if counted else kind_of(sentence.atoms[i])
        if tag not in '_pOAQ-":':
            return None
    return None


def people_number(sentence: Sentence, at: int) -> bool:
    """Is "number" said of people: "the people freed through these efforts *number* 4,349"?"""
    start = max((i for i in range(at) if sentence.tags[i] in ",;."), default=-1) + 1
    before = sentence.tags[start : at - 1]
    verb = sentence.atoms[at - 1].text == "number"
    return before.endswith(("m", "c", "p", "_v")) or (
        verb and bool(set(before) & set("pmcA")) and not set(before) & set("xo")
    )


def _ends(sentence: Sentence, at: int) -> bool:
    """Does the number end its clause?"""
    return sentence.language.code in ("uk", "ru") and sentence.tags[at + 1 : at + 2] in ("", ".", ",", ";")


def counted_before(sentence: Sentence, at: int) -> str | None:
    """ "The *number of those freed* comes to 314": what is counted stands between the word and the number."""
    start = max(0, at - REACH_OF_NUMBER_WORD)
    words = [i for i in range(start, at) if sentence.atoms[i].text.startswith(A_NUMBER)]
    between = range(words[-1] + 1, at) if words else range(0)
    if not words or any(sentence.tags[i] in "n,;.M" for i in between):
        return None
    kinds = [kind_of(sentence.atoms[i]) for i in between if sentence.tags[i] in "pmckb"]
    if kinds:
        return kinds[0]
    return "people" if any(sentence.tags[i] in "vXOA" for i in between) else None


# In the order in which they are asked; those of the second row add to what is only known to be people.
_RULES = (
    _two_of, _asked, _after_label, _listed_nation, _numbering, _among, _belonging, _made_up, _number_word,
    _defended, _counted, _plain_people,
)  # fmt: skip
_OF_PEOPLE_TOO = (_made_up, _defended)
