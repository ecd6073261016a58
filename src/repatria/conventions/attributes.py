"""What an event may say beside its kind, day and subject: a closed list, so that no free text gets in."""

import re
from collections.abc import Callable, Mapping

from repatria.conventions.errors import BadEvent
from repatria.conventions.vocabulary import Category
from repatria.i18n import _

Check = Callable[[str], bool]

_NUMBER = re.compile(r"\d{1,6}(\.\d{1,3})?", re.ASCII)
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}", re.ASCII)

DIRECT_REPATRIATION = (
    "incurable_gravely_diminished",
    "not_curable_within_1_year_gravely_diminished",
    "recovered_gravely_permanently_diminished",
)
NEUTRAL_COUNTRY = ("curable_within_1_year_better_abroad", "health_threatened_by_captivity")
CAUSES_FOR_ENQUIRY = ("sentry", "prisoner", "other_person", "unknown")


def _one_of(*words: str) -> Check:
    return frozenset(words).__contains__


def _code(text: str) -> bool:
    return _CODE.fullmatch(text) is not None


def _number(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None


def _number_or_none(text: str) -> bool:
    return text == "none" or _number(text)


_yes_no = _one_of("yes", "no")

ATTRIBUTES: Mapping[str, Check] = {
    "category": _one_of(*(c for c in Category if c not in (Category.UNKNOWN, Category.DOUBT))),
    "origin": _code,
    "mother": _code,
    "territory": _one_of("own", "occupied"),
    "regime": _one_of("pow", "civilian", "mixed"),
    "interim_status": _one_of("pow", "other"),
    "officer_ordered": _yes_no,
    "officers_camp": _yes_no,
    "weight_recorded": _yes_no,
    "wounded_or_sick": _yes_no,
    "recovery_endangered": _yes_no,
    "out_of_occupied_territory": _yes_no,
    "baggage_limit_kg": _number_or_none,
    "letters": _number,
    "cards": _number,
    "hindered": _yes_no,
    "words": _number,
    "messages": _number,
    "times": _number,
    "proposed_by": _one_of("protecting_power", "icrc", "relief_organisation", "other"),
    "will": _yes_no,
    "art110": _one_of(*DIRECT_REPATRIATION, *NEUTRAL_COUNTRY, "none"),
    "fit_to_travel": _yes_no,
    "self_inflicted": _yes_no,
    "travels": _yes_no,
    "ground": _one_of("109", "110", "118", "agreement", "gc1-30", "other"),
    "basis": _one_of("disciplinary", "judicial"),
    "reason": _one_of("imperative_military_necessity", "other"),
    "until": lambda text: re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII) is not None,
    "private_interviews": _yes_no,
    "neutral_members": _number,
    "detaining_members": _number,
    "surgeon": _yes_no,
    "physician": _yes_no,
    "outcome": _one_of("repatriate", "neutral_country", "reject", "re_examine"),
    "votes_for": _number,
    "cause": _one_of(*CAUSES_FOR_ENQUIRY, "natural", "accident", "combat"),
    "individual_grave": _yes_no,
    "collective_unavoidable": _yes_no,
    "certificate": _code,
    "receipt": _code,
    "event": _code,
}


def check_attribute(name: str, value: object) -> str:
    """Give `value` as the text it is kept as.

    Raises:
        BadEvent: `name` is not in the list, or `value` is not one of those it allows. Neither is quoted.
    """
    if name not in ATTRIBUTES:
        raise BadEvent(_("an attribute is not in the vocabulary; the manual's page on duties lists them"))
    if isinstance(value, bool):
        value = "yes" if value else "no"
    if isinstance(value, int | float):
        value = f"{value:g}" if abs(value) < 1e6 else ""
    if not isinstance(value, str) or not ATTRIBUTES[name](value):
        raise BadEvent(_("the attribute {name} has a value that it does not allow").format(name=name))
    return value
