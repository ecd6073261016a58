"""What planning refuses on purpose. No text here quotes a person's data: rows, columns and term ids only."""

from repatria.errors import RepatriaError
from repatria.i18n import _


class PlanningError(RepatriaError):
    """Root of the planning room's errors."""


class BadInstance(PlanningError):
    """An instance is not in the format ``repatria-plan-instance/1``; the text names the place."""

    def __init__(self, place: str, why: str) -> None:
        self.place, self.why = place, why
        super().__init__(_("{place}: {why}").format(place=place, why=why))


class BadPlan(PlanningError):
    """A plan file is not in the format ``repatria-plan/1``; the text names the place."""


class NotReadable(PlanningError):
    """A file is not JSON, is damaged, or is too large."""


class NoSuchPerson(PlanningError):
    """A question names a captive who is not in the instance."""


class BadQuestion(PlanningError):
    """A question about a plan is not written in a way that can be answered."""


class NoPlanInTime(PlanningError):
    """The time limit came before the first plan that keeps every term."""


class SolverFault(PlanningError):
    """The solver's answer did not survive the check in whole numbers; no plan is given."""
