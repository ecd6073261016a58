"""Whole files, sealed on the disk: in pieces, each bound to its file, its place, and to whether it is the last.

Layout: number of the key (4 bytes); then for each piece its length (4 bytes), nonce (12 bytes), ciphertext with
tag. A file that was cut short, reordered, or put in another's place does not open.
"""

import secrets
import struct
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from repatria.web.vault import keys
from repatria.web.vault.keys import NONCE, CannotOpen
from repatria.whole_file import whole_file

PIECE = 1 << 20
_NUMBER = struct.Struct(">I")
_MEMORY = Path("/dev/shm")  # noqa: S108 - in memory, so that nothing in clear reaches the disk


def seal_file(path: Path, chunks: Iterable[bytes], place: str, party: int | None) -> None:
    """Write `chunks` to `path`, sealed for `party`; whole or not at all."""
    number, key = keys.newest(party)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with whole_file(path) as file:
        file.write(_NUMBER.pack(number))
        for index, (piece, last) in enumerate(_pieces(chunks)):
            nonce = secrets.token_bytes(NONCE)
            sealed = nonce + AESGCM(key).encrypt(nonce, piece, _bound(place, party, index, last))
            file.write(_NUMBER.pack(len(sealed)) + sealed)


def number_of_file_key(path: Path) -> int:
    """Give the number of the key under which a file lies.

    Raises:
        CannotOpen: it is gone, or is no sealed file.
    """
    try:
        with path.open("rb") as file:
            return _number(file)
    except (OSError, struct.error):
        raise CannotOpen("a sealed file is gone or was cut short; send the list again") from None


def reseal_file(path: Path, place: str, party: int | None) -> None:
    """Seal a file anew under the newest key of `party`, piece by piece; whole or not at all.

    Raises:
        CannotOpen: it is not there, was moved or changed, or its key is gone.
    """
    seal_file(path, _opened(path, place, party), place, party)


@contextmanager
def unsealed(path: Path, place: str, party: int | None, name: str) -> Iterator[Path]:
    """Give the file in clear for as long as the block lasts, in memory where the machine can, under `name`.

    Raises:
        CannotOpen: it is not there, was moved or changed, or its key is gone.
    """
    with tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as folder:
        clear = Path(folder) / (Path(name).name or "list")
        with clear.open("wb") as file:
            file.writelines(_opened(path, place, party))
        yield clear


def _pieces(chunks: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    waiting = b""
    for chunk in chunks:
        waiting += chunk
        while len(waiting) > PIECE:
            yield waiting[:PIECE], False
            waiting = waiting[PIECE:]
    yield waiting, True


def _opened(path: Path, place: str, party: int | None) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            key = keys.by_number(_number(file))
            size, index = _number(file), 0
            while size:
                sealed = file.read(size)
                size = _number(file, at_end=0)
                bound = _bound(place, party, index, last=not size)
                yield AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], bound)
                index += 1
    except FileNotFoundError:
        raise CannotOpen("a sealed file is gone; send the list again") from None
    except (InvalidTag, struct.error, ValueError):
        raise CannotOpen("a sealed file was moved, changed or cut short, and does not open") from None


def _number(file: IO[bytes], at_end: int | None = None) -> int:
    head = file.read(_NUMBER.size)
    if not head and at_end is not None:
        return at_end
    return int(_NUMBER.unpack(head)[0])


def _bound(place: str, party: int | None, index: int, last: bool) -> bytes:
    return f"{place}|{party}|{index}|{'last' if last else 'more'}".encode()
