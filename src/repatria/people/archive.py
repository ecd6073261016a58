"""Looks an archive or a workbook over before anything in it is unpacked.

Source for the layout: PKWARE APPNOTE 6.3.10, sections 4.3 and 4.4.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath, PureWindowsPath
from stat import S_IFMT, S_ISDIR, S_ISREG
from typing import IO

from repatria.i18n import _
from repatria.people.blob import Blob
from repatria.people.errors import Refused
from repatria.people.limits import Limits

_END = struct.Struct("<4s4H2LH")
_END_MARK = b"PK\x05\x06"
_LONGEST_COMMENT = 65_535
_LOCAL = struct.Struct("<4s5H3L2H")
_LOCAL_MARK = b"PK\x03\x04"
_ENCRYPTED, _SIZES_FOLLOW = 0x1, 0x8
_DIRECTORY_BYTES_PER_PART = 2_048
_CHUNK = 1 << 20

DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, struct.error, NotImplementedError, OSError, UnicodeError)
"""What a damaged archive makes the standard library raise."""


@contextmanager
def checked_archive(blob: Blob, limits: Limits) -> Iterator[zipfile.ZipFile]:
    """Open an archive whose parts are all harmless to read: names, kinds, sizes and checksums are in order.

    Raises:
        Refused: with the reason.
    """
    with blob.open() as file:
        _refuse_large_directory(file, blob.size, limits)
        try:
            archive = zipfile.ZipFile(file)
        except DAMAGE as cause:
            raise Refused(damaged()) from cause
        with archive:
            parts = archive.infolist()
            _refuse_numbers(parts, limits)
            _refuse_names(parts)
            for part in parts:
                _refuse_kind(part)
            _refuse_lies(file, parts, blob.size)
            for part in parts:
                _refuse_damage(archive, part)
            yield archive


def damaged() -> str:
    """Say that an archive cannot be read to its end."""
    return _("the file is damaged or cut short; send it again")


def _refuse_large_directory(file: IO[bytes], size: int, limits: Limits) -> None:
    """Read the end of the archive by hand: the standard library would load a directory of any size."""
    file.seek(max(0, size - _END.size - _LONGEST_COMMENT))
    tail = file.read()
    at = tail.rfind(_END_MARK)
    if at < 0 or len(tail) - at < _END.size:
        raise Refused(damaged())
    _mark, _disk, _first, _here, parts, directory, _offset, _comment = _END.unpack_from(tail, at)
    if parts > limits.parts or directory > limits.parts * _DIRECTORY_BYTES_PER_PART:
        raise Refused(_("the file has more than {limit} parts").format(limit=limits.parts))
    file.seek(0)


def _refuse_numbers(parts: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(parts) > limits.parts:
        raise Refused(_("the file has more than {limit} parts").format(limit=limits.parts))
    if sum(part.file_size for part in parts) > limits.unpacked_bytes:
        raise Refused(_("the file would unpack to more than {limit} bytes").format(limit=limits.unpacked_bytes))
    for part in parts:
        large = part.file_size > limits.ratio_free_bytes
        if large and part.file_size > limits.part_ratio * max(part.compress_size, 1):
            raise Refused(
                _("a part of the file would grow more than {limit} times when unpacked").format(
                    limit=limits.part_ratio
                )
            )


def _refuse_names(parts: list[zipfile.ZipInfo]) -> None:
    seen: set[str] = set()
    for part in parts:
        name = part.orig_filename
        steps = PureWindowsPath(name).parts
        if PurePosixPath(name).is_absolute() or PureWindowsPath(name).anchor or ".." in steps or "\0" in name:
            raise Refused(_("a part of the file has a name that leads out of its folder"))
        if name.casefold() in seen:
            raise Refused(_("two parts of the file have the same name; which one counts?"))
        seen.add(name.casefold())


def _refuse_kind(part: zipfile.ZipInfo) -> None:
    if part.flag_bits & _ENCRYPTED:
        raise Refused(_("the file is protected by a password; send it without one"))
    mode = part.external_attr >> 16
    if S_IFMT(mode) and not S_ISREG(mode) and not S_ISDIR(mode):
        raise Refused(_("a part of the file is a link, not a file"))
    if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Refused(_("the file is packed in a way we do not read; pack it as an ordinary zip"))


def _refuse_lies(file: IO[bytes], parts: list[zipfile.ZipInfo], size: int) -> None:
    """Compare the directory with what stands before each part, and see that no two parts share bytes."""
    end = 0
    for part in sorted(parts, key=lambda part: part.header_offset):
        if not 0 <= part.header_offset < size:
            raise Refused(damaged())
        file.seek(part.header_offset)
        head = file.read(_LOCAL.size)
        if len(head) < _LOCAL.size or not head.startswith(_LOCAL_MARK):
            raise Refused(damaged())
        _mark, _version, flags, _method, _time, _date, crc, packed, unpacked, name, extra = _LOCAL.unpack(head)
        told = flags & _SIZES_FOLLOW or (crc, packed, unpacked) == (part.CRC, part.compress_size, part.file_size)
        if not told or flags & _ENCRYPTED or part.header_offset < end:
            raise Refused(_("the directory of the file says other things than its parts; it was tampered with"))
        end = part.header_offset + _LOCAL.size + name + extra + part.compress_size
    if end > size:
        raise Refused(damaged())


def _refuse_damage(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Unpack a part without keeping it: its length and checksum must be as told, and XML may declare nothing."""
    length, last = 0, b""
    xml = part.filename.lower().endswith((".xml", ".rels"))
    try:
        with archive.open(part) as file:
            while chunk := file.read(_CHUNK):
                length += len(chunk)
                if xml and declares_type(last + chunk):
                    raise Refused(declared_type())
                last = chunk[-64:]
    except DAMAGE as cause:
        raise Refused(damaged()) from cause
    if length != part.file_size:
        raise Refused(_("the directory of the file says other things than its parts; it was tampered with"))


def declares_type(xml: bytes) -> bool:
    """Say whether XML declares a document type or entities: neither lists nor workbooks need them."""
    return any(
        mark.encode(code) in xml
        for mark in ("<!DOCTYPE", "<!ENTITY")
        for code in ("ascii", "utf-16-le", "utf-16-be")
    )


def declared_type() -> str:
    """Say why such XML is refused."""
    return _("the file declares entities, which could read or fill the machine; save the list again")
