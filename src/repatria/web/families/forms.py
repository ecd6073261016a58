"""The forms of the families' pages. Only a name and the choice who may read it are needed; all else helps."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from repatria.web.exchanges.models import Party
from repatria.web.families import receipts
from repatria.web.families.consent import IN_WORDS, Audience
from repatria.web.families.models import Answer

_SEXES = [("", _("not said")), ("female", _("female")), ("male", _("male"))]


def _line(label: Any, help_text: Any = "", most: int = 120, **options: Any) -> forms.CharField:
    return forms.CharField(label=label, help_text=help_text, max_length=most, required=False, **options)


def _lines(label: Any, help_text: Any = "", most: int = 2000) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, max_length=most, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class SoughtForm(forms.Form):
    """The person sought."""

    full_name_native = forms.CharField(
        label=_("Full name"),
        help_text=_("As it is written at home, with the father's or grandfather's name if that is usual."),
        max_length=200,
    )
    alternate_names = _line(
        _("Other spellings or names"), _("As in a passport, or a name used among friends."), 200
    )
    date_of_birth = _line(_("Date of birth"), _("For example 17.03.1988. The year alone helps too."), 40)
    place_of_birth = _line(_("Place of birth"))
    sex = forms.ChoiceField(label=_("Sex"), choices=_SEXES, required=False)
    father_given_name = _line(_("First name of the father"))
    mother_maiden_name = _line(_("Name of the mother"))
    nationality = _line(_("Nationality"))
    occupation = _line(_("Occupation"))
    unit = _line(_("Unit"), _("If the person served."))
    rank = _line(_("Rank"))
    service_number = _line(_("Personal or service number"))
    callsign = _line(_("Call sign or nickname"))
    marks = _lines(
        _("Marks"),
        _("Tattoos, scars: only words, no photograph. Case workers alone read this, whatever you choose."),
    )


class LastNewsForm(forms.Form):
    """The last news of him."""

    last_news_on = _line(_("When did you last hear of the person?"), most=60)
    last_news_place = _line(_("Where was the person then?"))
    last_news_by = _line(_("How did you hear?"), _("A call, a letter, a video, somebody who returned."))
    circumstances = _lines(_("What happened, as far as you know?"))
    companions = _lines(_("Who was with the person?"))


class EnquirerForm(forms.Form):
    """Who asks. Nothing here is needed; without it we cannot call you."""

    name = _line(_("Your name"))
    relation = _line(_("What are you to the person?"), _("Mother, husband, friend …"))
    contact = _line(
        _("Telephone or mail"), _("We use it only to speak with you about this. We never write a name into a mail.")
    )
    address = _lines(_("Address"), most=400)


GROUPS: dict[str, Any] = {"sought": SoughtForm, "last_news": LastNewsForm, "enquirer": EnquirerForm}


def sides() -> tuple[tuple[int, str], ...]:
    """Give the sides that a form offers."""
    return tuple(Party.objects.filter(kind=Party.Kind.SIDE).values_list("pk", "name"))


class ChoiceForm(forms.Form):
    """Which side, and who may read it."""

    own_side = forms.ModelChoiceField(
        Party.objects.none(), label=_("Which side does the person belong to?"), required=False,
        empty_label=_("I do not know, or do not want to say"),
    )  # fmt: skip
    consent = forms.ChoiceField(
        label=_("Who may read your request?"), choices=Audience.choices, widget=forms.RadioSelect
    )
    form = forms.CharField(widget=forms.HiddenInput, min_length=32, max_length=64)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["own_side"].queryset = Party.objects.filter(kind=Party.Kind.SIDE)

    @property
    def rungs(self) -> list[tuple[Any, Any]]:
        """Give each choice of the ladder with what it means in plain words."""
        return [(button, IN_WORDS[Audience(button.data["value"])]) for button in self["consent"]]


class ReceiptForm(forms.Form):
    """The receipt, as people copy it from paper."""

    receipt = forms.CharField(
        label=_("Your receipt"), help_text=_("16 digits. Spaces and dashes do not matter."), max_length=60,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "dir": "ltr"}),
    )  # fmt: skip

    def clean_receipt(self) -> str:
        """Give the digits; point out a slip of the pen before anything is looked up."""
        digits = receipts.plain(self.cleaned_data["receipt"])
        if not receipts.is_well_formed(digits):
            raise forms.ValidationError(
                gettext("A digit is wrong or missing. Look at your receipt again: it has 16 digits, four by four.")
            )
        return digits


class CorrectionForm(ReceiptForm):
    """One thing that the request should say."""

    field = forms.ChoiceField(label=_("What should be corrected or added?"))
    text = forms.CharField(
        label=_("It should say"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}), strip=True
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["field"].choices = [
            (f"{group}.{name}", field.label)
            for group, kind in GROUPS.items()
            for name, field in kind.base_fields.items()
        ]  # fmt: skip


class StepDownForm(ReceiptForm):
    """Let fewer people read the request, or more."""

    consent = forms.ChoiceField(label=_("Who may read your request?"), choices=Audience.choices)


class NoticeForm(forms.Form):
    """The code of a notice."""

    code = forms.CharField(
        label=_("Code of the notice"),
        max_length=40,
        widget=forms.TextInput(attrs={"dir": "ltr", "autocomplete": "off"}),
    )


class ReleaseForm(forms.Form):
    """An answer for the family, of those that are supported, and how it hears of it."""

    kind = forms.ChoiceField(label=_("Answer"), widget=forms.RadioSelect)
    told = forms.ChoiceField(
        label=_("How does the family hear of it?"), choices=Answer.Told, widget=forms.RadioSelect
    )

    def __init__(self, supported: list[str], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["kind"].choices = [(kind, label) for kind, label in Answer.Kind.choices if kind in supported]


class SideForm(forms.Form):
    """To which side the person sought belongs."""

    own_side = forms.ModelChoiceField(
        Party.objects.none(), label=_("Side of the person sought"), required=False, empty_label=_("not known")
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["own_side"].queryset = Party.objects.filter(kind=Party.Kind.SIDE)


class BoardFileForm(forms.Form):
    """A document of a tracing board."""

    file = forms.FileField(label=_("PFIF document (XML)"))
