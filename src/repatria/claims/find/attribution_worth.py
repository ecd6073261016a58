"""Which things said are claims that the record can answer, and which are news, care or mood."""

from collections.abc import Sequence

from repatria.claims.counts.item import Item, detail
from repatria.claims.scene.speech import Speech, thanks
from repatria.claims.scene.told import first_in_months, first_to_tell
from repatria.claims.words.lexicon import forms
from repatria.claims.words.patterns import compiled

# A longer sentence in quotation marks is compared word for word.
LONGEST_QUOTE = 9


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
    if not said and ("V" in speech.tags or '"' in speech.tags or _of_care(speech)):
        quoted = '"' in speech.tags and "V" not in speech.tags
        return quoted and not speech.counter and (_about_exchange(speech) or _stage(speech))
    if speech.adverbial or speech.counter:
        return _address_is_worth(speech, said)
    return _saying_is_worth(speech, said, of_record)


def _address_is_worth(speech: Speech, said: Sequence[Item]) -> bool:
    """ "By Kyiv's count", "according to the ministry": mostly the address of a number that is a claim itself."""
    if speech.adverbial and said and not speech.of_count:
        return speech.behind or not speech.counter
    told = "oMGYdTC" if speech.adverbial and not speech.counter else "oMGYdnTC"
    clause = speech.tags.lstrip(",").partition("," if speech.adverbial else "&")[0]
    return not said and not any(tag in clause for tag in told) and _about_exchange(speech)


def _saying_is_worth(speech: Speech, said: Sequence[Item], of_record: bool) -> bool:
    """ "The minister said that ...": somebody says something that is not merely the news itself."""
    unnamed = speech.code == "?"
    if unnamed and speech.behind and "E" in speech.sentence.tags[speech.last : speech.end + 1]:
        return False  # "officials on both sides said"
    ranked = set(speech.tags) & set("MG") and not (said and _told_first(speech, said))
    if ranked and not (unnamed and "M" not in speech.tags):
        return False
    if not said and not unnamed and (first_to_tell(speech) or of_record):
        return not speech.framed or of_record
    if _own_news(speech, said) or _details_alone(speech, said):
        return False
    if not said and speech.behind and not unnamed and not speech.postposed:
        opens = bool(compiled("^x[_pA]{0,3}e").match(speech.tags.lstrip("_,")))
        return first_in_months(speech) or speech.announces or opens
    return bool(said) or unnamed or first_in_months(speech) or _about_exchange(speech)


def _details_alone(speech: Speech, said: Sequence[Item]) -> bool:
    named = bool(said) and not speech.tells_details and speech.code != "?"
    return named and all(detail(item, said) for item in said)


def _told_first(speech: Speech, said: Sequence[Item]) -> bool:
    """ "The ministry reported 350 exchanged *in its 13th mediation*": the number is told, mediation comes after."""
    return all(item.at < speech.first + speech.tags.find("M") for item in said) and "G" not in speech.tags


def _own_news(speech: Speech, said: Sequence[Item]) -> bool:
    """ "Kyiv said 157 had come home": an English report tells a side's own number so; nobody is quoted."""
    capital = speech.framed and speech.sentence.language.code == "en" and ":" not in _opening(speech)
    past = any(a.text in _TOLD for a in speech.sentence.atoms[speech.begin : speech.first + 1])
    return capital and past and bool(said) and all(item.party == speech.code and not item.each for item in said)


_TOLD = ("said", "reported", "counted", "announced")


def _opening(speech: Speech) -> str:
    return " ".join(a.text for a in speech.sentence.atoms[speech.begin : speech.first])


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


def _stage(speech: Speech) -> bool:
    """ "The third part has been done"."""
    return bool(compiled("o[_xlO]").search(speech.tags))


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
