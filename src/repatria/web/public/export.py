"""The whole public part as a folder of files, for any web server or a USB stick: the same words, nothing running.

Links become relative, so that the folder can be opened from a disk. What needs the live site (a reply, a
check) is replaced by a sentence that says so.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from posixpath import dirname, relpath
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from repatria.i18n import LANGUAGES
from repatria.web import gate
from repatria.web.public.models import SideAccount, Statement
from repatria.web.public.readiness import record_is_closed
from repatria.web.public.sources import public_history

_LIVE = re.compile(r"<!--live-->.*?<!--/live-->", re.DOTALL)
_LIVE_ONLY = re.compile(r"<!--live-only-->.*?<!--/live-only-->", re.DOTALL)
_LINK = re.compile(r'\b(href|src)="(/[^"#]*)(#[^"]*)?"')
ONCE = (
    "feed-rss", "history-csv", "history-json", "history-picture", "history-style",
    "press-style", "robots", "sitemap",
)  # fmt: skip
STATIC = ("web/site.css", "web/public.css", "web/icon.svg")


def export(folder: Path, progress: Callable[[int, int], None] = lambda done, of: None) -> int:
    """Write the public part into `folder`. Gives how many files there are.

    Raises:
        OSError: a file cannot be written.
    """
    client = Client(SERVER_NAME=urlsplit(settings.SITE_URL).hostname or "localhost")
    paths = list(_paths())
    files = {_file_of(path) for path in paths}
    for number, path in enumerate(paths, start=1):
        answer = client.get(path)
        if answer.status_code == 200:
            _write(folder, path, b"".join(answer) if answer.streaming else answer.content, files)
        progress(number, len(paths))
    for name in STATIC:
        found = finders.find(name)
        _write(folder, f"/static/{name}", Path(found).read_bytes(), files)
    return sum(1 for file in folder.rglob("*") if file.is_file())


def _paths() -> Iterator[str]:
    ids = [e.id for e in public_history()]
    for code in LANGUAGES:
        before = "" if code == "en" else f"/{code}"
        yield from (
            before + reverse(name) for name in ("home", "history", "press", "verify", "feed-atom", "feed-json")
        )
        yield from (before + reverse("exchange", args=[id]) for id in ids)
        yield from (before + reverse("exchange-picture", args=[id]) for id in ids)
    yield from map(reverse, ONCE)
    yield from _statements()
    yield from _accounts_of_sides()
    if not record_is_closed():
        yield from _record()


def _statements() -> Iterator[str]:
    for statement in Statement.objects.exclude(state=Statement.State.DRAFT):
        yield reverse("statement-text", args=[statement.pk])
        yield reverse("statement-proof", args=[statement.pk])
        for code in LANGUAGES:
            before = "" if code == "en" else f"/{code}"
            yield before + reverse("statement-pdf", args=[statement.pk])
            yield before + reverse("verify-statement", args=[statement.pk])
            if statement.kind == Statement.Kind.AGREED:
                yield before + reverse("exchange-agreed", args=[statement.exchange_id])


def _accounts_of_sides() -> Iterator[str]:
    for account in gate.public(SideAccount):
        yield reverse("account-text", args=[account.pk])
        yield reverse("account-proof", args=[account.pk])
        for code in LANGUAGES:
            yield ("" if code == "en" else f"/{code}") + reverse("verify-account", args=[account.pk])


def _record() -> Iterator[str]:
    folder = Path(settings.RECORD_FOLDER)
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            yield reverse("record-file", args=[file.relative_to(folder).as_posix()])


def _write(folder: Path, path: str, data: bytes, files: set[str]) -> None:
    name = _file_of(path)
    if name.endswith(".html"):
        data = _as_file(data.decode(), name, files).encode()
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)


def _file_of(path: str) -> str:
    return path.lstrip("/") + ("index.html" if path.endswith("/") else "")


def _as_file(text: str, name: str, files: set[str]) -> str:
    """Make a page stand alone: relative links, no live part. What is the same in all languages is there once."""
    code = name.split("/")[0]
    with translation.override(code if code in LANGUAGES else "en"):
        note = _("This is a copy of the public pages. Writing and checking work on the live site.")
    text = _LIVE_ONLY.sub("", _LIVE.sub(f'<p class="help">{note} {settings.SITE_URL}</p>', text))

    def relative(link: re.Match[str]) -> str:
        path, _question, query = link[2].partition("?")
        target = _file_of(_without_english(path))
        if target not in files and target.partition("/")[0] in LANGUAGES:
            target = target.partition("/")[2]
        target += f"?{query}" if query else ""
        return f'{link[1]}="{relpath(target, dirname(name) or ".")}{link[3] or ""}"'

    return _LINK.sub(relative, text)


def _without_english(path: str) -> str:
    return path[3:] if path.startswith("/en/") else path
