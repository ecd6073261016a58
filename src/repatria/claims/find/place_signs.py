"""Where a place that is named is one of an exchange, by the words about it; and where it is something else."""

from collections.abc import Iterator, Sequence

from repatria.claims.find.mediator_signs import THANKS
from repatria.claims.scene.scene import Scene
from repatria.claims.words.languages import mediating
from repatria.claims.words.languages.time_words import says
from repatria.claims.words.lexicon import forms
from repatria.claims.words.patterns import compiled
from repatria.claims.words.reading import plain
from repatria.claims.words.stretches import clause, segment_of
from repatria.claims.words.tagging import Sentence
from repatria.claims.words.tags import Atom

# States where people of others have been handed over or received, and that are hardly named for anything else.
HOSTS = {"BLR", "POL", "LTU", "ROU", "HUN", "SVK", "KAZ", "GEO", "SAU", "TUR", "CHE"}
_PREPOSITIONS = frozenset(
    plain(
        "in at on near outside inside into to through via across around left reached entered "
        "дісталася дісталися досягла досягли достигла достигли покинула покинули "
        "в у на біля через під неподалік поблизу до крізь близь около возле под вблизи неподалеку от по "
        "في عند عبر الى على بين قرب مطار معبر من"
    ).split()
)
# Whatever carries, receives or looks after those who were exchanged; and to arrive.
_CARRIERS = tuple(
    plain(
        "bus, coach, plane, flight, aircraft, jet, convoy, motorcade, ambulance, doctor, medic, psycholog, "
        "handover, land, touch, flew, flown, pulled, rolled, arriv, "
        "автобус, літак, рейс, борт, колон, кортеж, лікар, медик, психолог, конвой, призем, прилет, прибу, приїха, "
        "самолет, врач, перелет, приех, доставл, حافل, الحافل, طاير, الطاير, رحل, الرحل, مطار, قافل, "
        "اطبا, الاطبا, رعايه, الرعايه, هبط, حط, وصل"
    ).split(", ")
)
_NEGOTIATORS = tuple(
    plain("negotiat, delegat, envoy, переговорник, переговорщ, делегац, وفد, وفود, مفاوض").split(", ")
)
_DISASTERS = tuple(
    plain(
        "crash, shot down, battle, siege, strike, missile, shell, attack, drone, крушен, катастроф, авар, "
        "падін, паден, бої, боях, ракет, обстріл, обстрел, удар, безпілот, беспилот, تحطم, قصف, صاروخ, هجوم"
    ).split(", ")
)
_OFFICES = tuple(
    plain(
        "administrat, governor, authorit, leader, mayor, адміністрац, администрац, губернатор, мер, народн, глав"
    ).split(", ")
)
_STAY = tuple(plain("remain, stay, залиш, лиша, остан, остав, بق, يبق, سيبق").split(", "))
# Borders, crossings and airports: nothing but an exchange is told of there.
_CROSSINGS = ("border", "boundary", "Esenboga", "Kolotilovka", "Ofer")
REACH = 14


def located(sentence: Sentence, scene: Scene) -> Iterator[tuple[int, int, bool]]:
    """Give the places, each with its preposition and whether it is one of talks, that no pattern need name."""
    for at, atom in enumerate(sentence.atoms):
        if not _may_be(atom, scene) or no_place_of_exchange(sentence, at):
            continue
        first = _preposition(sentence, at)
        if first is None and str(atom.value).startswith(_CROSSINGS):
            first = at
        if first is None and _first_stop(sentence, at):
            yield at, at, False
        told = first is not None and _told_of(sentence, at, first)
        if first is not None and told:
            yield at, first, told == "talks"


def _may_be(atom: Atom, scene: Scene) -> bool:
    return atom.tag == "L" or (atom.tag == "S" and str(atom.value) not in (*scene.sides, *_BODIES))


_BODIES = ("ICRC", "UN", "?")


def _preposition(sentence: Sentence, at: int) -> int | None:
    """The atom of the preposition that governs the place: right before it, or before a word that describes it."""
    for i in range(at - 1, max(-1, at - 4), -1):
        atom = sentence.atoms[i]
        if atom.tag not in "_sWOAS&":
            return None
        if atom.text.split()[-1] in _PREPOSITIONS:
            return i
    return None


