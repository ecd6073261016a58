"""Finds when an exchange took place and when it was agreed or announced, and judges both."""

from collections.abc import Iterator, Sequence

from repatria.claims.claim import Found
from repatria.claims.find import announced, ranks
from repatria.claims.find.announced import previous_told
from repatria.claims.find.hours import by_the_hour
from repatria.claims.find.mediator_signs import same_again
from repatria.claims.find.other_days import (
    after_ordinal,
    by_dateline,
    by_headline,
    headline,
    of_a_feast,
    of_a_rank,
    of_an_article,
    of_an_attack,
    of_count,
    of_likeness,
    of_saying,
    of_speech,
    of_the_war,
    within_a_day_told,
)
from repatria.claims.find.previous import farther_back, looks_back
from repatria.claims.judge.dates import judge_day
from repatria.claims.scene.looking_back import free_since, of_agreement
from repatria.claims.scene.scene import Scene
from repatria.claims.words.dates import Said
from repatria.claims.words.languages import time_words, war_words
from repatria.claims.words.languages.time_words import says
from repatria.claims.words.patterns import compiled
from repatria.claims.words.stretches import segment_of
from repatria.claims.words.tagging import Sentence
from repatria.history import Exchange


def find(scene: Scene) -> Iterator[Found]:
    """Give every claim about a day, judged."""
    seen: set[str] = set()
    for sentence in scene.sentences:
        agreed = list(announced.find(sentence, scene))
        yield from agreed
        ranked = list(ranks.in_sentence(sentence, scene))
        days = _exchange_days(sentence, scene, [*agreed, *ranked], seen)
        yield from days


def _exchange_days(sentence: Sentence, scene: Scene, told: Sequence[Found], seen: set[str]) -> Iterator[Found]:
    anchors = dict(scene.anchors(sentence))
    days = [at for at, a in enumerate(sentence.atoms) if a.tag == "d" and _may_be_day(sentence, at, scene)]
    days = [at for at in days if not any(f.start <= sentence.atoms[at].start < f.end for f in told)]
    for group in _adjacent(days, sentence):
        rows = [e for at in group for e in anchors.get(at, ())]
        if _of_separate_release(sentence, scene) or _of_others_words(sentence, group, rows, scene):
            continue
        same = _same_day(sentence, group)
        if (same and len(rows) < 2) or _says_which(sentence, group[0], days, scene):
            continue
        keys = {_key(e, sentence.atoms[at].value) for at in group for e in anchors.get(at, ())}
        known = not same and bool(keys) and (keys <= seen or {e.id for e in rows} <= seen)
        if known or not _event(sentence, group, scene, rows):
            continue
        if not headline(sentence):
            seen |= keys
        yield _day_found(group, rows, sentence, scene)
    if not days and not anchors:
        yield from by_the_hour(sentence, scene, seen)


def _of_others_words(sentence: Sentence, group: Sequence[int], rows: Sequence[Exchange], scene: Scene) -> bool:
    """A day on which something was said, unless it is that of the exchange itself: "said on Wednesday" tells it."""
    own = set(rows) & set(scene.main)
    return not own and any(of_saying(sentence, at) for at in group)


def _same_day(sentence: Sentence, group: Sequence[int]) -> bool:
    """ "That same day": it tells of another exchange where there were two."""
    said = [sentence.atoms[at].value for at in group]
    return all(isinstance(s, Said) and s.anchor == "event" and (s.days == 0 or s.weekday is not None) for s in said)


def _says_which(sentence: Sentence, at: int, days: Sequence[int], scene: Scene) -> bool:
    """ "The one of April 11, *on the eve of Easter*": beside a day that is no claim, and the same day."""
    before = sentence.tags.rfind("d", 0, at)
    if before < 0 or before in days or set(sentence.tags[before + 1 : at]) - set(",_"):
        return False
    return scene.place(sentence.atoms[before].value) == scene.place(sentence.atoms[at].value)


def _key(exchange: Exchange, said: object) -> str:
    """What is told once: an exchange of one day; of several days each day that is named; a month by itself."""
    several = exchange.until != exchange.date.earliest
    month = isinstance(said, Said) and said.month is not None and said.day is None
    return f"{exchange.id} {said}" if several or month else exchange.id


_NO_DAYS = (of_a_feast, of_an_article, of_a_rank, of_an_attack, of_likeness, within_a_day_told)


