"""Which plain numbers of a sentence number or count exchanges: "exchange 65", "53 such exchanges"."""

from repatria.claims.find.ordinal_words import (
    LARGEST_NUMBER,
    TELLING,
    Mention,
    is_event,
    is_function,
    is_mediation,
    is_stage,
    is_time,
    is_year,
    since_january,
    to_scope,
    year_alone,
)
from repatria.claims.words.languages import counting, time_words, war_words
from repatria.claims.words.languages.time_words import says
from repatria.claims.words.patterns import compiled
from repatria.claims.words.stretches import clause
from repatria.claims.words.tagging import Sentence
from repatria.claims.words.tags import Atom

_PEOPLE = frozenset("pmckAbuiLq")


def count(sentence: Sentence, at: int, counted_before: bool) -> Mention | None:
    """Give the number or count of exchanges that the number at `at` is, or None.

    Args:
        counted_before: exchanges have been counted in this sentence already.
    """
    n = getattr(sentence.atoms[at].value, "n", None)
    if isinstance(n, int) and _numbered_stage(sentence, at):
        return Mention(at - 1, at, at, (n,), "stage")
    if not isinstance(n, int) or not 1 < n <= LARGEST_NUMBER:
        return None
    return (
        _numbered(sentence, at, n)
        or _counted(sentence, at, n)
        or _reached(sentence, at, n)
        or _cleft(sentence, at, n)
        or (_of_them(sentence, at, n) if counted_before or not _people_told(sentence, at) else None)
    )


def _numbered(sentence: Sentence, at: int, n: int) -> Mention | None:
    """ "Exchange number 59", "No. 13", "exchange 65", "exchanges 72 and 73", "number in Kyiv's count: 71"."""
    before, after = sentence.tags[:at], sentence.tags[at + 1 :]
    if after[:1] in _PEOPLE or compiled(r"^[_ve]{2,3}d|^_?[pmck]").match(after):
        return None
    if before.endswith(("xN", "x_")) and sentence.atoms[at - 1].text in ("no", "№"):
        return Mention(at - 2, to_scope(sentence, at), at, (n,))
    second = sentence.atoms[at + 2 : at + 3] if compiled(r"^[&_]n").match(after) else ()
    if before.endswith("H") and any(getattr(a.value, "n", None) == n + 1 for a in second):
        return None  # told with the second of the two
    m = compiled(r"(?:x_?)?Hn[&_]$").search(before)
    if m and len(_both(sentence, at, n)) > 1:
        return Mention(m.start(), at, at, _both(sentence, at, n))
    if sentence.atoms[at - 1].text == "number" and compiled(r"[pmckvO]_?H$").search(before):
        return None  # "the freed number 146"
    m = compiled(r"(?<![mcp]_?)(?:x_?)?H,?_?x?$").search(before)
    if m and not _says_how_many(sentence, at):
        return Mention(m.start(), to_scope(sentence, at), at, (n,))
    if m := compiled(r"x(?:n&_?)?$").search(before):
        return _right_after_exchange(sentence, at, n, m.start())
    m = compiled(r"H[_xaSQK]{0,6}[;,\-][_x]?$|H[_xaSQ]{1,7}$").search(before)
    counted = m is not None and set(m.group()) & set("xaSKQ") and not _says_how_many(sentence, at)
    if m and counted and compiled(r"^(?:[.,]|$)").match(after):
        return Mention(m.start(), at, at, (n,))
    return None


def _right_after_exchange(sentence: Sentence, at: int, n: int, noun: int) -> Mention | None:
    after, numbers = sentence.tags[at + 1 :], _both(sentence, at, n)
    if compiled(r"^&_?n(?![pmckA])").match(after) or is_stage(sentence.atoms[noun]):
        return None  # the second of the two is told with the first
    if len(numbers) == 2 or compiled(r"^(?:[.,;&YsCa\-]|$)").match(after):
        return Mention(noun, to_scope(sentence, at), at, numbers)
    return None


def _numbered_stage(sentence: Sentence, at: int) -> bool:
    """ "Stage nine", "этап 9"; in Arabic "the stages nine" are so many."""
    stage = sentence.atoms[at - 1] if at else None
    return sentence.language.code != "ar" and stage is not None and is_stage(stage) and stage.text != "stages"


def _both(sentence: Sentence, at: int, n: int) -> tuple[int, ...]:
    before = [getattr(a.value, "n", None) for a in sentence.atoms[max(0, at - 3) : at] if a.tag == "n"]
    return (n - 1, n) if before and before[-1] == n - 1 else (n,)


