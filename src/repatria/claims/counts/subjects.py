"""Whose people a number counts, told by who acts: a side, and a verb of giving, getting or coming home."""

from repatria.claims.counts.item import Item
from repatria.claims.counts.labels import Ruling
from repatria.claims.counts.speakers import speaker_side
from repatria.claims.scene.scene import Scene
from repatria.claims.words.patterns import compiled
from repatria.claims.words.tagging import Sentence
from repatria.claims.words.tags import Atom


def by_subject(item: Item, scene: Scene, before: Item | None) -> Ruling:
    """ "*Ukraine* has brought home 108", "*Russia* handed over 75", "150 of *its* servicemen"."""
    sentence, at = item.sentence, item.at
    verb = verb_before(sentence, at)
    subject = _subject(sentence, verb if verb is not None else at, scene)
    if "Q" in sentence.tags[at : (item.noun_at or at + 2) + 1]:
        return subject or speaker_side(sentence, at, scene), "own"
    if sentence.tags[at] == "B" and sentence.tags[at + 1 : at + 4].lstrip("pmQA_")[:1] in ("v", "g"):
        verb = _verb_after(sentence, at)  # "столько же получила и Украина"
        subject = _subject(sentence, verb or at, scene, behind=True) or subject
    if verb is None:
        return _by_verb_after(sentence, at, scene)
    way = direction(sentence.atoms[verb])
    if way == "come" and _frees(sentence, verb, at):
        way = "give"
    if way == "get":
        return subject, "get"
    if way == "give":
        if recipient := _recipient(sentence, verb, scene):
            return recipient, "give"
        return (scene.other(subject) if subject else None), "give"
    return speaker_side(sentence, at, scene), "speaker"


def _frees(sentence: Sentence, verb: int, at: int) -> bool:
    return (
        sentence.atoms[verb].text in _FREEING and at - verb == 1 and sentence.tags[verb - 1 : verb] in list("SKr")
    )


# With people right behind them these are things done to others: "Russia *set free* 215 people".
_FREEING = frozenset(("set free", "freed", "let out", "released", "returned", "brought out"))


def _by_verb_after(sentence: Sentence, at: int, scene: Scene) -> Ruling:
    """ "150 *were handed over*, the ministry said", "25 полонених *віддала Росія*": the verb stands behind."""
    verb, speaker = _verb_after(sentence, at), speaker_side(sentence, at, scene)
    if verb is None:
        return None, ""
    way, side_behind = direction(sentence.atoms[verb]), sentence.tags[verb + 1 : verb + 2] == "S"
    if side_behind and sentence.language.code in ("uk", "ru"):
        acts = _subject(sentence, verb, scene, behind=True)
        if acts and way == "give" and sentence.atoms[verb + 1].text not in _DATIVES:
            return scene.other(acts), "give"
    if side_behind and way == "get":
        return _subject(sentence, verb, scene), "get"
    if not speaker:
        return None, ""
    if way == "come":
        return speaker, "speaker"
    if sentence.tags[verb] == "g":
        return _recipient(sentence, verb, scene) or scene.other(speaker), "give"
    return None, ""


FROM_SIDE = frozenset("from з із зі из с".split())
# "To Ukraine were given": the case says who receives. Beside the verb these forms are datives.
_DATIVES = frozenset("украине україні киеву києву москве москві россии росії".split())


def _recipient(sentence: Sentence, verb: int, scene: Scene) -> str | None:
    """ "*Украине* передали столько же"."""
    for i in (verb - 1, verb + 1):
        if 0 <= i < len(sentence.atoms) and sentence.tags[i] == "S" and sentence.atoms[i].text in _DATIVES:
            code = str(sentence.atoms[i].value)
            return code if code in scene.sides else None
    return None


def direction(atom: Atom) -> str:
    """Of a verb: ``give``, ``get`` or ``come``."""
    return "give" if atom.tag == "g" else str(atom.value or "come")


def verb_before(sentence: Sentence, at: int) -> int | None:
    """The verb shortly before an atom, where no other number stands between."""
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


def _subject(sentence: Sentence, verb: int, scene: Scene, behind: bool = False) -> str | None:
    """The side that stands before the verb, or (Slavic and Arabic) right behind it.

    Args:
        behind: look only behind the verb.
    """
    if sentence.language.code == "ar" and sentence.tags[verb + 1 : verb + 2] == "S":
        code = str(sentence.atoms[verb + 1].value)
        return code if code in scene.sides else None
    for i in range(-1 if behind else verb - 1, -1, -1):
        tag = sentence.tags[i]
        if tag in "SK" and not _no_subject(sentence, i):
            if tag == "S" and _second_of_two(sentence, i):
                return None  # "Russia and Ukraine freed 478"
            code = str(sentence.atoms[i].value).partition("|")[0]
            return code if code in scene.sides else None
        if tag == "r":
            return speaker_side(sentence, i, scene)
        if tag in ";.":
            break
    after = 2 if sentence.tags[verb + 1 : verb + 3] in ("&S", "_S") and _too(sentence, verb + 1) else 1
    if sentence.tags[verb + after : verb + after + 1] == "S":
        code = str(sentence.atoms[verb + after].value)
        return code if code in scene.sides else None
    return None


def _second_of_two(sentence: Sentence, at: int) -> bool:
    joined = compiled("S[,&_]$").search(sentence.tags[:at]) and sentence.atoms[at - 1].text != "'s"
    return bool(joined) or (sentence.tags[at - 1 : at] == "S" and sentence.atoms[at].text.startswith("و"))


def _no_subject(sentence: Sentence, at: int) -> bool:
    """Is a side named as the one to whom something is given: "украинской стороне", "українській стороні"?"""
    if at and sentence.tags[at] == "S" and sentence.atoms[at - 1].text in FROM_SIDE:
        return True  # "from Ukraine were returned 82"
    return sentence.tags[at] == "S" and (
        sentence.atoms[at].text.endswith(("стороне", "стороні")) or sentence.atoms[at].text in _DATIVES
    )


def _too(sentence: Sentence, at: int) -> bool:
    """ "забрала *й* Москва": "and" in the sense of "too"."""
    return sentence.atoms[at].text in ("й", "і", "и", "также", "також", "теж", "тоже")
