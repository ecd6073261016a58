"""Writing the public folder: tiles first, the checkpoint last, and the traces of an interrupted try removed."""

from pathlib import Path

from repatria.record import layout
from repatria.record.files import PUBLIC, Staging, exists, flush_folder, naming
from repatria.record.formats.checkpoint import Checkpoint
from repatria.record.formats.note import Note
from repatria.record.formats.tiles import WIDTH, TilePath, tile_width
from repatria.record.tree_files import GrowingTree


class Publisher:
    """Writes one public folder. A flag file in the private folder stands for as long as a try is unfinished."""

    def __init__(self, folder: Path, staging: Staging, flag: Path) -> None:
        self.folder, self._staging, self._flag = folder, staging, flag

    @property
    def interrupted(self) -> bool:
        """Say whether an earlier try did not come to its end."""
        return exists(self._flag)

    def write_tiles(self, tree: GrowingTree, size: int) -> None:
        """Write every tile and bundle that a tree of `size` has and the folder has not."""
        self._staging.put_now(self._flag, b"", PUBLIC)
        for path, data in tree.new_files(size):
            self._staging.put(self.folder / path.format(), data)
        self._staging.flush()

    def write_checkpoint(self, note: Note) -> None:
        """Write the checkpoint into the archive and then where readers look for it."""
        size = Checkpoint.parse(note.text).size
        data = note.format().encode()
        self._staging.put_now(self.folder / layout.CHECKPOINTS / str(size), data)
        self._staging.put_now(self.folder / layout.CHECKPOINT, data)

    def finish(self, before: int, size: int) -> None:
        """Remove the partial tiles of a tree of `before` whose full tiles a tree of `size` has; lower the flag."""
        for partial in layout.partial_tiles(before):
            if tile_width(size, partial.level or 0, partial.index) == WIDTH:
                folder = (self.folder / partial.format()).parent
                with naming(folder):
                    widths = [int(path.name) for path in folder.glob("[0-9]*")]
                for width in widths:
                    self._remove(TilePath(partial.level, partial.index, width))
        self._lower_flag()

    def sweep(self, size: int) -> None:
        """Remove every tile file that has no place beside a checkpoint of `size`: an interrupted try left it."""
        older = {path for s in layout.archived_sizes(self.folder) for path in layout.partial_tiles(s)}
        for name in list(layout.tile_files(self.folder)):
            path = layout.tile_path(name)
            if path is not None and not layout.belongs(path, size, older):
                self._remove(path)
        self._lower_flag()

    def _remove(self, path: TilePath) -> None:
        place = self.folder / path.format()
        with naming(place):
            place.unlink(missing_ok=True)
            if path.width < WIDTH and place.parent.is_dir() and not any(place.parent.iterdir()):
                place.parent.rmdir()

    def _lower_flag(self) -> None:
        with naming(self._flag):
            self._flag.unlink(missing_ok=True)
            flush_folder(self._flag.parent)
