"""Which things said are claims that the record can answer, and which are news, care or mood."""

from collections.abc import Sequence

from repatria.claims.counts.item import Item, detail
from repatria.claims.scene.speech import BIDS, Speech, begins, bid_for_conference, thanks
from repatria.claims.scene.told import announces, first_in_months, first_to_tell, topic
from repatria.claims.words.lexicon import forms
from repatria.claims.words.patterns import compiled
from repatria.claims.words.tags import Atom

# A longer sentence in quotation marks is compared word for word.
LONGEST_QUOTE = 9
# A larger number that the headquarters gives is its running total.
LEAST_RUNNING = 500


# So many numbers are a side's whole account of an exchange: each is a claim, whoever it is from.
FULL_ACCOUNT = 3


def worth_checking(speech: Speech, said: Sequence[Item], of_record: bool = False) -> bool:
    """Is what is said here a claim of its own, by the convention of the judged reports?

    Args:
        of_record: a number of people of this exchange is told, though it was not read as a count of them.
    """
    if speech.code == "BOTH":
        return speech.confirms
    if _quotes_at_length(speech):
        return False
    if not said and (speech.keeps_silent or thanks_governments(speech) or gives_up_a_bid(speech)):
        return True
    if not said and speech.code == "RUS" and topic(speech):
        return True
    if not said and ("V" in speech.tags or '"' in speech.tags or _of_care(speech)):
        quoted = '"' in speech.tags and "V" not in speech.tags
        return quoted and not speech.counter and (bool(set(speech.tags) & set("gjcmbl")) or _stage(speech))
    if speech.own_words:
        return _own_words_are_worth(speech, said)
    if speech.adverbial or speech.counter:
        return _address_is_worth(speech, said) if speech.adverbial or not said else _count_is_worth(speech, said)
    return _saying_is_worth(speech, said, of_record)


def _own_words_are_worth(speech: Speech, said: Sequence[Item]) -> bool:
    """ "In his words": a whole number, or under which terms people came home."""
    told = first_in_months(speech) or any(not detail(item, said) for item in said)
    return "l" in speech.tags or (told and not speech.counter and not speech.framed)


def _count_is_worth(speech: Speech, said: Sequence[Item]) -> bool:
    """An office that counts tells how many came home; its ranks and running totals are claims by themselves."""
    running = any((item.number.n or LEAST_RUNNING) >= LEAST_RUNNING for item in said)
    of_this_one = not running and not any(_part(item, said) for item in said)
    return not speech.framed and _told_first(speech, said) and (of_this_one or speech.code != "UKR")


def _address_is_worth(speech: Speech, said: Sequence[Item]) -> bool:
    """ "By Kyiv's count", "according to the ministry": mostly the address of a number that is a claim itself."""
    if len(said) >= FULL_ACCOUNT or (len(said) > 1 and any(item.partitive for item in said)):
        return False
    if said and (speech.framed or not (speech.of_count and speech.counter)):
        return not speech.framed and (speech.behind or not speech.counter)
    told = "oMGYdTC" if speech.adverbial and not speech.counter else "oMGYdnTC"
    clause = speech.tags.lstrip(",").partition("," if speech.adverbial else "&")[0]
    if speech.counter:
        return not said and speech.code == "UKR" and _tells_terms(speech)
    about = _about_exchange(speech)
    return not said and not any(tag in clause for tag in told) and about


def _saying_is_worth(speech: Speech, said: Sequence[Item], of_record: bool) -> bool:
    """ "The minister said that ...": somebody says something that is not merely the news itself."""
    unnamed = speech.code == "?"
    if _told_as_news(speech) or _only_ranks(speech, said) or speech.code == "ICRC":
        return False
    if not said and not unnamed and (first_to_tell(speech) or of_record):
        return not speech.framed or of_record
    if _details_alone(speech, said) or (speech.framed and said and not _told_before_rank(speech, said)):
        return False
    if not said and speech.behind and not unnamed and not speech.postposed:
        opens = bool(set(speech.tags) & set("jc")) or bool(
            compiled("^x[_pA]{0,3}e").match(speech.tags.lstrip("_,"))
        )
        return first_in_months(speech) or speech.announces or opens
    if not said and speech.code in _OUTSIDERS and announces(speech):
        return True
    ranked = unnamed and bool(set(speech.tags) & set("ohFG"))
    return bool(said) or ranked or first_in_months(speech) or _tells_of_exchange(speech)


