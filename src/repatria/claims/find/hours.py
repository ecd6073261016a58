"""Finds an exchange of the report's own day that is told by an hour, and no day."""

from collections.abc import Iterator

from repatria.claims.claim import Found
from repatria.claims.judge import cite
from repatria.claims.scene.scene import Scene
from repatria.claims.words.tagging import Sentence
from repatria.i18n import _

_TOOK_PLACE = r"x[_]{0,2}[e]|[e]x"


def by_the_hour(sentence: Sentence, scene: Scene, seen: set[str]) -> Iterator[Found]:
    """ "By the afternoon the exchange had taken place": on the report's own day."""
    for m in sentence.find(_TOOK_PLACE):
        before = sentence.tags[: m.match.start()]
        if "N" in sentence.tags or before.strip("_") != "" or not _time_of_day(sentence):
            continue
        rows = [e for e in scene.main if e.date.holds(scene.as_of)]
        start, end = sentence.span(0, m.match.end() - 1)
        if rows:
            judgement = cite.judged("true", _("It took place on the report's day."), rows)
        else:
            judgement = cite.judged("unknown", _("The record has none on the report's day."), scene.main)
        seen |= {e.id for e in rows}
        yield Found("date_of_exchange", start, end, scene.as_of.isoformat(), judgement, sentence.index)


_TIMES = (
    "afternoon evening noon midday morning nightfall dusk hours later "
    "вечора вечір вечора обіду ранку полудня пополудні вечером вечеру утром полудню обеду مساء ظهر صباح ظهرا"
).split()


def _time_of_day(sentence: Sentence) -> bool:
    words = " ".join(a.text for a in sentence.atoms).split()
    return any(word in _TIMES or word.removeprefix("ال") in _TIMES for word in words)
