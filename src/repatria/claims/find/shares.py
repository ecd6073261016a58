"""Finds which share of the people is of a kind where no number says it: "half of those freed were civilians"."""

from collections.abc import Iterator, Sequence

from repatria.claims.claim import Found, Judgement
from repatria.claims.counts.categories import kind_of
from repatria.claims.find.sorts import FOUGHT_AT
from repatria.claims.judge import cite
from repatria.claims.scene.scene import Scene
from repatria.claims.scene.speech import speeches
from repatria.claims.words.languages import people
from repatria.claims.words.tagging import Sentence
from repatria.history import Exchange
from repatria.i18n import _

FARTHEST_KIND = 7
# A share within this of the record's is told by the word for it.
NEAR = 0.025
SOME, MOST, BOTH = "some", "most", "both"
Share = float | str

_FRACTIONS = {
    1 / 2: "half половина половину половини половины نصف نصفهم ونصفهم",
    1 / 3: "третина третину треть ثلث ثلثهم وثلثهم",
    1 / 4: "quarter чверть четверть ربع ربعهم وربعهم",
}
_WORDS: dict[str, Share] = {word: share for share, words in _FRACTIONS.items() for word in words.split()}
_WORDS |= dict.fromkeys(
    "most majority mostly mainly chiefly largely здебільшого більшість переважна переважно большинство "
    "преимущественно معظم معظمهم ومعظمهم غالبيه غالبيتهم اغلب اغلبهم واغلبهم".split(),
    MOST,
)
_WORDS |= dict.fromkeys(
    "some several частина частину дехто деякі деяких часть некоторые некоторых بعض بعضهم وبعضهم".split(), SOME
)
_WORDS |= dict.fromkeys("both обидва обидві обоє оба обе обои обоих كلا كلتا".split(), BOTH)
# "A *fifth* of them", "п'ята *частина*": an ordinal before the word for a part, or before those it is a part of.
_PART = frozenset("частина частину часть".split())
# A place or a fate is no kind of people; of these a share came home or was held.
_OF_PEOPLE = frozenset(
    "women men children officers other_ranks conscripts wounded ill medics clergy foreigners sailors marines "
    "pilots commanders police border_guard national_guard paratroopers rescuers under_25 life_terms "
    "missing_before".split()
)


def find(scene: Scene) -> Iterator[Found]:
    """Give every such claim, judged."""
    for sentence in scene.sentences:
        said = speeches(sentence, scene)
        for at in range(len(sentence.atoms)):
            share = _share(sentence, at)
            if share == SOME and any(speech.covers(at) for speech in said):
                continue  # told with the saying
            end = _kind(sentence, at, share) if share is not None else None
            if share is not None and end is not None:
                yield _found(sentence, (at, end), share, scene)


def _share(sentence: Sentence, at: int) -> Share | None:
    atom = sentence.atoms[at]
    if atom.tag == "_":
        return None if sentence.tags[at - 1 : at] in ("o", "N") else _WORDS.get(atom.text)
    following = sentence.atoms[at + 1 : at + 2]
    of_them = any(a.tag == "O" or a.text in _PART for a in following)
    nth = getattr(atom.value, "n", atom.value)
    return 1 / nth if atom.tag == "o" and of_them and isinstance(nth, int) and nth > 2 else None


def _kind(sentence: Sentence, at: int, share: Share) -> int | None:
    """Where the kind of people stands whose share is told; None where the words are about something else."""
    if not set(sentence.tags) & set("OpvhqgjxXWS"):
        return None
    for i in range(at + 1, min(at + FARTHEST_KIND, len(sentence.tags))):
        tag, between = sentence.tags[i], sentence.tags[at + 1 : i]
        if tag in ";.n?yNx&,":
            return None
        told_of_whole = bool(set(between) & set("pv") or ("O" in between and tag != "m"))
        if tag == "c" or (tag == "m" and told_of_whole) or (tag == "k" and _of_people(sentence, i)):
            linked = between == "_" and (share != SOME or sentence.atoms[i - 1].text in people.COPULAS)
            near = told_of_whole or between in ("", "-") or linked
            counted = "n" in sentence.tags[i + 1 : i + 4]
            return i if near and not counted and not _speaks(sentence, i) else None
    return None


def _of_people(sentence: Sentence, at: int) -> bool:
    return sentence.atoms[at].value in _OF_PEOPLE | FOUGHT_AT


def _speaks(sentence: Sentence, at: int) -> bool:
    """ "Some officers *say*": a speaker, not a part of those who came home."""
    return "y" in sentence.tags[at + 1 : at + 3] or "y" in sentence.tags[max(0, at - 1) : at]


def _found(sentence: Sentence, span: tuple[int, int], share: Share, scene: Scene) -> Found:
    first, last = span
    kind = kind_of(sentence.atoms[last])
    start, end = sentence.span(first, last)
    rows = scene.focus(sentence, first)
    return Found("breakdown", start, end, {"": {kind: share}}, _judged(share, kind, rows), sentence.index)


def _judged(share: Share, kind: str, rows: Sequence[Exchange]) -> Judgement:
    if any(_agrees(share, n, whole) for n, whole in _of_kind(kind, rows)):
        return cite.judged("true", _("The record has this detail."), rows)
    return cite.judged("unknown", _("This detail is not in the record."), rows)


def _of_kind(kind: str, rows: Sequence[Exchange]) -> Iterator[tuple[int, int]]:
    """How many of a kind came back to each side, and how many in all."""
    for side in (side for e in rows for side in e.sides):
        own = {"civilians": side.civilians, "military": side.military}.get(kind)
        if own and side.total:
            yield own, side.total
    for e in rows:
        for said in e.statements:
            whole = e.side_of(said.party) if said.category == kind and said.party else None
            if said.number and whole and whole.total:
                yield said.number, whole.total


def _agrees(share: Share, n: int, whole: int) -> bool:
    if share == SOME:
        return False  # some of a kind: what is told of them is more than that there were some
    if share == BOTH:
        return n == BOTH_ARE
    if share == MOST:
        return whole / 2 < n < whole
    return isinstance(share, float) and abs(n / whole - share) <= NEAR


BOTH_ARE = 2
