"""What the capture card and the internment card share: numbered fields whose labels stand in several languages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from repatria.i18n import LANGUAGES, _, current_language, language
from repatria.paper.errors import BadPaper
from repatria.paper.letters import direction
from repatria.paper.sheet import Sheet
from repatria.paper.text import Text, Value, code, value

MOST_LANGUAGES = 3
HEALTH_NUMBER = 11


class Health(StrEnum):
    """State of health as the model cards word it; everything that does not apply is struck out."""

    GOOD = "good"
    NOT_WOUNDED = "not_wounded"
    RECOVERED = "recovered"
    CONVALESCENT = "convalescent"
    SICK = "sick"
    SLIGHTLY_WOUNDED = "slightly_wounded"
    SERIOUSLY_WOUNDED = "seriously_wounded"


def health_words() -> dict[Health, str]:
    """Give the seven words of the model cards in the language in force."""
    return {
        Health.GOOD: _("good health"),
        Health.NOT_WOUNDED: _("not wounded"),
        Health.RECOVERED: _("recovered"),
        Health.CONVALESCENT: _("convalescent"),
        Health.SICK: _("sick"),
        Health.SLIGHTLY_WOUNDED: _("slightly wounded"),
        Health.SERIOUSLY_WOUNDED: _("seriously wounded"),
    }


Wordings = Callable[[], list[str]]


def card_sheet(
    title: str, heads: Wordings, labels: Wordings, contents: Sequence["Box"], *, addressee: str | None,
    health: Health | None, others: Sequence[str],
) -> Sheet:  # fmt: skip
    """Give a card: the side with the address, then the side with the fields.

    Args:
        title: of the document.
        heads: makes the kind of card, its free postage, and what is to be known in filling it in.
        labels: makes one label for each field.
        contents: the fields, in the order of their labels.
        addressee: as on the card.
        health: as on the card.
        others: further languages of the labels.

    Raises:
        BadPaper: more than three languages, or one that is not known.
    """
    spoken = label_languages(others)
    data = {
        "heads": in_each(spoken, lambda: [*heads(), *_addressees()]),
        "addressee": value(addressee, lines=True),
        "boxes": boxes(in_each(spoken, labels), contents),
        "health": health_field(spoken, health),
    }
    return Sheet("card.typ", title, data)


def _addressees() -> list[str]:
    return [_("Central Tracing Agency, International Committee of the Red Cross"), _("To the family")]


@dataclass(frozen=True, slots=True)
class Box:
    """One field of a card under the model's number. `wide` takes the whole width; `lines` keeps lines apart."""

    number: int
    content: Value
    wide: bool = False
    lines: bool = False
    as_code: bool = False


def label_languages(others: Sequence[str]) -> list[str]:
    """Give the languages of the labels: the language in force, then `others`, each once.

    Raises:
        BadPaper: more than three languages, or one that is not known.
    """
    found = list(dict.fromkeys([current_language(), *others]))
    if len(found) > MOST_LANGUAGES or not set(found) <= set(LANGUAGES):
        raise BadPaper(_("a card has its labels in two or three languages out of: {codes}").format(
            codes=", ".join(LANGUAGES)))  # fmt: skip
    return found


def in_each(languages: Sequence[str], make: Wordings) -> list[list[Text]]:
    """Give, for each label of `make`, its wordings: the first language leads, repeated wordings are left out."""
    spoken = []
    for each in languages:
        with language(each):
            spoken.append(make())
    return [[[(word, direction(word))] for word in dict.fromkeys(words)] for words in zip(*spoken, strict=True)]


def boxes(labels: list[list[Text]], contents: Sequence[Box]) -> list[dict[str, Any]]:
    """Put each label to its field, in order."""
    return [
        {"number": box.number, "labels": label, "value": _content(box), "wide": box.wide}
        for label, box in zip(labels, contents, strict=True)
    ]


def _content(box: Box) -> Text | None:
    return code(box.content) if box.as_code else value(box.content, lines=box.lines)


def health_field(languages: Sequence[str], chosen: Health | None) -> dict[str, Any]:
    """Give field 11 with its seven choices; with `chosen` known, the others are struck out."""
    [label] = in_each(languages, lambda: [_("State of health")])
    return {"number": HEALTH_NUMBER, "labels": label, "choices": _choices(languages, chosen)}


def _choices(languages: Sequence[str], chosen: Health | None) -> list[dict[str, Any]]:
    labels = in_each(languages, lambda: list(health_words().values()))
    return [
        {"labels": label, "struck": chosen is not None and kind is not chosen, "chosen": kind is chosen}
        for kind, label in zip(Health, labels, strict=True)
    ]
