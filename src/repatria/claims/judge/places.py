"""Were people handed over, or was it agreed, where the report says?"""

from collections.abc import Sequence

from repatria.claims.claim import Judgement
from repatria.claims.judge import cite
from repatria.history import Exchange
from repatria.i18n import _

# A state may be named for the city of it that the record names: "in the Emirati capital", "in Switzerland".
_CITY = {"United Arab Emirates": "Abu Dhabi", "Switzerland": "Bern", "Turkey": "Istanbul"}


def handover(place: str, rows: Sequence[Exchange]) -> Judgement:
    """Judge that people were handed over or received in `place`."""
    known = [e for e in rows if e.place]
    if not known:
        return cite.judged("unknown", _("The record does not say where it took place."), rows)
    text = _("The record has: {places}.").format(places="; ".join(dict.fromkeys(e.place for e in known)))
    if any(_same(place, e.place) for e in known):
        return cite.judged("true", text, rows)
    if any(_same(_CITY.get(place, ""), e.place) for e in known):
        return cite.judged("unknown", text, rows)  # the state may be named for another city of it
    if place == "border":
        told = any(word in e.place for e in known for word in ("border", "boundary", "crossing"))
        return cite.judged("true" if told else "unknown", text, rows)
    if any(e.talks and e.talks.place == place for e in rows):
        return cite.judged("unknown", _("It is where the talks were held.") + " " + text, rows)
    return cite.judged("false", text, rows)


def talks(place: str, rows: Sequence[Exchange]) -> Judgement:
    """Judge that an exchange was agreed in `place`."""
    known = [e.talks.place for e in rows if e.talks and e.talks.place]
    if not known:
        return cite.judged("unknown", _("The record does not say where it was agreed."), rows)
    text = _("Agreed in {places}.").format(places="; ".join(dict.fromkeys(known)))
    right = any(_same(name, p) for p in known for name in (place, _CITY.get(place, place)))
    return cite.judged("true" if right else "false", text, rows)


_NOISE = {"region", "regions", "border", "of", "and", "at", "the", "boundary", "crossing", "district", "airport"}


def _same(claimed: str, known: str) -> bool:
    """Do two names share a word that names a place?"""
    words = [{w.strip(",;").lower() for w in name.replace("-", " ").split()} - _NOISE for name in (claimed, known)]
    return bool(words[0] & words[1])
