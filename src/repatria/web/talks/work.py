"""The planner's work for one run: who goes, why, what else is possible, on which day, what a term costs.

Everything is kept without language or in all of them, so that each reader reads it in his own. What comes out is a
document, :data:`Outcome`, that :mod:`repatria.web.talks.reading` reads.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from typing import Any

from django.utils.translation import gettext as _

from repatria import i18n
from repatria.planning.alternatives import alternatives
from repatria.planning.conflicts import Change, find_conflicts
from repatria.planning.cycles import solve_cycles
from repatria.planning.deadline import Deadline
from repatria.planning.errors import NoPlanInTime
from repatria.planning.instance import Instance, parse_instance
from repatria.planning.plan import Reason
from repatria.planning.proof import prove
from repatria.planning.questions import Desk
from repatria.planning.reasons import reasons
from repatria.planning.selection import Outcome as Selected
from repatria.planning.selection import select
from repatria.planning.staging import solve_staging
from repatria.planning.terms import Include, Net
from repatria.planning.verify import Checker
from repatria.web.background import speaking
from repatria.web.talks import table
from repatria.web.talks.instance import Problem, staged
from repatria.web.talks.kinds import Document
from repatria.web.talks.models import Term
from repatria.web.talks.sentences import sentence

SECONDS = 120.0
KEPT = 2  # alternatives are as good as the best plan in number freed and in the longest held
MOST_FOR_COSTS = 20_000  # persons; above that, what each term costs is asked for one by one
Tell = Callable[[str], None]


def selection(problem: Problem, terms: Sequence[Term], number: int, tell: Tell) -> Document:
    """Plan who goes, with `number` alternatives; or find the smallest sets of terms that conflict.

    Raises:
        NoPlanInTime: two minutes were not enough.
    """
    instance = parse_instance(problem.document)
    checker, deadline = Checker(instance), Deadline(SECONDS)
    tell("plan")
    outcome = select(instance, checker, deadline=deadline)
    if outcome.go is None:
        tell("conflicts")
        return _conflicts(instance, checker, deadline)
    tell("alternatives")
    others = alternatives(instance, checker, outcome, number, KEPT, deadline) if outcome.proven else []
    plans = [
        {
            "go": list(outcome.go),
            "objective": list(outcome.objective),
            "apart": 0,
            "nets": checker.nets(outcome.go),
        },
        *(
            {"go": list(one.go), "objective": list(one.objective), "apart": one.apart, "nets": checker.nets(one.go)}
            for one in others
        ),
    ]
    tell("stages")
    if not _stage_all(problem, plans):
        return _no_stages(problem, instance)
    tell("reasons")
    return {
        "status": "done",
        "proven": outcome.proven,
        "proof": prove(outcome.climb),
        "plans": [plan for plan in plans if plan],
        **_why(instance, outcome, terms),
        "term_costs": _costs(instance, checker, outcome, tell),
        "separate": list(problem.separate),
        "missing": dict(problem.missing),
    }


def cycles(problem: Problem, owed: Sequence[str]) -> Document:
    """Plan who gives to whom; the owed go beside, whatever the offers say."""
    plan = solve_cycles(problem.document, SECONDS)
    by_offer = {offer["id"]: offer for offer in problem.document["vertices"]}
    paths = [(list(path), True) for path in plan.cycles or ()] + [(list(path), False) for path in plan.chains or ()]
    receivers: dict[str, str] = {}
    for path, closed in paths:
        for giver, taker in zip(path, path[1:] + (path[:1] if closed else []), strict=False):
            receivers[by_offer[giver]["gives"]] = by_offer[taker]["party"]
    go = sorted({*receivers, *owed})
    return {
        "status": "done",
        "proven": plan.status == "optimal",
        "plans": [{"go": go, "objective": list(plan.objective or ()), "apart": 0, "nets": {}}],
        "cycles": [path for path, closed in paths if closed],
        "chains": [path for path, closed in paths if not closed],
        "receivers": receivers,
        "why": {key: ["owed", None, 0] for key in owed} | {key: ["chosen", None, 1] for key in receivers},
        "sentences": _cycle_sentences(),
        "term_costs": [],
        "separate": [],
        "missing": dict(problem.missing),
    }


def _cycle_sentences() -> dict[str, list[str]]:
    found = {}
    for code in i18n.LANGUAGES:
        with speaking(code):
            found[code] = [
                _("owed: goes regardless of number or rank, counted in nothing (GC III 109)"),
                _("goes because each offer of the cycle or chain receives what it asked for"),
            ]
    return found


def _why(instance: Instance, outcome: Selected, terms: Sequence[Term]) -> Document:
    """Give everybody's reason: a code, the term that decided, and the number of a sentence."""
    given = _reasons("en", instance, outcome, terms)
    first: dict[tuple[str, str | None, str], str] = {}
    for key, reason in given.items():
        first.setdefault((reason.code, reason.term, reason.because), key)
    number = {mark: place for place, mark in enumerate(first)}
    why = {
        key: [reason.code, reason.term, number[reason.code, reason.term, reason.because]]
        for key, reason in given.items()
    }
    sentences = {"en": [because for _code, _term, because in first]}
    for code in i18n.LANGUAGES:
        if code != "en":
            there = _reasons(code, instance, outcome, terms)
            sentences[code] = [there[key].because for key in first.values()]
    return {"why": why, "sentences": sentences}


