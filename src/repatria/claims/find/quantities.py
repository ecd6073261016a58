"""Finds numbers of people: totals, numbers by side, breakdowns, and people still held."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from repatria.claims import figures
from repatria.claims.claim import Found, Judgement
from repatria.claims.counts.against import against_each_other
from repatria.claims.counts.groups import groups, lists_joined
from repatria.claims.counts.item import Item, is_pair
from repatria.claims.counts.quantities import items
from repatria.claims.counts.rows import rows_of_item
from repatria.claims.counts.types import agreeing, type_of
from repatria.claims.counts.wholes import by_itself
from repatria.claims.find.background import elsewhere
from repatria.claims.judge import held as judge_held
from repatria.claims.judge import quantities as judge_quantities
from repatria.claims.judge.sides import parts_of, parts_of_item
from repatria.claims.judge.totals import total
from repatria.claims.scene.scene import Scene
from repatria.claims.scene.speech import Speech, speeches
from repatria.claims.words.numbers import Number
from repatria.claims.words.stretches import segment_of
from repatria.claims.words.tagging import Sentence
from repatria.history import Exchange
from repatria.history.words import party as party_name
from repatria.i18n import _


def find(scene: Scene) -> Iterator[Found]:
    """Give every claim about a number of people, judged."""
    return iter(lists_joined(list(_claims(scene)), scene))


def _claims(scene: Scene) -> Iterator[Found]:
    before: Item | None = None
    for sentence in scene.sentences:
        found = _with_same(sentence, scene, before)
        found = against_each_other(found, scene)
        before = _sum_of_parts(found) or _whole_of(found)
        typed = agreeing([(item, type_of(item, found, scene)) for item in found], scene)
        said = speeches(sentence, scene)
        for claim_type, group in groups(typed):
            vague = claim_type != "still_in_captivity" and group[0].number.n is None
            if not vague and not _only_attributed(claim_type, group, said):
                yield _claim(claim_type, group, sentence, scene)


def _with_same(sentence: Sentence, scene: Scene, before: Item | None) -> list[Item]:
    """The numbers of a sentence; "Russia got *the same number*" repeats the one told before."""
    found: list[Item] = []
    said = [] if "B" not in sentence.tags else speeches(sentence, scene)
    for item in items(sentence, scene):
        if not item.same:
            found.append(item)
            continue
        told = _whole_of(found) or before
        told = _sum_of_parts(found) or told
        spoken = any(speech.covers(item.at) and speech.of_other_side("UKR") for speech in said)
        if found and found[-1].kind == "civilians" and told is not found[-1]:
            continue  # "20 civilians, and as many got Ukraine" are part of what was counted before
        if told and told.party and not told.each and item.party is None:
            item = replace(item, party=scene.other(told.party))
        if told and item.party and not spoken and told.party != item.party and not told.each:
            found.append(replace(item, number=told.number, same=False, kind=told.kind))
    return found


def _sum_of_parts(found: Sequence[Item]) -> Item | None:
    """ "185 servicemen and 20 civilians": nobody said the whole, but it is the sum."""
    by_kind = {item.kind: item for item in found if item.number.n is not None}
    if len(found) == 2 and set(by_kind) == {"military", "civilians"}:
        total = sum(item.number.n or 0 for item in found)
        return replace(found[0], number=Number(total), kind="people")
    return None


def _whole_of(found: Sequence[Item]) -> Item | None:
    """The number of people that a part may have followed: "205 people, 20 of them civilians"."""
    whole = [i for i in found if i.number.n is not None and i.kind in (None, "people", "military")]
    plain = [i for i in whole if i.kind != "military" and not i.partitive]
    return (plain or whole)[-1] if whole else None


def _only_attributed(claim_type: str, group: Sequence[Item], said: Sequence[Speech]) -> bool:
    """A detail that one side tells of the other is judged with the attribution (did it say so?)."""
    if claim_type in ("total", "still_in_captivity"):
        return False
    if claim_type != "breakdown":
        return any(
            speech.covers(item.at)
            and not (item.each and not item.party)
            and speech.of_other_side(item.party or "")
            and not speech.adverbial
            for item in group
            for speech in said
        )
    return any(speech.covers(group[0].at) and speech.tells_details for speech in said)


# ---- what is claimed -----------------------------------------------------------------------------------


def _claim(claim_type: str, group: list[Item], sentence: Sentence, scene: Scene) -> Found:
    first, last = group[0], group[-1]
    rows = tuple(dict.fromkeys(e.id for item in group for e in rows_of_item(item, scene)))
    exchanges = tuple(e for e in scene.everything if e.id in rows)
    start, end = sentence.span(_from(first), _until(last))
    value, judgement = _value(claim_type, group, exchanges, scene)
    if claim_type != "still_in_captivity" and not (first.span and len(exchanges) > 1):
        detail = claim_type == "breakdown" and judgement.verdict == "unknown"
        other = elsewhere(
            replace(judgement, verdict="false") if detail else judgement,
            sentence,
            first.at,
            scene,
            lambda rows: _value(claim_type, group, rows, scene)[1],
        )
        judgement = judgement if detail and other.verdict != "true" else other
    return Found(claim_type, start, end, value, judgement, sentence.index, tuple(group))


def _from(item: Item) -> int:
    """Where the claim begins: the number, or the nation or "each" right before it."""
    at = item.at
    while at > 0 and item.sentence.tags[at - 1] in "ETA" and item.at - at < 3:
        at -= 1
    return at


def _until(item: Item) -> int:
    """Where the claim ends: the people counted, and the words that say of which side or sum they are."""
    end, tags = max(item.last, item.at), item.sentence.tags
    while end + 1 < len(tags) and tags[end + 1] in "pmAqETOv" and end - item.last < 4:
        end += 1
    while end > item.last and tags[end] == "O":
        end -= 1
    return end


# Of any other kind ("five volunteers for one officer") a side's number is that of its people.
_WHOLES = (None, "people", "military", "civilians", "bodies")


def _value(claim_type: str, group: list[Item], rows: Sequence[Exchange], scene: Scene) -> tuple[object, Judgement]:
    item = group[0]
    if claim_type == "total":
        return total(item, rows, scene)
    if claim_type == "still_in_captivity":
        return judge_held.held(group, scene)
    if claim_type == "per_side":
        group = [replace(m, kind="people") if m.kind not in _WHOLES else m for m in group]
    if claim_type == "breakdown":
        group = [replace(member, kind=_part_of(member, rows)) for member in group]
    parts = [part for member in group for part in parts_of_item(member, rows, scene)]
    if claim_type == "per_side":
        value: object = {party: n.n for party, _kind, n in parts}
        return value, _of_side_named(item, parts, _each_row(group, parts, rows, scene), scene)
    shares: dict[str, dict[str, int | None]] = {}
    for party, kind, n in parts:
        shares.setdefault(party, {})[kind] = n.n
    return shares, _with_the_rest(parts, _each_row(group, parts, rows, scene), rows)


def _of_side_named(
    item: Item, parts: Sequence[judge_quantities.Part], judgement: Judgement, scene: Scene
) -> Judgement:
    """A number that only fits the side which the words do not name is not called true."""
    if judgement.verdict != "true" or item.party or item.each or len(parts) != 1 or item.second is not None:
        return judgement
    clause = [item.sentence.atoms[i] for i in segment_of(item.sentence, item.at)]
    prisons = [one for one, after in pairwise(clause) if one.tag in "SAK" and after.tag == "q"]
    speaking = [a for a in clause if a.tag in "SAK" and a not in prisons]
    named = {str(a.value).partition("|")[0] for a in speaking} & set(scene.sides)
    party, kind, number = parts[0]
    if not named or party in named or any(a.tag == "g" or a.value == "give" for a in clause):
        return judgement
    of_named = [judge_quantities.per_side([(code, kind, number)], judgement.exchanges) for code in sorted(named)]
    if any(one.verdict == "true" for one in of_named):
        return judgement
    text = _("{n} is the number of {party} alone.").format(n=number.n, party=party_name(party))
    return replace(judgement, verdict="unknown", because=f"{text} {judgement.because}")


def _part_of(item: Item, rows: Sequence[Exchange]) -> str | None:
    """Which part of the people an unnamed number is, where it is no whole."""
    if item.kind not in (None, "people") or (
        item.party
        and any(
            item.party != side.name and set(item.party.split(";")) <= set(side.parties)
            for e in rows
            for side in e.sides
        )
    ):
        return "foreigners" if item.kind in (None, "people") else item.kind
    parties = [item.party] if item.party else [p for e in rows for side in e.sides for p in side.parties]
    for kind in ("military", "civilians"):
        if any(
            f.number == item.number.n for p in parties for f in figures.of_party(rows, p, kind) if by_itself(f, p)
        ):
            return kind
    if any(item.number.n == s.number for e in rows for s in e.said("exchange")):
        return item.kind
    if any(item.number.n == s.number for e in rows for s in e.said("prisoners")):
        return "prisoners"
    return "some"


def _each_row(
    group: list[Item], parts: Sequence[judge_quantities.Part], rows: Sequence[Exchange], scene: Scene
) -> Judgement:
    """Judge numbers together, or each on its own day ("200 on Thursday and 300 on Friday")."""
    days = [rows_of_item(item, scene) for item in group]
    if len({tuple(e.id for e in day) for day in days}) < 2:
        return _one_of_the_days(group, parts, rows, scene)
    found = [
        judge_quantities.per_side(parts_of_item(item, day, scene), day)
        for item, day in zip(group, days, strict=True)
    ]
    return judge_quantities.all_of(found)


def _one_of_the_days(
    group: Sequence[Item], parts: Sequence[judge_quantities.Part], rows: Sequence[Exchange], scene: Scene
) -> Judgement:
    """Judge by the rows together; else by the agreement they are under, or by a single day where none is named."""
    judgement = judge_quantities.per_side(parts, rows)
    if judgement.verdict == "true" or not rows:
        return judgement
    if all(_of_whole_agreement(item, scene) for item in group) and _is_series_formula(group, rows):
        return judge_quantities.series_formula(group[0].number, rows)
    one_day = len({e.date for e in rows}) == 1
    if len(rows) > 1 and (one_day or all(scene.focus(item.sentence, item.at) == scene.main for item in group)):
        found = [judge_quantities.per_side(parts_of(group, [e], scene), [e]) for e in rows]
        return next((one for one in found if one.verdict == "true"), judgement)
    return judgement


def _of_whole_agreement(item: Item, scene: Scene) -> bool:
    """Is "500 for 500" said of the agreement, and not of a day that is named beside it?"""
    anchors = [at for at, _rows in scene.anchors(item.sentence)]
    near = any(at in segment_of(item.sentence, item.at) for at in anchors)
    around = segment_of(item.sentence, item.at)
    agreed = set(item.sentence.tags[: item.at]) & set("lZ") or "Z" in item.sentence.tags[around.start : around.stop]
    several = len(anchors) > 1 and not near  # "200 on Thursday, 300 yesterday: 500 apiece"
    summed = several or bool(agreed) or (is_pair(item) and not near)
    return (item.each or is_pair(item)) and (not anchors or summed)


def _is_series_formula(group: Sequence[Item], rows: Sequence[Exchange]) -> bool:
    agreed = {s.number for e in rows for s in e.said("series_formula")}
    return {item.number.n for item in group} <= agreed


def _with_the_rest(
    parts: Sequence[judge_quantities.Part], judgement: Judgement, rows: Sequence[Exchange]
) -> Judgement:
    """Two parts that make the whole, one of them in the record: the other is the rest."""
    if judgement.verdict != "unknown" or len(parts) != 2 or len(rows) != 1:
        return judgement
    (party, _k, one), (_p, _k2, other) = parts
    side = rows[0].side_of(party)
    if not side or side.total is None or None in (one.n, other.n):
        return judgement
    known = [judge_quantities.per_side([part], rows).verdict for part in parts]
    if "true" in known and (one.n or 0) + (other.n or 0) == side.total:
        return replace(judgement, verdict="true")
    return judgement
