"""Forms that read as sentences: one for each kind of term, from and to the planner's document."""

from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext as _

from repatria.planning.captives import CATEGORIES
from repatria.web.compartments import house
from repatria.web.exchanges.models import Exchange, Party
from repatria.web.registry.models import Person
from repatria.web.talks import table
from repatria.web.talks.kinds import DIX_HILL, Document
from repatria.web.talks.sentences import category

MOST = 1_000_000


def number(label: str, least: int = 0, most: int = MOST, help_text: str = "", required: bool = False) -> Any:
    """Make a field for a whole number."""
    return forms.IntegerField(
        label=label,
        required=required,
        help_text=help_text,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        validators=[MinValueValidator(least), MaxValueValidator(most)],
    )


class CodesField(forms.CharField):
    """Captives by their numbers, one a line or with commas. Gives their keys."""

    def __init__(self, exchange: Exchange, **options: Any) -> None:
        options.setdefault("widget", forms.Textarea(attrs={"rows": 3, "dir": "ltr", "spellcheck": "false"}))
        super().__init__(**options)
        self.exchange = exchange

    def clean(self, value: Any) -> list[str]:
        """Find each captive; name the ones that cannot be found by their place, not by what was typed."""
        typed = super().clean(value).replace(",", "\n").split()
        found, missing = resolve(self.exchange, typed)
        if missing:
            places = ", ".join(map(str, missing))
            raise forms.ValidationError(
                _("No captive of this exchange has the number at place {places}. Check the spelling.").format(
                    places=places
                )
            )
        return sorted(found)


def resolve(exchange: Exchange, typed: list[str]) -> tuple[list[str], list[int]]:
    """Give the keys of captives by their numbers, and the places (from 1) of those that nobody bears."""
    known: dict[str, str] = {}
    for side in table.sides(exchange):
        numbers = [word.removeprefix(f"{side.code}-") for word in typed if word.startswith(f"{side.code}-")]
        known |= {table.code(side.code, number): key for number, key in _keys(side, numbers).items()}
    return [known[word] for word in typed if word in known], [
        place for place, word in enumerate(typed, 1) if word not in known
    ]