def _reasons(code: str, instance: Instance, outcome: Selected, terms: Sequence[Term]) -> dict[str, Reason]:
    with speaking(code):
        return reasons(_worded(instance, terms), outcome)


def _worded(instance: Instance, terms: Sequence[Term]) -> Instance:
    """Give the instance with its terms' texts and authors in the language being spoken."""
    by_code = {term.code: term for term in terms}
    if not by_code:
        return instance
    exchange = next(iter(by_code.values())).exchange
    called = table.names(exchange, (term.document for term in terms))
    return instance.with_terms(
        replace(
            term,
            by=by_code[term.id].by.name,
            text=sentence(by_code[term.id].document, called).rstrip("."),
        )
        for term in instance.terms
    )


def _conflicts(instance: Instance, checker: Checker, deadline: Deadline) -> Document:
    found = find_conflicts(instance, checker, deadline)
    return {
        "status": "conflict",
        "sets": [
            {"terms": list(one.terms), "unlawful": one.unlawful, "changes": _public(instance, one.changes),
             "by_law": one.unlawful or _against_a_will(instance, one.terms)}
            for one in found.sets
        ],
        "complete": found.complete,
        "cures": _public(instance, found.cures),
    }  # fmt: skip


def _public(instance: Instance, changes: Sequence[Change]) -> list[Document]:
    """Give the changes that would help, without those that would tell what a party's points come to."""
    secret = {term.id for term in instance.terms if isinstance(term, Net)}
    return [asdict(change) for change in changes if change.term not in secret]


def _against_a_will(instance: Instance, codes: Sequence[str]) -> bool:
    """Whether the one term of a conflict would send somebody who does not want to go."""
    if len(codes) != 1:
        return False
    term = next(term for term in instance.terms if term.id == codes[0])
    return isinstance(term, Include) and bool(
        (term.select.matches(instance.captives) & ~instance.captives.eligible).any()
    )


def _stage_all(problem: Problem, plans: list[Any]) -> bool:
    """Give each plan its days, taking out what the stages cannot carry. Says whether there is a first plan."""
    if problem.staging is None:
        return True
    for place, plan in enumerate(plans):
        try:
            document = staged(problem.document, problem.staging, plan["go"])
            done = solve_staging(parse_instance(document), SECONDS)
        except NoPlanInTime:
            if place == 0:
                raise
            plans[place] = None
            continue
        if done.days is None:
            plans[place] = None
        else:
            plan["days"], plan["leads"] = dict(done.days), done.extra.get("leads", [])
    if plans[0] is None:
        plans[0] = _jointly(problem)
    return plans[0] is not None


def _jointly(problem: Problem) -> Document | None:
    """Choose people and days together: what the best list cannot keep, a smaller one may."""
    instance = parse_instance({**problem.document, "staging": problem.staging})
    plan = solve_staging(instance, SECONDS)
    if plan.days is None:
        return None
    checker = Checker(instance)
    return {
        "go": list(plan.go),
        "objective": list(checker.objective(plan.go)),
        "apart": 0,
        "nets": checker.nets(plan.go),
        "days": dict(plan.days),
        "leads": plan.extra.get("leads", []),
        "jointly": True,
    }


def _no_stages(problem: Problem, instance: Instance) -> Document:
    plan = solve_staging(parse_instance({**problem.document, "staging": problem.staging}), SECONDS)
    one = {"terms": list(plan.conflict or ()), "unlawful": False, "by_law": False, "changes": [], "stages": True}
    return {"status": "conflict", "sets": [one], "complete": False, "cures": []}


def _costs(instance: Instance, checker: Checker, outcome: Selected, tell: Tell) -> list[Document]:
    if not outcome.proven or len(instance.captives) > MOST_FOR_COSTS:
        return []
    tell("costs")
    desk = Desk(instance, checker, outcome, deadline=Deadline(SECONDS))
    return [{"term": cost.term, "objective": list(cost.objective)} for cost in desk.term_costs()]
