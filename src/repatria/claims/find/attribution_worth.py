"""Which things said are claims that the record can answer, and which are news, care or mood."""

from collections.abc import Sequence

from repatria.claims.counts.item import Item, detail
from repatria.claims.scene.speech import Speech, thanks
from repatria.claims.scene.told import first_in_months, first_to_tell, topic
from repatria.claims.words.lexicon import forms
from repatria.claims.words.patterns import compiled

# A longer sentence in quotation marks is compared word for word.
LONGEST_QUOTE = 9
# A larger number that the headquarters gives is its running total.
LEAST_RUNNING = 500


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
    if speech.adverbial or speech.counter:
        return _address_is_worth(speech, said)
    return _saying_is_worth(speech, said, of_record)


def _address_is_worth(speech: Speech, said: Sequence[Item]) -> bool:
    """ "By Kyiv's count", "according to the ministry": mostly the address of a number that is a claim itself."""
    if speech.own_words:
        whole = any(not detail(item, said) for item in said)
        return not speech.counter and not speech.framed and (whole or "l" in speech.tags or first_in_months(speech))
    if speech.adverbial and said and (speech.framed or not speech.of_count):
        return not speech.framed and (speech.behind or not speech.counter)
    if not speech.adverbial and said:
        running = any((item.number.n or LEAST_RUNNING) >= LEAST_RUNNING for item in said)
        own = not running and not speech.framed and not any(detail(item, said) for item in said)
        return _told_first(speech, said) and (own or speech.code != "UKR")
    told = "oMGYdTC" if speech.adverbial and not speech.counter else "oMGYdnTC"
    clause = speech.tags.lstrip(",").partition("," if speech.adverbial else "&")[0]
    terms = not speech.counter or set(speech.tags) & set("lLt")
    return not said and not any(tag in clause for tag in told) and _about_exchange(speech) and bool(terms)


def _saying_is_worth(speech: Speech, said: Sequence[Item], of_record: bool) -> bool:
    """ "The minister said that ...": somebody says something that is not merely the news itself."""
    unnamed = speech.code == "?"
    if unnamed and speech.name in _TOLD_AS_NEWS:
        return False
    if unnamed and speech.behind and "E" in speech.sentence.tags[speech.last : speech.end + 1]:
        return False  # "officials on both sides said"
    ranked = set(speech.tags) & set("MG") and not (said and _told_first(speech, said))
    if ranked and not (unnamed and "M" not in speech.tags):
        return False
    if not said and not unnamed and (first_to_tell(speech) or of_record):
        return not speech.framed or of_record
    if _details_alone(speech, said) or (speech.framed and said and not _told_before_rank(speech, said)):
        return False
    if not said and speech.behind and not unnamed and not speech.postposed:
        opens = bool(compiled("^x[_pA]{0,3}e").match(speech.tags.lstrip("_,")))
        return first_in_months(speech) or speech.announces or opens
    about = _about_exchange(speech) and not speech.framed
    about = about or _stage(speech) or bool(compiled("t_{0,2}[SL]|B").search(speech.tags))
    return bool(said) or unnamed or first_in_months(speech) or about


# "Officials said", "media wrote": nobody in particular, as news is told.
_TOLD_AS_NEWS = {"officials", "media", "volunteers"}


def _details_alone(speech: Speech, said: Sequence[Item]) -> bool:
    """ "183 are privates, two officers, he specified": a list of parts is told as news, whoever tells it."""
    if not said or speech.tells_details or speech.code == "?" or not all(_part(item, said) for item in said):
        return False
    return len(said) > 1 or speech.framed or speech.behind


def _part(item: Item, said: Sequence[Item]) -> bool:
    """Is this a part of the people? "150 of its men" are all that a side has to tell of."""
    of_its_own = "Q" in item.sentence.tags[item.at : item.last + 3]
    each = item.each or "E" in item.sentence.tags[item.at : item.last + 1]
    return detail(item, said) and not each and not (of_its_own and (item.partitive or item.kind == "men"))


def _told_first(speech: Speech, said: Sequence[Item]) -> bool:
    """ "It reported 350 exchanged *in its 13th mediation*": the number is told before rank and mediation."""
    if not said or "G" in speech.tags:
        return False
    return not compiled("[on]|M(?!_{0,2}S?v)").search(_before(speech, said))


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
    atoms = speech.sentence.atoms[speech.first : speech.last + 1]
    return any(form.startswith(_CARE) for a in atoms for word in a.text.split() for form in forms(word))


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


def thanks_governments(speech: Speech) -> bool:
    """ "The White House thanked Turkey and four European governments": thanks that name no mediator."""
    governments = compiled("S[^.;]*n_").search(speech.sentence.tags)
    return bool(governments) and speech.code != "?" and thanks(speech.sentence)


_BIDS = (
    "bid", "candidac", "candidature", "race", "application", "заявк", "кандидатур", "претензі", "претензи",
    "ترشح", "استضاف", "ترشيح",
)  # fmt: skip


def gives_up_a_bid(speech: Speech) -> bool:
    """ "Yerevan withdrew its bid to host the conference": a promise made beside the exchange."""
    atoms = speech.sentence.atoms[speech.begin : speech.end + 1]
    return any(
        form.startswith(_BIDS) for a in atoms if a.tag == "y" for word in a.text.split() for form in forms(word)
    )


def _quotes_at_length(speech: Speech) -> bool:
    """Whole sentences in quotation marks are compared word for word, not judged by a number in them."""
    return bool(compiled(f'"[^"]{{{LONGEST_QUOTE + 1},}}').search(speech.tags))


def _about_exchange(speech: Speech) -> bool:
    tags = speech.tags
    return any(tag in tags for tag in "vgjcmkbl") or ("x" in tags and "e" in tags)
