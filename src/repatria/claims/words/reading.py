"""A report made plain for reading: every change keeps the way back to the offset in the original text.

What is evened out: letter case, digits of any script, spaces, quotes and dashes, marks that only steer
direction, Arabic vowel signs and spelling variants, combining accents. What is not: words.
"""

import unicodedata
from dataclasses import dataclass

_SAME = {
    "’": "'", "ʼ": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "–": "—", "―": "—", "−": "—", "‑": "-", "‐": "-", "ё": "е", "،": ",", "؛": ";", "؟": "?", "٬": ",",
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ئ": "ي", "ؤ": "و", "…": ".",
}  # fmt: skip
_TATWEEL = "ـ"
# Letters that pass for digits when they stand inside a number.
_LOOKALIKES = str.maketrans("OoОоΟοlIІіΙ|ЗзSБб", "00000011111133566")


@dataclass(frozen=True, slots=True)
class Reading:
    """A plain text and, for each of its characters, the offset in the original it came from."""

    original: str
    plain: str
    offsets: tuple[int, ...]
    lookalikes: bool = False

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the original of ``plain[start:end]`` (``start < end``)."""
        return self.offsets[start], self.offsets[end - 1] + 1

    def find(self, start: int) -> int:
        """The place in the plain text of the original's offset `start`."""
        return next((i for i, offset in enumerate(self.offsets) if offset >= start), len(self.plain))


def read(text: str) -> Reading:
    """Make `text` plain."""
    letters: list[str] = []
    offsets: list[int] = []
    for offset, char in enumerate(text):
        if char == "-" and text[offset - 1 : offset].isspace() and text[offset + 1 : offset + 2].isspace():
            char = "—"  # " - " between words is a dash, "-" inside a word is not
        if plain := _plain(char, letters):
            letters.append(plain)
            offsets.append(offset)
    joined = "".join(letters)
    mended = _without_lookalikes(joined)
    return Reading(text, mended, tuple(offsets), mended != joined)


def plain(text: str) -> str:
    """Make `text` plain where the offsets do not matter (word lists)."""
    return read(text.replace(" - ", "-")).plain


def _plain(char: str, before: list[str]) -> str:
    category = unicodedata.category(char)
    if category == "Mn":
        return _combine(char, before)
    if category == "Cf" or char == _TATWEEL:
        return ""
    if category == "Nd":
        return str(unicodedata.digit(char))
    if category == "Zs":
        return " "
    low = char.lower()
    low = low if len(low) == 1 else char
    return _SAME.get(low, low)


def _combine(mark: str, before: list[str]) -> str:
    """Join a mark to the letter before it where that makes one letter (й, ї); drop it otherwise (stress)."""
    if before:
        joined = unicodedata.normalize("NFC", before[-1] + mark)
        if len(joined) == 1 and joined in "йїґў":
            before[-1] = joined
    return ""


def _without_lookalikes(text: str) -> str:
    """Read ``3l4`` and ``1О0`` as numbers: words of digits and lookalike letters with at least two digits."""
    words = []
    for word in text.split(" "):
        core = word.strip(".,;:()\"'—!?")
        mended = core.translate(_LOOKALIKES)
        if mended.isdigit() and not core.isdigit() and sum(c.isdigit() for c in core) >= 2:
            word = word.replace(core, mended)
        words.append(word)
    return " ".join(words)
