"""What can be wrong with the public history or with a row offered to it."""

from repatria.errors import RepatriaError
from repatria.i18n import _


class HistoryError(RepatriaError):
    """The root of this room's errors."""


class BadHistoryFile(HistoryError):
    """A file of exchanges cannot be read at all."""


class BadExchange(HistoryError):
    """A row is not a well-formed exchange, or contradicts itself or the history.

    Attributes:
        row: line number in its file (the header is 1), or None where it came from elsewhere.
        column: the column at fault.
    """

    def __init__(self, column: str, why: str, row: int | None = None) -> None:
        self.row, self.column, self.why = row, column, why
        if row is None:
            text = _("column {column}: {why}").format(column=column, why=why)
        else:
            text = _("row {row}, column {column}: {why}").format(row=row, column=column, why=why)
        super().__init__(text)

    def at(self, row: int) -> "BadExchange":
        """The same fault, with the line it stands on."""
        return BadExchange(self.column, self.why, row)


class UnknownExchange(HistoryError):
    """The history holds no exchange of that id."""


class UnknownConflict(HistoryError):
    """The history holds no exchange of that conflict."""
