"""Judges who said what: does the record have them saying it? Not whether it is so."""

from collections.abc import Sequence

from repatria.claims import figures
from repatria.claims.claim import Judgement, Verdict
from repatria.claims.counts.item import Item, detail
from repatria.claims.figures import Figure
from repatria.claims.judge import cite
from repatria.claims.judge import held as judge_held
from repatria.claims.judge import quantities as judge_quantities
from repatria.claims.scene.scene import Scene
from repatria.claims.scene.speech import Speech
from repatria.claims.scene.told import first_in_months, first_to_tell, told_numbers
from repatria.claims.words.numbers import Duration
from repatria.claims.words.tags import Atom
from repatria.history import Exchange, Statement
from repatria.history.words import party as named
from repatria.i18n import _

# Smaller numbers of "held" people are details of one exchange.
LEAST_HELD = 500


def kind_of(item: Item, speech: Speech) -> str:
    """What was counted: "all 75 people it gave up were *servicemen*"."""
    kind = item.kind or "people"
    if kind != "people" and kind != "women":
        return kind
    sentence = speech.sentence
    for i in range(item.last + 1, min(speech.last + 1, item.last + 7)):
        if sentence.tags[i] in ",;.n":
            break
        if sentence.tags[i] in "mc":
            return "military" if sentence.tags[i] == "m" else "civilians"
    return kind


def judged(speech: Speech, said: Sequence[Item], rows: Sequence[Exchange], scene: Scene) -> Judgement:
    """Judge what a speaker is said to have said of `rows`, by the numbers in it, else by its words."""
    if not rows:
        return judge_quantities.no_row()
    if not said:
        return _in_words(speech, rows, scene) if speech.code != "BOTH" else _of_both(speech, rows)
    many = any((item.number.n or 0) >= LEAST_HELD for item in said)
    if many and (set(speech.tags) & set("hq") or _told_of_all(speech, said, scene)):
        return _of_held(speech, said, scene)
    whole = [item for item in said if not detail(item, said)] or list(said)
    found = [_number(item, speech, rows, scene) for item in whole]
    verdict = cite.worst(v for v, _because in found)
    because = " ".join(dict.fromkeys(text for _v, text in found))
    return cite.judged(verdict, because, rows)


def _of_both(speech: Speech, rows: Sequence[Exchange]) -> Judgement:
    """ "Both capitals have confirmed it": where each party announced the exchange."""
    atoms = speech.sentence.atoms[speech.begin : speech.end + 1]
    neither = any(a.tag == "N" or a.text.startswith(("neither", "none")) for a in atoms)
    if rows and not neither and all(e.confidence == "both-sides" for e in rows):
        return cite.judged("true", _("Each side announced it."), rows)
    text = _("The record does not say what {speaker} said of this.").format(speaker=speech.name)
    return cite.judged("unknown", text, rows)


def _told_of_all(speech: Speech, said: Sequence[Item], scene: Scene) -> bool:
    """Does the record have this speaker giving this number of people held, or brought home, at any time?"""
    mine = [c for c in scene.everything.held_claims if speech.name in c.speaker]
    return any(judge_held.fits(item, c) for item in said for c in mine)


def _of_held(speech: Speech, said: Sequence[Item], scene: Scene) -> Judgement:
    """What one side said about people still held."""
    mine = [c for c in scene.everything.held_claims if speech.name in c.speaker]
    hits = [next((c for c in mine if judge_held.fits(item, c)), None) for item in said]
    if all(hits):
        told = _("{speaker} said so.").format(speaker=speech.name)
        return Judgement("true", " ".join([told, *(judge_held.cited(c) for c in hits if c)]))
    if mine:
        text = _("The record has another number from {speaker}.").format(speaker=speech.name)
        return Judgement("false", " ".join([text, *(judge_held.cited(c) for c in mine)]))
    return Judgement(
        "unknown", _("The record does not say what {speaker} said of this.").format(speaker=speech.name)
    )


def _by_speaker(speech: Speech, rows: Sequence[Exchange]) -> list[Statement]:
    return [s for e in rows for s in e.statements if s.speaker == speech.code]


