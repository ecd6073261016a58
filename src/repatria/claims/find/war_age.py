"""Finds how old the war is said to be: "in its 35th month", "almost four years of war"."""

from collections.abc import Iterator

from repatria.claims.claim import Found
from repatria.claims.find import anniversaries
from repatria.claims.judge import war_age as judge
from repatria.claims.scene.scene import Scene
from repatria.claims.words.languages import war_words
from repatria.claims.words.languages.time_words import says
from repatria.claims.words.numbers import Duration
from repatria.claims.words.tagging import Match, Sentence

# A later month is counted from the beginning of the war, though no word says so.
LAST_OF_A_YEAR = 12

_PATTERNS = (
    # in its 35th month; in the fourth year of the war
    r"w[_QCveAndW,?EMhr]{0,10}(?<nth>o)(?<unit>[iu])",
    # for the war this is month twenty-eight; the war which entered its 51st month (Arabic order)
    r"w[^.;xXIPpmckn]{0,10}(?<unit>i)(?<nth>n)",
    r"[wY][^.;xXIPpmckoNuK]{0,8}(?<unit>[iu])(?<nth>o)",
    r"(?:(?<nth>o)(?<unit>[iu])|(?<unit>[iu])(?<nth>o))[_OS]{0,5}[wY]",
    # the 52nd month has begun: nothing else is counted so far in months
    r"(?<nth>o)(?<unit>i)(?<late>)(?!_?[xXlI])",
    # day 969 of the war
    r"(?<unit>[id])_?(?<nth>n)[_O]{0,4}[wY]",
    # 47 months into the invasion; the 23-month conflict; fifty months to the day after the tanks rolled in
    r"(?<![oI]_{0,3})(?<length>u)[^.;,xXIPNqKkpmcdnyl\-]{0,8}[wYC]",
    r"s(?<length>u)[_]{0,4}[wY]",
    r"(?<length>u),[_se]{1,3}[wYC]",
    # months of war: 43 already
    r"(?<unit>i)_?w[C_\-;]{0,3}(?<count>n)(?=_?[.,;]|$)",
    # the war is three years old; the war has gone on for 43 full months
    r"w[_CvehQsNgP,Ai?]{0,8}(?<length>u)",
    # since the beginning of the war thirty months have passed
    r"[YC](?:,?\?)?[_e]{0,4}(?<length>u)",
    # the war that Russia began, launched, has waged for, four months ago
    r"[wYC](?<began>)[^.;xXIPNqKpmcknuo]{0,7}(?<ago>d)",
    # Russia attacked almost four years ago; four months have passed since its tanks rolled in
    r"(?<attack>[SA_rw])[^.;,xXIPNq]{0,7}(?<ago>d)",
    r"(?<ago>d)[^.;,xXIPNq]{0,5}(?<attack>_)[^.;,xXIPNq]{0,3}",
    # almost four years ago Russia began its invasion
    r"(?<ago>d)(?<started>[S_]{1,4})w",
    r"(?<length>u)[^.;,xXIPNqpmk]{0,5}s[^.;,xXIPNq]{0,5}(?<attack>_)[^.;,xXIPNq]{0,3}",
    r"s[^.;,xXIPNq]{0,4}(?<attack>_)[^.;,xXIPNq]{0,3}(?<length>u)",
    r"(?<length>u),_[SA_]{0,3}(?<attack>_)",
    # the month or year of a war told farther off
    r"(?<nth>o)(?<unit>[iu])(?=[^;.]*[wY])",
    r"(?<=w[^;.ndIPNxXK]*)(?<length>u)(?=[^;.xXIP]*$|[.,;])",
)


def find(scene: Scene) -> Iterator[Found]:
    """Give every claim about the age of the war, judged."""
    for sentence in scene.sentences:
        coming = list(anniversaries.find(sentence, scene))
        yield from coming or _ages(sentence, scene)


def _ages(sentence: Sentence, scene: Scene) -> Iterator[Found]:
    taken: set[int] = set()
    for pattern in _PATTERNS:
        for m in sentence.find(pattern):
            where = set(range(m.match.start(), m.match.end()))
            found = None if where & taken else _found(m, scene)
            if found:
                taken |= where
                yield found


def _found(m: Match, scene: Scene) -> Found | None:
    if (_to_anniversary(m.sentence)) or _operation(m) or _still_to_come(m) or _no_attack(m):
        return None
    start, end = m.span
    index = m.sentence.index
    if "nth" in m.match.groupdict():
        nth, unit = m.atom("nth"), _unit(m.atom("unit"))
        n = getattr(nth.value, "n", nth.value) if nth else None
        whole = _over(m)
        value = {f"{'completed' if whole else 'running'}{'_year' if unit == 'year' else ''}": n}
        judgement = judge.running(n, unit, scene, -1 if whole else int(_soon(m)))
        return Found("months_of_war", start, end, value, judgement, index)
    length = _length(m)
    if length is None or (length.unit in ("day", "week") and length.in_months < 1):
        return None
    value = {"completed": round(length.in_months)} if length.unit != "day" else {"days": length.amount}
    hedged = (
        judge.hedged(length, "nearly") if _soon(m) else judge.hedged(length, "over") if _exceeded(m) else length
    )
    judgement = judge.completed(hedged, _strict(m), scene)
    return Found("months_of_war", start, end, value, judgement, index)


