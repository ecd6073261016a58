"""Where a place that is named is one of an exchange, by the words about it; and where it is something else."""

from collections.abc import Iterator, Sequence

from repatria.claims.find.announced import previous_told
from repatria.claims.find.other_places import OF_TALKS, no_place_of_exchange
from repatria.claims.scene.scene import Scene
from repatria.claims.words.languages import mediating
from repatria.claims.words.languages.time_words import says
from repatria.claims.words.lexicon import forms
from repatria.claims.words.patterns import compiled
from repatria.claims.words.reading import plain
from repatria.claims.words.stretches import clause, segment_of, stretch
from repatria.claims.words.tagging import Sentence
from repatria.claims.words.tags import Atom

# States where people of others have been handed over or received, and that are hardly named for anything else.
HOSTS = {"BLR", "POL", "LTU", "ROU", "HUN", "SVK", "KAZ", "GEO", "SAU", "TUR", "CHE"}
_PREPOSITIONS = frozenset(
    plain(
        "in at on near outside inside into to through via across around left reached entered between между між "
        "дісталася дісталися досягла досягли достигла достигли покинула покинули "
        "в у на біля через під неподалік поблизу до крізь близь около возле под вблизи неподалеку от по "
        "في عند عبر الى على بين قرب مطار معبر من"
    ).split()
)
# Whatever carries, receives or looks after those who were exchanged; and to arrive.
_CARRIERS = tuple(
    plain(
        "bus, coach, plane, flight, aircraft, jet, convoy, motorcade, ambulance, doctor, medic, psycholog, "
        "handover, land, touch, flew, flown, pulled, rolled, arriv, driven, drove, shuttl, cross, column, "
        "борт, лета, літа, автобус, літак, рейс, борт, колон, кортеж, лікар, медик, психолог, конвой, призем, "
        "прилет, прибу, приїха, "
        "самолет, врач, перелет, приех, доставл, حافل, الحافل, طاير, الطاير, رحل, الرحل, مطار, قافل, "
        "اطبا, الاطبا, رعايه, الرعايه, هبط, حط, وصل"
    ).split(", ")
)
_NEGOTIATORS = tuple(
    plain("negotiat, delegat, envoy, переговорник, переговорщ, делегац, وفد, وفود, مفاوض").split(", ")
)
_STAY = tuple(plain("remain, stay, залиш, лиша, остан, остав, بق, يبق, سيبق").split(", "))
# Borders, crossings and airports: nothing but an exchange is told of there.
_CROSSINGS = ("border", "boundary", "Esenboga", "Kolotylivka", "Ofer", "Rafah")
_AIRPORTS = tuple(
    plain(
        "airport, tarmac, runway, apron, airfield, аеропорт, летовищ, аэропорт, аэродром, مطار, مدرج, المطار"
    ).split(", ")
)
# Where those who are let go set out from; elsewhere "from" tells where somebody is from.
DEPARTURES = ("Ofer", "Esenboga", "border", "Gaza")
_FROM = frozenset("from від от с зі".split())
REACH = 14


def located(sentence: Sentence, scene: Scene) -> Iterator[tuple[int, int, bool]]:
    """Give the places, each with its preposition and whether it is one of talks, that no pattern need name."""
    for at, atom in enumerate(sentence.atoms):
        if not _may_be(atom, scene) or no_place_of_exchange(sentence, at):
            continue
        first = _preposition(sentence, at)
        if first is None and str(atom.value).startswith(_CROSSINGS):
            first = at
        if str(atom.value).startswith("Esenboga"):
            yield at, at if first is None else first, False
            continue
        if first is None and _first_stop(sentence, at):
            yield at, at, False
        if first is None and _hosts_talks(sentence, at):
            yield at, at, True
        told = first is not None and _told_of(sentence, at, first)
        if first is not None and told:
            yield at, first, told == "talks"


def _hosts_talks(sentence: Sentence, at: int) -> bool:
    """ "Abu Dhabi saw the sides agree": a city, the verb of a host beside it, and talks or an agreement."""
    if sentence.tags[at] == "L" and str(sentence.atoms[at].value) not in OF_TALKS:
        return False
    if sentence.tags[at] == "S" and not city(sentence.atoms[at]):
        return False
    near = " ".join(a.text for a in sentence.atoms[max(0, at - 2) : at + 3])
    around = clause(sentence, at)
    told = says(" ".join(sentence.atoms[i].text for i in around), mediating.MET)
    agreed = set(sentence.tags[around.start : around.stop]) & set("tlZM")
    return says(near, mediating.HOSTED) and bool(told or agreed)


# Capitals that stand for their state elsewhere; after "in" they are places. By how their forms begin.
_CITIES = {
    "abu dhabi": "Abu Dhabi", "абу - даб": "Abu Dhabi", "абу-даб": "Abu Dhabi", "ابوظبي": "Abu Dhabi",
    "emirati capital": "Abu Dhabi", "еміратськ": "Abu Dhabi", "эмиратск": "Abu Dhabi",
    "العاصمه الاماراتيه": "Abu Dhabi",
    "ankara": "Ankara", "анкар": "Ankara", "انقره": "Ankara", "انقرة": "Ankara",
    "riyadh": "Riyadh", "эр - рияд": "Riyadh", "эр-рияд": "Riyadh", "ер - ріяд": "Riyadh", "ер-ріяд": "Riyadh",
    "الرياض": "Riyadh", "doha": "Doha", "доха": "Doha", "дохе": "Doha", "досі": "Doha", "الدوحه": "Doha",
    "الدوحة": "Doha", "cairo": "Cairo", "каир": "Cairo", "каїр": "Cairo", "القاهره": "Cairo", "القاهرة": "Cairo",
}  # fmt: skip


