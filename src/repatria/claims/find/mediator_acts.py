"""Who is said to have brought an exchange about by what it did or was thanked for, or to have had no part in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from repatria.claims.find.mediator_signs import (
    THANKS,
    instead,
    is_agent,
    is_counted,
    is_numbered,
    outsider,
    partners,
    running_total,
    without_not,
)
from repatria.claims.scene.scene import Scene
from repatria.claims.words.languages import mediating
from repatria.claims.words.languages.time_words import says
from repatria.claims.words.patterns import compiled
from repatria.claims.words.stretches import clause, stretch
from repatria.claims.words.tagging import Sentence

# Farther apart, a mediator and the word for what it did hardly belong together.
REACH, REACH_OF_AID, REACH_OF_THANKS = 25, 8, 6
# A clause as short as this goes on about the exchange of the sentence before.
SHORT = 12


@dataclass(frozen=True, slots=True)
class Act:
    """Those who acted, the first and last atom of the words that say so, and whether it is denied."""

    who: list[str]
    first: int
    last: int
    denied: bool = False


def acts(sentence: Sentence, scene: Scene) -> Iterator[Act]:
    """Give those named in a mediating role, one a clause."""
    if scene.history is None:
        return
    known = {code for e in scene.everything for code in e.mediators}
    if answer := _answer(sentence, known, scene):
        yield answer
        return
    done = 0
    for at in range(len(sentence.tags)):
        if at < done or sentence.tags[at] not in "SKA" or outsider(sentence.atoms[at], scene) not in known:
            continue
        around = clause(sentence, at)
        done = around.stop
        parts = [act for part in _parts(sentence, around) if (act := _act(sentence, part, around, known, scene))]
        whole = None if parts else _act(sentence, around, around, known, scene)
        yield from parts or ([whole] if whole else [])


def _answer(sentence: Sentence, known: set[str], scene: Scene) -> Act | None:
    """ "Who helped. The United Arab Emirates": a heading, and below it nothing but names."""
    before = scene.sentences[sentence.index - 1] if sentence.index else sentence
    heading = " ".join(a.text for a in before.atoms)
    if (
        set(sentence.tags) - set("SKA,&._")
        or len(before.tags) > SHORT // 2
        or not says(heading, mediating.TOOK_PART)
    ):
        return None
    named = [i for i, a in enumerate(sentence.atoms) if a.tag in "SKA" and outsider(a, scene) in known]
    who = list(dict.fromkeys(outsider(sentence.atoms[i], scene) for i in named))
    return Act(who, named[0], named[-1]) if who and len(sentence.tags) <= SHORT else None


def _parts(sentence: Sentence, around: range) -> Iterator[range]:
    """The stretches between the signs of a clause, where there are several."""
    at = around.start
    while at < around.stop:
        part = stretch(sentence, at, at, ",;.?-")
        yield range(max(part.start, around.start), min(part.stop, around.stop))
        at = max(part.stop, at) + 1


def _act(sentence: Sentence, part: range, around: range, known: set[str], scene: Scene) -> Act | None:
    """The act told of in `part` of a clause; those who are joined to its names may stand outside it."""
    names = [i for i in around if sentence.tags[i] in "SKA" and outsider(sentence.atoms[i], scene)]
    names = [i for i in names if not instead(sentence, i)]
    inside = [i for i in names if i in part]
    names = [i for i in names if i in inside or any(_joined(sentence, i, j) for j in inside)]
    words = [i for i in part if sentence.tags[i] == "M" and not is_counted(sentence, i)]
    aids = [i for i in part if _of_aid(sentence, i)]
    if words and (aids or not set(sentence.tags[part.start : part.stop]) & set("CY")):
        return _together(sentence, names, words, REACH, scene)
    names = [i for i in names if not _elsewhere(sentence, i)]
    if not {outsider(sentence.atoms[i], scene) for i in names} & known:
        return None
    told = _of_exchange(sentence, around, names, aids, scene)
    if any(sentence.atoms[i].text.startswith(THANKS) for i in around):
        aids = []  # see `thanked`
    return (
        _on_both_sides(sentence, names, scene)
        or (_together(sentence, names, aids, _reach(sentence, aids), scene) if aids and told else None)
        or _agent(sentence, names, scene)
        or _indispensable(sentence, around, names, scene)
        or _disowning(sentence, around, names, scene)
    )


def _of_aid(sentence: Sentence, at: int) -> bool:
    atom = sentence.atoms[at]
    return atom.tag == "_" and atom.value == "aid" and not is_numbered(sentence, at)


def _reach(sentence: Sentence, aids: Sequence[int]) -> int:
    return REACH if any(_credits(sentence, i) for i in aids) else REACH_OF_AID


def _credits(sentence: Sentence, at: int) -> bool:
    return sentence.atoms[at].text.startswith(_CREDIT)


_CREDIT = ("credit", "заслуг", "فضل", "الفضل")


def _of_exchange(sentence: Sentence, around: range, names: list[int], aids: list[int], scene: Scene) -> bool:
    """Is what they did about an exchange: told in the clause or just before, or by several words of help?"""
    tags = sentence.tags[around.start : around.stop]
    told = set(tags) & set("xXlgpmvr") and not (set(tags) & set("t") and not set(tags) & set("xXlgv"))
    several = len(aids) > 1 or len(names) > 1 or any(_credits(sentence, i) for i in aids)
    return bool(told) or several or _goes_on(sentence, around, scene)


def _goes_on(sentence: Sentence, around: range, scene: Scene) -> bool:
    """ "The Emirates joined in too.": a short clause about what the sentence before told of."""
    before = scene.sentences[sentence.index - 1].tags if sentence.index else ""
    return len(around) <= SHORT and bool(set(before) & set("xXlMvg"))


def _on_both_sides(sentence: Sentence, names: list[int], scene: Scene) -> Act | None:
    """ "The Emirates have got Russia and Ukraine to ...": who acts on both sides at once."""
    for i in names:
        m = compiled(r"[SKA](?:&_?[SKA])*[_vMCe]{1,4}S&?S").match(sentence.tags[i:])
        sides = [a for a in sentence.atoms[i + m.end() - 3 : i + m.end()] if a.tag == "S"] if m else []
        if m and len(sides) == 2 and all(str(a.value) in scene.sides for a in sides):
            return Act([outsider(sentence.atoms[i], scene)], i, i + int(m.end()) - 1)
    return None


_SUBJECT = compiled(r"[SKA](?:[,&]_?[SKA])*(?:,\?|r)?_{0,3}(?P<done>[Zvg])")
_BY = compiled(r"[ZvgxXl][^.;,yzKS]{0,3}_[SKA]")


def _agent(sentence: Sentence, names: list[int], scene: Scene) -> Act | None:
    """ "Abu Dhabi hammered out the terms", "freed by the Emirates", "agreed through Abu Dhabi"."""
    for i in names:
        m = _SUBJECT.match(sentence.tags, i)
        before = sentence.atoms[i - 1].text.split()[-1] if i else ""
        if m and _does(sentence, m.start("done")):
            return _together(sentence, names, [m.start("done")], REACH_OF_AID, scene)
        passive = [b for b in _BY.finditer(sentence.tags, max(0, i - 5), i + 1) if b.end() == i + 1]
        if passive and before in mediating.BY:
            return _together(sentence, names, [passive[0].start()], REACH_OF_AID, scene)
    return None


def _does(sentence: Sentence, at: int) -> bool:
    """Does the verb say that terms were made, or people set free, for others?"""
    return says(sentence.atoms[at].text, mediating.MADE_TERMS if sentence.tags[at] == "Z" else mediating.FREED)


def thanked(sentence: Sentence, scene: Scene) -> Act | None:
    """ "Moscow thanked the Emirates for their help": thanks tell who helped where nothing else did."""
    names = [i for i, a in enumerate(sentence.atoms) if a.tag in "SKA" and outsider(a, scene)]
    thanks = [i for i, a in enumerate(sentence.atoms) if a.text.startswith(THANKS)]
    states = [i for i in names if sentence.tags[i] in "SA"]
    helped = any(
        _of_aid(sentence, i) or a.tag == "M" or says(a.text, mediating.HELPED) for i, a in enumerate(sentence.atoms)
    )
    near = [i for i in states if helped and any(0 < i - t <= REACH_OF_THANKS for t in thanks)]
    if not near or sentence.tags[near[0] + 1 : near[0] + 2] == "y":
        return None
    thanked = [i for i in states if i >= near[0]]
    return _together(sentence, thanked, [max(t for t in thanks if t < near[0])], REACH_OF_THANKS, scene)


def _indispensable(sentence: Sentence, around: range, names: list[int], scene: Scene) -> Act | None:
    """ "Without the Emirates nothing would have come of it"."""
    for i in names if without_not(sentence, around) else ():
        behind = [at for at in range(max(around.start, i - 3), i) if sentence.tags[at] == "N"]
        if behind:
            return Act([outsider(sentence.atoms[i], scene)], behind[0], i)
    return None


def _disowning(sentence: Sentence, around: range, names: list[int], scene: Scene) -> Act | None:
    """ "Outside the Emirati tally", "the Emirates do not count this series as their own"."""
    for i in names:
        near = stretch(sentence, i, i, ",;.?")
        if near.stop == i + 1 and sentence.tags[i + 1 : i + 2] == ",":  # "as for Abu Dhabi, it did not ..."
            near = range(i, stretch(sentence, i + 2, i + 2, ",;.?").stop)
        text = " ".join(sentence.atoms[at].text for at in near)
        tags = sentence.tags[near.start : near.stop]
        counted = set(tags) & set("MxC") and says(text, mediating.LISTED)
        denied = "N" in tags and (says(text, mediating.CLAIMED) or counted)
        outside = says(text, mediating.OUTSIDE) and says(text, mediating.LISTED)
        if denied or outside:
            return Act([outsider(sentence.atoms[i], scene)], near.start, near.stop - 1, denied=True)
    return None


def _together(sentence: Sentence, names: list[int], words: list[int], reach: int, scene: Scene) -> Act | None:
    """The names with the nearest of the words, if they are near enough; those joined to them count as well."""
    if not names:
        return None
    word = min(words, key=lambda w: min(abs(w - n) for n in names))
    near = [n for n in names if abs(n - word) <= reach]
    near += [n for n in names if n not in near and any(_joined(sentence, m, n) for m in near)]
    agent = is_agent(sentence.atoms[word])
    short = sentence.language.code == "ar"  # where commas divide what other languages put into sentences
    if not near or running_total(sentence, min(word, *near), max(word, *near), "," if agent or short else ""):
        return None
    near += partners(sentence, max(word, *near), scene)
    who = list(dict.fromkeys(outsider(sentence.atoms[n], scene) for n in near))
    return _denied_or_not(sentence, Act(who, min(word, *near), max(word, *near)))


def _joined(sentence: Sentence, one: int, other: int) -> bool:
    first, last = sorted((one, other))
    return bool(compiled(r"[,&][_&]?(?:[SKA][,&]_?)*").fullmatch(sentence.tags, first + 1, last))


def _denied_or_not(sentence: Sentence, act: Act) -> Act | None:
    """ "The Emirates had no hand in it"; but "without the Emirates it would not have come about"."""
    around = stretch(sentence, act.first, act.last, ",;.?-")
    set_aside = compiled("N_?[SKA]")  # "and not Turkey"
    nots = [i for i in around if sentence.tags[i] == "N" and not set_aside.match(sentence.tags, i)]
    if not nots or without_not(sentence, around):
        return act
    near = [i for i in nots if act.first - 3 <= i <= act.last + 2]
    return Act(act.who, min(act.first, *near), max(act.last, *near), denied=True) if near else None


_IN = frozenset("in to into from at of в у з із до на из с к في الى إلى من".split())


def _elsewhere(sentence: Sentence, at: int) -> bool:
    """Is the name where somebody is, or who says something, rather than who acts?"""
    before = sentence.atoms[at - 1] if at else None
    behind = sentence.tags[at + 1 : at + 3]
    around = sentence.atoms[max(0, at - 5) : at]
    credited = any(a.text.startswith((*_CREDIT, *THANKS)) for a in around)
    governed = before is not None and before.tag == "_" and before.value != "aid" and before.text.split()[-1] in _IN
    place = governed and sentence.tags[at] == "S" and not credited
    transport = bool(compiled(r"W_?$").search(sentence.tags[:at]))
    return place or transport or behind.startswith("y")