def _told_of(sentence: Sentence, at: int, first: int) -> str:
    """``talks``, ``handover`` or nothing: by the nearest word before that is of one or the other."""
    start = clause(sentence, at).start
    m = compiled(r"[Zlt](?P<between>[^ZltxXvgWFM]*)$").search(sentence.tags[start:first])
    if m and len(m.group("between")) <= REACH and "P" not in sentence.tags[start:first]:
        return "talks"
    start += sentence.tags[start:first].rfind("?") + 1  # what is said of others in a clause of its own
    before = sentence.tags[start:first]
    near = sentence.atoms[start : segment_of(sentence, at).stop]
    if "j" in before or any(f.startswith(_STAY) for a in sentence.atoms[start:first] for f in forms(a.text)):
        return ""
    if sentence.tags[at] == "S" and _mediates(sentence, start, first):
        return ""
    if sentence.tags[at] == "S" and (set(before) & set("hq") or str(sentence.atoms[at].value) not in HOSTS):
        return ""
    carried = any(a.text.startswith(_CARRIERS) for a in near)
    moved = set(before) & set("xXvgW") and not set(before) & set("Zlt")
    crossing = str(sentence.atoms[at].value).startswith(_CROSSINGS) and first < at
    people = set(before) & set("pmkA") and sentence.tags[at] == "S"
    return "handover" if carried or moved or people or crossing else ""


def _mediates(sentence: Sentence, start: int, first: int) -> bool:
    """ "By mediation of Turkey"; Arabic has one word for auspices and for care."""
    return any(a.tag == "M" and "رعا" not in a.text for a in sentence.atoms[start:first])


_STOPS = tuple(plain("stop, halt, зупинк, остановк, пункт, محط, المحط").split(", "))


def _first_stop(sentence: Sentence, at: int) -> bool:
    """ "Belarus was the first stop for the Russians"."""
    after = sentence.atoms[at + 1 : at + 8]
    before = sentence.atoms[max(0, at - 4) : at]
    host = str(sentence.atoms[at].value) in HOSTS
    people = any(a.tag in "pmkA" for a in (*after, *sentence.atoms[:at]))
    words = " ".join(a.text for a in sentence.atoms[max(0, at - 5) : at + 8])
    site = says(words, mediating.SITE) and not set(sentence.tags) & set("lZ")
    return host and (site or (people and (_stop(after) or _stop(before))))


def _stop(atoms: Sequence[Atom]) -> bool:
    return any(form.startswith(_STOPS) for atom in atoms for form in forms(atom.text))


_CARE = tuple(plain("medic, doctor, psycholog, медич, медиц, лікар, врач, психолог, رعايه, فحوص, طبي").split(", "))


def arrives(sentence: Sentence, at: int) -> bool:
    """ "The convoy *reached* Chernihiv region": no agreement."""
    before = sentence.atoms[clause(sentence, at).start : at]
    if str(sentence.atoms[at].value).startswith(_CROSSINGS):
        return True  # nobody negotiates at an airport
    if any(form.startswith(_CARE) for a in before[-6:] for form in forms(a.text)):
        return True  # "their health is being looked after in Belarus"
    near = bool(before) and before[-1].tag == "Z"
    return near and any(a.text.startswith(_CARRIERS) for a in before)


def of_negotiators(sentence: Sentence, at: int) -> bool:
    """ "Negotiators met in Geneva": who met were not those exchanged."""
    before = sentence.atoms[max(0, at - 4) : at]
    return any(a.text.startswith(_NEGOTIATORS) for a in before)


def no_place_of_exchange(sentence: Sentence, at: int) -> bool:
    """A dateline, a battle, an office, the name of terms, where people were held or thanks were sent."""
    tags = sentence.tags
    opening = compiled(r"^[SL,_]{1,4}(?:,?_?d)?-").match(tags)
    if opening and at < opening.end() and sentence.index < LAST_DATELINE:
        return True
    following = sentence.atoms[at + 1 : at + 2]
    if following and (following[0].tag == "l" or following[0].text.startswith(_OFFICES)):
        return True  # "by the Istanbul terms", "the Donetsk administration"
    if following and following[0].tag == "x" and str(sentence.atoms[at].value) in _OF_TALKS:
        return True
    before = sentence.atoms[max(0, at - 5) : at]
    if any(a.text.startswith(_DISASTERS) and a.tag == "_" for a in before):
        return True
    thanked = any(a.text.startswith(THANKS) for a in sentence.atoms[segment_of(sentence, at).start : at])
    return thanked or bool(compiled(r"h_?$").search(tags[:at]) and not compiled(r"W_?$").search(tags[:at]))


LAST_DATELINE = 9
_OF_TALKS = {"Istanbul", "Geneva"}
