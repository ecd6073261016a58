"""Finds how old the war is said to be, and judges it by the calendar: it began on 24 February 2022."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

from repatria.claims.claim import Found, Judgement
from repatria.claims.scene.scene import Scene
from repatria.claims.words.languages import time_words
from repatria.claims.words.languages.time_words import says
from repatria.claims.words.numbers import Duration
from repatria.claims.words.tagging import Match
from repatria.i18n import _

BEGINNINGS = {"Russia-Ukraine": date(2022, 2, 24)}
MONTH = 30.44
# A later month is counted from the beginning of the war, though no word says so.
LAST_OF_A_YEAR = 12

_PATTERNS = (
    # in its 35th month; in the fourth year of the war
    r"w[_QCveAndW,?EM]{0,10}(?<nth>o)(?<unit>[iu])",
    # for the war this is month twenty-eight
    r"w[^.;xXIPpmckn]{0,10}(?<unit>i)(?<nth>n)",
    r"(?<nth>o)(?<unit>[iu])[_OS]{0,5}[wY]",
    # the 52nd month has begun: nothing else is counted so far in months
    r"(?<nth>o)(?<unit>i)(?<late>)(?!_?[xXlI])",
    # day 969 of the war
    r"(?<unit>i)(?<nth>n)[_O]{0,4}[wY]",
    # 47 months into the invasion; the 23-month conflict; fifty months to the day after the tanks rolled in
    r"(?<![oI]_{0,3})(?<length>u)[^.;,xXIPNqKkpmcdnyl\-]{0,8}[wYC]",
    r"s(?<length>u)[_]{0,4}[wY]",
    # the war is three years old; the war has gone on for 43 full months
    r"w[_CvehQsNgP,Ai]{0,8}(?<length>u)",
    # since the beginning of the war thirty months have passed; in its 48th month (Arabic order)
    r"[YC][_e]{0,4}(?<length>u)",
    r"w[_Csid]{0,5}(?<unit>[iu])(?<nth>o)",
    # the invasion began four months ago
    r"[wYC][_Cev,]{0,4}(?<ago>d)",
    # Russia attacked almost four years ago; four months have passed since its tanks rolled in
    r"(?<attack>[SA_rw])[^.;,xXIPNq]{0,7}(?<ago>d)",
    r"(?<ago>d)[^.;,xXIPNq]{0,5}(?<attack>_)[^.;,xXIPNq]{0,3}",
    # almost four years ago Russia began its invasion
    r"(?<ago>d)(?<started>[S_]{1,4})w",
    r"(?<length>u)[^.;,xXIPNqpmk]{0,5}s[^.;,xXIPNq]{0,5}(?<attack>_)[^.;,xXIPNq]{0,3}",
    r"s[^.;,xXIPNq]{0,4}(?<attack>_)[^.;,xXIPNq]{0,3}(?<length>u)",
    # the month or year of a war told farther off
    r"(?<nth>o)(?<unit>[iu])(?=[^;.]*[wY])",
    r"(?<=w[^;.ndIPNxXK]*)(?<length>u)(?=[^;.xXIP]*$|[.,;])",
    # a week remains to the anniversary of the invasion
    r"(?<to>_)_{0,3}[wY][_h\-]{0,3}(?<unit>[iu])",
    # in seven days it will be a year since the invasion began
    r"(?<unit>[ui])_{0,2}[ui]_{0,2}(?<to>[wY])",
    r"(?<unit>[iu])[_\-]{0,2}(?<to>_)_{0,2}[wY]",
    r"(?<length>[u])[_]{0,4}(?<to>_)_{0,2}w",
)
_STRICT = {
    "اتمت",
    "اكملت",
    "turned",
    "marks",
    "исполнилось",
    "виповнилось",
    "сповнилось",
    "завершила",
    "ровно",
    "рівно",
    "exactly",
    "full",
    "whole",
    "complete",
    "повних",
    "повні",
    "полных",
    "كاملا",
    "كامله",
    "completed",
}
_ANNIVERSARY = (
    "anniversar", "годовщин", "річниц", "роковин", "исполнится", "виповниться", "сповниться", "ذكري",
)  # fmt: skip


def find(scene: Scene) -> Iterator[Found]:
    """Give every claim about the age of the war, judged."""
    for sentence in scene.sentences:
        taken: set[int] = set()
        for pattern in _PATTERNS:
            for m in sentence.find(pattern):
                where = set(range(m.match.start(), m.match.end()))
                found = None if where & taken else _found(m, scene)
                if found:
                    taken |= where
                    yield found


def _found(m: Match, scene: Scene) -> Found | None:
    groups = m.match.groupdict()
    text = " ".join(a.text for a in m.sentence.atoms)
    anniversary = any(word in text for word in _ANNIVERSARY)
    if "to" in groups:
        return _to_anniversary(m, scene) if anniversary else None
    if (anniversary and not _will_be_so_old(m, text)) or _operation(m) or _still_to_come(m) or _no_attack(m):
        return None
    start, end = m.span
    index = m.sentence.index
    if "nth" in groups:
        nth, unit = m.atom("nth"), m.atom("unit")
        counted = getattr(nth.value, "n", nth.value) if nth else None
        whole = _over(m)
        value = {f"{'completed' if whole else 'running'}{'_year' if _unit(unit) == 'year' else ''}": counted}
        judgement = _running(nth, unit, scene, -1 if whole else int(_soon(m)))
        return Found("months_of_war", start, end, value, judgement, index)
    length = _length(m)
    if length is None or (length.unit in ("day", "week") and length.in_months < 1):
        return None
    value = {"completed": round(length.in_months)} if length.unit != "day" else {"days": length.amount}
    return Found("months_of_war", start, end, value, _completed(length, m, scene), index)


def _will_be_so_old(m: Match, text: str) -> bool:
    """ "The war will soon be four years old", in a verb, where no other length of time is told."""
    lengths = [a for a in m.sentence.atoms if a.tag in "ui"]
    return len(lengths) == 1 and any(word in text for word in _WILL_BE)


# "Will be so old", as one word.
_WILL_BE = ("исполнится", "виповниться", "сповниться")


def _still_to_come(m: Match) -> bool:
    """ "Another two years of war"."""
    at = next((i for i, a in enumerate(m.sentence.atoms) if a.tag == "u" and i >= m.match.start()), 0)
    before = m.sentence.atoms[max(0, at - 1) : at + 1]
    return says(" ".join(a.text for a in before), time_words.STILL_TO_COME)


def _no_attack(m: Match) -> bool:
    """A pattern that needs a word for the attack which began the war, and has none."""
    words = " ".join(a.text for a in m.atoms)
    if "started" in m.match.groupdict() and not says(words, time_words.STARTED):
        return True
    return "attack" in m.match.groupdict() and not says(" ".join(a.text for a in m.atoms), time_words.ATTACKED)


def _operation(m: Match) -> bool:
    """ "the first months of the invasion" is no age."""
    nth = m.atom("nth") if "nth" in m.match.groupdict() else None
    if "late" in m.match.groupdict() and not _late_month(m):
        return True
    return nth is not None and getattr(nth.value, "n", nth.value) == 1


def _late_month(m: Match) -> bool:
    nth = m.atom("nth")
    late = nth is not None and isinstance(nth.value, int) and nth.value > LAST_OF_A_YEAR
    return late and _unit(m.atom("unit")) == "month"


def _unit(atom: object) -> str | None:
    value = getattr(atom, "value", None)
    return value.unit if isinstance(value, Duration) else value if isinstance(value, str) else None


def _length(m: Match) -> Duration | None:
    for name in ("length", "ago"):
        if m.match.groupdict().get(name):
            atom = m.atom(name)
            value = getattr(atom, "value", None)
            value = getattr(value, "back", value)
            return value if isinstance(value, Duration) else None
    return None


def _days(scene: Scene) -> list[int]:
    """Days of war on the report's day and on the day of the exchange."""
    began = BEGINNINGS.get(scene.conflict or "")
    if began is None:
        return []
    return [(day - began).days for day in dict.fromkeys((scene.as_of, scene.day)) if day >= began]


