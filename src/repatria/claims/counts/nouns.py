"""Which people a number counts: the noun behind it or before it."""

from dataclasses import replace

from repatria.claims.counts.categories import category_of_clause, kind_of
from repatria.claims.counts.item import Item
from repatria.claims.words.languages import people
from repatria.claims.words.lexicon import forms
from repatria.claims.words.patterns import compiled
from repatria.claims.words.tagging import Sentence

NOUNS = "pmckb"

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
        if tag in NOUNS and (tag != "p" or kind is None):
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
