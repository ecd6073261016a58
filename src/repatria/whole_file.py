"""Files are written whole or not at all: a crash or an error leaves the old file, or none."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from repatria.errors import RepatriaError
from repatria.i18n import _


class CannotWrite(RepatriaError):
    """A result cannot be written where it was asked for."""


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """Open a draft beside `path`; it takes the place of `path` when the block ends without an error.

    Raises:
        CannotWrite: the folder is missing, full or closed to this account.
    """
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as draft:
            try:
                yield draft
                draft.flush()
                os.fsync(draft.fileno())
                os.chmod(draft.name, 0o644)
                os.replace(draft.name, path)
            except BaseException:
                os.unlink(draft.name)
                raise
    except OSError as cause:
        raise CannotWrite(_("{file} cannot be written: {cause}").format(file=path, cause=cause.strerror)) from cause
