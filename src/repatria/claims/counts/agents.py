"""Whose people a number counts, where the sentence tells who acted: "31 were let go by Russia", "in return"."""

from repatria.claims.counts.item import Item
from repatria.claims.counts.labels import Ruling
from repatria.claims.scene.scene import Scene
from repatria.claims.words.tagging import Sentence

# Slavic case says who acts; English and Arabic have a word for it.
_AGENTS = frozenset("украиной россией москвой киевом україною росією москвою києвом".split())
_BY = (("by",), ("من", "قبل"), ("من", "جانب"), ("علي", "يد"))
_IN_RETURN = (
    "in return", "in exchange", "in turn", "взамен", "в обмен", "в ответ", "натомість", "взамін", "навзамін",
    "в обмін", "في المقابل", "بالمقابل", "في مقابل",
)  # fmt: skip
FARTHEST_AGENT = 7


def by_agent(item: Item, scene: Scene, before: Item | None) -> Ruling:
    """ "31 were let go *by Russia*, 15 *by Ukraine*": who lets go gives the other side its people."""
    sentence = item.sentence
    for i in range(item.at + 1, min(item.at + FARTHEST_AGENT, len(sentence.tags))):
        tag = sentence.tags[i]
        if tag in ",;.n?&":
            break
        if tag in "yzaMZ":
            return None, ""
        if tag == "S" and _acts(sentence, i):
            code = str(sentence.atoms[i].value)
            if code not in scene.sides:
                return None, ""
            gets = any(a.tag == "v" and a.value == "get" for a in sentence.atoms[item.at + 1 : i])
            return (code, "get") if gets else (scene.other(code), "give")
    return None, ""


def _acts(sentence: Sentence, at: int) -> bool:
    words = tuple(a.text for a in sentence.atoms[max(0, at - 2) : at])
    return sentence.atoms[at].text in _AGENTS or any(words[-len(by) :] == by for by in _BY)


def by_return(item: Item, scene: Scene, before: Item | None) -> Ruling:
    """ "15 Russians were handed over and 17 people received *in return*"."""
    if before is None or before.party is None or before.kind == "bodies":
        return None, ""
    behind = " ".join(a.text for a in item.sentence.atoms[before.last + 1 : item.at + 7])
    told = any(words in behind for words in _IN_RETURN)
    return (scene.other(before.party), "echo") if told else (None, "")
