"""Consent as a ladder of audiences, chosen by the family before it sends, and enforced wherever a request is read.

Each rung contains those below it. Nobody stands on a higher rung than the family chose, and a family can step down
at any time. The registry does not rest on consent; showing a request to others does.
"""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class Audience(models.TextChoices):
    """Who may read the request."""

    CASE_WORKERS = "case_workers", _("only the case workers of the ICRC")
    OWN_SIDE = "own_side", _("also the information bureau of the side that the person belongs to")
    BOTH_SIDES = "both_sides", _("also the information bureau of the side that may hold the person")
    BOARDS = "boards", _("also public boards for tracing missing persons")


IN_WORDS = {
    Audience.CASE_WORKERS: _(
        "They compare your request with the registers and lists that they receive. Nobody else learns that you "
        "asked."
    ),
    Audience.OWN_SIDE: _(
        "The bureau sees whom you look for and the last news of him. It does not see who you are."
    ),
    Audience.BOTH_SIDES: _(
        "That bureau must then answer whether it holds the person. It sees the name and what identifies the "
        "person, "
        "not the last news, and not who you are."
    ),
    Audience.BOARDS: _(
        "Anybody can read these boards. They show the name, the sex and the year of birth, and nothing else; after "
        "90 days they delete it."
    ),
}
_LADDER = list(Audience)


def at_least(audience: Any) -> list[str]:
    """Give the choices that let `audience` read."""
    return [str(rung) for rung in _LADDER[_LADDER.index(audience) :]]


def allows(chosen: str, audience: Any) -> bool:
    """Say whether who chose `chosen` lets `audience` read."""
    return chosen in at_least(audience)


# What each audience sees of the person sought. Who asks is for the case workers alone.
BOARD_FIELDS = ("full_name_native", "alternate_names", "sex", "date_of_birth")
IDENTITY_FIELDS = (
    "full_name_native", "alternate_names", "father_given_name", "mother_maiden_name", "sex", "date_of_birth",
    "place_of_birth", "nationality", "occupation", "unit", "rank", "service_number", "callsign",
)  # fmt: skip
