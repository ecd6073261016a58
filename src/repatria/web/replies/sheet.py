"""The spreadsheet of replies: written with headings in the clerk's language, read back in any of the five.

Every cell is neutralised against formulas on the way out and restored on the way in. A row is known by its key;
names stand in the file only where two people of the party have let them leave.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from repatria.i18n import LANGUAGES
from repatria.people import DateStyle, Decisions, Effect, read_date, read_lists, write_rows
from repatria.people.headings import IGNORE
from repatria.people.neutral import restored
from repatria.web.registry.kinds import ALL_KINDS, LONGEST
from repatria.web.replies.models import Answer

KEY = "key"
HEADINGS: dict[str, Any] = {
    KEY: gettext_lazy("key (leave it as it is)"),
    "code": gettext_lazy("their number"),
    "answer": gettext_lazy("answer"),
    "number": gettext_lazy("number in our register"),
    "released_on": gettext_lazy("released on"),
    "released_to": gettext_lazy("released to"),
    "certificate": gettext_lazy("number of the death certificate"),
    "duplicate_of": gettext_lazy("duplicate of their number"),
    "why": gettext_lazy("why an earlier answer was wrong"),
}
NAMES = ("surname", "given_name", "patronymic", "full_name_native", "date_of_birth", "unit", "rank", "capture_date")
_FILLED = ("answer", "number", "released_on", "released_to", "certificate", "duplicate_of", "why")


@dataclass(frozen=True, slots=True)
class Filled:
    """One row that a clerk has filled in: `row` as in the file, `cells` by column."""

    row: int
    key: str
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong: the row (0: the whole file), the column, why, and what to do. No cell is quoted."""

    row: int
    column: str
    why: str

    def as_list(self) -> list[Any]:
        """Give it for keeping."""
        return [self.row, self.column, self.why]


def write(path: Path, rows: Iterable[Mapping[str, str]], *, with_names: bool) -> None:
    """Write the sheet as ``.xlsx`` or ``.csv``: one row a name, `answer` empty for a person to fill."""
    columns = [KEY, "code", *(NAMES if with_names else ()), *_FILLED]
    header = [str(HEADINGS[name] if name in HEADINGS else ALL_KINDS[name].label) for name in columns]
    write_rows(path, header, ([row.get(name, "") for name in columns] for row in rows))


def read(path: Path) -> tuple[list[Filled], list[Fault]]:
    """Read a sheet that came back: the rows with an answer, and what is wrong with the file as a whole."""
    # The library need not know a word of these headings: the column of keys says, in any language, where they are.
    keys = {label: IGNORE for label, name in _known_headings().items() if name == KEY}
    reading = read_lists(path, Decisions(remembered=keys))[0]
    if reading.refusal:
        return [], [Fault(0, "", reading.refusal)]
    columns = _columns(reading.labels)
    missing = [name for name in (KEY, "answer") if name not in columns]
    if missing:
        named = ", ".join(f"“{HEADINGS[name]}”" for name in missing)
        why = _("the column {names} is missing; fill in the sheet that this page gives").format(names=named)
        return [], [Fault(0, "", why)]
    unread = [
        Fault(one.row, one.column, f"{one.why}; {one.remedy}")
        for one in reading.rejected
        if one.effect is Effect.LEFT_OUT
    ]
    return list(_filled(reading.table.cells.iter_rows(), columns)), unread


def _filled(rows: Iterable[Sequence[Any]], columns: Mapping[str, int]) -> Iterator[Filled]:
    for number, _sheet, *cells in rows:
        said = {name: restored(str(cells[at] or "")).strip() for name, at in columns.items() if at < len(cells)}
        if said.get("answer"):
            yield Filled(int(number), said.get(KEY, ""), said)


def _columns(labels: Sequence[str]) -> dict[str, int]:
    known = _known_headings()
    found = {known[_plain(label)]: at for at, label in reversed(list(enumerate(labels))) if _plain(label) in known}
    return found


def _plain(text: str) -> str:
    return " ".join(restored(text).casefold().split())


@cache
def _known_headings() -> dict[str, str]:
    return _in_every_language(HEADINGS)


@cache
def _known_answers() -> dict[str, str]:
    return _in_every_language(dict(Answer.choices))


def _in_every_language(words: Mapping[str, Any]) -> dict[str, str]:
    """Give the words of every language -> what they stand for; the names in code are known too."""
    found = {_plain(name): name for name in words}
    for code in LANGUAGES:
        with translation.override(code):
            found |= {_plain(str(label)): name for name, label in words.items()}
    return found


def answer_of(text: str) -> str | None:
    """Give the answer that a cell means, in whatever language; None if it means none."""
    return _known_answers().get(_plain(text))


def check(
    rows: Iterable[Filled], *, keys: Mapping[str, UUID], codes: Mapping[str, UUID],
    numbers: Callable[[str], UUID | None], today: date,
) -> Iterator[tuple[Filled, dict[str, Any] | None, list[Fault]]]:  # fmt: skip
    """Turn filled rows into replies, each with its faults.

    Args:
        rows: what was filled in.
        keys: key -> name on the list.
        codes: the seeker's number -> name on the list.
        numbers: number in the holder's register -> person, or None.
        today: the day after which nobody was released.
    """
    seen: set[str] = set()
    for one in rows:
        faults: list[Fault] = []
        row = keys.get(one.key)
        if row is None:
            faults.append(_fault(one, KEY, _("this key is not on the list; do not change that column")))
        elif one.key in seen:
            faults.append(_fault(one, KEY, _("this name stands in the file twice; keep one of the two rows")))
        seen.add(one.key)
        said = _said(one, faults, codes, numbers, today)
        yield one, None if faults else {"row": str(row), **said}, faults


def _said(
    one: Filled, faults: list[Fault], codes: Mapping[str, UUID], numbers: Callable[[str], UUID | None], today: date
) -> dict[str, str]:
    answer = answer_of(one.cells["answer"])
    if answer is None:
        faults.append(_fault(one, "answer", _("this is none of the answers; the page lists them")))
    plain = {name: one.cells.get(name, "")[:LONGEST] for name in ("released_to", "certificate", "why")}
    said = {"answer": answer or "", **plain}
    if number := one.cells.get("number"):
        person = numbers(number)
        if person is None:
            faults.append(_fault(one, "number", _("there is no such number in your register")))
        said["person"] = str(person or "")
    if code := one.cells.get("duplicate_of"):
        if code not in codes:
            faults.append(_fault(one, "duplicate_of", _("there is no such number on their list")))
        said["duplicate_of"] = str(codes.get(code, ""))
    if text := one.cells.get("released_on"):
        found = read_date(text, DateStyle(reference_day=today))
        if not found.value:
            why = _("not a certain date; write it as 2026, 2026-02 or 2026-02-05")
            faults.append(_fault(one, "released_on", why))
        said["released_on"] = found.value
    return said


def _fault(one: Filled, column: str, why: str) -> Fault:
    return Fault(one.row, str(HEADINGS[column]), why)
