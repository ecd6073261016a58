"""The text of a statement: paragraphs around counted figures, in each language. A number cannot be typed."""

import re
import unicodedata
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from repatria import i18n
from repatria.errors import RepatriaError
from repatria.history.statement import CIVILIAN, MILITARY, Occasion, write
from repatria.web.exchanges.models import Party
from repatria.web.public.counting import STATUS, Counted, withheld_by
from repatria.web.public.models import Statement

_FIELD = re.compile(r"\{(\w+)\}")
WITHHELD = "…"


class NumberTyped(RepatriaError):
    """A paragraph holds a number, or a field that there is not."""


def occasion(statement: Statement) -> Occasion:
    """Give what the statement says besides numbers."""
    withheld = withheld_by(statement.exchange, STATUS)
    return Occasion(
        statement.on,
        statement.exchange.process.mediator.name,
        statement.kind == Statement.Kind.CARRIED_OUT,
        tuple(withheld),
    )


def fields(statement: Statement, counted: Counted) -> dict[str, str]:
    """Give the fields that a paragraph may hold, with what stands in their place."""
    figures = counted.figures
    found = {
        "date": i18n.isolate(statement.on.isoformat()),
        "place": statement.place,
        "mediator": statement.exchange.process.mediator.name,
        "formula": str(figures.formula),
        "each": i18n.isolate(" + ".join(str(side.formula) for side in figures.sides)),
    }
    codes = {party.name: party.code for party in Party.objects.all()}
    for side in figures.sides:
        code = codes[side.receiver]
        found[f"formula_{code}"] = str(side.formula)
        found[f"owed_{code}"] = str(side.owed) if side.owed_may_be_said else WITHHELD
        found[f"all_{code}"] = str(side.people) if side.owed_may_be_said or not side.owed else WITHHELD
    return {**found, **_statuses(statement, counted, codes)}


def _statuses(statement: Statement, counted: Counted, codes: dict[str, str]) -> dict[str, str]:
    if withheld_by(statement.exchange, STATUS):
        return {}
    return {
        f"{status}_{codes[side.receiver]}": WITHHELD
        if side.by_status[status] is None
        else str(side.by_status[status])
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
        standard = write(counted.figures, occasion(statement))
    return [*standard, *(_FIELD.sub(lambda field: known[field[1]], text) for text in own)]


def as_stored(counted: Counted) -> dict[str, Any]:
    """Give the figures as they are stored beside a statement. What is withheld is not stored."""
    return {
        "formula": counted.figures.formula,
        "receipts": counted.receipts,
        "sides": [
            {
                "receiver": side.receiver,
                "formula": side.formula,
                "owed": side.owed if side.owed_may_be_said or not side.owed else None,
                "by_status": side.by_status,
            }
            for side in counted.figures.sides
        ],
        "others": {name: number if number >= 5 else None for name, number in counted.others.items()},
        "nationality": counted.nationality,
    }
