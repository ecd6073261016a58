"""Many lines of delimited text at once, where nothing in them asks for a CSV reader."""

import polars as pl

from repatria.people.source import Block

_QUOTE = '"'


def block_of(text: str, first: int, delimiter: str, width: int) -> Block | None:
    """Part whole lines into cells, the first of them being row `first`; None where only a CSV reader can tell.

    That is so where a quoted cell holds a delimiter, a line end or a quotation mark, a quotation mark stands
    inside a cell, or line ends are of several kinds. Lines of another width than `width` cells are given as rows.
    """
    text = text.replace("\r\n", "\n")
    if "\r" in text or "\0" in text or delimiter in "\n" + _QUOTE:
        return None
    lines = pl.Series([text.removesuffix("\n")]).str.split("\n").list.explode()
    usual = lines.str.count_matches(delimiter, literal=True) == width - 1
    others = lines.filter(~usual)
    if _QUOTE in text and others.str.contains(_QUOTE, literal=True).any():
        return None
    numbers = pl.int_range(first, first + len(lines), dtype=pl.Int64, eager=True)
    cells = _cells(lines.filter(usual), delimiter, width)
    if _QUOTE in text:
        if not _only_whole_cells_quoted(cells):
            return None
        cells = cells.with_columns(pl.all().str.strip_chars(_QUOTE))
    rows = zip(numbers.filter(~usual).to_list(), (line.split(delimiter) for line in others.to_list()), strict=True)
    return Block(len(lines), cells.insert_column(0, numbers.filter(usual).alias("row")), list(rows))


def _cells(lines: pl.Series, delimiter: str, width: int) -> pl.DataFrame:
    if width == 1:
        return pl.DataFrame({"0": lines})
    split = lines.str.split_exact(delimiter, width - 1)
    return split.struct.rename_fields([str(column) for column in range(width)]).struct.unnest()


def _only_whole_cells_quoted(cells: pl.DataFrame) -> bool:
    quoted = pl.all().str.contains(_QUOTE, literal=True)
    whole = pl.all().str.contains('^"[^"]*"$')
    return bool(cells.select(pl.all_horizontal((~quoted | whole).all())).item()) if cells.width else True
