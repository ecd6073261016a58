"""Every number that the record holds for an exchange, each with who gave it and in which sense.

Three numbers are kept apart: the announced formula, the people by each side's own account, and the people by
status.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from repatria.claims.words.numbers import Number
from repatria.history import Exchange, Side, Statement

# Categories of a statement that count a side's people as a whole.
_WHOLE = {"total", "exchange", "agreed"}
_SAME_KIND = {
    "military": {"military", "prisoners_of_war"},
    "people": set(_WHOLE) | {"prisoners_of_war"},
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the record.

    Attributes:
        sense: ``own`` (the side's own announcement), ``formula``, ``said`` (somebody else's number), ``sum``.
        speaker: who gave it.
        disputed: the other side gave another number.
    """

    number: int
    sense: str
    speaker: str
    how: str = "exact"
    disputed: bool = False


def of_party(rows: Sequence[Exchange], party: str, kind: str) -> list[Figure]:
    """The figures for `kind` of people who came back to `party` in `rows` together."""
    if len(rows) == 1:
        return _of_row(rows[0], party, kind)
    found = [Figure(n, "sum", "", how) for n, how in _series(rows, party, kind)]
    parts = [_own(e, party, kind) for e in rows]
    if parts and None not in parts:
        found.append(Figure(sum(n for n in parts if n is not None), "own", party))
    formulas = [_formula(e) for e in rows]
    if kind in ("people", "military") and formulas and None not in formulas:
        found.append(Figure(sum(n for n in formulas if n is not None), "formula", ""))
    return found


def _series(rows: Sequence[Exchange], party: str, kind: str) -> list[tuple[int, str]]:
    if kind not in ("people", "military"):
        return []
    said = [s for e in rows for s in e.statements if s.category in ("series_formula", "series_total")]
    return [(s.number, s.how) for s in said if s.number is not None and s.party in ("", party)]


def _own(exchange: Exchange, party: str, kind: str) -> int | None:
    side = exchange.side_of(party)
    if side is None:
        return None
    if len(side.parties) > 1:
        said = [s.number for s in exchange.said("total", party) if s.number is not None]
        return said[0] if said else (side.total if party == side.name else None)
    return {"people": side.total, "military": side.military, "civilians": side.civilians}.get(kind)


def _formula(exchange: Exchange) -> int | None:
    return next((s.number for s in exchange.said("formula") if s.number is not None), None)


def _of_row(exchange: Exchange, party: str, kind: str) -> list[Figure]:
    side = exchange.side_of(party) or Side((party,))
    own = _own(exchange, party, kind)
    found = [] if own is None else [Figure(own, "own", party)]
    kinds = _SAME_KIND.get(kind, {kind})
    for s in exchange.statements:
        if s.number is None:
            continue
        if (s.category in kinds and (s.party == party or s.party == side.name)) or (
            s.category == "formula" and kind in ("people", "military")
        ):
            found.append(_figure(s, exchange, own))
    told = any(s.category == "military" and s.party == party for s in exchange.statements)
    if kind == "military" and own is None and not told and side.civilians is None and side.total is not None:
        # No split was announced: servicemen may be all of them.
        found.append(Figure(side.total, "own", party))
    return found


def _figure(s: Statement, exchange: Exchange, own: int | None) -> Figure:
    assert s.number is not None
    sense = "formula" if s.category in ("formula", "exchange", "agreed") else "said"
    one_sided = s.speaker in ("RUS", "DNR") or (sense == "said" and s.party != s.speaker)
    disputed = exchange.tags.differ and one_sided and own is not None and own != s.number
    if s.category == "formula" and exchange.tags.differ and s.speaker == "RUS":
        own_other = exchange.a.total
        disputed = own_other is not None and own_other != s.number
    return Figure(s.number, sense, s.speaker, s.how, disputed)


def both_sides(rows: Sequence[Exchange]) -> list[Figure]:
    """The figures for both sides of `rows` together."""
    found = []
    sizes = [e.living for e in rows]
    if sizes and None not in sizes:
        found.append(Figure(sum(n for n in sizes if n is not None), "own", ""))
    formulas = [_formula(e) for e in rows]
    if formulas and None not in formulas:
        alone = any(e.tags.differ and e.said("formula", speaker="RUS") for e in rows)
        found.append(Figure(2 * sum(n for n in formulas if n is not None), "formula", "", disputed=alone))
    for s in (s for e in rows for s in e.statements):
        if s.number is None or s.party:
            continue
        if s.category == "series_formula":
            found.append(Figure(2 * s.number, "formula", s.speaker, s.how))
        elif s.category == "series_total" or (len(rows) == 1 and s.category in ("total", "agreed", "prisoners")):
            found.append(Figure(s.number, "said", s.speaker, s.how))
    if len(rows) == 1:
        found += [Figure(s.number, "said", s.speaker) for s in rows[0].said("separate_release") if s.number]
    return found


def _is_round(n: int) -> bool:
    """Nobody rounds to 1,984: whoever says so after "up to" or "some" means that number."""
    return n < 100 or n % 10 == 0


def matches(claimed: Number, figure: Figure) -> bool:
    """Does a claimed number agree with a figure, each with its hedge?"""
    n, real = claimed.n, figure.number
    if n is None:
        return False
    if n == real:
        return claimed.how in ("exact", "about") or figure.how != "exact" or claimed.how == "over"
    if claimed.how == "about" or figure.how == "about":
        return abs(n - real) <= (max(1, 0.05 * real) if figure.how == "about" or _is_round(n) else 1)
    if claimed.how == "over":
        return n < real <= 1.5 * n
    if claimed.how == "nearly":
        return 0.85 * n <= real < n
    return False
