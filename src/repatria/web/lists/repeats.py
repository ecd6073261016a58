"""Pairs of rows that may be one person listed twice, as the page shows them and as its form says."""

from collections.abc import Iterable, Mapping
from typing import Any

from repatria.web.lists import shown
from repatria.web.lists.models import Repeat
from repatria.web.matching_desk.side_by_side import Line, reasons_in_words, side_by_side

_PREFIX = "repeat_"


def pairs_on(user: Any, repeats: Iterable[Repeat]) -> list[dict[str, Any]]:
    """Give the pairs of a page, their rows side by side, with reasons in the reader's language."""
    repeats = list(repeats)
    rows = {row.pk: row for one in repeats for row in (one.row, one.other)}
    for one in repeats:
        one.row.list = one.other.list = one.list
    seen = {one.row.pk: one.values for one in shown.show(user, "list_repeats", rows.values())}
    return [_pair(one, seen[one.row_id], seen[one.other_id]) for one in repeats]


def _pair(one: Repeat, left: dict[str, str], right: dict[str, str]) -> dict[str, Any]:
    lines: list[Line] = side_by_side(left, right)
    reasons = reasons_in_words(one.because, left, right)
    return {"repeat": one, "lines": lines, "reasons": reasons, "name": f"{_PREFIX}{one.pk}"}


def verdicts_in(data: Mapping[str, str]) -> dict[str, str]:
    """Give key of the pair -> verdict, for the pairs of a sent form that were decided."""
    known = set(Repeat.Verdict.values)
    return {
        name.removeprefix(_PREFIX): value
        for name, value in data.items()
        if name.startswith(_PREFIX) and value in known
    }
