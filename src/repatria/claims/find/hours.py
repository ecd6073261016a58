"""Finds an exchange of the report's own day that is told by an hour, and no day."""

from collections.abc import Iterator

from repatria.claims.claim import Found
from repatria.claims.judge import cite
from repatria.claims.scene.scene import Scene
from repatria.claims.words.languages import days
from repatria.claims.words.languages.time_words import says
from repatria.claims.words.patterns import compiled
from repatria.claims.words.tagging import Sentence
from repatria.i18n import _

# What else such a clause may be about: a number, talks, a speaker, something denied.
_SOMETHING_ELSE = set("nFNtKjhw")


def by_the_hour(sentence: Sentence, scene: Scene, seen: set[str]) -> Iterator[Found]:
    """ "By the afternoon the exchange had taken place", "by evening it was over": on the report's own day."""
    tags = "".join(";" if a.text == ":" else a.tag for a in sentence.atoms)  # a label may have lost its colon
    for m in compiled("[^.;&]+").finditer(tags):
        if not _took_place(sentence, m.start(), m.end()):
            continue
        rows = [e for e in scene.main if e.date.holds(scene.as_of)]
        start, end = sentence.span(m.start(), m.end() - 1)
        if rows:
            judgement = cite.judged("true", _("It took place on the report's day."), rows)
        else:
            judgement = cite.judged("unknown", _("The record has none on the report's day."), scene.main)
        seen |= {e.id for e in rows}
        yield Found("date_of_exchange", start, end, scene.as_of.isoformat(), judgement, sentence.index)


def _took_place(sentence: Sentence, first: int, end: int) -> bool:
    """Does a clause say that the exchange, or "it", was done by an hour of the day?"""
    tags = sentence.tags[first:end]
    words = " ".join(a.text for a in sentence.atoms[first:end])
    done = "e" in tags or says(words, days.COMPLETED)
    before = (
        "e" in tags and "x" in sentence.tags[:first]
    )  # "the exchange was not long in coming and took place by noon"
    exchange = before or bool(set(tags) & set("xlr")) or says(words, days.PROCEDURE)
    return done and exchange and says(words, days.HOURS) and not set(tags) & _SOMETHING_ELSE
