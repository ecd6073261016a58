"""Which datum is missing where a duty cannot be told, and how it is named to a person."""

from collections.abc import Mapping
from types import MappingProxyType

from repatria.conventions.attributes import ATTRIBUTES
from repatria.conventions.deferred import _
from repatria.i18n import _ as translate

START_DATE = "start_date"
EVIDENCE_DATE = "evidence_date"
END_DATE = "end_date"
DEATH_OR_LIFE = "death_or_life"
TWO_RECORDS = "two_records"
BOUND_BY = "bound_by"
CATEGORY = "category"

_REASONS: Mapping[str, str] = MappingProxyType(
    {
        START_DATE: _("The exact day on which the duty began is not recorded."),
        EVIDENCE_DATE: _("The exact day on which it was done is not recorded."),
        END_DATE: _("The exact day on which the matter ended is not recorded."),
        DEATH_OR_LIFE: _(
            "The record holds a death and a later sign of life, or two days of death: one must be withdrawn."
        ),
        TWO_RECORDS: _("The record holds two papers that contradict each other: one must be withdrawn."),
        BOUND_BY: _("It is not recorded whether the party is bound by this treaty."),
        CATEGORY: _("What the person is in law is not recorded; until then the protection of a prisoner applies."),
        "territory": _("It is not recorded whether the internment is in own or in occupied territory."),
        "officers_camp": _("It is not recorded whether officers are held in the camp."),
        "cause": _("The cause of death or injury is not recorded."),
        "fit_to_travel": _("It is not recorded whether the person is fit to travel."),
        "baggage_limit_kg": _("It is not recorded whether, and at what weight, baggage was limited."),
        "basis": _("It is not recorded on what ground the person is held back."),
        "interim_status": _("It is not recorded how the person is treated meanwhile."),
        "outcome": _("The outcome of the commission's decision is not recorded."),
        "private_interviews": _("It is not recorded whether the interviews were private."),
        "letters": _("The number of letters is not recorded."),
        "cards": _("The number of cards is not recorded."),
        "hindered": _("It is not recorded whether the person was kept from writing more."),
    }
)  # fmt: skip

# The code of a reason is its place here; 0 is "nothing is missing".
MISSING = ("", *dict.fromkeys((*_REASONS, *ATTRIBUTES)))
CODE: Mapping[str, int] = MappingProxyType({reason: code for code, reason in enumerate(MISSING)})


def sentence(reason: str) -> str:
    """Say in the reader's language what is missing."""
    if reason in _REASONS:
        return translate(_REASONS[reason])
    return translate("The record leaves out a datum: {datum}.").format(datum=reason)
