"""The forms by which a mediator opens a process and an exchange."""

from django import forms
from django.utils.translation import gettext_lazy as _

from repatria.web.exchanges.models import Party


class NewProcess(forms.Form):
    """A process: what it is about, and who takes part."""

    title = forms.CharField(label=_("Title"), max_length=200)
    conflict = forms.CharField(label=_("Conflict"), max_length=200)
    participants = forms.ModelMultipleChoiceField(
        label=_("Who takes part"),
        queryset=Party.objects.exclude(kind=Party.Kind.MEDIATOR),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("At least two sides; the ICRC, if it accompanies them."),
    )
    framework = forms.CharField(
        label=_("Framework"),
        required=False,
        widget=forms.Textarea,
        help_text=_("Who is covered: all for all, or numbers, and in what order. It names no captive."),
    )


class NewExchange(forms.Form):
    """An exchange within a process."""

    title = forms.CharField(label=_("Title"), max_length=200, help_text=_("Such as: third exchange, spring 2026"))
