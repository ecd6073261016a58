"""Which events a bureau notes of a person (GC III 122(5)-(6)), and which of them can have happened to him now.

The kinds and what each may say are those of :mod:`repatria.conventions`, so that its clocks can read a register.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy as _

from repatria.conventions import Kind
from repatria.conventions.attributes import CAUSES_FOR_ENQUIRY, DIRECT_REPATRIATION, NEUTRAL_COUNTRY
from repatria.conventions.kinds import CUSTODY_BEGINS, CUSTODY_ENDS


class Group(StrEnum):
    """Kinds that stand together in the form."""

    CUSTODY = "custody"
    STATUS = "status"
    HEALTH = "health"
    CARDS = "cards"
    BELONGINGS = "belongings"
    COURTS = "courts"
    COMMISSION = "commission"
    DEATH = "death"
    INFORMATION = "information"


GROUP_TITLES = {
    Group.CUSTODY: _("Custody"), Group.STATUS: _("Status"), Group.HEALTH: _("Health"),
    Group.CARDS: _("Cards and mail"), Group.BELONGINGS: _("Belongings"), Group.COURTS: _("Courts"),
    Group.COMMISSION: _("Mixed Medical Commission"), Group.DEATH: _("Death"),
    Group.INFORMATION: _("Information sent"),
}  # fmt: skip

LABELS: dict[Kind, tuple[Group, Any]] = {
    Kind.CAPTURE: (Group.CUSTODY, _("capture")),
    Kind.RECAPTURE: (Group.CUSTODY, _("recapture")),
    Kind.INTERNMENT: (Group.CUSTODY, _("internment")),
    Kind.ARRIVAL_AT_SITE: (Group.CUSTODY, _("arrival at a site")),
    Kind.TRANSFER: (Group.CUSTODY, _("transfer")),
    Kind.HOSPITAL_ADMISSION: (Group.CUSTODY, _("admission to a hospital")),
    Kind.RELEASE: (Group.CUSTODY, _("release")),
    Kind.REPATRIATION: (Group.CUSTODY, _("repatriation")),
    Kind.ESCAPE: (Group.CUSTODY, _("escape")),
    Kind.CATEGORY_RECORDED: (Group.STATUS, _("category recorded")),
    Kind.STATUS_DOUBT: (Group.STATUS, _("status in doubt")),
    Kind.TRIBUNAL_DECISION: (Group.STATUS, _("decision of a tribunal on status")),
    Kind.IDENTITY_RECORDED: (Group.STATUS, _("identity recorded")),
    Kind.IDENTITY_CORRECTED: (Group.STATUS, _("identity corrected")),
    Kind.MEDICAL_INSPECTION: (Group.HEALTH, _("medical inspection")),
    Kind.SERIOUSLY_ILL: (Group.HEALTH, _("seriously ill or wounded")),
    Kind.HEALTH_REPORT: (Group.HEALTH, _("weekly report on health")),
    Kind.RECOVERED: (Group.HEALTH, _("recovered")),
    Kind.MEDICAL_CATEGORY: (Group.HEALTH, _("medical category of article 110")),
    Kind.CAPTURE_CARD_OFFERED: (Group.CARDS, _("capture card offered")),
    Kind.CAPTURE_CARD_WRITTEN: (Group.CARDS, _("capture card written")),
    Kind.CAPTURE_CARD_FORWARDED_FAMILY: (Group.CARDS, _("capture card forwarded to the family")),
    Kind.CAPTURE_CARD_FORWARDED_CTA: (Group.CARDS, _("capture card forwarded to the Central Tracing Agency")),
    Kind.INTERNMENT_CARD_OFFERED: (Group.CARDS, _("internment card offered")),
    Kind.INTERNMENT_CARD_WRITTEN: (Group.CARDS, _("internment card written")),
    Kind.INTERNMENT_CARD_FORWARDED_FAMILY: (Group.CARDS, _("internment card forwarded to the family")),
    Kind.INTERNMENT_CARD_FORWARDED_CTA: (Group.CARDS, _("internment card forwarded to the Central Tracing Agency")),
    Kind.VALUABLES_TAKEN: (Group.BELONGINGS, _("valuables taken")),
    Kind.RECEIPT_GIVEN: (Group.BELONGINGS, _("receipt given for valuables")),
    Kind.VALUABLES_RETURNED: (Group.BELONGINGS, _("valuables returned")),
    Kind.EFFECTS_FORWARDED: (Group.BELONGINGS, _("effects forwarded")),
    Kind.EFFECTS_PACKET_SENT: (Group.BELONGINGS, _("sealed packet of effects sent")),
    Kind.CHARGE: (Group.COURTS, _("charge")),
    Kind.TRIAL_SCHEDULED: (Group.COURTS, _("trial scheduled")),
    Kind.TRIAL_NOTICE_GIVEN_PERSON: (Group.COURTS, _("notice of trial given to him")),
    Kind.JUDGMENT: (Group.COURTS, _("judgment")),
    Kind.HELD_BACK: (Group.COURTS, _("held back from repatriation")),
    Kind.HELD_BACK_ENDED: (Group.COURTS, _("no longer held back")),
    Kind.PROPOSED_FOR_MMC: (Group.COMMISSION, _("proposed for the commission")),
    Kind.MMC_EXAMINED: (Group.COMMISSION, _("examined by the commission")),
    Kind.MMC_DECISION: (Group.COMMISSION, _("decision of the commission")),
    Kind.MMC_DECISION_TOLD: (Group.COMMISSION, _("told of the decision")),
    Kind.DEATH: (Group.DEATH, _("death")),
    Kind.DEATH_EXAMINED: (Group.DEATH, _("examination before burial")),
    Kind.DEATH_CERTIFICATE_FORWARDED: (Group.DEATH, _("death certificate forwarded")),
    Kind.BURIAL: (Group.DEATH, _("burial")),
    Kind.GRAVE_REGISTERED: (Group.DEATH, _("grave registered")),
    Kind.REMAINS_RECOVERED: (Group.DEATH, _("remains recovered")),
    Kind.INFORMATION_SENT_ORIGIN: (Group.INFORMATION, _("information sent to the Power of origin")),
    Kind.INFORMATION_SENT_CTA: (Group.INFORMATION, _("information sent to the Central Tracing Agency")),
    Kind.CHANGE_SENT_ORIGIN: (Group.INFORMATION, _("change sent to the Power of origin")),
    Kind.CHANGE_SENT_CTA: (Group.INFORMATION, _("change sent to the Central Tracing Agency")),
    Kind.ICRC_VISIT: (Group.INFORMATION, _("visit of the ICRC")),
    Kind.REPORTED_MISSING: (Group.INFORMATION, _("reported missing")),
}
WITHDRAWN_LABEL = _("withdrawn: it did not happen")

# A change of place: the site of the newest of these is where he is.
MOVES = frozenset({Kind.CAPTURE, Kind.RECAPTURE, Kind.INTERNMENT, Kind.ARRIVAL_AT_SITE, Kind.TRANSFER,
                   Kind.HOSPITAL_ADMISSION})  # fmt: skip
HEALTH_KINDS = frozenset(kind for kind, (group, _title) in LABELS.items() if group is Group.HEALTH) | {
    Kind.MMC_DECISION, Kind.HOSPITAL_ADMISSION,
}  # fmt: skip

_YES_NO = (("yes", _("yes")), ("no", _("no")))
_CATEGORY = (
    ("pow", _("prisoner of war")),
    ("retained", _("retained medical or religious personnel")),
    ("civilian", _("civilian internee")),
    ("other", _("other person deprived of liberty")),
)
_ARTICLE_110 = dict(zip(
    (*DIRECT_REPATRIATION, *NEUTRAL_COUNTRY, "none"),
    (
        _("direct repatriation: incurable, fitness gravely diminished"),
        _("direct repatriation: no recovery within a year, fitness gravely diminished"),
        _("direct repatriation: recovered, fitness gravely and permanently diminished"),
        _("neutral country: recovery within a year, better abroad"),
        _("neutral country: health threatened by captivity"),
        _("none of them"),
    ),
    strict=True,
))  # fmt: skip
_CAUSES = dict(zip(
    (*CAUSES_FOR_ENQUIRY, "natural", "accident", "combat"),
    (
        _("by a sentry"), _("by another prisoner"), _("by another person"), _("unknown"), _("natural"),
        _("accident"), _("combat"),
    ),
    strict=True,
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Detail:
    """What an event of some kind may say besides: one attribute of the conventions, in words."""

    name: str
    label: Any
    choices: tuple[tuple[str, Any], ...] = ()


DETAILS: dict[Kind, tuple[Detail, ...]] = {
    Kind.CATEGORY_RECORDED: (Detail("category", _("category"), _CATEGORY),),
    Kind.TRIBUNAL_DECISION: (Detail("category", _("category"), _CATEGORY),),
    Kind.MEDICAL_INSPECTION: (Detail("weight_recorded", _("weight recorded"), _YES_NO),),
    Kind.MEDICAL_CATEGORY: (Detail("art110", _("category of article 110"), tuple(_ARTICLE_110.items())),),
    Kind.HELD_BACK: (
        Detail("basis", _("legal basis"), (("judicial", _("judicial")), ("disciplinary", _("disciplinary")))),
    ),
    Kind.PROPOSED_FOR_MMC: (
        Detail(
            "proposed_by", _("proposed by"),
            (("protecting_power", _("Protecting Power")), ("icrc", _("ICRC")),
             ("relief_organisation", _("relief organisation")), ("other", _("another"))),
        ),
    ),
    Kind.MMC_DECISION: (
        Detail(
            "outcome", _("outcome"),
            (("repatriate", _("to be repatriated")), ("neutral_country", _("to a neutral country")),
             ("reject", _("rejected")), ("re_examine", _("to be examined again"))),
        ),
    ),
    Kind.RECEIPT_GIVEN: (Detail("receipt", _("number of the receipt")),),
    Kind.DEATH: (Detail("cause", _("cause"), tuple(_CAUSES.items())),),
    Kind.DEATH_CERTIFICATE_FORWARDED: (Detail("certificate", _("number of the certificate")),),
    Kind.BURIAL: (Detail("individual_grave", _("individual grave"), _YES_NO),),
}  # fmt: skip
# What nobody can do without: a category recorded must say which.
REQUIRED = frozenset({"category", "art110", "outcome"})

_AFTER_DEATH = frozenset(
    kind for kind, (group, _title) in LABELS.items() if group in (Group.DEATH, Group.INFORMATION, Group.BELONGINGS)
) - {Kind.DEATH, Kind.ICRC_VISIT, Kind.REPORTED_MISSING, Kind.VALUABLES_TAKEN}  # fmt: skip
_WHEN_FREE = frozenset(
    {Kind.CAPTURE, Kind.INTERNMENT, Kind.DEATH, Kind.REMAINS_RECOVERED, Kind.REPORTED_MISSING,
     Kind.VALUABLES_RETURNED, Kind.EFFECTS_FORWARDED, Kind.EFFECTS_PACKET_SENT, Kind.INFORMATION_SENT_ORIGIN,
     Kind.INFORMATION_SENT_CTA, Kind.CHANGE_SENT_ORIGIN, Kind.CHANGE_SENT_CTA, Kind.IDENTITY_CORRECTED}
)  # fmt: skip
_ONLY_AFTER = {Kind.HEALTH_REPORT: Kind.SERIOUSLY_ILL, Kind.RECOVERED: Kind.SERIOUSLY_ILL,
               Kind.HELD_BACK_ENDED: Kind.HELD_BACK, Kind.MMC_DECISION_TOLD: Kind.MMC_DECISION,
               Kind.TRIBUNAL_DECISION: Kind.STATUS_DOUBT, Kind.RECEIPT_GIVEN: Kind.VALUABLES_TAKEN,
               Kind.VALUABLES_RETURNED: Kind.VALUABLES_TAKEN}  # fmt: skip
_CARDS_OF = {"civilian": "internment_card", "pow": "capture_card", "retained": "capture_card"}


def plausible(past: Iterable[Kind], category: str = "") -> list[Kind]:
    """Give the kinds that can have happened to somebody with this past (his events that stand, in order).

    Whoever is dead can be examined, buried and certified, but not transferred; whoever was not captured cannot
    escape; a health report is owed on the seriously ill alone.
    """
    past = list(past)
    custody = [kind for kind in past if kind in CUSTODY_BEGINS or kind in CUSTODY_ENDS]
    allowed = _by_custody(past, custody[-1] if custody else None)
    other_card = {"internment_card", "capture_card"} - {_CARDS_OF[category]} if category in _CARDS_OF else set()
    return [
        kind
        for kind in LABELS
        if kind in allowed
        and (_ONLY_AFTER.get(kind) is None or _ONLY_AFTER[kind] in past)
        and not any(kind.value.startswith(card) for card in other_card)
    ]


def _by_custody(past: list[Kind], last: Kind | None) -> frozenset[Kind]:
    everything = frozenset(LABELS)
    if Kind.DEATH in past:
        return _AFTER_DEATH
    if last is None:  # an imported person: nobody has noted yet how he came into these hands
        return everything - {Kind.RECAPTURE}
    if last is Kind.ESCAPE:
        return (_WHEN_FREE | {Kind.RECAPTURE}) - {Kind.CAPTURE, Kind.INTERNMENT}
    if last in CUSTODY_ENDS:
        return _WHEN_FREE
    return everything - {Kind.CAPTURE, Kind.RECAPTURE}


def title(kind: str) -> Any:
    """Give the words for a kind."""
    if kind == Kind.WITHDRAWN:
        return WITHDRAWN_LABEL
    return LABELS[Kind(kind)][1] if kind in LABELS else kind.replace("_", " ")


def detail_in_words(kind: str, name: str, value: str) -> tuple[Any, Any]:
    """Give the label of one detail of an event, and its value in words."""
    for detail in DETAILS.get(Kind(kind), ()) if kind in LABELS else ():
        if detail.name == name:
            return detail.label, dict(detail.choices).get(value, value)
    return name.replace("_", " "), value
