"""What the history says of an exchange, in sentences. Every number in them is computed."""

from collections.abc import Mapping

from babel import Locale
from babel.core import get_global

from repatria.history import table_words
from repatria.history.category_words import counted
from repatria.history.exchange import Exchange, Side, Statement
from repatria.history.ranks import FirstSince, LargestSince
from repatria.i18n import _, current_language, isolate, ngettext

_PARTIES = {
    "UKR": lambda: _("Ukraine"), "RUS": lambda: _("Russia"), "ARM": lambda: _("Armenia"),
    "AZE": lambda: _("Azerbaijan"), "ISR": lambda: _("Israel"), "PSE": lambda: _("Palestinians"),
    "DEU": lambda: _("Germany"), "USA": lambda: _("United States"), "HOUTHI": lambda: _("Houthi side"),
    "YEM-GOV": lambda: _("government of Yemen"), "SAU": lambda: _("Saudi Arabia"), "SDN": lambda: _("Sudan"),
    "ARE": lambda: _("United Arab Emirates"), "TUR": lambda: _("Turkey"), "QAT": lambda: _("Qatar"),
    "EGY": lambda: _("Egypt"), "VAT": lambda: _("Holy See"), "UN": lambda: _("United Nations"),
    "ICRC": lambda: _("ICRC"), "BLR": lambda: _("Belarus"), "DNR": lambda: _("Donetsk separatists"),
    "POL": lambda: _("Poland"), "SVN": lambda: _("Slovenia"), "NOR": lambda: _("Norway"),
    "CHE": lambda: _("Switzerland"),
}  # fmt: skip


_OWN_NAMES: dict[str, str] = {}


def know_parties(names: Mapping[str, str]) -> None:
    """Learn the names of parties of one's own, by code; a name of the public history is not replaced."""
    _OWN_NAMES.update({code: name for code, name in names.items() if code not in _PARTIES})


def party(code: str) -> str:
    """The name of a party or mediator; its code where nobody has a name for it."""
    return " + ".join(
        _PARTIES[part]() if part in _PARTIES else _OWN_NAMES.get(part) or _state(part) for part in code.split(";")
    )


def _state(code: str) -> str:
    """The name of a state by its code of three letters, from the Unicode Common Locale Data Repository."""
    known: list[str] = get_global("territory_aliases").get(code, [code])
    return str(Locale.parse(current_language()).territories.get(known[0], code))


def number(side: Side) -> str:
    """The side's number, or how much of it is known."""
    if side.total is not None:
        return str(side.total)
    return _("unknown") if side.at_least is None else _("at least {n}").format(n=side.at_least)


def day(exchange: Exchange) -> str:
    """The date, with its last day, or "day unknown" where only the month is known."""
    if not exchange.date.exact:
        return _("{month} (day unknown)").format(month=isolate(str(exchange.date)))
    if exchange.tags.until:
        return isolate(f"{exchange.date}/{exchange.tags.until}")
    return isolate(str(exchange.date))


def first_since(found: FirstSince) -> str:
    """One or more sentences: the exchange before, the gap, and what makes it uncertain."""
    if found.previous is None or found.days is None:
        said = [_("first of its conflict in the record")]
    else:
        said = [_since(found.previous, found.days)]
    if found.same_day:
        ids = ", ".join(isolate(e.id) for e in found.same_day)
        said.append(_("same day: {ids}").format(ids=ids))
    if found.perhaps_between:
        ids = ", ".join(isolate(e.id) for e in found.perhaps_between)
        said.append(_("perhaps in between, day unknown: {ids}").format(ids=ids))
    said += [_("record incomplete: {what}").format(what=table_words.missing(gap.missing)) for gap in found.gaps]
    return "; ".join(said)


def _since(previous: Exchange, days: tuple[int, int]) -> str:
    shortest, longest = days
    if shortest == longest:
        return ngettext(
            "first since {date}, {days} day before", "first since {date}, {days} days before", shortest
        ).format(date=day(previous), days=shortest)
    return _("first since {date}, {shortest} to {longest} days before").format(
        date=day(previous), shortest=max(shortest, 0), longest=longest
    )


def first_since_in_short(found: FirstSince) -> str:
    """The same for a narrow column: the day, the gap, and a star where the record leaves room for doubt."""
    if found.previous is None or found.days is None:
        said = _("the first")
    else:
        shortest, longest = max(found.days[0], 0), found.days[1]
        gap = str(longest) if shortest == longest else f"{shortest}–{longest}"
        said = ngettext("{date}, {gap} day", "{date}, {gap} days", longest).format(
            date=day(found.previous), gap=isolate(gap)
        )
    return said if found.certain else f"{said} *"


def largest_since_in_short(found: LargestSince) -> str:
    """The same for a narrow column: since when it is the largest, and a star where sizes in between are unknown."""
    if found.size is None:
        return _("size unknown")
    said = _("the largest so far") if found.larger is None else day(found.larger)
    return f"{said} *" if found.unknown_between else said


def largest_since(found: LargestSince) -> str:
    """How far back it is the largest, both sides together, living people."""
    if found.size is None:
        return _("size unknown: a side gave no number")
    if found.larger is None:
        said = [_("largest of its conflict so far, {n} people").format(n=found.size)]
    else:
        said = [
            _("{n} people; {date} was as large or larger ({m})").format(
                n=found.size, date=day(found.larger), m=found.larger.living
            )
        ]
    if found.unknown_between:
        count = len(found.unknown_between)
        said.append(
            ngettext(
                "not certain: {n} exchange in between gave no size",
                "not certain: {n} exchanges in between gave no size",
                count,
            ).format(n=count)
        )
    return "; ".join(said)


def statement(said: Statement) -> str:
    """What one number counts, and the number: ``officers: 11``. Who said it stands in the statement itself."""
    name, _colon, about = said.category.partition(":")
    category = counted(name, ", ".join(party(code) for code in about.split(";")))
    if said.number is None:
        number = ""
    else:
        hows = {"about": _("about {n}"), "over": _("over {n}"), "nearly": _("nearly {n}")}
        number = hows.get(said.how, "{n}").format(n=said.number)
    remark = f" ({said.remark})" if said.remark else ""
    return f"{category} {number}".strip() + remark
