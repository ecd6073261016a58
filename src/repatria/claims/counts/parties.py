"""Whose people a number counts: told by a nation, a goal, a subject and its verb, a label, or the words before."""

from dataclasses import replace

from repatria.claims.counts.agents import by_agent, by_return
from repatria.claims.counts.item import Item
from repatria.claims.counts.labels import FROM, TO, Ruling, by_label, by_membership, by_other_side
from repatria.claims.counts.speakers import by_own_side, by_returning, speaker_side
from repatria.claims.counts.subjects import by_subject, direction, verb_before
from repatria.claims.scene.conflict import side_of_ours
from repatria.claims.scene.scene import Scene
from repatria.claims.words.patterns import compiled
from repatria.claims.words.stretches import segment_of
from repatria.claims.words.tagging import Sentence


def with_party(item: Item, scene: Scene, before: Item | None) -> Item:
    """Give `item` with the party its people belong to, and how that was found out.

    Args:
        before: the number of people that stands before it in the sentence.
    """
    for rule in _RULES:
        party, role = rule(item, scene, before)
        if party:
            return replace(item, party=party, role=role)
    return item


def _by_nation(item: Item, scene: Scene, before: Item | None) -> Ruling:
    """ "277 *Ukrainian* soldiers", "the number of *Ukrainians* returned at 189", "four of the *Ukrainians*"."""
    sentence, at = item.sentence, item.at
    end = (item.noun_at if item.noun_at is not None else at) + 2
    for i in range(at + 1, min(end + 1, len(sentence.tags))):
        if sentence.tags[i] in ",;.n?&":
            break
        if sentence.tags[i] == "A" and sentence.tags[i + 1 : i + 2] != "q":
            return _nations(sentence, i, scene), "nation"
    citizens = compiled("_?p_?(?<of>S)").match(sentence.tags, at + 1)
    if citizens and _citizens(sentence, at, citizens.start("of")):  # "eighteen nationals of Saudi Arabia"
        return _side_of(str(sentence.atoms[citizens.start("of")].value), scene), "nation"
    if sentence.tags[at + 1 : at + 4] == "_S_" and sentence.atoms[at + 3].text == "'s":  # "157 of Kyiv's people"
        return _side_of(str(sentence.atoms[at + 2].value), scene), "nation"
    if (owner := _owner(sentence, at)) is not None:
        return _side_of(owner, scene), "nation"
    segment = segment_of(sentence, at)
    for i in range(at - 1, max(segment.start, at - 6) - 1, -1):
        if sentence.language.code == "ar" and sentence.tags[i] in "vg" and "p" in sentence.tags[segment.start : i]:
            break  # "released two Azerbaijani captives and got back 32"
        if sentence.language.code == "ar" and sentence.tags[i - 1 : i + 1] in ("qA", "hA"):
            continue  # "in Russian captivity", the adjective behind
        if sentence.tags[i] == "A" and compiled("n_?$").search(sentence.tags[:i]) and before is not None:
            break  # "three Russian pilots for 45": the nation of another number
        if sentence.tags[i] == "A" and sentence.tags[i + 1 : i + 2] != "q":
            return _side_of(str(sentence.atoms[i].value), scene), "nation"
    return None, ""


_CITIZENS = (
    "citizen",
    "national",
    "subject",
    "громадян",
    "підданц",
    "піддан",
    "граждан",
    "подданн",
    "مواطن",
    "رعايا",
)


def _citizens(sentence: Sentence, first: int, last: int) -> bool:
    return any(a.text.startswith(_CITIZENS) for a in sentence.atoms[first + 1 : last])


def _by_ours(item: Item, scene: Scene, before: Item | None) -> Ruling:
    """ "140 *наших* захисників": the side of whoever says it, else the one whose language the report is in."""
    end = (item.noun_at if item.noun_at is not None else item.at) + 1
    side = side_of_ours(item.sentence, item.sentence.atoms[item.at : end + 1])
    if side and '"' in item.sentence.tags[: item.at]:
        side = speaker_side(item.sentence, item.at, scene) or side
    return (side, "nation") if side in scene.sides else (None, "")


_SHARES = ("share", "tally", "number", "figure", "count", "total", "toll", "side")


