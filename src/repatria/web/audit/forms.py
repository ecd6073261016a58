"""Forms of the audit pages."""

from django import forms
from django.utils.translation import gettext_lazy as _


class PlantForm(forms.Form):
    """Which person of one's own register becomes a canary."""

    number = forms.CharField(
        label=_("Number in your register"), max_length=40,
        help_text=_("of a person whom you have invented and entered like any other"),
    )  # fmt: skip
