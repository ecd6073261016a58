"""The side of whoever speaks, where it tells whose people are counted: "144 had come over to his side"."""

from repatria.claims.counts.item import Item
from repatria.claims.counts.labels import Ruling
from repatria.claims.scene.scene import Scene
from repatria.claims.scene.speech import speeches
from repatria.claims.words.lexicon import forms
from repatria.claims.words.tagging import Sentence

# Authorities that Moscow installed tell of its side.
_SPEAKS_FOR = {"DNR": "RUS"}
# "Zelensky: 157 are home", "Kyiv said ...", "..., said Kyiv", "according to Kyiv"
_SPEAKER = (
    r"^[_\-]?(?<who>K)[_L]{0,3}[;_](?=[^;.]*n)|(?<who>[SK])(,[^;.,]*,)?[^;.,SK]{0,3}[yz]"
    r"|[yz](?<who>[SK])|a_?(?<who>[SK])"
)


def speaker_side(sentence: Sentence, at: int, scene: Scene) -> str | None:
    """The side of whoever speaks in this sentence, before or behind the number."""
    for m in sentence.find(_SPEAKER):
        who = m.atom("who")
        if who:
            code = str(who.value).partition("|")[0]
            code = _SPEAKS_FOR.get(code, code)
            return code if code in scene.sides else None
    told = next((s.code for s in speeches(sentence, scene) if s.covers(at)), "")
    code = _SPEAKS_FOR.get(told, told)
    return code if code in scene.sides else None


# Who is called so by a side came back to it.
_RETURNED = (
    "returned", "freed", "recovered", "возвращ", "вернувш", "освобожд", "вызволен", "повернен", "повернут",
    "звільнен", "визволен", "محرر", "عايد", "مفرج",
)  # fmt: skip


def by_returning(item: Item, scene: Scene, before: Item | None) -> Ruling:
    """ "The ministry speaks of fifty *returned* servicemen", "of all *its* 103": people of the side that speaks."""
    sentence, at = item.sentence, item.at
    last = item.noun_at if item.noun_at is not None else at
    near = sentence.atoms[max(0, at - 4) : last + 1]
    own = sentence.tags[at - 1 : at] == "Q"
    returned = any(form.startswith(_RETURNED) for a in near if a.tag in "pv" for form in forms(a.text))
    return (speaker_side(sentence, at, scene), "own") if own or returned else (None, "")


_SIDE_WORDS = frozenset("side бік боку сторону сторони стороне стороны бокові".split())


def by_own_side(item: Item, scene: Scene, before: Item | None) -> Ruling:
    """ "144 prisoners had come over to *his side*": the side of whoever speaks."""
    sentence = item.sentence
    for i in range(item.at + 1, min(item.at + 9, len(sentence.tags) - 1)):
        if sentence.tags[i] in ",;.n?&":
            break
        if sentence.tags[i] == "Q" and sentence.atoms[i + 1].text in _SIDE_WORDS:
            return speaker_side(sentence, item.at, scene), "own"
    return None, ""
