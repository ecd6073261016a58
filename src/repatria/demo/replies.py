"""The holder answers each name that the other side asks for.

In the invented world the demo plays both bureaux and the reviewers of matches, who know the truth there; in the
real one each of these is a person with a screen.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from repatria.demo.world import Person


class Answer(StrEnum):
    """What a holder may answer to one name. "Not held" is not "missing": it means "not with me"."""

    HELD = "held"
    NOT_HELD = "not_held"
    CLAIMED_DECEASED = "claimed_deceased"
    DECEASED = "deceased"  # with the certificate of GC III art. 120
    RELEASED = "released"
    DUPLICATE_OF = "duplicate_of"
    NO_ANSWER_YET = "no_answer_yet"


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer to one row of the other side's list."""

    row_id: str
    answer: Answer
    register_id: str = ""
    duplicate_of: str = ""
    released_on: date | None = None


def answer_list(
    sought: Mapping[str, Person], confirmed: Mapping[str, str], repeats: Mapping[str, str]
) -> list[Reply]:
    """Answer every row, in the order of the list.

    Args:
        sought: row id of the seeker's list -> whom it means.
        confirmed: row id -> id in the holder's register, for the matches that a person confirmed.
        repeats: row id -> the earlier row of the same list that means the same person.
    """
    return [_answer(row_id, person, confirmed, repeats) for row_id, person in sought.items()]


def _answer(row_id: str, person: Person, confirmed: Mapping[str, str], repeats: Mapping[str, str]) -> Reply:
    if row_id in repeats:
        return Reply(row_id, Answer.DUPLICATE_OF, duplicate_of=repeats[row_id])
    if row_id in confirmed:
        return Reply(row_id, Answer.HELD, register_id=confirmed[row_id])
    if person.fate == "released":
        return Reply(row_id, Answer.RELEASED, released_on=person.released_on)
    if person.fate == "deceased":
        # Three in five come with a certificate; without one a death stays a claim.
        certified = person.number % 5 < 3
        return Reply(row_id, Answer.DECEASED if certified else Answer.CLAIMED_DECEASED)
    # He is held, but from what the row says nobody could tell that it is he: the next round asks again.
    return Reply(row_id, Answer.NO_ANSWER_YET if person.fate == "held" else Answer.NOT_HELD)


def tally(replies: Iterable[Reply]) -> dict[Answer, int]:
    """Count the replies by answer, in the order of :class:`Answer`."""
    counted = Counter(reply.answer for reply in replies)
    return {answer: counted[answer] for answer in Answer if counted[answer]}
