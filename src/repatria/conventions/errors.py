"""What can be wrong with the files that duties are worked out from. No text here quotes a record."""

from repatria.errors import RepatriaError
from repatria.i18n import _


class ConventionsError(RepatriaError):
    """The root of this room's errors."""


class BadEvent(ConventionsError):
    """An event, or the line that holds it, cannot be used as it stands."""


class BadEventLine(ConventionsError):
    """A line of an events file cannot be read."""

    def __init__(self, file: str, line: int, why: str) -> None:
        super().__init__(_("{file}, line {line}: {why}").format(file=file, line=line, why=why))


class BadFile(ConventionsError):
    """The policy, the parties or the events file cannot be read as a whole."""

    def __init__(self, file: str, why: str) -> None:
        super().__init__(_("{file}: {why}").format(file=file, why=why))


class BadPolicy(ConventionsError):
    """A target that may not be set, or is none."""


class UnknownRule(ConventionsError):
    """There is no rule of that name."""

    def __init__(self) -> None:
        super().__init__(_("there is no such rule; the manual's page on duties lists them all"))
