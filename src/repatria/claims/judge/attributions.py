"""Judges who said what: does the record have them saying it? Not whether it is so."""

from collections.abc import Sequence
from itertools import accumulate, takewhile

from repatria.claims import figures
from repatria.claims.claim import Judgement, Verdict
from repatria.claims.counts.item import Item, detail
from repatria.claims.figures import Figure
from repatria.claims.judge import cite, totals
from repatria.claims.judge import held as judge_held
from repatria.claims.judge import quantities as judge_quantities
from repatria.claims.judge.told_in_words import by_speaker, captured_there, in_words
from repatria.claims.scene.scene import Scene
from repatria.claims.scene.speech import Speech
from repatria.claims.words.languages import offices
from repatria.claims.words.patterns import compiled
from repatria.history import Exchange
from repatria.history.words import party as named
from repatria.i18n import _

# Smaller numbers of "held" people are details of one exchange.
LEAST_HELD = 500
# So many exchanges may be told of together: "in a week".
LONGEST_RUN = 5


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
        return in_words(speech, rows, scene) if speech.code != "BOTH" else _of_both(speech, rows)
    if speech.code in offices.COUNTING_STATES:
        return _of_mediator(speech, said, rows, scene)
    many = any((item.number.n or 0) >= LEAST_HELD for item in said)
    if many and (set(speech.tags) & set("hq") or _told_of_all(speech, said, scene)):
        return _of_held(speech, said, scene)
    if _parts_make_whole(speech, said, rows):
        return cite.judged("true", _("{speaker} said so.").format(speaker=speech.name), rows)
    still_held = "h" in speech.tags and "v" not in speech.tags and not any(detail(item, said) for item in said)
    if still_held and not many:
        return _unknown(speech, rows)
    whole = [item for item in said if not detail(item, said)] or list(said)
    own_words = [item for item in whole if not _reckoned_up(item, speech)] or whole
    counted = {s.category for s in by_speaker(speech, rows)}
    own_words += [item for item in said if item not in own_words and item.kind in counted - {"people", "military"}]
    found = [_number(item, speech, rows, scene) for item in own_words]
    verdict = cite.worst(v for v, _because in found)
    if verdict == "true" and "j" in _clause(said[0], speech) and not captured_there(speech, rows):
        return _unknown(speech, rows)
    because = " ".join(dict.fromkeys(text for _v, text in found))
    return cite.judged(verdict, because, rows)


def _unknown(speech: Speech, rows: Sequence[Exchange]) -> Judgement:
    text = _("The record does not say what {speaker} said of this.").format(speaker=speech.name)
    return cite.judged("unknown", text, rows)


def _clause(item: Item, speech: Speech) -> str:
    """Tags of the clause that a number opens or closes."""
    before, after = speech.sentence.tags[: item.at], speech.sentence.tags[item.at : speech.last + 1]
    end = compiled("[,;.&]").search(after)
    return before[max(before.rfind(mark) for mark in ",;.&") + 1 :] + (after[: end.start()] if end else after)


def _reckoned_up(item: Item, speech: Speech) -> bool:
    """ "..., which brings the number of the freed to 36": a sum put behind what was said is a claim of its own."""
    before = speech.sentence.tags[speech.first : item.at]
    return item.party is None and bool(compiled("n[^;.]*,[^,;.n]*[CT][^,;.n]*$").search(before))


def _of_mediator(speech: Speech, said: Sequence[Item], rows: Sequence[Exchange], scene: Scene) -> Judgement:
    """What the mediator said of its own count: as the number itself, for it counts what it brought about."""
    itself = totals.total(said[0], rows, scene)[1]
    verdict = itself.verdict if {e.id for e in itself.exchanges} & {e.id for e in rows} else "unknown"
    told = {
        "true": _("{speaker} said so.").format(speaker=speech.name),
        "false": _("The record has another number from {speaker}.").format(speaker=speech.name),
        "unknown": _("The record does not say what {speaker} said of this.").format(speaker=speech.name),
    }
    return Judgement(verdict, f"{told[verdict]} {itself.because}", itself.exchanges)


def _parts_make_whole(speech: Speech, said: Sequence[Item], rows: Sequence[Exchange]) -> bool:
    """ "A hundred servicemen and one civilian": parts that together are all the speaker's side told of."""
    kinds = {item.kind for item in said}
    if len(said) != 2 or "civilians" not in kinds or any(item.number.n is None for item in said):
        return False
    whole = [f.number for f in figures.of_party(rows, speech.code, "people") if f.sense == "own"]
    return len(kinds) == 2 and sum(item.number.n or 0 for item in said) in whole


def _of_last_days(n: int | None, speech: Speech, scene: Scene) -> bool:
    """ "98 came home in a week": the sum of the side's own numbers of its last exchanges."""
    own = [e.side_of(speech.code) for e in scene.history or ()][-LONGEST_RUN:]
    numbers = [side.total if side else None for side in reversed(own)]
    sums = list(accumulate(takewhile(lambda total: total is not None, numbers)))
    return n in sums[1:]


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
    if speech.code in scene.sides and kind == "people" and _of_last_days(item.number.n, speech, scene):
        return "true", _("{speaker} said so of the last exchanges together.").format(speaker=speech.name)
    own = _own(item, kind, speech, rows, scene)
    if any(figures.matches(item.number, f) for f in own):
        return "true", _("{speaker} said so; whether it is so is another claim: {itself}").format(
            speaker=speech.name, itself=_itself(item, kind, rows)
        )
    mine = [s for s in by_speaker(speech, rows) if s.number is not None]
    if any(s.number == item.number.n for s in mine) and not any(s.category == kind for s in mine):
        return "true", _("{speaker} said so.").format(speaker=speech.name)
    doubtful = (
        len(scene.sides) > 2 or (item.partitive and kind == "people") or _of_the_other(item, speech, rows, scene)
    )
    if own and not doubtful:
        return "false", _not_said(item, kind, speech, own, rows)
    if speech.code in scene.sides and _agreed(item, kind, rows):
        return "true", _("The sides' statements agree on this number.")
    return "unknown", _("The record does not say what {speaker} said of this.").format(speaker=speech.name)


def _of_the_other(item: Item, speech: Speech, rows: Sequence[Exchange], scene: Scene) -> bool:
    """ "Israel's prison service said 1,968 had been freed": whose they are is told by nothing but who speaks."""
    others = [party for party in scene.sides if party != speech.code]
    known = [f for party in others for f in figures.of_party(rows, party, "people")]
    return item.role == "speaker" and any(figures.matches(item.number, f) for f in known)


def _own(item: Item, kind: str, speech: Speech, rows: Sequence[Exchange], scene: Scene) -> list[Figure]:
    """What the record has this speaker saying of this kind of people."""
    kinds = {"military": {"military", "prisoners_of_war"}, "people": {"total", "prisoners_of_war", "exchange"}}
    wanted = kinds.get(kind, {kind})
    said = [
        Figure(s.number, "said", s.speaker, s.how)
        for s in by_speaker(speech, rows)
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