def _tells_terms(speech: Speech) -> bool:
    """ "Some of them were freed under the Istanbul accords": by which agreement people came home."""
    agreed = any(a.tag == "L" and a.value in _PLACES_OF_TALKS for a in _said_atoms(speech))
    return agreed or ("l" in speech.tags and bool(set(speech.tags) & set("vgp")))


_PLACES_OF_TALKS = {"Istanbul", "Geneva", "Bern", "Abu Dhabi"}


def _only_ranks(speech: Speech, said: Sequence[Item]) -> bool:
    """Mediators and ranks are claims by themselves, whoever names them."""
    ranked = set(speech.tags) & set("MG") and not _told_first(speech, said)
    return bool(ranked) and not (speech.code == "?" and "M" not in speech.tags)


def _tells_of_exchange(speech: Speech) -> bool:
    """Words without a number that the record may answer: a stage, talks in a place, an equal number, who came."""
    named = _about_exchange(speech) and not speech.framed
    return named or _stage(speech) or bool(compiled("t_{0,2}[SL]|B").search(speech.tags))


def _told_as_news(speech: Speech) -> bool:
    """ "Officials on both sides said", "media wrote": nobody in particular, as news is told."""
    both = speech.behind and "E" in speech.sentence.tags[speech.last : speech.end + 1]
    return speech.code == "?" and (speech.name in _TOLD_AS_NEWS or both)


_TOLD_AS_NEWS = {"officials", "media", "volunteers"}


def _details_alone(speech: Speech, said: Sequence[Item]) -> bool:
    """ "183 are privates, two officers, he specified": a list of parts is told as news, whoever tells it."""
    if speech.framed and sum(detail(item, said) for item in said) >= FULL_ACCOUNT - 1:
        return True  # "Kyiv said 157 were back, 150 servicemen and seven civilians"
    if not said or speech.tells_details or speech.code == "?" or not all(detail(item, said) for item in said):
        return False
    if len(said) > 1 or speech.framed:
        return all(_part(item, said) for item in said)
    return speech.behind and (not speech.postposed or "o" in speech.tags)


def _part(item: Item, said: Sequence[Item]) -> bool:
    """Is this a part of the people? "150 of its men" are all that a side has to tell of."""
    each = item.each or "E" in item.sentence.tags[item.at : item.last + 1]
    split = any(other.kind in _APART for other in said)
    return detail(item, said) and not each and (split or not _of_whole_group(item))


# Those of whom a report tells apart from the rest.
_APART = {"civilians", "wounded", "ill", "children", "bodies"}


def _of_whole_group(item: Item) -> bool:
    """Are these all who came home, though called by what they are: "the return of 45 guardsmen"?"""
    of_its_own = "Q" in item.sentence.tags[item.at : item.last + 3]
    back = "v" in item.sentence.tags[max(0, item.at - 3) : item.last + 4]
    return (of_its_own and (item.partitive or item.kind == "men")) or (
        back and not item.partitive and item.kind not in _APART and "O" not in item.sentence.tags[: item.at]
    )


def _told_first(speech: Speech, said: Sequence[Item]) -> bool:
    """ "It reported 350 exchanged *in its 13th mediation*": the number is told before rank and mediation."""
    if not said:
        return False
    return not compiled("[onG]|M(?!_{0,2}[Sl]?_?v)").search(_before(speech, said))


def _told_before_rank(speech: Speech, said: Sequence[Item]) -> bool:
    """ "Kyiv calls it its 59th and adds that 1,358 came home": the number follows the rank."""
    return not compiled("Q?o_{0,2}[x&,]").search(_before(speech, said))


