"""Judges of what kind people were, where no number is told of them: the record has such people, or it does not."""

from collections.abc import Sequence

from repatria.claims.claim import Judgement
from repatria.claims.judge import cite
from repatria.history import Exchange
from repatria.history.exchange import Side
from repatria.i18n import _


def some(kind: str, party: str, rows: Sequence[Exchange]) -> Judgement:
    """Were there people of this kind?"""
    sides = [side for e in rows for side in e.sides if not party or party in side.parties]
    if kind == "civilians" and any(side.civilians for side in sides):
        return cite.judged("true", _("The record has this detail."), rows)
    return topic(kind, party, rows)


def topic(kind: str, party: str, rows: Sequence[Exchange]) -> Judgement:
    """Does the record hold this detail of the side's people, with or without a number?"""
    if any(e.said(kind, party) for e in rows) or (
        not party and any(s.category == kind for e in rows for s in e.statements)
    ):
        return cite.judged("true", _("The record has this detail."), rows)
    return cite.judged("unknown", _("This detail is not in the record."), rows)


def whole_of_kind(category: str, sides: Sequence[Side], rows: Sequence[Exchange]) -> Judgement:
    """Were all who came back to one of the sides of this kind?"""
    counts = [
        (side.military, side.civilians) if category == "military" else (side.civilians, side.military)
        for side in sides
    ]
    wholes = [side.total for side in sides]
    if any(whole and of_kind == whole for (of_kind, _o), whole in zip(counts, wholes, strict=True)):
        return cite.judged("true", _("The record has this detail."), rows)
    if counts and all(others for _k, others in counts):
        return cite.judged("false", _("The record has people of the other kind too."), rows)
    return cite.judged("unknown", _("This detail is not in the record."), rows)