def _keys(side: Party, numbers: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    with house():
        for some in table.portions(numbers):
            people = Person.objects.filter(keeper=side, number__in=some).values_list("number", "pk")
            found |= {number: str(key) for number, key in people}
    return found


class Who(forms.Form):
    """Whom a term speaks of. What is left empty does not narrow it down."""

    def __init__(self, exchange: Exchange, parts: tuple[str, ...], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for part in parts:
            self.fields[part] = _WHO[part](exchange)

    def selector(self) -> Document:
        """Give the planner's selector."""
        return {name: value for name, value in self.cleaned_data.items() if value not in (None, "", [])}


def _party(exchange: Exchange, label: str, required: bool = False) -> Any:
    choices = [(side.code, side.name) for side in table.sides(exchange)]
    return forms.ChoiceField(
        label=label, required=required, choices=choices if required else [("", _("any party")), *choices]
    )


_WHO: dict[str, Any] = {
    "holder": lambda exchange: _party(exchange, _("Held by")),
    "dest": lambda exchange: _party(exchange, _("Going to")),
    "category": lambda exchange: forms.MultipleChoiceField(
        label=_("Class"), required=False, widget=forms.CheckboxSelectMultiple(attrs={"class": "choices"}),
        choices=[(code, category(code)) for code in CATEGORIES],
    ),
    "health": lambda exchange: forms.ChoiceField(
        label=_("Health"), required=False,
        choices=[("", _("any")), ("wounded", _("wounded or sick")), ("fit", _("fit"))],
        help_text=_("The seriously wounded and sick are owed; no term counts them (GC III 109)."),
    ),
    "min_days": lambda exchange: number(_("Held at least (days)"), most=100_000),
    "max_days": lambda exchange: number(_("Held at most (days)"), most=100_000),
    "min_age": lambda exchange: number(_("Aged at least"), most=150),
    "max_age": lambda exchange: number(_("Aged at most"), most=150),
    "ids": lambda exchange: CodesField(
        exchange, label=_("By number"), required=False,
        help_text=_("Numbers such as NTH-12, one a line. Everybody at the table sees them."),
    ),
}  # fmt: skip
_CLASS = ("category", "health", "min_days", "max_days", "min_age", "max_age")
_ANYBODY = ("holder", "dest", *_CLASS, "ids")


class TermForm:
    """The form of one kind of term: its own fields, and a part for each selector."""

    def __init__(self, kind: str, exchange: Exchange, data: Any = None, document: Document | None = None) -> None:
        self.kind, self.exchange = kind, exchange
        initial = _initial(document) if document else {}
        self.main = _Main(kind, exchange, data, initial=initial.get("main"))
        self.parts = [
            (title(), Who(exchange, parts, data, prefix=name, initial=initial.get(name)))
            for name, title, parts in _PARTS.get(kind, ())
        ]

    def is_valid(self) -> bool:
        """Check every part."""
        return all([self.main.is_valid(), *(part.is_valid() for _title, part in self.parts)])

    def document(self) -> Document:
        """Give the document of a valid form."""
        selectors = {part.prefix: part.selector() for _title, part in self.parts}
        return _DOCUMENTS[self.kind](self.main.cleaned_data, selectors)


# kind -> (selector, title, what narrows it down)
_PARTS: dict[str, tuple[tuple[str, Any, tuple[str, ...]], ...]] = {
    "count": (("select", lambda: _("Who is counted"), _ANYBODY),),
    "balance": (("both", lambda: _("Counting only"), _CLASS),),
    "parity": (("both", lambda: _("Counting only"), ("category",)),),
    "share": (("of", lambda: _("Of these"), ("holder", "dest", "category")), ("within", lambda: _("are"), _CLASS)),
    "include": (("select", lambda: _("Who goes"), _ANYBODY),),
    "exclude": (("select", lambda: _("Who does not go"), _ANYBODY),),
    "sites": (("select", lambda: _("Whose places"), ("holder",)),),
    "if_then": (
        ("if", lambda: _("If anybody of these goes"), _ANYBODY),
        ("then", lambda: _("all of these go"), _ANYBODY),
    ),
    "separate": (("select", lambda: _("Who stands on a line of his own"), _ANYBODY),),
    "offer": (("wants", lambda: _("In return for one of these"), _ANYBODY),),
}  # fmt: skip


class _Main(forms.Form):
    """The fields of a kind that are no selector."""

    def __init__(self, kind: str, exchange: Exchange, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.kind = kind
        if kind in _FIELDS:
            self.fields |= _FIELDS[kind](exchange)

    def clean(self) -> dict[str, Any]:
        """Check what several fields say together."""
        found: dict[str, Any] = super().clean() or self.cleaned_data
        if self.kind == "count":
            least, most = found.get("min"), found.get("max")
            if least is None and most is None and not self.errors:
                raise forms.ValidationError(_("Give a least number, a most number, or both."))
            if least is not None and most is not None and least > most:
                raise forms.ValidationError(_("The least number is larger than the most; change one."))
        if self.kind in ("balance", "parity") and found.get("left") and found.get("left") == found.get("right"):
            raise forms.ValidationError(_("Choose two different parties."))
        return found


def _weights() -> Any:
    return forms.BooleanField(
        label=_("By rank equivalents (the cartel of 1862: a captain counts for six privates)"), required=False
    )


def _two_parties(exchange: Exchange) -> dict[str, Any]:
    return {
        "left": _party(exchange, _("First party"), required=True),
        "right": _party(exchange, _("Second party"), required=True),
    }


_FIELDS: dict[str, Any] = {
    "count": lambda exchange: {
        "min": number(_("At least")), "max": number(_("At most")), "weights": _weights(),
    },
    "balance": lambda exchange: {
        **_two_parties(exchange),
        "n": number(_("For every … whom the first hands over"), least=1, most=1000, required=True),
        "m": number(_("the second hands over …"), least=1, most=1000, required=True),
        "tolerance": number(_("Sums may be … apart"), required=True, help_text=_("0: exactly")),
        "weights": _weights(),
    },
    "parity": lambda exchange: {
        **_two_parties(exchange),
        "per": forms.ChoiceField(
            label=_("Compared"),
            choices=[("category", _("class by class")), ("grade", _("grade by grade"))],
        ),
        "tolerance": number(_("At most … apart"), required=True),
    },
    "share": lambda exchange: {"min_percent": number(_("At least … per cent"), most=100, required=True)},
    "sites": lambda exchange: {"max": number(_("At most … places of detention are opened"), required=True)},
    "together": lambda exchange: {
        "ids": CodesField(
            exchange, label=_("These, by number"), required=False,
            help_text=_("Leave empty for everybody whom the registers keep as a group, such as brothers."),
        )
    },
    "net": lambda exchange: {
        "party": _party(exchange, _("Party"), required=True),
        "min": number(_("At least … points"), least=-MOST, required=True),
    },
    "longest_held": lambda exchange: {
        "bucket_days": number(
            _("Steps of … days"), least=1, most=3650, required=True,
            help_text=_("Those within one step count as held equally long. Each plan says who is near a border."),
        ),
        "buckets": number(
            _("Number of steps"), least=1, most=40, required=True,
            help_text=_("The last step holds everybody held still longer."),
        ),
    },
    "staging": lambda exchange: {
        "days": number(_("At most … days"), least=1, most=365, required=True),
        "per_day": number(_("At most … a day from one party to another"), least=1, required=True),
        "lead": number(
            _("Neither side is ever more than … ahead"), required=True,
            help_text=_("Counted in persons handed over under the formula, after each day."),
        ),
        "same_day_groups": forms.BooleanField(label=_("Groups travel on one day"), required=False),
        "order": forms.BooleanField(
            label=_("From each place, who has been held longest goes first"), required=False
        ),
    },
    "offer": lambda exchange: {
        "party": _party(exchange, _("Party that offers"), required=True),
        "gives": CodesField(
            exchange, label=_("Hands over, by number"), widget=forms.TextInput(attrs={"dir": "ltr"})
        ),
        "unconditional": forms.BooleanField(label=_("Asks for nothing in return"), required=False),
    },
}  # fmt: skip


def _given(found: dict[str, Any], *fields: str) -> Document:
    return {name: found[name] for name in fields if found.get(name) is not None}


def _with_weights(found: dict[str, Any], document: Document) -> Document:
    return {**document, "weights": DIX_HILL} if found.get("weights") else document


def _count(found: dict[str, Any], some: dict[str, Document]) -> Document:
    return _with_weights(found, {"type": "count", **some, **_given(found, "min", "max")})


def _sides(found: dict[str, Any], some: dict[str, Document]) -> Document:
    return {name: {"holder": found[name], **some["both"]} for name in ("left", "right")}


def _balance(found: dict[str, Any], some: dict[str, Document]) -> Document:
    return _with_weights(
        found,
        {
            "type": "balance", **_sides(found, some), "left_factor": found["m"], "right_factor": found["n"],
            "tolerance": found["tolerance"],
        },
    )  # fmt: skip


def _staging(found: dict[str, Any], some: dict[str, Document]) -> Document:
    order = "longest_held" if found["order"] else None
    return {"type": "staging", **_given(found, "days", "per_day", "lead", "same_day_groups"), "order": order}


def _together(found: dict[str, Any], some: dict[str, Document]) -> Document:
    return {"type": "together", "ids": found["ids"]} if found["ids"] else {"type": "together", "groups": "all"}


def _offer(found: dict[str, Any], some: dict[str, Document]) -> Document:
    document = {"type": "offer", "party": found["party"], "gives": found["gives"][0]}
    return {**document, "unconditional": True} if found["unconditional"] else {**document, **some}


_DOCUMENTS: dict[str, Any] = {
    "count": _count,
    "balance": _balance,
    "parity": lambda found, some: {
        "type": "parity", **_sides(found, some), "per": found["per"], "tolerance": found["tolerance"],
    },
    "share": lambda found, some: {"type": "share", **some, "min_percent": found["min_percent"]},
    "include": lambda found, some: {"type": "include", **some},
    "exclude": lambda found, some: {"type": "exclude", **some},
    "sites": lambda found, some: {"type": "sites", **some, "max": found["max"]},
    "together": _together,
    "if_then": lambda found, some: {"type": "if_then", **some},
    "net": lambda found, some: {"type": "net", "party": found["party"], "min": found["min"]},
    "longest_held": lambda found, some: {"type": "longest_held", **_given(found, "bucket_days", "buckets")},
    "staging": _staging,
    "separate": lambda found, some: {"type": "separate", **some},
    "offer": _offer,
}  # fmt: skip


def _initial(document: Document) -> dict[str, Any]:
    """Give what the form showed when `document` was written."""
    main = {name: value for name, value in document.items() if not isinstance(value, dict)}
    found: dict[str, Any] = {name: _shown(value) for name, value in document.items() if isinstance(value, dict)}
    if document["type"] in ("balance", "parity"):
        main |= {side: document[side]["holder"] for side in ("left", "right")}
        found["both"] = {name: value for name, value in document["left"].items() if name != "holder"}
    if document["type"] == "balance":
        main |= {"n": document["right_factor"], "m": document["left_factor"]}
    main["weights"] = "weights" in document
    return {**found, "main": _shown(main)}


def _shown(values: dict[str, Any]) -> dict[str, Any]:
    """Show persons by their numbers again."""
    shown = dict(values)
    for name in ("ids", "gives"):
        if shown.get(name):
            keys = [shown[name]] if isinstance(shown[name], str) else shown[name]
            shown[name] = "\n".join(sorted(table.codes(keys).values()))
    return shown


class RoundForm(forms.Form):
    """A round of the talks."""

    place = forms.CharField(max_length=200)
    begins_on = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}))
    ends_on = forms.DateField(required=False, widget=forms.DateInput(attrs={"type": "date"}))
    agenda = forms.CharField(required=False, widget=forms.Textarea)
    communique = forms.CharField(required=False, widget=forms.Textarea)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        labels = {
            "place": _("Place"), "begins_on": _("First day"), "ends_on": _("Last day"), "agenda": _("Agenda"),
            "communique": _("Communiqué"),
        }  # fmt: skip
        for name, label in labels.items():
            self.fields[name].label = label
        self.fields["communique"].help_text = _("What was said in common afterwards. Name no captive.")

    def clean(self) -> dict[str, Any]:
        """A round does not end before it begins."""
        found: dict[str, Any] = super().clean() or self.cleaned_data
        if found.get("ends_on") and found.get("begins_on") and found["ends_on"] < found["begins_on"]:
            raise forms.ValidationError(_("The last day is before the first; change one."))
        return found
