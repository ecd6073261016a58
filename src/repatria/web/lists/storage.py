"""Where the files lie that the sides send: sealed for their sender, kept as they came."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from repatria.web.lists.models import NameList
from repatria.web.vault.files import seal_file, unsealed


def keep(name_list: NameList, chunks: Iterable[bytes]) -> None:
    """Keep the file of `name_list`, sealed for its party."""
    seal_file(_path(name_list), chunks, _place(name_list), name_list.party_id)


@contextmanager
def in_clear(name_list: NameList) -> Iterator[Path]:
    """Give the file in clear for as long as the block lasts.

    Raises:
        CannotOpen: it is gone, or was changed.
    """
    with unsealed(_path(name_list), _place(name_list), name_list.party_id, name_list.file_name) as path:
        yield path


def drop(name_list: NameList) -> None:
    """Delete the file of a draft that was withdrawn."""
    _path(name_list).unlink(missing_ok=True)


def _path(name_list: NameList) -> Path:
    return Path(settings.SEALED_FILES) / f"{name_list.pk}.sealed"


def _place(name_list: NameList) -> str:
    return f"list|{name_list.pk}"