def _may_be_day(sentence: Sentence, at: int, scene: Scene) -> bool:
    said = sentence.atoms[at].value
    if not isinstance(said, Said) or (said.year and not said.month and not said.holiday):
        return False
    before = sentence.tags[:at]
    back = any(farther_back(sentence, i, scene) for i in range(min(2, at)))
    if of_the_war(sentence, at, scene) or any(of(sentence, at) for of in _NO_DAYS):
        return False
    ranked = (
        previous_told(before[-9:])
        and looks_back(said, scene)
        and not _elsewhere(said, sentence, scene)
        and not back
    )
    since = bool(compiled("s_?[xoO]{0,3}_{0,2}$").search(before)) and "I" not in before
    since = since and not free_since(sentence, at)
    since = since or bool(compiled("o[_xpXQ]{0,5}s[_AvLSmwp]{1,9}n?$").search(before))
    if ranked or since or after_ordinal(sentence, at) or before.endswith(("w", "Y", "C")):
        return False
    if of_speech(sentence, at) or of_count(sentence, at):
        return False
    if said.back and said.back.amount > 0 and not said.day and said.back.unit in ("month", "year"):
        return False
    if compiled("[^;.,nd]{0,5}(P_?X|X_?P)").match(sentence.tags[at + 1 :]):
        return False  # "on 14 September the two had last exchanged prisoners"
    if by_dateline(sentence, at) or by_headline(sentence, at, scene):
        return False
    agreed_after = sentence.tags[at + 1 : at + 6].replace("r", "_").lstrip("_")[:1] in ("z", "Z")
    if (agreed_after or of_agreement(sentence, at)) and not announced.on_the_day(sentence, said, scene):
        return False
    segment = segment_of(sentence, at)
    inside = sentence.tags[segment.start : segment.stop]
    war_alone = "w" in sentence.tags[segment.start : at] and "x" not in inside
    if war_alone or compiled("w_{0,2}$").search(before):
        return False  # "the invasion began on 24 February"
    held = "h" in sentence.tags[max(segment.start, at - 5) : at] and not set(inside) & set("xXe")
    taken = sentence.tags.rfind("j", segment.start, segment.stop)
    captured = taken >= 0 and not set(sentence.tags[min(taken, at) : segment.stop]) & set("vgxXW")
    return not captured and not held and not by_dateline(sentence, at)


def _elsewhere(said: Said, sentence: Sentence, scene: Scene) -> bool:
    rows = scene.rows_of(said, sentence)
    return bool(rows) and rows[0].conflict != scene.conflict


def _adjacent(days: Sequence[int], sentence: Sentence) -> Iterator[list[int]]:
    """Dates side by side, or "on Thursday ... and ... on Friday", are told as one."""
    group: list[int] = []
    for at in days:
        between = sentence.tags[group[-1] + 1 : at] if group else ""
        if group and not set(between) <= set("_,&n"):
            yield group
            group = []
        group.append(at)
    if group:
        yield group


def _event(sentence: Sentence, group: Sequence[int], scene: Scene, rows: Sequence[Exchange]) -> bool:
    """Does the sentence tell of an exchange, and is the day more than the address of a number?"""
    first, last = group[0], group[-1]
    after = sentence.tags[last + 1 :]
    told = any(tag in sentence.tags for tag in "xXvgeWF") and not _of_others(sentence)
    told = (
        told
        or bool(compiled(r"([_r,;\-]{0,3}nA|[;_\-]n[.,])").match(after))
        or _people_then(sentence, first, rows, scene)
    )
    several = len(scene.main) > 1
    address = several and _weekday(sentence, first) and _labels(sentence, first)
    group_of = sentence.tags[first + 1 : first + 4] in ("_pn", "_xn", "pn")
    ranked = bool(compiled("_x_{0,2}G").match(after))  # "Saturday's handover was the biggest"
    told = told or _alone_possessor(sentence, last) or _known_day(sentence, group, rows, scene)
    told = told and not same_again(sentence)
    return told and not (address or group_of or ranked) and not _something_else(sentence, group, rows, scene)


def _labels(sentence: Sentence, at: int) -> bool:
    """ "Friday: 390 for 390", "303 on Sunday": a day by which numbers are told apart."""
    return bool(compiled(r"n|[;\-]_{0,2}[nF]").match(sentence.tags, at + 1))


def _people_then(sentence: Sentence, at: int, rows: Sequence[Exchange], scene: Scene) -> bool:
    """A day of a known exchange, beside people: whatever the verb, "for 157 families Thursday was the day"."""
    if len(rows) != 1 or set(sentence.tags) & set("KV"):
        return False  # "390 on Friday, 307 on Saturday and 303 on Sunday" are addresses of numbers
    text = " ".join(a.text for a in sentence.atoms)
    number, people = "n" in sentence.tags, bool(set(sentence.tags) & set("pmcq"))
    counted = (
        (number or people) if set(rows) & set(scene.main) else (number and people and _names_its_day(sentence, at))
    )
    if compiled("o_?t").search(sentence.tags) and not set(sentence.tags) & set("pmcq"):
        return False  # "Thursday's meeting was the second round"
    return says(text, time_words.PUT_INTO_EFFECT) or (counted and not says(text, time_words.DIED))


def _known_day(sentence: Sentence, group: Sequence[int], rows: Sequence[Exchange], scene: Scene) -> bool:
    """ "It all began on 5 February": a day of a known exchange, and no other event is told of."""
    helped = "r" in sentence.tags and any(a.value == "aid" for a in sentence.atoms)
    if helped or set(sentence.tags) & set("tlzZVM"):
        return False
    if "n" in sentence.tags and (len(scene.main) > 1 or any(e.tags.series for e in rows)):
        return False  # days by which numbers are told apart
    if not set(sentence.tags) - set("dSL,._&-;"):
        return "_" in sentence.tags and not set(sentence.tags) & set("SL")  # not "13 December, Yerevan and Baku"
    exact = all((p := scene.place(sentence.atoms[at].value)) is not None and p.exact for at in group)
    text = " ".join(a.text for a in sentence.atoms)
    return bool(rows) and exact and not says(text, time_words.DIED) and not says(text, war_words.ATTACKED)


