"""Finds "the 59th exchange", "the fourth this year", "its 18th mediation", and judges them by whose count it is."""

from collections.abc import Iterator
from itertools import pairwise

from repatria.claims.claim import Found
from repatria.claims.find.ordinal_counter import MEDIATIONS, counter_of
from repatria.claims.judge import ordinals as judge_ordinals
from repatria.claims.judge.ordinal_windows import in_window, rate, stages
from repatria.claims.scene.scene import Scene, segment_of
from repatria.claims.words.dates import Period, Said
from repatria.claims.words.numbers import Duration
from repatria.claims.words.tagging import Match, Sentence
from repatria.claims.words.tags import Atom
from repatria.history import Exchange

_PATTERNS = (
    # the fourth since January; since January it is the fourth
    r"(?<n>o)[_ArOxM]{0,4}s_{0,2}(?<january>d)",
    r"s_?(?<january>d)[_r,\-]{0,3}(?<n>o)",
    r"Y[_r\-]{0,3}(?<n>o)(?=[.,;]|$)",
    r"Y_?x[_r]?[_\-]{0,2}(?<n>o)(?=[.,;]|$)",
    r"(?<n>o)[_ArO]{0,4}(&[oP_])?[_]?[xM][_rM]{0,4}[CY]?",
    r"(?<n>o)_{0,2}(?<year>d)",
    r"(?<n>o)(?=a)",
    r"(?<n>o)(?=_{0,2}u_?x)",
    r"(?<=S_)(?<n>o)(?=[.,;]|$)",
    r"(?<n>o)(?<time>_)",
    r"(?<n>o)[_]{0,2}[YC]",
    r"(?<=Q)(?<n>o)(?=[.,;&_]|$)",
    r"(?<=r[_]{0,3})(?<n>o)(?=[a.,;]|$)",
    r"(?<=_-)(?<n>o)(?=[.,;]|$)",
    r"x[_rC]{0,2}(?<n>o)",
    r"x[_raSKQ]{0,7}(?<n>o)(?=[.]|$)",
    r"H[_xaSQ]{1,7}(?<given>n)(?=[.]|$)",
    r"M[_rSC]{0,2}(?<n>o)",
    r"(?<n>o)_?H",
    r"(?<n>o)[_A]{0,2}Y_?x",
    r"(?<given>n)_?H_?x",
    r"(?<![mcp])(x_?)?H_?x?(?<given>n)(?![pmckA]|[_ve]{2,3}d)",
    # exchanges seventy-two and seventy-three
    r"x(?<given>n)&_?n(?![pmckA])",
    r"(?<=y_{0,2})(?<n>o)(?=[.,;]|$)",
    r"(?<given>n)(?<mediations>M)",
    r"M_?(?<given>n)_?x",
    r"y[_C]{0,2}(?<given>n)x",
    r"P_(?<stages>n)x",
    # 2,598 freed in 48 exchanges; of exchanges there have been 55
    r"(?<=[pvA]_)(?<given>n)x",
    r"Y_?x_?(?<given>n)(?=[.,;])",
    # this makes fifty-three exchanges since the invasion; four so far in 2024; mediated eighteen times
    r"[YC][^;.nuiL]{0,5}(?<given>n)x(?!_?[YC])",
    r"(?<given>n)x[_,v]{0,3}[YC]",
    r"(?<given>n)C_{0,2}(?<year>d)",
    r"M_{0,2}(?<given>n)(?<time>_)",
    r"M[^;.npmck]{0,5}_(?<given>n)(?=[.,;&_]|$)(?!_?[pmck])",
    # the present exchange is, this year, the third
    r"x[_C]{0,3}Y_?(?<n>o)",
    r"x[_ep]{0,5}R",
)


# No count of exchanges goes further; "number 4,000" counts people.
LARGEST_NUMBER = 150


