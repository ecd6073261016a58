"""Numbers of exchanges within a stretch of days, a series or a year."""

from datetime import timedelta

from repatria.claims.claim import Found, Judgement
from repatria.claims.find.ordinal_words import Mention
from repatria.claims.judge import cite
from repatria.claims.scene.scene import Scene
from repatria.claims.words.dates import Said
from repatria.claims.words.tagging import Match, Sentence
from repatria.i18n import _


def in_window(sentence: Sentence, mention: Mention, window: Said, scene: Scene) -> Found | None:
    """Give "the second exchange in two days", judged; None for a first one."""
    rows = scene.focus(sentence, mention.at)
    length, n = window.back, mention.numbers[0]
    if length is None or n < 2:
        return None
    days = round(length.in_months * 30.44)
    start, stop = sentence.span(mention.first, mention.last)
    end = next((a.end for a in sentence.atoms[mention.last + 1 :][:3] if a.tag == "u"), stop)
    value = {"n": n, "scope": f"in {days} days"}
    if not rows or scene.history is None:
        judgement = Judgement("unknown", _("The record holds no exchange that this could be said of."))
    else:
        last = rows[-1].date.earliest
        # "In a week" may count both ends.
        counts = {
            len({e.date for e in scene.history if first < e.date.earliest <= last})
            for first in (last - timedelta(days=days), last - timedelta(days=days + 1))
        }
        text = _("The record has {n} exchanges in {days} days.").format(n=max(counts), days=days)
        judgement = cite.judged("true" if n in counts else "false", text, [rows[-1]])
    return Found("ordinal", start, end, value, judgement, sentence.index)


def stages(sentence: Sentence, mention: Mention, scene: Scene) -> Found | None:
    """ "the last of nine stages": how long the series is."""
    n = mention.numbers[0]
    dated = [a.value for a in sentence.atoms[: mention.first] if a.tag == "d"]
    rows = scene.rows_of(dated[-1], sentence) if dated else scene.focus(sentence, mention.first)
    series = rows[-1].tags.series if rows else None
    value = {"n": n, "scope": f"series {series}" if series else "series"}
    start, end = sentence.span(mention.first, mention.last)
    if not series or scene.history is None:
        judgement = cite.judged("unknown", _("It is not part of a series in the record."), rows)
    else:
        whole = scene.history.series(series)
        text = _("The series had {n} stages.").format(n=len(whole))
        right = n == len(whole) and whole[-1].id == rows[-1].id
        judgement = cite.judged("true" if right else "false", text, [whole[-1]])
    return Found("ordinal", start, end, value, judgement, sentence.index)


def rate(m: Match, scene: Scene) -> Found | None:
    """ "Prisoner exchanges have been rare": how many there were in the year before."""
    if scene.history is None or "x" not in m.sentence.tags[: m.match.end()]:
        return None
    word = m.atoms[-1].text
    first = m.sentence.tags.rindex("x", 0, m.match.end())
    start, end = m.sentence.span(first, m.match.end() - 1)
    year = [e for e in scene.history if (scene.as_of - e.date.earliest).days <= 365]
    text = _("{n} handovers in the year before, by the record.").format(n=len(year))
    rare = not any(w in word for w in ("frequent", "regular", "common", "част", "регулярн")) or "infrequent" in word
    stands = len(year) < 3 if rare else len(year) >= 6
    judgement = cite.judged("true" if stands else "false", text, scene.main)
    return Found("ordinal_or_rate", start, end, word, judgement, m.sentence.index)
