"""Finds who said what: a named or official speaker, and what the record can be asked about."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from repatria.claims.claim import Found, Judgement
from repatria.claims.counts.item import Item
from repatria.claims.counts.quantities import items
from repatria.claims.find.attribution_worth import worth_checking
from repatria.claims.find.pointing import pointed_at
from repatria.claims.judge import attributions as judge
from repatria.claims.scene.scene import Scene
from repatria.claims.scene.speech import Speech, speeches
from repatria.claims.scene.told import told_numbers
from repatria.claims.words.tagging import Sentence
from repatria.i18n import _

# Smaller numbers turn up anywhere: one that is in the record tells nothing.
LEAST_TOLD = 10


def find(scene: Scene) -> Iterator[Found]:
    """Give every attribution, judged."""
    for sentence in scene.sentences:
        counted = items(sentence, scene)
        for speech in speeches(sentence, scene):
            said = [item for item in counted if speech.covers(item.at)]
            back = () if said else pointed_at(speech, sentence, scene)
            if back and speech.code not in ("?", "BOTH") and not speech.counter:
                yield _not_false(_found(speech, back, sentence, scene), speech)
            elif worth_checking(speech, said, _of_record(speech, sentence, scene)):
                yield _found(speech, said, sentence, scene)


def _not_false(found: Found, speech: Speech) -> Found:
    """What is only pointed at may be meant otherwise: it is never called false."""
    if found.judgement.verdict != "false":
        return found
    text = _("The record does not say what {speaker} said of this.").format(speaker=speech.name)
    return replace(found, judgement=Judgement("unknown", text))


def _of_record(speech: Speech, sentence: Sentence, scene: Scene) -> bool:
    """Is a number of people of this very exchange among the words said, however they are called?"""
    numbers = told_numbers(speech)
    rows = scene.focus(sentence, speech.first)
    told = {s.number for e in rows for s in e.statements} | {side.total for e in rows for side in e.sides}
    return any(n is not None and n >= LEAST_TOLD and n in told for n in numbers)


def _found(speech: Speech, said: Sequence[Item], sentence: Sentence, scene: Scene) -> Found:
    rows = scene.focus(sentence, speech.first)
    if said and said[0].at != speech.first:
        rows = scene.focus(sentence, said[0].at)
    start, end = sentence.span(speech.begin, speech.end)
    value = {"speaker": speech.name, "said": _content(said, speech)}
    return Found("attribution", start, end, value, judge.judged(speech, said, rows, scene), sentence.index)


def _content(said: Sequence[Item], speech: Speech) -> object:
    if not said:
        return " ".join(a.text for a in speech.sentence.atoms[speech.first : speech.last + 1])[:120]
    content: dict[str, dict[str, object]] = {}
    for item in said:
        content.setdefault(item.party or "", {})[judge.kind_of(item, speech)] = item.number.n or item.number.how
    return content
