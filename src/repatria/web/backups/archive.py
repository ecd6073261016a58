"""One backup is one tar: the database as it stood at one moment, and the sealed files. No key is in it.

The record is not in it either: it never goes back in time, and each of its readers has it whole.
"""

import hashlib
import os
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from repatria.errors import RepatriaError
from repatria.web.backups import database

ENDING = ".backup.tar"
DATABASE, FILES = "database", "files"


class NoSuchBackup(RepatriaError):
    """A backup is not there, or is not the one that was meant."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup in the folder of backups, by its name. `sha256` is of the whole file."""

    name: str
    made_at: datetime
    size: int

    @property
    def path(self) -> Path:
        """Where it lies."""
        return folder() / self.name

    @property
    def megabytes(self) -> int:
        """How large it is."""
        return max(1, self.size >> 20)

    def sha256(self) -> str:
        """Give the hash of the whole file."""
        with self.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()


def folder() -> Path:
    """Give the folder in which backups lie."""
    return Path(settings.DATA) / "backups"


def available() -> list[Backup]:
    """Give the backups that are there, the newest first."""
    found = [(path, path.stat()) for path in folder().glob(f"*{ENDING}")]
    backups = [Backup(path.name, datetime.fromtimestamp(at.st_mtime, UTC), at.st_size) for path, at in found]
    return sorted(backups, key=lambda one: one.name, reverse=True)


def named(name: str) -> Backup:
    """Give the backup of this name.

    Raises:
        NoSuchBackup: it is not there.
    """
    found = next((one for one in available() if one.name == name), None)
    if found is None:
        raise NoSuchBackup(_("there is no such backup in the folder of backups; look at the list"))
    return found


def make(now: datetime) -> Backup:
    """Back the site up while it goes on working. The database first: a file that it knows of is there."""
    folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    with tempfile.TemporaryDirectory(dir=folder()) as beside:
        copy, draft = Path(beside) / DATABASE, Path(beside) / "draft"
        database.copy_to(copy)
        draft.touch(mode=0o600)
        with tarfile.open(draft, "w") as tar:
            tar.add(copy, DATABASE)
            if Path(settings.SEALED_FILES).is_dir():
                tar.add(settings.SEALED_FILES, FILES)
        return named(_kept(draft, f"{now:%Y-%m-%dT%H%M%SZ}"))


def _kept(draft: Path, moment: str) -> str:
    """Give a finished backup its name. It never takes the place of another of the same second."""
    for n in count(1):
        name = f"{moment}_{n}{ENDING}" if n > 1 else f"{moment}{ENDING}"
        try:
            os.link(draft, folder() / name)  # unlike a rename it fails where the name is taken
        except FileExistsError:
            continue
        return name
    raise AssertionError("there is always a next number")


@contextmanager
def unpacked(backup: Backup) -> Iterator[Path]:
    """Give a folder with what is in a backup, for as long as the block lasts.

    Raises:
        NoSuchBackup: the file is damaged, or is no backup.
    """
    with tempfile.TemporaryDirectory(dir=folder()) as beside:
        try:
            with tarfile.open(backup.path) as tar:
                tar.extractall(beside, filter="data")
        except (tarfile.TarError, OSError):
            raise NoSuchBackup(_("this backup is damaged or is none; nothing was put back")) from None
        if not (Path(beside) / DATABASE).is_file():
            raise NoSuchBackup(_("this backup is damaged or is none; nothing was put back"))
        yield Path(beside)
