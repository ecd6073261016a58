"""`repatria demo`: a whole exchange of 314 on invented people, told step by step."""

import base64
import json
import os
import secrets
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from repatria.cli.screen import data_folder, paper, spinner
from repatria.cli.serve import check_port, prepare_environment, serve
from repatria.demo import Demo, Step
from repatria.i18n import _, ngettext
from repatria.whole_file import CannotWrite

if TYPE_CHECKING:
    from repatria.demo.site.run import Filled

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
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Of the site.")
@click.option("--code", is_flag=True, help="Print the six digits for signing in to a running demonstration.")
def command(no_serve: bool, people: int, seed: int, port: int, code: bool) -> None:
    """Run a whole exchange of 314 on invented people, from the lists to the statement; then serve the site."""
    if code:
        paper.print(_code(data_folder()), markup=False)
        return
    if not no_serve:
        check_port("127.0.0.1", port)
    folder = _fresh(data_folder(), people, seed)
    began = time.monotonic()
    # The site keeps the demonstration's record when it is served; then the run before it has one of its own.
    record = None if no_serve else folder / "first-run" / "record"
    demo = Demo(folder, people, seed, threads=os.cpu_count() or 1, record=record)
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
        _serve(demo, port)


def _serve(demo: Demo, port: int) -> None:
    """Fill the site with the same exchange, step by step in the names of its people, and serve it."""
    from repatria.demo import site

    prepare_environment(port)
    secret = json.loads((demo.folder / MARK).read_text(encoding="utf-8"))["authenticator"]
    filled = site.Filled()
    paper.print("\n" + _("The same on the site, each step in the names of those who would do it:"), markup=False)
    with spinner(_("Filling the site …")):
        for done in site.fill(demo, secret, filled):
            paper.print(f"   {done}", markup=False)
    _show_the_site(filled, f"http://localhost:{port}")
    serve(port)


def _show_the_site(filled: "Filled", address: str) -> None:
    from repatria.demo import site

    pages = (
        (_("The statement of 314"), filled.statement),
        (_("The history"), "/history/"),
        (_("The press desk, a report already checked"), filled.report),
        (_("The verifier"), "/verify/"),
        (_("Families"), "/families/"),
        (_("The desk"), "/desk/"),
    )
    paper.print()
    for title, path in pages:
        paper.print(f"   {title}: {address}{path}", markup=False)
    paper.print(
        "\n" + _("One login for each role (password «{password}»):").format(password=site.PASSWORD), markup=False
    )
    for email in site.LOGINS.values():
        paper.print(f"   {email}", markup=False, style="dim")
    paper.print(
        _("The second factor asks for six digits; in another window: {command}").format(
            command="repatria demo --code"
        ),
        markup=False,
    )


def _code(folder: Path) -> str:
    from repatria.demo.site import code_now

    try:
        secret = json.loads((folder / MARK).read_text(encoding="utf-8"))["authenticator"]
    except (OSError, ValueError, KeyError) as cause:
        raise CannotWrite(
            _("{folder} holds no demonstration; run repatria demo first").format(folder=folder)
        ) from cause
    return code_now(secret)


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


def _mark(people: int, seed: int) -> dict[str, object]:
    """Give what says that a folder is a demonstration's; the authenticator's secret is made anew each time."""
    authenticator = base64.b32encode(secrets.token_bytes(20)).decode()
    return {"demo": True, "people": people, "seed": seed, "authenticator": authenticator}


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
        mark.write_text(json.dumps(_mark(people, seed)) + "\n", encoding="utf-8")
    except OSError as cause:
        raise CannotWrite(
            _("{folder} cannot be made: {cause}").format(folder=folder, cause=cause.strerror)
        ) from cause
    return folder
