"""Does a number count people who are still held?"""

from collections.abc import Sequence

from repatria.claims.counts.item import Item
from repatria.claims.counts.subjects import verb_before
from repatria.claims.judge.held import fits
from repatria.claims.scene.scene import Scene
from repatria.claims.words.patterns import compiled
from repatria.claims.words.stretches import segment_of

# Fewer in captivity are rather those of one exchange.
LEAST_HELD = 500


def is_held(item: Item, scene: Scene) -> bool:
    """Does the number count people who remain in captivity?"""
    tags = item.sentence.tags
    segment = range(max(0, item.at - 6), min(len(tags), item.at + 7))
    if tags[item.at] in "FB" or item.same or item.each or _came_home(item, scene):
        return False
    if _not_home(item):
        return item.number.n is None or item.number.n >= _least_held(scene)
    held = any(
        tags[i] == "h"
        and not (tags[i + 1 : i + 2] in ("k", "L") and item.sentence.atoms[i].text in _HELD_A_LINE)
        and item.sentence.atoms[i + 1 : i + 2] != ()
        and item.sentence.atoms[i + 1].text != "out"
        and not set(tags[max(0, i - 2) : i] + tags[i + 1 : i + 3]) & set("GUxl")
        for i in segment
    )
    # "About 7,000 are in Russian captivity": nobody comes home in these words.
    clause = [tags[i] for i in segment_of(item.sentence, item.at)]
    many = item.number.n is None or item.number.n >= LEAST_HELD
    held = held or (bool(compiled("[pm]?A_S").match(tags, item.at + 1)) and _among_the_other(item))
    held = held or ("q" in clause and many and not set(clause) & set("vgXxj"))
    held = held or (many and "q" in tags[: item.at] and not set(tags) & set("vgXxj") and item.number.how != "exact")
    held = held or _known_as_held(item, clause, scene)
    since = "sd" in tags[item.at :] or any(t in tags[item.at + 1 : item.at + 4] for t in "vgX")
    since = since or _came_back(item)
    # "215 people held by Russia were set free"
    since = since or bool(compiled("v[E_]?$").search(tags[: item.at]))  # "144 came free"
    since = since or bool(compiled("[_pmcA]{0,3}h[_SA]{1,4}[vgX]").match(tags, item.at + 1))
    return (
        held
        and not since
        and item.kind in (None, "people", "military", "civilians")
        and (item.number.n is None or item.number.n >= _least_held(scene))
    )


def _came_home(item: Item, scene: Scene) -> bool:
    """ "Those 101 had been in danger in captivity": as many as came home by the record."""
    n = item.number.n
    known = {side.total for e in scene.focus(item.sentence, item.at) for side in e.sides}
    return n is not None and n in known and item.number.how == "exact"


def _came_back(item: Item) -> bool:
    """ "Kyiv *got back* 207 who had been held by Russia"."""
    relative = compiled("[pmcAQ]{0,3},?(?<past>[?_]_?)h").match(item.sentence.tags, item.at + 1)
    past = [a.text for a in item.sentence.atoms[relative.start("past") : relative.end("past")]] if relative else []
    verb = verb_before(item.sentence, item.at)
    if not any(a in _PAST for a in past):
        return False
    return verb is not None and "N" not in item.sentence.tags[max(0, verb - 2) : verb]


# These also say who defended a place.
_HELD_A_LINE = frozenset("held hold holding тримали тримала тримав держали держал".split())
_PAST = frozenset("who which had were been كانوا كان الذين ممن были були что які що которые".split())


def _not_home(item: Item) -> bool:
    """ "Some 7,000 of its soldiers have *not come home*"."""
    start = max(item.last, item.at) + 1
    return (
        bool(compiled(r"[^,;.n?&vgXx]{0,4}[Nh][_h]{0,3}[vgX]").match(item.sentence.tags, start))
        and "N" in (item.sentence.tags[start : start + 6])
    )


def _least_held(scene: Scene) -> int:
    """Fewer are hardly all who are held: of a long war, or of a smaller conflict."""
    known = len(scene.history) if scene.history is not None else 0
    return 100 if known >= MANY_EXCHANGES else 10


MANY_EXCHANGES = 20


def _known_as_held(item: Item, clause: Sequence[str], scene: Scene) -> bool:
    """ "About 7,000 Ukrainians there, more than 4,000 Russians here": what one side said of people held."""
    told = any(c.what != "brought home" and fits(item, c) for c in scene.everything.held_claims)
    named = item.party is not None or "h" in item.sentence.tags
    return told and named and not set(clause) & set("vgXC")


def _among_the_other(item: Item) -> bool:
    """ "1,348 Russians *in Ukraine*": people of one side in the other's country, and no verb of coming home."""
    sentence = item.sentence
    first = next(i for i in range(item.at + 1, len(sentence.tags)) if sentence.tags[i] == "A")
    nation, state = sentence.atoms[first], sentence.atoms[first + 2]
    inside = sentence.atoms[first + 1].text in ("in", "в", "у", "في")
    return inside and nation.value != state.value and not set(sentence.tags) & set("vgXxj")
