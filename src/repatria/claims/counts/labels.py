"""Whose people a number counts, where a label, a movement or "the other side" tells it."""

from repatria.claims.counts.item import Item
from repatria.claims.scene.scene import Scene
from repatria.claims.words.patterns import compiled

TO = frozenset("to into in for до в у на إلى الى الي".split())


FROM = frozenset("from by of with з із від за из от у من".split())


_BULLETS = ("-", "—", "•", "*", "·", "▪", "?")


Ruling = tuple[str | None, str]


def by_label(item: Item, scene: Scene, before: Item | None) -> Ruling:
    """ "Ukraine: 207 people", "Russia - 56": the line or the clause begins with the side."""
    tags, at = item.sentence.tags, item.at
    begins = at >= 2 and tags[at - 2] == "S" and item.sentence.atoms[at - 1].text in (":", "—", "-")
    opening = at > 2 and item.sentence.atoms[at - 3].text in TO and at <= 5
    bullet = at > 2 and item.sentence.atoms[at - 3].text in _BULLETS
    colon = begins and item.sentence.atoms[at - 1].text == ":"
    following = tags[at + 1 : at + 3]
    if "A" in following and not colon:
        return None, ""  # "Behind bars in Russia - 7,000 Ukrainians"
    if begins and (colon or at == 2 or tags[at - 3] in ",;.&" or opening or bullet):
        code = str(item.sentence.atoms[at - 2].value)
        return (code, "label") if code in scene.sides else (None, "")
    return None, ""


def by_membership(item: Item, scene: Scene, before: Item | None) -> Ruling:
    """ "681 *of the Houthis*": people of a movement, which has no nation of its own."""
    m = compiled(r"_p?(?<of>S)|p(?<of>S)").match(item.sentence.tags, item.at + 1)
    code = str(item.sentence.atoms[m.start("of")].value) if m else ""
    named = code in ("HOUTHI", "PSE", "YEM-GOV") and (
        m is None or item.sentence.atoms[item.at + 1].text in (*_OF, *FROM)
    )
    return (code, "nation") if code in scene.sides and named else (None, "")


_OF = ("of", "من", "من اسرى", "из", "з", "із")


_OTHER_SIDE = (
    "the other side", "other side", "the other party", "the opposing side", "другой сторон", "другая сторон",
    "другую сторон", "іншої сторон", "інша сторон", "іншій сторон", "الطرف الاخر", "الجانب الاخر", "للطرف الاخر",
)  # fmt: skip


def by_other_side(item: Item, scene: Scene, before: Item | None) -> Ruling:
    """ "681 of the Houthis for 400 *of the other side*"."""
    behind = " ".join(a.text for a in item.sentence.atoms[item.at + 1 : item.at + 6]).split(" , ")[0]
    if before is None or before.party is None or not any(words in behind for words in _OTHER_SIDE):
        return None, ""
    return scene.other(before.party), "echo"
