"""Which people a number counts: the noun behind it or before it."""

from dataclasses import replace

from repatria.claims.counts.capture import held_since
from repatria.claims.counts.categories import category_before, category_of_clause, kind_of
from repatria.claims.counts.item import Item
from repatria.claims.words.languages import people
from repatria.claims.words.lexicon import forms
from repatria.claims.words.patterns import compiled
from repatria.claims.words.tagging import Sentence

_NOUNS = "pmckb"
A_NUMBER = (
    "number", "the number", "put the number", "puts the number", "кількіст", "загальна кількість", "числ",
    "количеств", "общее число", "общее количество", "عدد", "وبلغ عدد", "العدد الاجمالي", "العدد الكلي",
)  # fmt: skip
REACH_OF_NUMBER_WORD = 9


OF = frozenset("of from из з із из числа من".split())


def with_noun(item: Item) -> Item:
    """Look to the right for what is counted: "22 *badly wounded* Ukrainians", "33 of those who were *military*"."""
    sentence, kind, noun_at = item.sentence, None, None
    of_whole = compiled("_{1,2}n[_-]{0,2}(?<kind>[mck])").match(sentence.tags, item.at + 1)
    if of_whole and sentence.atoms[item.at + 1].text in OF:  # "three of twelve are civilians"
        noun_at = of_whole.start("kind")
        return replace(item, kind=kind_of(sentence.atoms[noun_at]), noun_at=noun_at, last=noun_at, partitive=True)
    if part := _of_a_kind(item):
        return part
    start = item.at + (2 if item.sentence.tags[item.at + 1 : item.at + 2] == "-" else 1)
    for position in range(start, min(len(sentence.tags), item.at + 8)):
        tag = sentence.tags[position]
        if tag in _NOUNS and (tag != "p" or kind is None):
            kind, noun_at = kind_of(sentence.atoms[position]), position
            of_people = tag == "p" and sentence.tags[item.at + 1 : item.at + 2] == "O"
            if tag != "m" and not of_people:
                break
        elif _only_ours(sentence, item.at, position) and _names_people(sentence, position):
            kind, noun_at = "people", position
            break
        elif _ends_noun_phrase(item, position, kind):
            break
    if kind == "civilians" and noun_at is not None and sentence.tags[noun_at + 1 : noun_at + 2] == "k":
        kind, noun_at = kind_of(sentence.atoms[noun_at + 1]), noun_at + 1  # "civilian sailors"
    if kind == "people" and noun_at is not None:
        kind, noun_at = _later_category(sentence, noun_at) or (kind, noun_at)
    of_them = kind == "women" and sentence.tags[item.at + 1 : item.at + 2] == "O"
    if noun_at is not None and (kind in ("people", "military") or of_them):
        kind, noun_at = category_of_clause(sentence, noun_at, of_them) or (kind, noun_at)
    elif noun_at is None and sentence.tags[item.at + 1 : item.at + 2] == "A":
        if sentence.atoms[item.at + 1].text in _WOMEN_OF:
            return replace(item, kind="women", noun_at=item.at + 1, last=item.at + 1)
        kind, noun_at = category_of_clause(sentence, item.at + 1) or (None, None)
    if kind == "military" and noun_at is not None and "N" in sentence.tags[item.at + 1 : noun_at]:
        kind = "civilians"  # "seven who were *not* of the military"
    straight = sentence.language.code == "en" or noun_at == item.at + 1
    if kind == "men" and straight and _all_men(item):
        kind = "people"
    last = noun_at if noun_at is not None else item.at
    of_freed = kind == "people" and noun_at is not None and _of_the_freed(sentence, item.at, noun_at)
    return replace(item, kind="some" if of_freed else kind, noun_at=noun_at, last=last, partitive=of_freed)


def _of_a_kind(item: Item) -> Item | None:
    """ "A dozen *of the women* are *civilians*", "one *of the civilians* was ...": a part of a kind told before."""
    sentence, at = item.sentence, item.at
    m = compiled("O(?<of>[kc])(?:_{1,2}(?<kind>[ckm]))?").match(sentence.tags, at + 1)
    if m is None or sentence.atoms[at + 1].text not in _OF_THE or sentence.atoms[m.start("of")].value in _LINES:
        return None
    last = m.end() - 1
    kind = kind_of(sentence.atoms[m.start("kind")]) if m.start("kind") > 0 else "some"
    return replace(item, kind=kind, noun_at=last, last=last, partitive=True)