def _number(item: Item, speech: Speech, rows: Sequence[Exchange], scene: Scene) -> tuple[Verdict, str]:
    kind = kind_of(item, speech)
    if item.same:
        return _same(item, speech, rows)
    if speech.code == "UKR" and any(
        item.number.n == n for n, _e, _how in judge_quantities.running_totals(scene, "UKR")
    ):
        return "true", _("{speaker} said so.").format(speaker=speech.name)
    if item.number.n is None:
        return "unknown", _("No exact number is claimed.")
    own = _own(item, kind, speech, rows, scene)
    if any(figures.matches(item.number, f) for f in own):
        return "true", _("{speaker} said so; whether it is so is another claim: {itself}").format(
            speaker=speech.name, itself=_itself(item, kind, rows)
        )
    mine = [s for s in _by_speaker(speech, rows) if s.number is not None]
    if any(s.number == item.number.n for s in mine) and not any(s.category == kind for s in mine):
        return "true", _("{speaker} said so.").format(speaker=speech.name)
    if own and not (item.partitive and kind == "people"):
        return "false", _not_said(item, kind, speech, own, rows)
    if speech.code in scene.sides and _agreed(item, kind, rows):
        return "true", _("The sides' statements agree on this number.")
    return "unknown", _("The record does not say what {speaker} said of this.").format(speaker=speech.name)


def _own(item: Item, kind: str, speech: Speech, rows: Sequence[Exchange], scene: Scene) -> list[Figure]:
    """What the record has this speaker saying of this kind of people."""
    kinds = {"military": {"military", "prisoners_of_war"}, "people": {"total", "prisoners_of_war", "exchange"}}
    wanted = kinds.get(kind, {kind})
    said = [
        Figure(s.number, "said", s.speaker, s.how)
        for s in _by_speaker(speech, rows)
        if s.number is not None
        and (s.category in wanted or (s.category == "formula" and kind in ("people", "military")))
        and (item.party in (None, s.party) or not s.party)
    ]
    side = speech.code if speech.code in scene.sides else None
    if side and item.party in (None, side):
        said += [f for f in figures.of_party(rows, side, kind) if f.sense == "own"]
    return said


def _same(item: Item, speech: Speech, rows: Sequence[Exchange]) -> tuple[Verdict, str]:
    """ "the same number": whoever speaks says that both sides got the same."""
    equal = [e for e in rows if e.said("formula") or (e.living is not None and e.a.total == e.b.total)]
    if equal:
        return "true", _("{speaker} said that the numbers were equal; the sides' own: {a} and {b}.").format(
            speaker=speech.name, a=equal[0].a.total, b=equal[0].b.total
        )
    return "unknown", _("The record does not say what {speaker} said of this.").format(speaker=speech.name)


def _itself(item: Item, kind: str, rows: Sequence[Exchange]) -> str:
    parties = [item.party] if item.party else [side.name for e in rows for side in e.sides]
    found = [judge_quantities.per_side([(party, kind, item.number)], rows).verdict for party in parties]
    if "true" in found:
        return _("the number itself stands in the record.")
    return _("the number itself is not that of the side concerned.")


def _not_said(item: Item, kind: str, speech: Speech, own: Sequence[Figure], rows: Sequence[Exchange]) -> str:
    text = _("{speaker} said {real}, not {n}.").format(
        speaker=speech.name, real=", ".join(str(f.number) for f in own), n=item.number.n
    )
    others = [
        s.speaker
        for e in rows
        for s in e.statements
        if s.category == kind and s.number == item.number.n and s.speaker != speech.code
    ]
    if others:
        text += " " + _("{n} is what {other} said.").format(n=item.number.n, other=named(others[0]))
    return text


def _agreed(item: Item, kind: str, rows: Sequence[Exchange]) -> bool:
    """Where the parties' statements do not differ, each said the same numbers."""
    undisputed = [e for e in rows if not e.tags.differ and e.confidence == "both-sides"]
    parties = [item.party] if item.party else [side.name for e in undisputed for side in e.sides]
    return any(
        figures.matches(item.number, f)
        for e in undisputed
        for party in parties
        for f in figures.of_party([e], party, kind)
    )


