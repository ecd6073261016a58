"""Numbers of people in a sentence: which number counts whom, on which side, in which sense."""

from dataclasses import dataclass, replace

from repatria.claims.numbers import Number, Pair
from repatria.claims.scene import Scene, segment_of
from repatria.claims.tagging import Sentence
from repatria.claims.tags import Atom

_NOUNS = "pmckb"
# A smaller number is hardly a sum over a year or the war.
LEAST_SUM = 240
# More Ukrainians or Russians than this are a population, not an exchange.
LARGEST_EXCHANGE = 5000
_TO = frozenset("to into in for до в у на إلى الى الي".split())
_FROM = frozenset("from by of with з із від за из от у من".split())


@dataclass(frozen=True, slots=True)
class Item:
    """One number with what the words around it say of it.

    Attributes:
        at, last: first and last atom that belong to it.
        kind: ``people``, ``military``, ``civilians``, ``bodies`` or a category of people; None if not said.
        party: the party they belong to; None if not said.
        each: said of each side.
        second: the other number of "17 for 15".
        partitive: said of a part of people named before.
        in_all: said of all people together.
        same: "the same number".
        role: how the party was found.
    """

    sentence: Sentence
    at: int
    last: int
    number: Number
    kind: str | None = None
    party: str | None = None
    each: bool = False
    partitive: bool = False
    in_all: bool = False
    same: bool = False
    noun_at: int | None = None
    role: str = ""
    second: int | None = None


def items(sentence: Sentence, scene: Scene) -> list[Item]:
    """Find the numbers of a sentence that count people."""
    found: list[Item] = []
    for at, atom in enumerate(sentence.atoms):
        item = _item(sentence, at, atom, scene, found)
        if item:
            found.append(item)
    return found


def _item(sentence: Sentence, at: int, atom: Atom, scene: Scene, found: list[Item]) -> Item | None:
    if atom.tag == "F":
        assert isinstance(atom.value, Pair)
        number = Number(atom.value.first)
        equal = atom.value.first == atom.value.second
        item = Item(sentence, at, at, number, each=equal, second=None if equal else atom.value.second)
        item = _with_noun(item)
        return replace(item, kind=item.kind or "people")
    if atom.tag == "B":
        same = Item(sentence, at, at, Number(None, "same"), kind="people", same=True)
        return _with_party(same, scene, found[-1] if found else None)
    if atom.tag != "n" or not isinstance(atom.value, Number) or _not_people(sentence, at):
        return None
    item = _with_noun(Item(sentence, at, at, atom.value))
    if item.kind in (None, "people"):
        item = _with_noun_before(item)
    item = _with_marks(item)
    item = _with_party(item, scene, found[-1] if found else None)
    if item.kind is None and item.party is None and not item.each and not item.in_all and not item.partitive:
        item = _elliptical(item, found)
    return item if _evidence(item) else None


def _not_people(sentence: Sentence, at: int) -> bool:
    after = sentence.tags[at + 1 : at + 2]
    before = sentence.atoms[at - 1].text if at else ""
    following = sentence.atoms[at + 1].text if at + 1 < len(sentence.atoms) else ""
    return (
        after in ("i", "x", "t", "w")
        or _named_before(sentence, at)
        or following
        in (
            "%",
            "percent",
            "per",
            "km",
            "kilometres",
            "sides",
            "governments",
            "countries",
            "capitals",
            "states",
            "parties",
            "s",
            "$",
            "€",
        )
        or before in ("$", "€", "№", "page", "aged", "-", "oldest", "youngest", "cop")
    )


def _named_before(sentence: Sentence, at: int) -> bool:
    """ "two of *the ten*", "two children are among *the ten*": people who were counted before."""
    before, after = sentence.tags[max(0, at - 2) : at], sentence.tags[at + 1 : at + 2]
    among = before.rstrip("_").endswith("O") and after in (".", ",", ";", "") and "n" in sentence.tags[:at]
    return before == "nO" or among


