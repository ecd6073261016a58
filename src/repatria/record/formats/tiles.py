"""Tiles and entry bundles (C2SP tlog-tiles 0.1.0): where the tree and the entries lie in a folder.

A tile holds up to 256 hashes of one level; levels are eight apart. An entry bundle holds up to 256 entries,
each behind its length in two bytes. The last tile of a level may be partial: ``tile/0/x001/234.p/17``.
"""

import re
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from repatria.i18n import _
from repatria.record.errors import EntryRefused, MalformedTile

WIDTH = 256
HASH_BYTES = 32
LONGEST_ENTRY = 65_535
HIGHEST_LEVEL = 63

_PATH = re.compile(r"tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/)*)([0-9]{3})(?:\.p/([1-9][0-9]{0,2}))?")


@dataclass(frozen=True, slots=True)
class TilePath:
    """Which tile: its level (None for an entry bundle), its number in the level, and how many it holds."""

    level: int | None
    index: int
    width: int = WIDTH

    def __post_init__(self) -> None:
        if not (0 <= (self.level or 0) <= HIGHEST_LEVEL and self.index >= 0 and 1 <= self.width <= WIDTH):
            raise MalformedTile(_("there can be no tile of that level, number or width"))

    @classmethod
    def parse(cls, path: str) -> "TilePath":
        """Read a path relative to the folder, such as ``tile/0/x001/234.p/17``.

        Raises:
            MalformedTile: it is not the path of a tile or bundle.
        """
        match = _PATH.fullmatch(path)
        if not match:
            raise MalformedTile(_("not the path of a tile"))
        level, groups, last, width = match.groups()
        found = cls(
            None if level == "entries" else int(level),
            int(groups.replace("x", "").replace("/", "") + last),
            int(width) if width else WIDTH,
        )
        if found.format() != path:
            raise MalformedTile(_("the path of the tile is not written the one way it is written"))
        return found

    def format(self) -> str:
        """Write the path relative to the folder."""
        digits = f"{self.index:03d}"
        digits = digits.zfill(-(-len(digits) // 3) * 3)
        groups = [digits[at : at + 3] for at in range(0, len(digits), 3)]
        number = "/".join([*(f"x{group}" for group in groups[:-1]), groups[-1]])
        part = "" if self.width == WIDTH else f".p/{self.width}"
        return f"tile/{'entries' if self.level is None else self.level}/{number}{part}"


def tile_width(size: int, level: int, index: int) -> int:
    """Give how many hashes tile `index` of `level` holds in a tree of `size`: 0 to 256."""
    return max(0, min(WIDTH, (size >> 8 * level) - index * WIDTH))


def paths_of_tree(size: int) -> Iterable[TilePath]:
    """Give every tile and bundle that a tree of `size` consists of."""
    for level in (None, *range((size.bit_length() + 7) // 8)):
        count = -(-(size >> 8 * (level or 0)) // WIDTH)
        for index in range(count):
            yield TilePath(level, index, tile_width(size, level or 0, index))


def parse_tile(data: bytes) -> list[bytes]:
    """Read the hashes of a tile.

    Raises:
        MalformedTile: it does not hold 1 to 256 whole hashes.
    """
    if not data or len(data) % HASH_BYTES or len(data) > WIDTH * HASH_BYTES:
        raise MalformedTile(_("a tile holds 1 to 256 hashes of 32 bytes; this one does not"))
    return [data[at : at + HASH_BYTES] for at in range(0, len(data), HASH_BYTES)]


def format_tile(hashes: Sequence[bytes]) -> bytes:
    """Write a tile of 1 to 256 hashes.

    Raises:
        MalformedTile: there are too few or too many, or one is not 32 bytes long.
    """
    if not 1 <= len(hashes) <= WIDTH or any(len(h) != HASH_BYTES for h in hashes):
        raise MalformedTile(_("a tile holds 1 to 256 hashes of 32 bytes; this one would not"))
    return b"".join(hashes)


def parse_bundle(data: bytes) -> list[bytes]:
    """Read the entries of a bundle.

    Raises:
        MalformedTile: a length leads beyond the end, or there are none or more than 256 entries.
    """
    entries, at, end = [], 0, len(data)
    while at < end:
        start = at + 2
        at = start + int.from_bytes(data[start - 2 : start], "big")
        entries.append(data[start:at])
    if at != end or not 1 <= len(entries) <= WIDTH:
        raise MalformedTile(_("an entry bundle is cut short, or does not hold 1 to 256 entries"))
    return entries


def format_bundle(entries: Sequence[bytes]) -> bytes:
    """Write a bundle of 1 to 256 entries.

    Raises:
        MalformedTile: there are too few or too many.
        EntryRefused: an entry is longer than 65,535 bytes.
    """
    if not 1 <= len(entries) <= WIDTH:
        raise MalformedTile(_("an entry bundle holds 1 to 256 entries"))
    return b"".join([framed(entry) for entry in entries])


def framed(entry: bytes) -> bytes:
    """Write one entry behind its length in two bytes.

    Raises:
        EntryRefused: it is longer than 65,535 bytes.
    """
    if len(entry) > LONGEST_ENTRY:
        raise EntryRefused(
            _("the entry has {n} bytes; an entry holds at most {most}").format(n=len(entry), most=LONGEST_ENTRY)
        )
    return struct.pack(">H", len(entry)) + entry