def _owner(sentence: Sentence, at: int) -> str | None:
    """ "*Russia's* tally was 157"."""
    for i in range(max(0, at - 6), at - 2):
        if sentence.tags[i] == "S" and sentence.atoms[i + 1].text == "'s" and sentence.atoms[i + 2].text in _SHARES:
            return str(sentence.atoms[i].value)
    return None


def _nations(sentence: Sentence, at: int, scene: Scene) -> str | None:
    """ "Saudi or Sudanese" are two parties."""
    first = _side_of(str(sentence.atoms[at].value), scene)
    if first and sentence.tags[at + 1 : at + 3] in ("_A", "&A"):
        second = _side_of(str(sentence.atoms[at + 2].value), scene)
        if second and second != first and scene.other(first) == scene.other(second):
            return f"{first};{second}"
    return first


def _side_of(party: str, scene: Scene) -> str | None:
    return party if party in scene.sides else None


def _by_goal(item: Item, scene: Scene, before: Item | None) -> Ruling:
    """ "thirteen were flown to *Germany*, three to the *United States*"."""
    sentence = item.sentence
    for i in range(item.at - 1, max(0, item.at - 4), -1):  # "to Russia went 110 people"
        opening = i < 3 or sentence.tags[i - 2] in ",;.&v"
        if sentence.tags[i] == "S" and sentence.atoms[i - 1].text in TO and opening and _goes(sentence, i, item.at):
            party = str(sentence.atoms[i].value)
            return (party, "goal") if party in scene.sides else (None, "")
    if to_both_sides(item):
        return None, ""
    for i in range(item.at + 1, min(item.at + 8, len(sentence.tags))):
        if sentence.tags[i] in "wxt" and sentence.tags[i + 1 : i + 3] == "_S":
            break  # "captives from the war in Ukraine"
        sent = sentence.tags[i] == "?" and compiled("_{0,2}[vWg]").match(sentence.tags, i + 1)
        if sentence.tags[i] in ",;.n?&hq" and not sent:  # "110 captives who were sent to Russia"
            break
        if sentence.tags[i] == "S" and _to(sentence, i) and sentence.tags[i + 1 : i + 3] != "&S":
            party = str(sentence.atoms[i].value)
            return (party, "goal") if party in scene.sides else (None, "")
    return None, ""


def to_both_sides(item: Item) -> bool:
    """ "190 captives are going home to Russia and Ukraine": of both sides together."""
    for m in compiled("S(?:&|_)?S").finditer(item.sentence.tags, item.at + 1, item.at + 9):
        between = item.sentence.tags[item.at + 1 : m.start()]
        before = item.sentence.atoms[m.start() - 1].text
        moved = "v" in between or "v" in item.sentence.tags[max(0, item.at - 3) : item.at]
        if moved and not set(between) & set(",;.n&?") and before in TO and before != "in":
            return True
    return False


def _goes(sentence: Sentence, first: int, last: int) -> bool:
    """Is a verb of coming home between the side and the number, or (Arabic) before the side?"""
    if sentence.language.code == "ar" and last - first == 1 and "v" in sentence.tags[max(0, first - 3) : first]:
        return True
    return any(
        (sentence.tags[i] == "v" and direction(sentence.atoms[i]) == "come") or sentence.atoms[i].text == "went"
        for i in range(first + 1, last)
    )


def _to(sentence: Sentence, at: int) -> bool:
    if sentence.tags[at - 1] == "W" and sentence.atoms[at - 1].text.endswith(" to"):
        return True
    words = [sentence.atoms[i].text for i in range(max(0, at - 2), at)]
    text = " ".join(words)
    if any(word in FROM for word in words[-1:]):
        return False
    return any(word in TO for word in text.split()[-2:])


_HELD_AT = frozenset("لدي لدى عند".split())
_BY = frozenset("by in в у لدى لدي في".split())