def find(scene: Scene) -> Iterator[Found]:
    """Give every claim about the number of an exchange in somebody's count, judged."""
    for sentence in scene.sentences:
        taken: set[int] = set()
        for pattern in _PATTERNS:
            for m in sentence.find(pattern):
                where = set(range(m.match.start(), m.match.end()))
                found = None if where & taken else _found(m, scene)
                if found:
                    taken |= where
                    yield found
        yield from _by_record(sentence, taken, scene)


LEAST_TELLING = 10


def _by_record(sentence: Sentence, taken: set[int], scene: Scene) -> Iterator[Found]:
    """ "Kyiv's ledger, page seventy-one": a number that is the exchange's own, however it is worded."""
    for m in sentence.find(r"o(?![iu]|x?[_v]{0,2}e)|(?<=H)n"):
        at = m.match.start()
        n = getattr(m.atoms[0].value, "n", m.atoms[0].value)
        if at in taken or not isinstance(n, int) or n < LEAST_TELLING:
            continue
        rows = scene.main if "P" not in sentence.tags[:at] else ()
        who = [o.counter for e in rows for o in e.tags.ordinals if o.number == n]
        if who:
            counter = who[0]
            start, end = m.span
            value = {"n": n, "scope": "war", "counted_by": counter}
            yield Found("ordinal", start, end, value, judge_ordinals.by_count(n, counter, rows), sentence.index)


def _found(m: Match, scene: Scene) -> Found | None:
    groups = m.match.groupdict()
    if m.match.group().endswith("R"):
        return rate(m, scene)
    if groups.get("stages"):
        return stages(m, scene)
    if (groups.get("time") and not _nth_time(m)) or (groups.get("mediations") and not _mediations(m)):
        return None
    if groups.get("january") and not _of_january(m):
        return None
    year = m.atom("year") if groups.get("year") else None
    if year is not None and not _year_alone(year.value):
        return None
    numbers: list[object] = [a.value for a in m.atoms if a.tag == "o"]
    given = m.atom("given") if groups.get("given") else None
    if given is not None:
        n = getattr(given.value, "n", None)
        if not isinstance(n, int) or n > LARGEST_NUMBER:
            return None
        numbers = [n]
    sentence, end = m.sentence, m.match.end()
    following = sentence.tags[end : end + 3]
    if not numbers or _is_since(m, following) or not isinstance(numbers[0], int):
        return None
    if (
        "i" in sentence.tags[m.match.start() : end + 1]
        or "t" in following[:2]
        or ("e" in following[:2] and "x" not in m.match.group())
    ):
        return None
    if (window := _window(m)) is not None:
        return in_window(m, numbers[0], window, scene)
    month = _month(m, scene)
    scope = str(month) if month else _scope(m, scene)
    if numbers == [1] and not set(m.match.group()) & set("xYd"):
        return None
    if numbers == [1] and scope == "war" and "w" in following + sentence.tags[end : end + 8]:
        return None
    if numbers == [1] and scope not in ("year", "series") and "k" in sentence.tags:
        return None
    counter = counter_of(m, scene)
    whole_report = "P" in sentence.tags and not (scope == "series" and scene.anchors(sentence))
    rows = scene.main if whole_report else scene.focus(sentence, m.match.start())
    rows = (given is not None and _by_then(m, scene)) or rows
    judgement = (
        judge_ordinals.of_month(numbers[0], month, rows, scene)
        if month
        else judge_ordinals.judged(numbers, scope, counter, rows, scene)
    )
    value: dict[str, object] = {"n": numbers[0] if len(numbers) == 1 else numbers, "scope": scope}
    if counter:
        value["counted_by"] = counter
    start, stop = m.span
    return Found("ordinal", start, stop, value, judgement, sentence.index)


_BY = ("by", "к", "до", "на", "بحلول", "حتي")


def _by_then(m: Match, scene: Scene) -> tuple[Exchange, ...]:
    """ "*By 27 October* there had been 28 exchanges": the last one up to that day."""
    for i in range(1, m.match.start() + 1):
        atom, before = m.sentence.atoms[i], m.sentence.atoms[i - 1]
        period = scene.place(atom.value) if atom.tag == "d" and before.text in _BY else None
        if period is not None:
            return tuple(e for e in scene.history or () if e.date.earliest <= period.last)[-1:]
    return ()


