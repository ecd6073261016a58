"""`repatria serve`: the site, its background worker and the keeper of the record, as one program."""

import os
import signal
import sys
from pathlib import Path
from types import FrameType

import click

from repatria.cli.beside import Beside
from repatria.cli.screen import data_folder, say
from repatria.i18n import _

SETTINGS = "repatria.web.settings"


@click.command(name="serve")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Where it listens.")
@click.option("--host", default="127.0.0.1", show_default=True, help="On which address of this machine it listens.")
@click.option("--processes", type=click.IntRange(1, 64), default=2, show_default=True, help="How many serve pages.")
def command(port: int, host: str, processes: int) -> None:
    """Serve the site from the data folder (or from DATABASE_URL)."""
    serve(port, host, processes)


def serve(port: int, host: str = "127.0.0.1", processes: int = 2) -> None:
    """Bring the database up to date, start the worker and the keeper, and serve until told to stop."""
    folder = prepare_environment(port)
    if not os.environ.get("DATABASE_URL"):
        say(
            _(
                "The database is SQLite in {folder}: good for trying out and for kits that travel. Real use needs "
                "PostgreSQL, whose row-level security is the second wall; set DATABASE_URL."
            ).format(folder=folder)
        )
    else:
        _say_whether_the_wall_stands()
    _invite_the_first()
    beside = Beside([("django", "keep_working", "--queue-name", "*", "--no-reload"), ("django", "keep_record")])
    beside.start()
    say(_("Repatria is at {address}; Ctrl-C ends it.").format(address=os.environ["REPATRIA_URL"]))
    _end_together(beside)
    try:
        _serve_pages(host, port, processes)
    finally:
        beside.stop()


def prepare_environment(port: int = 8000) -> Path:
    """Make the site's code usable in this process, with its database up to date. Gives the data folder."""
    folder = data_folder()
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    os.environ.setdefault("REPATRIA_URL", f"http://localhost:{port}")
    os.environ["REPATRIA_DATA"] = str(folder.absolute())
    prepare()
    return folder


def prepare() -> None:
    """Bring the database's tables up to date, and on PostgreSQL the second wall, as the owner of both."""
    import django

    django.setup()
    from django.db import connection

    from repatria.web import compartments

    if connection.vendor != "postgresql":
        _migrate()
        return
    with compartments.as_owner():
        _migrate()
        compartments.build()


def _migrate() -> None:
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)


def _say_whether_the_wall_stands() -> None:
    from repatria.web import compartments

    if not compartments.stands():
        say(
            _(
                "The second wall does not stand: the site works as a role that stands above row-level security. "
                "Give it a login of its own in DATABASE_URL, and the owner's in DATABASE_OWNER_URL."
            )
        )


def _invite_the_first() -> None:
    """Print a link for the first administrator, if nobody has an account yet."""
    from repatria.web.accounts.acts import first_link

    if link := first_link():
        say(_("Nobody has an account yet. This link makes the first administrator, once: {link}").format(link=link))


def _end_together(beside: Beside) -> None:
    def end(number: int, frame: FrameType | None) -> None:
        beside.stop()
        sys.exit(0)

    signal.signal(signal.SIGTERM, end)


def _serve_pages(host: str, port: int, processes: int) -> None:
    from gunicorn.app.base import BaseApplication

    from repatria.web.wsgi import application

    class Pages(BaseApplication):  # type: ignore[misc]
        """The site under gunicorn."""

        def load_config(self) -> None:
            for name, value in {
                "bind": f"[{host}]:{port}" if ":" in host else f"{host}:{port}",
                "workers": processes,
                "threads": 8,
                "worker_class": "gthread",
                "worker_tmp_dir": "/dev/shm" if Path("/dev/shm").is_dir() else None,  # noqa: S108
                "loglevel": "warning",
                "control_socket_disable": True,
                "proc_name": "repatria",
            }.items():
                if name in self.cfg.settings:
                    self.cfg.set(name, value)

        def load(self) -> object:
            return application

    Pages().run()
