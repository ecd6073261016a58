"""Who said what about an exchange, and whether a quotation is what was said.

A voice is somebody's public words, never a fact of the record. Where the exact words were stored, a quotation in a
report can be compared with them.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from repatria.history.errors import BadHistoryFile
from repatria.history.when import When
from repatria.i18n import _

COLUMNS = (
    "exchange", "speaker", "role", "party", "date", "place", "link", "language", "said", "original",
    "found_elsewhere",
)  # fmt: skip
Likeness = Literal["exact", "shortened", "altered", "absent"]
# Below this share of common words two sentences only happen to speak of the same thing.
_KINDRED = 0.4
_WORD = re.compile(r"\w+")
_LEFT_OUT = re.compile(r"\.{3,}|…|\[\s*…?\s*\]")


@dataclass(frozen=True, slots=True)
class Voice:
    """One public statement of one speaker about an exchange.

    Attributes:
        exchange: id of the exchange it is about.
        role: office or calling, in words.
        party: code for which the speaker speaks; empty for nobody.
        on: when it was said.
        place: where, or through what (``X``, ``Telegram``).
        link: address where it was read.
        language: of `original`.
        said: what was said, in our own words.
        original: the exact words where they were stored; empty otherwise.
        found_elsewhere: False where the speaker could not be found outside the report that quotes him or her.
    """

    exchange: str
    speaker: str
    role: str
    party: str
    on: When
    place: str
    link: str
    said: str
    language: str = ""
    original: str = ""
    found_elsewhere: bool = True


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation beside the stored words that are most like it.

    Attributes:
        likeness: ``exact``: it stands there word for word; ``shortened``: its parts stand there in order;
            ``altered``: the words are akin and not the same; ``absent``: nothing stored is like it.
        share: how much of the quotation stands in the original in order, 0 to 1.
        foreign: words of the quotation that the original does not have in that place.
    """

    likeness: Likeness
    share: float
    foreign: tuple[str, ...] = ()
    voice: Voice | None = None


def read(text: str) -> list[Voice]:
    """Read voices from CSV `text` with a header line (:data:`COLUMNS`).

    Raises:
        BadHistoryFile: a column is missing, or a row lacks its exchange, speaker or date.
        BadExchange: a date is not one.
    """
    table = csv.DictReader(io.StringIO(text))
    missing = [column for column in COLUMNS if column not in (table.fieldnames or ())]
    if missing:
        raise BadHistoryFile(_("the header line lacks these columns: {columns}").format(columns=", ".join(missing)))
    return [_voice(row, table.line_num) for row in table]


def _voice(row: dict[str, str], line: int) -> Voice:
    cells = {name: (row.get(name) or "").strip() for name in COLUMNS}
    for column in ("exchange", "speaker", "date"):
        if not cells[column]:
            raise BadHistoryFile(_("line {line}: {column} is empty").format(line=line, column=column))
    named = {name: cells[name] for name in COLUMNS if name not in ("date", "found_elsewhere")}
    return Voice(**named, on=When.parse(cells["date"]), found_elsewhere=cells["found_elsewhere"] != "no")


def write(voices: Iterable[Voice]) -> str:
    """Give voices as CSV text; :func:`read` reads them back."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    for v in voices:
        found = "yes" if v.found_elsewhere else "no"
        table.writerow(
            [
                v.exchange,
                v.speaker,
                v.role,
                v.party,
                str(v.on),
                v.place,
                v.link,
                v.language,
                v.said,
                v.original,
                found,
            ]
        )
    return out.getvalue()


def compare(quoted: str, original: str) -> Quotation:
    """Say how `quoted` stands to the `original` words. Letter case and punctuation do not matter."""
    mine, theirs = _words(quoted), _words(original)
    if not mine or not theirs:
        return Quotation("absent", 0.0)
    if _stands_in(mine, theirs):
        return Quotation("exact", 1.0)
    parts = [_words(part) for part in _LEFT_OUT.split(quoted)]
    if len(parts) > 1 and _in_order([part for part in parts if part], theirs):
        return Quotation("shortened", 1.0)
    match = SequenceMatcher(None, theirs, mine, autojunk=False)
    blocks = match.get_matching_blocks()
    share = sum(block.size for block in blocks) / len(mine)
    kept = {i for block in blocks for i in range(block.b, block.b + block.size)}
    foreign = tuple(word for i, word in enumerate(mine) if i not in kept)
    return Quotation("altered" if share >= _KINDRED else "absent", share, foreign)


def most_like(quoted: str, voices: Iterable[Voice]) -> Quotation:
    """Compare `quoted` with every stored original; give the one it is most like."""
    found = Quotation("absent", 0.0)
    for voice in voices:
        if voice.original:
            one = compare(quoted, voice.original)
            if one.share > found.share:
                found = Quotation(one.likeness, one.share, one.foreign, voice)
    return found


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    return _WORD.findall(plain)


def _stands_in(part: list[str], whole: list[str], start: int = 0) -> int:
    """Where `part` ends in `whole` after `start`; 0 if it does not stand there."""
    for i in range(start, len(whole) - len(part) + 1):
        if whole[i : i + len(part)] == part:
            return i + len(part)
    return 0


def _in_order(parts: list[list[str]], whole: list[str]) -> bool:
    end = 0
    for part in parts:
        end = _stands_in(part, whole, end)
        if not end:
            return False
    return bool(parts)