def _nth_time(m: Match) -> bool:
    """ "The Emirates mediated, for the sixteenth *time*"."""
    last = m.atoms[-1].text
    return last in ("time", "раз", "разу", "مره") and "M" in m.sentence.tags


def _mediations(m: Match) -> bool:
    """ "Eighteen *mediations*", not "two *go-betweens*"."""
    word = m.atom("mediations")
    return word is not None and word.text.startswith(MEDIATIONS)


def _of_january(m: Match) -> bool:
    said, nth = m.atom("january"), m.atom("n")
    if nth is None or nth.value == 1:
        return False  # "the first since January" is a claim of rank
    return said is not None and isinstance(said.value, Said) and said.value.month == 1


def _year_alone(said: object) -> bool:
    return isinstance(said, Said) and said.year is not None and said.month is None and said.back is None


def _is_since(m: Match, following: str) -> bool:
    """ "first exchange since 23 July" is a claim of rank, not of number."""
    numbers = [a.value for a in m.atoms if a.tag == "o"]
    return numbers == [1] and ("s" in following or "I" in following or "u" in following)


# "The first part of the exchange" numbers the days of one agreement.
_PARTS = ("part", "phase", "half", "половин", "نصف", "частин", "част", "фаз", "جزء", "الجزء", "مرحله", "المرحله")


def _scope(m: Match, scene: Scene) -> str:
    sentence = m.sentence
    if m.match.groupdict().get("january"):
        return "year"
    segment = segment_of(sentence, m.match.end() - 1)
    before = range(m.match.start()) if "P" in sentence.tags else range(segment.start, m.match.start())
    places = [*range(m.match.start(), segment.stop), *before]
    for i in places:
        atom = sentence.atoms[i]
        near = i <= m.match.end() + 2
        of_year = atom.tag in "ui" and atom.text in ("года", "року", "year", "العام") and near
        if of_year or (atom.tag == "d" and _year_alone(atom.value) and near):
            return "year"
        if atom.tag == "Y":
            return {"year": "year", "last": "year", "since_last": "mediations"}.get(str(atom.value), "war")
    if any(a.text.startswith(_PARTS) for a in m.atoms):
        return "series"
    words = {a.text for a in m.atoms if a.tag == "x"}
    if words & {"stage", "stages"} or any(w.startswith(("етап", "этап")) for w in words):
        return "series"
    return "war"


def _month(m: Match, scene: Scene) -> Period | None:
    """ "the second exchange *in August*"."""
    behind = m.sentence.atoms[m.match.end() : m.match.end() + 2]
    for atom in behind:
        if atom.tag == "d" and isinstance(atom.value, Said) and atom.value.month and atom.value.day is None:
            return scene.place(atom.value)
        if atom.tag != "_":
            return None
    return None


def _window(m: Match) -> Said | None:
    """ "the second exchange *in two days*"."""
    behind = m.sentence.atoms[m.match.end() : m.match.end() + 3]
    for atom in behind:
        if atom.tag == "u" and isinstance(atom.value, Duration) and atom.value.unit in ("day", "week", "month"):
            return Said(back=atom.value)
        if atom.tag not in "_s":
            break
    return _month_before(m)


def _month_before(m: Match) -> Said | None:
    """ "*In a month* this exchange is the fourth"."""
    before = m.sentence.atoms[max(0, m.match.start() - 4) : m.match.start()]
    for word, atom in pairwise(before):
        if word.text in ("за", "in", "خلال") and atom.tag in "iu" and _unit_of(atom) == "month":
            return Said(back=Duration(1, "month"))
    return None


def _unit_of(atom: Atom) -> object:
    return atom.value.unit if isinstance(atom.value, Duration) else atom.value
