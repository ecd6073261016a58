"""What a number of an exchange counts: the exchanges of the war, a year, a month, a series, or some days."""

from datetime import timedelta

from repatria.claims.find.ordinal_words import TELLING, Mention, is_stage, is_year, since_january, year_alone
from repatria.claims.scene.scene import Scene
from repatria.claims.words.dates import Period, Said
from repatria.claims.words.languages import counting, time_words, war_words
from repatria.claims.words.languages.time_words import says
from repatria.claims.words.numbers import Duration
from repatria.claims.words.patterns import compiled
from repatria.claims.words.stretches import clause, segment_of, stretch
from repatria.claims.words.tagging import Sentence
from repatria.claims.words.tags import Atom

_SCOPES = {"year": "year", "last": "year", "since_last": "mediations"}


def scope(sentence: Sentence, mention: Mention) -> str:
    """``year``, ``series``, ``mediations`` (since the year before) or ``war``."""
    words = sentence.atoms[mention.first : mention.last + 1]
    behind = range(mention.at, min(mention.last + 4, len(sentence.atoms)))
    near = [i for i in behind if not _divided(sentence, mention.last, i)]
    segment = segment_of(sentence, mention.last)
    far = range(mention.at) if "P" in sentence.tags else _just_before(sentence, mention.at)
    for i in (*near, *range(mention.at, segment.stop), *reversed(far), *_opening(sentence, mention)):
        told = _scope_of(sentence, i)
        if told and not (told == "year" and mention.numbers[0] > MOST_OF_A_YEAR):
            return told
    if any(a.text.startswith(counting.PARTS) for a in words) or any(map(is_stage, words)):
        return "series"
    return "war"


# More exchanges than any year has had are counted over the war.
MOST_OF_A_YEAR = 40
# So many may well be all of one year, whichever words stand between.
FEW = 20


def _opening(sentence: Sentence, mention: Mention) -> range:
    """The words that open the clause, where no other number stands between: "In 2025, ..., the sixth"."""
    start = clause(sentence, mention.at).start
    before = sentence.tags[start : mention.at]
    return range(start, mention.at) if mention.numbers[0] <= FEW and not set(before) & set("oP&") else range(0)


def _just_before(sentence: Sentence, at: int) -> range:
    """The words before, up to a comma or "and"; a dash does not divide "since new year — the fourth"."""
    return range(stretch(sentence, at, at, ",;.&?").start, at)


def _scope_of(sentence: Sentence, at: int) -> str | None:
    atom = sentence.atoms[at]
    if atom.tag == "Y":
        return _SCOPES.get(str(atom.value), "war")
    if year_alone(atom):
        since = sentence.tags[:at].rstrip("_").endswith("s")
        year = getattr(atom.value, "year", None) or getattr(atom.value, "n", None)
        return "war" if since and year == FIRST_YEAR_OF_WAR else "year"
    return "year" if is_year(atom) or since_january(atom) else None


FIRST_YEAR_OF_WAR = 2022


def _divided(sentence: Sentence, last: int, at: int) -> bool:
    return bool(set(sentence.tags[last + 1 : at]) & set(",;.&"))


def year_named(sentence: Sentence, mention: Mention) -> int | None:
    """The year that is named beside the number: "ten exchanges *in 2024*"."""
    around = clause(sentence, mention.at)
    named = [sentence.atoms[i] for i in around if year_alone(sentence.atoms[i]) and not _since(sentence, i)]
    value = named[0].value if len(named) == 1 else None
    return getattr(value, "year", None) or getattr(value, "n", None)


def _since(sentence: Sentence, at: int) -> bool:
    return sentence.tags[:at].rstrip("_").endswith("s")


def period(sentence: Sentence, mention: Mention, scene: Scene) -> Period | None:
    """ "the second exchange *in August*"; "*in August* it is the second"; "the third *this week*"."""
    if mention.numbers[0] >= TELLING:
        return None
    for i in range(mention.last + 1, min(mention.last + 5, len(sentence.atoms))):
        atom = sentence.atoms[i]
        if _month_only(atom):
            since = sentence.tags[mention.last + 1 : i].rstrip("_").endswith("s")
            return None if since else scene.place(atom.value)
        if atom.tag == "i" and _present(sentence, i):
            return _calendar(str(atom.value), scene)
        if atom.tag not in "_se":
            break
    return _month_before(sentence, mention, scene)


def _month_before(sentence: Sentence, mention: Mention, scene: Scene) -> Period | None:
    m = compiled(r"d[_xrC\-]{0,4}$").search(sentence.tags[: mention.at])
    before = sentence.atoms[m.start()] if m and mention.numbers[0] < TELLING else None
    since = before is not None and m is not None and sentence.tags[: m.start()].rstrip("_").endswith("s")
    return scene.place(before.value) if before and _month_only(before) and not since else None


def _month_only(atom: Atom) -> bool:
    said = atom.value
    return atom.tag == "d" and isinstance(said, Said) and said.month is not None and said.day is None


def _present(sentence: Sentence, at: int) -> bool:
    """ "*This* week", "since the *beginning* of the week", "since the week *began*"."""
    around = sentence.atoms[max(0, at - 3) : at + 2]
    words = " ".join(a.text for a in around if a.tag not in ",;.&")
    this = bool(set(words.split()) & sentence.language.this)
    return this or says(words, time_words.BEGINNING) or says(words, war_words.STARTED)


def _calendar(unit: str, scene: Scene) -> Period | None:
    """The week or month of the exchange, up to the report."""
    first = {"week": scene.day - timedelta(days=scene.day.weekday()), "month": scene.day.replace(day=1)}.get(unit)
    return Period(first, scene.as_of) if first else None


def window(sentence: Sentence, mention: Mention) -> tuple[int, int] | None:
    """ "the second exchange *in two days*", "the third *within a week*": its length in days, and its last atom."""
    for i in range(mention.at + 1, min(mention.last + 4, len(sentence.atoms))):
        atom = sentence.atoms[i]
        if atom.tag in "ui" and (days := _length_in_days(sentence, i)):
            return days, i
        if atom.tag not in "_sx":
            break
    return _window_before(sentence, mention)


def _length_in_days(sentence: Sentence, at: int) -> int | None:
    atom = sentence.atoms[at]
    if isinstance(atom.value, Duration):
        return round(atom.value.in_months * 30.44) if atom.value.unit in ("day", "week", "month") else None
    before = {a.text for a in sentence.atoms[max(0, at - 2) : at]}
    return DAYS.get(str(atom.value)) if before & counting.WITHIN else None


DAYS = {"week": 7, "month": 30}


def _window_before(sentence: Sentence, mention: Mention) -> tuple[int, int] | None:
    """ "*In a month* this exchange is the fourth"."""
    for i in range(max(1, mention.at - 6), mention.at):
        atom = sentence.atoms[i]
        month = atom.tag in "iu" and _unit_of(atom) == "month"
        if month and sentence.atoms[i - 1].text in counting.WITHIN:
            return DAYS["month"], mention.last
    return None


def _unit_of(atom: Atom) -> object:
    return atom.value.unit if isinstance(atom.value, Duration) else atom.value