def _with_noun(item: Item) -> Item:
    """Look to the right for what is counted: "22 *badly wounded* Ukrainians", "33 of those who were *military*"."""
    sentence, kind, noun_at = item.sentence, None, None
    start = item.at + (2 if item.sentence.tags[item.at + 1 : item.at + 2] == "-" else 1)
    for position in range(start, min(len(sentence.tags), item.at + 8)):
        tag = sentence.tags[position]
        if tag in _NOUNS and (tag != "p" or kind is None):
            kind, noun_at = _kind(sentence.atoms[position]), position
            of_people = tag == "p" and sentence.tags[item.at + 1 : item.at + 2] == "O"
            if tag != "m" and not of_people:
                break
        elif _ends_noun_phrase(item, position, kind):
            break
    if kind == "civilians" and noun_at is not None and sentence.tags[noun_at + 1 : noun_at + 2] == "k":
        kind, noun_at = _kind(sentence.atoms[noun_at + 1]), noun_at + 1  # "civilian sailors"
    if kind == "people" and noun_at is not None:
        kind, noun_at = _later_category(sentence, noun_at) or (kind, noun_at)
    if kind == "women" and sentence.tags[item.at + 1 : item.at + 2] == "O" and noun_at is not None:
        kind, noun_at = _category_of_part(sentence, noun_at) or (kind, noun_at)
    return replace(item, kind=kind, noun_at=noun_at, last=noun_at if noun_at is not None else item.at)


def _ends_noun_phrase(item: Item, position: int, kind: str | None) -> bool:
    """Can what stands at `position` no longer belong to the people counted?"""
    tags = item.sentence.tags
    tag, between = tags[position], tags[item.at + 1 : position]
    if tag == "n":
        return not between.endswith("O")
    if tag == "S":
        return "?" not in between
    if tag == "?":
        return "O" not in between
    if tag in "&q":
        return kind is not None
    if tag == "d":
        return kind is None
    if tag == '"':  # 95 of the Ukrainians defended "Azovstal"
        return tags[position + 1 : position + 2] != "k"
    if tag == "-" and between == "O":
        return False
    return tag in ',;.:-FoTd"'


def _with_noun_before(item: Item) -> Item:
    """ "the bodies of 212 ...", "a group of 303", "139 had been in captivity since 2022"."""
    sentence, at = item.sentence, item.at
    held = _held_since(item)
    if held:
        return replace(item, kind=held[0], last=held[1], noun_at=held[1])
    if item.kind is None and at and item.number.n == 2 and sentence.tags[at - 1] in "cmk":
        return replace(item, kind=_kind(sentence.atoms[at - 1]))  # Arabic: "civilians two"
    if item.kind is None and at and sentence.atoms[at - 1].text == "?":  # the answer to "how many civilians?"
        asked = next((a for a in reversed(sentence.atoms[:at]) if a.tag in _NOUNS), None)
        return replace(item, kind=_kind(asked)) if asked is not None else item
    if item.kind is None and at > 1 and sentence.atoms[at - 1].text == ":":
        label = next((a for a in reversed(sentence.atoms[max(0, at - 3) : at - 1]) if a.tag in _NOUNS), None)
        if label is not None:  # "Azovstal defenders: 95"
            named = next((a for a in sentence.atoms[: at - 1] if a.tag == "k"), label)
            return replace(item, kind=_kind(named))
    if item.kind is None and at and sentence.tags[at - 1] == "p":
        return replace(item, kind="people")
    return item


def _held_since(item: Item) -> tuple[str, int] | None:
    tags, at = item.sentence.tags, item.at
    for i in range(at + 1, min(at + 9, len(tags) - 1)):
        if tags[i] in ",;.n&":
            return None
        if tags[i] == "s":
            said = next((a.value for a in item.sentence.atoms[i + 1 : i + 3] if a.tag == "d"), None)
            year = getattr(said, "year", None)
            if year and getattr(said, "month", None) is None and set(tags[at : i + 4]) & set("hqj"):
                return f"held_since_{year}", i + 1
    return None


