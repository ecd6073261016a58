"""Where tiles lie and what they hold."""

import pytest

from repatria.record.errors import EntryRefused, MalformedTile
from repatria.record.formats.tiles import (
    TilePath,
    format_bundle,
    format_tile,
    framed,
    parse_bundle,
    parse_tile,
    paths_of_tree,
    tile_width,
)


@pytest.mark.parametrize(
    ("path", "tile"),
    [
        ("tile/0/000", TilePath(0, 0)),
        ("tile/0/999", TilePath(0, 999)),
        ("tile/0/x001/000", TilePath(0, 1000)),
        ("tile/0/x001/x234/067", TilePath(0, 1234067)),
        ("tile/63/x123/456.p/255", TilePath(63, 123456, 255)),
        ("tile/entries/000.p/1", TilePath(None, 0, 1)),
    ],
)
def test_paths_are_those_of_the_specification(path, tile):
    assert tile.format() == path
    assert TilePath.parse(path) == tile


@pytest.mark.parametrize(
    "path",
    [
        "tile/0/0",
        "tile/00/000",
        "tile/64/000",
        "tile/0/x000/001",
        "tile/0/1000",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/01",
        "tile/0/000.p/",
        "tile/-1/000",
        "tile/entries/0",
        "tile/data/000",
        "/tile/0/000",
        "tile/0/000/",
        "tile/0/x001/x234",
        "tile/0/../0/000",
        "tile/0/000\n",
    ],
)
def test_other_paths_are_refused(path):
    with pytest.raises(MalformedTile):
        TilePath.parse(path)


@pytest.mark.parametrize("wrong", [(64, 0, 1), (-1, 0, 1), (0, -1, 1), (0, 0, 0), (0, 0, 257)])
def test_impossible_tiles_cannot_be_named(wrong):
    with pytest.raises(MalformedTile):
        TilePath(*wrong)


def test_the_tree_of_seventy_thousand_is_the_example_of_the_specification():
    tiles = [path for path in paths_of_tree(70_000) if path.level is not None]
    by_level = [[t for t in tiles if t.level == level] for level in (0, 1, 2)]
    assert [len(level) for level in by_level] == [274, 2, 1]
    assert [level[-1].width for level in by_level] == [112, 17, 1]
    assert all(t.width == 256 for level in by_level for t in level[:-1])
    assert len(list(paths_of_tree(70_000))) == 274 * 2 + 2 + 1


@pytest.mark.parametrize(("size", "count"), [(0, 0), (1, 2), (255, 2), (256, 3), (257, 5), (65_536, 514)])
def test_a_tree_has_so_many_files(size, count):
    assert len(list(paths_of_tree(size))) == count


@pytest.mark.parametrize(
    ("size", "level", "index", "width"),
    [(0, 0, 0, 0), (256, 0, 0, 256), (257, 0, 1, 1), (256, 1, 0, 1), (255, 1, 0, 0), (257, 0, 2, 0)],
)
def test_widths(size, level, index, width):
    assert tile_width(size, level, index) == width


@pytest.mark.parametrize("length", [0, 1, 31, 33, 257 * 32])
def test_a_tile_holds_1_to_256_whole_hashes(length):
    with pytest.raises(MalformedTile):
        parse_tile(bytes(length))


@pytest.mark.parametrize("hashes", [[], [bytes(32)] * 257, [bytes(31)], [bytes(32), bytes(33)]])
def test_no_other_tile_is_written(hashes):
    with pytest.raises(MalformedTile):
        format_tile(hashes)


@pytest.mark.parametrize("data", [b"", b"\0", b"\0\2a", b"\0\1ab", b"\0\0" * 257])
def test_a_bundle_that_is_cut_short_or_too_full_is_refused(data):
    with pytest.raises(MalformedTile):
        parse_bundle(data)


@pytest.mark.parametrize("count", [0, 257])
def test_no_other_bundle_is_written(count):
    with pytest.raises(MalformedTile):
        format_bundle([b""] * count)


def test_an_entry_holds_65535_bytes_and_no_more():
    assert parse_bundle(framed(bytes(65_535))) == [bytes(65_535)]
    with pytest.raises(EntryRefused, match="65536 bytes"):
        framed(bytes(65_536))
