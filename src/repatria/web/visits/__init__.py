"""Sites and visits: every place asked for, answered, seen; what the ICRC hears opens to the ICRC alone.

What other rooms may know of it stands here: whether somebody travels, whether a delegate has seen him, and whether
his family may hear. Never why.
"""

from datetime import date
from typing import Any


def travels(person: Any) -> bool | None:
    """Say whether `person` (of a register) told the ICRC that he wants to travel; None: he was not asked yet."""
    from repatria.web.compartments import house
    from repatria.web.replies.models import Wish

    with house():
        wish = Wish.objects.filter(person=person).last()
        return None if wish is None else wish.travels == Wish.Travels.YES


def seen_on(person: Any) -> date | None:
    """Give the last day on which a delegate of the ICRC saw `person`, or None."""
    from repatria.web.compartments import house
    from repatria.web.visits.models import Interview

    with house():
        return Interview.objects.filter(person=person).order_by("-on").values_list("on", flat=True).first()


def family_may_hear(person: Any) -> bool | None:
    """Say whether `person` lets his family hear that he is held; None: he was not asked."""
    from repatria.web.compartments import house
    from repatria.web.visits.models import Interview

    with house():
        said = [one.family_may_hear for one in Interview.objects.filter(person=person).order_by("-on", "-noted_at")]
        newest = next(filter(None, said), "")
        return newest == Interview.YES if newest else None