_HOW_MANY = frozenset("as at is was of".split())


def _says_how_many(sentence: Sentence, at: int) -> bool:
    """ "Gave their number as 108": a number of people."""
    before = sentence.atoms[at - 1]
    return before.tag == "_" and before.text in _HOW_MANY


def _counted(sentence: Sentence, at: int, n: int) -> Mention | None:
    """ "53 such exchanges", "twenty rounds of mediation", "mediated 22 times", "nine stages"."""
    if sentence.language.code == "ar" and at and is_stage(sentence.atoms[at - 1]):
        return _stages(sentence, at, at - 1, n)  # "the stages the nine"
    for i in range(at + 1, min(at + 4, len(sentence.tags))):
        atom = sentence.atoms[i]
        if is_stage(atom):
            return _stages(sentence, at, i, n)
        if (
            atom.tag == "x"
            or (atom.tag == "M" and is_mediation(atom))
            or (i == at + 1 and is_time(atom))
            or _deals(sentence, at, i)
        ):
            return _told_count(sentence, at, i, n)
        if not _describes(sentence, at, i):
            return None
    return None


def _cleft(sentence: Sentence, at: int, n: int) -> Mention | None:
    """ "Seventy-one: that is how many exchanges ..."."""
    m = compiled(r"n[;,\-][_?]{1,6}x").match(sentence.tags, at)
    if m is None or at != clause(sentence, at).start or n < TELLING:
        return None
    words = " ".join(a.text for a in sentence.atoms[at : m.end()])
    return Mention(at, m.end() - 1, at, (n,), "count") if says(words, time_words.HOW_MANY) else None


def _deals(sentence: Sentence, at: int, i: int) -> bool:
    """ "Ten deals", "seven operations": of somebody who makes them, or "such" ones."""
    atom, before = sentence.atoms[i], sentence.atoms[max(0, i - 2) : i]
    such = any(a.text in counting.SUCH for a in before) or bool(set(sentence.tags[:at]) & set("SK"))
    return atom.tag in "l_" and is_event(atom) and such


def _describes(sentence: Sentence, at: int, i: int) -> bool:
    """May the word at `i` stand between the number at `at` and its noun: "53 *such* exchanges"?"""
    atom = sentence.atoms[i]
    if atom.tag == "_":
        return "O" not in sentence.tags[at:i] and (atom.text == "such" or not is_function(atom))
    return atom.tag in "AQr" or (atom.tag == "O" and i == at + 1)


def _told_count(sentence: Sentence, at: int, noun: int, n: int) -> Mention | None:
    told = _times_told(sentence, noun) if is_time(sentence.atoms[noun]) else _exchanges_told(sentence, at, noun, n)
    if not told:
        return None
    m = compiled(r"(?:[CeM_]{0,3})$").search(sentence.tags[:at])
    first = m.start() if m and "M" in m.group() else at
    return Mention(first, to_scope(sentence, noun), at, (n,), "count")


def _times_told(sentence: Sentence, noun: int) -> bool:
    """ "Mediated 22 times", not "three times larger"."""
    around = clause(sentence, noun)
    larger = compiled("^_?[DG]").match(sentence.tags[noun + 1 :])
    return not larger and bool(set(sentence.tags[around.start : around.stop]) & set("MxXv"))


def _exchanges_told(sentence: Sentence, at: int, noun: int, n: int) -> bool:
    """Many exchanges, or few of a year, of some days, of a mediator."""
    around = clause(sentence, at)
    mediated = any(sentence.atoms[i].tag == "M" and is_mediation(sentence.atoms[i]) for i in around)
    scoped = bool(set(sentence.tags[around.start : around.stop]) & set("YC")) or _year_near(sentence, noun)
    freed_in = bool(compiled(r"[pvA]_$").search(sentence.tags[:at]))
    return n >= TELLING or mediated or scoped or freed_in or _of_some_days(sentence, noun)


def _of_some_days(sentence: Sentence, noun: int) -> bool:
    """ "Three exchanges *in four days*", "two *this month*"."""
    near = sentence.atoms[noun + 1 : noun + 6]
    when = next((i for i, a in enumerate(near) if a.tag in "ui"), None)
    if when is None or {a.tag for a in near[:when]} - set("_esvL"):
        return False
    words = {a.text for a in near[: when + 1]}
    return bool(words & (counting.WITHIN | sentence.language.this))


