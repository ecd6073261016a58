"""Long delimited lists are parted into cells in blocks, with what a CSV reader gives row by row."""

from io import BytesIO
from itertools import islice

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from repatria.people import delimited
from repatria.people.blob import Blob
from repatria.people.delimited import open_delimited
from repatria.people.encodings import Encoding
from repatria.people.errors import Refused
from repatria.people.limits import DEFAULT, Limits
from repatria.people.remarks import Rejected
from repatria.people.source import Source
from repatria.people.table import collect

PIECE = st.sampled_from(["Ворик", "Шевченко", "", ",", ",", ",", '""', '"a,b"', '"', "\n", "\r\n", "\r", " ", "\0"])


def opened(text: str, limits: Limits = DEFAULT) -> Source:
    raw = text.encode()
    return open_delimited(Blob("list.csv", len(raw), lambda: BytesIO(raw)), Encoding("utf-8"), limits)


def read(text: str, in_blocks: bool) -> tuple[object, list[Rejected]]:
    source = opened(text)
    head = list(islice(source.rows, 2))
    rest = iter(()) if in_blocks else source.rows
    if not in_blocks:
        source.blocks = None
    try:
        table = collect(source, iter([*head[1:], *rest]), 3, DEFAULT)
    except Refused as refusal:
        return str(refusal), source.remarks
    return table.cells.rows(), sorted(source.remarks, key=lambda r: r.row)


@settings(deadline=None)  # The first call compiles; a busy machine is no fault.
@given(st.lists(PIECE, max_size=40).map("".join))
@example("1,2,3\n4,5\n\n6,7,8,\n9,,\n")
@example('1,"",3\r\n"4",5,6\r\n')
@example('1,"a,b"\n2,3,4\n')
@example('1,2,3\n"4\n",5,6\n7,8,9')
def test_blocks_hold_what_a_csv_reader_gives(body: str) -> None:
    text = "a,b,c\n0,0,0\n" + body
    assert read(text, in_blocks=True) == read(text, in_blocks=False)


@settings(deadline=None)  # The first call compiles; a busy machine is no fault.
@given(st.lists(PIECE, max_size=40).map("".join), st.integers(1, 30))
def test_the_size_of_a_block_changes_nothing(body: str, size: int) -> None:
    text, usual = "a,b,c\n0,0,0\n" + body, delimited._BLOCK
    expected = read(text, in_blocks=False)
    try:
        delimited._BLOCK = size
        assert read(text, in_blocks=True) == expected
    finally:
        delimited._BLOCK = usual


def test_a_byte_outside_the_encoding_is_named_by_its_row() -> None:
    raw = ("a,b\n" + "1,2\n" * 40_000).encode() + b"\xff,2\n"
    source = open_delimited(Blob("list.csv", len(raw), lambda: BytesIO(raw)), Encoding("utf-8"), DEFAULT)
    with pytest.raises(Refused, match=r"row \d+ cannot be read in this encoding"):
        collect(source, islice(source.rows, 3), 2, DEFAULT)


def test_a_row_of_too_many_columns_is_refused_in_a_block_too() -> None:
    source = opened("a,b\n1,2\n" + "," * 600 + "\n")
    with pytest.raises(Refused, match="more than 500 columns"):
        collect(source, islice(source.rows, 2), 2, DEFAULT)