_OF_THE = frozenset(("of the", "of these", "of those", "из", "з", "із"))
_LINES = frozenset("azovstal mariupol bakhmut snake_island national_guard navy army border_guard".split())
_FREED = (
    "freed", "released", "returne", "звільнен", "визволен", "повернут", "прибул", "освобожд", "вернувш", "прибывш",
    "вызволен", "возвращ", "приехавш", "عايد", "مفرج", "محرر",
)  # fmt: skip


def _of_the_freed(sentence: Sentence, at: int, noun_at: int) -> bool:
    """ "One *of the released*", "восемнадцать *из вернувшихся*": some of those who were told of before."""
    noun = sentence.atoms[noun_at]
    out_of = sentence.atoms[at + 1].text in OF and noun_at - at <= FARTHEST_FREED
    return out_of and any(form.startswith(_FREED) for form in forms(noun.text))


FARTHEST_FREED = 4

_PARTICIPLES = ("их", "ых", "им", "ым", "ими", "ыми", "вшихся")
_ACTIVE = ("вших", "вшихся", "вшие", "вшиеся")


def _only_ours(sentence: Sentence, at: int, position: int) -> bool:
    """Does nothing stand between number and noun but "of our", "more of our", "its"?"""
    between = sentence.atoms[at + 1 : position]
    return len(between) <= 3 and all(a.tag == "Q" or a.text in _OURS for a in between)


_OURS = frozenset("of our more of our its their your these من наших своїх своих ще еще".split())


def _names_people(sentence: Sentence, at: int) -> bool:
    """ "104 *задержанных*", "36 *прибывших*", "150 *heroes*": a participle or a word of feeling for a noun."""
    atom = sentence.atoms[at]
    slavic = sentence.language.code in ("uk", "ru")
    participle = slavic and atom.text.endswith(_PARTICIPLES if atom.tag in "jvg" else _ACTIVE)
    return (participle and atom.tag in "jvg_") or (
        atom.tag in "_v" and any(form in people.COUNTED for form in forms(atom.text))
    )


# Nationals whose noun itself says that they are women.
_WOMEN_OF = frozenset(
    "українок українки українкам українками украинок украинки украинкам украинками росіянок росіянки росіянкам "
    "россиянок россиянки россиянкам израильтянок израильтянки ізраїльтянок ізраїльтянки اوكرانيات روسيات "
    "اسراييليات".split()
)


def _ends_noun_phrase(item: Item, position: int, kind: str | None) -> bool:
    """Can what stands at `position` no longer belong to the people counted?"""
    tags = item.sentence.tags
    tag, between = tags[position], tags[item.at + 1 : position]
    if not between and item.sentence.atoms[position].text in (
        "a",
        "an",
    ):  # "at about eleven a woman began to scream"
        return True
    if tag == "n":
        return not compiled("_{0,2}O").fullmatch(between)
    if tag == "S":
        return "?" not in between
    if tag == "?":
        return "O" not in between
    if tag == "&" and between.endswith("A"):  # "150 Ukrainians and ... troops", but "Russian and Ukrainian troops"
        return tags[position + 1 : position + 2] != "A"
    if tag in "&qE":
        return kind is not None
    if tag == "d":
        return kind is None
    if tag == '"':  # 95 of the Ukrainians defended "Azovstal"
        return tags[position + 1 : position + 2] != "k"
    if tag == "-" and between == "O":
        return False
    return tag in ',;.:-FoTd"'