def _months(scene: Scene) -> list[int]:
    """Whole months of war on those days."""
    began = BEGINNINGS.get(scene.conflict or "")
    if began is None:
        return []
    return [
        (day.year - began.year) * 12 + day.month - began.month - (day.day < began.day)
        for day in dict.fromkeys((scene.as_of, scene.day))
    ]


def _unknown() -> Judgement:
    return Judgement("unknown", _("The record does not hold when this war began."))


_SOON = {
    "soon",
    "will",
    "shortly",
    "невдовзі",
    "незабаром",
    "скоро",
    "вскоре",
    "قريبا",
    "ستدخل",
    "سيدخل",
    "تقترب",
    "وتقترب",
    "ايام",
    "approaching",
    "nearing",
    *_WILL_BE,
}


def _soon(m: Match) -> bool:
    """ "will soon enter its fourth year" tells of the one that comes."""
    first = m.match.start()
    if m.sentence.tags[first] != "w" or not m.sentence.atoms[first].text.startswith("و"):
        first = max(0, first - 4)  # an Arabic "and the war" begins a clause of its own
    words = " ".join(a.text for a in m.sentence.atoms[first : m.match.end()]).split()
    days_ago = any(pair == ("قبل", "ايام") for pair in pairwise(words))
    return any(word in _SOON and not (days_ago and word == "ايام") for word in words)


