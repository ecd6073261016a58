"""A claim as it is found, and as it stands after it was checked."""

from dataclasses import dataclass, field
from typing import Literal

from repatria.history import Exchange

Verdict = Literal["true", "false", "unknown"]
CLAIM_TYPES = (
    "total", "per_side", "date_announced", "date_of_exchange", "mediator", "place", "first_since",
    "largest_since", "ordinal", "ordinal_or_rate", "months_of_war", "still_in_captivity",
    "breakdown", "attribution",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its reason and the exchanges it rests on."""

    verdict: Verdict
    because: str
    exchanges: tuple[Exchange, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A claim where it stands: its type, its span in the plain text, what it says, and its verdict.

    Attributes:
        value: what is claimed, in the shape docs/manual/claims.md gives for each type.
        sentence: number of the sentence.
    """

    claim_type: str
    start: int
    end: int
    value: object
    judgement: Judgement
    sentence: int
    parts: tuple[object, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim of a report, checked. `start` and `end` are offsets into the report's text."""

    claim_type: str
    text_span: str
    start: int
    end: int
    value: object
    verdict: Verdict
    because: str
    exchanges: tuple[Exchange, ...]

    def document(self) -> dict[str, object]:
        """The claim as in the program's JSON answer."""
        sources = dict.fromkeys(source for e in self.exchanges for source in e.sources)
        return {
            "claim_type": self.claim_type,
            "text_span": self.text_span,
            "start": self.start,
            "end": self.end,
            "value": self.value,
            "verdict": self.verdict,
            "because": self.because,
            "exchange": [e.id for e in self.exchanges],
            "sources": list(sources),
        }
