"""Before the manifest is closed: everybody asked in private, everybody fit, or not on it.

The ICRC's answer is `travels` or `does not travel`. Why is between the person and the ICRC: no field holds it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from repatria.handover.errors import NotReady
from repatria.handover.manifest import Line
from repatria.handover.vocabulary import Cause
from repatria.i18n import _


class Travels(StrEnum):
    """The whole of what the ICRC says after the private interview."""

    YES = "travels"
    NO = "does not travel"


@dataclass(frozen=True, slots=True)
class Answers:
    """What is known of each captive before departure: the ICRC's answer, and whether he is fit for the road."""

    travels: Mapping[str, Travels] = field(default_factory=dict)
    fit: Mapping[str, bool] = field(default_factory=dict)


def falls_away(line: Line, answers: Answers) -> Cause | None:
    """Say why a line cannot travel, by the answers; None if nothing speaks against it.

    GC III 109(3): nobody against his will. GC III 47: nobody whose recovery the journey would endanger.
    """
    if answers.travels.get(line.captive) is Travels.NO:
        return Cause.DOES_NOT_TRAVEL
    if answers.fit.get(line.captive) is False:
        return Cause.NOT_FIT
    return None


def check_ready(lines: Iterable[Line], answers: Answers) -> None:
    """Check that everybody who is to travel was asked, wants to, and is fit.

    Raises:
        NotReady: somebody was not asked or not examined, or may not be moved; the text names line numbers only.
    """
    unasked, unseen, away = [], [], []
    for line in lines:
        if falls_away(line, answers) is not None:
            away.append(line.number)
        elif line.captive not in answers.travels:
            unasked.append(line.number)
        elif line.captive not in answers.fit:
            unseen.append(line.number)
    for numbers, why in (
        (away, _("lines {lines} cannot travel; apply the agreed rule first")),
        (unasked, _("the ICRC has not given an answer for lines {lines}")),
        (unseen, _("nobody has said whether lines {lines} are fit to travel")),
    ):
        if numbers:
            raise NotReady(why.format(lines=", ".join(map(str, numbers))))
