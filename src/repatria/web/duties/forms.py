"""Forms about duties."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from repatria.conventions.policy import LONGEST_TARGET
from repatria.i18n import LANGUAGES
from repatria.web.duties.acts import soft_rules
from repatria.web.duties.papers import KINDS

_TITLES = {
    "capture-card": _("capture card (GC III 70)"), "internment-card": _("internment card (GC IV 106)"),
    "repatriation-certificate": _("repatriation certificate"),
}  # fmt: skip


class TargetsForm(forms.Form):
    """A number of days for each rule whose treaty has words and no number; empty where there is no target."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for rule in soft_rules():
            self.fields[rule.id] = forms.IntegerField(
                label=f"{rule.article} ({rule.id})", required=False, min_value=0, max_value=LONGEST_TARGET
            )


class PaperForm(forms.Form):
    """Which paper, in which languages."""

    kind = forms.ChoiceField(label=_("Paper"), choices=[(kind, _TITLES[kind]) for kind in KINDS])
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES.items())
    also = forms.MultipleChoiceField(
        label=_("Labels also in"), choices=LANGUAGES.items(), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Cards only: two more at most. The Convention asks for two or three languages."),
    )  # fmt: skip

    def clean_also(self) -> tuple[str, ...]:
        """Give two at most."""
        chosen = self.cleaned_data["also"]
        if len(chosen) > 2:
            raise forms.ValidationError(_("Choose two at most."))
        return tuple(chosen)
