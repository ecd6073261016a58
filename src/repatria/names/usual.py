"""Which rows say a name in the usual way, told from their words alone, and how their words are to be read.

Usual is: surname, given name and patronymic (which may be missing), one word or initial each, in an order that can
be told, and a full name that says the same or is three words with a patronymic among them.
"""

from collections.abc import Callable
from functools import partial

import numpy as np
import polars as pl
from numpy.typing import NDArray

from repatria.names import split
from repatria.names.script import APOSTROPHES
from repatria.names.word import Tradition, given

Flags = NDArray[np.bool_]
READING = ("family", "given", "father")
_WORD = rf"\p{{L}}[\p{{L}}{APOSTROPHES}]+"
_INITIAL = r"\p{L}\.?"
_ONE_WORD = f"^{_WORD}$"
_NAME = f"^({_WORD}|{_INITIAL})$"
_WORDS = f"^({_WORD}|{_INITIAL})( ({_WORD}|{_INITIAL})){{0,2}}$"


def usual(cells: pl.DataFrame, tradition: Tradition) -> pl.DataFrame:
    """Give row and two readings (family, given, father, family2, given2, father2) of the rows that are usual."""
    return _arranged(_usual(cells), tradition)


def _usual(cells: pl.DataFrame) -> pl.DataFrame:
    """Give the rows whose cells are single words: row, s, g, p (the cells), w0, w1, w2 (words of the full name)."""
    s, g, p, f = (pl.col(name) for name in cells.columns)
    nothing_but_whole = (s == "") & (g == "") & (p == "")
    parts = s.str.contains(_ONE_WORD) & g.str.contains(_NAME) & ((p == "") | p.str.contains(_NAME))
    whole = f.str.contains(_WORDS)
    row = pl.int_range(pl.len(), dtype=pl.Int32).alias("row")
    kept = cells.lazy().with_columns(row).filter((parts & ((f == "") | whole)) | (nothing_but_whole & whole))
    words = _without_stops(f).str.split_exact(" ", 2).struct.rename_fields(["w0", "w1", "w2"]).alias("words")
    cells_of = ((s, "s"), (_without_stops(g), "g"), (_without_stops(p), "p"))
    named = kept.select("row", *(_or_none(column, name) for column, name in cells_of), words)
    filled = named.unnest("words").with_columns(_or_none(pl.col("w0"), "w0"))
    return filled.collect()


def _without_stops(column: pl.Expr) -> pl.Expr:
    return column.str.replace_all(".", "", literal=True)


def _or_none(column: pl.Expr, name: str) -> pl.Expr:
    return pl.when(column != "").then(column).alias(name)


def _arranged(frame: pl.DataFrame, tradition: Tradition) -> pl.DataFrame:
    """Take each row's words for what they are; leave out those whose order or full name leaves a doubt."""
    is_patronymic = partial(split.is_patronymic, tradition=tradition)
    misplaced = frame["p"].is_null().to_numpy() & _flag(frame["g"], is_patronymic)
    frame, in_order = _in_order(frame, tradition)
    patronymic = [_flag(frame[name], is_patronymic) for name in ("w1", "w2")]
    cells = frame["s"].is_not_null().to_numpy()
    three, same = frame["w2"].is_not_null().to_numpy(), _says_the_same(frame) & cells
    last = three & patronymic[1] & ~patronymic[0] & ~same  # Surname, given name, patronymic.
    middle = three & patronymic[0] & ~same  # Given name, patronymic, surname.
    kept = np.where(cells, in_order & ~misplaced, last | middle) & (same | last | middle)
    second = {"family2": ("w0", "w2"), "given2": ("w1", "w0"), "father2": ("w2", "w1")}
    frame = frame.with_columns(pl.Series("last", last), pl.Series("middle", middle)).filter(pl.Series(kept))
    return frame.select(
        "row",
        *(pl.col(cell).alias(name) for cell, name in zip("sgp", READING, strict=True)),
        *(
            pl.when("last").then(at_last).when("middle").then(in_middle).alias(name)
            for name, (at_last, in_middle) in second.items()
        ),
    )


def _in_order(frame: pl.DataFrame, tradition: Tradition) -> tuple[pl.DataFrame, Flags]:
    """Put surname and given name where they belong, as :func:`split.readings` does; tell where that is known."""
    is_known = partial(split.is_known, tradition=tradition)
    s, g = frame["s"], frame["g"]
    in_order = _flag(g, is_known) | (g.str.len_chars() == 1).fill_null(value=False).to_numpy()
    if tradition == "plain":
        return frame, in_order | ~_flag(s, is_known)
    in_order |= _flag(_where(g, ~in_order), _has_groups)
    doubtful = _where(s, ~in_order)
    exchanged = _flag(doubtful, is_known)
    in_order |= ~exchanged & ~_flag(doubtful, _has_groups)
    swap = pl.lit(pl.Series(exchanged))
    swapped = frame.with_columns(s=pl.when(swap).then("g").otherwise("s"), g=pl.when(swap).then("s").otherwise("g"))
    return swapped, in_order | exchanged


def _where(words: pl.Series, kept: Flags) -> pl.Series:
    return words.zip_with(pl.Series(kept), pl.Series([None], dtype=pl.String))


def _has_groups(word: str) -> bool:
    """Tell whether a word may be a Slavic given name, if need be through a slip of the pen."""
    return bool(given(word, "slavic").groups)


def _says_the_same(frame: pl.DataFrame) -> Flags:
    """Tell where no word of the full name is missing in the cells."""
    in_cells = [
        pl.col(w).is_null()
        | pl.any_horizontal((pl.col(w) == pl.col(cell)).fill_null(value=False) for cell in "sgp")
        for w in ("w0", "w1", "w2")
    ]
    return frame.select(pl.all_horizontal(in_cells)).to_series().to_numpy()


def _flag(words: pl.Series, is_so: Callable[[str], bool]) -> Flags:
    """Ask once about each different word of a column."""
    texts = words.drop_nulls().unique()
    return words.is_in([text for text in texts.to_list() if is_so(text)]).fill_null(value=False).to_numpy()
