"""Days that a report names and that are no day of an exchange: of the war, a feast, a speech, a dateline."""

from repatria.claims.find.other_places import TROOPS
from repatria.claims.judge.war_age import BEGINNINGS
from repatria.claims.scene.scene import Scene
from repatria.claims.words.dates import Said
from repatria.claims.words.languages import days, size_words, time_words, war_words
from repatria.claims.words.languages.time_words import says
from repatria.claims.words.lexicon import forms
from repatria.claims.words.patterns import compiled
from repatria.claims.words.stretches import segment_of
from repatria.claims.words.tagging import Sentence


def headline(sentence: Sentence) -> bool:
    """The heading of a report, which its first sentence tells again."""
    return sentence.index == 0 and sentence.tags[-1:] != "."


def of_the_war(sentence: Sentence, at: int, scene: Scene) -> bool:
    """ "The invasion, launched in February 2022": the day or month in which the war began."""
    began = BEGINNINGS.get(scene.conflict or "")
    period = scene.place(sentence.atoms[at].value)
    inside = period is not None and began is not None and period.first <= began <= period.last
    return inside and bool(set(sentence.tags) & set("wYC"))


def of_a_feast(sentence: Sentence, at: int) -> bool:
    """ "Families are marking Easter", "Easter began early for them": a feast as scenery."""
    said = sentence.atoms[at].value
    if not isinstance(said, Said) or said.holiday is None:
        return False
    before = sentence.atoms[max(0, at - 3) : at]
    kept = says(" ".join(a.text for a in before), time_words.KEEPING_A_FEAST)
    named = bool(compiled(f"{_BESIDE_FEAST}[xX]|_?[xX]").match(sentence.tags, at + 1))
    on = bool(before) and before[-1].text.split()[-1] in (*sentence.language.on_words, *_ON_FEAST)
    begins = (bool(before) and before[-1].text.startswith(_BEGINS)) or said.holiday.startswith("eve:")
    last_day = said.holiday == "new_year_eve"
    scenery = not (on or named or begins or last_day)
    return kept or scenery or (headline(sentence) and not on and not last_day)


_BESIDE_FEAST = "[_,]{0,2}"
_ON_FEAST = frozenset("for by of with before к ко до под с під перед з із عشيه بمناسبه وفي ليوم ليله مع".split())
_BEGINS = ("on", "في", "يوم")


def of_speech(sentence: Sentence, at: int) -> bool:
    """ "Budanov, on 11 March, spoke of ...": the day on which somebody said something."""
    before, after = sentence.tags[:at], sentence.tags[at + 1 :]
    if compiled(r"K_?y_?$").search(before) and after[:1] == "?":
        return True  # "Yermak said on Monday that ..."
    return bool(compiled(r"K,_{0,2}$").search(before)) and after[:2] == ",y"


def of_saying(sentence: Sentence, at: int) -> bool:
    """ "In March Budanov put it at 8,000", "Kyiv spoke that day of 978": a day of words, and not of deeds."""
    before, after = sentence.tags[max(0, at - 8) : at], sentence.tags[at + 1 : at + 9]
    if "X" in sentence.tags:
        return False
    told = compiled(r"^,?[_A]{0,4}[SK][_,]{0,4}[yC]|^,?[_]{0,3}y").search(after)
    telling = compiled(r"[SK][_,N]{0,2}y_{0,3}$|y_{0,2}[SK]_{0,2}$|_y_$").search(before)
    return bool(told or telling) and not compiled(r"^_?[xX]").search(after)


def of_an_article(sentence: Sentence, at: int) -> bool:
    """ "An article published on Thursday", "we reported yesterday": the outlet's own words."""
    before = " ".join(a.text for a in sentence.atoms[max(0, at - 5) : at])
    return says(before, days.PUBLISHED)


def of_an_attack(sentence: Sentence, at: int) -> bool:
    """ "Troops crossed into Kursk region on 6 August", "37 of them left Azovstal in May"."""
    text = " ".join(sentence.atoms[i].text for i in segment_of(sentence, at))
    troops = any(form.startswith(TROOPS) for word in text.split() for form in forms(word))
    return says(text, days.SURRENDERED) or (troops and says(text, war_words.ATTACKED))


