"""The fields of a person in a list, and which of them may be asked for or passed on.

GC III 17 and 122(4) name the items of identity that a bureau collects "in so far as available"; GC IV 138 adds
those of civilians. The first thirteen are the columns that lists are compared by.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """A column we know: its name in code and files, and what kind of text stands in it."""

    name: str
    kind: str = "text"
    """``text``, ``name``, ``date`` or ``code`` (numbers and marks that must not be recalculated)."""
    restricted: bool = False
    """Never written to a list for others (domain rules: site, health, next of kin and addresses)."""


FIELDS: dict[str, Field] = {
    field.name: field
    for field in (
        Field("id", "code"),
        Field("surname", "name"),
        Field("given_name", "name"),
        Field("patronymic", "name"),
        Field("full_name_native", "name"),
        Field("date_of_birth", "date"),
        Field("place_of_birth"),
        Field("unit", "code"),
        Field("rank"),
        Field("capture_date", "date"),
        Field("capture_place"),
        Field("callsign", "name"),
        Field("source"),
        Field("line", "code"),
        Field("service_number", "code"),
        Field("alternate_names", "name"),
        Field("father_given_name", "name"),
        Field("mother_maiden_name", "name"),
        Field("nationality"),
        Field("sex"),
        Field("age", "code"),
        Field("category"),
        Field("power_of_origin"),
        Field("occupation"),
        Field("residence", restricted=True),
        Field("marks", restricted=True),
        Field("health", restricted=True),
        Field("next_of_kin", restricted=True),
        Field("mail_address", restricted=True),
        Field("site", restricted=True),
        Field("captor", restricted=True),
        Field("reply"),
        Field("reply_date", "date"),
        Field("remarks", restricted=True),
        Field("source_date", "date"),
    )
}

LINKAGE = tuple(FIELDS)[:13]
"""The columns that lists are compared by, in their usual order."""

NAMES = ("surname", "given_name", "patronymic", "full_name_native", "alternate_names")
"""Any of these says who the row is about."""

IDENTIFYING = (*NAMES, "callsign", "service_number")
"""A row in which all of these are empty is about nobody."""

DATES = tuple(field.name for field in FIELDS.values() if field.kind == "date")
