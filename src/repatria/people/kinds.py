"""What kind of file a list came in, told by its first bytes; the name must agree."""

import re
from enum import StrEnum

from repatria.i18n import _
from repatria.people.blob import Blob
from repatria.people.errors import Refused


class Kind(StrEnum):
    """A kind of file that can hold a list."""

    TEXT = "text"
    PACKED = "zip"
    XML = "xml"


_LOOKED_AT = 4096
_ARCHIVES = (
    b"\x1f\x8b",
    *(b"BZh%d" % level for level in range(1, 10)),
    b"\xfd7zXZ",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!",
    b"\x28\xb5\x2f\xfd",
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DOCUMENTS = (b"%PDF", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PAR1", b"SQLite format 3")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_HTML = re.compile(rb"\s*<(?:!doctype\s+html|html|head|body|table|script)\b", re.IGNORECASE)
_XML = re.compile(rb"\s*<(?:\?xml|[a-z]+:|pfif\b)", re.IGNORECASE)
_TEXT_NAMES = (".csv", ".tsv", ".tab", ".txt")
_WORKBOOK_NAMES = (".xlsx", ".xlsm")
_UNREAD = {
    ".xls",
    ".xlsb",
    ".ods",
    ".numbers",
    ".doc",
    ".docx",
    ".odt",
    ".json",
    ".parquet",
    ".pdf",
    ".html",
    ".htm",
}


def kind_of(blob: Blob) -> Kind:
    """Say what kind of file `blob` is.

    Raises:
        Refused: none that can hold a list, or its name says another kind than its bytes.
    """
    start = blob.start(_LOOKED_AT)
    body = start.removeprefix(b"\xef\xbb\xbf")
    _refuse_known(start, body)
    if start.startswith(_ZIP):
        return _agreeing(blob, Kind.PACKED, (*_TEXT_NAMES, ".xml", ".pfif"))
    if blob.suffix in (*_WORKBOOK_NAMES, ".zip"):
        raise Refused(
            _("the file is no {suffix} file, whatever its name says; save it anew").format(suffix=blob.suffix)
        )
    if _XML.match(body):
        return _agreeing(blob, Kind.XML, _TEXT_NAMES)
    return _agreeing(blob, Kind.TEXT, (".xml", ".pfif"))


def _refuse_known(start: bytes, body: bytes) -> None:
    if start.startswith(_ARCHIVES):
        raise Refused(_("the file is packed; unpack it and send the list itself, or a zip"))
    if start.startswith(_OLD_OFFICE):
        raise Refused(_("an old Excel file, or one with a password; save it as .xlsx without a password"))
    if start.startswith(_DOCUMENTS):
        raise Refused(_("a document or picture, not a list; send a table as .csv or .xlsx"))
    if _HTML.match(body):
        raise Refused(_("a web page, not a list; send a table as .csv or .xlsx"))


def _agreeing(blob: Blob, kind: Kind, other_names: tuple[str, ...]) -> Kind:
    if blob.suffix in _UNREAD:
        raise Refused(
            _("files of the kind {suffix} are not read; save the list as .xlsx or .csv").format(suffix=blob.suffix)
        )
    if blob.suffix in other_names:
        raise Refused(
            _("the file holds {kind}, but its name ends in {suffix}; give it the right ending").format(
                kind=kind.value, suffix=blob.suffix
            )
        )
    return kind