def _later_category(sentence: Sentence, noun_at: int) -> tuple[str, int] | None:
    """ "108 women", "75 people it gave up were *servicemen*" keep the first; "people ... *wounded*" does not."""
    step = 2 if sentence.tags[noun_at + 1 : noun_at + 2] == "-" else 1
    following = sentence.atoms[noun_at + 1].text if noun_at + 1 < len(sentence.atoms) else ""
    if following.startswith(("защищ", "оборон", "захищ", "defend", "had defended", "fought")):
        step = 2
    if sentence.tags[noun_at + step : noun_at + step + 1] in ("k", "c"):
        return _kind(sentence.atoms[noun_at + step]), noun_at + step
    return None


def _category_of_part(sentence: Sentence, noun_at: int) -> tuple[str, int] | None:
    """ "37 of the women had been at *Azovstal*"."""
    for i in range(noun_at + 1, min(noun_at + 7, len(sentence.tags))):
        if sentence.tags[i] in ",;.n&":
            return None
        if sentence.tags[i] in "kc":
            return _kind(sentence.atoms[i]), i
    return None


def _kind(atom: Atom) -> str:
    named = {"p": "people", "m": "military", "c": "civilians", "b": "bodies"}
    return named.get(atom.tag) or str(atom.value)


def _with_marks(item: Item) -> Item:
    tags, at = item.sentence.tags, item.at
    segment = segment_of(item.sentence, at)
    if "b" in tags[max(0, at - 6) : at].replace(",", "; ").rpartition(";")[2]:
        item = replace(item, kind="bodies")
    end = item.noun_at if item.noun_at is not None else at
    near = range(max(segment.start, at - 5), min(len(tags), end + 8))
    each = _each(item, segment)
    of_them = tags[at + 1 : at + 2] == "O" or "O" in tags[max(segment.start, at - 4) : at]
    of_them = of_them or tags[at + 1 : at + 3] == "_O"
    behind = "".join(tags[i] for i in near if i > at and i in segment).partition("n")[0]
    if each and _counts_both(item):
        each, in_all_of_both = False, True
    else:
        in_all_of_both = False
    in_all = in_all_of_both or "T" in tags[max(segment.start, at - 4) : at] or "T" in behind
    return replace(item, each=each, partitive=of_them, in_all=in_all)


_BOTH = frozenset("on both sides,з обох боків,с обеих сторон,з обох сторін,من الجانبين,من الطرفين".split(","))
_A_NUMBER = ("number", "кількіст", "числ", "количеств", "عدد", "وبلغ عدد")


def _counts_both(item: Item) -> bool:
    """ "The number of people freed *on both sides* was 410" is a sum, not a number of each."""
    before = item.sentence.atoms[: item.at]
    both = any(a.tag == "E" and a.text in _BOTH for a in item.sentence.atoms)
    return both and any(a.text.startswith(_A_NUMBER) for a in before)


def _each(item: Item, segment: range) -> bool:
    """ "84 people *each*", "*по* 115 военнослужащих", "270 servicemen and 120 civilians *on each side*"."""
    return any(_each_at(item, i, segment) for i, atom in enumerate(item.sentence.atoms) if atom.tag == "E")


def _each_at(item: Item, i: int, segment: range) -> bool:
    if item.sentence.atoms[i].text == "по":
        return item.at - 2 <= i < item.at
    if i in segment:
        return True
    first, last = min(i, item.at), max(i, item.at)
    return last - first <= 9 and _only_people(item.sentence, first, last)


def _only_people(sentence: Sentence, first: int, last: int) -> bool:
    """Is there nothing between two atoms but numbers of people?"""
    return set(sentence.tags[first + 1 : last]) <= set("n&mckpAOv_E,") and (
        "," not in sentence.tags[first + 1 : last]
    )


