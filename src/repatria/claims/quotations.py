"""Quotations beside the stored words of their speaker: is this what was said?

Only a quotation that stands near the name of a speaker whose words are stored can be compared; of the others
nothing is said. A stored statement may be one of several, so "not found" is no proof that nobody said it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from repatria.claims.scene.scene import Scene
from repatria.claims.words.patterns import compiled
from repatria.history import Quotation, Voice, most_like
from repatria.i18n import _

# Shorter ones are names and single words in quotation marks.
LEAST_WORDS = 6
# How far from the quotation its speaker may be named, in characters.
REACH = 160
_QUOTED = compiled(r"[\"“„«]([^\"“”„«»\n]{20,1200})[\"”“»]")


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """A quotation of the report, compared.

    Attributes:
        likeness: ``exact``, ``shortened``, ``altered`` or ``absent``, as in :class:`repatria.history.Quotation`.
        because: the finding in words, with the link of the stored original.
    """

    text_span: str
    start: int
    end: int
    speaker: str
    likeness: str
    because: str
    link: str

    def document(self) -> dict[str, object]:
        """As in the program's JSON answer."""
        return {name: getattr(self, name) for name in self.__slots__}


def not_compared(text: str, compared: Sequence[QuotedWords]) -> Iterator[tuple[int, int]]:
    """Give the offsets of quotations that no stored words could be compared with."""
    spans = {(q.start, q.end) for q in compared}
    for m in _QUOTED.finditer(text):
        if m.span(1) not in spans and len(m.group(1).split()) >= LEAST_WORDS:
            yield m.span(1)


def find(text: str, scene: Scene) -> Iterator[QuotedWords]:
    """Compare each quotation of `text` with the stored words of the speaker named beside it."""
    voices = [v for e in scene.main if scene.history for v in scene.history.voices_of(e) if v.original]
    for m in _QUOTED.finditer(text) if voices else ():
        beside = text[max(0, m.start() - REACH) : m.start()] + " " + text[m.end() : m.end() + REACH]
        mine = [v for v in voices if _surname(v) in beside and _same_script(v.original, m.group(1))]
        if mine and len(m.group(1).split()) >= LEAST_WORDS:
            yield _compared(m.group(1), m.start(1), mine)


def _surname(voice: Voice) -> str:
    return voice.speaker.split()[-1]


def _same_script(one: str, other: str) -> bool:
    return ("a" <= _first_letter(one) <= "z") == ("a" <= _first_letter(other) <= "z")


def _first_letter(text: str) -> str:
    return next((c for c in text.lower() if c.isalpha()), "")


def _compared(quoted: str, start: int, voices: Sequence[Voice]) -> QuotedWords:
    found = most_like(quoted, voices)
    voice = found.voice or voices[0]
    return QuotedWords(
        quoted, start, start + len(quoted), voice.speaker, found.likeness, _in_words(found, voice), voice.link
    )


def _in_words(found: Quotation, voice: Voice) -> str:
    said = {
        "exact": _("These are the words of {speaker} as stored ({place}, {day})."),
        "shortened": _(
            "These words of {speaker} stand in the stored text in this order, with others between them."
        ),
        "altered": _("These are not the words of {speaker} as stored ({place}, {day}); foreign to them: {words}."),
        "absent": _("These words are not among those of {speaker} that are stored ({place}, {day})."),
    }[found.likeness]
    words = ", ".join(dict.fromkeys(found.foreign))
    return said.format(speaker=voice.speaker, place=voice.place, day=voice.on, words=words)
