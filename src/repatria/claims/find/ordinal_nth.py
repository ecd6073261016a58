"""Which ordinals of a sentence number an exchange: what stands around them says so, not how it is worded."""

from repatria.claims.find.ordinal_words import (
    LARGEST_NUMBER,
    TELLING,
    Mention,
    is_batch,
    is_event,
    is_function,
    is_mediation,
    is_time,
    is_year,
    since_january,
    to_scope,
    year_alone,
)
from repatria.claims.words.dates import Said
from repatria.claims.words.languages import counting
from repatria.claims.words.numbers import Duration
from repatria.claims.words.patterns import compiled
from repatria.claims.words.stretches import clause
from repatria.claims.words.tagging import Sentence
from repatria.claims.words.tags import Atom

# What follows an ordinal that stands alone, as a noun would not.
_ALONE = frozenset('.,;&YCsdaHTN-"?evrS')
_SKIP = frozenset('_ArQ"SCEa-')


def nth(sentence: Sentence, at: int) -> Mention | None:
    """Give the number of an exchange that the ordinal at `at` is, or None."""
    n = sentence.atoms[at].value
    if not isinstance(n, int) or n > LARGEST_NUMBER or _of_something_else(sentence, at):
        return None
    if at and is_batch(sentence.atoms[at - 1]):
        return None
    if n >= TELLING and compiled(r"o[_v]{0,2}e[_,]{0,2}d").match(sentence.tags, at):
        return None  # "the 69th was held on 2 October" says when the one before was
    noun = noun_after(sentence, at)
    if compiled(r"^o&(?:d__?)?_?o(?![iupmckb])").match(sentence.tags[at:]) and _next_nth(sentence, at) == n + 1:
        return None  # told with the next one
    if sentence.language.code == "ar" and _arabic_pair(sentence, at, n):
        return None  # told with the next one
    numbers, start = _with_one_before(sentence, at, n)
    if noun is not None and (n > 1 or _first_of_a_count(sentence, noun)):
        return Mention(_begin(sentence, start), to_scope(sentence, noun), at, numbers)
    if noun is None and sentence.language.code == "ar" and at and _arabic_noun(sentence, at) and n > 1:
        return Mention(at - 1, to_scope(sentence, at), at, numbers)
    if noun is None and _stands_alone(sentence, at) and _counts_exchanges(sentence, at, n):
        return Mention(_begin(sentence, start), to_scope(sentence, at), at, numbers)
    return None


def _arabic_noun(sentence: Sentence, at: int) -> bool:
    """In Arabic "the exchange the ninth" is one noun phrase, whatever follows."""
    noun = sentence.atoms[at - 1]
    named = noun.tag in "xM" or (is_event(noun) and _since_week_began(sentence))
    return named and not is_batch(noun)


def _arabic_pair(sentence: Sentence, at: int, n: int) -> bool:
    """ "The two exchanges the 72nd *and the 73rd*": "and" is written onto the second."""
    pair = sentence.tags[at : at + 2] == "oo" and sentence.atoms[at].value == n
    return pair and sentence.atoms[at + 1].text.startswith("و") and sentence.atoms[at + 1].value == n + 1


def _next_nth(sentence: Sentence, at: int) -> object:
    return next((a.value for a in sentence.atoms[at + 1 : at + 6] if a.tag == "o"), None)


_DESCRIBING = frozenset(("its", "such"))


def noun_after(sentence: Sentence, at: int) -> int | None:
    """The exchange, mediation or "time" that a number belongs to, a few describing words on."""
    # "the second in two days exchange"
    within = compiled(r"^o_?[ui]x").match(sentence.tags[at:])
    if within:
        return at + int(within.end()) - 1
    if (described := _described(sentence, at)) is not None:
        return described
    for i in range(at + 1, min(at + 5, len(sentence.tags))):
        atom = sentence.atoms[i]
        if is_batch(atom):
            return None
        if atom.tag == "x" or (atom.tag == "M" and is_mediation(atom)) or _stands_for_exchange(sentence, atom):
            return i
        if atom.tag == "H" and i == at + 1:
            return i
        near = "OY" if i == at + 1 else ""
        if atom.tag not in (*_SKIP, *near) or (is_function(atom) and atom.text not in _DESCRIBING):
            return None
    return None


