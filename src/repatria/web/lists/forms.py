"""The forms of a list: sending it, answering what must be asked, exporting it."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from repatria.people import FIELDS, NAMES, About
from repatria.web.lists.labels import FIELD_WORDS

ENDINGS = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xml", ".pfif", ".zip")
ENCODINGS = (
    "utf-8", "cp1251", "koi8-u", "koi8-r", "cp866", "mac-cyrillic", "iso8859-5", "cp1256", "iso8859-6", "cp1252",
    "utf-16",
)  # fmt: skip
IGNORE = "ignore"
_LONGEST_KEPT = 366


class Send(forms.Form):
    """A file from the sender's disk."""

    file = forms.FileField(
        label=gettext_lazy("The list"),
        help_text=gettext_lazy("CSV, XLSX or PFIF, or a zip that holds one of them; at most 100 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(ENDINGS), "data-most": settings.LARGEST_UPLOAD}),
    )

    def clean_file(self) -> Any:
        """Refuse what is too large before it is read."""
        file = self.cleaned_data["file"]
        if file.size > settings.LARGEST_UPLOAD:
            raise ValidationError(too_large())
        return file


def too_large() -> str:
    """Say that a file is too large, and what to do."""
    return _(
        "The file is larger than {limit} MB. It was not read and not kept. Part the list and send it anew."
    ).format(limit=settings.LARGEST_UPLOAD // 1_000_000)


class Answers(forms.Form):
    """What a person decides about how a list is read. Its fields follow from what was found in the file."""

    def __init__(self, *args: Any, report: dict[str, Any], answers: dict[str, Any], **options: Any) -> None:
        super().__init__(*args, **options)
        self.report, self.given = report, answers
        self.asked = {question["about"] for question in report.get("questions", ())}
        if report.get("encoding"):
            self._encoding()
        if len(report.get("sheets", ())) > 1:
            self._sheet()
        self._dates()
        self._columns()
        for about in (About.SHEET, About.ROWS):
            if about in self.asked:
                self.fields[f"meant_{about.value}"] = forms.BooleanField(label=_meant(about), required=False)

    def _encoding(self) -> None:
        found = self.report["encoding"]
        known = [found, *(name for name in ENCODINGS if name != found)]
        self.fields["encoding"] = forms.ChoiceField(
            label=_("How the letters are coded"),
            choices=[(name, name) for name in known],
            initial=self.given.get("encoding", found),
            help_text=_("Compare the rows above. If names look wrong, choose another and read it again."),
        )

    def _sheet(self) -> None:
        choices = [
            ("", _("the one with the most known headings")),
            *((name, name) for name in self.report["sheets"]),
        ]
        self.fields["sheet"] = forms.ChoiceField(
            label=_("Which sheet is meant"), choices=choices, required=False, initial=self.given.get("sheet", "")
        )

    def _dates(self) -> None:
        choices = [
            ("", _("each date as far as it is certain; what is not certain waits")),
            ("day", _("03/04/1990 is 3 April")),
            ("month", _("03/04/1990 is 4 March")),
        ]
        said = {True: "day", False: "month", None: ""}[self.given.get("day_first")]
        self.fields["dates"] = forms.ChoiceField(
            label=_("How dates are written"), choices=choices, required=False, initial=said
        )

    def _columns(self) -> None:
        pairs = zip(self.report.get("labels", ()), self.report.get("fields", ()), strict=False)
        for number, (label, field) in enumerate(pairs):
            self.fields[f"column_{number}"] = forms.ChoiceField(
                label=label, choices=_field_choices(), initial=field or IGNORE
            )

    @property
    def columns(self) -> list[Any]:
        """The choices of the columns, one for each heading."""
        return [self[name] for name in self.fields if name.startswith("column_")]

    @property
    def others(self) -> list[Any]:
        """All other choices."""
        return [self[name] for name in self.fields if not name.startswith("column_")]

    def clean(self) -> dict[str, Any]:
        """Refuse one field for two columns, and a list that names nobody."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        chosen = [value for name, value in cleaned.items() if name.startswith("column_") and value != IGNORE]
        twice = sorted({field for field in chosen if chosen.count(field) > 1})
        if twice:
            names = ", ".join(str(FIELD_WORDS[field]) for field in twice)
            raise ValidationError(_("Two columns cannot hold the same: {fields}. Keep one.").format(fields=names))
        if self.columns and not set(chosen) & {*NAMES, "callsign", "service_number"}:
            raise ValidationError(_("Say which column names the person."))
        return cleaned

    def answers(self) -> dict[str, Any]:
        """Give what was decided, as the list keeps it."""
        said = self.cleaned_data
        labels = dict(enumerate(self.report.get("labels", ())))
        found: dict[str, Any] = {"columns": {labels[n]: said[f"column_{n}"] for n in labels}}
        if labels:
            found["heading_row"] = self.report["heading_row"]
        for name in ("encoding", "sheet"):
            if name in said:
                found[name] = said[name]
        if said.get("dates"):
            found["day_first"] = said["dates"] == "day"
        found["meant"] = [
            name.removeprefix("meant_") for name, on in said.items() if name.startswith("meant_") and on
        ]
        return found


def _field_choices() -> list[tuple[str, Any]]:
    return [(IGNORE, _("— leave this column out —")), *((name, FIELD_WORDS[name]) for name in FIELDS)]


def _meant(about: About) -> str:
    if about is About.ROWS:
        return _("The list names nobody, and that is meant.")
    return _("The other sheets, or what is hidden, do not belong to the list.")


class Export(forms.Form):
    """Why a whole list leaves the system, and until when its copy may be kept."""

    purpose = forms.CharField(
        label=gettext_lazy("What it is for"),
        max_length=200,
        help_text=gettext_lazy("It stands in the file's first row."),
    )
    keep_until = forms.DateField(
        label=gettext_lazy("The copy is destroyed by"), widget=forms.DateInput(attrs={"type": "date"})
    )

    def clean_keep_until(self) -> date:
        """Refuse a day that is past, or further off than a year."""
        day: date = self.cleaned_data["keep_until"]
        today = date.today()
        if not today <= day <= today + timedelta(days=_LONGEST_KEPT):
            raise ValidationError(_("Choose a day from today to a year from now."))
        return day


class Password(forms.Form):
    """The password that an exported file is sealed with. It is kept nowhere."""

    password = forms.CharField(
        label=gettext_lazy("A password for this file"),
        min_length=12,
        max_length=100,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=gettext_lazy("At least 12 characters. Tell it to the receiver by another way than the file."),
    )
