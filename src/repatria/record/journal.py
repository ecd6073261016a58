"""The journal: entries that were acknowledged but wait for the next checkpoint.

One file, appended to. Each entry lies there as its number (8 bytes), its length (2), itself, and the SHA-256 of
all that (32). A torn end, shorter than its own length says, was never acknowledged and is cut off; anything
else that does not fit is damage, and is said instead of repaired.
"""

import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from repatria.i18n import _
from repatria.record.errors import CannotKeep, PendingDamaged
from repatria.record.files import SECRET, exists, flush_folder, naming, write_all

_HEAD, _SUM = 10, 32


def format_record(number: int, entry: bytes) -> bytes:
    """Write one journal record."""
    body = number.to_bytes(8, "big") + len(entry).to_bytes(2, "big") + entry
    return body + sha256(body).digest()


def parse_records(data: bytes) -> tuple[list[tuple[int, bytes]], int]:
    """Read records; give them as (number, entry), and how many bytes of `data` they fill.

    What follows is the torn beginning of one more record.

    Raises:
        PendingDamaged: a whole record does not match its sum.
    """
    found: list[tuple[int, bytes]] = []
    at = 0
    while at + _HEAD <= len(data):
        end = at + _HEAD + int.from_bytes(data[at + 8 : at + _HEAD], "big")
        if end + _SUM > len(data):
            break
        if sha256(data[at:end]).digest() != data[end : end + _SUM]:
            if not any(data[at:]):
                break  # the file system lengthened the file, but the data never came
            raise PendingDamaged(
                _("pending entry {n} in the journal is damaged; put back the journal from a copy").format(
                    n=len(found) + 1
                )
            )
        found.append((int.from_bytes(data[at : at + 8], "big"), data[at + _HEAD : end]))
        at = end + _SUM
    return found, at


class Journal:
    """The journal file, open for as long as its owner holds the record's lock."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._unsure = False
        new = not exists(path)
        with naming(path):
            self._handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, SECRET)
            if new:
                os.fsync(self._handle)
                flush_folder(path.parent)

    def close(self) -> None:
        """Let go of the file."""
        with naming(self.path):
            os.close(self._handle)

    def read(self) -> list[tuple[int, bytes]]:
        """Read what is pending, and cut off a torn end.

        Raises:
            PendingDamaged: a record inside it is damaged.
        """
        with naming(self.path):
            size = os.fstat(self._handle).st_size
            data = b""
            while len(data) < size and (part := os.pread(self._handle, size - len(data), len(data))):
                data += part
            found, whole = parse_records(data)
            if whole != size:
                os.ftruncate(self._handle, whole)
                os.fsync(self._handle)
        self._end = whole
        return found

    def add(self, records: Iterable[tuple[int, bytes]]) -> None:
        """Append records; when this returns they are on the disk.

        Raises:
            CannotKeep: they are not. The journal is as before, or this object refuses further work.
        """
        if self._unsure:
            raise CannotKeep(_("the journal is in doubt after a failed write; open the record again"))
        data = b"".join(format_record(number, entry) for number, entry in records)
        try:
            with naming(self.path):
                write_all(self._handle, data)
                os.fsync(self._handle)
        except CannotKeep:
            self._take_back()
            raise
        self._end += len(data)

    def _take_back(self) -> None:
        self._unsure = True
        with naming(self.path):
            os.ftruncate(self._handle, self._end)
            os.fsync(self._handle)
        self._unsure = False

    def clear(self) -> None:
        """Forget everything: it is in the tiles, under a checkpoint."""
        with naming(self.path):
            os.ftruncate(self._handle, 0)
            os.fsync(self._handle)
        self._end = 0
