"""Public claims about who is still held or already home: one speaker's number on one day, never a fact."""

from dataclasses import dataclass

from repatria.history.when import When


@dataclass(frozen=True, slots=True)
class HeldClaim:
    """What one speaker said about people still held (or, ``what`` "brought home", already returned).

    Attributes:
        party: whose people: ``UKR`` are Ukrainians held in Russia.
        how: ``exact``, ``about`` or ``over``.
    """

    date: When
    date_in_words: str
    speaker: str
    party: str
    number: int
    how: str
    what: str
    sources: tuple[str, ...]

    @property
    def still_held(self) -> bool:
        """Is it about people still held, not about people already home?"""
        return self.what.startswith("held")


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of time for which the record is known to be incomplete."""

    conflict: str
    first: When
    last: When
    missing: str
