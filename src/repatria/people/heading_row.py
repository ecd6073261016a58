"""Where the heading of a list stands, and which field each column holds."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from repatria.i18n import _
from repatria.people.cells import cleaned
from repatria.people.errors import Refused
from repatria.people.fields import IDENTIFYING
from repatria.people.headings import CONFIRMED, IGNORE, Guess, guess, guess_all, plain
from repatria.people.remarks import About, Question
from repatria.people.source import Area, Row

SEARCHED_ROWS = 40
"""How far down a heading is looked for."""


@dataclass(slots=True)
class Heading:
    """The heading of a list: its row (0: there is none), the words in it, and the field of each column."""

    row: int
    header: list[str]
    width: int
    fields: list[str | None] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def labels(self) -> list[str]:
        """What to call each column when speaking to the sender: its heading, else its number."""
        named = zip_longest(self.header, range(1, self.width + 1))
        return [heading or str(position) for heading, position in named][: self.width]


def find_heading(
    head: Sequence[Row],
    columns: Mapping[str, str] | None = None,
    row: int | None = None,
    merges: Sequence[Area] = (),
    remembered: Mapping[str, str] | None = None,
) -> Heading:
    """Find the heading among the first rows and name the columns.

    Args:
        head: the first rows of the list, as written.
        columns: their heading (or column number, where there is no heading) -> our field, given by a person.
        row: the row of the heading, given by a person; 0 says that there is none.
        merges: cells of the sheet that are merged into one.
        remembered: as `columns`, confirmed for this sender before; it need not fit this list.

    Raises:
        Refused: a heading twice, two headings for one field, or `columns` names nothing that is in the list.
    """
    rows = [(number, cleaned(cells)) for number, cells in head]
    filled = [(number, cells) for number, cells in _merged_down(rows, merges) if any(cells)]
    if not filled:
        raise Refused(_("the list is empty; send the list itself"))
    confirmed = {plain(label): field for label, field in (remembered or {}).items()}
    chosen = _given(filled, row) if row is not None else _best(filled, columns or {}, confirmed)
    heading = chosen if chosen else _without_known_words(filled)
    _refuse_control_signs(heading)
    first = _first_row_of(heading, dict(filled), merges)
    if row is None and any(number < first for number, _cells in filled):
        heading.questions.append(_further_down(heading.row))
    _refuse_repeats(heading)
    _name_columns(heading, columns, confirmed, filled)
    return heading


def _merged_down(rows: list[Row], merges: Sequence[Area]) -> list[Row]:
    """Write a heading that is merged over several rows into each of them."""
    by_number = {number: list(cells) for number, cells in rows}
    for area in merges:
        text = _cell(by_number, area.first_row, area.first_column)
        for number in range(area.first_row + 1, min(area.last_row, SEARCHED_ROWS) + 1):
            if text and _cell(by_number, number, area.first_column) == "":
                by_number[number][area.first_column] = text
    return list(by_number.items())


def _cell(rows: Mapping[int, Sequence[str]], row: int, column: int) -> str | None:
    cells = rows.get(row, ())
    return cells[column] if 0 <= column < len(cells) else None


def _first_row_of(heading: Heading, rows: Mapping[int, Sequence[str]], merges: Sequence[Area]) -> int:
    """Give the first row of a heading of two rows, and name its columns by both ("Capture" over "place")."""
    first = heading.row
    for area in merges:
        if area.first_row < heading.row <= area.last_row:
            first = min(first, area.first_row)
        elif area.last_row == heading.row - 1 and area.first_column < area.last_column < heading.width:
            if area.first_column == 0 and area.last_column >= heading.width - 1:
                continue  # a title over the whole list
            first = min(first, area.first_row)
            _join_group(heading, _cell(rows, area.first_row, area.first_column) or "", area)
    return first


def _join_group(heading: Heading, group: str, area: Area) -> None:
    for column in range(area.first_column, area.last_column + 1):
        text = heading.header[column]
        if guess(text) is None or heading.header.count(text) > 1:
            heading.header[column] = f"{group} {text}".strip()


def _given(filled: list[Row], row: int) -> Heading:
    if row == 0:
        return Heading(0, [], _usual_width(filled))
    for number, cells in filled:
        if number == row:
            return _heading_at(number, cells)
    raise Refused(_("there is no heading in row {row}; name another row").format(row=row))


def _usual_width(filled: list[Row]) -> int:
    return Counter(len(cells) for _number, cells in filled).most_common(1)[0][0]


def _heading_at(row: int, cells: list[str]) -> Heading:
    # Empty cells at the end are a spreadsheet's habit, not columns.
    header = list(cells)
    while header and not header[-1]:
        header.pop()
    return Heading(row, header, len(header))


def _best(filled: list[Row], columns: Mapping[str, str], confirmed: Mapping[str, str]) -> Heading | None:
    mapped = {plain(heading) for heading in columns} | confirmed.keys()
    best, best_score = None, 0
    for number, cells in filled:
        words = [cell for cell in cells if cell]
        # A heading that a person has named settles it; known words must be two, or half of the row.
        named = sum(plain(word) in mapped for word in words)
        score = 2 * named + sum(guess(word) is not None for word in words)
        if score > best_score and (score >= 2 or 2 * score >= len(words)):
            best, best_score = _heading_at(number, cells), score
    return best


def _without_known_words(filled: list[Row]) -> Heading:
    number, cells = filled[0]
    if _looks_like_heading(cells, [row for _number, row in filled[1:]]):
        heading = _heading_at(number, cells)
        heading.questions.append(
            Question(About.HEADING, _("no heading of this list is known; name the columns with --columns"))
        )
        return heading
    return Heading(0, [], _usual_width(filled))


_VALUE = re.compile(r"\d")


def _looks_like_heading(cells: list[str], below: list[list[str]]) -> bool:
    words = [cell for cell in cells if cell]
    if not words or len(set(words)) < len(words) or any(_VALUE.search(word) for word in words):
        return False
    # Words above values that hold figures are a heading; words above words may be a person.
    return any(_VALUE.search(cell) for row in below for cell in row) or not below


def _further_down(row: int) -> Question:
    return Question(
        About.HEADING,
        _("the heading stands in row {row}, below other text; confirm with --heading-row {row}").format(row=row),
    )


def _refuse_control_signs(heading: Heading) -> None:
    for position, text in enumerate(heading.header, 1):
        if any(unicodedata.category(c) in ("Cc", "Cn", "Cs", "Co") and c not in "\t\r\n" for c in text):
            raise Refused(
                _("the heading of column {column} holds a control sign; type it anew").format(column=position)
            )


def _refuse_repeats(heading: Heading) -> None:
    seen: dict[str, int] = {}
    for position, text in enumerate(heading.header, 1):
        first = seen.setdefault(text.casefold(), position)
        if text and first != position:
            raise Refused(
                _("columns {one} and {other} have the same heading; give each its own").format(
                    one=first, other=position
                )
            )


def _name_columns(
    heading: Heading, columns: Mapping[str, str] | None, confirmed: Mapping[str, str], filled: list[Row]
) -> None:
    if columns:
        guesses = _by_map(heading, columns)
    elif heading.header:
        guesses = guess_all(heading.header, confirmed)
        _propose_foreign(heading, guesses)
    else:
        guesses = guess_by_content([cells for _number, cells in filled], heading.width)
        text = _("the list has no heading row; say what its columns hold, by their numbers, with --columns")
        if any(guesses):
            text = _("the list has no heading row; confirm what its columns hold: {columns}")
        heading.questions.append(Question(About.HEADING, text.format(columns=_proposal(heading, guesses))))
    heading.fields = [g.field if g and g.field != IGNORE else None for g in guesses]
    _refuse_one_field_twice(heading)
    _ask_for_a_name(heading)


def _by_map(heading: Heading, columns: Mapping[str, str]) -> list[Guess | None]:
    wanted = {plain(label): Guess(field, "") for label, field in columns.items()}
    found: list[Guess | None] = [wanted.get(plain(label)) for label in heading.labels]
    if not any(found):
        raise Refused(_("the map of columns names no heading of this list; look at the headings again"))
    taken = {g.field for g in found if g}
    for position, known in enumerate(guess_all(heading.header)):
        if found[position] is None and known and known.language == "en" and known.field not in taken:
            found[position] = known
    heading.questions = [q for q in heading.questions if q.about != About.HEADING]
    unused = [label for label, g in zip(heading.labels, found, strict=True) if g is None]
    if unused:
        heading.notes.append(_("columns kept but not used: {columns}").format(columns=", ".join(unused)))
    return found


def _propose_foreign(heading: Heading, guesses: list[Guess | None]) -> None:
    if any(g and g.language not in ("en", CONFIRMED) for g in guesses):
        heading.questions.append(
            Question(
                About.HEADING,
                _("the headings are not English; confirm the proposed columns once: {proposal}").format(
                    proposal=_proposal(heading, guesses)
                ),
            )
        )
    unused = [label for label, g in zip(heading.labels, guesses, strict=True) if g is None]
    if unused and any(guesses):
        heading.notes.append(_("columns kept but not used: {columns}").format(columns=", ".join(unused)))


def _proposal(heading: Heading, guesses: list[Guess | None]) -> str:
    pairs = [f"{label}={g.field}" for label, g in zip(heading.labels, guesses, strict=True) if g]
    return "--columns " + '"' + ",".join(pairs) + '"'


def _refuse_one_field_twice(heading: Heading) -> None:
    twice = [f for f, n in Counter(f for f in heading.fields if f).items() if n > 1]
    if twice:
        both = [label for label, f in zip(heading.labels, heading.fields, strict=True) if f == twice[0]]
        raise Refused(
            _("the headings {headings} both name the field “{field}”; say which with --columns").format(
                headings=", ".join(f"“{heading}”" for heading in both), field=twice[0]
            )
        )


def _ask_for_a_name(heading: Heading) -> None:
    known = {f for f in heading.fields if f}
    if known and not known & set(IDENTIFYING):
        heading.questions.append(Question(About.HEADING, _("no column names a person; name one with --columns")))


_DATE_LIKE = re.compile(r"^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$|^(19|20)\d\d$")
_CODE_LIKE = re.compile(r"^(?=.*\d)[\w/.-]+$")
_NAME_LIKE = re.compile(r"^[^\d]+\s[^\d]+$")


def guess_by_content(rows: list[list[str]], width: int) -> list[Guess | None]:
    """Propose a field for each column of a list without heading, by what stands in it."""
    found: list[Guess | None] = []
    for position in range(width):
        cells = [row[position] for row in rows if len(row) > position and row[position]]
        kind = next((kind for kind, shape in _SHAPES.items() if _mostly(cells, shape)), None)
        taken = kind in {g.field for g in found if g}
        found.append(Guess(kind, "") if kind and not taken else None)
    return found


_SHAPES = {"date_of_birth": _DATE_LIKE, "id": _CODE_LIKE, "full_name_native": _NAME_LIKE}


def _mostly(cells: list[str], shape: re.Pattern[str]) -> bool:
    return bool(cells) and sum(bool(shape.match(cell)) for cell in cells) >= 0.8 * len(cells)
