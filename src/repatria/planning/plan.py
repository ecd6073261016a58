"""Plans, format ``repatria-plan/1``: written one way, read back the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, cast

from repatria.i18n import _
from repatria.planning.document import load_document, packed
from repatria.planning.errors import BadInstance, BadPlan
from repatria.planning.fields import MOST, Fields, whole_number

FORMAT = "repatria-plan/1"
Status = Literal["optimal", "feasible", "infeasible"]
MOST_SUM = 10**18  # sums over all persons of numbers of the format
CODES = ("owed", "included", "excluded", "refused", "chosen", "not_chosen")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a person goes or stays: a code of the format, the term that decided (if one did), a sentence."""

    code: str
    term: str | None = None
    because: str = ""


@dataclass(frozen=True, slots=True)
class Counterfactual:
    """The optimum if this person had to go or had to stay; None: no plan keeps every term then."""

    id: str
    go: bool
    objective: tuple[int, ...] | None


@dataclass(frozen=True, slots=True)
class ParetoPoint:
    """A plan that no other plan beats for every party: each party's net points, and who goes."""

    net: Mapping[str, int]
    go: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """Who goes (the owed included), how good that is, and how it is known.

    `extra` holds further fields that readers of the format may pass over: the proof, conflicts in words.
    """

    instance: str
    status: Status
    go: tuple[str, ...] = ()
    needs_consent: tuple[str, ...] = ()
    days: Mapping[str, int] | None = None
    objective: tuple[int, ...] | None = None
    bound: tuple[int, ...] | None = None
    conflict: tuple[str, ...] | None = None
    why: Mapping[str, Reason] | None = None
    alternatives: Sequence[tuple[str, ...]] | None = None
    pareto: Sequence[ParetoPoint] | None = None
    counterfactuals: Sequence[Counterfactual] | None = None
    cycles: Sequence[tuple[str, ...]] | None = None
    chains: Sequence[tuple[str, ...]] | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)

    def document(self) -> dict[str, Any]:
        """Give the plan as the JSON object of the format; absent parts are left out."""
        parts: dict[str, Any] = {
            "format": FORMAT,
            "instance": self.instance,
            "status": self.status,
            "objective": _listed(self.objective),
            "bound": _listed(self.bound),
            "conflict": _listed(self.conflict),
            "go": None if self.status == "infeasible" else list(self.go),
            "needs_consent": None if self.status == "infeasible" else list(self.needs_consent),
            "days": self.days,
            "why": None if self.why is None else {who: _reason(why) for who, why in self.why.items()},
            "alternatives": None if self.alternatives is None else [list(go) for go in self.alternatives],
            "pareto": None
            if self.pareto is None
            else [{"net": dict(p.net), "go": list(p.go)} for p in self.pareto],
            "counterfactuals": None
            if self.counterfactuals is None
            else [{"id": c.id, "go": c.go, "objective": _listed(c.objective)} for c in self.counterfactuals],
            "cycles": None if self.cycles is None else [list(c) for c in self.cycles],
            "chains": None if self.chains is None else [list(c) for c in self.chains],
            **self.extra,
        }
        return {name: part for name, part in parts.items() if part is not None}

    def packed(self, compress: bool = False) -> bytes:
        """Give the bytes of the plan file; the same plan always gives the same bytes."""
        return packed(self.document(), compress)


def read_plan(path: Path) -> Plan:
    """Read a plan from ``.json`` or ``.json.gz``.

    Raises:
        NotReadable: the file is missing, damaged or not JSON.
        BadPlan: it is JSON but breaks the format.
    """
    return parse_plan(load_document(path))


def parse_plan(document: Mapping[str, Any]) -> Plan:
    """Check a document and give it types; unknown fields are kept in `extra`.

    Raises:
        BadPlan: a field is missing or of the wrong type; the text names it.
    """
    try:
        return _plan(Fields(dict(document), _("plan")), document)
    except BadInstance as cause:
        raise BadPlan(str(cause)) from cause