def with_noun_before(item: Item) -> Item:
    """ "the bodies of 212 ...", "a group of 303", "139 had been in captivity since 2022"."""
    sentence, at = item.sentence, item.at
    held = held_since(item)
    if held:
        return replace(item, kind=held[0], last=held[1], noun_at=held[1])
    if item.kind is None and at and item.number.n == 2 and sentence.tags[at - 1] in "cmk":
        return replace(item, kind=kind_of(sentence.atoms[at - 1]))  # Arabic: "civilians two"
    if item.kind is None and at and sentence.atoms[at - 1].text == "?":  # the answer to "how many civilians?"
        asked = next((a for a in reversed(sentence.atoms[:at]) if a.tag in _NOUNS), None)
        return replace(item, kind=kind_of(asked)) if asked is not None else item
    if item.kind is None and at > 1 and sentence.atoms[at - 1].text == ":":
        label = next((a for a in reversed(sentence.atoms[max(0, at - 3) : at - 1]) if a.tag in _NOUNS), None)
        if label is not None:  # "Azovstal defenders: 95"
            named = next((a for a in sentence.atoms[: at - 1] if a.tag == "k"), label)
            return replace(item, kind=kind_of(named))
    if (
        item.kind is None
        and sentence.tags[max(0, at - 2) : at] in ("c,", "m,")
        and sentence.tags[at + 1 : at + 2] == "A"
    ):
        return replace(item, kind=kind_of(sentence.atoms[at - 2]))  # "civilians, twenty Ukrainian and ..."
    label = compiled("(?<kind>[mc])H?$").search(sentence.tags[:at])
    if item.kind is None and label and sentence.tags[at + 1 : at + 2] in (",", ".", ";", "&", ""):
        return replace(item, kind=kind_of(sentence.atoms[label.start("kind")]))  # "troops number 33, civilians 51"
    among = compiled(r"(?<kind>[kcm])_?O[pvmA_]{0,4}$").search(sentence.tags[:at]) if item.kind is None else None
    if among:  # "officers among the freed: two"
        return replace(item, kind=kind_of(sentence.atoms[among.start("kind")]), partitive=True)
    told = _LABELLED.search(sentence.tags[:at]) if item.kind is None and _ends(sentence, at) else None
    if told:  # "to the civilians belong twelve", "badly wounded are 17"
        return replace(item, kind=kind_of(sentence.atoms[told.start("kind")]))
    of_group = item.kind == "people" and sentence.tags[at + 1 : at + 2] == "O"
    closing = item.kind == "people" and compiled("p[.,;]").match(sentence.tags, at + 1)
    if (item.kind is None or of_group or closing) and (made := made_of(sentence, at)):
        return replace(item, kind=made)
    if item.kind is None and at and sentence.tags[at - 1] == "H":
        numbered = [a for a in sentence.atoms[:at] if a.tag in "pmc"]
        return replace(item, kind=kind_of(numbered[-1]) if numbered else "people")
    if item.kind in (None, "people") and (defended := category_before(sentence, at)):
        return replace(item, kind=defended)
    if item.kind is None and (counted := counted_before(sentence, at)):
        return replace(item, kind=counted)
    if item.kind is None and compiled("_?H[_?]{0,2}[vAp]").match(sentence.tags, at + 1):
        return replace(item, kind="people")  # "6,619 the number who have come home"
    if item.kind is None and compiled("p[-;]$").search(sentence.tags[:at]):
        return replace(item, kind="people")  # "of those freed: 978"
    if item.kind is None and at and sentence.tags[at - 1] == "p":
        return replace(item, kind="people")
    return item


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


def _all_men(item: Item) -> bool:
    """ "Each army recovered 200 men": soldiers, where neither women nor a part of them are spoken of."""
    tags, women = item.sentence.tags, any(a.value == "women" for a in item.sentence.atoms)
    return not women and "O" not in tags[: item.at + 3] and bool(set(tags) & set("vgXE"))


def _later_category(sentence: Sentence, noun_at: int) -> tuple[str, int] | None:
    """ "108 women", "75 people it gave up were *servicemen*" keep the first; "people ... *wounded*" does not."""
    step = 2 if sentence.tags[noun_at + 1 : noun_at + 2] == "-" else 1
    following = sentence.atoms[noun_at + 1].text if noun_at + 1 < len(sentence.atoms) else ""
    if following.startswith(("защищ", "оборон", "захищ", "defend", "had defended", "fought")):
        step = 3 if sentence.tags[noun_at + 2 : noun_at + 3] == '"' else 2
    if sentence.tags[noun_at + step : noun_at + step + 1] in ("k", "c"):
        return kind_of(sentence.atoms[noun_at + step]), noun_at + step
    return None
