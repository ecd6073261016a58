"""`repatria plan`: who goes home, proven and explained."""

from pathlib import Path

import click

from repatria.cli.screen import existing_file, paper, print_json, progress, say, whole_file
from repatria.i18n import _
from repatria.planning import parse_instance, solve
from repatria.planning.document import load_document
from repatria.planning.report import summary


@click.command(name="plan")
@click.argument("instance", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), help="Write the plan here (.json or .json.gz).")
@click.option(
    "--time-limit", type=click.FloatRange(min=0.1), help="Seconds; then the best plan so far, with its bound."
)
@click.option("--json", "as_json", is_flag=True, help="Print the plan as one JSON document.")
def command(instance: Path, out: Path | None, time_limit: float | None, as_json: bool) -> None:
    """Choose who goes home from INSTANCE (repatria-plan-instance/1), proven best and checked."""
    document = load_document(existing_file(instance))
    problem = parse_instance(document)
    for remark in problem.remarks:
        say(remark)
    with progress(_("Planning")):
        plan = solve(document, time_limit)
    if out is not None:
        with whole_file(out) as file:
            file.write(plan.packed(compress=out.suffix == ".gz"))
    if as_json:
        print_json(plan.document())
    else:
        paper.print(summary(problem, plan))
