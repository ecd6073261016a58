"""What a report is about: which day, and which exchange each sentence speaks of."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property

from repatria.claims.scene.by_numbers import alone_fitting, of_month, own_numbers
from repatria.claims.scene.days import (
    covers,
    day_of_series,
    joined,
    month_only,
    of_something_else,
    one_series,
    without_appositions,
)
from repatria.claims.scene.looking_back import (
    bare_last,
    free_since,
    leads_another,
    of_then,
    tells_of_previous,
)
from repatria.claims.scene.reported import reported
from repatria.claims.words import dates
from repatria.claims.words.dates import Period, Said
from repatria.claims.words.patterns import compiled
from repatria.claims.words.stretches import segment_of
from repatria.claims.words.tagging import Sentence
from repatria.history import Exchange, History

# How far back the day of an exchange reaches that a sentence without a day goes on about.
SENTENCES_BACK = 2
# By so much a report gets the day of an exchange wrong.
MISDATED = timedelta(days=2)


@dataclass(frozen=True)
class Scene:
    """A report's sentences beside the history as of its day.

    Attributes:
        history: the history of the report's conflict up to `as_of`; None for a conflict the record lacks.
        everything: the history of all conflicts up to `as_of`.
    """

    sentences: tuple[Sentence, ...]
    as_of: date
    history: History | None
    everything: History
    _anchors: dict[int, list[tuple[int, tuple[Exchange, ...]]]] = field(default_factory=dict)
    # What is said in each sentence, once it was looked for (see `speech.speeches`).
    said: dict[tuple[int, int], object] = field(default_factory=dict)

    @cached_property
    def main(self) -> tuple[Exchange, ...]:
        """The exchange the report is about: several rows where it spans several days of one agreement."""
        return reported(self.sentences, self.as_of, self.history) if self.history else ()

    @property
    def day(self) -> date:
        """The day of the main exchange, else the report's own day."""
        return self.main[-1].until if self.main else self.as_of

    @cached_property
    def conflict(self) -> str | None:
        """The name of the report's conflict."""
        return self.history.exchanges[0].conflict if self.history and len(self.history) else None

    @cached_property
    def sides(self) -> tuple[str, ...]:
        """Party codes that have a side in the report's conflict."""
        if self.history is None:
            return ()
        return tuple(dict.fromkeys(p for e in self.history for side in e.sides for p in side.parties))

    def other(self, party: str) -> str | None:
        """The other party, where there are just two sides."""
        rows = self.main or (self.history.exchanges[-1:] if self.history else ())
        for e in rows:
            if party in e.a.parties:
                return e.b.name
            if party in e.b.parties:
                return e.a.name
        return None

    def place(self, said: object, event: date | None = None) -> Period | None:
        """Find what a date means in this report."""
        assert isinstance(said, Said)
        return dates.place(said, self.as_of, event or self._event_before())

    def _event_before(self) -> date | None:
        # "Six days earlier" looks back from the exchange, wherever it stands.
        found = self.__dict__.get("main")
        return found[-1].date.earliest if found else None

    def _of_sentence_before(self, sentence: Sentence) -> tuple[Exchange, ...]:
        """What "then" means: the exchange the sentence before told of last, or called the one before."""
        anchors = self.anchors(sentence)
        if anchors:
            return anchors[-1][1]
        if since := self._since(sentence):
            return since
        if of_then(sentence) and sentence.index:
            return self._of_sentence_before(self.sentences[sentence.index - 1])
        before = self.history.first_since(self.main[0]).previous if self.main and self.history else None
        return (before,) if before and set(sentence.tags) & set("Ps") else self.main

    def _since(self, sentence: Sentence) -> tuple[Exchange, ...]:
        """The exchange before, from which a pause is counted: "the first since 24 August. *Then* 146 went home"."""
        for at, atom in enumerate(sentence.atoms):
            if atom.tag == "d" and sentence.tags[:at].rstrip("_").endswith("s"):
                rows = tuple(e for e in self.rows_of(atom.value, sentence) if e not in self.main)
                if rows:
                    return rows[-1:] if not one_series(rows) else rows
        return ()

    def _told_on(self, sentence: Sentence) -> tuple[Exchange, ...]:
        """The exchange one of the two sentences before dated, where more of this one's numbers are its own."""
        for before in reversed(self.sentences[max(0, sentence.index - SENTENCES_BACK) : sentence.index]):
            if anchors := self.anchors(before):
                rows = anchors[-1][1]
                more = own_numbers(rows, sentence) > own_numbers(self.main, sentence)
                return rows if more and rows[0] not in self.main else ()
        return ()

    def _near_a_day(self, sentence: Sentence) -> tuple[Exchange, ...]:
        """The exchange a day or two from a day that is wrong, or an agreement's, if the numbers are its own."""
        for atom in sentence.atoms:
            period = self.place(atom.value) if atom.tag == "d" else None
            if period is not None and period.exact:
                near = [e for e in self.history or () if abs(e.date.earliest - period.first) <= MISDATED]
                fitting = [e for e in near if own_numbers([e], sentence) and e not in self.main]
                if fitting:
                    return (fitting[-1],)
        return ()

    def _of_a_year(self, sentence: Sentence) -> tuple[Exchange, ...]:
        """The exchange of a year that is named ("the Easter exchange of 2025"), where only its numbers fit."""
        years = {a.value.year for a in sentence.atoms if isinstance(a.value, Said) and a.value.year}
        rows = [e for e in self.history or () if e.date.year in years and e not in self.main]
        ranked = "o" in sentence.tags  # "the sixth of 2025"
        return () if ranked or own_numbers(self.main, sentence) else alone_fitting(rows, sentence)

    def anchors(self, sentence: Sentence) -> list[tuple[int, tuple[Exchange, ...]]]:
        """The dates of a sentence that name known exchanges: place of the atom, and the exchanges."""
        if sentence.index not in self._anchors:
            found = without_appositions(list(self._find_anchors(sentence)), sentence)
            self._anchors[sentence.index] = joined(found, sentence)
        return self._anchors[sentence.index]

    def _find_anchors(self, sentence: Sentence) -> Iterable[tuple[int, tuple[Exchange, ...]]]:
        for at, atom in enumerate(sentence.atoms):
            if atom.tag == "d" and not of_something_else(sentence, at):
                rows = self.rows_of(atom.value, sentence)
                since = sentence.tags[:at].rstrip("_").endswith("s") and "I" not in sentence.tags[:at]
                since = since and not free_since(sentence, at)
                if month_only(atom.value) and tells_of_previous(sentence, at):
                    rows = tuple(e for e in rows if e not in self.main) or rows
                if rows and not (since and not _told_of_further(sentence, at)):
                    yield (
                        at,
                        of_month(rows, sentence) if month_only(atom.value) and not one_series(rows) else rows,
                    )
            elif atom.tag == "P" and sentence.tags[at + 1 : at + 2] != "x" and self.main and self.history:
                previous = self.history.first_since(self.main[0]).previous
                if previous and "d" not in sentence.tags[at:] and not bare_last(sentence, at):
                    yield at, (previous,)
            elif atom.tag == "o" and len(self.main) > 1 and day_of_series(sentence, at):
                day = atom.value if isinstance(atom.value, int) else 0
                if 0 < day <= len(self.main):
                    yield at, (self.main[day - 1],)

    def rows_of(self, said: object, sentence: Sentence) -> tuple[Exchange, ...]:
        """The exchanges on a date; of a month, those that lie in it."""
        period = self.place(said, self._told_before(said, sentence))
        if period is None or self.history is None or (period.last - period.first).days > 31:
            return ()
        rows = tuple(e for e in self.history if covers(e, period))
        if not rows and isinstance(said, Said) and said.back and said.anchor == "report":
            # "Four days ago" may look back from the exchange rather than from the report.
            return self.rows_of(replace(said, anchor="event"), sentence) if self._event_before() else ()
        return rows or tuple(e for e in self.everything if covers(e, period) and self._names(e))

    def of_period(self, period: Period) -> tuple[Exchange, ...]:
        """The exchanges of a stretch of days: of the report's conflict, or of another whose sides it names."""
        rows = (e for e in self.everything if e.date.earliest <= period.last and e.until >= period.first)
        return tuple(e for e in rows if e.conflict == self.conflict or self._names(e))

    def _told_before(self, said: object, sentence: Sentence) -> date | None:
        """The day that "a day before that" looks back from: the one that a sentence just before told of."""
        if not isinstance(said, Said) or said.anchor != "event":
            return None
        if inside := self._told_inside(said, sentence):
            return inside
        for before in reversed(self.sentences[max(0, sentence.index - SENTENCES_BACK) : sentence.index]):
            if anchors := self.anchors(before):
                first = anchors[0][1][0].date.earliest
                start = dates.place(said, self.as_of, first)
                return first if start and any(covers(e, start) for e in self.history or ()) else None
        return None

    def _told_inside(self, said: Said, sentence: Sentence) -> date | None:
        """ "On 5 March 200 came home, *the next day* 300": the day of an exchange told before in the sentence."""
        found = None
        for atom in sentence.atoms:
            if atom.value is said:
                break
            own = isinstance(atom.value, Said) and atom.value.anchor == "report"
            period = self.place(atom.value) if own else None
            if period and period.exact and any(covers(e, period) for e in self.history or ()):
                found = period.first
        return found

    @cached_property
    def _named(self) -> set[object]:
        return {atom.value for sentence in self.sentences for atom in sentence.atoms if atom.tag in "SA"}

    def _names(self, exchange: Exchange) -> bool:
        """Does the report name both sides of `exchange`?"""
        return all(self._named & set(side.parties) for side in exchange.sides)

    def focus(self, sentence: Sentence, at: int) -> tuple[Exchange, ...]:
        """The exchanges that the words at atom `at` speak of."""
        anchors = self.anchors(sentence)
        if not anchors and of_then(sentence) and sentence.index:
            return self._since(sentence) or self._of_sentence_before(self.sentences[sentence.index - 1])
        if not anchors:
            told = self._near_a_day(sentence) or self._of_a_year(sentence) or self._told_on(sentence)
            return told or self.main
        if "P" in sentence.tags[:at]:
            return min(anchors, key=lambda a: abs(a[0] - at))[1]
        segment = segment_of(sentence, at)
        inside = [a for a in anchors if a[0] in segment]
        if inside:
            return min(inside, key=lambda a: (abs(a[0] - at), leads_another(sentence, a[0], at)))[1]
        before = [a for a in anchors if a[0] < at]
        return before[-1][1] if before else self.main


def _told_of_further(sentence: Sentence, at: int) -> bool:
    """ "Since the August exchange, *in which 146 went home*": a clause that goes on about the day at atom `at`."""
    return bool(compiled(r"x?,_{0,3}\?|\?[vn]").match(sentence.tags, at + 1))
