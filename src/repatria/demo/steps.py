"""What one step of the demo has to say."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Step:
    """A finished step: its title, sentences, tables of figures and the files it left behind."""

    title: str
    says: Sequence[str]
    figures: Sequence[tuple[str, str]] = ()
    quotes: Sequence[str] = field(default=())
    files: Sequence[str] = ()
