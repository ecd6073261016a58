"""What the site is told from outside: where its data lies, which database it uses, and its secrets.

Secrets are files in ``secrets/`` of the data folder, made on first use and readable by their owner alone.
"""

import os
import secrets
from pathlib import Path

from repatria.i18n import _
from repatria.whole_file import CannotWrite

DATA_FOLDER_VARIABLE = "REPATRIA_DATA"
SECRET_BYTES = 32


def named_data_folder() -> Path:
    """Give the folder of this installation's data, as named: ``REPATRIA_DATA``, else ``./repatria-data``."""
    return Path(os.environ.get(DATA_FOLDER_VARIABLE) or "repatria-data")


def data_folder() -> Path:
    """Give the same folder by its whole path, wherever the program moves."""
    return named_data_folder().absolute()


def secret(name: str) -> str:
    """Give the secret `name` (64 hexadecimal digits); make it if this is the first time.

    Raises:
        CannotWrite: the folder of secrets cannot be made or read.
    """
    path = data_folder() / "secrets" / name
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _make_once(path)
        return path.read_text(encoding="ascii").strip()
    except OSError as cause:
        raise CannotWrite(
            _("{file} cannot be made or read: {cause}").format(file=path, cause=cause.strerror)
        ) from cause


def _make_once(path: Path) -> None:
    """Write a new secret whole, unless there is one: two programs that start at once agree on the first."""
    if path.exists():
        return
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    draft.touch(mode=0o600)
    draft.write_text(secrets.token_hex(SECRET_BYTES), encoding="ascii")
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
