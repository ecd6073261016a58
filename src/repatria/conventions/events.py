"""One thing that happened, as somebody wrote it down."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from repatria.conventions.attributes import check_attribute
from repatria.conventions.errors import BadEvent
from repatria.conventions.kinds import Kind
from repatria.conventions.spans import Span
from repatria.i18n import _

_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Event:
    """What happened (`kind`), to whom or where, on which day as far as known, and when it was entered.

    `occurred_on` is None where the date is not known at all; for a planned transfer or trial it is the day it is
    planned for. `party` is, in a capture or an arrival, the Power that holds the person from then on. `id` is
    needed only to withdraw the event later.
    """

    kind: Kind
    occurred_on: Span | None
    entered_on: date
    person: str | None = None
    site: str | None = None
    party: str | None = None
    attributes: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    id: str | None = None

    def __post_init__(self) -> None:
        """Refuse an event that is about nobody.

        Raises:
            BadEvent: no subject is named (a withdrawal needs none).
        """
        if self.person is None and self.site is None and self.party is None and self.kind is not Kind.WITHDRAWN:
            raise BadEvent(_("the event names no person, no site and no party; name at least one"))


def event(
    kind: Kind,
    day: str | date,
    *,
    entered: date | None = None,
    person: str | None = None,
    site: str | None = None,
    party: str | None = None,
    id: str | None = None,
    **attributes: str | int | float | bool,
) -> Event:
    """Write an event in one line: ``event(Kind.DEATH, "2026-03", person="N-1", cause="natural")``.

    Entered, unless said otherwise, on the last day it can have happened.

    Raises:
        BadEvent: a date, an attribute or its value is not allowed, or no subject is named.
    """
    span = Span.on(day) if isinstance(day, date) else Span.parse(day)
    checked = MappingProxyType({name: check_attribute(name, value) for name, value in attributes.items()})
    return Event(kind, span, entered or span.last, person, site, party, checked, id)
