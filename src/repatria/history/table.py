"""The table of exchanges as a file: one row in, one typed exchange out, and back.

Columns and tags are described in docs/manual/history.md. An empty cell means "unknown".
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping

from repatria.history import tags
from repatria.history.errors import BadExchange, BadHistoryFile
from repatria.history.exchange import CONFIDENCES, Confidence, Exchange, Side
from repatria.history.when import When
from repatria.i18n import _

COLUMNS = (
    "id", "conflict", "date",
    "returned_to_a_party", "returned_to_a_total", "returned_to_a_military", "returned_to_a_civilians",
    "returned_to_b_party", "returned_to_b_total",
    "mediators", "place", "note", "sources", "confidence",
)  # fmt: skip
# Russia's own split is announced now and then; these two columns may be left out of a file.
OPTIONAL = ("returned_to_b_military", "returned_to_b_civilians")
_ID = re.compile(r"[a-z]+(?:-[a-z]+)*-\d{4}-\d{2}(?:-\d{2})?(?:-[a-z0-9]+)*", re.ASCII)
_COUNT = re.compile(r"\d{1,7}", re.ASCII)
_CODE = re.compile(r"[A-Z][A-Z-]{1,9}", re.ASCII)
_LONGEST_CELL = 20_000


def read(text: str) -> Iterator[tuple[int, Exchange]]:
    """Read exchanges from CSV `text` with a header line; give each with its line number.

    Raises:
        BadHistoryFile: no header, or columns missing.
        BadExchange: a row is not well formed; its row number is set.
    """
    csv.field_size_limit(_LONGEST_CELL)
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), strict=True)
    try:
        _check_header(rows.fieldnames)
        for row in rows:
            try:
                yield rows.line_num, exchange(row)
            except BadExchange as fault:
                raise fault.at(rows.line_num) from None
    except csv.Error as cause:
        raise BadHistoryFile(
            _("line {line} is not CSV; save the table as comma-separated UTF-8").format(line=rows.line_num)
        ) from cause


def _check_header(header: Iterable[str] | None) -> None:
    missing = [name for name in COLUMNS if name not in (header or ())]
    if missing:
        raise BadHistoryFile(_("the header line lacks these columns: {columns}").format(columns=", ".join(missing)))


def exchange(row: Mapping[str, str | None]) -> Exchange:
    """Make one exchange of one row.

    Raises:
        BadExchange: a cell is missing or not written as its column wants it.
    """
    if None in row:
        raise BadExchange("confidence", _("more cells than columns"))
    cells = {name: (row.get(name) or "").strip() for name in (*COLUMNS, *OPTIONAL)}
    words, pairs = tags.split(cells["note"])
    return Exchange(
        id=_matching(_ID, cells["id"], "id", _("write it as ru-ua-2026-02-05 or ru-ua-2026-02-05-suffix")),
        conflict=_present(cells, "conflict"),
        date=When.parse(cells["date"]),
        a=_side(cells, "a"),
        b=_side(cells, "b"),
        mediators=_codes(cells, "mediators"),
        place=cells["place"],
        note=words,
        tags=tags.parse(pairs),
        sources=tuple(part.strip() for part in _present(cells, "sources").split(";") if part.strip()),
        confidence=_confidence(cells["confidence"]),
    )


def row(exchange: Exchange) -> dict[str, str]:
    """Give `exchange` as a row; :func:`exchange` reads it back."""
    cells = {
        "id": exchange.id,
        "conflict": exchange.conflict,
        "date": str(exchange.date),
        "mediators": ";".join(exchange.mediators),
        "place": exchange.place,
        "note": " ".join([exchange.note, *tags.write(exchange.tags)]).strip(),
        "sources": ";".join(exchange.sources),
        "confidence": exchange.confidence,
    }
    for letter, side in zip("ab", exchange.sides, strict=True):
        cells[f"returned_to_{letter}_party"] = side.name
        for part in ("total", "military", "civilians"):
            number = getattr(side, part)
            cells[f"returned_to_{letter}_{part}"] = "" if number is None else str(number)
    return cells


def write(exchanges: Iterable[Exchange]) -> str:
    """Give a whole table as CSV text. A cell that a spreadsheet would run as a formula is defused."""
    out = io.StringIO()
    table = csv.DictWriter(out, (*COLUMNS, *OPTIONAL), lineterminator="\n")
    table.writeheader()
    table.writerows({k: _inert(v) for k, v in row(e).items()} for e in exchanges)
    return out.getvalue()


def _inert(cell: str) -> str:
    return "'" + cell if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def _present(cells: Mapping[str, str], column: str) -> str:
    if not cells[column]:
        raise BadExchange(column, _("this cell may not be empty"))
    return cells[column]


def _matching(form: re.Pattern[str], cell: str, column: str, advice: str) -> str:
    if not form.fullmatch(cell):
        raise BadExchange(column, advice)
    return cell


def _codes(cells: Mapping[str, str], column: str) -> tuple[str, ...]:
    codes = tuple(part.strip() for part in cells[column].split(";") if part.strip())
    for code in codes:
        _matching(_CODE, code, column, _("write codes in capitals, joined by ';', as ARE;USA"))
    return codes


def _side(cells: Mapping[str, str], letter: str) -> Side:
    party = f"returned_to_{letter}_party"
    _present(cells, party)
    numbers = [_count(cells, f"returned_to_{letter}_{part}") for part in ("total", "military", "civilians")]
    return Side(_codes(cells, party), *numbers)


def _count(cells: Mapping[str, str], column: str) -> int | None:
    if not cells[column]:
        return None
    return int(_matching(_COUNT, cells[column], column, _("write a whole number, or leave it empty")))


def _confidence(cell: str) -> Confidence:
    if cell not in CONFIDENCES:
        raise BadExchange("confidence", _("write one of {words}").format(words=", ".join(CONFIDENCES)))
    return cell
