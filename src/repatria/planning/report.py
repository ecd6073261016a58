"""Plans, questions and conflicts as tables and sentences that a delegation can read."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from repatria.i18n import _, isolate, ngettext
from repatria.planning.aims import described, values_of
from repatria.planning.alternatives import Alternative
from repatria.planning.conflicts import Change, Conflicts
from repatria.planning.instance import Instance
from repatria.planning.pareto import Front
from repatria.planning.plan import Counterfactual, Plan
from repatria.planning.questions import Loss, Swap, TermCost
from repatria.planning.simulate import PASSED_OVER_BY, Year, lengths
from repatria.planning.verify import Checker

AT_MOST = 40  # rows of a long table shown on a screen; the plan file holds them all


@dataclass(frozen=True, slots=True)
class Table:
    """A title, column heads and rows of text; `notes` stand below."""

    title: str
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    notes: tuple[str, ...] = field(default=())


def lanes(instance: Instance, plan: Plan) -> Table:
    """Who goes between whom; the owed on their own line, never added to the others."""
    captives = instance.captives
    holder, receiver = captives.coded("holder"), captives.coded("dest")
    found: dict[tuple[str, str], list[int]] = {}
    for row in captives.positions(plan.go).tolist():
        lane = (str(holder[row]), str(receiver[row]))
        found.setdefault(lane, [0, 0])[int(captives.owed[row])] += 1
    rows = tuple(
        (isolate(lane[0]), isolate(lane[1]), f"{free:,}", f"{owed:,}")
        for lane, (free, owed) in sorted(found.items())
    )
    heads = (_("held by"), _("goes to"), _("exchanged"), _("owed (GC III 109)"))
    return Table(_("Who goes"), heads, rows, tuple(_sure(plan)))


def _sure(plan: Plan) -> list[str]:
    notes = [
        _("Proven: no plan that keeps the terms is better, aim by aim.")
        if plan.status == "optimal"
        else _("Best plan found in the time allowed; its bound says how much better one might be.")
    ]
    if plan.needs_consent:
        notes.append(
            ngettext(
                "{n} person has not been asked yet and goes only if he or she agrees.",
                "{n} persons have not been asked yet and go only if they agree.",
                len(plan.needs_consent),
            ).format(n=len(plan.needs_consent))
        )
    return notes


def aims(instance: Instance, plan: Plan) -> Table:
    """What the plan is worth, aim by aim, most important first."""
    proof = plan.extra.get("proof")
    known = {part["level"]: part["by"] for part in proof if "by" in part} if isinstance(proof, list) else {}
    bound = plan.bound or plan.objective or ()
    named = [(value.name, described(instance.aims, value)) for value in values_of(instance.aims)]
    if instance.staging is not None:
        named += [("S1", _("days until handover of the owed, summed")), ("S2", _("days until handover, summed"))]
    rows = tuple(
        (words, f"{got:,}", f"{best:,}", _how_known(known.get(name, "")))
        for (name, words), got, best in zip(named, plan.objective or (), bound, strict=False)
    )
    heads = (_("aim"), _("plan"), _("best possible"), _("how it is known"))
    return Table(_("What it is worth, most important first"), heads, rows)


def no_stages(plan: Plan) -> Table:
    """Terms and days that cannot hold together."""
    named = ", ".join(map(isolate, plan.conflict or ())) or _("none of the terms: the days and lanes themselves")
    return Table(
        _("No plan keeps all terms within the days and lanes"),
        notes=(_("In conflict: {terms}").format(terms=named),),
    )


def deals(plan: Plan) -> Table:
    """Cycles and chains of offers: in each, every offer gives to the next."""
    rows = [(_("cycle"), " → ".join(map(isolate, path))) for path in plan.cycles or ()]
    rows += [(_("chain"), " → ".join(map(isolate, path))) for path in plan.chains or ()]
    note = _("Sum of weights: {value}.").format(value=sum(plan.objective or ()))
    return Table(_("Who gives to whom"), (_("kind"), _("offers")), tuple(rows), (note, *_sure(plan)))


def _how_known(by: str) -> str:
    known = {
        "multipliers": _("can be checked by hand"),
        "constant": _("same for every plan"),
        "two solvers agree": _("two solvers agree"),
        "search": _("complete search"),
    }
    return known.get(by, "")


def conflicts(instance: Instance, found: Conflicts) -> Table:
    """Which terms cannot hold together, and what would help."""
    rows = tuple(
        (", ".join(map(isolate, one.terms)), one.words, "; ".join(map(_change, one.changes[:2])))
        for one in found.sets
    )
    notes = [
        _("These are all the smallest conflicting sets.")
        if found.complete
        else _("There may be further conflicts.")
    ]
    if found.cures:
        notes.append(
            _("The least change that would make a plan possible: {change}").format(change=_change(found.cures[0]))
        )
    heads = (_("terms"), _("why"), _("would free this set"))
    return Table(_("No plan keeps all terms"), heads, rows, tuple(notes))


def _change(change: Change) -> str:
    return _("{place} from {before} to {after}").format(
        place=isolate(f"{change.term}.{change.field}"), before=change.before, after=change.after
    )


def loss(found: Loss | None) -> str:
    """The first aim that changes, from what to what."""
    if found is None:
        return _("nothing: as good in every aim")
    return _("{aim}: {before} to {after}").format(aim=found.aim, before=found.before, after=found.after)


def term_costs(costs: Sequence[TermCost]) -> Table:
    """What leaving out each term would change first."""
    rows = tuple((isolate(cost.term), loss(cost.gain)) for cost in costs)
    return Table(_("What each term costs"), (_("without term"), _("the first aim to change")), rows)


def alternatives(found: Sequence[Alternative], instance: Instance, plan: Plan, checker: Checker) -> Table:
    """The plans side by side: what each is worth and brings each party."""
    parties = [party.id for party in instance.parties]
    rows = []
    for name, go, objective, apart in [
        (_("plan"), plan.go, plan.objective or (), ""),
        *((str(n), one.go, one.objective, f"{one.apart:,}") for n, one in enumerate(found, 1)),
    ]:
        nets = checker.nets(go)
        rows.append((name, apart, " ".join(map(str, objective)), *(f"{nets[party]:,}" for party in parties)))
    heads = (
        _("plan"),
        _("persons apart"),
        _("aims"),
        *(_("net of {party}").format(party=isolate(p)) for p in parties),
    )
    return Table(_("Alternatives"), heads, tuple(rows))


def front(found: Front, instance: Instance) -> Table:
    """The front of the parties' net points, the suggestion marked."""
    rows = []
    for n, point in enumerate(found.points):
        mark = _("suggested") if n == found.suggested else ""
        rows.append((str(n + 1), *(f"{points:,}" for points in point.net.values()), mark))
    note = (
        _("The front is complete: {n} plans, none better for one party without being worse for another.")
        if found.complete
        else _("The front is not complete: {n} of its plans.")
    ).format(n=len(found.points))
    heads = ("", *(isolate(party.id) for party in instance.parties), "")
    return Table(_("What the parties could gain"), heads, _shortened(rows, found.suggested or 0), (note,))


