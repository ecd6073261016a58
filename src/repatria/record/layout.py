"""Where everything lies: the public folder, which anyone may copy, and the private one beside it.

DIR/checkpoint           the newest signed statement of size and root
DIR/checkpoints/SIZE     every statement signed before, and the newest
DIR/keys.txt             the trust policy: keys of the log and its witnesses
DIR/tile/...             tiles and entry bundles (C2SP tlog-tiles)

DIR.private/keys         private keys, readable by their owner alone
DIR.private/journal      entries that wait for a checkpoint
DIR.private/signed       the last checkpoint that was signed, kept before it is published
DIR.private/...          lock, drafts, settings
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from repatria.record.errors import MalformedTile
from repatria.record.files import naming
from repatria.record.formats.text import from_decimal
from repatria.record.formats.tiles import WIDTH, TilePath, tile_width

CHECKPOINT = "checkpoint"
CHECKPOINTS = "checkpoints"
KEYS = "keys.txt"
TILES = "tile"


@dataclass(frozen=True, slots=True)
class Private:
    """The files of the private folder."""

    folder: Path

    @classmethod
    def beside(cls, public: Path) -> "Private":
        """Give the private folder that goes with a public one: its name with ``.private`` behind it."""
        public = public.absolute()
        return cls(public.with_name(public.name + ".private"))

    @property
    def keys(self) -> Path:
        """The private keys."""
        return self.folder / "keys"

    @property
    def journal(self) -> Path:
        """The entries that wait for a checkpoint."""
        return self.folder / "journal"

    @property
    def signed(self) -> Path:
        """The last checkpoint that was signed."""
        return self.folder / "signed"

    @property
    def settings(self) -> Path:
        """Where the memory is."""
        return self.folder / "settings.json"

    @property
    def lock(self) -> Path:
        """Held by the one program that writes."""
        return self.folder / "lock"

    @property
    def staging(self) -> Path:
        """Drafts."""
        return self.folder / "staging"

    @property
    def publishing(self) -> Path:
        """There for as long as a publication is unfinished."""
        return self.folder / "publishing"

    @property
    def unfinished(self) -> Path:
        """There for as long as the record is not made."""
        return self.folder / "unfinished"

    def policy(self, digest: str) -> Path:
        """The text of ``keys.txt`` whose SHA-256 an entry of the record states."""
        return self.folder / "policies" / digest


def archived_sizes(folder: Path) -> list[int]:
    """Give the sizes of the checkpoints kept in ``checkpoints/``, smallest first."""
    place = folder / CHECKPOINTS
    with naming(place):
        names = [path.name for path in place.iterdir()] if place.is_dir() else []
    return sorted(size for size in map(_size, names) if size is not None)


def _size(name: str) -> int | None:
    try:
        return from_decimal(name)
    except ValueError:
        return None


def partial_tiles(size: int) -> Iterator[TilePath]:
    """Give the partial tiles and bundle of a tree of `size`."""
    level = 0
    while (count := size >> 8 * level) > 0:
        if count % WIDTH:
            path = TilePath(level, count // WIDTH, count % WIDTH)
            if level == 0:
                yield TilePath(None, path.index, path.width)
            yield path
        level += 1


def belongs(path: TilePath, size: int, older_partials: Collection[TilePath]) -> bool:
    """Say whether a tile file has its place in a folder whose checkpoint is of `size`.

    Partial tiles of older checkpoints stay for as long as the full tile is not there (tlog-tiles).
    """
    width = tile_width(size, path.level or 0, path.index)
    return path.width == width or (path in older_partials and width < WIDTH)


def tile_files(folder: Path) -> Iterator[str]:
    """Give every file below ``tile/``, as a path relative to `folder` with slashes."""
    with naming(folder / TILES):
        for path in sorted((folder / TILES).rglob("*")):
            if path.is_symlink() or not path.is_dir():
                yield path.relative_to(folder).as_posix()


def tile_path(name: str) -> TilePath | None:
    """Read a relative path, or give None if it is not that of a tile."""
    try:
        return TilePath.parse(name)
    except MalformedTile:
        return None
