"""Who is still held: one side's number on one day. It can be said who said so; it is never a fact of the record."""

from collections.abc import Sequence

from repatria.claims.claim import Judgement
from repatria.claims.counts.item import Item
from repatria.claims.scene.scene import Scene
from repatria.claims.words.numbers import Number
from repatria.history import HeldClaim
from repatria.history.words import party as named
from repatria.i18n import _


def held(group: Sequence[Item], scene: Scene) -> tuple[object, Judgement]:
    """Judge numbers of people still held; give the value too."""
    group = [item for item in group if item.number.n is not None] or group
    value = {item.party or "": _said(item.number) for item in group}
    attributed = any(a.tag in "ya" for a in group[0].sentence.atoms) and "K" in group[0].sentence.tags
    known = [c for c in scene.everything.held_claims if c.what != "brought home" and c.date.earliest <= scene.as_of]
    hits = [next((c for c in known if fits(item, c)), None) for item in group]
    if all(hits) and attributed:
        return value, Judgement("true", " ".join(cited(c) for c in hits if c))
    if all(hits):
        said = " ".join(cited(c) for c in hits if c)
        return value, Judgement("unknown", _("One side's number, not a fact of the record.") + " " + said)
    wrong = _said_otherwise(group, known)
    if wrong:
        text = _("{speaker} gave another number.").format(speaker=wrong.speaker)
        return value, Judgement("false", text + " " + cited(wrong))
    latest = known[-1:] if known else []
    text = _("Numbers of people still held are claims of one side; the record does not know how many.")
    return value, Judgement("unknown", " ".join([text, *(cited(c) for c in latest)]))


def _said_otherwise(group: Sequence[Item], known: Sequence[HeldClaim]) -> HeldClaim | None:
    """A claim of the speaker named here, about the same people, with another number."""
    names = {str(a.value).split("|")[1] for a in group[0].sentence.atoms if a.tag == "K"}
    for item in group:
        mine = [c for c in known if c.speaker in names and item.party == c.party and item.number.n is not None]
        if mine and not any(fits(item, c) for c in mine):
            return mine[-1]
    return None


def _said(number: Number) -> object:
    return number.n if number.how == "exact" else {"n": number.n, "how": number.how}


def fits(item: Item, claim: HeldClaim) -> bool:
    """Is this the number of that claim?"""
    return item.number.n == claim.number and item.party in (None, claim.party)


def cited(claim: HeldClaim) -> str:
    """The claim with its speaker, day and sources."""
    return _("{speaker}, {date}: {how} {n} people of {party}. [sources: {sources}]").format(
        speaker=claim.speaker,
        date=claim.date_in_words,
        how={"about": _("about"), "over": _("more than"), "exact": _("exactly")}[claim.how],
        n=claim.number,
        party=named(claim.party),
        sources=", ".join(claim.sources),
    )