def _shortened(rows: list[tuple[str, ...]], middle: int) -> tuple[tuple[str, ...], ...]:
    if len(rows) <= AT_MOST:
        return tuple(rows)
    first = min(max(0, middle - AT_MOST // 2), len(rows) - AT_MOST)
    return tuple(rows[first : first + AT_MOST])


def counterfactuals(found: Sequence[Counterfactual]) -> Table:
    """The optimum if these persons had to go or stay."""
    rows = tuple(
        (
            isolate(one.id),
            _("must go") if one.go else _("must stay"),
            _("impossible") if one.objective is None else " ".join(map(str, one.objective)),
        )
        for one in found
    )
    return Table(_("If it were decided otherwise"), (_("person"), _("if"), _("aims")), rows)


def swap(found: Swap) -> list[str]:
    """What deciding otherwise about one person would mean, in sentences."""
    if found.objective is None:
        return [
            _("Sending this person is impossible under the terms.")
            if found.go
            else _("Keeping this person back is impossible under the terms.")
        ]
    first = _("If this person went: {loss}.") if found.go else _("If this person stayed: {loss}.")
    return [
        first.format(loss=loss(found.loss)),
        _("Then these would go as well: {ids}").format(ids=_ids(found.joins)),
        _("Then these would stay: {ids}").format(ids=_ids(found.leaves)),
    ]


def _ids(ids: Sequence[str]) -> str:
    return ", ".join(map(isolate, ids[:AT_MOST])) or _("nobody")


def comparison(instance: Instance, left: Plan, right: Plan, checker: Checker) -> list[Table]:
    """Two plans side by side: aims, parties, and the persons in whom they differ."""
    both = (checker.objective(left.go), checker.objective(right.go))
    rows = [
        (described(instance.aims, value), f"{a:,}", f"{b:,}", f"{b - a:+,}" if a != b else "")
        for value, a, b in zip(values_of(instance.aims), *both, strict=True)
    ]
    nets = (checker.nets(left.go), checker.nets(right.go))
    for party in instance.parties:
        a, b = nets[0][party.id], nets[1][party.id]
        words = _("net points of {party}").format(party=isolate(party.id))
        rows.append((words, f"{a:,}", f"{b:,}", f"{b - a:+,}" if a != b else ""))
    only_left, only_right = sorted(set(left.go) - set(right.go)), sorted(set(right.go) - set(left.go))
    people = [(isolate(who), _("first plan only")) for who in only_left]
    people += [(isolate(who), _("second plan only")) for who in only_right]
    note = _("{n} persons differ.").format(n=len(people))
    return [
        Table(_("Two plans"), (_("aim"), _("first"), _("second"), _("difference")), tuple(rows)),
        Table(_("Who differs"), (_("person"), _("goes in")), tuple(people[:AT_MOST]), (note,)),
    ]


def years(found: Sequence[Year]) -> list[Table]:
    """The simulated year under each policy, and who still waits by length of captivity."""
    rows = tuple(
        (
            year.policy,
            *(f"{n:,}" for n in (year.freed, year.median_wait, year.longest_still_held, year.passed_over)),
        )
        for year in found
    )
    heads = (_("policy"), _("freed"), _("median wait, days"), _("longest still held, days"), _("passed over"))
    note = _("Passed over: stayed while somebody held at least {days} days shorter by the same side went.").format(
        days=PASSED_OVER_BY
    )
    waiting = tuple((year.policy, *(f"{n:,}" for n in year.waiting_by_length)) for year in found)
    return [
        Table(_("A year of exchanges under different terms"), heads, rows, (note,)),
        Table(_("Still waiting at the end, by length of captivity"), (_("policy"), *lengths()), waiting),
    ]
