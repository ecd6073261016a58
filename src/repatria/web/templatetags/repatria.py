"""Filters of every template."""

import re
from typing import Any

from django import template
from django.urls import NoReverseMatch, reverse
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from repatria import i18n
from repatria.history import table_words
from repatria.history import words as history_words

register = template.Library()
_DAY = re.compile(r"(?<![\w-])\d{4}-\d{2}(?:-\d{2})?(?![\w-])", re.ASCII)


@register.filter
def code(value: Any) -> str:
    """Keep 7-B, 1988-??-?? and UA-000123 readable inside Arabic text."""
    return "" if value in (None, "") else format_html('<bdi dir="ltr" class="code">{}</bdi>', value)


@register.filter
def words(value: Any) -> str:
    """Let a name or sentence in whatever script run its own way, apart from the text around it."""
    return "" if value in (None, "") else format_html("<bdi>{}</bdi>", value)


@register.filter
def place(site: Any) -> str:
    """Give a site by its party and its code, as one word: two would change places in Arabic."""
    return code(f"{site.party.code} {site.code}")


@register.filter
def dated(sentence: str) -> str:
    """Keep the days within a sentence in one piece."""
    return mark_safe(_DAY.sub(r'<bdi dir="ltr" class="code">\g<0></bdi>', conditional_escape(sentence)))  # noqa: S308


@register.filter
def in_address(subject: str) -> str:
    """Write the id of a check-in (``device/number``) so that it can stand in an address."""
    return subject.replace("/", "~")


@register.filter
def party_name(code: str) -> str:
    """Give the name of a party of the public history in the reader's language."""
    return history_words.party(code)


@register.filter
def what_is_missing(what: str) -> str:
    """Say what the public history lacks, in the reader's language."""
    return table_words.missing(what)


@register.filter
def conflict_name(name: str) -> str:
    """Name a conflict of the public history in the reader's language."""
    return table_words.conflict(name)


@register.filter
def speaker_name(name: str) -> str:
    """Name who made a claim about people still held, in the reader's language."""
    return table_words.speaker(name)


@register.filter
def as_written(value: str, language: str) -> str:
    """Let words that are not in the reader's language say in which they are; an empty code says nothing."""
    return format_html('<span lang="{}" dir="auto">{}</span>', language, value) if language else words(value)


@register.filter
def statement_words(said: Any) -> str:
    """Give one number of the public history and what it counts."""
    return history_words.statement(said)


@register.filter
def or_withheld(number: int | None) -> str:
    """Give a counted number, or say that it is withheld."""
    return _("withheld") if number is None else str(number)


@register.filter
def of_the_library(sentence: str) -> str:
    """Give a sentence that the library keeps (a rule of a treaty, say) in the reader's language."""
    return i18n._(sentence)


@register.filter
def safe_svg(picture: str) -> str:
    """Put a picture that our own library drew into the page; it escapes whatever text it takes in."""
    return mark_safe(picture)  # noqa: S308


@register.filter
def safe_html(fragment: str) -> str:
    """Put a piece of a page that our own library wrote into the page; it escapes whatever text it takes in."""
    return mark_safe(fragment)  # noqa: S308


@register.filter
def data_block(document: str) -> str:
    """Put JSON into a data block of the page; nothing in it can end the block."""
    return mark_safe(document.replace("<", "\\u003c"))  # noqa: S308


@register.simple_tag(takes_context=True)
def here(context: dict[str, Any], name: str) -> str:
    """Mark the link to the page that is shown."""
    try:
        return mark_safe(' aria-current="page"') if context["request"].path == reverse(name) else ""
    except (NoReverseMatch, KeyError):
        return ""


@register.filter
def at(mapping: dict[Any, Any], key: Any) -> Any:
    """Give what a mapping has under a key, or nothing."""
    return mapping.get(key, "")