def _year_near(sentence: Sentence, at: int) -> bool:
    opening = sentence.atoms[clause(sentence, at).start : at]
    after = sentence.atoms[at + 1 : at + 4]
    return any(year_alone(a) or since_january(a) for a in after) or any(map(since_january, opening))


def _stages(sentence: Sentence, at: int, noun: int, n: int) -> Mention | None:
    """The length of a series is told where the present stage is called its last, or where it is called over."""
    start = max(0, at - 7)
    m = compiled(r"[PeNl][_&OlQ]{0,6}$").search(sentence.tags[start:at])
    over = next((i for i in range(start, at) if _is_over(sentence.atoms[i])), None)
    first = start + m.start() if m else over
    return Mention(first, max(at, noun), at, (n,), "stages") if first is not None else None


def _is_over(atom: Atom) -> bool:
    return says(atom.text, war_words.IS_OVER) or says(atom.text, time_words.PUT_INTO_EFFECT)


def _reached(sentence: Sentence, at: int, n: int) -> Mention | None:
    """ "The number of mediations since January rises to seven", "the tally of swaps to ten"."""
    after = sentence.tags[at + 1 :]
    if not at or not compiled(r"^(?:[.,;&Ta]|_?M|$)").match(after) or after[:1] in _PEOPLE:
        return None
    noun = _noun_before(sentence, at)
    if noun is None:
        return _such_told(sentence, at, n)
    ahead = sentence.atoms[max(0, noun - 2) : noun]
    if any(a.text.removeprefix("و").startswith(counting.RISEN) for a in ahead):
        return Mention(noun - len(ahead), at, at, (n,), "count")  # Arabic: "reached its mediations six"
    return Mention(noun, at, at, (n,), "count") if _totalled(sentence, noun, at) else None


def _noun_before(sentence: Sentence, at: int) -> int | None:
    """The exchanges or mediations that the number behind them counts."""
    for m in compiled(r"[xMC](?=[^;.npmckuL]{0,7}$)").finditer(sentence.tags[:at]):
        noun = sentence.atoms[m.start()]
        if not is_stage(noun) and (noun.tag == "x" or is_mediation(noun)):
            return int(m.start())
    return None


def _totalled(sentence: Sentence, noun: int, at: int) -> bool:
    """ "Exchanges *now total* 71", "the mediations *rose to* 18": is the number said to be of them all?"""
    last = sentence.atoms[at - 1]
    if last.text in counting.RISEN_TO or last.text.startswith(counting.RISEN) or last.tag == "Z":
        return True
    asked = " ".join(a.text for a in sentence.atoms[clause(sentence, at).start : at])
    if last.text == "?" and says(asked, time_words.HOW_MANY):
        return True  # "How many exchanges have there been? Seventy-one"
    words = " ".join(a.text for a in sentence.atoms[noun:at])
    told = set(sentence.tags[max(0, noun - 3) : at]) & set("YCHQTa")
    return last.tag in "-_C" and (bool(told) or says(words, time_words.COUNTED))


def _such_told(sentence: Sentence, at: int, n: int) -> Mention | None:
    """ "Such operations number 71", "таких операций было 71"."""
    for i in range(max(1, at - 4), at):
        if is_event(sentence.atoms[i]) and sentence.atoms[i - 1].text in counting.SUCH:
            return Mention(i - 1, at, at, (n,), "count") if n >= TELLING else None
    return None


def _people_told(sentence: Sentence, at: int) -> bool:
    """Does the clause speak of people or of what is done with them, so that a bare number may count them?"""
    around = clause(sentence, at)
    return bool(set(sentence.tags[around.start : around.stop]) & set("pmckAbvghjqXFELW"))


def _of_them(sentence: Sentence, at: int, n: int) -> Mention | None:
    """ "63 exchanges, *four of them in 2025*": a number with no noun, where exchanges were counted just before."""
    m = compiled(r"^n[O_s]{0,3}(?P<when>[YCdi])").match(sentence.tags[at:])
    if not m:
        return None
    if at and sentence.tags[at - 1] == "i":
        return None  # "year five of the war"
    when = sentence.atoms[at + m.start("when")]
    if (when.tag == "d" and not (year_alone(when) or since_january(when))) or (
        when.tag == "i" and not is_year(when)
    ):
        return None
    return Mention(at, at + m.end() - 1, at, (n,), "count")
