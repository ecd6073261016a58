"""Words by which a sentence looks back: to the exchange told of before, to the previous one, to something else."""

from repatria.claims.words.tagging import Sentence

_THEN = frozenset("тоді тогда حينها انذاك حينئذ".split())


_THAT_ONE = (
    "that day",
    "того дня",
    "в тот день",
    "ذلك اليوم",
    "at the time",
    "at that time",
    "that one ,",
    "that one was",
    "that one had",
    "the latter swap",
    "يومها",
    "في ذلك التبادل",
    "وكانت تلك",
    "كان ذلك",
    "той день",
    "тогдашн",
    "that exchange",
    "that swap",
    "той обмін",
    "тот обмен",
)


def of_then(sentence: Sentence) -> bool:
    """ "Moscow insisted *then* on 195": of the exchange the sentence before told of."""
    text = " ".join(a.text for a in sentence.atoms)
    return bool(_THEN & set(text.split())) or any(phrase in text for phrase in _THAT_ONE)


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
