"""Where the files lie that the sides send: sealed for their sender, kept as they came."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import transaction

from repatria.web.lists.models import NameList
from repatria.web.vault import keys
from repatria.web.vault.files import number_of_file_key, reseal_file, seal_file, unsealed


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


class Files:
    """What :mod:`repatria.web.vault.rotation` needs to know of files: each lies under its party's key."""

    def reseal(self, party: int | None) -> int:
        """Seal anew the files that lie under an old key; give how many."""
        return sum(_sealed_anew(name_list) for name_list in list(_stale(party)))

    def left(self, party: int | None) -> int:
        """Count the files that lie under an old key."""
        return sum(1 for _one in _stale(party))


def _stale(party: int | None) -> Iterator[NameList]:
    newest, _key = keys.newest(party)
    for name_list in NameList.objects.filter(party=party, withdrawn_at=None).order_by("pk"):
        path = _path(name_list)
        if path.is_file() and number_of_file_key(path) != newest:
            yield name_list


@transaction.atomic
def _sealed_anew(name_list: NameList) -> int:
    # Who withdraws the draft meanwhile waits for this, and deletes the new file: it does not come back.
    fresh = NameList.objects.select_for_update().get(pk=name_list.pk)
    if fresh.withdrawn_at is not None:
        return 0
    reseal_file(_path(fresh), _place(fresh), fresh.party_id)
    return 1


def _path(name_list: NameList) -> Path:
    return Path(settings.SEALED_FILES) / f"{name_list.pk}.sealed"


def _place(name_list: NameList) -> str:
    return f"list|{name_list.pk}"