def _in_words(speech: Speech, rows: Sequence[Exchange], scene: Scene) -> Judgement:
    """Judge words without a number by the topics that the record holds."""
    mine = _by_speaker(speech, rows)
    topics = {s.category for s in mine}
    tags = speech.tags
    atoms = speech.sentence.atoms[speech.first : speech.last + 1]
    places = {str(a.value) for a in atoms if a.tag == "L"}
    if (speech.announces or first_to_tell(speech)) and (
        topics & {"total", "formula"} or _announced_by(speech.code, rows)
    ):
        told = _("{speaker} announced it.").format(speaker=speech.name)
        return cite.judged("true", told, rows)
    told = _("{speaker} said so.").format(speaker=speech.name)
    if first_in_months(speech):
        return _interval(speech, rows)
    if "j" in tags and any(f"taken_in_{p.split()[0].lower()}" in topics for p in places):
        return cite.judged("true", told, rows)
    if "W" in tags and speech.code in scene.sides and _received_in(atoms, rows):
        return cite.judged("true", told, rows)
    if "c" in tags and (
        "civilians" in topics or (speech.code in scene.sides and _has_civilians(speech.code, rows))
    ):
        return cite.judged("true", told, rows)
    if "m" in tags and topics & {"military", "prisoners_of_war"}:
        return cite.judged("true", told, rows)
    if any(e.talks and e.talks.place in places for e in rows) or any(
        f"terms_{p.lower()}" in topics for p in places
    ):
        return cite.judged("true", told, rows)
    if told_numbers(speech) <= {s.number for s in mine} and told_numbers(speech) and not set(tags) & set("mckbjq"):
        return cite.judged("true", told, rows)
    stage = next((a.value for a in atoms if a.tag == "o"), None)
    if isinstance(stage, int) and _is_stage(stage, rows, scene):
        return cite.judged("true", _("It is number {n} of its series.").format(n=stage), rows)
    text = _("The record does not say what {speaker} said of this.").format(speaker=speech.name)
    return cite.judged("unknown", text, rows)


def _announced_by(party: str, rows: Sequence[Exchange]) -> bool:
    """Did this side give a number of its own people?"""
    return any((side := e.side_of(party)) is not None and side.total is not None for e in rows)


def _received_in(atoms: Sequence[Atom], rows: Sequence[Exchange]) -> bool:
    """ "Its soldiers were taken to Belarus", said by the side, where the record has the place."""
    names = {named(str(a.value)) if a.tag == "S" else str(a.value) for a in atoms if a.tag in "SL"}
    return any(name in e.place for e in rows for name in names if e.place)


def _has_civilians(party: str, rows: Sequence[Exchange]) -> bool:
    sides = [e.side_of(party) for e in rows]
    return any(side is not None and bool(side.civilians) for side in sides)


def _is_stage(stage: int, rows: Sequence[Exchange], scene: Scene) -> bool:
    series = rows[-1].tags.series
    if not series or scene.history is None:
        return False
    stages = scene.history.series(series)
    return stage <= len(stages) and any(stages[stage - 1].id == e.id for e in rows)


def _interval(speech: Speech, rows: Sequence[Exchange]) -> Judgement:
    """ "the first in five months", said by somebody: did they say so?"""
    atoms = speech.sentence.atoms[speech.first : speech.last + 1]
    length = next((a.value for a in atoms if a.tag == "u"), None)
    said = [s for s in _by_speaker(speech, rows) if s.category == "first_in_months"]
    if not said or not isinstance(length, Duration):
        text = _("The record does not say what {speaker} said of this.").format(speaker=speech.name)
        return cite.judged("unknown", text, rows)
    if round(length.in_months) == said[0].number:
        text = _("{speaker} said so; whether it is so is another claim.").format(speaker=speech.name)
        return cite.judged("true", text, rows)
    text = _("{speaker} spoke of {n} months.").format(speaker=speech.name, n=said[0].number)
    return cite.judged("false", text, rows)
