"""Which states and bodies that are no side are said to have brought an exchange about."""

from collections.abc import Iterator

from repatria.claims.find.ordinal_words import is_mediation
from repatria.claims.find.ordinals import mentions
from repatria.claims.scene.scene import Scene
from repatria.claims.words.languages import mediating
from repatria.claims.words.languages.time_words import says
from repatria.claims.words.patterns import compiled
from repatria.claims.words.reading import plain
from repatria.claims.words.stretches import clause, stretch
from repatria.claims.words.tagging import Sentence
from repatria.claims.words.tags import Atom

LEAST_RUNNING_TOTAL = 1000


def outsider(atom: Atom, scene: Scene) -> str:
    """The code of a named state or body that is no side of the war; empty for a side."""
    code = str(atom.value).partition("|")[0]
    return "" if code in scene.sides or code in ("DNR", "BOTH", "?") else code


def instead(sentence: Sentence, at: int) -> bool:
    """ "The Emirates, *and not* Turkey": who is set aside."""
    return bool(compiled(r"[&,]_?N_?$").search(sentence.tags[:at])) and not compiled(r"[^,.;]{0,4}M").match(
        sentence.tags, at + 1
    )


REACH_OF_PARTNER = 4


def partners(sentence: Sentence, last: int, scene: Scene) -> list[int]:
    """ "Brokered by the Emirates, *this time together with Turkey*": who else is told of behind atom `last`."""
    found = []
    for at in range(last + 1, clause(sentence, last).stop):
        if sentence.tags[at] in "SKA" and outsider(sentence.atoms[at], scene):
            before = " ".join(a.text for a in sentence.atoms[max(last + 1, at - REACH_OF_PARTNER) : at])
            if says(before, mediating.TOGETHER):
                found.append(at)
    return found


def counts_on(sentence: Sentence, first: int, last: int) -> bool:
    """Are mediations, or their people, counted in the words about one: "the total freed by its mediation"?"""
    return any(sentence.tags[at] in "CTY" for at in stretch(sentence, first, last, ",;.?-"))


def running_total(sentence: Sentence, first: int, last: int, within: str = ",") -> bool:
    """ "4,955 people freed through its mediation": a sum is told, not who mediated this time."""
    around = stretch(sentence, first, last, ";." + within)
    numbers = [getattr(sentence.atoms[at].value, "n", None) or 0 for at in around]
    return max(numbers, default=0) >= LEAST_RUNNING_TOTAL


def is_numbered(sentence: Sentence, at: int) -> bool:
    """ "Abu Dhabi's fourteenth success", "the number of its mediations"."""
    before = sentence.atoms[max(0, at - 2) : at]
    numbered = compiled("o[_ASx]{0,2}$").search(sentence.tags[:at]) or compiled("[SA]?o").match(
        sentence.tags, at + 1
    )
    return bool(numbered) or any(a.text.startswith(_NUMBERS) for a in before)


_NUMBERS = tuple(plain("number of, tally, count, количеств, число, кількіст, число, лічб, عدد, حصيله").split(", "))


def is_counted(sentence: Sentence, at: int) -> bool:
    """Is this mediation one of a count: "its thirteenth mediation", "the number of its mediations"?"""
    if is_agent(sentence.atoms[at]):
        return False
    if is_numbered(sentence, at) or compiled("_?n_?x").match(sentence.tags, at + 1):
        return True
    if not is_mediation(sentence.atoms[at]) or sentence.tags[at + 1 : at + 2] in ("S", "A"):
        return False
    return any(mention.first <= at <= mention.last for mention in mentions(sentence))


THANKS = tuple(
    plain(
        "thank, grat, appreciat, indebt, prais, credited, дяку, подяк, вдячн, благодар, поблагодар, признательн, "
        "спасибо, спасибі, شكر, الشكر, شاكر, تشكر, يشكر, ممتن, امتنان, اشاد, تقدير"
    ).split(", ")
)
_MEDIATORS = tuple(
    plain(
        "mediat, broker, intermediar, go-between, third part, middleman, middlemen, middle-man, facilitator, "
        "third countr, third state, honest broker, посередник, посереднича, третя сторона, третьої сторони, "
        "посредник, посреднича, третья сторона, третьей стороны, медіатор, медиатор, "
        "وسيط, الوسيط, وسطاء, الوسطاء, طرف ثالث, توسط, يتوسط, تتوسط"
    ).split(", ")
)


def is_mediator(atom: Atom) -> bool:
    """A mediator, a mediation, to mediate; rather than "arranged" or "helped"."""
    return atom.tag == "M" and (is_agent(atom) or is_mediation(atom))


def is_agent(atom: Atom) -> bool:
    """A mediator or to mediate, rather than a mediation."""
    text = atom.text.replace(" - ", "-").removeprefix("ال")
    return not is_mediation(atom) and text.startswith(_MEDIATORS)


_PRONOUN = compiled(r"r[_C]{0,4}M|M_{0,3}r(?=[.,;]|$)|Q[_A]?M")


def told_by_pronoun(sentence: Sentence, before: list[str], scene: Scene) -> Iterator[tuple[list[str], int, int]]:
    """ "They mediated", "it was the matchmaker": who was named before."""
    if "N" in sentence.tags or "o" in sentence.tags:
        return
    for m in sentence.find(_PRONOUN.pattern):
        first, last = m.match.start(), m.match.end() - 1
        around = clause(sentence, first)
        named = [a for a in sentence.atoms[around.start : first] if a.tag in "SKA"]
        words = [a for a in m.atoms if a.tag == "M"]
        who = [outsider(a, scene) for a in named if outsider(a, scene)] or list(before)
        counted = any(is_counted(sentence, i) for i in range(first, last + 1) if sentence.tags[i] == "M")
        own = sentence.tags[first] == "Q" or any(is_mediation(a) for a in words)
        if who and not counted and not own and not running_total(sentence, first, last):
            yield list(dict.fromkeys(who)), first, last


_WITHOUT = frozenset("without без دون بدون".split())


def without_not(sentence: Sentence, around: range) -> bool:
    """ "Without the Emirates it would *not* have come about": they did act."""
    nots = [sentence.atoms[i].text.split()[-1] for i in around if sentence.tags[i] == "N"]
    return len(nots) > 1 and any(word in _WITHOUT for word in nots)


_AGAIN = frozenset(
    plain(
        "as like role same too also again did так теж також роль саме само як так тоже также роль же как последней "
        "останньою كما مثلما ايضا الدور دور فعلت سبق نفسه"
    ).split()
)


def same_again(sentence: Sentence) -> tuple[int, int] | None:
    """ "The same country helped with the 6 May exchange"."""
    at = sentence.tags.find("d")
    words = " ".join(a.text for a in sentence.atoms[:at]) if at > 0 else ""
    helped = any(a.tag == "M" or a.value == "aid" or says(a.text, mediating.HELPED) for a in sentence.atoms[:at])
    return (0, at) if at > 0 and helped and says(words, mediating.THE_SAME) else None


def again(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Give "as it had on 6 May", "a role it had also played in the swap of 6 May"."""
    if same := same_again(sentence):
        yield same
        return
    for m in sentence.find(r"(?<=,)[_&rx?SMsPQCK]{1,12},?d|^[_rx?sMPQC]{1,9}d"):
        words = {word for a in m.atoms[:-1] for word in a.text.split()}
        told = set(m.match.group()) & set("rMPQ") or words & {"فعلت", "did"}
        relative = "M" in m.match.group() and m.match.start() != 0
        if told and (relative or words & _AGAIN):
            yield m.match.start(), m.match.end() - 1