def _over(m: Match) -> bool:
    first, last = max(0, m.match.start() - 3), min(len(m.sentence.atoms), m.match.end() + 2)
    return says(" ".join(a.text for a in m.sentence.atoms[first:last]), time_words.IS_OVER)


def _running(nth: object, unit: object, scene: Scene, ahead: int) -> Judgement:
    """Judge the month that runs; `ahead` is 1 where the coming one is named, -1 where it is one that is over."""
    months = _months(scene)
    if not months:
        return _unknown()
    n = getattr(nth, "value", None)
    n = getattr(n, "n", n)
    running: list[int] = [m // 12 + 1 if _unit(unit) == "year" else m + 1 for m in months]
    if _unit(unit) == "day":
        running = [d + 1 for d in _days(scene)]
    elif _unit(unit) == "week":
        running = [d // 7 + 1 for d in _days(scene)]
    text = _("{full} full months from 24 February 2022 to {day}.").format(full=months[0], day=scene.as_of)
    return Judgement("true" if n in [r + ahead for r in running] else "false", text)


def _completed(length: Duration, m: Match, scene: Scene) -> Judgement:
    """Whole months stand; a round figure without "full" or "exactly" may be half a month off."""
    months, days = _months(scene), _days(scene)
    if not months:
        return _unknown()
    text = _("{full} full months from 24 February 2022 to {day}.").format(full=months[0], day=scene.as_of)
    if length.unit in ("day", "week"):
        size = 7 if length.unit == "week" else 1
        stands = any(abs(d / size - length.amount) <= 1 for d in days)
        return Judgement("true" if stands else "false", text)
    claimed = length.in_months
    if _soon(m) and length.how == "exact":
        length = replace(length, how="nearly")
    stands = any(_fits(length, claimed, whole, d / MONTH, m) for whole, d in zip(months, days, strict=False))
    return Judgement("true" if stands else "false", text)


def _fits(length: Duration, claimed: float, whole: int, exact: float, m: Match) -> bool:
    step = 12 if length.unit == "year" and not length.months else 1
    if length.how == "over":
        return claimed <= exact < claimed + step
    if length.how == "nearly":
        return claimed - step / 2 <= exact < claimed
    if _strict(m):
        return whole == claimed
    return whole == claimed or abs(exact - claimed) <= step / 2


def _strict(m: Match) -> bool:
    first, last = max(0, m.match.start() - 1), min(len(m.sentence.atoms), m.match.end() + 1)
    words = " ".join(a.text for a in m.sentence.atoms[first:last]).split()
    return bool(_STRICT & set(words))


def _to_anniversary(m: Match, scene: Scene) -> Found | None:
    began = BEGINNINGS.get(scene.conflict or "")
    unit = _unit(m.atom("unit")) if "unit" in m.match.groupdict() else None
    length = _length(m)
    days = {"day": 1, "week": 7, "month": 30}.get(unit or "", 0)
    named = m.atom("unit") if "unit" in m.match.groupdict() else None
    if named is not None and isinstance(named.value, Duration):
        length = named.value
    if length is not None:
        days = round(length.in_months * MONTH)
    if not days:
        return None
    start, end = m.span
    if began is None:
        return Found("months_of_war", start, end, {"days_to_anniversary": days}, _unknown(), m.sentence.index)
    following = began.replace(year=scene.as_of.year)
    if following < scene.as_of:
        following = began.replace(year=scene.as_of.year + 1)
    left = (following - scene.as_of).days
    text = _("{left} days from {day} to the anniversary.").format(left=left, day=scene.as_of)
    judgement = Judgement("true" if left == days else "false", text)
    return Found("months_of_war", start, end, {"days_to_anniversary": days}, judgement, m.sentence.index)
