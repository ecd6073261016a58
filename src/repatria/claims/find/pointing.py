"""What is said by pointing: "such is the ministry's figure", "Moscow confirmed that count"."""

from collections.abc import Sequence

from repatria.claims.counts.item import Item
from repatria.claims.counts.quantities import items
from repatria.claims.scene.scene import Scene
from repatria.claims.scene.speech import Speech
from repatria.claims.words.lexicon import forms
from repatria.claims.words.tagging import Sentence

# How many sentences back the number may stand that is pointed at.
REACH = 2

_FIGURE = (
    "figure", "number", "ratio", "proportion", "співвіднош", "соотношен", "пропорц",
    "count", "total", "tally", "toll", "цифр", "числ", "кількіст", "количеств", "рахунок",
    "رقم", "الرقم", "عدد", "العدد", "حصيله", "الحصيله", "ارقام", "الارقام", "العددين", "الرقمين",
)  # fmt: skip
_POINTING = frozenset(
    "the this that such same these those both таку таке такі така цю цей ці це ця ту ті те ж обидва обидві саме ці "
    "такую такое такие такова эту это эти эта ту те обе оба же такова "
    "هذا هذه نفسه نفسها ذاته ذاتها ذلك تلك العددين الرقمين هذين".split()
)
_OTHER = ("other", "another", "different", "exact", "інш", "точн", "друг", "ин", "اخر", "دقيق", "مختلف")


def pointed_at(speech: Speech, sentence: Sentence, scene: Scene) -> Sequence[Item]:
    """The numbers of an earlier sentence that `speech`, without one of its own, points back at."""
    if set(sentence.tags) & set("nFuoN") or not (_points(sentence) or _says_this(sentence)):
        return ()
    for earlier in reversed(scene.sentences[max(0, sentence.index - REACH) : sentence.index]):
        counted = items(earlier, scene)
        if counted:
            return [item for item in counted if item.kind in (None, "people", "military")][:2]
    return ()


# "This was announced by", "that is what he said": all that was told before.
_THIS = (
    "про це", "про те", "це", "об этом", "о том", "это", "this", "that", "that is", "it", "so", "the news",
    "ذلك", "بذلك", "عن ذلك", "هذا", "الخبر", "النبا",
)  # fmt: skip
# A longer sentence tells something of its own.
LONGEST_POINTING = 16


def _says_this(sentence: Sentence) -> bool:
    words = " ".join(a.text for a in sentence.atoms).split()
    if len(words) > LONGEST_POINTING or set(sentence.tags) & set("xXvgMtl"):
        return False
    opening = " ".join(words[:4])
    first = any(opening.startswith((f"{this} ", f"و{this} ")) for this in _THIS)
    return first or bool({"it", "this", "so", "ذلك", "это", "це"} & set(words[1:]))


def _points(sentence: Sentence) -> bool:
    words = [word for atom in sentence.atoms for word in atom.text.split()]
    figure = any(form.startswith(_FIGURE) for word in words for form in forms(word))
    other = any(word.startswith(_OTHER) for word in words)
    definite = any(word in _POINTING or (word.startswith("ال") and word[2:].startswith(_FIGURE)) for word in words)
    return figure and definite and not other
