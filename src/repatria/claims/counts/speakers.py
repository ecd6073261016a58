"""The side of whoever speaks, where it tells whose people are counted: "144 had come over to his side"."""

from repatria.claims.counts.item import Item
from repatria.claims.counts.labels import Ruling
from repatria.claims.scene.scene import Scene
from repatria.claims.scene.speech import speeches
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