def _to_anniversary(sentence: Sentence) -> bool:
    """Is the time to an anniversary told, and no age?"""
    return says(" ".join(a.text for a in sentence.atoms), war_words.ANNIVERSARY)


def _still_to_come(m: Match) -> bool:
    """ "Another two years of war", but not "more than two years of war"."""
    at = next((i for i, a in enumerate(m.sentence.atoms) if a.tag == "u" and i >= m.match.start()), 0)
    length = m.sentence.atoms[at]
    before = m.sentence.atoms[at - 1].text if at else ""
    hedged = getattr(length.value, "how", "exact") != "exact"
    return says(before if hedged else f"{before} {length.text}", war_words.STILL_TO_COME)


def _no_attack(m: Match) -> bool:
    """A pattern that needs a word for the attack which began the war, and has none."""
    groups, words = m.match.groupdict(), " ".join(a.text for a in m.atoms)
    if "began" in groups and m.match.group()[0] == "w":
        ahead = m.sentence.atoms[max(0, m.match.start() - 3) : m.match.end()]  # a verb may open the sentence
        told = " ".join(a.text for a in ahead)
        return not ("e" in m.match.group() or says(told, war_words.STARTED) or says(told, war_words.ATTACKED))
    if "started" in groups:
        return not says(words, war_words.STARTED)
    return "attack" in groups and not says(words, war_words.ATTACKED)


def _operation(m: Match) -> bool:
    """ "the first months of the invasion" is no age."""
    groups = m.match.groupdict()
    nth = m.atom("nth") if "nth" in groups else None
    today = "unit" in groups and m.sentence.tags[m.match.start("unit")] == "d"
    if ("late" in groups and not _late_month(m)) or (today and not _day_of_war(m)):
        return True
    return nth is not None and getattr(nth.value, "n", nth.value) == 1


def _day_of_war(m: Match) -> bool:
    """Arabic "the day" is "today" as well: "on the day 1,443 of the war"."""
    unit = m.atom("unit")
    return unit is not None and unit.text.endswith("اليوم")


def _late_month(m: Match) -> bool:
    nth = m.atom("nth")
    late = nth is not None and isinstance(nth.value, int) and nth.value > LAST_OF_A_YEAR
    return late and _unit(m.atom("unit")) == "month"


def _unit(atom: object) -> str | None:
    value = getattr(atom, "value", None)
    if getattr(atom, "tag", "") == "d":
        return "day"
    return value.unit if isinstance(value, Duration) else value if isinstance(value, str) else None


def _exceeded(m: Match) -> bool:
    """ "The war has passed its 38th month": the length is a verb's object."""
    return says(" ".join(a.text for a in m.atoms), war_words.EXCEEDED)


def _length(m: Match) -> Duration | None:
    if "count" in m.match.groupdict():
        n, unit = getattr(getattr(m.atom("count"), "value", None), "n", None), _unit(m.atom("unit"))
        return Duration(n, unit) if n and unit else None
    for name in ("length", "ago"):
        if m.match.groupdict().get(name):
            value = getattr(m.atom(name), "value", None)
            value = getattr(value, "back", value)
            return value if isinstance(value, Duration) else None
    return None


def _soon(m: Match) -> bool:
    """ "Will soon enter its fourth year" tells of the one that comes, "nears the end of its third" does not."""
    first = m.match.start()
    if m.sentence.tags[first] != "w" or not m.sentence.atoms[first].text.startswith("و"):
        first = max(0, first - 4)  # an Arabic "and the war" begins a clause of its own
    told = " ".join(a.text for a in m.sentence.atoms[first : m.match.end()])
    return says(told, war_words.SOON) and not says(told, war_words.ENDING)


def _over(m: Match) -> bool:
    first, last = max(0, m.match.start() - 3), min(len(m.sentence.atoms), m.match.end() + 2)
    words = " ".join(a.text for a in m.sentence.atoms[first:last])
    return says(words, war_words.IS_OVER) and not says(words, war_words.SOON)


def _strict(m: Match) -> bool:
    first, last = max(0, m.match.start() - 1), min(len(m.sentence.atoms), m.match.end() + 1)
    return says(" ".join(a.text for a in m.sentence.atoms[first:last]), war_words.WHOLE)