def _before(speech: Speech, said: Sequence[Item]) -> str:
    """Tags between whoever speaks and the first number."""
    before = speech.sentence.tags[: said[0].at]
    return before[max(before.rfind("K"), 0 if "K" in before else speech.first) :]


# Care, transport and pictures of those freed: no record of exchanges tells of them.
_CARE = (
    "medical", "psycholog", "treatment", "treated", "rehabilit", "hospital", "doctor", "checkup", "video",
    "footage", "photo", "picture",
    "медич", "медиц", "психолог", "лікар", "лікув", "лечен", "врач", "реабіліт", "реабилит",
    "госпітал", "госпитал", "больниц", "відео", "видео", "фото", "снимк", "світлин", "обстеж", "обследован",
    "طبي", "الطبي", "نفسي", "علاج", "العلاج", "رعايه", "الرعايه", "مستشف", "المستشف", "تاهيل", "فيديو", "صور",
)  # fmt: skip


def _of_care(speech: Speech) -> bool:
    if "j" in speech.tags:
        return False  # where they were captured is told too
    return _speaks_of(speech, _CARE)


# Wounds and illness, which no record tells of unless it counts them.
_HEALTH = (
    "wound", "injur", "sick", "ill", "hurt", "disease",
    "поранен", "хвор", "ранен", "ранени", "больн", "болезн", "травм",
    "جرح", "مصاب", "مريض", "مرضى", "جريح", "اصاب",
)  # fmt: skip


def _said_atoms(speech: Speech) -> Sequence[Atom]:
    return speech.sentence.atoms[speech.first : speech.last + 1]


def _speaks_of(speech: Speech, stems: tuple[str, ...]) -> bool:
    return any(begins(a, stems) for a in _said_atoms(speech))


_STAGES = (
    "part", "stage", "phase", "round", "leg", "instalment", "частин", "етап", "фаз", "раунд", "част", "этап", "тур",
    "مرحل", "المرحل", "جزء", "الجزء", "دفع", "الدفع", "جول", "الجول",
)  # fmt: skip


def _stage(speech: Speech) -> bool:
    """ "The third part has been done"."""
    atoms = speech.sentence.atoms
    return any(
        form.startswith(_STAGES)
        for m in compiled("o[_xlOi]").finditer(speech.sentence.tags, speech.first, speech.last + 1)
        for form in forms(atoms[m.start() + 1].text.split()[0])
    )


# Third states, whose thanks tell of no mediator of their own.
_OUTSIDERS = {"USA"}


def thanks_governments(speech: Speech) -> bool:
    """ "The White House thanked Turkey and four European governments": thanks that name no mediator."""
    governments = compiled("S[^.;]*n_").search(speech.sentence.tags)
    outsider = speech.code in _OUTSIDERS and "S" in speech.tags
    return (bool(governments) or outsider) and speech.code != "?" and thanks(speech.sentence)


def gives_up_a_bid(speech: Speech) -> bool:
    """ "Yerevan withdrew its bid to host the conference": a promise made beside the exchange."""
    atoms = speech.sentence.atoms[speech.begin : speech.end + 1]
    return bid_for_conference(atoms) or any(begins(a, BIDS) for a in atoms if a.tag == "y")


def _quotes_at_length(speech: Speech) -> bool:
    """Whole sentences in quotation marks are compared word for word, not judged by a number in them."""
    return any(len(quoted) > LONGEST_QUOTE for quoted in speech.tags.split('"')[1::2])


def _about_exchange(speech: Speech) -> bool:
    """Is it told who came home, who they are, where they were captured, or by which terms?"""
    tags = speech.tags
    moved = bool(set(tags) & set("vg")) and bool(set(tags) & set("pkmcA"))
    people = (moved or "k" in tags) and not _speaks_of(speech, _HEALTH)
    return people or bool(set(tags) & set("jmcbl")) or ("x" in tags and "e" in tags)