def of_likeness(sentence: Sentence, at: int) -> bool:
    """ "As in May": another exchange, which this one is said to be like."""
    said = sentence.atoms[at].value
    before = " ".join(a.text for a in sentence.atoms[max(0, at - 3) : at])
    return isinstance(said, Said) and said.day is None and not said.holiday and says(before, days.LIKE)


def of_a_rank(sentence: Sentence, at: int) -> bool:
    """ "The record still belongs to 23 May", "the largest of October remains the one of New Year's Eve"."""
    near = " ".join(a.text for a in sentence.atoms[max(0, at - 4) : at])
    named = "x" in sentence.tags[max(0, at - 2) : at]
    return "G" in sentence.tags[:at] and says(near, size_words.STANDS) and not named


def within_a_day_told(sentence: Sentence, at: int) -> bool:
    """ "In March people came home on two days: on 5 March ...": a month whose days are told in the sentence."""
    said = sentence.atoms[at].value
    if not isinstance(said, Said) or said.month is None or said.day is not None:
        return False
    others = (a.value for i, a in enumerate(sentence.atoms) if sentence.tags[i - 1 : i] != "s")
    days = [o for o in others if isinstance(o, Said) and o.month == said.month and o.day is not None]
    return bool(days) or sentence.tags[:at].rstrip("_").endswith("s")


def of_count(sentence: Sentence, at: int) -> bool:
    """ "*By 27 October* there had been 28 exchanges", "a plane crashed on 24 January"."""
    before = sentence.atoms[at - 1].text if at else ""
    counted = before in _UP_TO and bool(compiled("[^;.]{0,6}nx").match(sentence.tags, at + 1))
    counted = counted or says(" ".join(a.text for a in sentence.atoms[max(0, at - 6) : at]), days.AS_OF)
    return counted or any(a.text.startswith(_CRASH) for a in sentence.atoms[max(0, at - 9) : at])


_UP_TO = ("by", "to", "к", "до", "на", "بحلول", "حتي")
_CRASH = (
    "crash",
    "came down",
    "shot down",
    "downed",
    "катастроф",
    "крушен",
    "сбит",
    "збит",
    "разбил",
    "розбив",
    "تحطم",
)


def after_ordinal(sentence: Sentence, at: int) -> bool:
    """ "the 71st had taken place a month earlier, on 5 February" ranks the exchange before."""
    for m in sentence.find(r"(?<n>o)x?[_v]{0,2}e[^;.]*"):
        n = m.atom("n")
        if n and isinstance(n.value, int) and n.value > 20 and m.match.start() < at < m.match.end():
            return True
    return False


def by_dateline(sentence: Sentence, at: int) -> bool:
    """ "Kyiv, 6 February 2025": the day of the report itself, at its head."""
    if sentence.index > 8:
        return False
    alone = not set(sentence.tags) - set("SLd,._Kn;") and not compiled("_{3,}d_*[.]|d_{3,}[.]").fullmatch(
        sentence.tags
    )
    said = sentence.atoms[at].value
    # "Київ, 6 лютого 2025 р. Учора ...": a place, a comma, a whole date at the head of the text
    head = sentence.index < 3 and sentence.tags[:at] in ("S,", "L,", "S,S,", "L,S,")
    first = at == 0 and sentence.tags[1:2] in (";", ".", "-")  # "5 February 2026: ..."
    if (head or first) and isinstance(said, Said) and said.full:
        return True
    dashed = "-" in sentence.tags[at : at + 6] or any(a.text == "/" for a in sentence.atoms[at + 1 : at + 3])
    return alone or (dashed and not set(sentence.tags[:at]) - set("SLK,._"))


def by_headline(sentence: Sentence, at: int, scene: Scene) -> bool:
    """ "EXCHANGE IN NUMBERS, 20 April 2025": the report's own day at the end of a heading without a verb."""
    said = sentence.atoms[at].value
    ends = not set(sentence.tags[at + 1 :]) - set(".,_-;") and not set(sentence.tags) & set("vgeXFE")
    around = [a.text for a in (*sentence.atoms[max(0, at - 1) : at], *sentence.atoms[at + 1 : at + 2])]
    in_brackets = around == ["(", ")"]
    if sentence.index > 1 or not (ends or in_brackets) or not isinstance(said, Said) or not said.full:
        return False
    placed = scene.place(said)
    return placed is not None and placed.first == scene.as_of
