"""`repatria plan`: who goes home, proven and explained; and the desk's questions about a plan."""

from collections.abc import Iterable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import click
from rich.table import Table as Paper

from repatria.cli.screen import existing_file, paper, print_json, progress, say
from repatria.errors import RepatriaError
from repatria.i18n import _
from repatria.planning import Instance, Plan, Wishes, parse_instance, read_plan, report, solve_and_tell
from repatria.planning.deadline import Deadline
from repatria.planning.document import load_document
from repatria.planning.picture import picture
from repatria.planning.questions import Desk, changed, first_difference, replan_without
from repatria.planning.reasons import reasons
from repatria.planning.selection import select
from repatria.planning.simulate import World
from repatria.planning.simulate import simulate as run
from repatria.planning.solve import Result, explain_impossible
from repatria.planning.verify import Checker
from repatria.whole_file import whole_file

_FILE = click.Path(path_type=Path)


class _PlanOrSimulate(click.Group):
    """`repatria plan INSTANCE` plans; `repatria plan simulate` simulates."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or args[0] not in self.commands:
            args = ["instance", *args]
        return super().parse_args(ctx, args)


@click.group(name="plan", cls=_PlanOrSimulate)
def command() -> None:
    """Plan who goes home, proven optimal, with a reason for each person."""


@command.command(name="instance")
@click.argument("instance", type=_FILE)
@click.option("--out", type=_FILE, help="Write the plan here (.json or .json.gz).")
@click.option(
    "--alternatives", type=click.IntRange(0, 50), default=0, help="K further plans, as different as can be."
)
@click.option(
    "--keep", type=click.IntRange(0), default=2, help="First values that alternatives share with the plan."
)
@click.option("--why", is_flag=True, help="A reason for every person.")
@click.option("--pareto", is_flag=True, help="The front of the parties' net points.")
@click.option("--counterfactuals", metavar="ID,...", help="The optimum if each were decided otherwise.")
@click.option("--term-costs", is_flag=True, help="What each term costs (left out one at a time).")
@click.option("--second-solver", is_flag=True, help="Ask OR-tools where the proof cannot be checked by hand.")
@click.option(
    "--time-limit", type=click.FloatRange(min=0.1), help="Seconds; then the best plan so far and its bound."
)
@click.option("--threads", type=click.IntRange(1, 64), default=1, help="For many questions; answers do not change.")
@click.option("--explain", metavar="ID", help="Why one person goes or stays, and what the opposite would cost.")
@click.option("--compare", nargs=2, type=_FILE, metavar="PLAN PLAN", help="Two plans side by side.")
@click.option("--what-if", metavar="TERM.FIELD=VALUE", help="The plan if one number of a term were another.")
@click.option("--replan-without", metavar="ID,...", help="Plan again without these, with the fewest changes.")
@click.option("--previous", type=_FILE, help="The plan to stay close to (else the best plan).")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document on stdout.")
def plan_instance(instance: Path, out: Path | None, as_json: bool, **asked: Any) -> None:
    """Choose who goes home from INSTANCE (repatria-plan-instance/1), proven best and checked.

    `repatria plan simulate` runs a year of exchanges under different terms instead.
    """
    document = load_document(existing_file(instance))
    problem = parse_instance(document)
    for remark in problem.remarks:
        say(remark)
    with progress(_("Planning")):
        answer = _answer(document, problem, asked)
    if out is not None:
        with whole_file(out) as file:
            file.write(answer.plan.packed(compress=out.suffix == ".gz"))
    if as_json:
        print_json(answer.plan.document())
    else:
        _show(answer.tables)


@command.command()
@click.option("--months", type=click.IntRange(1, 120), default=12, show_default=True)
@click.option(
    "--people", type=click.IntRange(1, 5000), default=300, show_default=True, help="A side, at the start."
)
@click.option(
    "--arrivals", type=click.IntRange(0, 1000), default=20, show_default=True, help="A side, every month."
)
@click.option(
    "--seats", type=click.IntRange(0, 5000), default=20, show_default=True, help="A side, every exchange."
)
@click.option("--seed", type=int, default=1, show_default=True, help="Another seed, another invented world.")
@click.option("--svg", type=_FILE, help="Draw who is freed and who still waits.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document on stdout.")
def simulate(svg: Path | None, as_json: bool, **size: int) -> None:
    """Simulate a year of monthly exchanges in an invented world, under four policies side by side."""
    with progress(_("Simulating")):
        years = run(World(**size))
    if svg is not None:
        with whole_file(svg) as file:
            file.write(picture(years).encode())
    if as_json:
        print_json([asdict(year) for year in years])
    else:
        _show(report.years(years))


def _answer(document: dict[str, Any], problem: Instance, asked: dict[str, Any]) -> Result:
    desk_questions = ("explain", "compare", "what_if", "replan_without")
    if any(asked[name] for name in desk_questions) and (problem.kind != "selection" or problem.staging):
        raise OnlySelection(_("this question can be asked about plans of kind selection without staging"))
    if asked["compare"]:
        return _compare(problem, *asked["compare"])
    if asked["explain"]:
        return _explain(problem, asked["explain"], asked["time_limit"])
    if asked["replan_without"]:
        return _replan(problem, _ids(asked["replan_without"]), asked["previous"], asked["time_limit"])
    if asked["what_if"]:
        return _what_if(document, asked)
    return solve_and_tell(document, _wishes(asked))


class OnlySelection(RepatriaError):
    """A desk question was asked about a plan of another kind."""


def _wishes(asked: dict[str, Any]) -> Wishes:
    return Wishes(
        time_limit=asked["time_limit"],
        threads=asked["threads"],
        why=asked["why"],
        alternatives=asked["alternatives"],
        kept=asked["keep"],
        pareto=asked["pareto"],
        counterfactuals=_ids(asked["counterfactuals"]),
        term_costs=asked["term_costs"],
        second_solver=asked["second_solver"],
    )


def _ids(text: str | None) -> list[str]:
    return [one.strip() for one in (text or "").split(",") if one.strip()]


def _compare(problem: Instance, first: Path, second: Path) -> Result:
    left, right = read_plan(existing_file(first)), read_plan(existing_file(second))
    checker = Checker(problem)
    compared = {
        "objectives": [checker.objective(left.go), checker.objective(right.go)],
        "only_first": sorted(set(left.go) - set(right.go)),
        "only_second": sorted(set(right.go) - set(left.go)),
    }
    plan = replace(right, extra={**right.extra, "compared": compared})
    return Result(plan, tuple(report.comparison(problem, left, right, checker)))


def _explain(problem: Instance, who: str, time_limit: float | None) -> Result:
    checker, deadline = Checker(problem), Deadline(time_limit)
    outcome = select(problem, checker, deadline=deadline)
    if outcome.go is None:
        return explain_impossible(problem, checker, deadline)
    swap = Desk(problem, checker, outcome, deadline=deadline).swap(who)
    why = reasons(problem, outcome)[who]
    explained = {"id": who, "code": why.code, "because": why.because, "otherwise": asdict(swap)}
    plan = replace(outcome.plan(problem, checker), extra={"explained": explained})
    return Result(plan, (report.Table(why.because, notes=tuple(report.swap(swap))),))


def _replan(problem: Instance, ids: list[str], previous: Path | None, time_limit: float | None) -> Result:
    deadline = Deadline(time_limit)
    if previous is None:
        go = select(problem, Checker(problem), deadline=deadline).go or ()
    else:
        go = read_plan(existing_file(previous)).go
    without, checker, outcome = replan_without(problem, go, ids, deadline)
    if outcome.go is None:
        return explain_impossible(without, checker, deadline)
    plan = outcome.plan(without, checker)
    before = Plan(problem.name, "feasible", tuple(who for who in go if who in checker.people))
    return Result(plan, tuple(report.comparison(without, before, plan, checker)))


def _what_if(document: dict[str, Any], asked: dict[str, Any]) -> Result:
    before = solve_and_tell(document, Wishes(time_limit=asked["time_limit"])).plan
    after = solve_and_tell(changed(document, asked["what_if"]), _wishes(asked))
    if before.objective is None or after.plan.objective is None:
        return after
    first = first_difference(parse_instance(document), before.objective, after.plan.objective)
    told = report.Table(_("The first aim to change"), notes=(report.loss(first),))
    return Result(after.plan, (*after.tables, told))


def _show(tables: Iterable[report.Table]) -> None:
    for table in tables:
        paper.print(table.title, markup=False, style="bold")
        if table.heads:
            grid = Paper(*table.heads, box=None, pad_edge=False, header_style="dim")
            for row in table.rows:
                grid.add_row(*row)
            paper.print(grid, markup=False)
        for note in table.notes:
            paper.print(note, markup=False)
        paper.print()