def _with_party(item: Item, scene: Scene, before: Item | None) -> Item:
    for rule in (_by_label, _by_nation, _by_goal, _by_subject, _by_captivity, _by_echo):
        party, role = rule(item, scene, before)
        if party:
            return replace(item, party=party, role=role)
    return item


Ruling = tuple[str | None, str]


def _by_label(item: Item, scene: Scene, before: Item | None) -> Ruling:
    """ "Ukraine: 207 people", "Russia - 56": the line or the clause begins with the side."""
    tags, at = item.sentence.tags, item.at
    begins = at >= 2 and tags[at - 2] == "S" and item.sentence.atoms[at - 1].text in (":", "—", "-")
    opening = at > 2 and item.sentence.atoms[at - 3].text in _TO and at <= 5
    if begins and (at == 2 or tags[at - 3] in ",;.&" or opening):
        code = str(item.sentence.atoms[at - 2].value)
        return (code, "label") if code in scene.sides else (None, "")
    return None, ""


def _by_nation(item: Item, scene: Scene, before: Item | None) -> Ruling:
    """ "277 *Ukrainian* soldiers", "the number of *Ukrainians* returned at 189", "four of the *Ukrainians*"."""
    sentence, at = item.sentence, item.at
    end = (item.noun_at if item.noun_at is not None else at) + 2
    for i in range(at + 1, min(end + 1, len(sentence.tags))):
        if sentence.tags[i] in ",;.n?&":
            break
        if sentence.tags[i] == "A" and sentence.tags[i + 1 : i + 2] != "q":
            return _nations(sentence, i, scene), "nation"
    if sentence.tags[at + 1 : at + 4] == "_S_" and sentence.atoms[at + 3].text == "'s":  # "157 of Kyiv's people"
        return _side_of(str(sentence.atoms[at + 2].value), scene), "nation"
    segment = segment_of(sentence, at)
    for i in range(at - 1, max(segment.start, at - 6) - 1, -1):
        if sentence.tags[i] == "A" and sentence.tags[i + 1 : i + 2] != "q":
            return _side_of(str(sentence.atoms[i].value), scene), "nation"
    return None, ""


def _nations(sentence: Sentence, at: int, scene: Scene) -> str | None:
    """ "Saudi or Sudanese" are two parties."""
    first = _side_of(str(sentence.atoms[at].value), scene)
    if first and sentence.tags[at + 1 : at + 3] in ("_A", "&A"):
        second = _side_of(str(sentence.atoms[at + 2].value), scene)
        if second and second != first and scene.other(first) == scene.other(second):
            return f"{first};{second}"
    return first


def _side_of(party: str, scene: Scene) -> str | None:
    return party if party in scene.sides else None


def _by_goal(item: Item, scene: Scene, before: Item | None) -> Ruling:
    """ "thirteen were flown to *Germany*, three to the *United States*"."""
    sentence = item.sentence
    for i in range(item.at - 1, max(0, item.at - 4), -1):  # "to Russia went 110 people"
        opening = i < 3 or sentence.tags[i - 2] in ",;.&"
        if (
            sentence.tags[i] == "S"
            and sentence.atoms[i - 1].text in _TO
            and opening
            and _goes(sentence, i, item.at)
        ):
            party = str(sentence.atoms[i].value)
            return (party, "goal") if party in scene.sides else (None, "")
    for i in range(item.at + 1, min(item.at + 8, len(sentence.tags))):
        if sentence.tags[i] in ",;.n?&":
            break
        if sentence.tags[i] == "S" and _to(sentence, i) and sentence.tags[i + 1 : i + 3] != "&S":
            party = str(sentence.atoms[i].value)
            return (party, "goal") if party in scene.sides else (None, "")
    return None, ""


def _goes(sentence: Sentence, first: int, last: int) -> bool:
    """Is a verb of coming home between the side and the number?"""
    return any(
        (sentence.tags[i] == "v" and _direction(sentence.atoms[i]) == "come") or sentence.atoms[i].text == "went"
        for i in range(first + 1, last)
    )


