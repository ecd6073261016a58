"""Which numbers of people are one claim: of both sides, of the parts of one side, of the rows of a list."""

from collections.abc import Sequence
from dataclasses import replace

from repatria.claims.claim import Found
from repatria.claims.counts.item import Item, is_pair
from repatria.claims.judge import quantities as judge_quantities
from repatria.claims.scene.scene import Scene
from repatria.claims.words.patterns import compiled


def groups(typed: Sequence[tuple[Item, str]]) -> list[tuple[str, list[Item]]]:
    """Put the numbers of a sentence together that are one claim, each group with its type."""
    made: list[tuple[str, list[Item]]] = []
    for item, claim_type in typed:
        last = next((g for g in reversed(made) if g[0] == claim_type), None)
        if last and _together(last, item, made):
            last[1].append(item)
        else:
            made.append((claim_type, [item]))
    return made


def _together(group: tuple[str, list[Item]], item: Item, made: Sequence[tuple[str, list[Item]]]) -> bool:
    claim_type, members = group
    before = members[-1]
    if item.sentence.tags[item.at] == "B" and claim_type == "per_side":
        return _opposite(before, item) or before.party is None
    between = item.sentence.tags[before.last + 1 : item.at]
    if claim_type == "breakdown" and _LISTED.fullmatch(between):
        return True
    if claim_type == "breakdown" and {before.kind, item.kind} <= _SERVICES and "d" not in between:
        return True
    if claim_type == "breakdown" and _OTHER_PART.fullmatch(between) and before.kind != item.kind:
        return True
    if claim_type == "breakdown" and "&" in between and _says_more(item):
        return False
    if "day" in (before.role, item.role):
        return False
    if claim_type == "total" or before.in_all or item.in_all or any(t in between for t in ";:"):
        return False
    if (before.kind == "bodies") != (item.kind == "bodies"):
        return False
    if any((one.kind or "").startswith("held_since") for one in (before, item)):
        return False
    if item.second is not None or before.second is not None or is_pair(item) or is_pair(before):
        return False
    if claim_type == "still_in_captivity":
        return True
    if compiled(',_{0,2}[kc]"?[_v]{1,2}$').search(between) and item.noun_at is None:
        return False  # "from Azovstal came 37, to the civilians belong twelve"
    same_people = before.party == item.party
    if claim_type == "per_side" and same_people and (item.party is not None or "d" in between):
        return False
    own_verb = ",&" in between and set(between) & set("vgXxe")
    if claim_type == "per_side" and _opposite(before, item) and not own_verb and ",?" not in between:
        return True
    if group is not made[-1] or ",&" in between or ("d" in between and claim_type == "breakdown"):
        return False
    return not any(t in between for t in "vgXxejhyKs?" if not (t in "vx" and item.role == "ellipsis"))


# "51 civilians, while the soldiers are 33": the same people, divided
_OTHER_PART = compiled(r",?&_?[mck][-_;]?_?")


# "The navy has 30 and the army 28; 17 served with the border guards": one list, however it is punctuated
_SERVICES = frozenset(
    "national_guard navy army border_guard territorial_defence marines paratroopers air_force police "
    "rescuers".split()
)


def _says_more(item: Item) -> bool:
    """ "Six were civilians *and 48 had been listed as missing*": a clause of its own."""
    following = item.sentence.atoms[item.at + 1 : item.at + 2]
    return item.noun_at is not None and any(a.text in ("were", "are", "had", "have", "was") for a in following)


# "National guard: 59; navy: 30", "Garde (59), navy (30)": the parts of one list are told as one
_LISTED = compiled(r"[;,.\-]{1,2}[_*]?k[;,\-(]_?")


def _opposite(before: Item, item: Item) -> bool:
    both_named = before.party is not None and item.party is not None and before.party != item.party
    return both_named and not before.each and before.kind != "bodies"


_ROW = compiled(r"[_\-]?[kmc][;_\-]_?n[.;,]?")


def lists_joined(found: Sequence[Found], scene: Scene) -> list[Found]:
    """Rows of a list, each a line with a part ("National guard: 59"), are one claim of how people divide."""
    joined: list[Found] = []
    for claim in found:
        before = joined[-1] if joined else None
        if before and _rows_of_a_list(before, claim, scene):
            judgement = judge_quantities.all_of([before.judgement, claim.judgement])
            last = replace(claim, start=before.start, judgement=judgement, parts=(*before.parts, *claim.parts))
            joined[-1] = replace(last, value=_both_values(before.value, claim.value))
        else:
            joined.append(claim)
    return joined


def _rows_of_a_list(before: Found, claim: Found, scene: Scene) -> bool:
    rows = (scene.sentences[before.sentence], scene.sentences[claim.sentence])
    return (
        before.claim_type == claim.claim_type == "breakdown"
        and claim.sentence == before.sentence + 1
        and all(_ROW.fullmatch(row.tags) for row in rows)
    )


def _both_values(one: object, other: object) -> object:
    if not isinstance(one, dict) or not isinstance(other, dict):
        return one
    return {party: {**one.get(party, {}), **other.get(party, {})} for party in {**one, **other}}
