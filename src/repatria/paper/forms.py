"""Forms for one person: titled groups of fields, places for signatures and a seal."""

from collections.abc import Sequence
from typing import Any

from repatria.paper.text import Text, words


def group(title: str, facts: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Give fields under one title."""
    return {"title": words(title), "facts": list(facts)}


def choice(title: str, choices: Sequence[tuple[str, bool]]) -> dict[str, Any]:
    """Give squares to tick under one title; those already true are ticked."""
    return {"title": words(title), "choices": [{"label": words(label), "ticked": on} for label, on in choices]}


def form(
    intro: Sequence[Text], groups: Sequence[dict[str, Any]], signed_by: Sequence[str], *, seal: str, small: bool
) -> dict[str, Any]:
    """Give a whole form: on A5 when `small`, on A4 otherwise."""
    return {
        "intro": list(intro),
        "groups": list(groups),
        "signatures": [words(who) for who in signed_by],
        "seal": words(seal),
        "small": small,
    }
