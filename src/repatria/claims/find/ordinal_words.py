"""The words by which an exchange is numbered: times, stages, mediations, years; and what a number found is."""

from dataclasses import dataclass

from repatria.claims.words.dates import Said
from repatria.claims.words.numbers import Duration
from repatria.claims.words.patterns import compiled
from repatria.claims.words.reading import plain
from repatria.claims.words.tagging import Sentence
from repatria.claims.words.tags import Atom

# No count of exchanges goes further; "number 4,000" counts people.
LARGEST_NUMBER = 150
# From here on a number alone is hardly the number of groups or of talks.
TELLING = 10
YEARS = range(2014, 2036)
_OF_YEAR = frozenset(("году", "році", "год", "рік", "года", "року", "year", "العام"))
_TIMES = tuple(
    plain("time times occasion occasions раз рази разів разу раза разом مرة مرات المرة للمرة المرات").split()
)
_STAGES = ("stage", "stages", "етап", "этап", "مرحل", "مراحل")
_MEDIATIONS = tuple(
    plain(
        "mediation, rounds of mediation, good offices, посередниц, посреднич, медіац, медиац, وساط, الوساط"
    ).split(", ")
)
# What a report calls an exchange so as not to say the word again.
_EVENTS = tuple(
    plain(
        "event, deal, procedure, operation, attempt, achievement, effort, releas, return, intervention, case, "
        "trade, instance, experience, undertaking, transaction, arrangement, "
        "поді, захід, операці, процедур, спроб, черг, акці, поверненн, звільненн, випад, досвід, угод, домовлен, "
        "событ, операц, мероприят, процедур, попыт, очеред, акци, возвращен, освобожден, случа, опыт, сделк, "
        "договорен, "
        "حدث, الحدث, نجاح, النجاح, محاوله, المحاوله, انجاز, الانجاز, خطوه, الخطوه, مهمه, المهمه, عوده, العوده, "
        "حاله, الحاله, تجربه, التجربه, صفقه, الصفقه, اتفاق, الاتفاق"
    ).split(", ")
)
# Words that may stand behind "the ninth" where the exchange itself is not repeated.
_FUNCTION = frozenset(
    plain(
        "in of on by for since to so at as with between under during from after before within that its the such "
        "у в за на від з із для при між під через як по до в с от при под между из к "
        "من في منذ خلال لها له بين حتى على التي الذي بعد ضمن منها لدى"
    ).split()
)


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
    return atom.tag in "_i" and atom.text in _TIMES


def is_stage(atom: Atom) -> bool:
    """A stage of a series, rather than an exchange."""
    return atom.tag == "x" and any(word.startswith(_STAGES) for word in _bare(atom.text))


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
    if atom.text in _OF_YEAR:
        return True
    unit = atom.value.unit if isinstance(atom.value, Duration) else atom.value
    return atom.tag in "iu" and unit == "year" and not (isinstance(atom.value, Duration) and atom.value.amount > 1)


def since_january(atom: Atom) -> bool:
    """ "January" of some year, with no day."""
    said = atom.value
    return atom.tag == "d" and isinstance(said, Said) and said.month == 1 and said.day is None


def is_mediation(atom: Atom) -> bool:
    """A mediation, the noun; not a mediator or the verb."""
    return atom.text.startswith(_MEDIATIONS) or atom.text.removeprefix("ب").startswith(_MEDIATIONS)


def is_event(atom: Atom) -> bool:
    """What stands for an exchange without being the word."""
    return atom.tag in "_vMl" and atom.text.startswith(_EVENTS)


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
    return atom.tag == "_" and atom.text in _FUNCTION
