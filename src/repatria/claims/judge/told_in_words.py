"""Judges words without a number that somebody is said to have said, by the topics that the record holds."""

from collections.abc import Sequence

from repatria.claims.claim import Judgement
from repatria.claims.judge import cite
from repatria.claims.scene.scene import Scene
from repatria.claims.scene.speech import Speech
from repatria.claims.scene.told import announces, first_in_months, first_to_tell, told_numbers, topic
from repatria.claims.words.numbers import Duration
from repatria.claims.words.tags import Atom
from repatria.history import Exchange, Statement
from repatria.history.words import party as named
from repatria.i18n import _


def by_speaker(speech: Speech, rows: Sequence[Exchange]) -> list[Statement]:
    """What the record has the speaker's side saying of `rows`."""
    return [s for e in rows for s in e.statements if s.speaker == speech.code]


def in_words(speech: Speech, rows: Sequence[Exchange], scene: Scene) -> Judgement:
    """Judge words without a number by the topics that the record holds."""
    topics = {s.category for s in by_speaker(speech, rows)}
    if (announces(speech) or first_to_tell(speech)) and (
        topics & {"total", "formula"} or _announced_by(speech.code, rows)
    ):
        return cite.judged("true", _("{speaker} announced it.").format(speaker=speech.name), rows)
    told = _("{speaker} said so.").format(speaker=speech.name)
    known = topic(speech)
    if known and speech.code == "RUS" and any(known in e.note.replace("'", "") for e in rows):
        return _noted(speech, known, told, rows)
    if first_in_months(speech):
        return _interval(speech, rows)
    if any(holds(speech, rows, scene) for holds in (_of_people, _of_places, _of_numbers)):
        return cite.judged("true", told, rows)
    stage = next((a.value for a in _atoms(speech) if a.tag == "o"), None)
    if isinstance(stage, int) and _is_stage(stage, rows, scene):
        return cite.judged("true", _("It is number {n} of its series.").format(n=stage), rows)
    text = _("The record does not say what {speaker} said of this.").format(speaker=speech.name)
    return cite.judged("unknown", text, rows)


def _atoms(speech: Speech) -> Sequence[Atom]:
    return speech.sentence.atoms[speech.first : speech.last + 1]


def _of_people(speech: Speech, rows: Sequence[Exchange], scene: Scene) -> bool:
    """Does the record have what kind of people the speaker told of, or where they were captured?"""
    topics = {s.category for s in by_speaker(speech, rows)}
    ours = speech.code in scene.sides and _has_civilians(speech.code, rows)
    civilians = "c" in speech.tags and ("civilians" in topics or ours)
    military = "m" in speech.tags and bool(topics & {"military", "prisoners_of_war"})
    return civilians or military or ("j" in speech.tags and captured_there(speech, rows))


def _of_places(speech: Speech, rows: Sequence[Exchange], scene: Scene) -> bool:
    """Does the record have where people were taken to, where talks were held, or which talks gave the terms?"""
    topics = {s.category for s in by_speaker(speech, rows)}
    atoms = _atoms(speech)
    places = {str(a.value) if a.tag == "L" else named(str(a.value)) for a in atoms if a.tag in "LS"}
    if "W" in speech.tags and speech.code in scene.sides and _received_in(atoms, rows):
        return True
    noted = "t" in speech.tags and any("talks" in e.note and place in e.note for e in rows for place in places)
    of_talks = any(e.talks and e.talks.place in places for e in rows)
    return noted or of_talks or any(f"terms_{place.lower()}" in topics for place in places)


def _of_numbers(speech: Speech, rows: Sequence[Exchange], scene: Scene) -> bool:
    """Does the record have the numbers, whatever they count; or that both sides got as many?"""
    numbers = told_numbers(speech)
    mine = {s.number for s in by_speaker(speech, rows)}
    equal = "B" in speech.tags and any(_equal(e, speech.code) for e in rows)
    return equal or (bool(numbers) and numbers <= mine and not set(speech.tags) & set("mckbjq"))


def _equal(exchange: Exchange, speaker: str) -> bool:
    """Did both sides get as many, by this speaker's word or by an undisputed one?"""
    formulas = [s for s in exchange.said("formula") if s.speaker == speaker or not exchange.tags.differ]
    return bool(formulas) or (exchange.living is not None and exchange.a.total == exchange.b.total)


def captured_there(speech: Speech, rows: Sequence[Exchange]) -> bool:
    """Where it is told where people were captured: does the record have this speaker saying so?"""
    topics = {s.category for s in by_speaker(speech, rows)}
    places = {str(a.value).split()[0].lower() for a in _atoms(speech) if a.tag == "L"}
    return "j" not in speech.tags or any(f"taken_in_{place}" in topics for place in places)


def _noted(speech: Speech, known: str, told: str, rows: Sequence[Exchange]) -> Judgement:
    """What the notes of the record say that Moscow said; a number in it must stand there too."""
    notes = " ".join(e.note for e in rows)
    if all(f"{n} " in notes for n in told_numbers(speech) if n):
        return cite.judged("true", told, rows)
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
    said = [s for s in by_speaker(speech, rows) if s.category == "first_in_months"]
    if not said or not isinstance(length, Duration):
        text = _("The record does not say what {speaker} said of this.").format(speaker=speech.name)
        return cite.judged("unknown", text, rows)
    if round(length.in_months) == said[0].number:
        text = _("{speaker} said so; whether it is so is another claim.").format(speaker=speech.name)
        return cite.judged("true", text, rows)
    text = _("{speaker} spoke of {n} months.").format(speaker=speech.name, n=said[0].number)
    return cite.judged("false", text, rows)
