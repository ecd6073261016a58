"""Signed notes (C2SP signed-note 1.0.0): a text, an empty line, and signature lines.

— name base64(four bytes of key id || signature)
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from repatria.i18n import _
from repatria.record.errors import MalformedKey, MalformedNote, UnreadableSignature
from repatria.record.formats.keys import VerifierKey, check_name
from repatria.record.formats.text import from_base64, to_base64

MOST_SIGNATURES = 100  # the limit of golang.org/x/mod/sumdb/note; the specification asks for at least 16
LARGEST_NOTE = 1_000_000

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")
_BASE64_ALPHABET = re.compile(r"[A-Za-z0-9+/]+={0,2}")


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """One signature: the name and id of its key, and the bytes that follow the id."""

    name: str
    key_id: int
    signature: bytes

    @classmethod
    def parse(cls, line: str) -> "SignatureLine":
        """Read a line, without its newline.

        Raises:
            MalformedNote: it is not a signature line.
            UnreadableSignature: it is one, but its signature is not exact base64 of at least five bytes.
        """
        parts = line.split(" ")
        if len(parts) != 3 or parts[0] != "—" or not _BASE64_ALPHABET.fullmatch(parts[2]):
            raise MalformedNote(_("a line below the text is not a signature line"))
        try:
            check_name(parts[1])
        except MalformedKey as cause:
            raise MalformedNote(_("a signature line names no proper key")) from cause
        try:
            data = from_base64(parts[2])
        except ValueError as cause:
            raise UnreadableSignature(_("a signature is not exact base64")) from cause
        if len(data) < 5:
            raise UnreadableSignature(_("a signature is too short"))
        return cls(parts[1], int.from_bytes(data[:4], "big"), data[4:])

    def format(self) -> str:
        """Write the line, without a newline."""
        return f"— {self.name} {to_base64(self.key_id.to_bytes(4, 'big') + self.signature)}"

    def is_by(self, key: VerifierKey) -> bool:
        """Say whether the line claims to be by `key`: same name and same id."""
        return self.name == key.name and self.key_id == key.id


@dataclass(frozen=True, slots=True)
class Note:
    """A text (ending in a newline) and its signature lines, none of them checked yet."""

    text: str
    signatures: tuple[SignatureLine, ...] = ()

    @classmethod
    def parse(cls, data: bytes | str) -> "Note":
        """Read a note with at least one signature line.

        Raises:
            MalformedNote: it is not a signed note.
        """
        whole = _checked_text(data)
        text, gap, below = whole.rpartition("\n\n")
        if not gap or not below.endswith("\n"):
            raise MalformedNote(_("not a signed note: no empty line, or no signature line, ends the text"))
        lines = below[:-1].split("\n")
        if len(lines) > MOST_SIGNATURES:
            raise MalformedNote(_("the note has more than {n} signatures").format(n=MOST_SIGNATURES))
        return cls(text + "\n", tuple(SignatureLine.parse(line) for line in lines))

    def format(self) -> str:
        """Write the note."""
        return self.text + "\n" + "".join(line.format() + "\n" for line in self.signatures)

    def with_signatures(self, lines: Iterable[SignatureLine]) -> "Note":
        """Give the note with more signature lines; one that is there already is not repeated."""
        more = [line for line in dict.fromkeys(lines) if line not in self.signatures]
        return replace(self, signatures=(*self.signatures, *more))

    def by(self, key: VerifierKey) -> list[SignatureLine]:
        """Give the lines that claim to be by `key`."""
        return [line for line in self.signatures if line.is_by(key)]


def _checked_text(data: bytes | str) -> str:
    try:
        whole = data.decode() if isinstance(data, bytes) else data
        too_long = len(whole.encode()) > LARGEST_NOTE
    except UnicodeError as cause:
        raise MalformedNote(_("the note is not UTF-8 text")) from cause
    if too_long:
        raise MalformedNote(_("the note is larger than {n} bytes").format(n=LARGEST_NOTE))
    if _CONTROL.search(whole):
        raise MalformedNote(_("the note has a control character in it"))
    return whole
