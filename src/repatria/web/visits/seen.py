"""Places seen of places known: never seen, longest unseen."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Max, Q

from repatria.web.compartments import house
from repatria.web.registry.models import Site


@dataclass(frozen=True, slots=True)
class Place:
    """One place, and when a delegate was last there."""

    site: Any
    last: date | None
    days: int | None
    people: int

    @property
    def never(self) -> bool:
        """Say whether nobody has seen it."""
        return self.last is None


@dataclass(frozen=True, slots=True)
class Count:
    """How many places of one party are known, and how many of them were seen at least once."""

    party: Any
    known: int
    seen: int

    @property
    def never(self) -> int:
        """Give how many were never seen."""
        return self.known - self.seen


@house()
def places(sites: Any, today: date) -> list[Place]:
    """Give the places that are open, never seen first, then the longest unseen.

    Args:
        sites: a query of sites, as far as somebody may reach them.
        today: the day that days are counted to.
    """
    there = sites.filter(Q(closed_on=None) | Q(closed_on__gt=today)).select_related("party")
    last = dict(
        Site.objects.filter(pk__in=there.values("pk"), visits__state="done")
        .annotate(last=Max("visits__done_on"))
        .values_list("pk", "last")
    )
    found = [
        Place(
            site, last.get(site.pk), (today - last[site.pk]).days if site.pk in last else None, site.people.count()
        )
        for site in there
    ]
    return sorted(found, key=lambda place: (place.last is not None, place.last or date.min, place.site.code))


def counts(found: Iterable[Place]) -> list[Count]:
    """Count by party: for those who may know how many, and not where."""
    by_party: dict[Any, list[Place]] = {}
    for place in found:
        by_party.setdefault(place.site.party, []).append(place)
    return [
        Count(party, len(some), sum(not place.never for place in some))
        for party, some in sorted(by_party.items(), key=lambda pair: pair[0].code)
    ]
