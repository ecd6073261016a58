"""`repatria backup`: back the site up, and go back to a backup that two administrators have ordered."""

import os

import click

from repatria.cli.at_rest import at_rest
from repatria.cli.screen import say
from repatria.cli.serve import prepare, prepare_environment
from repatria.i18n import _


@click.group(name="backup")
def command() -> None:
    """Back the site up; go back to a backup once two administrators want it."""


@command.command(name="make")
def make() -> None:
    """Back up database and sealed files, while the site goes on working. Keep the keys elsewhere."""
    prepare_environment()
    from django.utils import timezone

    from repatria.web.backups import archive

    made = archive.make(timezone.now())
    say(
        _(
            "{file} is made. It holds no key: keep a copy of {secrets} elsewhere, never beside it, or nothing in "
            "it can be read again."
        ).format(file=made.path, secrets=os.path.join(os.environ["REPATRIA_DATA"], "secrets"))
    )


@command.command(name="restore")
def restore() -> None:
    """Go back to the backup that two administrators have confirmed; the site must rest."""
    folder = prepare_environment()
    from repatria.web.backups import acts
    from repatria.web.backups.restore import note
    from repatria.web.backups.restore import restore as go_back

    with at_rest(folder):
        order = acts.ordered()
        backup, before = go_back()
        prepare()
        if order is not None:
            note(order)
    say(
        _(
            "The site stands as in {backup}; what stood before is in {before}. Everybody signs in anew. Look at "
            "the accounts first: whoever was closed since then is open again."
        ).format(backup=backup.name, before=before.name)
    )
