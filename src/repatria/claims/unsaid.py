"""What no record can check: moods, motives, forecasts, quoted opinions. Never "true"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from repatria.claims import quotations
from repatria.claims.quotations import QuotedWords
from repatria.claims.scene.scene import Scene
from repatria.claims.words.patterns import compiled
from repatria.claims.words.reading import Reading
from repatria.claims.words.tagging import Sentence
from repatria.i18n import _

# A line that opens a quotation with its author: "• Name, Title: "...".
_QUOTED_EXPERT = compiled(r"^\W{0,4}[^\n:\"]{4,120}:\s*\"")


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A sentence that was left unchecked, and why."""

    text_span: str
    start: int
    end: int
    why: str

    def document(self) -> dict[str, object]:
        """As in the program's JSON answer."""
        return {"text_span": self.text_span, "start": self.start, "end": self.end, "why": self.why}


def find(scene: Scene, reading: Reading, compared: Sequence[QuotedWords]) -> Iterator[Unsaid]:
    """Give every sentence that says what cannot be checked, and every quotation whose original is not stored."""
    found = []
    for sentence in scene.sentences:
        why = _why(sentence, reading)
        if why:
            start, end = reading.span(sentence.start, sentence.end)
            found.append(Unsaid(reading.original[start:end], start, end, why))
    if scene.main:
        found += _quoted(found, reading, compared)
    yield from sorted(found, key=lambda u: u.start)


def _quoted(others: Sequence[Unsaid], reading: Reading, compared: Sequence[QuotedWords]) -> list[Unsaid]:
    why = _("a quotation: no words of its speaker are stored that it could be compared with")
    spans = quotations.not_compared(reading.original, compared)
    alone = [(a, b) for a, b in spans if not any(o.start < b and a < o.end for o in others)]
    return [Unsaid(reading.original[a:b], a, b, why) for a, b in alone]


def _why(sentence: Sentence, reading: Reading) -> str:
    text = reading.plain[sentence.start : sentence.end]
    if _QUOTED_EXPERT.search(text):
        return _("a quoted opinion: who said it and whether it is so are not in the record")
    if "V" in sentence.tags or ("R" in sentence.tags and "x" not in sentence.tags):
        return _("a mood, a motive, a forecast or an opinion: no record can check it")
    return ""