def _described(sentence: Sentence, at: int) -> int | None:
    """ "The ninth *and last* stage", "the ninth, *final*, round": a second word for the same stands between."""
    m = compiled(r"^o(?:,&?|&)_?[_P],?").match(sentence.tags[at:])
    if m is None or at + m.end() >= len(sentence.atoms):
        return None
    noun = sentence.atoms[at + m.end()]
    between = sentence.atoms[at + 1 : at + m.end()]
    told = noun.tag == "x" or _stands_for_exchange(sentence, noun)
    return at + int(m.end()) if told and not any(map(is_function, between)) else None


def _stands_for_exchange(sentence: Sentence, atom: Atom) -> bool:
    """ "For the third *time*", "the first such *event*": a word for an exchange in a sentence that is about one."""
    of_exchanges = bool(set(sentence.tags) & set("MSKxXvQaY"))
    return (is_time(atom) or is_event(atom)) and (of_exchanges or _since_week_began(sentence))


def _since_week_began(sentence: Sentence) -> bool:
    """ "The third case *since the week began*"."""
    return bool(compiled("o.?s_?i").search(sentence.tags))


def _with_one_before(sentence: Sentence, at: int, n: int) -> tuple[tuple[int, ...], int]:
    """ "The 72nd and 73rd exchanges" are two numbers of one noun."""
    if at and _arabic_pair(sentence, at - 1, n - 1):
        return (n - 1, n), at - 1
    for back in (2, 3, 4, 5):
        before = sentence.atoms[at - back] if at >= back else None
        between = sentence.tags[at - back + 1 : at]
        if before and before.tag == "o" and between.strip("_") in ("&", "&d") and before.value == n - 1:
            return (n - 1, n), at - back
    return (n,), at


_RANKED = compiled(r"^o[_A]{0,2}[GDU]|^o(?:[_]?[iu])(?![_ArO]{0,2}x)|^o[_A]{0,1}[pmckbtwLjlq]")


def _of_something_else(sentence: Sentence, at: int) -> bool:
    """A rank by size, a day or month, a group of people, a round of talks, a date."""
    if sentence.tags[at + 1 : at + 2] == "i" and is_time(sentence.atoms[at + 1]):
        return False
    if _of_the_calendar(sentence, at):
        return True
    after = sentence.tags[at : at + 5]
    if compiled(r"^o_i").search(after) and is_function(sentence.atoms[at + 1]):
        if sentence.atoms[at + 1].text in counting.WITHIN:
            return False
        return sentence.language.code == "ar" and sentence.atoms[at + 1].text == "من"
    if compiled(r"^o_u(?!x)").search(after) and sentence.atoms[at + 1].text in counting.WITHIN:
        return not compiled(r"[rx][_C&?\-]{0,3}$").search(sentence.tags[:at])
    return bool(_RANKED.search(after))


def _of_the_calendar(sentence: Sentence, at: int) -> bool:
    """ "On the 16th", "Sunday the 16th", "February twenty-two": a day of a month, or a year of the century."""
    n, before = sentence.atoms[at].value, sentence.tags[:at]
    if not isinstance(n, int) or n > LAST_DAY or sentence.tags[at + 1 : at + 2] in ("x", "M", "_"):
        return False
    words = " ".join(a.text for a in sentence.atoms[max(0, at - 2) : at])
    return words.endswith("on the") or (bool(compiled(r"d,?_?$").search(before)) and n >= TELLING)


def _of_arabic_unit(sentence: Sentence, at: int) -> bool:
    """In Arabic the ordinal follows its noun: "its month the thirty-eighth"; after "in" it is a day or an age."""
    before = sentence.atoms[at - 1] if at else None
    if before is None or before.tag not in "iu_":
        return False
    noun = before.text.startswith("ال") and not sentence.atoms[at].text.startswith("و")
    other = noun and not is_event(before) and not is_time(before)
    return before.tag in "iu" or before.text == "في" or other


