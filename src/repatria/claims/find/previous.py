"""Is it the exchange before the one reported that a phrase like "the previous one" or "the 70th" speaks of?"""

from repatria.claims.scene.scene import Scene
from repatria.claims.words.languages import time_words
from repatria.claims.words.tagging import Match, Sentence


def is_one_before(m: Match, scene: Scene) -> bool:
    """Is the named exchange one, and the last before the one reported?"""
    return _of_before(m, scene) and _singular(m, scene) and not farther_back(m.sentence, m.match.start(), scene)


def _of_before(m: Match, scene: Scene) -> bool:
    named = [m.atom(name) for name in ("since", "ago") if m.match.groupdict().get(name)]
    return all(looks_back(atom.value, scene) for atom in named if atom is not None)


def looks_back(said: object, scene: Scene) -> bool:
    """Does a day lie before the exchange that is reported?"""
    period = scene.place(said)
    return period is None or not scene.main or period.first < scene.main[0].date.earliest


def farther_back(sentence: Sentence, at: int, scene: Scene) -> bool:
    """ "The previous swap was on 8 January. *Before that*, on 31 December": another step back, no rank."""
    before = scene.sentences[max(0, sentence.index - 2) : sentence.index]
    opens = sentence.atoms[at].text.startswith(time_words.BEFORE_THAT) and at < 2
    return opens and any("P" in s.tags and "d" in s.tags for s in before)


def _singular(m: Match, scene: Scene) -> bool:
    """ "Previous exchanges of this year took place on ..." is a list, not a claim of rank."""
    prev = m.atom("prev")
    if prev is None or prev.tag in "on":
        return _number_before(getattr(prev, "value", None), scene)
    following = m.sentence.atoms[m.sentence.atoms.index(prev) + 1 :][:1]
    if following and following[0].tag == "n" and getattr(following[0].value, "n", None) != 1:
        return False  # "the last 20 walked out on Monday"
    return not prev.text.endswith(time_words.PLURAL_ENDINGS)


def _number_before(value: object, scene: Scene) -> bool:
    """ "*The 70th* was on 2 October": the number just before that of the exchange reported, in Kyiv's count."""
    n = getattr(value, "n", value)
    numbers = {e.number_by("UKR") for e in scene.main}
    before = scene.history.first_since(scene.main[0]).previous if scene.main and scene.history else None
    return isinstance(n, int) and (n + 1 in numbers or (before is not None and n == before.number_by("UKR")))
