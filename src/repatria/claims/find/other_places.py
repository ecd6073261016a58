"""Where a place that is named is none of an exchange: an office, a battle, a capture, the name of an agreement."""

from repatria.claims.find.mediator_signs import THANKS
from repatria.claims.words.languages import war_words
from repatria.claims.words.languages.time_words import says
from repatria.claims.words.lexicon import forms
from repatria.claims.words.patterns import compiled
from repatria.claims.words.reading import plain
from repatria.claims.words.stretches import clause, segment_of, stretch
from repatria.claims.words.tagging import Sentence

LAST_DATELINE = 9
# Where sides have talked, and nobody was ever handed over.
OF_TALKS = {"Istanbul", "Geneva", "Bern", "Stockholm", "Jeddah", "Vienna"}
_DISASTERS = tuple(
    plain(
        "crash, shot down, battle, siege, strike, missile, shell, attack, drone, крушен, катастроф, авар, "
        "падін, паден, бої, боях, ракет, обстріл, обстрел, удар, безпілот, беспилот, تحطم, قصف, صاروخ, هجوم"
    ).split(", ")
)
_OFFICES = tuple(
    plain(
        "administrat, governor, authorit, leader, mayor, separat, сепарат, адміністрац, администрац, "
        "губернатор, мер, народн, глав"
    ).split(", ")
)


def no_place_of_exchange(sentence: Sentence, at: int) -> bool:
    """A dateline, a battle, an office, the name of terms, where people were held or thanks were sent."""
    tags = sentence.tags
    opening = compiled(r"^[SL,_]{1,4}(?:,?_?d)?-").match(tags)
    if opening and at < opening.end() and sentence.index < LAST_DATELINE:
        return True
    following = sentence.atoms[at + 1 : at + 2]
    if following and (following[0].tag == "l" or following[0].text.startswith(_OFFICES)):
        return True  # "by the Istanbul terms", "the Donetsk administration"
    if str(sentence.atoms[at].value) in OF_TALKS and _gave_its_name(sentence, at):
        return True
    before = sentence.atoms[max(0, at - 5) : at]
    near = [a for a in sentence.atoms[max(0, at - 4) : at] if a.tag in "_K"]
    if any(form.startswith(_OFFICES_BEFORE) for a in near for form in forms(a.text)):
        return True  # "a former mayor of Kherson"
    if _of_capture(sentence, at) or _of_border_guards(sentence, at):
        return True
    if any(a.text.startswith(_DISASTERS) and a.tag == "_" for a in before):
        return True
    thanked = any(a.text.startswith(THANKS) for a in sentence.atoms[segment_of(sentence, at).start : at])
    return thanked or bool(compiled(r"h_?$").search(tags[:at]) and not compiled(r"W_?$").search(tags[:at]))


def _gave_its_name(sentence: Sentence, at: int) -> bool:
    """ "The Geneva Conventions", "the Istanbul series"."""
    after, before = sentence.atoms[at + 1 : at + 2], sentence.atoms[max(0, at - 1) : at]
    named = any(form.startswith(_NAMED_AFTER) for a in (*after, *before) for form in forms(a.text))
    return named or (bool(after) and after[0].tag == "x")


_NAMED_AFTER = tuple(
    plain(
        "convention, accord, understanding, process, formula, format, track, series, конвенц, формат, сері, "
        "сери, протокол, процес, اتفاقيات, اتفاقيه, تفاهمات"
    ).split(", ")
)


def _of_capture(sentence: Sentence, at: int) -> bool:
    """ "Taken into captivity in Kursk region", "troops crossed into Kursk region"."""
    taken = compiled("q_{0,2}$").search(sentence.tags[:at]) and not compiled("v[^,.;]{0,3}q_{0,2}$").search(
        sentence.tags[:at]
    )
    text = " ".join(sentence.atoms[i].text for i in clause(sentence, at))
    troops = any(form.startswith(TROOPS) for word in text.split() for form in forms(word))
    return bool(taken) or (troops and says(text, war_words.ATTACKED))


TROOPS = tuple(plain("troops, forces, army, tanks, войск, арми, військ, арміят, القوات, قوات, الجيش").split(", "))


def _of_border_guards(sentence: Sentence, at: int) -> bool:
    """ "Seventeen from the border guard", "the border, in Gazakh district": a place that is named more closely."""
    if sentence.atoms[at].value != "border":
        return False
    after = sentence.atoms[at + 1].text if at + 1 < len(sentence.atoms) else ""
    around = stretch(sentence, at, at, ";.")
    closer = any(sentence.tags[i] == "L" for i in around if i != at)
    return closer or after.startswith(_GUARDS)


_GUARDS = tuple(plain("guard, service, force, patrol, police, troop, area, region, village").split(", "))


_OFFICES_BEFORE = tuple(
    plain(
        "mayor, governor, leader, head, мер, голов, губернатор, ватаж, мэр, глав, лидер, بلديه, لبلديه, محافظ, "
        "عمده, السلطه, الاداره, سلطه, اداره"
    ).split(", ")
)
