"""May this row join the history? It may not if it contradicts itself or what is already known."""

from collections.abc import Callable, Iterator
from datetime import date

from repatria.history.errors import BadExchange
from repatria.history.exchange import Exchange, Side
from repatria.history.history import History
from repatria.i18n import _

Fault = tuple[str, str]


def check(exchange: Exchange, history: History, today: date, correction: bool = False) -> None:
    """Let `exchange` pass, or say what is wrong with it.

    Args:
        exchange: the row that wants to join.
        history: what is known so far.
        today: an exchange after this day has not happened.
        correction: the row means to replace the one with its id.

    Raises:
        BadExchange: the first contradiction found, with its column.
    """
    for rule in _RULES:
        for column, why in rule(exchange):
            raise BadExchange(column, why)
    if exchange.date.earliest > today:
        raise BadExchange("date", _("this day has not come yet"))
    others = _check_id(exchange, history, correction)
    _check_twin(exchange, others)
    _check_ordinals(exchange, others)


def _dates(e: Exchange) -> Iterator[Fault]:
    if f"-{e.date}" not in e.id:
        yield "id", _("the date in the id is not that of the row")
    if e.tags.until and e.tags.until < e.date.earliest:
        yield "note", _("it ends (until) before it begins")
    if e.tags.announced and e.tags.announced > e.until:
        yield "note", _("it was announced after it had ended")


def _numbers(e: Exchange) -> Iterator[Fault]:
    for letter, side in zip("ab", e.sides, strict=True):
        column = f"returned_to_{letter}_total"
        if side.total is None:
            continue
        if side.military is not None and side.civilians is not None:
            if side.military + side.civilians != side.total:
                yield column, _("the total is not the sum of military and civilians")
        elif side.at_least is not None and _only_part(side) not in (None, side.total):
            yield column, _("only one part is given, and it is not the total; leave it empty or give both")
    if all(side.total == 0 for side in e.sides):
        yield "returned_to_a_total", _("nobody came back: leave an unknown number empty, it is not zero")


def _only_part(side: Side) -> int | None:
    return side.military if side.civilians is None else side.civilians


def _parties(e: Exchange) -> Iterator[Fault]:
    if set(e.a.parties) & set(e.b.parties):
        yield "returned_to_b_party", _("one party stands on both sides")
    one_to_one = len(e.a.parties) == len(e.b.parties) == 1
    if one_to_one and set(e.mediators) & {*e.a.parties, *e.b.parties}:
        yield "mediators", _("a party to the exchange is named as its mediator")
    if len(set(e.mediators)) != len(e.mediators):
        yield "mediators", _("a mediator is named twice")


def _sources(e: Exchange) -> Iterator[Fault]:
    if len(set(e.sources)) != len(e.sources):
        yield "sources", _("a source is named twice")


_RULES: tuple[Callable[[Exchange], Iterator[Fault]], ...] = (_dates, _numbers, _parties, _sources)


def _check_id(e: Exchange, history: History, correction: bool) -> list[Exchange]:
    known = next((k for k in history if k.id == e.id), None)
    if known is None and correction:
        raise BadExchange("id", _("there is no exchange of this id to correct"))
    if known is not None and not correction:
        raise BadExchange("id", _("an exchange of this id is known; say that this row is a correction"))
    if known is not None and set(e.sources) <= set(known.sources):
        raise BadExchange("sources", _("a correction needs a source that the old row did not have"))
    prefix = e.id.partition(f"-{e.date}")[0]
    for other in history:
        if other.id.startswith(f"{prefix}-2") and other.conflict != e.conflict:
            raise BadExchange("conflict", _("ids with this prefix belong to another conflict"))
    return [k for k in history if k.id != e.id and k.conflict == e.conflict]


def _check_twin(e: Exchange, others: list[Exchange]) -> None:
    numbered = any(side.total is not None for side in e.sides)
    for other in others:
        if numbered and (other.date, other.a, other.b) == (e.date, e.a, e.b):
            raise BadExchange("date", _("an exchange of this day with the same numbers is known already"))


def _check_ordinals(e: Exchange, others: list[Exchange]) -> None:
    for mine in e.tags.ordinals:
        for other in others:
            for theirs in other.tags.ordinals:
                if theirs.counter != mine.counter or not (mine.sure and theirs.sure):
                    continue
                earlier = other.until < e.date.earliest
                later = e.until < other.date.earliest
                if (earlier and theirs.number > mine.number) or (later and theirs.number < mine.number):
                    raise BadExchange("note", _("its ordinal runs against an exchange of another day"))
                _check_running_total(earlier, later, mine.running_total, theirs.running_total)


def _check_running_total(earlier: bool, later: bool, mine: int | None, theirs: int | None) -> None:
    if mine is None or theirs is None:
        return
    if (earlier and theirs >= mine) or (later and theirs <= mine):
        raise BadExchange("note", _("its running total runs against an exchange of another day"))
