"""A person on a list, as the papers of a handover show him."""

from dataclasses import dataclass

from repatria.paper.text import Text, Value, value


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """One person under one line code. `name` is in his own script, `name_other` as the other side reads it."""

    code: str
    name: str
    name_other: str = ""
    born: Value = None
    number: str = ""
    rank: str = ""


def both_names(person: ListedPerson) -> list[Text]:
    """Give the name in his own script and, where it differs, in the other."""
    names = dict.fromkeys([person.name, person.name_other])
    return [text for name in names if (text := value(name)) is not None]
