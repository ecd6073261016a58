"""The offers of an n-party exchange as a graph: who would give, and which offer wants it.

An offer hands over one captive if it receives one; an unconditional offer asks for nothing and may begin a
chain. An arc ``u -> v`` says that the captive of offer ``u`` is wanted by offer ``v``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from repatria.i18n import _
from repatria.planning.errors import BadInstance
from repatria.planning.fields import MOST, Fields, numbered_once

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

TAIL, HEAD, WEIGHT = range(3)


@dataclass(frozen=True)
class OfferPool:
    """Offers and arcs of one instance. Arcs are sorted by (tail, head); all arrays count arcs or offers.

    `gives` names the captive each offer hands over; `tail`, `head` are places in `ids`; `weight` is what the arc
    is worth; `starts` marks the unconditional offers. `max_cycle` is counted in offers, `max_chain` in arcs
    (0 = no chains).
    """

    ids: tuple[str, ...]
    parties: tuple[str | None, ...]
    gives: tuple[str | None, ...]
    starts: NDArray[np.bool_]
    tail: Ints
    head: Ints
    weight: Ints
    max_cycle: int
    max_chain: int

    @property
    def size(self) -> int:
        """Number of offers."""
        return len(self.ids)

    @cached_property
    def arc_number(self) -> dict[tuple[int, int], int]:
        """Place of each arc (tail, head) in the arrays."""
        pairs = zip(self.tail.tolist(), self.head.tolist(), strict=True)
        return {pair: number for number, pair in enumerate(pairs)}

    def worth(self, tail: int, head: int) -> int:
        """Weight of the arc from `tail` to `head`, which must exist."""
        return int(self.weight[self.arc_number[tail, head]])


def read_pool(document: Mapping[str, Any]) -> OfferPool:
    """Read the offers of a ``repatria-plan-instance/1`` of kind ``cycles``.

    Raises:
        BadInstance: a field is missing, unknown or of the wrong type; an offer or arc stands twice; an offer
            names an unknown party, an arc an unknown offer; an arc leads from an offer to itself or into an
            unconditional offer. The text names the row.
    """
    fields = Fields(document, _("instance"))
    for head in ("format", "name", "kind", "reference_date", "note"):
        fields.raw(head)
    parties = {row.get("id") for row in fields.items("parties")}
    offers = [_offer(row, number, parties) for number, row in enumerate(fields.items("vertices"), start=1)]
    place = numbered_once([offer.id for offer in offers], _("vertices"))
    starts = np.array([offer.unconditional for offer in offers], dtype=np.bool_)
    arcs = _arcs(fields.items("arcs"), place)
    max_cycle, max_chain = fields.number("max_cycle"), fields.number("max_chain")
    fields.done()
    _refuse_impossible(arcs, starts)
    ordinary = len(offers) - int(starts.sum())
    arcs = arcs[np.lexsort((arcs[:, HEAD], arcs[:, TAIL]))]
    return OfferPool(
        ids=tuple(place),
        parties=tuple(offer.party for offer in offers),
        gives=tuple(offer.gives for offer in offers),
        starts=starts,
        tail=arcs[:, TAIL].copy(),
        head=arcs[:, HEAD].copy(),
        weight=arcs[:, WEIGHT].copy(),
        max_cycle=min(max_cycle, ordinary),
        max_chain=min(max_chain, ordinary),
    )


@dataclass(frozen=True, slots=True)
class _Offer:
    id: str
    party: str | None
    gives: str | None
    unconditional: bool


def _offer(row: Any, number: int, parties: set[Any]) -> _Offer:
    fields = Fields(row, _("vertices, row {row}").format(row=number))
    offer = _Offer(
        fields.text("id"),
        fields.text("party") if "party" in fields else None,
        fields.text("gives") if "gives" in fields else None,
        fields.truth("unconditional", default=False),
    )
    fields.raw("party"), fields.raw("gives")
    fields.done()
    if offer.party is not None and offer.party not in parties:
        raise fields.wrong("party", _("is not one of the parties"))
    return offer


def _arcs(rows: list[Any], place: Mapping[str, int]) -> Ints:
    """One row (tail, head, weight) for each arc, in the order of the file."""
    arcs = np.empty((len(rows), 3), dtype=np.int64)
    for number, row in enumerate(rows):
        try:
            tail, head, weight = row
            arcs[number] = place[tail], place[head], weight
        except (KeyError, TypeError, ValueError, OverflowError) as cause:
            raise _bad_arc(number, row) from cause
        if type(weight) is not int or abs(weight) > MOST:
            raise _bad_arc(number, row)
    return arcs


def _bad_arc(number: int, row: Any) -> BadInstance:
    place = _("arcs, row {row}").format(row=number + 1)
    if not isinstance(row, list) or len(row) != 3:
        return BadInstance(place, _("must be a list of offer, offer and weight"))
    if type(row[2]) is not int or abs(row[2]) > MOST:
        return BadInstance(place, _("the weight must be a whole number, at most {most}").format(most=MOST))
    return BadInstance(place, _("names an offer that is not among the vertices"))


def _refuse_impossible(arcs: Ints, starts: NDArray[np.bool_]) -> None:
    order = np.lexsort((arcs[:, HEAD], arcs[:, TAIL]))
    again = np.zeros(len(arcs), dtype=np.bool_)
    again[order[1:]] = (np.diff(arcs[order, :WEIGHT], axis=0) == 0).all(axis=1)
    faults = (
        (arcs[:, TAIL] == arcs[:, HEAD], _("leads from an offer to itself")),
        (starts[arcs[:, HEAD]], _("leads into an unconditional offer, which asks for nothing")),
        (again, _("the same two offers stand in an earlier row")),
    )
    for wrong, why in faults:
        if wrong.any():
            raise BadInstance(_("arcs, row {row}").format(row=int(np.argmax(wrong)) + 1), why)
