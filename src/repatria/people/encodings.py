"""In which encoding a list is written: told by its mark, proven by its bytes, named, or guessed aloud."""

import codecs
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

import chardet

from repatria.i18n import _
from repatria.people.blob import Blob
from repatria.people.errors import Refused
from repatria.people.letters import plausibility
from repatria.people.limits import DEFAULT, Limits
from repatria.people.remarks import About, Question

# Longer marks first: UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CODE_PAGES = (
    "cp1251", "koi8-r", "koi8-u", "cp866", "cp1125", "iso8859-5", "mac-cyrillic",
    "cp1256", "iso8859-6", "cp720", "cp1252", "cp1250", "cp1254",
)  # fmt: skip
"""Single-byte encodings that lists arrive in, the commonest first (it wins when two read the same)."""

_NOT_OF_FILES = frozenset({"unicode-escape", "raw-unicode-escape", "utf-7", "idna", "punycode", "undefined"})
"""Codecs for other purposes; some of them make halves of letters."""

LEAST_PLAUSIBLE = -4.7
"""Mean weight below which no guess is offered: real lists lie above -4, wrong code pages below -5."""

_CHUNK = 1 << 20
_SAMPLE = 1 << 15
_UTF8_SHAPE = re.compile(rb"[\xc0-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf7][\x80-\xbf]{3}")
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")


