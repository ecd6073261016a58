"""A line that falls away, and what the agreed rule makes of it."""

from dataclasses import dataclass

from repatria.handover.vocabulary import Cause, Rule


@dataclass(frozen=True, slots=True)
class Change:
    """A line that falls away: why, by which rule, who steps in, and whether its stage waits for people to decide.

    `instead` is the code of the reserve's line, empty where nobody steps in. Why somebody does not travel is not
    here and never will be: only the ICRC knows.
    """

    code: str
    cause: Cause
    rule: Rule
    instead: str = ""
    pauses: bool = False
