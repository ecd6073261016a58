"""The command line: one file per command group, each thin.

Exit codes: 0 done; 1 the input or the record is not in order (the message says what, where and what to do);
2 wrong usage. With ``--json`` one JSON document goes to stdout and nothing else; everything for the eye goes
to stderr.
"""

import importlib
import os
import sys

import click

from repatria import __version__, i18n
from repatria.errors import RepatriaError
from repatria.i18n import _

# Command -> (module, what it is for). Modules load when they are used, so that `--help` is quick.
COMMANDS = {
    "serve": ("repatria.cli.serve", "Serve the site."),
    "backup": ("repatria.cli.backup", "Back the site up; go back to a backup once two administrators want it."),
    "public": ("repatria.cli.public", "Write the public part of the site as a folder of files."),
    "demo": ("repatria.cli.demo", "Run a whole exchange of 314 on invented people, step by step."),
    "lists": ("repatria.cli.lists", "Check the lists that the sides send: every bad row named."),
    "match": ("repatria.cli.match", "Find who is who across two lists, with reasons."),
    "plan": ("repatria.cli.plan", "Plan who goes home, proven optimal, with a reason for each person."),
    "history": ("repatria.cli.history", "Show the public history of exchanges: firsts, largests, pauses."),
    "claims": ("repatria.cli.claims", "Check a news report against the public history."),
    "duties": ("repatria.cli.duties", "Show which duties of the Geneva Conventions are late, due or met."),
    "hub": ("repatria.cli.hub", "Run handover day on a laptop: tablets check people in with no network."),
    "record": ("repatria.cli.record", "Keep, prove and verify the tamper-evident record."),
}


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(COMMANDS[name][0]).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(purpose)) for name, (_module, purpose) in COMMANDS.items()])


def _language_of_the_reader() -> str:
    for variable in ("REPATRIA_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        code = os.environ.get(variable, "").partition(".")[0].partition("_")[0].lower()
        if code in i18n.LANGUAGES:
            return code
    return "en"


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="repatria")
@click.option(
    "--lang",
    type=click.Choice(list(i18n.LANGUAGES)),
    default=_language_of_the_reader,
    help="Language of messages (else REPATRIA_LANG, then the system's).",
)
@click.pass_context
def repatria(ctx: click.Context, lang: str) -> None:
    """Run a mediated exchange of captives, from the first list of names to the public account of it."""
    ctx.with_resource(i18n.language(lang))


def main() -> None:
    """Run the program; turn errors raised on purpose into a message and exit code 1."""
    try:
        repatria.main(prog_name="repatria", standalone_mode=True)
    except RepatriaError as error:
        click.echo(f"repatria: {error}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        # The reader of our output (head, less) closed early: not an error of ours.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
