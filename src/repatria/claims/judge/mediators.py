"""Did a state or body mediate an exchange, or did nobody?"""

from collections.abc import Sequence

from repatria.claims.claim import Judgement, Verdict
from repatria.claims.judge import cite
from repatria.history import Exchange
from repatria.history.words import party as named
from repatria.i18n import _


def judged(who: Sequence[str], rows: Sequence[Exchange]) -> Judgement:
    """Every mediator that is named must be one; one that is left out is not an error."""
    if not rows:
        return Judgement("unknown", _("The record holds no exchange that this could be said of."))
    known = list(dict.fromkeys(code for e in rows for code in e.mediators))
    if not known:
        verdict: Verdict = "false" if all(_agreed_directly(e) for e in rows) else "unknown"
        return cite.judged(verdict, _("The record names no mediator."), rows)
    wrong = [code for code in who if code not in known]
    if wrong:
        text = _("{wrong}: not a mediator of it; the record names {known}.").format(
            wrong=", ".join(map(named, wrong)), known=", ".join(map(named, known))
        )
        return cite.judged("false", text, rows)
    text = _("The record names {known}.").format(known=", ".join(map(named, known)))
    host = [e for e in rows if "TUR" in e.mediators and e.talks and e.talks.place == "Istanbul"]
    if host and "TUR" in who:
        text += " " + _("Turkey was host of the talks, not mediator on the day.")
    return cite.judged("true", text, rows)


def _agreed_directly(exchange: Exchange) -> bool:
    """Does the record say, rather than leave open, that nobody stood between the sides?"""
    return not exchange.mediators and "agreed directly" in exchange.note.lower()


def judged_not(who: Sequence[str], rows: Sequence[Exchange]) -> Judgement:
    """Judge that none of `who` mediated."""
    if not rows:
        return Judgement("unknown", _("The record holds no exchange that this could be said of."))
    known = [code for e in rows for code in e.mediators]
    counted = any(o.counter in who for e in rows for o in e.tags.ordinals)
    if counted or set(who) & set(known):
        return cite.judged("false", _("The record has it among its mediations."), rows)
    return cite.judged("true", _("It is not in its tally."), rows)


def judged_none(rows: Sequence[Exchange]) -> Judgement:
    """Judge that nobody mediated, or that nobody was named."""
    if not rows:
        return Judgement("unknown", _("The record holds no exchange that this could be said of."))
    known = list(dict.fromkeys(code for e in rows for code in e.mediators))
    if known:
        text = _("The record names {known}.").format(known=", ".join(map(named, known)))
        return cite.judged("false", text, rows)
    return cite.judged("true", _("The record names no mediator."), rows)
