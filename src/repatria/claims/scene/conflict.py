"""Which conflict a report is about: whose sides it names, and whose numbers it repeats."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from repatria.claims.words.numbers import Pair
from repatria.claims.words.tagging import Sentence
from repatria.claims.words.tags import Atom
from repatria.history import Exchange, History

# A report tells of an exchange of the last month, mostly of the last days.
LATEST = timedelta(days=31)
FRESH = timedelta(days=3)


def conflict_of(sentences: Sequence[Sentence], history: History, as_of: date | None) -> str | None:
    """The conflict whose two sides the report names; of equals, the one with the latest exchange."""
    named = Counter(code for s in sentences for a in s.atoms if a.tag in "SAK" for code in _codes(a.value))
    named.update({side for s in sentences if (side := side_of_ours(s, s.atoms))})
    scores = {}
    mediators = {code for e in history for code in e.mediators}
    for conflict in history.conflicts:
        rows = history.of(conflict).exchanges
        sides = [{p for e in rows for p in side(e)} for side in (_parties_of_a, _parties_of_b)]
        counts = [sum(named[p] for p in parties) for parties in sides]
        if all(counts) or any(
            named[p] > 1 and p not in mediators for p in (rows[0].a.parties[0], rows[0].b.parties[0])
        ):
            known = [e for e in rows if as_of is None or e.date.earliest <= as_of]
            latest = known[-1].date.earliest.toordinal() if known else 0
            near = as_of is not None and as_of.toordinal() - latest <= LATEST.days
            repeated = max((_repeated(e, sentences) for e in known[-3:]), default=0) if near else 0
            fresh = as_of is not None and as_of.toordinal() - latest <= FRESH.days
            leads = -_first_named(sides, sentences) if fresh else -len(sentences)
            scores[conflict] = (min(counts) > 0, near, leads, repeated, min(counts), latest, max(counts))
    return max(scores, key=lambda name: scores[name], default=None)


def _first_named(sides: Sequence[set[str]], sentences: Sequence[Sentence]) -> int:
    """The first sentence that names both sides: a report opens with what it is about."""
    for sentence in sentences:
        named = {code for a in sentence.atoms if a.tag in "SAK" for code in _codes(a.value)}
        if all(named & side for side in sides):
            return sentence.index
    return len(sentences)


# "Ours", and the side of a war that writes it in that language.
_OURS = frozenset("наших наші наши нашим нашими".split())
_SIDE_OF_OURS = {"uk": "UKR", "ru": "RUS"}


def side_of_ours(sentence: Sentence, atoms: Sequence[Atom]) -> str | None:
    """The side whose people are "ours" in `atoms`: whoever writes so in one of these languages is on that side."""
    ours = any(_OURS & set(a.text.split()) for a in atoms)
    return _SIDE_OF_OURS.get(sentence.language.code) if ours else None


def _repeated(exchange: Exchange, sentences: Iterable[Sentence]) -> int:
    """How many of an exchange's own numbers of people the report repeats."""
    said = {n for s in sentences for a in s.atoms for n in counts(a.value)}
    known = {side.total for side in exchange.sides} | {exchange.living}
    return len({n for n in known if n is not None and n > 9} & said)


def conflict_by_numbers(sentences: Sequence[Sentence], history: History, as_of: date | None) -> str | None:
    """Where no two sides are named: the conflict of an exchange just before whose numbers the report repeats."""
    if as_of is None:
        return None
    said = {n for s in sentences for a in s.atoms for n in counts(a.value)}
    named = {code for s in sentences for a in s.atoms if a.tag in "SAKL" for code in _codes(a.value)}
    fits = Counter[str]()
    for e in history:
        if timedelta(0) <= as_of - e.date.earliest <= LATEST:
            fits[e.conflict] += _evidence(e, named, said)
    best = fits.most_common(2)
    alone = len(best) == 1 or (len(best) == 2 and best[0][1] > best[1][1])
    return best[0][0] if best and best[0][1] and alone else None


def _evidence(e: Exchange, named: set[str], said: set[int]) -> int:
    """How many numbers of `e` the report repeats; none where that could be a coincidence.

    A side of the exchange, or the place of its talks, must be named too; a mediator alone needs two numbers.
    """
    known = {side.total for side in e.sides} | {e.living} | {s.number for s in e.statements}
    known |= {o.running_total for o in e.tags.ordinals}
    hits = len({n for n in known if n is not None and n > 9} & said)
    sides = {*e.a.parties, *e.b.parties, e.talks.place if e.talks else ""}
    if "RUS" in sides:
        sides.add("DNR")
    if named & sides:
        return hits
    return hits if hits > 1 and named & set(e.mediators) else 0


def counts(value: object) -> Sequence[int]:
    """The numbers that an atom says."""
    if isinstance(value, Pair):
        return value.first, value.second
    n = getattr(value, "n", None)
    return (n,) if isinstance(n, int) else ()


def _parties_of_a(exchange: Exchange) -> tuple[str, ...]:
    return exchange.a.parties


def _parties_of_b(exchange: Exchange) -> tuple[str, ...]:
    return exchange.b.parties


def _codes(value: object) -> Sequence[str]:
    return [str(value).partition("|")[0]]
