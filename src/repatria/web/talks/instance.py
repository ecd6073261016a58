"""From replies and terms to the planner's documents."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import permutations
from typing import Any

from repatria.planning.instance import parse_instance
from repatria.web.exchanges.models import Exchange
from repatria.web.replies.selectable import COLUMNS, Selectable, selectable, sites
from repatria.web.talks import table
from repatria.web.talks.kinds import PLANNER, Document
from repatria.web.talks.models import Points, Term
from repatria.web.talks.sentences import Names, sentence
from repatria.web.talks.terms import planners

FORMAT = "repatria-plan-instance/1"
BUCKET_DAYS, BUCKETS = 180, 9
HEALTH, CONSENT = COLUMNS.index("health"), COLUMNS.index("consent")


@dataclass(frozen=True)
class Problem:
    """What a run has to solve: the planner's document, and what stands beside it.

    `people` are the rows of everybody who could be chosen; `replies` and `codes` the reply behind each of them and
    what all at the table call him; `separate` are those who go on a line of their own; `staging` the planner's
    staging rules, if the terms have any; `missing` how often each column was told by nobody, so that a stand-in was
    planned with.
    """

    document: Document
    people: tuple[list[Any], ...]
    replies: Mapping[str, str]
    codes: Mapping[str, str]
    separate: tuple[str, ...]
    staging: Document | None
    missing: Mapping[str, int]

    @property
    def owed(self) -> list[str]:
        """Those who are owed: the seriously wounded and sick who do not refuse (GC III 109)."""
        return [row[0] for row in self.people if row[HEALTH] == "grave" and row[CONSENT] != "no"]

    def kept(self) -> Document:
        """Give it as it is kept: everybody once."""
        document = {name: part for name, part in self.document.items() if name != "captives"}
        return {
            "document": document, "people": list(self.people), "replies": dict(self.replies),
            "codes": dict(self.codes),
        }  # fmt: skip


def problem(exchange: Exchange, terms: Sequence[Term], today: date) -> Problem:
    """Write the instance for those whom replies say are held, under `terms`.

    Raises:
        BadInstance: a term cannot be read; its place is named.
    """
    people = selectable(exchange, today)
    documents = {term.code: term.document for term in terms}
    rows = _grouped([one.row() for one in people], documents)
    separate = _separate(exchange, people, rows, documents)
    counted = [row for row in rows if row[0] not in separate]
    points = _points(exchange, {row[0] for row in counted})
    document = {
        **_head(exchange, "selection", today),
        "sites": sites(people),
        "columns": list(COLUMNS),
        "captives": counted,
        "values": points,
        "terms": _terms(exchange, people, counted, terms),
        "objective": _aims(documents.values(), bool(points)),
    }
    missing = Counter(name for one in people for name in one.missing)
    return Problem(
        document, tuple(rows), _replies(people), _codes(people), tuple(sorted(separate)),
        _staging(exchange, documents.values()), missing,
    )  # fmt: skip


def offers(exchange: Exchange, terms: Sequence[Term], today: date, max_cycle: int, max_chain: int) -> Problem:
    """Write the instance of kind ``cycles`` from the offers among `terms`.

    An offer of somebody who is owed or does not travel is passed over: the owed are no coin (GC III 109).
    """
    people = {one.id: one for one in selectable(exchange, today)}
    free = [
        term
        for term in terms
        if term.document["type"] == "offer" and _can_be_offered(people.get(term.document["gives"]))
    ]
    matches = _matches(exchange, people.values(), free)
    arcs = [
        [giver.code, taker.code, 1]
        for giver, taker in permutations(free, 2)
        if giver.document["party"] != taker.document["party"]
        and giver.document["gives"] in matches.get(taker.code, ())
    ]
    document = {
        **_head(exchange, "cycles", today),
        "vertices": [
            {"id": term.code, "party": term.document["party"], "gives": term.document["gives"],
             "unconditional": bool(term.document.get("unconditional"))}
            for term in free
        ],
        "arcs": arcs,
        "max_cycle": max_cycle,
        "max_chain": max_chain,
    }  # fmt: skip
    rows = tuple(one.row() for one in people.values())
    return Problem(document, rows, _replies(people.values()), _codes(people.values()), (), None, {})


def _replies(people: Iterable[Selectable]) -> dict[str, str]:
    return {one.id: str(one.reply.pk) for one in people}


def _codes(people: Iterable[Selectable]) -> dict[str, str]:
    return {one.id: table.code(one.holder.code, one.person.number) for one in people}


def _head(exchange: Exchange, kind: str, today: date) -> Document:
    return {
        "format": FORMAT,
        "name": exchange.reference,
        "kind": kind,
        "reference_date": today.isoformat(),
        "parties": [{"id": party.code, "name": party.name} for party in table.sides(exchange)],
    }


def _terms(
    exchange: Exchange, people: Sequence[Selectable], rows: Sequence[list[Any]], terms: Sequence[Term]
) -> list[Document]:
    """Write the planner's terms. A term that sends people speaks of those who travel: will comes before any term.

    Were the others left in, the term could not hold, and everybody would learn that one of its people refuses.
    """
    refusing = {row[0] for row in rows if row[CONSENT] == "no"}
    found = []
    for term in terms:
        kind = term.document["type"]
        if kind not in PLANNER:
            continue
        document = {"id": term.code, "by": author(term), "text": "", **planners(term.document, term.code)}
        for part in {"include": ("select",), "if_then": ("then",)}.get(kind, ()):
            named = _matching(exchange, people, rows, document[part]) if refusing else set()
            if named & refusing:
                document[part] = {"ids": sorted(named - refusing)}
        found.append(document)
    return found


def author(term: Term) -> str:
    """Give the author as the planner knows him."""
    return "mediator" if term.by.kind == "mediator" else term.by.code


def worded(term: Term, names: Names) -> tuple[str, str]:
    """Give the author's name and the sentence of a term, in the reader's language."""
    return term.by.name, sentence(term.document, names)


def _grouped(rows: list[list[Any]], documents: Mapping[str, Document]) -> list[list[Any]]:
    """Put persons named to travel together into one group; groups that share somebody become one."""
    key, group = COLUMNS.index("id"), COLUMNS.index("group")
    by_key = {row[key]: row for row in rows}
    for code, document in documents.items():
        if document["type"] == "together" and document.get("ids"):
            named = [by_key[one] for one in document["ids"] if one in by_key]
            before = {row[group] for row in named} - {None}
            for row in (*named, *(row for row in rows if row[group] in before)):
                row[group] = code
    return rows


def _separate(
    exchange: Exchange, people: Sequence[Selectable], rows: list[list[Any]], documents: Mapping[str, Document]
) -> set[str]:
    """Give those on a line of their own: neither owed, who go anyhow, nor refusing, who do not."""
    wanted = [document["select"] for document in documents.values() if document["type"] == "separate"]
    found: set[str] = set()
    for select in wanted:
        found |= _matching(exchange, people, rows, select)
    willing = {one.id for one in people if one.consent != "no" and one.health != "grave"}
    return found & willing


def _matching(
    exchange: Exchange, people: Iterable[Selectable], rows: Sequence[list[Any]], select: Document
) -> set[str]:
    document = {
        **_head(exchange, "selection", date(2000, 1, 1)),
        "sites": sites(people),
        "columns": list(COLUMNS),
        "captives": list(rows),
        "terms": [{"id": "T", "type": "include", "select": select}],
    }
    instance = parse_instance(document)
    mask = instance.terms[0].select.matches(instance.captives)  # type: ignore[union-attr]
    return {key for key, chosen in zip(instance.captives.ids, mask.tolist(), strict=True) if chosen}


def _matches(exchange: Exchange, people: Iterable[Selectable], offered: Sequence[Term]) -> dict[str, set[str]]:
    people = list(people)
    rows = [one.row() for one in people]
    return {
        term.code: _matching(exchange, people, rows, term.document["wants"])
        for term in offered
        if "wants" in term.document
    }


def _can_be_offered(one: Selectable | None) -> bool:
    return one is not None and one.consent != "no" and one.health != "grave"


def _points(exchange: Exchange, known: set[str]) -> list[list[Any]]:
    given = Points.objects.filter(exchange=exchange).select_related("party")
    return [
        [key, one.party.code, points]
        for one in given
        for key, points in one.given.items()
        if key in known and points
    ]


def _aims(documents: Iterable[Document], with_points: bool) -> list[Document]:
    """Most important first: how many, longest held first, points if any were given, transport, days."""
    longest = next((one for one in documents if one["type"] == "longest_held"), None) or {}
    held = {
        "type": "longest_held",
        "bucket_days": longest.get("bucket_days", BUCKET_DAYS),
        "buckets": longest.get("buckets", BUCKETS),
    }
    wishes = [{"type": "worst_off_party"}, {"type": "points", "party": "all"}] if with_points else []
    return [{"type": "count", "select": {}}, held, *wishes, {"type": "transport"}, {"type": "days"}]


def _staging(exchange: Exchange, documents: Iterable[Document]) -> Document | None:
    documents = list(documents)
    found = next((one for one in documents if one["type"] == "staging"), None)
    if found is None:
        return None
    codes = [party.code for party in table.sides(exchange)]
    return {
        "days": found["days"],
        "lanes": [{"from": one, "to": other, "per_day": found["per_day"]} for one, other in permutations(codes, 2)],
        "imbalance": [{**rule, "max": found["lead"]} for rule in _leads(codes, documents)],
        "same_day_groups": bool(found.get("same_day_groups")),
        "order": found.get("order"),
    }


def _leads(codes: Sequence[str], documents: Sequence[Document]) -> list[Document]:
    """Between two sides the lead counts one against the other, in the ratio agreed; else given and received."""
    if len(codes) != 2:
        even = {"left_factor": 1, "right_factor": 1}
        return [{"id": code, "left": {"holder": code}, "right": {"dest": code}, **even} for code in codes]
    factors = dict.fromkeys(codes, 1)
    for document in documents:
        if document["type"] == "balance" and set(document["left"]) == {"holder"} and "weights" not in document:
            factors[document["left"]["holder"]] = document["left_factor"]
            factors[document["right"]["holder"]] = document["right_factor"]
    one, other = codes
    return [
        {"id": f"{one}-{other}", "left": {"holder": one}, "right": {"holder": other},
         "left_factor": factors[one], "right_factor": factors[other]}
    ]  # fmt: skip


def with_change(terms: Sequence[Term], change: str) -> list[Term]:
    """Give the terms with one number moved, written ``T1.max=40``; nothing is saved."""
    place, _equals, value = change.partition("=")
    code, _dot, field = place.partition(".")
    found = []
    for term in terms:
        if term.code == code:
            term = Term(
                pk=term.pk, exchange_id=term.exchange_id, code=term.code, version=term.version, by=term.by,
                document={**term.document, field: int(value)}, written_by_id=term.written_by_id,
            )  # fmt: skip
        found.append(term)
    return found


def staged(document: Document, staging: Document, go: Sequence[str]) -> Document:
    """Give the instance that asks for the days of those who go, everybody of them."""
    going = set(go)
    some = [row for row in document["captives"] if row[0] in going]
    return {**document, "kind": "staging", "captives": some, "terms": [], "objective": [], "values": [],
            "staging": staging}  # fmt: skip
