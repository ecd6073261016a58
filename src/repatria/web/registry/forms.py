"""Forms of the register. Each fault says what is wrong, where, and what to do; none quotes what was typed."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from repatria.conventions import BadEvent, Kind, Span
from repatria.conventions.attributes import check_attribute
from repatria.conventions.kinds import PLANNED
from repatria.people import DateStyle, PartialDate, read_date
from repatria.web.exchanges.models import Party
from repatria.web.registry import event_kinds
from repatria.web.registry.kinds import CONFIDENCE, IDENTIFYING, KINDS, LONGEST, SECTIONS, ValueKind
from repatria.web.registry.models import Event, Site
from repatria.web.registry.values import Origin

_BEFORE_CAPTURE = frozenset({Kind.CATEGORY_RECORDED, Kind.IDENTITY_CORRECTED, Kind.CHARGE, Kind.REPORTED_MISSING})


class LineField(forms.CharField):
    """One line of text without signs that cannot be seen or written."""

    def __init__(self, **options: Any) -> None:
        options = {"required": False, "max_length": LONGEST, **options}
        super().__init__(widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}), **options)

    def clean(self, value: Any) -> str:
        """Give the text in NFC, trimmed.

        Raises:
            ValidationError: there is a control sign in it.
        """
        text = unicodedata.normalize("NFC", super().clean(value))
        if any(unicodedata.category(sign) == "Cc" for sign in text):
            raise forms.ValidationError(_("there is a control sign in it; type it anew instead of pasting it"))
        return text


def certain_date(text: str, today: date) -> PartialDate:
    """Read a date that a clerk has typed.

    Raises:
        ValidationError: it can mean several days, none, or one to come.
    """
    found = read_date(text, DateStyle(reference_day=today))
    if found.doubt or found.earliest is None:
        why = found.doubt or gettext("this is not a date")
        raise forms.ValidationError(
            gettext("%(why)s; write the year first, as far as known: 1990, 1990-03 or 1990-03-17") % {"why": why}
        )
    return found


class SourceForm(forms.Form):
    """Where the values of a form come from."""

    source = LineField(
        required=True, max_length=120, label=_("Source"),
        help_text=_("the paper or person that says so: capture card, identity card, letter of 3 March, himself"),
    )  # fmt: skip
    source_date = LineField(
        max_length=20, label=_("Date of the source"), help_text=_("as far as known: 2026, 2026-02 or 2026-02-05")
    )
    confidence = forms.ChoiceField(choices=CONFIDENCE, label=_("How sure"))

    def clean_source_date(self) -> str:
        """Read the date of the source."""
        text = self.cleaned_data["source_date"]
        return certain_date(text, timezone.localdate()).value if text else ""

    def origin_of_values(self, user: Any) -> Origin:
        """Give the source, with who enters it."""
        data = self.cleaned_data
        return Origin(data["source"], data["source_date"], data["confidence"], str(user.pk))


class ValuesForm(SourceForm):
    """All kinds of value, as they stand; `unseen` kinds can be given but are not shown again."""

    def __init__(
        self, *args: Any, current: Mapping[str, str] | None = None, unseen: Iterable[str] = (), **kwargs: Any
    ) -> None:
        self.current, self.unseen = dict(current or {}), frozenset(unseen)
        kwargs["initial"] = {**self._shown(), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        for kind in KINDS.values():
            self.fields[kind.name] = self._field(kind)

    def _shown(self) -> dict[str, str]:
        return {kind: text for kind, text in self.current.items() if kind in KINDS and kind not in self.unseen}

    def _field(self, kind: ValueKind) -> forms.Field:
        text = kind.help
        if kind.name in self.unseen:
            text = _("sealed: once it is saved, only the ICRC reads it; leave it empty to keep what is there")
        if kind.choices:
            return forms.ChoiceField(choices=self._choices(kind), required=False, label=kind.label, help_text=text)
        return LineField(label=kind.label, help_text=text)

    def _choices(self, kind: ValueKind) -> list[tuple[str, Any]]:
        """An imported word that is not among ours stays as it came."""
        stands = self.current.get(kind.name, "")
        known = dict(kind.choices)
        return [*kind.choices, *([(stands, stands)] if stands not in known else [])]

    def sections(self) -> Iterator[tuple[Any, list[forms.BoundField]]]:
        """Give the fields under their headings."""
        for section in SECTIONS:
            yield section.title, [self[kind.name] for kind in section.kinds]

    @property
    def texts(self) -> dict[str, str]:
        """The values as typed, kind -> text; unseen kinds only where something was typed."""
        typed = {kind: self.cleaned_data.get(kind, "") for kind in KINDS}
        return {kind: text for kind, text in typed.items() if text or kind not in self.unseen}

    def clean(self) -> dict[str, Any]:
        """Look at the values together."""
        data = super().clean()
        for kind in KINDS.values():
            if kind.ask == "date":
                self._check_date(kind.name)
        self._check_age()
        if not any(self.cleaned_data.get(kind) for kind in IDENTIFYING) and not self.errors:
            self.add_error("surname", _("nobody can be told by this; give a name, a call sign or a service number"))
        self._check_order()
        return data

    def _check_date(self, kind: str) -> None:
        text = self.cleaned_data.get(kind, "")
        if text and text != self.current.get(kind):
            try:
                certain_date(text, timezone.localdate())
            except forms.ValidationError as fault:
                self.add_error(kind, fault)

    def _check_age(self) -> None:
        text = self.cleaned_data.get("age", "")
        if text and text != self.current.get("age") and not (text.isdecimal() and int(text) <= 120):
            self.add_error("age", _("write a whole number of years up to 120"))

    def _check_order(self) -> None:
        born = read_date(self.cleaned_data.get("date_of_birth", ""))
        captured = read_date(self.cleaned_data.get("capture_date", ""))
        if born.earliest and captured.latest and born.earliest > captured.latest:
            self.add_error("capture_date", _("the capture lies before the birth; look at both dates"))


class NewPersonForm(ValuesForm):
    """A person who is not in the register yet."""

    number = LineField(
        max_length=40, label=_("Number in the register"), help_text=_("empty: the next one is given")
    )
    standing = forms.ChoiceField(
        choices=(("held", _("we hold this person")), ("ours", _("this person is ours; we ask where he is"))),
        widget=forms.RadioSelect, initial="held", label=_("Who he is to us"),
    )  # fmt: skip
    other = forms.ModelChoiceField(
        Party.objects.none(), required=False, label=_("The other party"), empty_label=_("not known"),
        help_text=_("the Power on which he depends; or, if he is ours, the party that holds him"),
    )  # fmt: skip

    field_order = ("standing", "other", "number")

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        self.user = user
        super().__init__(*args, **kwargs)
        self.fields["other"].queryset = Party.objects.filter(kind=Party.Kind.SIDE).exclude(pk=user.party_id)

    @property
    def holder_and_origin(self) -> tuple[Party | None, Party | None]:
        """Who holds him, and on whom he depends."""
        other = self.cleaned_data["other"]
        return (self.user.party, other) if self.cleaned_data["standing"] == "held" else (other, self.user.party)


class ChangeForm(ValuesForm):
    """A person who is in the register: what changes, and why."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = LineField(
        max_length=200, label=_("Why it is corrected"),
        help_text=_("needed where something stood before: misread on the card, he has told us himself"),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Ask for a reason where something is corrected."""
        data = super().clean()
        corrected = [
            kind for kind, text in self.texts.items() if self.current.get(kind) and text != self.current[kind]
        ]
        if corrected and not data.get("reason"):
            self.add_error("reason", _("this corrects what stood there; say why"))
        return data


class KindForm(forms.Form):
    """Which kind of event is to be noted: those alone that can have happened."""

    kind = forms.ChoiceField(label=_("What happened"))

    def __init__(self, *args: Any, kinds: Iterable[Kind], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = grouped(kinds)


def grouped(kinds: Iterable[Kind]) -> list[tuple[Any, list[tuple[str, Any]]]]:
    """Give kinds of events as choices under the titles of their groups."""
    groups: dict[Any, list[tuple[str, Any]]] = {}
    for kind in kinds:
        group, label = event_kinds.LABELS[kind]
        groups.setdefault(event_kinds.GROUP_TITLES[group], []).append((kind.value, label))
    return list(groups.items())


class EventForm(forms.Form):
    """One event of a kind that is settled already: when, where, and what that kind may say besides."""

    occurred_on = LineField(
        required=True, max_length=20, label=_("When"), help_text=_("as far as known: 2026, 2026-02 or 2026-02-05")
    )
    site = forms.ModelChoiceField(
        Site.objects.none(), required=False, label=_("Site"), empty_label=_("none, or not known")
    )

    def __init__(self, *args: Any, kind: Kind, sites: Any, events: Iterable[Event], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind, self.events = kind, list(events)
        self.fields["site"].queryset = sites
        self.fields["site"].label_from_instance = lambda site: site.code
        for detail in event_kinds.DETAILS.get(kind, ()):
            self.fields[detail.name] = self._field(detail)

    def _field(self, detail: event_kinds.Detail) -> forms.Field:
        required = detail.name in event_kinds.REQUIRED
        if not detail.choices:
            return LineField(required=required, max_length=64, label=detail.label)
        blank = [] if required else [("", _("not recorded"))]
        return forms.ChoiceField(choices=[*blank, *detail.choices], required=required, label=detail.label)

    def clean_occurred_on(self) -> str:
        """Read the day, and hold it against what is known of him."""
        text = self.cleaned_data["occurred_on"]
        if self.kind in PLANNED:
            return _planned(text)
        found = certain_date(text, timezone.localdate())
        captured = [event.occurred_on for event in self.events if event.kind == Kind.CAPTURE]
        if (
            captured
            and self.kind not in _BEFORE_CAPTURE
            and found.latest
            and found.latest < _first_day(captured[0])
        ):
            raise forms.ValidationError(_("this lies before the capture that is noted; look at both dates"))
        return found.value

    def clean(self) -> dict[str, Any]:
        """Hold each detail against the vocabulary of the conventions."""
        data = super().clean()
        for detail in event_kinds.DETAILS.get(self.kind, ()):
            if data.get(detail.name):
                try:
                    check_attribute(detail.name, data[detail.name])
                except BadEvent:
                    self.add_error(detail.name, _("write letters, figures and - . / : _ only, without spaces"))
        return data

    @property
    def details(self) -> dict[str, str]:
        """What it says besides."""
        names = [detail.name for detail in event_kinds.DETAILS.get(self.kind, ())]
        return {name: self.cleaned_data[name] for name in names if self.cleaned_data.get(name)}


class CorrectEventForm(EventForm):
    """What stands in the place of a wrong event, or that it did not happen."""

    happened = forms.ChoiceField(
        choices=(("yes", _("it happened, but as follows")), ("no", _("it did not happen"))),
        widget=forms.RadioSelect, initial="yes", label=_("What is right"),
    )  # fmt: skip
    reason = LineField(required=True, max_length=200, label=_("Why the first word was wrong"))


class SiteForm(forms.Form):
    """A place of detention."""

    code = LineField(required=True, max_length=20, label=_("Code"), help_text=_("short, for lists: N-7"))
    name = LineField(max_length=120, label=_("Name"))
    region = LineField(max_length=120, label=_("Region"))


def _planned(text: str) -> str:
    try:
        Span.parse(text)
    except BadEvent as fault:
        raise forms.ValidationError(str(fault)) from None
    return text


def _first_day(text: str) -> date:
    return Span.parse(text).first
