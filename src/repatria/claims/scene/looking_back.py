"""Words by which a sentence looks back: to the exchange told of before, to the previous one, to something else."""

from repatria.claims.words.languages import time_words
from repatria.claims.words.languages.time_words import says
from repatria.claims.words.patterns import compiled
from repatria.claims.words.tagging import Sentence

_THEN = frozenset("тоді тогда حينها انذاك حينئذ".split())


_THAT_ONE = (
    "that day", "that date", "that occasion", "back then", "at the time", "at that time", "that one ,",
    "that one was", "that one had", "the latter swap",
    "того дня", "той день", "того разу", "тодішн", "в тот день", "в тот раз", "тогдашн",
    "ذلك اليوم", "يومها", "وقتها", "في حينه", "في تلك المره", "في ذلك التبادل", "وكانت تلك", "كان ذلك",
)  # fmt: skip
# "That exchange": a word that points, and the noun behind it.
_POINTING = frozenset("that той тот тому того тем тим тієї той тої та ту تلك ذلك".split())


def of_then(sentence: Sentence) -> bool:
    """ "Moscow insisted *then* on 195": of the exchange the sentence before told of."""
    text = " ".join(a.text for a in sentence.atoms)
    told = bool(_THEN & set(text.split())) or any(phrase in text for phrase in _THAT_ONE)
    return told or points_at_exchange(sentence)


def points_at_exchange(sentence: Sentence) -> bool:
    """ "*That* exchange": the one told of before."""
    nouns = [at for at, tag in enumerate(sentence.tags) if tag == "x"]
    return any(sentence.atoms[at - 1].text in _POINTING for at in nouns if at)


def tells_of_previous(sentence: Sentence, at: int) -> bool:
    """ "*The last one*, at the beginning of January": not the exchange of the same month that is reported."""
    before = [a.text for a in sentence.atoms[:at]]
    return "P" in sentence.tags[:at] or any(text.startswith(_PAST_ONE) for text in before)


_PAST_ONE = ("минул", "прошл", "попередн", "предыдущ", "last", "previous", "السابق", "الماضي")


# "The last had landed", "the last of them": the word alone names no exchange.
_LAST = ("last", "latest", "most recent", "остан", "послед", "اخر", "الاخير")


def bare_last(sentence: Sentence, at: int) -> bool:
    """Does a word for "last" stand alone, without an exchange that it speaks of?"""
    following = sentence.atoms[at + 1].text if at + 1 < len(sentence.atoms) else ""
    if at and sentence.atoms[at].text.startswith(_LAST) and sentence.atoms[at - 1].text in ("one", "a", "ще один"):
        return True  # "in one last exchange before the New Year"
    return sentence.atoms[at].text.startswith(_LAST) and following not in ("раз", "разу", "one", "time", "مره")


def leads_another(sentence: Sentence, date_at: int, at: int) -> bool:
    """ "303 on Sunday after 307 on Saturday": of two dates as near, the one behind the number is its own."""
    return date_at < at or sentence.tags[date_at + 1 : date_at + 2] == "n"


# Words that also say: to come to a place, to bring to an end.
TWO_SENSES = frozenset("reached concluded closed settled sealed signed достигли досягли وقعت توصلوا".split())
TWO_SENSES |= {"was concluded"}


def of_agreement(sentence: Sentence, at: int) -> bool:
    """Is the date at atom `at` that of an agreement or announcement, and not of what was done about it?"""
    first = max((sentence.tags.rfind(mark, 0, at) for mark in ",;.&?-"), default=-1) + 1
    before = sentence.atoms[first:at]
    if compiled("d_?x").match(sentence.tags, at):
        return False  # "announced after Monday's swap"
    if says(" ".join(a.text for a in before), time_words.PUT_INTO_EFFECT):
        return False  # "the deal was put into effect on Wednesday"
    nothing_agreed = not set(sentence.tags) & set("ltx")
    return any(a.tag in "zl" or (a.tag == "Z" and not (nothing_agreed and a.text in TWO_SENSES)) for a in before)


def free_since(sentence: Sentence, at: int) -> bool:
    """ "They have been home since Thursday": a day that nothing is ranked by."""
    end = compiled("[,;.]").search(sentence.tags, at)
    tags = set(sentence.tags[: end.start() if end else len(sentence.tags)])
    return not tags & set("oNPIGUDuQ") and bool(tags & set("vgW"))
