"""The text of a statement: paragraphs around counted figures, in each language. A number cannot be typed."""

import re
import unicodedata
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from repatria import i18n
from repatria.errors import RepatriaError
from repatria.history.statement import CIVILIAN, MILITARY, Occasion, Side, write
from repatria.web.exchanges.models import Party
from repatria.web.public.counting import STATUS, Counted
from repatria.web.public.models import Statement

_FIELD = re.compile(r"\{(\w+)\}")
WITHHELD = "…"


class NumberTyped(RepatriaError):
    """A paragraph holds a number, or a field that there is not."""


def occasion(statement: Statement, counted: Counted) -> Occasion:
    """Give what the statement says besides numbers."""
    return Occasion(
        statement.on,
        statement.exchange.process.mediator.name,
        statement.kind == Statement.Kind.CARRIED_OUT,
        tuple(counted.withheld_by[STATUS]),
    )


def fields(statement: Statement, counted: Counted) -> dict[str, str]:
    """Give the fields that a paragraph may hold, with what stands in their place."""
    figures = counted.figures
    said = figures.split_is_said
    found = {
        "date": i18n.isolate(statement.on.isoformat()),
        "place": statement.place,
        "mediator": statement.exchange.process.mediator.name,
        "people": str(figures.people),
        "formula": _number(figures.formula if said else None),
        "each": i18n.isolate(" + ".join(str(side.formula) for side in figures.sides)) if said else WITHHELD,
    }
    codes = {party.name: party.code for party in Party.objects.all()}
    for side in figures.sides:
        code = codes[side.receiver]
        found[f"all_{code}"] = str(side.people)
        found[f"formula_{code}"] = _number(side.formula if said else None)
        found[f"owed_{code}"] = _number(side.owed if said else None)
    return {**found, **_statuses(counted, codes)}


def _number(counted: int | None) -> str:
    return WITHHELD if counted is None else str(counted)


def _statuses(counted: Counted, codes: dict[str, str]) -> dict[str, str]:
    if counted.withheld_by[STATUS]:
        return {}
    return {
        f"{status}_{codes[side.receiver]}": _number(side.by_status[status])
        for side in counted.figures.sides
        for status in (MILITARY, CIVILIAN)
    }


def check(paragraphs: list[str], known: dict[str, str]) -> None:
    """Check that paragraphs hold no number but in fields, and only fields that there are.

    Raises:
        NumberTyped: the text says in which paragraph, and what to write instead.
    """
    for number, paragraph in enumerate(paragraphs, start=1):
        unknown = [name for name in _FIELD.findall(paragraph) if name not in known]
        if unknown:
            raise NumberTyped(
                _("Paragraph {n}: there is no field {{{field}}}. There are: {fields}").format(
                    n=number, field=unknown[0], fields=", ".join(f"{{{name}}}" for name in known)
                )
            )
        if any(unicodedata.category(letter) in ("Nd", "Nl", "No") for letter in _FIELD.sub("", paragraph)):
            raise NumberTyped(
                _(
                    "Paragraph {n}: a number is typed here. Every number of a statement is counted; put a field "
                    "such as {{formula}} in its place."
                ).format(n=number)
            )


def paragraphs(statement: Statement, counted: Counted, language: str) -> list[str]:
    """Give the whole text in one language: what the figures say, then what the press officer wrote around them."""
    with i18n.language(language), translation.override(language):
        known = fields(statement, counted)
        own = statement.texts.get(language, [])
        check(own, known)
        standard = write(counted.figures, occasion(statement, counted))
    return [*standard, *(_FIELD.sub(lambda field: known[field[1]], text) for text in own)]


def as_stored(counted: Counted) -> dict[str, Any]:
    """Give the figures as they are published beside a statement. What is withheld is not stored."""
    figures = counted.figures
    return {
        "people": figures.people,
        "formula": figures.formula if figures.split_is_said else None,
        "receipts": counted.receipts,
        "sides": [_side_as_stored(side, counted) for side in figures.sides],
        "nationality": counted.nationality,
        "withheld_by": counted.withheld_by,
    }


def _side_as_stored(side: Side, counted: Counted) -> dict[str, Any]:
    said = counted.figures.split_is_said
    return {
        "receiver": side.receiver,
        "people": side.people,
        "formula": side.formula if said else None,
        "owed": side.owed if said else None,
        "apart": side.apart if said else None,
        "by_status": dict.fromkeys(side.by_status) if counted.withheld_by[STATUS] else side.by_status,
    }
