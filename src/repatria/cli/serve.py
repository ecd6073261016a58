"""`repatria serve`: the site, its background worker and the keeper of the record, as one program."""

import os
import signal
import socket
import threading
from pathlib import Path

import click

from repatria.cli.at_rest import at_work
from repatria.cli.beside import Beside
from repatria.cli.screen import data_folder, say
from repatria.errors import RepatriaError
from repatria.i18n import _

SETTINGS = "repatria.web.settings"
_BACKGROUND = (("django", "keep_working", "--queue-name", "*", "--no-reload"), ("django", "keep_record"))


class CannotListen(RepatriaError):
    """The address where the site is to be served is taken, or is none of this machine's."""


@click.command(name="serve")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Where it listens.")
@click.option("--host", default="127.0.0.1", show_default=True, help="On which address of this machine it listens.")
@click.option("--processes", type=click.IntRange(1, 64), default=2, show_default=True, help="How many serve pages.")
def command(port: int, host: str, processes: int) -> None:
    """Serve the site from the data folder (or from DATABASE_URL)."""
    serve(port, host, processes)


def serve(port: int, host: str = "127.0.0.1", processes: int = 2) -> None:
    """Bring the database up to date, start the worker, the keeper and the pages; end them when told to stop.

    Raises:
        CannotListen: the address is taken.
    """
    check_port(host, port)
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
    beside = Beside([*_BACKGROUND, _pages(host, port, processes)])
    with at_work(folder):
        beside.start()
        say(_("Repatria is at {address}; Ctrl-C ends it.").format(address=os.environ["REPATRIA_URL"]))
        _wait_for_the_end(beside)


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


def _wait_for_the_end(beside: Beside) -> None:
    """Wait until told to stop (SIGTERM, Ctrl-C), then end all that was started."""
    told = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: told.set())
    told.wait()
    beside.stop()


def _pages(host: str, port: int, processes: int) -> tuple[str, ...]:
    """Give the command that serves pages.

    It starts afresh and loads the site in each of its processes: a copy (fork) of a process whose threads have read
    lists or counted duties would wait for threads that it does not have.
    """
    address = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    shared_memory = ("--worker-tmp-dir", "/dev/shm") if Path("/dev/shm").is_dir() else ()  # noqa: S108
    return (
        "gunicorn", "repatria.web.wsgi:application", "--bind", address,
        "--workers", str(processes), "--worker-class", "gthread", "--threads", "8", "--log-level", "warning",
        "--no-control-socket", "--name", "repatria", *shared_memory,
    )  # fmt: skip


def check_port(host: str, port: int) -> None:
    """Look whether the site could listen there.

    Raises:
        CannotListen: the address is taken, or none of this machine's.
    """
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as one:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            one.bind((host, port))
        except OSError as cause:
            raise CannotListen(
                _("{host}:{port} cannot be listened at ({cause}); name another port with --port").format(
                    host=host, port=port, cause=cause.strerror
                )
            ) from cause
