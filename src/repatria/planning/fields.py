"""Reading one JSON object field by field: each of the right type, none left over."""

from collections.abc import Collection
from typing import Any, Final

from repatria.i18n import _
from repatria.planning.errors import BadInstance

# Limits that keep every sum over a million persons exact, in 64-bit integers and in the solver's doubles.
MOST: Final = 10**9
MOST_FACTOR: Final = 10**4  # factors of a ratio, weights of a grade
MOST_POINTS: Final = 10**6


class Fields:
    """The fields of one object, asked for one after another; :meth:`done` refuses what nobody asked for."""

    def __init__(self, found: Any, place: str) -> None:
        if not isinstance(found, dict):
            raise BadInstance(place, _("must be an object"))
        self._found, self.place, self._asked = found, place, set[str]()

    def __contains__(self, name: str) -> bool:
        return self._found.get(name) is not None

    def raw(self, name: str) -> Any:
        """Give a field as it is, or None."""
        self._asked.add(name)
        return self._found.get(name)

    def text(self, name: str, default: str | None = None) -> str:
        """Give a field that must be text and not empty (unless a default stands in)."""
        value = self._present(name, default)
        if not isinstance(value, str) or (not value and default is None):
            raise self.wrong(name, _("must be text"))
        return value

    def one_of(self, name: str, words: Collection[str], default: str | None = None) -> str:
        """Give a field that must be one of `words`."""
        value = self.text(name, default)
        if value not in words:
            raise self.wrong(name, _("must be one of: {words}").format(words=", ".join(sorted(words))))
        return value

    def number(self, name: str, least: int = 0, most: int = MOST, default: int | None = None) -> int:
        """Give a field that must be a whole number within the bounds."""
        return whole_number(self._present(name, default), least, most, f"{self.place}, {name}")

    def number_or_none(self, name: str, least: int = 0, most: int = MOST) -> int | None:
        """Give a whole number, or None where the field is absent or null."""
        return self.number(name, least, most) if self.raw(name) is not None else None

    def truth(self, name: str, default: bool | None = None) -> bool:
        """Give a field that must be true or false."""
        value = self._present(name, default)
        if not isinstance(value, bool):
            raise self.wrong(name, _("must be true or false"))
        return value

    def items(self, name: str, default: list[Any] | None = None) -> list[Any]:
        """Give a field that must be a list."""
        value = self._present(name, default)
        if not isinstance(value, list):
            raise self.wrong(name, _("must be a list"))
        return value

    def inner(self, name: str) -> "Fields":
        """Give a field that must be an object, as fields of its own."""
        return Fields(self._present(name, None), f"{self.place}, {name}")

    def done(self) -> None:
        """Refuse fields that nobody asked for: a misspelt field must not be passed over in silence.

        Raises:
            BadInstance: naming the field.
        """
        for name in self._found:
            if name not in self._asked:
                raise self.wrong(name, _("unknown field"))

    def wrong(self, name: str, why: str) -> BadInstance:
        """Give the error for one field."""
        return BadInstance(f"{self.place}, {name}", why)

    def _present(self, name: str, default: Any) -> Any:
        value = self.raw(name)
        if value is None:
            value = default
        if value is None:
            raise self.wrong(name, _("is missing"))
        return value


def whole_number(value: Any, least: int, most: int, place: str) -> int:
    """Give `value` if it is a whole number within the bounds.

    Raises:
        BadInstance: it is of another type (true and 3.0 included) or out of bounds.
    """
    if type(value) is not int:
        raise BadInstance(place, _("must be a whole number"))
    if not least <= value <= most:
        raise BadInstance(place, _("must be between {least} and {most}").format(least=least, most=most))
    return value


def numbered_once(names: list[str], place: str) -> dict[str, int]:
    """Give each name its position.

    Raises:
        BadInstance: a name stands twice; both positions (from 1) are named.
    """
    found = {name: position for position, name in enumerate(names)}
    if len(found) != len(names):
        first = dict[str, int]()
        for position, name in enumerate(names):
            if name in first:
                raise BadInstance(
                    _("{place}, row {row}").format(place=place, row=position + 1),
                    _("the same id as row {row}").format(row=first[name] + 1),
                )
            first[name] = position
    return found
