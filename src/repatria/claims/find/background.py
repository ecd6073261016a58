"""Numbers of an exchange told of in the background: "the March one was 175 for 175", "that day 49 had come home".

Where the words name no day of their own, a number that is wrong for the exchange reported may be right for another
one that the sentence, or one just before it, tells of.
"""

from collections.abc import Callable, Iterator, Sequence

from repatria.claims.claim import Judgement
from repatria.claims.scene.reported import RECENT
from repatria.claims.scene.scene import Scene
from repatria.claims.words.dates import Said
from repatria.claims.words.tagging import Sentence
from repatria.history import Exchange
from repatria.i18n import _

_ELSEWHERE = (
    "then", "that day", "same day", "that one", "that exchange", "that swap", "that time", "the following day",
    "the next day", "a day later", "days later", "same month", "that month", "in the month", "the month",
    "began with", "earlier", "the former", "the latter", "that occasion", "the one before", "week", "тоді",
    "того дня", "того ж дня", "того ж місяця", "наступного дня", "через день", "місяць", "того разу",
    "попередн", "раніше", "тогда", "того же дня", "в тот день", "того же месяца", "на следующий день", "месяц",
    "в тот раз", "предыдущ", "ранее", "неделю", "тиждень", "حينها", "انذاك", "يومها", "ذلك اليوم", "الشهر نفسه",
    "اليوم التالي", "السابق", "وقتها", "قبلها", "الشهر ذاته",
)  # fmt: skip
# "19 days after the last one, which got 14 home": the exchange before the one reported, and no other.
_LAST_ONE = (
    "the last one", "the previous one", "the last exchange", "the last swap", "the previous exchange",
    "the previous swap", "минулого разу", "минулого обміну", "попереднього обміну", "прошлый раз", "прошлого раза",
    "прошлого обмена", "предыдущего обмена", "предыдущего раза", "المره السابقه", "التبادل السابق", "سابقتها",
)  # fmt: skip
SENTENCES_BACK = 2
Judging = Callable[[Sequence[Exchange]], Judgement]


def elsewhere(judgement: Judgement, sentence: Sentence, at: int, scene: Scene, judge: Judging) -> Judgement:
    """Judge a number that does not fit again: by the other exchanges its words may mean.

    Args:
        at: the atom of the number.
        judge: gives the judgement by other rows.
    """
    if judgement.verdict != "false":
        return judgement
    own_day = _has_own_day(sentence, scene)
    candidates = _of_other_days(sentence, scene, judgement) if own_day else _candidates(sentence, scene)
    told = [judge([e]) for e in candidates]
    right = [one for one in told if one.verdict == "true"]
    if right:
        return right[-1]
    if not own_day and _looks_elsewhere(sentence) and not scene.anchors(sentence):
        return Judgement("unknown", _("The record holds no exchange that this could be said of."))
    return judgement


def _has_own_day(sentence: Sentence, scene: Scene) -> bool:
    """Does the sentence give the day of an exchange itself?"""
    return any(_day(sentence.atoms[at].value) for at, _rows in scene.anchors(sentence))


def _day(said: object) -> bool:
    return not (isinstance(said, Said) and said.day is None and said.month is not None)


def _of_other_days(sentence: Sentence, scene: Scene, judgement: Judgement) -> list[Exchange]:
    """ "None *since 25 June*, which freed ninety of each side, until 24 August": the other day of two."""
    rows = {e.id: e for a in sentence.atoms if a.tag == "d" for e in scene.rows_of(a.value, sentence)}
    return [e for e in rows.values() if e not in judgement.exchanges and e not in scene.main]


def _looks_elsewhere(sentence: Sentence) -> bool:
    text = _text(sentence).removeprefix(" then")  # "Then nine bodies came": a sequence, no other day
    text = text.replace(" weekend", "")  # the report's own
    return any(f" {word}" in text for word in _ELSEWHERE)


def _candidates(sentence: Sentence, scene: Scene) -> list[Exchange]:
    """The exchanges, other than the one reported, that the sentence or those before it may mean."""
    rows = {e.id: e for e in (*_of_months(sentence, scene), *_told_before(sentence, scene))}
    if _looks_elsewhere(sentence):
        rows |= {e.id: e for e in _near(scene)}
    elif any(f" {words}" in _text(sentence) for words in _LAST_ONE):
        rows |= {e.id: e for e in _the_last(scene)}
    return [e for e in rows.values() if e not in scene.main]


def _of_months(sentence: Sentence, scene: Scene) -> Iterator[Exchange]:
    for atom in sentence.atoms:
        if atom.tag == "d" and not _day(atom.value):
            period = scene.place(atom.value)
            for e in scene.history or ():
                if period and period.first <= e.date.earliest <= period.last:
                    yield e


def _told_before(sentence: Sentence, scene: Scene) -> Iterator[Exchange]:
    for index in range(max(0, sentence.index - SENTENCES_BACK), sentence.index):
        before = scene.sentences[index]
        yield from _of_months(before, scene)
        for _at, rows in scene.anchors(before):
            yield from rows


def _text(sentence: Sentence) -> str:
    return " " + " ".join(a.text for a in sentence.atoms)


def _the_last(scene: Scene) -> list[Exchange]:
    """The exchange before the one reported; all handovers of its day."""
    first = min((e.date.earliest for e in scene.main), default=scene.day)
    before = [e for e in scene.history or () if e.date.earliest < first]
    last = max((e.date.earliest for e in before), default=None)
    return [e for e in before if e.date.earliest == last]


def _near(scene: Scene) -> Iterator[Exchange]:
    """The exchanges of the weeks around the one reported."""
    for e in scene.history or ():
        if abs(scene.day - e.date.earliest) <= 3 * RECENT:
            yield e
