"""`repatria public`: the public part of the site as files."""

from pathlib import Path

import click

from repatria.cli.screen import progress, say
from repatria.cli.serve import prepare_environment
from repatria.i18n import _
from repatria.whole_file import CannotWrite


@click.group(name="public")
def command() -> None:
    """Take the public part of the site along."""


@command.command(name="export")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def export_folder(folder: Path) -> None:
    """Write the whole public part into FOLDER: any web server or a USB stick carries it."""
    prepare_environment()
    from repatria.web.public.export import export

    if folder.exists() and any(folder.iterdir()):
        raise CannotWrite(_("{folder} is not empty; name a new folder").format(folder=folder))
    try:
        with progress(_("Writing the public pages …")) as steps:
            files = export(folder, steps.reached)
    except OSError as cause:
        raise CannotWrite(
            _("{folder} cannot be written: {cause}").format(folder=folder, cause=cause.strerror)
        ) from cause
    say(_("{files} files are in {folder}.").format(files=files, folder=folder))
