"""Filters of every template."""

from typing import Any

from django import template
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import mark_safe

register = template.Library()


@register.filter
def code(value: Any) -> str:
    """Keep 7-B, 1988-??-?? and UA-000123 readable inside Arabic text."""
    return "" if value in (None, "") else format_html('<bdi dir="ltr" class="code">{}</bdi>', value)


@register.filter
def words(value: Any) -> str:
    """Let a name or sentence in whatever script run its own way, apart from the text around it."""
    return "" if value in (None, "") else format_html("<bdi>{}</bdi>", value)


@register.simple_tag(takes_context=True)
def here(context: dict[str, Any], name: str) -> str:
    """Mark the link to the page that is shown."""
    try:
        return mark_safe(' aria-current="page"') if context["request"].path == reverse(name) else ""
    except (NoReverseMatch, KeyError):
        return ""
