"""One duty as it stands on a day, with the article and a sentence for it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from repatria.conventions import missing
from repatria.conventions.rules import Before, Holds, Rule, Soft, Standing
from repatria.conventions.vocabulary import About
from repatria.i18n import _, isolate, ngettext


class Status(StrEnum):
    """How a duty stands. It moves from due to late to met, and never back."""

    DUE = "due"
    LATE = "late"
    MET = "met"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True)
class Duty:
    """What one rule asks for one person, site or party, and how that stands.

    `due_on` is the last day that is still in time: None for words without a target. `by_target`: the mediator's
    target, not the treaty, sets that day. `days_late` is counted when it was met after all. `open` is false where
    it can no longer be met. `holder` is the party in whose hands the person or site is, `origin` the person's own.
    """

    rule: Rule
    subject: str
    status: Status
    since: date
    due_on: date | None
    met_on: date | None
    days_late: int | None
    missing: str | None
    by_target: bool
    open: bool
    holder: str | None
    origin: str | None
    withheld: bool

    @property
    def article(self) -> str:
        """The article that asks for it."""
        return self.rule.article

    @property
    def person(self) -> str | None:
        """The person it is about, if it is about one."""
        return self.subject if self.rule.about is About.PERSON else None

    @property
    def what(self) -> str:
        """What is owed, in the reader's language."""
        return _(self.rule.text)

    def because(self, as_of: date) -> str:
        """Say how it stands on `as_of` and why, in the reader's language."""
        match self.status:
            case Status.CANNOT_TELL:
                return missing.sentence(self.missing or "")
            case Status.MET:
                return self._met()
            case Status.LATE:
                return self._late(as_of)
            case Status.DUE:
                return self._due(as_of)

    def _met(self) -> str:
        day = isolate(str(self.met_on))
        if not self.days_late:
            return _("Met on {day}.").format(day=day)
        return ngettext(
            "Met on {day}, {days} day late.", "Met on {day}, {days} days late.", self.days_late
        ).format(day=day, days=self.days_late)  # fmt: skip

    def _late(self, as_of: date) -> str:
        day = isolate(str(self.due_on))
        if isinstance(self.rule.clock, Holds | Standing) or self.due_on is None:
            return _("Broken on {day} and not put right.").format(day=day)
        days = (as_of - self.due_on).days
        if self.by_target:
            return ngettext(
                "The mediator's target was {day}: {days} day over. The treaty names no number of days.",
                "The mediator's target was {day}: {days} days over. The treaty names no number of days.",
                days,
            ).format(day=day, days=days)
        return ngettext(
            "Was to be done by {day}: {days} day late.", "Was to be done by {day}: {days} days late.", days
        ).format(day=day, days=days)  # fmt: skip

    def _due(self, as_of: date) -> str:
        words = self.rule.clock.words if isinstance(self.rule.clock, Soft | Before) else None
        if self.due_on is None:
            return _("Open since {day}. The treaty says “{words}”; no target is set.").format(
                day=isolate(str(self.since)), words=isolate(words or "")
            )
        day, days = isolate(str(self.due_on)), (self.due_on - as_of).days
        if self.by_target:
            return _("The mediator's target is {day}; the treaty says “{words}”.").format(
                day=day, words=isolate(words or "")
            )
        return ngettext(
            "To be done by {day}: {days} day left.", "To be done by {day}: {days} days left.", days
        ).format(day=day, days=days)  # fmt: skip
