"""Numbers in heaps: in memory up to a bound, beyond it in files of a folder that goes when the work is done."""

import tempfile
from pathlib import Path
from threading import Lock
from types import TracebackType

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]


class Pile:
    """Heaps 0, 1, 2, ... that numbers are thrown on and taken from once. Safe for several threads."""

    def __init__(self, most_bytes: int | None = None, folder: Path | None = None) -> None:
        """Keep at most `most_bytes` in memory (None: all); the rest lies under `folder` (None: the system's)."""
        self._most, self._parent = most_bytes, folder
        self._held: dict[int, list[Numbers]] = {}
        self._bytes, self._lock = 0, Lock()
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def add(self, heap: int, numbers: Numbers) -> None:
        """Throw `numbers` on a heap."""
        with self._lock:
            self._held.setdefault(heap, []).append(numbers)
            self._bytes += numbers.nbytes
            if self._most is not None and self._bytes > self._most:
                self._spill()

    def take(self, heap: int) -> Numbers:
        """Take all numbers from a heap, in no particular order."""
        with self._lock:
            parts = self._held.pop(heap, [])
            self._bytes -= sum(part.nbytes for part in parts)
            file = self._file(heap) if self._folder else None
        if file and file.exists():
            parts.append(np.fromfile(file, np.int64))
            file.unlink()
        return np.concatenate(parts) if parts else np.zeros(0, np.int64)

    @property
    def spilled(self) -> bool:
        """Whether anything had to go to the disk."""
        return self._folder is not None

    def _spill(self) -> None:
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="repatria-", dir=self._parent)
        for heap, parts in self._held.items():
            with self._file(heap).open("ab") as file:
                for part in parts:
                    part.tofile(file)
        self._held, self._bytes = {}, 0

    def _file(self, heap: int) -> Path:
        assert self._folder
        return Path(self._folder.name, str(heap))

    def __enter__(self) -> "Pile":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        if self._folder:
            self._folder.cleanup()
