"""Who is still held: one side's number on one day. It can be said who said so; it is never a fact of the record."""

from collections.abc import Sequence

from repatria.claims.claim import Judgement
from repatria.claims.numbers import Number
from repatria.claims.quantities import Item
from repatria.claims.scene import Scene
from repatria.history import HeldClaim
from repatria.history.words import party as named
from repatria.i18n import _


def held(group: Sequence[Item], scene: Scene) -> tuple[object, Judgement]:
    """Judge numbers of people still held; give the value too."""
    value = {item.party or "": _said(item.number) for item in group}
    attributed = any(a.tag == "y" for a in group[0].sentence.atoms) and "K" in group[0].sentence.tags
    known = [c for c in scene.everything.held_claims if c.what != "brought home" and c.date.earliest <= scene.as_of]
    hits = [next((c for c in known if _fits(item, c)), None) for item in group]
    if all(hits) and attributed:
        return value, Judgement("true", " ".join(_cited(c) for c in hits if c))
    if all(hits):
        said = " ".join(_cited(c) for c in hits if c)
        return value, Judgement("unknown", _("One side's number, not a fact of the record.") + " " + said)
    latest = known[-1:] if known else []
    text = _("Numbers of people still held are claims of one side; the record does not know how many.")
    return value, Judgement("unknown", " ".join([text, *(_cited(c) for c in latest)]))


def _said(number: Number) -> object:
    return number.n if number.how == "exact" else {"n": number.n, "how": number.how}


def _fits(item: Item, claim: HeldClaim) -> bool:
    return item.number.n == claim.number and item.party in (None, claim.party)


def _cited(claim: HeldClaim) -> str:
    return _("{speaker}, {date}: {how} {n} people of {party}. [sources: {sources}]").format(
        speaker=claim.speaker,
        date=claim.date_in_words,
        how={"about": _("about"), "over": _("more than"), "exact": _("exactly")}[claim.how],
        n=claim.number,
        party=named(claim.party),
        sources=", ".join(claim.sources),
    )
