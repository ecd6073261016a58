"""Forms of the handover desk."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from repatria.handover import Cause, Kind

_ROLES = [("holder", _("the holder")), ("receiver", _("the receiving side")), ("icrc", _("the ICRC"))]


class MakeForm(forms.Form):
    """Beginning a manifest: days, buses, how far a side may be ahead."""

    days = forms.CharField(
        label=_("Day of each stage"), help_text=_("One date for each stage, as 2026-02-05, with a space between.")
    )
    seats = forms.IntegerField(label=_("Seats of a bus"), min_value=1, max_value=200, initial=45)
    ahead = forms.IntegerField(
        label=_("How many people one side may be ahead"), min_value=0, max_value=10_000, initial=50
    )
    baggage_kg = forms.IntegerField(
        label=_("Baggage for each person (kg)"), min_value=25, max_value=100, initial=25,
        help_text=_("On repatriation at least 25 kg (Third Convention, article 119)."),
    )  # fmt: skip

    receipt_by = forms.MultipleChoiceField(
        label=_("Whose receipts make a person count"), choices=_ROLES, initial=["receiver", "icrc"],
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    absent_by = forms.MultipleChoiceField(
        label=_("On whose word somebody who is not there falls away"), choices=_ROLES, initial=["holder"],
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    def clean_days(self) -> list[date]:
        """Read the dates; they go forward."""
        try:
            days = [date.fromisoformat(word) for word in self.cleaned_data["days"].replace(",", " ").split()]
        except ValueError:
            raise ValidationError(_("Write each day as 2026-02-05.")) from None
        if not days or days != sorted(days):
            raise ValidationError(_("The days of the stages go forward, one after the other."))
        return days


class FallForm(forms.Form):
    """A line that falls away before departure."""

    code = forms.CharField(label=_("Line"), max_length=20)
    cause = forms.ChoiceField(
        label=_("Why"),
        choices=[
            (Cause.DECEASED, _("he has died")), (Cause.NOT_FIT, _("not fit to travel")),
            (Cause.ABSENT, _("not there")), (Cause.REPLACED, _("replaced by agreement")),
        ],
    )  # fmt: skip


class TakeInForm(forms.Form):
    """The file of the hub."""

    file = forms.FileField(label=_("The hub's file of check-ins"))


KIND_WORDS: dict[str, Any] = {
    Kind.PRESENT: _("present"),
    Kind.ABSENT: _("absent"),
    Kind.SOMEONE_ELSE: _("someone else came"),
    Kind.DOES_NOT_TRAVEL: _("does not travel"),
    Kind.NOT_FIT: _("not fit to travel"),
    Kind.DECEASED: _("deceased"),
    Kind.REPLACED: _("replaced"),
    Kind.RECEIVED: _("received"),
    Kind.NOT_ON_LIST: _("not on the list"),
    Kind.EFFECTS: _("effects handed over"),
    Kind.NOTE: _("note"),
    Kind.WITHDRAWN: _("taken back"),
    Kind.RESOLVED: _("decided"),
    Kind.SAME_PERSON: _("the same person"),
    Kind.STOP: _("stop"),
    Kind.GO_ON: _("go on"),
}
END_WORDS: dict[str, Any] = {
    "returned": _("returned"),
    "does_not_travel": _("does not travel"),
    "not_fit": _("not fit to travel"),
    "deceased": _("deceased"),
    "absent": _("absent"),
    "replaced": _("replaced"),
    "repeat": _("stands twice"),
    "open": _("open"),
}
OUTCOME_WORDS: dict[str, Any] = {
    **END_WORDS,
    "expected": _("expected"),
    "present": _("present"),
    "pending": _("received by one, not yet by all"),
    "received": _("received"),
    "someone_else": _("someone else came"),
    "disputed": _("disputed"),
}


class ApartForm(forms.Form):
    """Somebody who came home outside the manifest."""

    number = forms.CharField(label=_("Number in the holder's register"), max_length=40)
    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}))
    why = forms.ChoiceField(
        label=_("Why apart"),
        choices=[
            ("late_find", _("found held after the exchange")),
            ("unilateral", _("released by one side alone")),
        ],
    )


class BagForm(forms.Form):
    """Remains handed over."""

    number = forms.CharField(label=_("Number of the bag"), max_length=40)
    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}))
    given_by = forms.ChoiceField(label=_("Given by"))
    identification = forms.ChoiceField(
        label=_("Whose remains"),
        choices=[
            ("unknown", _("unknown")), ("presumed", _("presumed, by papers or place: a claim")),
            ("confirmed", _("confirmed by a laboratory")),
            ("not_ours", _("of the side that sent them, by a laboratory")),
        ],
    )  # fmt: skip
    report = forms.CharField(label=_("Number of the laboratory's report"), max_length=60, required=False)
    reported_on = forms.DateField(
        label=_("Day of the report"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    persons = forms.CharField(
        label=_("Whom the laboratory found"), max_length=400, required=False,
        help_text=_("Their numbers, with a space between; the same number in every bag that one person lies in."),
    )  # fmt: skip

    def clean_persons(self) -> list[str]:
        """Read the numbers; each stands once."""
        return list(dict.fromkeys(self.cleaned_data["persons"].replace(",", " ").split()))
