"""A report, read and checked."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from repatria.claims import consistency, quotations, unsaid
from repatria.claims.claim import Claim, Found
from repatria.claims.consistency import Contradiction
from repatria.claims.find import (
    attributions,
    breakdowns,
    dates,
    halves,
    largest,
    mediators,
    ordinals,
    places,
    quantities,
    ranks,
    shares,
    sorts,
    war_age,
)
from repatria.claims.quotations import QuotedWords
from repatria.claims.scene import dateline
from repatria.claims.scene.conflict import conflict_by_numbers, conflict_of
from repatria.claims.scene.scene import Scene
from repatria.claims.unsaid import Unsaid
from repatria.claims.words import answers
from repatria.claims.words.reading import Reading, read
from repatria.claims.words.tagging import Sentence, tag
from repatria.history import History
from repatria.i18n import _

# A text without any of these words (exchange, mediator, captivity, held, handed over) is about something else.
_OF_EXCHANGES = set("xXMqhgF")
# Characters of a report that are read; a longer one is cut, and the answer says so.
LONGEST_TEXT = 200_000

_FINDERS: tuple[Callable[[Scene], Iterator[Found]], ...] = (
    quantities.find,
    breakdowns.find,
    shares.find,
    halves.find,
    sorts.find,
    ranks.find,
    largest.find,
    ordinals.find,
    war_age.find,
    dates.find,
    mediators.find,
    places.find,
    attributions.find,
)


@dataclass(frozen=True, slots=True)
class Report:
    """What the public record says of a report, claim by claim.

    Attributes:
        text: the text that offsets point into.
        as_of: the report's day; None where nothing tells it.
        how_dated: how that day was found out.
        languages: codes of the languages that were read, the most frequent first.
        notes: what a reader must know: a second date, an unreadable language, letters used as digits.
        quotations: quotations compared with the stored words of their speakers.
    """

    text: str
    as_of: date | None
    how_dated: str
    languages: tuple[str, ...]
    conflict: str | None
    claims: tuple[Claim, ...]
    contradictions: tuple[Contradiction, ...]
    cannot_be_checked: tuple[Unsaid, ...]
    notes: tuple[str, ...] = ()
    quotations: tuple[QuotedWords, ...] = ()

    def document(self, name: str = "", with_text: bool = False) -> dict[str, object]:
        """The report as in the program's JSON answer."""
        document: dict[str, object] = {
            "report": name,
            "as_of": self.as_of and self.as_of.isoformat(),
            "how_dated": self.how_dated,
            "language": "+".join(self.languages) or None,
            "conflict": self.conflict,
            "notes": list(self.notes),
            "claims": [claim.document() for claim in self.claims],
            "contradictions": [c.document() for c in self.contradictions],
            "cannot_be_checked": [u.document() for u in self.cannot_be_checked],
            "quotations": [q.document() for q in self.quotations],
        }
        if with_text:
            document["text"] = self.text
        return document


def check(text: str, history: History, as_of: date | None = None, page_date: date | None = None) -> Report:
    """Read `text` and check every claim in it against `history`.

    Args:
        text: the report; offsets of the answer are Python offsets into it.
        history: the public record.
        as_of: the report's day, where the caller knows it.
        page_date: the day its web page gives, where it comes from one.
    """
    reading = read(text[:LONGEST_TEXT])
    sentences = tuple(tag(reading))
    conflict = conflict_of(sentences, history, as_of)
    of_conflict = history.of(conflict) if conflict else history
    dated = dateline.find(sentences, of_conflict, as_of, page_date)
    scene = _scene(sentences, history, dated.day)
    found = _found(scene)
    claims = tuple(_claim(f, reading) for f in found)
    quoted = tuple(quotations.find(reading.original, scene))
    return Report(
        text=text,
        as_of=dated.day,
        how_dated="; ".join([dated.how, *dated.doubts]),
        languages=_languages(sentences),
        conflict=scene.conflict,
        claims=claims,
        contradictions=tuple(consistency.find(found, scene, reading)),
        cannot_be_checked=tuple(unsaid.find(scene, reading, quoted)),
        notes=tuple(_notes(text, reading, scene, claims)),
        quotations=quoted,
    )


def _scene(sentences: tuple[Sentence, ...], history: History, day: date | None) -> Scene:
    conflict = conflict_of(sentences, history, day) or conflict_by_numbers(sentences, history, day)
    if day is None:
        return Scene(sentences, history.exchanges[-1].until, None, history.at(date.min))
    known = history.at(day)
    of_conflict = known.of(conflict) if conflict in known.conflicts and conflict else None
    return Scene(sentences, day, of_conflict, known)


def _found(scene: Scene) -> list[Found]:
    of_exchanges = any(set(s.tags) & _OF_EXCHANGES for s in scene.sentences)
    homecoming = bool(scene.main) and any("v" in s.tags and set(s.tags) & set("pmckA") for s in scene.sentences)
    if not of_exchanges and not homecoming:
        return []
    whole = replace(scene, sentences=tuple(answers.joined(scene.sentences)), _anchors={}, said={})
    all_found = (f for finder in _FINDERS for f in finder(whole))
    found = [f for one in all_found if (f := answers.own(one, scene.sentences, whole.sentences))]
    return sorted(_without_repeats(_counted_once(found)), key=lambda f: (f.start, f.end, f.claim_type))


def _counted_once(found: list[Found]) -> list[Found]:
    """The number of an exchange ("the tally of mediations to seven") is no number of people as well."""
    numbered = [f for f in found if f.claim_type == "ordinal"]
    return [f for f in found if f.claim_type not in _OF_PEOPLE or not any(_same_words(f, o) for o in numbered)]


_OF_PEOPLE = ("total", "per_side", "breakdown", "still_in_captivity")


def _same_words(one: Found, other: Found) -> bool:
    inside = one.start <= other.start and other.end <= one.end
    return one.sentence == other.sentence and (inside or (other.start <= one.start and one.end <= other.end))


def _without_repeats(found: list[Found]) -> Iterator[Found]:
    """Of two claims of one type on overlapping words, the first found stands."""
    kept: dict[tuple[str, int], list[Found]] = {}
    for f in found:
        near = kept.setdefault((f.claim_type, f.sentence), [])
        if not any(k.start < f.end and f.start < k.end for k in near):
            near.append(f)
            yield f


def _claim(found: Found, reading: Reading) -> Claim:
    start, end = reading.span(found.start, found.end)
    return Claim(
        claim_type=found.claim_type,
        text_span=reading.original[start:end],
        start=start,
        end=end,
        value=found.value,
        verdict=found.judgement.verdict,
        because=found.judgement.because,
        exchanges=found.judgement.exchanges,
    )


def _languages(sentences: tuple[Sentence, ...]) -> tuple[str, ...]:
    codes = [s.language.code for s in sentences]
    return tuple(sorted(set(codes), key=lambda code: -codes.count(code)))


def _notes(text: str, reading: Reading, scene: Scene, claims: tuple[Claim, ...]) -> Iterator[str]:
    if len(text) > LONGEST_TEXT:
        yield _("Only the first {n} characters were read.").format(n=LONGEST_TEXT)
    if reading.lookalikes:
        yield _("Some numbers are written with letters that look like digits; they were read as digits.")
    if not scene.sentences and reading.plain.strip():
        yield _("No language that can be read: English, Ukrainian, Russian or Arabic.")
    if claims and scene.history is None:
        yield _("The record holds no exchange of this conflict up to that day: nothing can be confirmed.")
