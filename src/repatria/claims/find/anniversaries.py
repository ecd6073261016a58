"""Finds how long it is said to be to the anniversary of the war: "in three weeks the war will be two years old"."""

from collections.abc import Iterator

from repatria.claims.claim import Found
from repatria.claims.judge import war_age as judge
from repatria.claims.scene.scene import Scene
from repatria.claims.words.languages import war_words
from repatria.claims.words.languages.time_words import says
from repatria.claims.words.numbers import Duration
from repatria.claims.words.tagging import Match, Sentence
from repatria.claims.words.tags import Atom

# The time that is left beside the anniversary of the war.
_TO_THE_DAY = (
    # a week remains to the anniversary of the invasion; the anniversary of the invasion is 18 days away
    r"[_o]{0,2}_{0,3}[wY][_hC\-]{0,4}(?<left>[iu])",
    r"(?<left>[iu])[_hosdS,\-]{0,9}[wY]",
)
# The war approaches its fourth anniversary; the fourth anniversary of the invasion is near.
_NEAR = (r"w[_Q]{0,4}(?<nth>o)(?<unit>_)", r"(?<nth>o)(?<unit>_)[_S]{0,2}[wY]", r"(?<unit>_)(?<nth>o)_?[wY]")
# The time that is left, and the age the war will then have.
_WILL_BE = (
    # in three weeks the war will be two years old; через 18 днів війні виповниться чотири роки
    r"(?<left>[iu])[_,]{0,3}w[_Qv]{0,4}(?<age>[nui])",
    # the war will turn four in 18 days; два роки війни виповняться за 15 днів
    r"w[_Qv]{0,4}(?<age>[nu])[_,]{0,3}(?<left>[ui])",
    r"(?<age>u)w_{0,4}(?<left>[ui])",
    # in less than three weeks four years will have passed since the invasion
    r"(?<left>[iu])[_,]{0,3}(?<age>[ui])[_s]{0,3}[wYC]",
    r"(?<left>[iu])[_,]{0,3}w[_Qv]{0,4}(?<age>)(?<unit>[iu])(?<nth>o)",
    r"(?<left>[iu])[_,]{0,3}w[_Qv]{0,4}(?<age>)(?<nth>o)(?<unit>[iu])",
)


def find(sentence: Sentence, scene: Scene) -> Iterator[Found]:
    """Give what a sentence says of the time to an anniversary, judged."""
    words = " ".join(a.text for a in sentence.atoms)
    named, coming = says(words, war_words.ANNIVERSARY), says(words, war_words.WILL_BE)
    for pattern in (*(_WILL_BE if coming else ()), *(_TO_THE_DAY if named else ())):
        for m in sentence.find(pattern):
            if found := _found(m, scene):
                yield found
                return
    for m in (m for pattern in _NEAR if named for m in sentence.find(pattern)):
        if says(words, war_words.SOON) and says(getattr(m.atom("unit"), "text", ""), war_words.ANNIVERSARY):
            judgement = judge.near_anniversary(_age(m), scene)
            yield Found("months_of_war", *m.span, {"anniversary": _age(m)}, judgement, sentence.index)
            return


def _found(m: Match, scene: Scene) -> Found | None:
    left = None if _present(m) else _length(m.atom("left"))
    if left is None or left.in_months >= 12:
        return None
    age = _age(m)
    if age is None and "age" in m.match.groupdict():
        return None
    days = round(left.in_months * judge.MONTH)
    judgement = judge.to_anniversary(left, age, scene)
    return Found("months_of_war", *m.span, {"days_to_anniversary": days}, judgement, m.sentence.index)


def _present(m: Match) -> bool:
    """ "Later *this* month the war will be three years old" tells no time that is left."""
    at = m.match.start("left")
    before = m.sentence.atoms[at - 1].text if at else ""
    return m.sentence.tags[at] == "i" and before in (*m.sentence.language.this, "later")


def _length(atom: Atom | None) -> Duration | None:
    """ "A week", "18 days"; a bare "week" is one."""
    value = atom.value if atom else None
    return value if isinstance(value, Duration) else Duration(1, str(value)) if isinstance(value, str) else None


def _age(m: Match) -> int | None:
    """How many years old the war will be."""
    groups = m.match.groupdict()
    if groups.get("nth"):
        n = getattr(m.atom("nth"), "value", None)
        return n if isinstance(n, int) else None
    atom = m.atom("age") if groups.get("age") else None
    length = _length(atom) if atom and atom.tag in "ui" else None
    if length is not None:
        return length.amount if length.unit == "year" else None
    n = getattr(atom.value, "n", None) if atom else None
    return n if isinstance(n, int) else None
