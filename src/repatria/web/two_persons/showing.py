"""An act as a page shows it to one person."""

from dataclasses import dataclass
from typing import Any

from repatria.web.two_persons.models import Act
from repatria.web.two_persons.rule import KINDS


@dataclass(frozen=True, slots=True)
class Shown:
    """An act, its words, and what this person can do about it."""

    act: Act
    title: Any
    about: str
    consequence: str
    is_mine: bool
    can_confirm: bool

    @classmethod
    def of(cls, act: Act, user: Any) -> "Shown":
        """Put an act into words for `user`."""
        kind, mine = KINDS[act.kind], act.proposed_by_id == user.pk
        waits = act.state == Act.State.PROPOSED
        return cls(
            act=act,
            title=kind.title,
            about=kind.describe(act),
            consequence=kind.consequence(act),
            is_mine=mine and waits,
            can_confirm=waits and not mine and kind.can_be_settled_by(act, user),
        )
