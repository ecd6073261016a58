"""Filters of the pages of lists."""

from collections.abc import Mapping
from typing import Any

from django import template

register = template.Library()


@register.filter
def of(values: Mapping[str, Any], name: str) -> Any:
    """Give the value of `name`, or nothing."""
    return values.get(name, "")