def _alone_possessor(sentence: Sentence, at: int) -> bool:
    """ "Saturday's was far bigger"."""
    words = [a.text for a in sentence.atoms[at + 1 : at + 3]]
    return len(words) == 2 and words[0] == "'s" and words[1] in ("was", "is", "were", "had")


def _something_else(sentence: Sentence, group: Sequence[int], rows: Sequence[Exchange], scene: Scene) -> bool:
    """A day on which nothing came of it, of which there is no news, or a mere name of an exchange."""
    text = " ".join(a.text for a in sentence.atoms)
    nothing = not rows and (
        says(text, time_words.CANCELLED) or bool(compiled("N[^.;]*x|x[^.;]*N").search(sentence.tags))
    )
    other = not set(rows) & set(scene.main)
    running_total = other and "C" in sentence.tags and "K" in sentence.tags
    return nothing or running_total or (len(group) == 1 and _mere_name(sentence, group[0], scene))


def _mere_name(sentence: Sentence, at: int, scene: Scene) -> bool:
    """ "The Easter release", "июльский обмен", "the March one", "تبادل الأمس": says which, not when."""
    if sentence.atoms[at].text == "الامس" and sentence.tags[at - 1 : at] == "x":
        return True
    said = sentence.atoms[at].value
    named = isinstance(said, Said) and said.day is None and (said.holiday is not None or said.month is not None)
    following = sentence.tags[at + 1 : at + 3]
    as_name = following[:1] in ("x", "P") or (following[:2] in ("_x",) and sentence.language.code != "ar")
    one = [a.text for a in sentence.atoms[at + 1 : at + 2]] == ["one"]
    if isinstance(said, Said) and said.holiday and set(scene.rows_of(said, sentence)) & set(scene.main):
        return False  # "a New Year's Eve prisoner swap": the day of the exchange that is reported
    return named and (as_name or one) and sentence.atoms[at - 1].text not in sentence.language.on_words


def _of_others(sentence: Sentence) -> bool:
    """ "The president flew to Paris on Friday", "the bodies of 1,000 were returned in January"."""
    if set(sentence.tags) & set("xXF"):
        return False
    if set(sentence.tags).isdisjoint("pmckAnro") and any(a.text.startswith(_OFFICES) for a in sentence.atoms):
        return True
    only_bodies = "b" in sentence.tags and not set(sentence.tags) & set("pck")
    return only_bodies or bool(compiled("K_?v(?!_{0,2}[nAp])").search(sentence.tags))


_OFFICES = (
    "president", "minister", "chancellor", "prime", "президент", "министр", "премьер", "канцлер", "міністр",
    "прем", "الرييس", "رييس", "وزير",
)  # fmt: skip


def _of_separate_release(sentence: Sentence, scene: Scene) -> bool:
    """Is the sentence about people who were let go outside the exchange?"""
    numbers = {getattr(a.value, "n", None) for a in sentence.atoms if a.tag == "n"}
    return any(s.number in numbers for e in scene.main for s in e.said("separate_release"))


def _weekday(sentence: Sentence, at: int) -> bool:
    said = sentence.atoms[at].value
    return isinstance(said, Said) and said.weekday is not None


def _day_found(group: Sequence[int], rows: Sequence[Exchange], sentence: Sentence, scene: Scene) -> Found:
    dated = [at for at in group if not _weekday(sentence, at)] if len(group) == 2 else []
    side_by_side = not set(sentence.tags[group[0] + 1 : group[-1]]) - set(",_")
    told = dated if dated and side_by_side else group
    periods = [p for p in (scene.place(sentence.atoms[at].value) for at in told) if p]
    first, last = group[0], group[-1]
    start, end = sentence.span(_with_verb(sentence, first), _with_noun(sentence, last))
    value: object = [str(p) for p in periods] if len(periods) > 1 else str(periods[0]) if periods else None
    named = [p for at in told if _names_its_day(sentence, at) and (p := scene.place(sentence.atoms[at].value))]
    judgement = judge_day(periods, rows, scene, named)
    return Found("date_of_exchange", start, end, value, judgement, sentence.index)


def _names_its_day(sentence: Sentence, at: int) -> bool:
    """ "7 February", unlike "a day earlier" or "Thursday"."""
    said = sentence.atoms[at].value
    return isinstance(said, Said) and said.month is not None and said.day is not None


def _with_verb(sentence: Sentence, at: int) -> int:
    first = at
    while first > 0 and at - first < 3 and sentence.tags[first - 1] in "_eXvyp":
        first -= 1
    return first


def _with_noun(sentence: Sentence, at: int) -> int:
    return at + 2 if sentence.tags[at + 1 : at + 3] == "_x" else at