def city(atom: Atom) -> str | None:
    """The city, where a state is called by its capital."""
    return next((name for begins, name in _CITIES.items() if atom.text.startswith(begins)), None)


def _may_be(atom: Atom, scene: Scene) -> bool:
    return atom.tag == "L" or (atom.tag == "S" and str(atom.value) not in (*scene.sides, *_BODIES))


# With these an Arabic clause begins of where they are now.
_OF_THEM = frozenset("وهم وهن وهو وهي".split())
_BODIES = ("ICRC", "UN", "?")


def _preposition(sentence: Sentence, at: int) -> int | None:
    """The atom of the preposition that governs the place: right before it, or before a word that describes it."""
    if _prefixed(sentence, at):
        return at
    if sentence.atoms[at].text.startswith(_WRITTEN_ON):
        return at
    for i in range(at - 1, max(-1, at - 4), -1):
        atom = sentence.atoms[i]
        if atom.tag not in '_sWOAS&"ZQvg':
            return None
        word = atom.text.split()[-1]
        if word in _PREPOSITIONS and not _too_far(sentence, i, at):
            return i
        if word in _FROM and i == at - 1 and str(sentence.atoms[at].value).startswith(DEPARTURES):
            return i
    return None


def _too_far(sentence: Sentence, preposition: int, at: int) -> bool:
    """ "From the envoy of the US": between a preposition and a state only the word for its land may stand."""
    between = sentence.atoms[preposition + 1 : at]
    land = all(a.tag in "AW&" or a.text.startswith(_LAND) for a in between)
    return sentence.tags[at] == "S" and not land


_LAND = tuple(
    plain(
        "territor, soil, land, neighbo, the, then, third, allied, територ, сусідн, союзн, территор, соседн, "
        "аэропорт, "
        "аеропорт, اراضي, الاراضي, مطار, دوله, جمهوريه, республ"
    ).split(", ")
)


# Arabic writes "in" onto the name.
_WRITTEN_ON = ("ببيلاروس", "باسطنبول", "بجنيف", "بابوظبي")


def _prefixed(sentence: Sentence, at: int) -> bool:
    """Arabic writes "in" and "to" on to the name: "مروا ببيلاروس"."""
    text = sentence.atoms[at].text
    if sentence.language.code != "ar" or not text.startswith(("ب", "ل")) or text.startswith(("لل", "لب")):
        return False
    bare = sentence.language.lexicon.longest(text[1:].split(), 0)
    return bare is not None and bare.tag in "SL" and bare.value == sentence.atoms[at].value


def _told_of(sentence: Sentence, at: int, first: int) -> str:
    """``talks``, ``handover`` or nothing: by the nearest word before that is of one or the other."""
    start = clause(sentence, at).start
    before = sentence.tags[start:first]
    phrase = stretch(sentence, at, at, ",;.?-")
    met = says(" ".join(sentence.atoms[i].text for i in phrase), mediating.MET)
    if str(sentence.atoms[at].value) in OF_TALKS or (met and city(sentence.atoms[at])):
        return "" if previous_told(before) or compiled("s(?!_?[lt])").search(before[-12:]) else "talks"
    m = compiled(r"[Zlt](?P<between>[^ZltxXvgWFM]*)$").search(sentence.tags[start:first])
    if m and len(m.group("between")) <= REACH and "P" not in sentence.tags[start:first]:
        return "talks"
    start += sentence.tags[start:first].rfind("?") + 1  # what is said of others in a clause of its own
    start = max((i for i in range(start, first) if sentence.atoms[i].text in _OF_THEM), default=start)
    before = sentence.tags[start:first]
    near = sentence.atoms[start : segment_of(sentence, at).stop]
    captured = "j" in before[max(before.rfind(tag) for tag in "vgWX") + 1 :]
    if captured or any(f.startswith(_STAY) for a in sentence.atoms[start:first] for f in forms(a.text)):
        return ""
    if sentence.tags[at] == "S" and _mediates(sentence, start, first):
        return ""
    airport = any(a.text.startswith(_AIRPORTS) for a in sentence.atoms[max(start, first - 4) : at])
    hosts = str(sentence.atoms[at].value) in HOSTS
    if sentence.tags[at] == "S" and not airport and (set(before) & set("hq") or not hosts):
        return ""
    carried = airport or any(form.startswith(_CARRIERS) for a in near for form in forms(a.text))
    around = before + sentence.tags[phrase.start : phrase.stop]
    moved = set(around) & set("xXvgW") and not set(before) & set("Zlt")
    crossing = str(sentence.atoms[at].value).startswith(_CROSSINGS) and set(around) & set("xXvgWepmkcA")
    people = set(before) & set("pmkA") and sentence.tags[at] == "S"
    people = people or sentence.atoms[start].text in _OF_THEM
    return "handover" if carried or moved or people or crossing else ""


def _mediates(sentence: Sentence, start: int, first: int) -> bool:
    """ "By mediation of Turkey"; Arabic has one word for auspices and for care."""
    return any(a.tag == "M" and "رعا" not in a.text for a in sentence.atoms[start:first])


_STOPS = tuple(plain("stop, halt, зупинк, остановк, пункт, محط, المحط").split(", "))


def second_name(sentence: Sentence, at: int) -> bool:
    """ "At Esenboga airport in Ankara" is one place, told by its first name; a border by what follows."""
    return any(a.tag == "L" and a.value != "border" for a in sentence.atoms[max(0, at - 2) : at])


def _first_stop(sentence: Sentence, at: int) -> bool:
    """ "Belarus was the first stop for the Russians"."""
    after = sentence.atoms[at + 1 : at + 8]
    before = sentence.atoms[max(0, at - 8) : at]
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
