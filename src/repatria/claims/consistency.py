"""Does the report contradict itself? Sums and parts, ranks and intervals, age and date, authors."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from repatria.claims.claim import Found
from repatria.claims.counts.item import Item
from repatria.claims.scene.scene import Scene
from repatria.claims.words.patterns import compiled
from repatria.claims.words.reading import Reading
from repatria.i18n import _


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two places of a report that cannot both stand."""

    between: tuple[str, str]
    spans: tuple[tuple[int, int], tuple[int, int]]
    why: str

    def document(self) -> dict[str, object]:
        """As in the program's JSON answer."""
        return {"between": list(self.between), "spans": [list(span) for span in self.spans], "why": self.why}


def find(found: Sequence[Found], scene: Scene, reading: Reading) -> Iterator[Contradiction]:
    """Give every contradiction of the report with itself."""
    for rule in (_sums, _sum_as_side, _rank_and_interval, _two_intervals):
        for one, other, why in rule(found):
            yield _between((one.start, one.end), (other.start, other.end), why, reading)
    yield from _age_and_date(found, scene, reading)
    yield from _authors(reading)


Pair = tuple[Found, Found, str]


def _between(one: tuple[int, int], other: tuple[int, int], why: str, reading: Reading) -> Contradiction:
    spans = reading.span(*one), reading.span(*other)
    texts = tuple(reading.original[start:end] for start, end in spans)
    return Contradiction((texts[0], texts[1]), spans, why)


def _items(found: Found) -> list[Item]:
    return [part for part in found.parts if isinstance(part, Item)]


def _sums(found: Sequence[Found]) -> Iterator[Pair]:
    """ "75 for 75 ... 146 in all": parts of one exchange against the sum that is said of it."""
    sides: dict[int, list[Found]] = {}
    for f in found:
        if f.claim_type in ("per_side", "breakdown") and _both_sides(f):
            sides.setdefault(f.sentence, []).append(f)
    for total in (f for f in found if f.claim_type == "total" and isinstance(f.value, int)):
        if not _says_sum(total):
            continue
        closest = _closest(total, sides)
        if closest is None:
            yield from _one_by_one(total, found)
            continue
        parts = [s for s in sides[closest.sentence] if s.claim_type == closest.claim_type and _same_rows(s, total)]
        sums = {_sum(part) for part in parts} | {sum(_sum(part) for part in parts)}
        if total.value not in sums and not _is_part(total, sums):
            why = _("the parts sum to {parts}, the report says {total}").format(parts=max(sums), total=total.value)
            yield closest, total, why


def _one_by_one(total: Found, found: Sequence[Found]) -> Iterator[Pair]:
    """ "108 came home ... Russia received 110 ... with 208 freed": each side told on its own."""
    by_party: dict[str | None, Found] = {}
    for f in found:
        items = _items(f)
        if f.claim_type == "per_side" and len(items) == 1 and items[0].party and _same_rows(f, total):
            by_party.setdefault(items[0].party, f)
    parts = sum(_sum(f) for f in by_party.values())
    if len(by_party) == 2 and parts != total.value:
        why = _("the parts sum to {parts}, the report says {total}").format(parts=parts, total=total.value)
        yield next(iter(by_party.values())), total, why


def _says_sum(total: Found) -> bool:
    """Is it said to be the sum ("in all"), or no number of the record either? Others may count something else."""
    return any(item.in_all for item in _items(total)) or total.judgement.verdict == "false"


def _closest(total: Found, sides: dict[int, list[Found]]) -> Found | None:
    """The numbers by side nearest to a sum, of the same exchange."""
    for distance in range(_REACH + 1):
        for sentence in (total.sentence - distance, total.sentence + distance):
            for side in sides.get(sentence, ()):
                if _same_rows(side, total):
                    return side
    return None


_REACH = 8


def _is_part(total: Found, sums: set[int]) -> bool:
    """A sum that is also called the number of one side is another contradiction."""
    return isinstance(total.value, int) and any(2 * total.value == s for s in sums)


def _same_rows(one: Found, other: Found) -> bool:
    mine = {e.id for e in one.judgement.exchanges}
    return mine == {e.id for e in other.judgement.exchanges}


def _both_sides(found: Found) -> bool:
    parties = {item.party for item in _items(found)}
    return len(parties - {None}) > 1 or any(item.each for item in _items(found))


def _sum(found: Found) -> int:
    total = 0
    for item in _items(found):
        total += (item.number.n or 0) * (2 if item.each and not item.party else 1)
    return total


def _sum_as_side(found: Sequence[Found]) -> Iterator[Pair]:
    """One number is once both sides together and once one side's."""
    sides: dict[int | None, Found] = {}
    for f in found:
        if f.claim_type == "per_side":
            for item in _items(f):
                sides.setdefault(item.number.n, f)
    seen: set[int] = set()
    for total in (f for f in found if f.claim_type == "total"):
        n = total.value
        if isinstance(n, int) and n not in seen and n in sides:
            seen.add(n)
            why = _("{n} is both sides together in one place and one side in the other").format(n=n)
            yield total, sides[n], why


def _rank_and_interval(found: Sequence[Found]) -> Iterator[Pair]:
    """The first in months cannot be the largest of those same months."""
    firsts = [f for f in found if f.claim_type == "first_since"]
    ranks = [
        f
        for f in found
        if f.claim_type == "largest_since" and isinstance(f.value, dict) and f.value.get("since") != "war"
    ]
    for first in firsts[:1]:
        for rank in ranks[:1]:
            yield first, rank, _("if it is the first in that time, there is none to compare it with")


def _two_intervals(found: Sequence[Found]) -> Iterator[Pair]:
    """Two different exchanges are called the one before."""
    firsts = [f for f in found if f.claim_type == "first_since" and isinstance(f.value, dict)]
    for one, other in pairwise(firsts):
        mine, theirs = (f.value.get("since") if isinstance(f.value, dict) else None for f in (one, other))
        if mine and theirs and not (mine.startswith(theirs) or theirs.startswith(mine)):
            yield one, other, _("two different exchanges are called the one before")


def _age_and_date(found: Sequence[Found], scene: Scene, reading: Reading) -> Iterator[Contradiction]:
    """The age of the war against what dates the report."""
    wrong = [f for f in found if f.claim_type == "months_of_war" and f.judgement.verdict == "false"]
    for age in wrong:
        anchor = next(
            (f for f in found if f.claim_type in ("attribution", "date_announced", "date_of_exchange")), None
        )
        if anchor is None:
            continue
        why = _("the war was not that old on {day}, which dates the report").format(day=scene.as_of)
        yield _between((age.start, age.end), (anchor.start, anchor.end), why, reading)


_BYLINE = compiled(r"(?m)^\s*By ([A-Z][\p{L}.'-]+(?: [A-Z][\p{L}.'-]+)+)[^\n]*")
_CREDIT = compiled(r"\(?(?:Reporting|Writing) by ([A-Z][\p{L}.'-]+(?: [A-Z][\p{L}.'-]+)+)[^\n)]*\)?")


def _authors(reading: Reading) -> Iterator[Contradiction]:
    """Byline against credit line."""
    text = reading.original
    byline, credit = _BYLINE.search(text), _CREDIT.search(text)
    if byline and credit and byline.group(1) not in credit.group():
        start, end = byline.start(), byline.end()
        start += len(text[start:end]) - len(text[start:end].lstrip())
        yield Contradiction(
            (text[start:end], credit.group()),
            ((start, end), credit.span()),
            _("byline and credit line name different authors"),
        )