@dataclass(slots=True)
class Survey:
    """What one pass over the bytes of a file has shown."""

    sha256: str = ""
    size: int = 0
    mark: str = ""
    """Encoding told by a byte order mark, or empty."""
    zeros: list[int] = field(default_factory=lambda: [0, 0, 0, 0])
    """How many zero bytes stand at each place of four."""
    utf8_fault: str = ""
    """Why the bytes are not UTF-8, or empty when they are."""
    sample: bytes = b""
    """Lines that hold bytes beyond ASCII (all lines where there are zero bytes), from the whole file."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """The encoding to read a list in, and what must be asked about it."""

    name: str
    questions: tuple[Question, ...] = ()


def survey(blob: Blob, limits: Limits = DEFAULT) -> Survey:
    """Read the bytes of `blob` once, in bounded memory: hash, marks, zero bytes, UTF-8 or not, a sample.

    Raises:
        Refused: a line is longer than `limits` allow.
    """
    found, digest, line = Survey(), hashlib.sha256(), 0
    decoder = codecs.getincrementaldecoder("utf-8")()
    with blob.open() as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            if not found.size:
                found.mark = next((name for mark, name in _MARKS if chunk.startswith(mark)), "")
            _count_zeros(found, chunk)
            _sample(found, chunk)
            _try_utf8(found, decoder, chunk)
            found.size += len(chunk)
            line = _line_so_far(line, chunk)
            if line > limits.line_bytes:
                raise Refused(_("a line of the file is far too long; this is not a list"))
    _try_utf8(found, decoder, b"", last=True)
    found.sha256 = digest.hexdigest()
    return found


def _line_so_far(before: int, chunk: bytes) -> int:
    end = max(chunk.rfind(b"\n"), chunk.rfind(b"\r"))
    return before + len(chunk) if end < 0 else len(chunk) - end


def _count_zeros(found: Survey, chunk: bytes) -> None:
    if b"\0" in chunk:
        for place in range(4):
            found.zeros[(place + found.size) % 4] += chunk[place::4].count(0)


def _sample(found: Survey, chunk: bytes) -> None:
    room = _SAMPLE - len(found.sample)
    if room > 0 and (any(found.zeros) or not chunk.isascii()):
        lines = chunk.splitlines(keepends=True) if not any(found.zeros) else [chunk]
        found.sample += b"".join(line for line in lines if any(found.zeros) or not line.isascii())[:room]


def _try_utf8(found: Survey, decoder: codecs.IncrementalDecoder, chunk: bytes, last: bool = False) -> None:
    if found.utf8_fault:
        return
    try:
        decoder.decode(chunk, last)
    except UnicodeDecodeError as fault:
        found.utf8_fault = "cut" if last else fault.reason


def decide(found: Survey, blob: Blob, named: str | None, usual: str | None = None) -> Encoding:
    """Say in which encoding to read a surveyed file.

    Args:
        found: the survey of the file.
        blob: the file, read again only where a fault must be explained.
        named: the encoding a person has named, or None.
        usual: the encoding that was confirmed for this sender before; it is taken only where we had to guess.

    Raises:
        Refused: no encoding reads the file, or the named one contradicts its bytes.
    """
    if found.mark:
        return _by_mark(found, named)
    if named:
        return _by_name(found, _known_codec(named))
    if any(found.zeros):
        return _two_byte_guess(found)
    if not found.utf8_fault:
        return Encoding("utf-8")
    _refuse_broken_utf8(found, blob)
    if usual and (text := _decoded(found.sample, _known_codec(usual))) and plausibility(text) > LEAST_PLAUSIBLE:
        return Encoding(usual)
    return _code_page_guess(found)


def _by_mark(found: Survey, named: str | None) -> Encoding:
    if named and _family(named) != _family(found.mark):
        raise Refused(
            _("the file says by its first bytes that it is {mark}, not {named}; leave the encoding out").format(
                mark=found.mark, named=named
            )
        )
    return Encoding(found.mark)


def _by_name(found: Survey, codec: str) -> Encoding:
    if any(found.zeros) and not codec.startswith(("utf-16", "utf-32")):
        raise Refused(_zero_bytes())
    return Encoding(codec)


def _zero_bytes() -> str:
    return _("the file holds zero bytes: it is not text, or it was damaged; save the list again")


def _family(name: str) -> str:
    return _known_codec(name).removesuffix("-sig").removesuffix("-le").removesuffix("-be")


def _known_codec(name: str) -> str:
    try:
        known = codecs.lookup(name)
    except LookupError:
        raise Refused(
            _("“{name}” is not an encoding we know; for example utf-8, cp1251, koi8-u").format(name=name)
        ) from None
    if not known._is_text_encoding or known.name in _NOT_OF_FILES:
        raise Refused(_("“{name}” is not an encoding of text").format(name=name))
    return known.name


def _two_byte_guess(found: Survey) -> Encoding:
    """Propose UTF-16 or UTF-32 without a mark: ASCII signs leave zero bytes always at the same places."""
    shares = [4 * zeros / found.size for zeros in found.zeros]
    shapes = {
        "utf-32-le": (0, 0, 1, 1), "utf-32-be": (1, 1, 0, 0), "utf-16-le": (0, 1, 0, 1), "utf-16-be": (1, 0, 1, 0),
    }  # fmt: skip
    for name, shape in shapes.items():
        least = 0.9 if name.startswith("utf-32") else 0.05
        fits = all(
            share >= least if wanted else share < 0.9 * least for share, wanted in zip(shares, shape, strict=True)
        )
        if fits and _reads(found.sample, name):
            return Encoding(name, (_encoding_question(name),))
    raise Refused(_zero_bytes())


def _reads(sample: bytes, name: str) -> bool:
    try:
        text = codecs.getincrementaldecoder(name)().decode(sample)
    except UnicodeDecodeError:
        return False
    return plausibility(text) > LEAST_PLAUSIBLE


def _encoding_question(name: str, other: str = "") -> Question:
    text = _(
        "the encoding is not marked; it looks like {name}: compare the names, then confirm with --encoding {name}"
    )
    if other:
        text = _(
            "the encoding is not marked; it looks like {name} (or {other}): compare the names, "
            "then confirm with --encoding {name}"
        )
    return Question(About.ENCODING, text.format(name=name, other=other))


def _refuse_broken_utf8(found: Survey, blob: Blob) -> None:
    if found.utf8_fault == "cut":
        raise Refused(_("the file ends in the middle of a letter: its end is missing; send it again"))
    if not _BEYOND_ASCII.search(_UTF8_SHAPE.sub(b"", found.sample)):
        raise Refused(_("the file is written in a broken UTF-8 that hides other letters; save the list again"))
    line = _first_line_of_another_encoding(blob)
    if line:
        raise Refused(
            _("the file is in two encodings: part of it is UTF-8, line {line} is not; save it in one").format(
                line=line
            )
        )


def _first_line_of_another_encoding(blob: Blob) -> int:
    """Give the line where a file that is UTF-8 elsewhere is not, or 0 when no line is certainly UTF-8."""
    certain, other = False, 0
    with blob.open() as file:
        for number, line in enumerate(_bounded_lines(file), 1):
            if line.isascii():
                continue
            try:
                line.decode("utf-8")
            except UnicodeDecodeError:
                other = other or number
            else:
                # One or two such pairs may be chance in another encoding; three in a line are not.
                certain = certain or len(_UTF8_SHAPE.findall(line)) >= 3
            if certain and other:
                return other
    return 0


def _bounded_lines(file: IO[bytes]) -> Iterator[bytes]:
    while line := file.readline(_CHUNK):
        yield line


def _code_page_guess(found: Survey) -> Encoding:
    score, name, text = max(
        ((plausibility(text), name, text) for name in CODE_PAGES if (text := _decoded(found.sample, name))),
        key=lambda guess: guess[0],
        default=(LEAST_PLAUSIBLE, "", ""),
    )
    if score <= LEAST_PLAUSIBLE:
        raise Refused(
            _("no encoding we know gives readable letters; save the list as UTF-8, or name its --encoding")
        )
    return Encoding(name, (_encoding_question(name, _second_opinion(found.sample, text)),))


def _decoded(sample: bytes, name: str) -> str | None:
    try:
        return sample.decode(name)
    except UnicodeDecodeError:
        return None


def _second_opinion(sample: bytes, text: str) -> str:
    """Ask chardet too, and name its answer where it reads other letters than we do."""
    other = chardet.detect(sample)["encoding"]
    if not other or _decoded(sample, other) in (text, None):
        return ""
    return other.lower()
