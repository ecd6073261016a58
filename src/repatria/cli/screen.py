"""What all commands share: where messages go, JSON on stdout, progress, files written whole or not at all."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)

from repatria.errors import RepatriaError
from repatria.i18n import _
from repatria.web.environment import named_data_folder as data_folder

__all__ = [
    "CannotRead", "Steps", "data_folder", "existing_file", "messages", "paper", "print_json", "progress", "say",
    "spinner",
]  # fmt: skip

messages = Console(stderr=True, highlight=False, soft_wrap=True)
paper = Console(highlight=False, soft_wrap=True)


class CannotRead(RepatriaError):
    """A file named on the command line cannot be opened."""


def say(text: str) -> None:
    """Tell the person at the terminal something (stderr; never part of a ``--json`` answer)."""
    messages.print(text, markup=False)


def print_json(document: Any) -> None:
    """Print one JSON document on stdout."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=1))


def existing_file(path: Path) -> Path:
    """Give `path` back if it is a file that can be read.

    Raises:
        CannotRead: it is missing, a folder, or may not be opened.
    """
    if path.is_dir():
        raise CannotRead(_("{file} is a folder; name a file in it").format(file=path))
    if not path.exists():
        raise CannotRead(_("{file}: there is no such file; check the name and the folder").format(file=path))
    if not os.access(path, os.R_OK):
        raise CannotRead(_("{file} may not be read by this account; ask its owner").format(file=path))
    return path


@contextmanager
def progress(task: str, total: int | None = None) -> Iterator["Steps"]:
    """Show progress on a terminal; say one plain line otherwise."""
    if not sys.stderr.isatty():
        say(task)
        yield Steps(None, None)
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=messages, transient=True) as bar:
        yield Steps(bar, bar.add_task(task, total=total))


@contextmanager
def spinner(task: str) -> Iterator[None]:
    """Show on a terminal that something is going on; stay silent otherwise."""
    if not sys.stderr.isatty():
        yield
        return
    with messages.status(task):
        yield


class Steps:
    """A running task that can be told how far it is."""

    def __init__(self, bar: Progress | None, task: Any) -> None:
        self._bar, self._task = bar, task

    def named(self, text: str) -> None:
        """Say what is being done now."""
        if self._bar is not None:
            self._bar.update(self._task, description=text)

    def reached(self, done: int, total: int | None = None) -> None:
        """Say that `done` of `total` steps are finished."""
        if self._bar is None:
            return
        self._bar.update(self._task, total=total, completed=done)
