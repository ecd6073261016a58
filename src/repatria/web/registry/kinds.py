"""The kinds of value that a register keeps of a person, in the words and order of a form.

They are the items of GC III 122(4), those that GC IV 138 adds, and a few that every list carries. There is no
photograph, no fingerprint and no free remark among them.
"""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

LONGEST = 500


@dataclass(frozen=True, slots=True)
class ValueKind:
    """One kind of value: its name in code, its words, and how it is asked for (``text``, ``date`` or choices)."""

    name: str
    label: Any
    ask: str = "text"
    help: Any = ""
    choices: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Kinds that stand together."""

    title: Any
    kinds: tuple[ValueKind, ...]


_DATE_HELP = _("as far as known: 1990, 1990-03 or 1990-03-17")
_SEX = (("", _("not known")), ("male", _("male")), ("female", _("female")))
_CATEGORY = (
    ("", _("not recorded")),
    ("pow", _("prisoner of war")),
    ("retained", _("retained medical or religious personnel")),
    ("civilian", _("civilian internee")),
    ("other", _("other person deprived of liberty")),
)
# GC III Annex IV B, line 11 of the capture card.
_HEALTH = (
    ("", _("not recorded")),
    ("good", _("good")),
    ("not wounded", _("not wounded")),
    ("recovered", _("recovered")),
    ("convalescent", _("convalescent")),
    ("sick", _("sick")),
    ("slightly wounded", _("slightly wounded")),
    ("seriously wounded", _("seriously wounded or seriously sick")),
)

SECTIONS = (
    Section(
        _("Name"),
        (
            ValueKind("surname", _("surname"), help=_("as it is written on the paper that you have before you")),
            ValueKind("given_name", _("given name")),
            ValueKind("patronymic", _("patronymic")),
            ValueKind("full_name_native", _("full name in his own script"), help=_("if you have it only whole")),
            ValueKind("alternate_names", _("other spellings"), help=_("part several with a semicolon")),
            ValueKind("callsign", _("call sign")),
        ),
    ),
    Section(
        _("Birth and parents"),
        (
            ValueKind("date_of_birth", _("date of birth"), "date", _DATE_HELP),
            ValueKind("age", _("age, if no date is known"), help=_("in whole years")),
            ValueKind("place_of_birth", _("place of birth")),
            ValueKind("sex", _("sex"), "choice", choices=_SEX),
            ValueKind("father_given_name", _("father's first name")),
            ValueKind("mother_maiden_name", _("mother's maiden name")),
            ValueKind("nationality", _("nationality")),
        ),
    ),
    Section(
        _("Service"),
        (
            ValueKind("service_number", _("army, regimental, personal or serial number")),
            ValueKind("rank", _("rank")),
            ValueKind("unit", _("unit")),
            ValueKind("occupation", _("occupation")),
            ValueKind("power_of_origin", _("Power on which he depends, as written")),
        ),
    ),
    Section(
        _("Captivity"),
        (
            ValueKind("capture_date", _("date of capture"), "date", _DATE_HELP),
            ValueKind("capture_place", _("place of capture")),
            ValueKind("captor", _("captured by")),
            ValueKind("category", _("category"), "choice", choices=_CATEGORY),
            ValueKind("health", _("state of health"), "choice", choices=_HEALTH),
            ValueKind("charges", _("charges or conviction")),
            ValueKind("group", _("held together with"), help=_("one word for those who must not be parted")),
            ValueKind("mail_address", _("address for mail")),
        ),
    ),
    Section(
        _("Family and marks"),
        (
            ValueKind("next_of_kin", _("person to be informed, with address")),
            ValueKind("residence", _("last residence")),
            ValueKind("marks", _("distinguishing marks")),
        ),
    ),
)  # fmt: skip

KINDS: dict[str, ValueKind] = {kind.name: kind for section in SECTIONS for kind in section.kinds}
# Kept as an import brings it; a clerk notes a place of detention by an event.
AS_IMPORTED = {"site": ValueKind("site", _("place of detention, as written"))}
ALL_KINDS = {**KINDS, **AS_IMPORTED}

NAMES = ("surname", "given_name", "patronymic", "full_name_native", "alternate_names")
IDENTIFYING = (*NAMES, "callsign", "service_number")

CONFIDENCE = (
    ("document", _("seen on a document")),
    ("stated", _("stated by himself")),
    ("told", _("told by somebody else")),
    ("doubtful", _("doubtful")),
)


def in_words(kind: str, text: str) -> Any:
    """Give the words of a value that was chosen from a list; others as they stand."""
    known = ALL_KINDS.get(kind)
    return dict(known.choices).get(text, text) if known and known.choices else text
