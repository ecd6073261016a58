"""The kinds of term: the planner's ten, and four more that say how a plan is made and carried out.

=================  ==========================================================================================
kind               what the planner makes of it
=================  ==========================================================================================
the planner's ten  a term of :mod:`repatria.planning.terms`
``longest_held``   the aim "longest held first", with its steps (GC III 109(2) speaks of long captivity)
``staging``        days, lanes, and how far one side may ever be ahead
``separate``       who stands on a line of his own: goes, and is counted in no number
``offer``          one offer among three or more parties, for cycles (:mod:`repatria.planning.cycles`)
=================  ==========================================================================================

A document is the planner's term without `id`, `by` and `text`; parties are codes, persons are keys of the holder's
register. ``together`` may name persons (`ids`) instead of groups.
"""

from typing import Any, Final

from repatria.web.policy import TERMS

Document = dict[str, Any]

PLANNER: Final = (
    "count", "balance", "parity", "share", "include", "exclude", "sites", "together", "if_then", "net",
)  # fmt: skip
ONLY_ONE: Final = frozenset({"longest_held", "staging"})
SELECTORS: Final = ("select", "left", "right", "of", "within", "if", "then", "wants")

# The numbers of each kind that can be moved to ask "what if". Not those of ``net``: by moving one up and down
# anybody could find out a party's points.
MOVABLE: Final = {
    "count": ("min", "max"),
    "balance": ("tolerance",),
    "parity": ("tolerance",),
    "share": ("min_percent",),
    "sites": ("max",),
    "longest_held": ("bucket_days",),
    "staging": ("days", "per_day", "lead"),
}

# Dix-Hill cartel, 22 July 1862: what each grade counts for, in privates. Grades as in the registers' ladder.
DIX_HILL: Final = {
    "by": "grade",
    "map": {
        "0": 1, "1": 2, "2": 3, "3": 4, "4": 6, "5": 8, "6": 10, "7": 15, "8": 20, "9": 40, "10": 60,
    },
}  # fmt: skip


def may_write(user: Any, kind: str) -> bool:
    """Say whether this person's role writes terms of this kind."""
    return kind in TERMS and user.role in TERMS[kind]


def people_of(document: Document) -> set[str]:
    """Give the keys of all persons that a term names."""
    found = set(document.get("ids") or ())
    if document.get("gives"):
        found.add(document["gives"])
    for name in SELECTORS:
        found |= set((document.get(name) or {}).get("ids") or ())
    return found
