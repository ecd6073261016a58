"""Finds exchanges of one for one that are told by the captives' names: "Griner for Bout"."""

from collections.abc import Iterator, Sequence

from repatria.claims.claim import Found, Judgement
from repatria.claims.judge import cite
from repatria.claims.scene.scene import Scene
from repatria.claims.words.languages.captives import BY_NAME
from repatria.claims.words.tagging import Sentence
from repatria.history import Exchange
from repatria.i18n import _

Named = tuple[str, str, int]
"""Name, party, atom."""


def find(scene: Scene) -> Iterator[Found]:
    """Give every such claim, judged: where captives of both sides are named."""
    for sentence in scene.sentences:
        told = sorted(_named(sentence), key=lambda one: one[2])
        parties = {party for _name, party, _at in told}
        if len(parties) > 1:
            yield _one_for_one(sentence, told, scene)


def _named(sentence: Sentence) -> Iterator[Named]:
    text, starts = "", []
    for atom in sentence.atoms:
        starts.append(len(text))
        text += f" {atom.text}"
    for (name, party), phrases in BY_NAME.items():
        place = next((text.find(p) for p in phrases if p in text), None)
        if place is not None:
            yield name, party, max(i for i, start in enumerate(starts) if start <= place)


def _one_for_one(sentence: Sentence, told: Sequence[Named], scene: Scene) -> Found:
    start, end = sentence.span(told[0][2], told[-1][2])
    value = {party: 1 for _name, party, _at in told}
    return Found("per_side", start, end, value, _judged([n for n, _p, _a in told], scene), sentence.index)


def _judged(names: Sequence[str], scene: Scene) -> Judgement:
    rows = [e for e in scene.everything if e.date.earliest <= scene.as_of and _all_in(names, e)]
    if rows:
        return cite.judged("true", _("The record has this detail."), rows)
    return Judgement("unknown", _("This detail is not in the record."))


def _all_in(names: Sequence[str], exchange: Exchange) -> bool:
    return all(name in exchange.note for name in names)
