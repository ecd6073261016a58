"""Forms of visits."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from repatria.web.registry.models import Site
from repatria.web.visits.acts import NECESSITY

_YES_NO = (("yes", _("yes")), ("no", _("no")))
_NOT_ASKED = (("", _("not asked")), *_YES_NO)


def _day(label: Any, required: bool = False, help_text: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label, required=required, help_text=help_text,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), input_formats=["%Y-%m-%d"],
    )  # fmt: skip


def _lines(label: Any, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, required=False, max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
    )  # fmt: skip


class AskForm(forms.Form):
    """Which site, and when."""

    site = forms.ModelChoiceField(Site.objects.none(), label=_("Site"))
    wanted_on = _day(_("Wanted on"), help_text=_("Leave it empty for any day."))

    def __init__(self, sites: Any, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["site"].queryset = sites
        self.fields["site"].label_from_instance = lambda site: f"{site.party.code} {site.code}"


class AnswerForm(forms.Form):
    """Granted, or refused with reason and end."""

    answer = forms.ChoiceField(
        label=_("Answer"), choices=(("grant", _("grant")), ("refuse", _("refuse"))), widget=forms.RadioSelect
    )
    granted_for = _day(_("Granted for"), help_text=_("Leave it empty to let the visitors choose."))
    refusal = forms.ChoiceField(
        label=_("Reason for refusing"), required=False,
        choices=(("", "—"), (NECESSITY, _("imperative military necessity"))),
    )  # fmt: skip
    until = _day(_("Refused until"), help_text=_("Exceptional and temporary: a refusal needs an end."))

    def clean(self) -> dict[str, Any]:
        """Ask for what a refusal needs."""
        found: dict[str, Any] = super().clean()
        if found.get("answer") == "refuse":
            if not found.get("refusal"):
                self.add_error("refusal", _("A refusal needs its reason."))
            if not found.get("until"):
                self.add_error("until", _("A refusal needs the day on which it ends."))
        return found


class DoneForm(forms.Form):
    """A visit that was made."""

    done_on = _day(_("Made on"), required=True)
    private = forms.ChoiceField(
        label=_("Interviews without witness"), choices=_YES_NO, widget=forms.RadioSelect,
        help_text=_("GC III 126: visitors speak with prisoners without witnesses."),
    )  # fmt: skip
    interviewed = forms.IntegerField(label=_("How many people were spoken with"), min_value=0, required=False)


class InterviewForm(forms.Form):
    """One interview."""

    number = forms.CharField(label=_("Number in the holder's register"), max_length=40)
    on = _day(_("Day"), required=True)
    alone = forms.BooleanField(label=_("Without witness"), required=False)
    travels = forms.ChoiceField(
        label=_("Wants to travel"), choices=_NOT_ASKED, required=False,
        help_text=_("The planner learns yes or no; nobody learns why."),
    )  # fmt: skip
    why = _lines(_("Why not"), _("Under the ICRC's own key."))
    family = forms.ChoiceField(label=_("Family may hear that he is held"), choices=_NOT_ASKED, required=False)
    said = _lines(_("What was said"), _("Under the ICRC's own key."))


class NoteForm(forms.Form):
    """A finding."""

    text = forms.CharField(
        label=_("Finding"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
        help_text=_("Under the ICRC's own key: nobody else can open it."),
    )  # fmt: skip


class OpenForm(forms.Form):
    """The passphrase."""

    passphrase = forms.CharField(
        label=_("Passphrase of the ICRC's own key"), strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip


class MakeForm(OpenForm):
    """A new key."""

    again = forms.CharField(
        label=_("The same again"), strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "off"})
    )

    def clean(self) -> dict[str, Any]:
        """See that both are the same."""
        found: dict[str, Any] = super().clean()
        if found.get("passphrase") != found.get("again"):
            self.add_error("again", _("The two are different."))
        return found


class ChangeForm(MakeForm):
    """Another passphrase for a key."""

    old = forms.CharField(
        label=_("The passphrase until now"), strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "off"})
    )
    field_order = ("old", "passphrase", "again")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["passphrase"].label = _("The new passphrase")
