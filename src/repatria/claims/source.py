"""A report as a file: plain text or a saved page. Nothing in it is run, fetched or followed."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import chardet

from repatria.claims.errors import CannotReadReport
from repatria.i18n import _

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST = 20_000_000
# Short texts in a one-byte Cyrillic or Arabic encoding are told apart with little more than this.
LEAST_SURE = 0.4
_HTML = (b"<!doctype html", b"<html", b"<head", b"<body", b"<article", b"<?xml")
_BINARY = {
    b"%PDF": "PDF", b"PK\x03\x04": "DOCX, ODT, ZIP", b"\xd0\xcf\x11\xe0": "DOC", b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG", b"GIF8": "GIF", b"\x1f\x8b": "GZIP", b"{\\rtf": "RTF",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """A report's text, and what its page says of its date.

    Attributes:
        page_date: the date in the page's metadata.
        from_page: was the text taken out of HTML? Then offsets point into `text`, not into the file.
        encoding: how the bytes were read.
    """

    text: str
    page_date: date | None = None
    from_page: bool = False
    encoding: str = "utf-8"


def read(path: Path) -> Source:
    """Read a report from a file.

    Raises:
        CannotReadReport: it is too large, no text, or its encoding cannot be told.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise CannotReadReport(_("{file} is larger than 20 MB; give the article alone").format(file=path.name))
        return parse(path.read_bytes(), path.name)
    except OSError as cause:
        raise CannotReadReport(
            _("{file} cannot be read: {cause}").format(file=path.name, cause=cause.strerror)
        ) from cause


def parse(data: bytes, name: str = "-") -> Source:
    """Read a report from bytes.

    Raises:
        CannotReadReport: as for :func:`read`.
    """
    for magic, kind in _BINARY.items():
        if data.startswith(magic):
            raise CannotReadReport(
                _("{file} is a {kind} file; save the report as text or as a web page").format(file=name, kind=kind)
            )
    text, encoding = _decoded(data, name)
    if _is_page(data, text):
        return _page(text, encoding)
    return Source(text, encoding=encoding)


def _decoded(data: bytes, name: str) -> tuple[str, str]:
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if not wide and b"\x00" in data:
        raise CannotReadReport(_("{file} is not a text").format(file=name))
    encoding = "utf-16" if wide else "utf-8-sig"
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError:
        pass
    detected = chardet.detect(data[:200_000])
    encoding, sure = detected.get("encoding") or "", detected.get("confidence") or 0.0
    if not encoding or sure < LEAST_SURE:
        raise CannotReadReport(_("the encoding of {file} cannot be told; save it as UTF-8").format(file=name))
    try:
        return data.decode(encoding), encoding
    except (UnicodeDecodeError, LookupError) as cause:
        raise CannotReadReport(
            _("the encoding of {file} cannot be told; save it as UTF-8").format(file=name)
        ) from cause


def _is_page(data: bytes, text: str) -> bool:
    head = text[:2000].lstrip("\ufeff \t\r\n").lower().encode()
    return head.startswith(_HTML) or b"</p>" in data[:200_000].lower() or b"</html>" in data[-200:].lower()


def _page(text: str, encoding: str) -> Source:
    """Take the article out of a page: trafilatura's choice, else all text that a reader would see."""
    import trafilatura  # slow to load, and only pages need it

    article = trafilatura.extract(
        text, output_format="txt", include_comments=False, include_tables=True, favor_recall=True
    )
    if not article or len(article) < 80:
        article = _all_text(text)
    return Source(article, _page_date(text), from_page=True, encoding=encoding)


def _page_date(text: str) -> date | None:
    from trafilatura import extract_metadata

    found = extract_metadata(text)
    try:
        return date.fromisoformat(found.date) if found and found.date else None
    except ValueError:
        return None


def _all_text(text: str) -> str:
    from lxml import etree, html

    try:
        tree = html.fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8", no_network=True))
    except (etree.ParserError, ValueError):
        return ""
    for unseen in list(tree.iter("script", "style", "noscript", "template", etree.Comment)):
        parent = unseen.getparent()
        if parent is not None:
            unseen.tail, tail = None, unseen.tail
            _give_tail(unseen, parent, tail)
    lines = (line.strip() for line in "".join(map(str, tree.itertext())).splitlines())
    return "\n".join(line for line in lines if line)


def _give_tail(unseen: "_Element", parent: "_Element", tail: str | None) -> None:
    before = unseen.getprevious()
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail:
        parent.text = (parent.text or "") + tail
    parent.remove(unseen)