def _to(sentence: Sentence, at: int) -> bool:
    words = [sentence.atoms[i].text for i in range(max(0, at - 2), at)]
    text = " ".join(words)
    if any(word in _FROM for word in words[-1:]):
        return False
    return any(word in _TO for word in text.split()[-2:])


def _by_subject(item: Item, scene: Scene, before: Item | None) -> Ruling:
    """ "*Ukraine* has brought home 108", "*Russia* handed over 75", "150 of *its* servicemen"."""
    sentence, at = item.sentence, item.at
    verb = _verb_before(sentence, at)
    subject = _subject(sentence, verb if verb is not None else at, scene)
    if "Q" in sentence.tags[at : (item.noun_at or at + 2) + 1]:
        return subject or _speaker_side(sentence, at, scene), "own"
    if verb is None:
        verb = _verb_after(sentence, at)
        speaker = _speaker_side(sentence, at, scene)
        if verb is not None and _direction(sentence.atoms[verb]) == "get" and sentence.tags[verb + 1 :][:1] == "S":
            return _subject(sentence, verb, scene), "get"
        if verb is None or not speaker:
            return None, ""
        if _direction(sentence.atoms[verb]) == "come":
            return speaker, "speaker"
        if sentence.tags[verb] == "g" and (recipient := _recipient(sentence, verb, scene)):
            return recipient, "give"
        if sentence.tags[verb] == "g":
            return scene.other(speaker), "give"
        return None, ""
    direction = _direction(sentence.atoms[verb])
    if direction == "get":
        return subject, "get"
    if direction == "give":
        if recipient := _recipient(sentence, verb, scene):
            return recipient, "give"
        return (scene.other(subject) if subject else None), "give"
    return _speaker_side(sentence, at, scene), "speaker"


# "To Ukraine were given": the case says who receives. Beside the verb these forms are datives.
_DATIVES = frozenset("украине україні киеву києву москве москві россии росії".split())


def _recipient(sentence: Sentence, verb: int, scene: Scene) -> str | None:
    """ "*Украине* передали столько же"."""
    for i in (verb - 1, verb + 1):
        if 0 <= i < len(sentence.atoms) and sentence.tags[i] == "S" and sentence.atoms[i].text in _DATIVES:
            code = str(sentence.atoms[i].value)
            return code if code in scene.sides else None
    return None


def _direction(atom: Atom) -> str:
    return "give" if atom.tag == "g" else str(atom.value or "come")


def _verb_before(sentence: Sentence, at: int) -> int | None:
    for i in range(at - 1, max(-1, at - 7), -1):
        if sentence.tags[i] in "vg":
            return i
        if sentence.tags[i] in ";.?n":
            return None
    return None


def _verb_after(sentence: Sentence, at: int) -> int | None:
    for i in range(at + 1, min(at + 9, len(sentence.tags))):
        if sentence.tags[i] in "vg":
            return i
        if sentence.tags[i] in ";.?n,":
            return None
    return None


def _subject(sentence: Sentence, verb: int, scene: Scene) -> str | None:
    """The side that stands before the verb, or (Slavic and Arabic) right behind it."""
    if sentence.language.code == "ar" and sentence.tags[verb + 1 : verb + 2] == "S":
        code = str(sentence.atoms[verb + 1].value)
        return code if code in scene.sides else None
    for i in range(verb - 1, -1, -1):
        tag = sentence.tags[i]
        if tag in "SK":
            code = str(sentence.atoms[i].value).partition("|")[0]
            return code if code in scene.sides else None
        if tag == "r":
            return _speaker_side(sentence, i, scene)
        if tag in ";.":
            break
    after = sentence.tags[verb + 1 : verb + 2]
    if after == "S":
        code = str(sentence.atoms[verb + 1].value)
        return code if code in scene.sides else None
    return None