def _by_captivity(item: Item, scene: Scene, before: Item | None) -> Ruling:
    """ "108 women from *Russian captivity*"."""
    sentence = item.sentence
    for i in range(item.at + 1, min(item.at + 7, len(sentence.tags))):
        if sentence.tags[i] in ";.n":
            break
        if sentence.tags[i] == "S" and sentence.atoms[i - 1].text in _HELD_AT and sentence.tags[i - 2] in "pmk":
            code = str(sentence.atoms[i].value)  # "215 captives *in the hands of* Russia"
            return (scene.other(code), "captivity") if code in scene.sides else (None, "")
        if sentence.tags[i] == "S" and sentence.tags[i - 2 : i] == "h_" and sentence.atoms[i - 1].text in _BY:
            code = str(sentence.atoms[i].value)  # "215 people held by Russia"
            return (scene.other(code), "captivity") if code in scene.sides else (None, "")
        if sentence.tags[i] == "q" and sentence.atoms[i].value:
            return scene.other(str(sentence.atoms[i].value)), "captivity"
    return None, ""


def _by_origin(item: Item, scene: Scene, before: Item | None) -> Ruling:
    """ "215 prisoners came *out of Russia*", "105 left *Gaza*", "вышли *из сектора*": of the other side."""
    sentence = item.sentence
    if len(scene.sides) > TWO:
        return None, ""
    m = compiled("[pmckAO_]{0,4}v(?<from>_{0,2})(?<of>[SL])").match(sentence.tags, item.at + 1)
    if m is None:
        return None, ""
    words = [a.text for a in sentence.atoms[m.start("from") : m.end("from")]]
    verb = sentence.atoms[m.start("from") - 1].text
    left = verb.startswith(_LEFT) and not words
    if not left and not _OUT_OF & set(f"{verb} {' '.join(words)}".split()):
        return None, ""
    code = "PSE" if sentence.tags[m.start("of")] == "L" else str(sentence.atoms[m.start("of")].value)
    return (scene.other(code), "captivity") if code in scene.sides else (None, "")


TWO = 2
_OUT_OF = frozenset("from out з із зі из من".split())
_LEFT = ("left", "leave", "غادر")


def _by_echo(item: Item, scene: Scene, before: Item | None) -> Ruling:
    """ "Kyiv got back 116 people, and *Moscow* 63"; "released 32 ... and *Armenia* two"."""
    sentence, at = item.sentence, item.at
    for i in range(at - 1, max(-1, at - 3), -1):
        if sentence.tags[i] == "S" and before is not None:
            code = str(sentence.atoms[i].value)
            if code in scene.sides:
                gives = before.role == "give" or _gave(before)
                return (scene.other(code) if gives else code), before.role or "get"
        if sentence.tags[i] not in "-_,":
            break
    return None, ""


def _by_dash(item: Item, scene: Scene, before: Item | None) -> Ruling:
    """ "25 captives Russia gave up, 25 — *Ukraine*": the dash stands for the verb that was told."""
    sentence, at = item.sentence, item.at
    if before is None or sentence.tags[at + 1 : at + 3] not in ("-S", ",S"):
        return None, ""
    code = str(sentence.atoms[at + 2].value)
    if code not in scene.sides or sentence.tags[at + 3 : at + 4] in ("v", "g", "y"):
        return None, ""
    return (scene.other(code) if before.role == "give" or _gave(before) else code), before.role or "get"


def _by_colon(item: Item, scene: Scene, before: Item | None) -> Ruling:
    """ "Israel freed 1,968 Palestinians: *250 serving life terms* ...": whose the whole is, the parts are."""
    if before is None or before.party is None or before.each:
        return None, ""
    between = item.sentence.atoms[before.last + 1 : item.at]
    between = between[1:] if between and between[0].tag == "A" else between
    straight = any(a.text == ":" for a in between) and not {a.tag for a in between} & set("vgXSAdEn")
    return (before.party, before.role) if straight else (None, "")


def _gave(item: Item) -> bool:
    verb = verb_before(item.sentence, item.at)
    return verb is not None and direction(item.sentence.atoms[verb]) == "give"


_RULES = (
    by_label,
    by_other_side,
    _by_colon,
    by_membership,
    _by_dash,
    _by_nation,
    _by_ours,
    by_agent,
    by_own_side,
    _by_goal,
    _by_origin,
    by_subject,
    _by_captivity,
    _by_echo,
    by_return,
    by_returning,
)
