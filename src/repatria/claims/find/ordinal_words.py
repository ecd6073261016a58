"""The words by which an exchange is numbered: times, stages, mediations, years; and what a number found is."""

from dataclasses import dataclass

from repatria.claims.words.dates import Said
from repatria.claims.words.languages import counting
from repatria.claims.words.numbers import Duration
from repatria.claims.words.patterns import compiled
from repatria.claims.words.tagging import Sentence
from repatria.claims.words.tags import Atom

# No count of exchanges goes further; "number 4,000" counts people.
LARGEST_NUMBER = 150
# From here on a number alone is hardly the number of groups or of talks.
TELLING = 10
YEARS = range(2014, 2036)


@dataclass(frozen=True, slots=True)
class Mention:
    """A number of exchanges: the atoms `first` to `last` of a sentence, the number at `at`.

    Attributes:
        kind: ``nth`` ("the 59th"), ``count`` ("59 exchanges") or ``stages`` ("nine stages", "the last of nine").
    """

    first: int
    last: int
    at: int
    numbers: tuple[int, ...]
    kind: str = "nth"


def is_time(atom: Atom) -> bool:
    """Is this "time" in the sense of "for the third time"?"""
    return atom.tag in "_i" and atom.text in counting.TIMES


def is_stage(atom: Atom) -> bool:
    """A stage of a series, rather than an exchange."""
    return atom.tag == "x" and any(word.startswith(counting.STAGES) for word in _bare(atom.text))


def _bare(text: str) -> tuple[str, str]:
    return text, text.removeprefix("ال")


def year_alone(atom: Atom) -> bool:
    """ "2024", with no month and no day."""
    said = atom.value
    if atom.tag in "no":
        return getattr(said, "n", said) in YEARS
    return (
        atom.tag == "d"
        and isinstance(said, Said)
        and said.year is not None
        and said.month is None
        and said.back is None
    )


def is_year(atom: Atom) -> bool:
    """ "Year", the word: "in the current *year*"."""
    if atom.text in counting.OF_YEAR:
        return True
    unit = atom.value.unit if isinstance(atom.value, Duration) else atom.value
    return atom.tag in "iu" and unit == "year" and not (isinstance(atom.value, Duration) and atom.value.amount > 1)


def since_january(atom: Atom) -> bool:
    """ "January" of some year, with no day."""
    said = atom.value
    return atom.tag == "d" and isinstance(said, Said) and said.month == 1 and said.day is None


def is_mediation(atom: Atom) -> bool:
    """A mediation, the noun; not a mediator or the verb."""
    return atom.text.startswith(counting.MEDIATIONS) or atom.text.removeprefix("ب").startswith(counting.MEDIATIONS)


def is_event(atom: Atom) -> bool:
    """What stands for an exchange without being the word."""
    return atom.tag in "_vMl" and atom.text.startswith(counting.EVENTS)


def is_batch(atom: Atom) -> bool:
    """A group of one exchange: Arabic says "batch" for both."""
    return any(word.startswith("دفع") for word in _bare(atom.text))


def to_scope(sentence: Sentence, last: int) -> int:
    """With who arranged it, and "of the year" or "since the invasion", where that follows at once."""
    m = compiled(r"^(?:M_{0,2}[SKA](?:&_?[SKA])*|_?[SKA])?[_AO]{0,2}Y|^M_{0,2}[SKA]").match(
        sentence.tags[last + 1 :]
    )
    return last + m.end() if m else last


def is_function(atom: Atom) -> bool:
    """A preposition or the like, which no exchange follows as its noun."""
    return atom.tag == "_" and atom.text in counting.FUNCTION
