"""Numbers of people told of several days or exchanges together: "240 in a week", "in all five exchanges 228"."""

from dataclasses import dataclass
from datetime import timedelta

from repatria.claims.scene.scene import Scene
from repatria.claims.words.languages import people
from repatria.claims.words.lexicon import forms
from repatria.claims.words.numbers import Duration, Number
from repatria.claims.words.patterns import compiled
from repatria.claims.words.stretches import segment_of
from repatria.claims.words.tagging import Sentence
from repatria.history import Exchange

_DAYS = {"day": 1, "week": 7}
# "These days" are those of a week.
_UNCOUNTED = {"day": 7, "week": 7}
FARTHEST = 3
# Within a span of days, or over so many exchanges, no more than this are summed: more is a running total.
LONGEST, MOST = 31, 9


@dataclass(frozen=True, slots=True)
class Span:
    """Over how many days, or over how many exchanges (the other is 0), people are counted together."""

    days: int = 0
    exchanges: int = 0

    def rows(self, last: Exchange, scene: Scene) -> tuple[Exchange, ...]:
        """The exchanges it takes in, up to `last`."""
        known = [e for e in scene.history or () if e.date.earliest <= last.date.earliest]
        if self.exchanges:
            return tuple(known[-self.exchanges :])
        first = last.date.earliest - timedelta(days=self.days)
        return tuple(e for e in known if e.date.earliest > first or (self.days >= 7 and e.date.earliest == first))


def span_of(sentence: Sentence, at: int) -> Span | None:
    """The span a number is told of, where one stands in its clause or opens the sentence before it."""
    near = segment_of(sentence, at)
    for i in (*range(near.start), *near):
        opening = i < near.start
        if opening and not compiled("[^;.n]*,?").fullmatch(sentence.tags, i + 1, near.start):
            continue
        between = sentence.tags[min(i, at) + 1 : max(i, at)]
        another = i > at and "n" in between
        if (told := _span_at(sentence, i)) and not another and not set(between) & _OF_A_RANK:
            return told
    return None


# "The second exchange in two days" tells of a rank; "in a week since" of a pause.
_OF_A_RANK = set("oGsIP")


def _span_at(sentence: Sentence, at: int) -> Span | None:
    atom = sentence.atoms[at]
    opened = any(a.text in people.OVER_A_TIME for a in sentence.atoms[max(0, at - FARTHEST) : at])
    verbless = at == 0 and compiled("u[,;]").match(sentence.tags)  # "Two days, 152 people"
    if not opened and not verbless:
        return None
    if atom.tag == "u" and isinstance(atom.value, Duration) and atom.value.unit in _DAYS:
        days = atom.value.amount * _DAYS[atom.value.unit]
        return Span(days=days) if 1 < days <= LONGEST else None
    if atom.tag == "i" and atom.value in _UNCOUNTED:
        return (
            Span(days=_UNCOUNTED[str(atom.value)]) if _DAYS[str(atom.value)] > 1 or _these(sentence, at) else None
        )
    counted = compiled("_{0,2}x").match(sentence.tags, at + 1)
    if atom.tag == "n" and counted and isinstance(atom.value, Number):
        n = atom.value.n or 0
        return Span(exchanges=n) if 1 < n <= MOST else None
    return None


_THESE = frozenset("these those ці ті эти те هذه تلك".split())


def _these(sentence: Sentence, at: int) -> bool:
    return any(a.text in _THESE for a in sentence.atoms[max(0, at - 2) : at])


def raised_to(sentence: Sentence, at: int) -> bool:
    """ "That *takes to* 6,619 *the number* of those freed", "*brings the number* home to 36": a running number."""
    straight = sentence.atoms[at - 1].text in people.UP_TO or sentence.atoms[at].text.split()[0] in people.UP_TO
    behind = compiled("_?[HTC]").match(sentence.tags, at + 1)
    if not at or not (straight or behind):
        return False
    near = sentence.atoms[max(0, at - 8) : at + 4]
    texts = [form for a in near for word in a.text.split() for form in forms(word)]
    return any(t.startswith(people.RAISING) for t in texts) and any(t.startswith(people.A_NUMBER_OF) for t in texts)


def counts_together(sentence: Sentence, at: int) -> bool:
    """ "*Counting Ukrainians and Russians together*, one thousand people": a sum is spoken of before the number."""
    before = sentence.tags[:at].rpartition("n")[2]
    opening = sentence.atoms[at - len(before) : at] if before else ()
    told = [i for i, a in enumerate(opening) if a.text in people.TOGETHER]
    return bool(told) and "y" not in before[told[-1] :]
