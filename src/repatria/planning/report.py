"""Plans in words and tables that a delegation can read."""

from repatria.i18n import _, isolate, ngettext
from repatria.planning.aims import values_of
from repatria.planning.instance import Instance
from repatria.planning.plan import Plan


def summary(instance: Instance, plan: Plan) -> str:
    """Give a short account of a plan: who goes between whom, what it is worth, how sure that is."""
    if plan.status == "infeasible":
        return _("No plan keeps all terms. These cannot hold together: {terms}").format(
            terms=", ".join(map(isolate, plan.conflict or ()))
        )
    lines = [_lanes(instance, plan), _sure(plan)]
    if plan.needs_consent:
        lines.append(
            ngettext(
                "{n} person has not been asked yet and goes only if he or she agrees.",
                "{n} persons have not been asked yet and go only if they agree.",
                len(plan.needs_consent),
            ).format(n=len(plan.needs_consent))
        )
    names = [value.name for value in values_of(instance.aims)]
    lines += [f"  {name:<24}{value:>12,}" for name, value in zip(names, plan.objective or (), strict=False)]
    return "\n".join(lines)


def _lanes(instance: Instance, plan: Plan) -> str:
    captives = instance.captives
    rows = captives.positions(plan.go)
    holder, receiver = captives.coded("holder"), captives.coded("dest")
    found: dict[tuple[str, str], list[int]] = {}
    for row in rows.tolist():
        lane = (str(holder[row]), str(receiver[row]))
        found.setdefault(lane, [0, 0])[int(captives.owed[row])] += 1
    lines = [
        _("{holder} to {receiver}: {free} exchanged, {owed} owed").format(
            holder=isolate(lane[0]), receiver=isolate(lane[1]), free=free, owed=owed
        )
        for lane, (free, owed) in sorted(found.items())
    ]
    return "\n".join(lines)


def _sure(plan: Plan) -> str:
    if plan.status == "optimal":
        return _("Proven: no plan that keeps the terms is better, aim by aim.")
    return _("Best plan found in the time allowed; the bound says how much better one might be.")
