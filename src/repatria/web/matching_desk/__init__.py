"""Who is who across the opened lists: the secretariat's compartment."""

from typing import Any


def confirmed(exchange: Any) -> dict[Any, Any]:
    """Give the confirmed matches of an exchange as ``{row sought: row held}`` (rows of the lists in force).

    A pair stands here when a reviewer has decided that it is one person, no second reviewer says otherwise, and no
    other decision contradicts it.
    """
    from repatria.web.matching_desk.outcome import confirmed as of  # models are not there yet when this is imported

    return of(exchange)