def _speaker_side(sentence: Sentence, at: int, scene: Scene) -> str | None:
    """The side of whoever speaks in this sentence, before or behind the number."""
    for m in sentence.find("(?<who>[SK])(,[^;.,]*,)?[^;.,SK]{0,3}[yz]|[yz](?<who>[SK])|a_?(?<who>[SK])"):
        who = m.atom("who")
        if who:
            code = str(who.value).partition("|")[0]
            return code if code in scene.sides else None
    return None


def _by_captivity(item: Item, scene: Scene, before: Item | None) -> Ruling:
    """ "108 women from *Russian captivity*"."""
    sentence = item.sentence
    for i in range(item.at + 1, min(item.at + 7, len(sentence.tags))):
        if sentence.tags[i] in ";.n":
            break
        if sentence.tags[i] == "q" and sentence.atoms[i].value:
            return scene.other(str(sentence.atoms[i].value)), "captivity"
    return None, ""


def _by_echo(item: Item, scene: Scene, before: Item | None) -> Ruling:
    """ "Kyiv got back 116 people, and *Moscow* 63"; "released 32 ... and *Armenia* two"."""
    sentence, at = item.sentence, item.at
    for i in range(at - 1, max(-1, at - 3), -1):
        if sentence.tags[i] == "S" and before is not None:
            code = str(sentence.atoms[i].value)
            if code in scene.sides:
                gives = before.role == "give" or _gave(before)
                return (scene.other(code) if gives else code), before.role or "get"
        if sentence.tags[i] not in "-_,":
            break
    return None, ""


def _gave(item: Item) -> bool:
    verb = _verb_before(item.sentence, item.at)
    return verb is not None and _direction(item.sentence.atoms[verb]) == "give"


def _elliptical(item: Item, found: list[Item]) -> Item:
    """ "390 had crossed in each direction, and on Saturday 307": what is not said again still holds."""
    if item.sentence.tags[item.at + 1 : item.at + 2] not in ("", ".", ",", ";", "&", "-", "d", "_"):
        return item
    if item.sentence.tags[item.at + 1 : item.at + 3] not in ("", ".", ",", ";") and (
        item.sentence.tags[item.at + 1 : item.at + 2] == "_"
        and item.sentence.tags[item.at + 2 : item.at + 3] != "d"
    ):
        return item
    dated = "d" in item.sentence.tags[max(0, item.at - 2) : item.at]
    earlier = [i for i in found if i.kind != "bodies" and item.at - i.at <= 24]
    whole = [i for i in earlier if i.kind in (None, "people") and (i.each or i.party)]
    before = (whole or earlier)[-1:] if dated else earlier[-1:]
    if not before:
        return item
    return replace(item, kind=before[0].kind, party=before[0].party, each=before[0].each, role="ellipsis")


def _evidence(item: Item) -> bool:
    """Is there reason to think that people of an exchange are counted here?"""
    tags = set(item.sentence.tags)
    if item.role == "label":
        return True
    if item.kind is None and item.number.n == 1 and item.sentence.atoms[item.at].text == "one":
        return False  # "if one believes each"
    if item.kind is None and item.number.how == "vague":
        return "h" in item.sentence.tags[max(0, item.at - 3) : item.at + 6]
    if item.kind is None and (item.number.n or 0) >= LEAST_SUM and tags & set("CM"):
        return True
    if item.kind is None and item.partitive and tags & set("jqhvA"):
        return item.number.n != 1
    if item.kind is None and item.sentence.tags[item.at + 1 : item.at + 2] == "v" and (item.number.n or 0) >= 5:
        return True  # "869 were flown home"
    if item.kind is None:
        counted = item.each or item.in_all or item.party is not None or item.role == "ellipsis"
        return counted and item.number.n != 1
    if item.role == "nation" and "y" in tags and (item.number.n or 0) < LARGEST_EXCHANGE:
        return True
    if item.kind in ("people", "military"):
        return bool(tags & set("vgxXqhMCTOZl")) or item.each or item.in_all
    return True
