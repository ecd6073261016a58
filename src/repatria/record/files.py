"""Durable files: written whole or not at all, and on the disk before anybody is told.

A file is drafted in a staging folder on the same file system, flushed, and renamed into place; then the folder
that holds it is flushed. Every failing call becomes :class:`CannotKeep`, which names the file.
"""

import fcntl
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from repatria.i18n import _
from repatria.record.errors import CannotKeep, RecordBusy

PUBLIC, SECRET = 0o644, 0o600


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Turn a failing file call inside the block into an error that names `path`."""
    try:
        yield
    except OSError as cause:
        raise CannotKeep(
            _("{file} cannot be read or written: {cause}").format(
                file=path, cause=cause.strerror or type(cause).__name__
            )
        ) from cause


def exists(path: Path) -> bool:
    """Say whether there is a file or folder of that name.

    Raises:
        CannotKeep: that cannot be found out.
    """
    with naming(path):
        return path.exists()


def flush_folder(folder: Path) -> None:
    """Bring the names in `folder` to the disk."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_folder(folder: Path, mode: int = 0o755) -> None:
    """Make `folder` and those above it, each brought to the disk."""
    missing = []
    while not folder.is_dir():
        missing.append(folder)
        folder = folder.parent
    for path in reversed(missing):
        path.mkdir(mode, exist_ok=True)
        flush_folder(path.parent)


class Staging:
    """A folder of drafts, on the same file system as the files that will take their place."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._unflushed: set[Path] = set()

    def sweep(self) -> None:
        """Remove drafts that a killed program left behind."""
        with naming(self.folder):
            make_folder(self.folder, 0o700)
            for draft in self.folder.iterdir():
                draft.unlink()

    def put(self, path: Path, data: bytes, mode: int = PUBLIC) -> None:
        """Write `path`. Its name is sure to be on the disk only after :meth:`flush`."""
        with naming(path):
            make_folder(path.parent)
            draft = self.folder / f"{os.getpid()}.draft"
            handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, mode)
            try:
                write_all(handle, data)
                os.fchmod(handle, mode)
                os.fsync(handle)
            finally:
                os.close(handle)
            os.replace(draft, path)
            self._unflushed.add(path.parent)

    def flush(self) -> None:
        """Bring the names of everything written to the disk."""
        for folder in sorted(self._unflushed):
            with naming(folder):
                flush_folder(folder)
        self._unflushed.clear()

    def put_now(self, path: Path, data: bytes, mode: int = PUBLIC) -> None:
        """Write `path`, on the disk when this returns."""
        self.put(path, data, mode)
        self.flush()


def write_all(handle: int, data: bytes) -> None:
    """Write all of `data`; the system may take it in parts."""
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]


def read_file(path: Path, most: int) -> bytes | None:
    """Read a regular file of at most `most` bytes; None if there is none of that name.

    Links, pipes and devices are refused: a record is made of plain files.

    Raises:
        CannotKeep: it cannot be read, is no plain file, or is larger.
    """
    with naming(path):
        try:
            handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        except (FileNotFoundError, NotADirectoryError):
            return None
        with os.fdopen(handle, "rb") as file:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode) or status.st_size > most:
                raise CannotKeep(_("{file} is not a plain file of at most {n} bytes").format(file=path, n=most))
            return file.read(most)


@contextmanager
def locked(path: Path, wait: float) -> Iterator[None]:
    """Hold the lock `path` inside the block; the system lets go of it when the program dies.

    Raises:
        RecordBusy: another program holds it for longer than `wait` seconds.
    """
    with naming(path):
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, SECRET)
    try:
        _take(handle, path, time.monotonic() + wait)
        yield
    finally:
        with naming(path):
            os.close(handle)


def _take(handle: int, path: Path, until: float) -> None:
    while True:
        try:
            with naming(path):
                return fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except CannotKeep as held:
            if not isinstance(held.__cause__, BlockingIOError):
                raise
            if time.monotonic() > until:
                raise RecordBusy(_("another program is writing this record; try again when it is done")) from held
            time.sleep(0.02)
