"""What a number of an exchange counts: the exchanges of the war, a year, a month, a series, or some days."""

from itertools import pairwise

from repatria.claims.find.ordinal_words import TELLING, Mention, is_stage, is_year, since_january, year_alone
from repatria.claims.scene.scene import Scene
from repatria.claims.words.dates import Period, Said
from repatria.claims.words.numbers import Duration
from repatria.claims.words.patterns import compiled
from repatria.claims.words.stretches import clause, segment_of, stretch
from repatria.claims.words.tagging import Sentence
from repatria.claims.words.tags import Atom

# "The first part of the exchange" numbers the days of one agreement.
_PARTS = ("part", "phase", "half", "половин", "نصف", "частин", "част", "фаз", "جزء", "الجزء", "مرحله", "المرحله")
_SCOPES = {"year": "year", "last": "year", "since_last": "mediations"}


def scope(sentence: Sentence, mention: Mention) -> str:
    """``year``, ``series``, ``mediations`` (since the year before) or ``war``."""
    words = sentence.atoms[mention.at : mention.last + 1]
    behind = range(mention.at, min(mention.last + 4, len(sentence.atoms)))
    near = [i for i in behind if not _divided(sentence, mention.last, i)]
    segment = segment_of(sentence, mention.last)
    far = range(mention.at) if "P" in sentence.tags else _just_before(sentence, mention.at)
    for i in (*near, *range(mention.at, segment.stop), *reversed(far), *_opening(sentence, mention)):
        told = _scope_of(sentence, i)
        if told and not (told == "year" and mention.numbers[0] > MOST_OF_A_YEAR):
            return told
    if any(a.text.startswith(_PARTS) for a in words) or any(map(is_stage, words)):
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


def month(sentence: Sentence, mention: Mention, scene: Scene) -> Period | None:
    """ "the second exchange *in August*"; "*in August* it is the second"."""
    for atom in sentence.atoms[mention.last + 1 : mention.last + 3]:
        if _month_only(atom):
            return scene.place(atom.value)
        if atom.tag != "_":
            break
    m = compiled(r"d[_xrC\-]{0,4}$").search(sentence.tags[: mention.at])
    before = sentence.atoms[m.start()] if m and mention.numbers[0] < TELLING else None
    since = before is not None and m is not None and sentence.tags[: m.start()].rstrip("_").endswith("s")
    return scene.place(before.value) if before and _month_only(before) and not since else None


def _month_only(atom: Atom) -> bool:
    said = atom.value
    return atom.tag == "d" and isinstance(said, Said) and said.month is not None and said.day is None


def window(sentence: Sentence, mention: Mention) -> Said | None:
    """ "the second exchange *in two days*"."""
    for atom in sentence.atoms[mention.at + 1 : mention.last + 4]:
        if atom.tag == "u" and isinstance(atom.value, Duration) and atom.value.unit in ("day", "week", "month"):
            return Said(back=atom.value)
        if atom.tag not in "_sx":
            break
    return _month_before(sentence, mention)


def _month_before(sentence: Sentence, mention: Mention) -> Said | None:
    """ "*In a month* this exchange is the fourth"."""
    before = sentence.atoms[max(0, mention.at - 6) : mention.at]
    for word, atom in pairwise(before):
        if word.text in ("за", "in", "خلال") and atom.tag in "iu" and _unit_of(atom) == "month":
            return Said(back=Duration(1, "month"))
    return None


def _unit_of(atom: Atom) -> object:
    return atom.value.unit if isinstance(atom.value, Duration) else atom.value
