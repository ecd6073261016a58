"""The tree as it lies in the tiles of a folder: reading nodes from it, and the files that new entries make."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from repatria.i18n import _
from repatria.record.errors import MalformedTile, NotInOrder
from repatria.record.files import read_file
from repatria.record.formats.tiles import (
    HASH_BYTES,
    LONGEST_ENTRY,
    WIDTH,
    TilePath,
    format_bundle,
    format_tile,
    parse_bundle,
    parse_tile,
    tile_width,
)
from repatria.record.merkle import Node, Tree, leaf_hash, node_hash

LARGEST_TILE = WIDTH * HASH_BYTES
LARGEST_BUNDLE = WIDTH * (2 + LONGEST_ENTRY)
_CACHED = 64


class TiledTree:
    """The tree of the first `size` entries of a folder. Tiles are read when needed, and not yet trusted."""

    def __init__(self, folder: Path, size: int) -> None:
        self.folder, self.size = folder, size
        self._tile = lru_cache(_CACHED)(self._read_tile)
        self._bundle = lru_cache(_CACHED)(self._read_bundle)

    def node(self, level: int, index: int) -> bytes:
        """Give the hash of the complete subtree `index` of height `level`."""
        tile_level, height = divmod(level, 8)
        first = index << height
        tile = self._tile(tile_level, first // WIDTH)
        return tile.node(height, (first % WIDTH) >> height)

    def entry(self, index: int) -> bytes:
        """Give entry `index`."""
        return self._bundle(index // WIDTH)[index % WIDTH]

    def _read_tile(self, level: int, index: int) -> Tree:
        path = TilePath(level, index, tile_width(self.size, level, index))
        return Tree(self._read(path, LARGEST_TILE, parse_tile))

    def _read_bundle(self, index: int) -> list[bytes]:
        path = TilePath(None, index, tile_width(self.size, 0, index))
        return self._read(path, LARGEST_BUNDLE, parse_bundle)

    def _read(self, path: TilePath, most: int, parse: Callable[[bytes], list[bytes]]) -> list[bytes]:
        name = path.format()
        data = read_file(self.folder / name, most)
        if data is None:
            raise NotInOrder(_("{file} is missing").format(file=name))
        try:
            held = parse(data)
        except MalformedTile as cause:
            raise NotInOrder(_("{file}: {why}").format(file=name, why=cause)) from cause
        if len(held) != path.width:
            raise NotInOrder(_("{file} holds {n}, not {wanted}").format(file=name, n=len(held), wanted=path.width))
        return held


class GrowingTree:
    """The tree of a folder and of the entries that wait behind it, as one."""

    def __init__(self, base: TiledTree) -> None:
        self.base, self.pending = base, list[bytes]()
        self._rows: list[list[bytes]] = [[]]

    @property
    def size(self) -> int:
        """How many entries there are, the waiting ones included."""
        return self.base.size + len(self.pending)

    def add(self, entry: bytes) -> None:
        """Append an entry."""
        self.pending.append(entry)
        self._add_node(0, leaf_hash(entry))

    def _add_node(self, level: int, node: bytes) -> None:
        while True:
            if level == len(self._rows):
                self._rows.append([])
            self._rows[level].append(node)
            index = (self.base.size >> level) + len(self._rows[level]) - 1
            if not index & 1:
                return
            node = node_hash(self.node(level, index - 1), node)
            level += 1

    def node(self, level: int, index: int) -> bytes:
        """Give the hash of a complete subtree, from the tiles or from what waits."""
        kept = self.base.size >> level
        return self.base.node(level, index) if index < kept else self._rows[level][index - kept]

    def entry(self, index: int) -> bytes:
        """Give entry `index`."""
        kept = self.base.size
        return self.base.entry(index) if index < kept else self.pending[index - kept]

    def new_files(self, size: int) -> Iterator[tuple[TilePath, bytes]]:
        """Give each tile and bundle that the tree of `size` has and the base has not, with its content."""
        level = 0
        while (width := size >> 8 * level) > 0:
            for path in _new_paths(level, self.base.size >> 8 * level, width):
                if level == 0:
                    yield TilePath(None, path.index, path.width), format_bundle(_run(path, self.entry))
                yield path, format_tile(_run(path, _at_level(self.node, 8 * level)))
            level += 1


def _at_level(node: Node, level: int) -> Callable[[int], bytes]:
    return lambda index: node(level, index)


def _run(path: TilePath, get: Callable[[int], bytes]) -> Sequence[bytes]:
    start = path.index * WIDTH
    return [get(index) for index in range(start, start + path.width)]


def _new_paths(level: int, before: int, after: int) -> Iterator[TilePath]:
    if before == after:
        return
    for index in range(before // WIDTH, -(-after // WIDTH)):
        yield TilePath(level, index, min(WIDTH, after - index * WIDTH))
