"""Finds where people were handed over or received, and where it was agreed, and judges both."""

from collections.abc import Iterator
from dataclasses import replace

from repatria.claims.claim import Found, Judgement
from repatria.claims.find import place_signs as signs
from repatria.claims.find.other_places import OF_TALKS, no_place_of_exchange
from repatria.claims.judge import places as judge
from repatria.claims.scene.scene import Scene
from repatria.claims.words.lexicon import forms
from repatria.claims.words.patterns import compiled
from repatria.claims.words.reading import plain
from repatria.claims.words.stretches import clause, segment_of
from repatria.claims.words.tagging import Match, Sentence
from repatria.claims.words.tags import Atom
from repatria.history.words import party as named

_HANDOVER = (
    # taken to Belarus; received in Sumy region
    r"W[_A]{0,4}(?<place>[LS])",
    r"W[^;.]{0,9}(?<place>L)",
    # the exchange at Esenboga airport; swapped at the border
    r"[xXgveF][^;.LZltj]{0,9}?(?<place>L)",
    r"(?<place>L)[^;.,Zltj]{0,5}[exXvg]",
    # is now in Belarus; brought the Russians to Belarus
    r"[AvpmM_]_{0,4}(?<place>S)",
    r"[xXgve][^;.LSZltj]{0,9}?(?<place>S)",
    # "росіян спершу прийняла Білорусь": who took them in
    r"[Apmck]_{0,2}(?<takes>v)(?<place>S)",
    r"[xXgveWF][^;.Zltj]{0,25}?(?<place>L)",
    r"(?<place>L)[^;.Zltj]{0,15}[exXvg]",
    # Where? In Sumy region. The line or the answer is the place alone.
    r"\?_{0,5}(?<place>L)",
    r"^[_r]{1,4}(?<place>L)\.?$",
)
_TALKS = (
    r"[Zl][_ltZx]{0,5}d?_{0,3}(?<place>[LS])",
    # the talks had been held in Abu Dhabi
    r"t[_]{0,3}[he][_]{0,2}(?<place>[LS])",
    r"t_?(?<place>[LS])",
    r"t_{2,3}(?<place>L)",
)


def find(scene: Scene) -> Iterator[Found]:
    """Give every claim about a place, judged."""
    for sentence in scene.sentences:
        taken: set[int] = set()
        for at, first, talks in (*_by_pattern(sentence, scene), *_by_sense(sentence, scene)):
            if at not in taken:
                taken.add(at)
                of_talks = (talks or signs.of_negotiators(sentence, at)) and not signs.arrives(sentence, at)
                yield _found(sentence, first, at, of_talks, scene)


def _by_pattern(sentence: Sentence, scene: Scene) -> Iterator[tuple[int, int, bool]]:
    for patterns, talks in ((_TALKS, True), (_HANDOVER, False)):
        for pattern in patterns:
            for m in sentence.find(pattern):
                at = m.match.start("place")
                if _taken_in(m) or _place_here(sentence, m.match.start(), at, scene, talks):
                    yield at, _begin(sentence, m.match.start(), at), talks


def _by_sense(sentence: Sentence, scene: Scene) -> Iterator[tuple[int, int, bool]]:
    for at, first, talks in signs.located(sentence, scene):
        told_of_others = sentence.tags[at] == "L" and _of_others(sentence, at)
        if not (_of_person(sentence, at) or told_of_others or signs.second_name(sentence, at)):
            yield at, first, talks


def _found(sentence: Sentence, first: int, at: int, talks: bool, scene: Scene) -> Found:
    place = _name(sentence.atoms[at])
    decide = judge.talks if talks or place in OF_TALKS else judge.handover
    judgement = _gone_on(sentence, at, decide(place, scene.focus(sentence, at)))
    if decide is judge.talks and judgement.verdict != "true" and "d" in sentence.tags:
        own = decide(place, scene.main)  # the day told is the one of the talks
        judgement = own if own.verdict == "true" else judgement
    start, end = sentence.span(first, at)
    return Found(
        "place", start, end, f"{place} (talks)" if decide is judge.talks else place, judgement, sentence.index
    )


def _gone_on(sentence: Sentence, at: int, judgement: Judgement) -> Judgement:
    """People handed over in Belarus go on to a region of their own: being *met* there is no other handover."""
    tags = {sentence.tags[i] for i in segment_of(sentence, at)}
    known = {e.place for e in judgement.exchanges}
    met = sentence.tags[at] == "L" and tags & set("vW") and not tags & set("xX")
    refuted = judgement.verdict == "false" and known == {"Belarus"}
    return replace(judgement, verdict="unknown") if met and refuted else judgement


def _taken_in(m: Match) -> bool:
    place = m.atom("place") if m.match.groupdict().get("takes") else None
    return place is not None and str(place.value) in _TRANSIT


def _begin(sentence: Sentence, first: int, at: int) -> int:
    """From the verb, if it is near; else from the preposition."""
    return first if at - first <= 5 else max(first, at - 3)