def _first_of_a_count(sentence: Sentence, noun: int) -> bool:
    """ "The first exchange of the year" counts; "the first exchange since July" is a rank."""
    after = sentence.atoms[noun + 1 : noun + 4]
    if any(a.tag in "sIu" for a in after):
        return False
    return any(map(_of_year, (*after, *sentence.atoms[max(0, noun - 6) : noun])))


def _of_year(atom: Atom) -> bool:
    return atom.tag == "Y" or year_alone(atom) or is_year(atom)


def _stands_alone(sentence: Sentence, at: int) -> bool:
    if sentence.language.code == "ar" and _of_arabic_unit(sentence, at):
        return False
    if at + 1 >= len(sentence.tags):
        return True
    following = sentence.atoms[at + 1]
    if following.tag in _ALONE or following.tag == "i":
        return following.tag != "s" or sentence.atoms[at].value != 1
    return is_function(following)


def _counts_exchanges(sentence: Sentence, at: int, n: int) -> bool:
    """Does the clause say that this is a number of exchanges: an exchange, a count, a year, somebody who counts?"""
    around = clause(sentence, at)
    before = sentence.tags[around.start : at]
    year = _scoped(sentence, at)
    if n == 1:
        return year and not set(sentence.tags[at + 1 : at + 3]) & set("sIu") and _exchange_told(sentence, at)
    if not before.strip('_&"-,?'):  # "Sixty-third." or "The eleventh was over": the sentence begins with it
        return n >= TELLING or year
    if year or compiled(r"[HQr][C_]?-?[C_]?$|-$|x[_rC&?Q\-,AdE]{0,4}$").search(before):
        return True
    spoken = bool(set(before) & set("xMHKyrSAaQ"))
    if n >= TELLING:
        dated = bool(compiled("o,?_?d").match(sentence.tags, at))
        return spoken or (dated and n > LAST_DAY and "P" not in before)
    return "x" in before[-9:] or "M" in before[-9:] or _named_by_rank(sentence, at)


# "On the 20th, ..." may be a day of the month; "the 48th, on 7 August" is none.
LAST_DAY = 31


def _named_by_rank(sentence: Sentence, at: int) -> bool:
    """ "The previous, *fourth*, was on 14 April"."""
    return bool(compiled("P,o[,_]").search(sentence.tags, max(0, at - 2), at + 2))


def _exchange_told(sentence: Sentence, at: int) -> bool:
    """An exchange is told of, or "it" opens the sentence: "*It* is the first of 2026"."""
    pointed = compiled("_?r[_Y]{0,3}o").match(sentence.tags) and not set(sentence.tags) & set("wtI")
    return bool(set(sentence.tags) & set("xXM")) or bool(pointed)


def _scoped(sentence: Sentence, at: int) -> bool:
    """Is a year, or "of the war", said of the number: right after it, or before it?"""
    after = sentence.atoms[at + 1 : at + 4]
    for atom in after:
        if atom.tag in "YC" or year_alone(atom) or is_year(atom):
            return True
        if atom.tag not in "_is":
            break
    start = clause(sentence, at).start
    m = compiled(r"(?P<when>[YCdiu])[_rxMC\-?,&]{0,5}$").search(sentence.tags[start:at])
    when = sentence.atoms[start + m.start("when")] if m else None
    return when is not None and (
        when.tag in "YC" or year_alone(when) or is_year(when) or since_january(when) or _short(when)
    )


def _short(atom: Atom) -> bool:
    """ "In August", "in a month": a month told, or its length."""
    said = atom.value
    unit = said.unit if isinstance(said, Duration) else said
    return unit == "month" or (isinstance(said, Said) and said.month is not None and said.day is None)


def _begin(sentence: Sentence, at: int) -> int:
    """With the exchange it is said of, where that stands before."""
    m = compiled(r"[xMQ][_rAQCSKP\-,]{0,4}$").search(sentence.tags[:at])
    return m.start() if m else at
