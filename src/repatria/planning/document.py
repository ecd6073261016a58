"""JSON documents on disk, plain or gzip-compressed: read with limits, written one way."""

import gzip
import json
import zlib
from pathlib import Path
from typing import Any

from repatria.i18n import _
from repatria.planning.errors import NotReadable

MOST_BYTES = 1 << 30  # of unpacked JSON; a million captives take about 90 MB
_GZIP = b"\x1f\x8b"


def load_document(path: Path) -> dict[str, Any]:
    """Read the JSON object in `path`; compression is recognised by content, not by name.

    Raises:
        NotReadable: missing, damaged, not UTF-8, not JSON, a field twice, or larger than `MOST_BYTES`.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _too_large(str(path))
        raw = path.read_bytes()
    except OSError as cause:
        raise NotReadable(_("{file} cannot be read: {cause}").format(file=path, cause=cause.strerror)) from cause
    return parse_document(raw, str(path))


def parse_document(raw: bytes, name: str) -> dict[str, Any]:
    """Parse the bytes of a JSON object, unpacking gzip first; `name` is used in messages.

    Raises:
        NotReadable: as for :func:`load_document`.
    """
    text = _unpacked(raw, name) if raw[:2] == _GZIP else raw
    try:
        found = json.loads(text.decode("utf-8-sig"), object_pairs_hook=_no_field_twice, parse_constant=_no_nan)
    except UnicodeDecodeError as cause:
        raise NotReadable(_("{file} is not UTF-8 text").format(file=name)) from cause
    except RecursionError as cause:
        raise NotReadable(_("{file} is nested too deeply").format(file=name)) from cause
    except json.JSONDecodeError as cause:
        raise NotReadable(
            _("{file}, line {line}, column {column}: not JSON").format(
                file=name, line=cause.lineno, column=cause.colno
            )
        ) from cause
    except ValueError as cause:
        raise NotReadable(_("{file}: {why}").format(file=name, why=cause)) from cause
    if not isinstance(found, dict):
        raise NotReadable(_("{file} holds no JSON object").format(file=name))
    return found


def packed(document: dict[str, Any], compress: bool) -> bytes:
    """Give the bytes of `document`, one field a line; the same document always gives the same bytes."""
    lines = (f"{json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in document.items())
    text = ("{\n" + ",\n".join(lines) + "\n}\n").encode()
    # Level 1: the file is written while people wait, and reasons compress well at any level.
    return gzip.compress(text, compresslevel=1, mtime=0) if compress else text


def _unpacked(raw: bytes, name: str) -> bytes:
    unpacker = zlib.decompressobj(wbits=31)
    try:
        text = unpacker.decompress(raw, MOST_BYTES)
    except zlib.error as cause:
        raise NotReadable(_("{file} is damaged: it cannot be unpacked").format(file=name)) from cause
    if unpacker.unconsumed_tail:
        raise _too_large(name)
    if not unpacker.eof:
        raise NotReadable(_("{file} is cut off: its end is missing").format(file=name))
    return text


def _too_large(name: str) -> NotReadable:
    return NotReadable(
        _("{file} holds more than {limit} bytes; that is too large").format(file=name, limit=MOST_BYTES)
    )


def _no_field_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError(_("a field is given twice in one object"))
    return found


def _no_nan(_constant: str) -> None:
    raise ValueError(_("NaN and Infinity are not numbers of this format"))
