"""Forms of replies. Each fault says what is wrong, where, and what to do; none quotes a person."""

from itertools import pairwise
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from repatria.web.lists.models import NameList, Row
from repatria.web.registry.forms import LineField, certain_date
from repatria.web.registry.models import Person
from repatria.web.replies.acts import Given
from repatria.web.replies.models import Answer, Deadline, Wish


class ReplyForm(forms.Form):
    """What a bureau answers to one name. `after` is the reply that it had before it."""

    after = forms.CharField(required=False, widget=forms.HiddenInput)
    answer = forms.ChoiceField(choices=Answer.choices, widget=forms.RadioSelect, label=_("Answer"))
    number = LineField(max_length=40, label=_("Number in our register"), help_text=_("needed if he is held"))
    released_on = LineField(
        max_length=20, label=_("Released on"), help_text=_("as far as known: 2026, 2026-02 or 2026-02-05")
    )
    released_to = LineField(max_length=120, label=_("Released to"))
    certificate = LineField(max_length=64, label=_("Number of the death certificate"))
    duplicate_of = LineField(
        max_length=40, label=_("Duplicate of their number"), help_text=_("the other name on the same list")
    )
    why = LineField(
        max_length=300, label=_("Why an earlier answer was wrong"),
        help_text=_("needed if you had answered that he is dead or free; the side that asks reads it"),
    )  # fmt: skip

    def __init__(self, *args: Any, name_list: NameList, holder: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.name_list, self.holder = name_list, holder

    def clean_number(self) -> Person | None:
        """Find the person in the holder's own register."""
        number = self.cleaned_data["number"]
        if not number or self.cleaned_data.get("answer") not in (
            "held",
            "claimed_deceased",
            "deceased",
            "released",
        ):
            return None
        found = Person.objects.filter(keeper=self.holder, number=number).first()
        if found is None:
            raise forms.ValidationError(
                _("there is no such number in your register; look the person up there first")
            )
        return found

    def clean_released_on(self) -> str:
        """Read the day of release."""
        text = self.cleaned_data["released_on"]
        return certain_date(text, timezone.localdate()).value if text else ""

    def clean_duplicate_of(self) -> Row | None:
        """Find the other name on the list."""
        code = self.cleaned_data["duplicate_of"]
        if not code:
            return None
        found = list(Row.objects.filter(list=self.name_list, code=code)[:2])
        if len(found) != 1:
            raise forms.ValidationError(_("no name, or more than one, has this number on their list"))
        return found[0]

    def given(self, row: Row) -> Given:
        """Give the answer; what belongs to another answer is left out."""
        data = self.cleaned_data
        answer, person, other = data["answer"], data["number"], data["duplicate_of"]
        released = answer == "released"
        return Given(
            row=row.pk, answer=answer, person=person.pk if person else None,
            duplicate_of=other.pk if other and answer == "duplicate_of" else None,
            released_on=data["released_on"] if released else "",
            released_to=data["released_to"] if released else "",
            certificate=data["certificate"] if answer == "deceased" else "", why=data["why"], after=data["after"],
        )  # fmt: skip


class RemarkForm(forms.Form):
    """A remark on a reply."""

    text = forms.CharField(
        max_length=1000, widget=forms.Textarea(attrs={"dir": "auto", "rows": 3}), label=_("Remark"),
        help_text=_("the other side, the mediator and the ICRC read it"),
    )  # fmt: skip


class SeenForm(forms.Form):
    """On which day the ICRC has seen a person."""

    on = LineField(required=True, max_length=10, label=_("Seen by the ICRC on"), help_text=_("a day: 2026-02-05"))

    def clean_on(self) -> Any:
        """Read the day."""
        return _whole_day(self.cleaned_data["on"])


class WishForm(forms.Form):
    """What a captive has said to the ICRC about travelling."""

    travels = forms.ChoiceField(choices=Wish.Travels.choices, widget=forms.RadioSelect, label=_("His own word"))
    said_on = LineField(required=True, max_length=10, label=_("Said on"), help_text=_("a day: 2026-02-05"))

    def clean_said_on(self) -> Any:
        """Read the day."""
        return _whole_day(self.cleaned_data["said_on"])


class DeadlinesForm(forms.Form):
    """The last day of each stage."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for stage, label in Deadline.Stage.choices:
            if stage != "lists":
                self.fields[stage] = forms.DateField(
                    label=label,
                    input_formats=["%Y-%m-%d"],
                    widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
                )

    def clean(self) -> dict[str, Any]:
        """Each stage ends after the one before it."""
        data = super().clean()
        stages = [stage for stage, _label in Deadline.Stage.choices if data.get(stage)]
        for earlier, later in pairwise(stages):
            if data[later] < data[earlier]:
                self.add_error(later, _("this ends before the stage that comes before it"))
        return data


class SheetForm(forms.Form):
    """A sheet that was filled in."""

    file = forms.FileField(label=_("The sheet, filled in (.xlsx or .csv)"))


def _whole_day(text: str) -> Any:
    found = certain_date(text, timezone.localdate())
    if found.precision != "day":
        raise forms.ValidationError(_("write the whole day: 2026-02-05"))
    return found.earliest
