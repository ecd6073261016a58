"""Whose people, and of what kind, each number of a claim is judged as."""

from collections.abc import Sequence

from repatria.claims import figures
from repatria.claims.counts.item import Item
from repatria.claims.judge.quantities import Part, per_side
from repatria.claims.scene.scene import Scene
from repatria.claims.words.numbers import Number
from repatria.history import Exchange


def parts_of(group: Sequence[Item], rows: Sequence[Exchange], scene: Scene) -> list[Part]:
    """The parts of all numbers of a claim, see `parts_of_item`."""
    return [part for item in group for part in parts_of_item(item, rows, scene)]


def parts_of_item(item: Item, rows: Sequence[Exchange], scene: Scene) -> list[Part]:
    """Each party a number is said of, with the kind of people; where no word tells, the side that it fits."""
    kind = item.kind or "people"
    if item.second is not None:
        return _unequal(item, item.second, kind, rows, scene)
    if item.each and not item.party:
        return [(party, kind, item.number) for party in two_sides(rows, scene)]
    if item.party:
        return [(item.party, kind, item.number)]
    for party in two_sides(rows, scene):
        fitting = figures.of_party(rows, party, kind)
        said = [s for e in rows for s in e.said(kind, party)]
        if any(figures.matches(item.number, f) for f in fitting) or any(s.number == item.number.n for s in said):
            return [(party, kind, item.number)]
    sides = two_sides(rows, scene)
    large = [
        p for p in sides if any((side := e.side_of(p)) and (side.total or 0) >= (item.number.n or 0) for e in rows)
    ]
    return [((large or sides or [""])[0], kind, item.number)]


def _unequal(item: Item, second: int, kind: str, rows: Sequence[Exchange], scene: Scene) -> list[Part]:
    """ "17 for 15": which number is whose is told by the record, where it fits."""
    a, b = [*two_sides(rows, scene), "", ""][:2]
    one, other = item.number, Number(second)
    ways = ([(a, kind, one), (b, kind, other)], [(a, kind, other), (b, kind, one)])
    return next((way for way in ways if per_side(way, rows).verdict == "true"), ways[0])


def two_sides(rows: Sequence[Exchange], scene: Scene) -> list[str]:
    """The names of both sides of an exchange, or of the report's conflict."""
    if rows:
        return [side.name for side in rows[0].sides]
    return [scene.sides[0], *scene.sides[1:2]] if scene.sides else [""]
