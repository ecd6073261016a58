"""Which exchanges a number is said of: the one reported, those the sentence dates, or the one told of before."""

from collections.abc import Iterator, Sequence

from repatria.claims.find.ordinal_words import Mention
from repatria.claims.scene.looking_back import of_then
from repatria.claims.scene.scene import Scene
from repatria.claims.words.languages import counting
from repatria.claims.words.patterns import compiled
from repatria.claims.words.stretches import segment_of
from repatria.claims.words.tagging import Sentence
from repatria.history import Exchange

Rows = Sequence[Exchange]
SENTENCES_BACK = 2


def rows_of(sentence: Sentence, mention: Mention, counted: str, scene: Scene) -> Rows:
    """The exchanges that the number is said of."""
    whole_report = "P" in sentence.tags and not (counted == "series" and scene.anchors(sentence))
    rows: Rows = scene.main if whole_report else scene.focus(sentence, mention.at)
    if len(mention.numbers) > 1:
        dated = {e.id for _at, told in scene.anchors(sentence) for e in told}
        days = [e for e in scene.main if e.id in dated]
        rows = days if len(days) == len(mention.numbers) else rows  # "Thursday's is the 72nd and Friday's the 73rd"
    if mention.kind == "count":
        rows = _by_then(sentence, mention.at, scene) or rows
    if counted == "series" and not any(e.tags.series for e in rows):
        return next((told for told in _told_near(sentence, scene) if told[-1].tags.series), rows)
    return _told_before(sentence, mention, rows, scene) if counted == "war" else rows


def others(sentence: Sentence, mention: Mention, rows: Rows, scene: Scene) -> Iterator[Rows]:
    """Other exchanges the number may be said of: dated or called the previous one beside it, or pointed back at."""
    told = list(_dated_beside(sentence, mention, scene))
    if not told and of_then(sentence):
        told = [near[-1:] for near in _told_near(sentence, scene)]
    yield from (one for one in told if one[0] not in rows and one[0] not in scene.main)
    if scene.main and not told and not scene.anchors(sentence):
        yield scene.main


def _dated_beside(sentence: Sentence, mention: Mention, scene: Scene) -> Iterator[Rows]:
    segment = segment_of(sentence, mention.at)
    if behind := compiled("o,_?(?<day>d)").match(sentence.tags, mention.at):
        segment = range(behind.start("day"), behind.end())  # "the 48th, on 7 August"
    ahead = sentence.tags.rfind("&", 0, mention.at) + 1
    own = {"d", "P"} & {sentence.tags[i] for i in segment}
    for i in segment if own else range(ahead, mention.at):
        if sentence.tags[i] == "d":
            yield from ((e,) for e in scene.rows_of(sentence.atoms[i].value, sentence))
        elif sentence.tags[i] == "P" and scene.main and scene.history:
            before = scene.history.first_since(scene.main[0]).previous
            yield from [(before,)] if before else []


def _told_near(sentence: Sentence, scene: Scene) -> Iterator[tuple[Exchange, ...]]:
    """The exchanges that this sentence and those just before it date, the nearest first."""
    near = scene.sentences[max(0, sentence.index - SENTENCES_BACK) : sentence.index + 1]
    for told in reversed(near):
        yield from (rows for _at, rows in scene.anchors(told))


def _told_before(sentence: Sentence, mention: Mention, rows: Rows, scene: Scene) -> Rows:
    """ "Two days earlier ... That was the 40th": the exchange told of before, where this one has no number."""
    if any(e.tags.ordinals for e in rows):
        return rows
    for told in _told_near(sentence, scene):
        if any(o.number in mention.numbers for e in told for o in e.tags.ordinals):
            return told
    return rows


def _by_then(sentence: Sentence, first: int, scene: Scene) -> Rows:
    """ "*By 27 October* there had been 28 exchanges": the last one up to that day."""
    for i in range(1, first + 1):
        atom, before = sentence.atoms[i], sentence.atoms[i - 1]
        period = scene.place(atom.value) if atom.tag == "d" and before.text in counting.BY else None
        if period is not None:
            return tuple(e for e in scene.history or () if e.date.earliest <= period.last)[-1:]
    return ()