def _place_here(sentence: Sentence, first: int, at: int, scene: Scene, talks: bool) -> bool:
    tags = sentence.tags
    if no_place_of_exchange(sentence, at):
        return False
    if signs.second_name(sentence, at):  # "at Esenboga airport in Ankara" is one place
        return False
    segment = segment_of(sentence, at)
    inside = tags[segment.start : at]
    if compiled("os[_AvSmwp]*$|ox[_pQ]{0,3}s[_AvSmwp]*$").search(tags[:at]):
        return False  # "the first since troops crossed into Kursk region"
    if any(tag in inside for tag in ("j",)) or "j" in tags[first : at + 1]:
        return False
    name = sentence.atoms[at]
    if tags[at] == "S":
        code = str(name.value)
        if code in ("ICRC", "UN") or code in scene.sides or (not talks and code in ("USA", "DEU")):
            return False
        if signs.city(name) and not talks:
            if "y" in tags[at + 1 : at + 3]:  # "in Abu Dhabi they said"
                return False
            around = clause(sentence, at)
            told = set(tags[around.start : around.stop]) & set("vgWxX") and "o" not in tags
            return bool(told) and _toward(sentence, at) and not set(inside) & set("tlZ")
        if not talks and code in _ONWARD and not set(inside) & set("vgW"):
            return False
        if not talks and "W" not in tags[first:at] and (code not in _TRANSIT or not _toward(sentence, at)):
            return False
        located = any(
            a.text in _TO or a.text in ("at", "near") for a in sentence.atoms[_preposition(sentence, at) : at]
        )
        return (talks and located and _of_talks(sentence, first, at, scene)) or not talks
    if talks:
        return _of_talks(sentence, first, at, scene)
    return not (_of_person(sentence, at) or _of_others(sentence, at))


# Who waits, meets and asks at a place has not been handed over there.
_KIN = (
    "famil", "relative", "родин", "рідні", "родич", "родн", "родствен", "семь", "семей", "матер", "عايل", "اهال",
    "ذوي",
)  # fmt: skip


def _of_others(sentence: Sentence, at: int) -> bool:
    """ "Families came to Chernihiv", "who were still in Gaza", "delegations sat down in Istanbul for talks"."""
    segment = segment_of(sentence, at)
    inside = sentence.atoms[segment.start : segment.stop]
    kin = any(form.startswith(_KIN) for a in inside for form in forms(a.text))
    moved = set(sentence.tags[segment.start : at]) & set("vgXxeW")
    before = sentence.atoms[segment.start - 1].text if segment.start else ""
    stayed = any(a.text in ("still", "alive", "досі", "ещё", "еще") for a in sentence.atoms[max(0, at - 3) : at])
    return (
        kin or stayed or (before in _WHO and not moved) or (not moved and "t" in sentence.tags[at : segment.stop])
    )


_WHO = frozenset("who які котрі которые الذين".split())


# States where people of others have been handed over, and that are hardly named for anything else here.
_TRANSIT = {"BLR", "POL", "LTU", "ROU", "HUN", "SVK", "KAZ", "GEO", "SAU", "TUR"}
# Mediators too: people have been flown on to them, and stay in them.
_ONWARD = {"SAU", "TUR"}
_TO = frozenset("to in into до в у на територію території територии територия إلى الى في".split())


_TOWARD = {plain(word) for word in _TO} | {"аэропорту", "аеропорту", "airport of", "مطار"}


_TERRITORIES = ("belarusian soil", "belarusian territory", "الاراضي", "территори", "територі")


def _toward(sentence: Sentence, at: int) -> bool:
    """ "in Belarus", "to Belarus", "на территории Белоруссии", and not where people were held."""
    before = sentence.atoms[at - 1].text.split()[-1] if at else ""
    crossed = any("cross" in a.text for a in sentence.atoms[max(0, at - 4) : at]) and before == "from"
    clause = sentence.tags[segment_of(sentence, at).start : at]
    territory = sentence.atoms[at].text.startswith(_TERRITORIES)
    return (before in _TOWARD or territory or crossed) and not set(clause) & set("hjMq")


def _of_talks(sentence: Sentence, first: int, at: int, scene: Scene) -> bool:
    """The place of the talks of this exchange, not of one before."""
    previous = compiled("(?<!o_?&_?)(?<!o)P").search(sentence.tags[:at])
    since = compiled("s(?!_?[lt])").search(sentence.tags[max(0, at - 12) : at])
    return not previous and not since


def _preposition(sentence: Sentence, at: int) -> int:
    """Where a preposition of the place may stand: right before it, or before one word that describes it."""
    return max(0, at - 2 if sentence.tags[at - 1] == "_" else at - 1)


_GROUNDS = frozenset("tarmac territory soil outskirts city town airfield apron runway edge side".split())


def _of_person(sentence: Sentence, at: int) -> bool:
    """ "Denis Pushilin in Donetsk" is where a speaker is, "from Kursk region" where people are from."""
    before = sentence.tags[max(0, at - 2) : at]
    words = sentence.atoms[at - 1].text if at else ""
    around = sentence.atoms[at - 2].text if at > 1 else ""
    if words == "of" and around in _GROUNDS:
        return False
    residents = words.startswith(("resident", "inhabitant", "жител", "мешкан", "سكان", "اهالي", "المدني"))
    leaves = str(sentence.atoms[at].value).startswith(signs.DEPARTURES) and words not in (
        "of",
        "з",
        "із",
        "من",
        "из",
    )
    return "K" in before or residents or (words in ("from", "из", "з", "із", "من", "of") and not leaves)


def _name(atom: Atom) -> str:
    if city := signs.city(atom):
        return city
    return named(str(atom.value)) if atom.tag == "S" else str(atom.value)
