"""The dates of a sentence: which are days of exchanges, which of something else, and which belong together."""

from collections.abc import Sequence
from itertools import pairwise

from repatria.claims.scene.looking_back import of_agreement
from repatria.claims.words.dates import Period, Said
from repatria.claims.words.languages import days as day_words
from repatria.claims.words.languages.time_words import says
from repatria.claims.words.patterns import compiled
from repatria.claims.words.tagging import Sentence
from repatria.history import Exchange


def day_of_series(sentence: Sentence, at: int) -> bool:
    """ "On the first *day* 200 each, on the *second* 300"."""
    if sentence.tags[at + 1 : at + 2] == "i":
        return sentence.atoms[at + 1].value == "day"
    named = any(sentence.tags[i : i + 2] == "oi" and sentence.atoms[i + 1].value == "day" for i in range(at))
    return named and sentence.tags[at + 1 : at + 2] in ("-", "_", "n", "E", ",")


def without_appositions(
    anchors: list[tuple[int, tuple[Exchange, ...]]], sentence: Sentence
) -> list[tuple[int, tuple[Exchange, ...]]]:
    """ "On 10 April, a week before Easter": what follows a day says which day it is, and names no other."""
    kept = anchors[:1]
    for one, after in pairwise(anchors):
        between = sentence.tags[one[0] + 1 : after[0]].replace("_", "")
        said, then = sentence.atoms[kept[-1][0]].value, sentence.atoms[after[0]].value
        day_named = isinstance(said, Said) and said.day is not None and said.month is not None
        relative = isinstance(then, Said) and then.month is None and sentence.tags[one[0]] == "d"
        if not (day_named and relative and between in (",", ",d", "d")):
            kept.append(after)
    return kept


def joined(
    anchors: list[tuple[int, tuple[Exchange, ...]]], sentence: Sentence
) -> list[tuple[int, tuple[Exchange, ...]]]:
    """ "On Thursday and Friday" is one time of two days."""
    joined = list(anchors)
    for i, ((at, rows), (after, more)) in enumerate(pairwise(anchors)):
        if sentence.tags[at + 1 : after].replace("_", "") == "&":
            both = tuple({e.id: e for e in (*rows, *more)}.values())
            joined[i], joined[i + 1] = (at, both), (after, both)
    return joined


def one_series(rows: Sequence[Exchange]) -> bool:
    """Are these rows days of one agreement?"""
    return len({e.tags.series for e in rows}) == 1 and bool(rows[0].tags.series)


def month_only(said: object) -> bool:
    """Does a date name a month without a day?"""
    return isinstance(said, Said) and said.day is None and said.month is not None


def covers(exchange: Exchange, period: Period) -> bool:
    """Did an exchange take place in `period`? One of which only the month is known covers no single day."""
    if not exchange.date.exact and period.exact:
        return False
    return exchange.date.earliest <= period.last and exchange.until >= period.first


def looks_back(sentence: Sentence, at: int) -> bool:
    """Is this the date of something before: "since July", "the previous swap, on 18 October"?"""
    before = sentence.tags[:at]
    return "P" in before[-8:] or before.endswith(("s", "s_")) or of_something_else(sentence, at)


def of_something_else(sentence: Sentence, at: int) -> bool:
    """Is this the date of an agreement, an announcement, a capture or a dateline?"""
    before = sentence.tags[max(0, at - 7) : at]
    dateline = not set(sentence.tags[:at]) - set("SLK,._")
    if sentence.tags[at + 1 : at + 2] == "-" and dateline and sentence.index < 9:
        return True
    if sentence.tags.strip("SL,_.d-") == "" and sentence.tags.count("_") < 3 and sentence.index < 2:
        return True
    for mark in ",;.&?":
        before = before.rpartition(mark)[2]
    captured = "j" in before and not set(sentence.tags[at : at + 6]) & set("vgxXWe")
    return captured or of_agreement(sentence, at) or likened(sentence, at)


# How far a word of likeness reaches to its day.
REACH = 6


def likened(sentence: Sentence, at: int) -> bool:
    """ "The Emirates mediated, *as on 6 May*": the day of another exchange, to which this one is likened."""
    before = " ".join(a.text for a in sentence.atoms[max(0, at - REACH) : at] if a.tag != ",")
    told_of = compiled("[^.;,]{0,4}[nFx]").match(sentence.tags, at + 1)  # "as in May's exchange of 1,000"
    return says(before, day_words.LIKE) and not told_of