_KNOWN = (
    "format", "instance", "status", "objective", "bound", "conflict", "go", "needs_consent", "days", "why",
    "alternatives", "pareto", "counterfactuals", "cycles", "chains",
)  # fmt: skip


def _plan(fields: Fields, document: Mapping[str, Any]) -> Plan:
    if fields.raw("format") != FORMAT:
        raise fields.wrong("format", _("must be {format}").format(format=FORMAT))
    return Plan(
        instance=fields.text("instance"),
        status=cast("Status", fields.one_of("status", ("optimal", "feasible", "infeasible"))),
        go=_ids(fields, "go"),
        needs_consent=_ids(fields, "needs_consent"),
        days=_days(fields) if "days" in fields else None,
        objective=_whole_numbers(fields, "objective"),
        bound=_whole_numbers(fields, "bound"),
        conflict=_ids(fields, "conflict") if "conflict" in fields else None,
        why=_why(fields) if "why" in fields else None,
        alternatives=_lists(fields, "alternatives"),
        pareto=[_read_point(row) for row in fields.items("pareto")] if "pareto" in fields else None,
        counterfactuals=[_read_counterfactual(row) for row in fields.items("counterfactuals")]
        if "counterfactuals" in fields
        else None,
        cycles=_lists(fields, "cycles"),
        chains=_lists(fields, "chains"),
        extra={name: part for name, part in document.items() if name not in _KNOWN},
    )


def _ids(fields: Fields, name: str) -> tuple[str, ...]:
    ids = fields.items(name, [])
    if not all(isinstance(one, str) for one in ids):
        raise fields.wrong(name, _("must be a list of ids"))
    return tuple(ids)


def _whole_numbers(fields: Fields, name: str) -> tuple[int, ...] | None:
    if name not in fields:
        return None
    place = f"{fields.place}, {name}"
    return tuple(whole_number(value, -MOST_SUM, MOST_SUM, place) for value in fields.items(name))


def _days(fields: Fields) -> dict[str, int]:
    days = fields.raw("days")
    if not isinstance(days, dict):
        raise fields.wrong("days", _("must be an object"))
    place = f"{fields.place}, days"
    return {who: whole_number(day, 1, MOST, place) for who, day in days.items()}


def _why(fields: Fields) -> dict[str, Reason]:
    why = fields.raw("why")
    if not isinstance(why, dict):
        raise fields.wrong("why", _("must be an object"))
    return {who: _read_reason(Fields(row, f"{fields.place}, why")) for who, row in why.items()}


def _read_point(row: Any) -> ParetoPoint:
    fields = Fields(row, _("plan, pareto"))
    net = fields.raw("net")
    if not isinstance(net, dict):
        raise fields.wrong("net", _("must be an object"))
    place = f"{fields.place}, net"
    return ParetoPoint(
        {party: whole_number(points, -MOST_SUM, MOST_SUM, place) for party, points in net.items()},
        _ids(fields, "go"),
    )


def _lists(fields: Fields, name: str) -> list[tuple[str, ...]] | None:
    if name not in fields:
        return None
    rows = fields.items(name)
    if not all(isinstance(row, list) and all(isinstance(one, str) for one in row) for row in rows):
        raise fields.wrong(name, _("must be a list of lists of ids"))
    return [tuple(row) for row in rows]


def _listed(values: Sequence[Any] | None) -> list[Any] | None:
    return None if values is None else list(values)


def _reason(reason: Reason) -> dict[str, str]:
    found = {"code": reason.code}
    if reason.term is not None:
        found["term"] = reason.term
    if reason.because:
        found["because"] = reason.because
    return found


def _read_reason(fields: Fields) -> Reason:
    term = fields.text("term") if "term" in fields else None
    return Reason(fields.one_of("code", CODES), term, fields.text("because", default=""))


def _read_counterfactual(row: Any) -> Counterfactual:
    fields = Fields(row, _("plan, counterfactuals"))
    objective = _whole_numbers(fields, "objective")
    return Counterfactual(fields.text("id"), fields.truth("go"), objective)
