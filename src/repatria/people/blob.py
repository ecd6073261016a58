"""A file's bytes, wherever they lie: on the disk, or inside an archive (never unpacked to the disk)."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from repatria.i18n import _
from repatria.people.errors import Refused
from repatria.people.limits import Limits


@dataclass(frozen=True, slots=True)
class Blob:
    """Bytes that can be read from the start as often as needed."""

    name: str
    """What to call it when speaking to people."""
    size: int
    open: Callable[[], IO[bytes]]

    @property
    def suffix(self) -> str:
        """The ending of the name, in small letters, with its dot."""
        return Path(self.name).suffix.lower()

    def start(self, length: int) -> bytes:
        """Give the first bytes."""
        with self.open() as file:
            return file.read(length)


def readable_name(path: Path) -> str:
    """Give the name of a file for people and programs, even where its bytes are no text."""
    return os.fsencode(path).decode("utf-8", "replace")


def file_on_disk(path: Path, limits: Limits) -> Blob:
    """Open `path` for reading.

    Raises:
        Refused: it is missing, no plain file, closed to this account, empty or over the limit.
    """
    if path.is_dir():
        raise Refused(_("this is a folder; name a file in it"))
    if not path.exists():
        raise Refused(_("there is no such file; check the name and the folder"))
    if not path.is_file():
        raise Refused(_("this is not a plain file"))
    size = path.stat().st_size
    if not size:
        raise Refused(_("the file is empty; send the list itself"))
    if size > limits.file_bytes:
        raise Refused(
            _("the file is larger than {limit} bytes; send the list in parts").format(limit=limits.file_bytes)
        )
    try:
        path.open("rb").close()
    except OSError as cause:
        raise Refused(_("the file may not be read by this account; ask its owner")) from cause
    return Blob(readable_name(path), size, lambda: path.open("rb"))
