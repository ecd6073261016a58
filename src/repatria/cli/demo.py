"""`repatria demo`: a whole exchange of 314 on invented people, told step by step."""

import json
import os
import shutil
import time
from pathlib import Path

import click

from repatria.cli.screen import data_folder, paper, say, spinner
from repatria.demo import Demo, Step
from repatria.i18n import _, ngettext
from repatria.whole_file import CannotWrite

MARK = "demo.json"
FEWEST, MOST = 1500, 100_000


@click.command(name="demo")
@click.option("--no-serve", is_flag=True, help="Stop after the exchange; do not serve the site.")
@click.option(
    "--people",
    type=click.IntRange(FEWEST, MOST),
    default=4000,
    show_default=True,
    help="How many invented captives and missing the world has.",
)
@click.option("--seed", type=int, default=314, show_default=True, help="The same seed gives the same world.")
def command(no_serve: bool, people: int, seed: int) -> None:  # fmt: skip
    """Run a whole exchange of 314 on invented people, from the lists to the statement."""
    folder = _fresh(data_folder(), people, seed)
    began = time.monotonic()
    demo = Demo(folder, people, seed, threads=os.cpu_count() or 1)
    paper.print(
        _("An invented world: {people} people, two parties. Nobody in it exists.").format(people=people),
        markup=False,
    )
    steps = demo.run()
    for number in range(1, 100):
        with spinner(_("Step {n} …").format(n=number)):
            step = next(steps, None)
        if step is None:
            break
        show(number, step)
    paper.print()
    _say_done(round(time.monotonic() - began), folder)
    if not no_serve:
        say(_("The site is not part of this version; the files above hold the whole exchange."))


def _say_done(seconds: int, folder: Path) -> None:
    sentence = ngettext("Done in {s} second.", "Done in {s} seconds.", seconds).format(s=seconds)
    paper.print(sentence, _("Everything lies in {folder}").format(folder=folder), markup=False)


def show(number: int, step: Step) -> None:
    """Print the account of a step: sentences, figures, what was quoted, where the files are."""
    paper.print()
    paper.print(f"{number}. {step.title}", style="bold", markup=False)
    for sentence in step.says:
        paper.print(f"   {sentence}", markup=False)
    width = max((len(name) for name, _figure in step.figures), default=0)
    for name, figure in step.figures:
        paper.print(f"   {name:<{width}}  {figure}", markup=False)
    for quote in step.quotes:
        paper.print()
        for line in quote.splitlines():
            paper.print(f"     {line}", markup=False, style="dim" if line.startswith(" ") else None)
    for file in step.files:
        paper.print(f"   → {file}", markup=False, style="dim")


def _fresh(folder: Path, people: int, seed: int) -> Path:
    """Make an empty data folder; an earlier demo is replaced, anything else is left alone.

    Raises:
        CannotWrite: the folder holds something that no demo has put there.
    """
    mark = folder / MARK
    if folder.exists() and any(folder.iterdir()):
        if not mark.is_file():
            raise CannotWrite(
                _(
                    "{folder} holds data that no demo has made; it was left alone. "
                    "Set REPATRIA_DATA to another folder for the demo"
                ).format(folder=folder)
            )
        shutil.rmtree(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        mark.write_text(json.dumps({"demo": True, "people": people, "seed": seed}) + "\n", encoding="utf-8")
    except OSError as cause:
        raise CannotWrite(
            _("{folder} cannot be made: {cause}").format(folder=folder, cause=cause.strerror)
        ) from cause
    return folder
