"""Forms of the public rooms."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from repatria.i18n import LANGUAGES

LARGEST_REPORT = 5_000_000
LONGEST_ACCOUNT = 5_000


def paragraphs_of(text: str) -> list[str]:
    """Give the paragraphs of a typed text; an empty line begins a new one."""
    return [part.strip() for part in text.replace("\r\n", "\n").split("\n\n") if part.strip()]


class ReplyForm(forms.Form):
    """A reader's reply."""

    text = forms.CharField(
        label=_("Your reply"), max_length=2000, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Please name no captive: it can harm him. At most 2,000 characters."),
    )  # fmt: skip
    signed = forms.CharField(label=_("How shall we sign it?"), max_length=60, required=False)


class ReportForm(forms.Form):
    """A report to be checked: pasted, or a file."""

    text = forms.CharField(
        label=_("Paste the report"), required=False, strip=False, max_length=LARGEST_REPORT,
        widget=forms.Textarea(attrs={"rows": 12, "dir": "auto"}),
    )  # fmt: skip
    file = forms.FileField(label=_("or choose a file (text, or a saved web page)"), required=False)
    as_of = forms.DateField(
        label=_("Day of the report, if it does not say"), required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )  # fmt: skip
    keep = forms.BooleanField(
        label=_("Keep it and give me an address to come back to"), required=False,
        help_text=_("Otherwise nothing of it is stored."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Ask for a text or a file, of a size that can be read."""
        found: dict[str, Any] = super().clean()
        file = found.get("file")
        if not (found.get("text") or "").strip() and not file and "text" not in self.errors:
            raise ValidationError(_("There is nothing to check yet: paste a text or choose a file."))
        if file and file.size > LARGEST_REPORT:
            raise ValidationError(_("The file is larger than 5 MB; paste the text of the report instead."))
        return found


class DraftForm(forms.Form):
    """Beginning a statement: nothing in it is a number of people."""

    kind = forms.ChoiceField(
        label=_("What it states"),
        choices=[("carried_out", _("carried out")), ("agreed", _("agreed, not yet carried out"))],
    )
    on = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}))
    place = forms.CharField(label=_("Place"), max_length=100, required=False)
    why = forms.CharField(
        label=_("Why a new version is needed"), max_length=200, required=False,
        help_text=_("Only for a correction; it is shown beside the new version."),
    )  # fmt: skip


class VoiceForm(forms.Form):
    """Somebody's public words about an exchange."""

    speaker = forms.CharField(label=_("Speaker"), max_length=120)
    role = forms.CharField(label=_("Office or calling"), max_length=200, required=False)
    said_in = forms.CharField(label=_("Where it was said or published"), max_length=120, required=False)
    on = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}))
    link = forms.URLField(label=_("Link"), required=False, assume_scheme="https")
    said = forms.CharField(label=_("What was said, in our own words"), widget=forms.Textarea(attrs={"rows": 3}))
    original = forms.CharField(
        label=_("The exact words"), required=False, widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text=_("Kept for comparing quotations."),
    )  # fmt: skip
    found_elsewhere = forms.BooleanField(
        label=_("The speaker could be found elsewhere"), required=False, initial=True
    )


class BreakdownForm(forms.Form):
    """One side's word on one breakdown."""

    what = forms.ChoiceField(
        label=_("By what people are counted"),
        choices=[("status", _("military and civilian")), ("nationality", _("nationality"))],
    )
    published = forms.ChoiceField(
        label=_("Your side's word"),
        choices=[
            ("no", _("withhold it")),
            ("yes", _("publish it, if the other side agrees; small numbers stay hidden")),
        ],
    )
    reason = forms.ChoiceField(
        label=_("Reason, if it is withheld"),
        choices=[
            ("not given", _("not given")), ("danger to persons", _("danger to persons")), ("law", _("law")),
            ("military necessity", _("military necessity")),
        ],
    )  # fmt: skip


class AccountForm(forms.Form):
    """A side's own words, in the languages it chooses."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    why = forms.CharField(
        label=_("Why a new version is needed"), max_length=200, required=False,
        help_text=_("Only for a correction; it is shown beside the new version."),
    )  # fmt: skip

    def __init__(self, *args: Any, **named: Any) -> None:
        """Add a field for each language."""
        super().__init__(*args, **named)
        for code, name in LANGUAGES.items():
            area = forms.Textarea(attrs={"rows": 6, "dir": "auto", "lang": code})
            self.fields[f"text_{code}"] = forms.CharField(
                label=name, max_length=LONGEST_ACCOUNT, required=False, widget=area
            )

    @staticmethod
    def of(texts: dict[str, list[str]], revision: int, why: str) -> "AccountForm":
        """Give the form with what was saved last."""
        saved = {f"text_{code}": "\n\n".join(paragraphs) for code, paragraphs in texts.items()}
        return AccountForm(initial={"revision": revision, "why": why, **saved})

    def texts(self) -> dict[str, list[str]]:
        """Give language -> paragraphs, of the languages in which something was written."""
        typed = {code: paragraphs_of(self.cleaned_data.get(f"text_{code}", "")) for code in LANGUAGES}
        return {code: paragraphs for code, paragraphs in typed.items() if paragraphs}

    def clean(self) -> dict[str, Any]:
        """Ask for words in at least one language."""
        found: dict[str, Any] = super().clean()
        if not self.errors and not self.texts():
            raise ValidationError(_("Write your side's words in at least one language."))
        return found
