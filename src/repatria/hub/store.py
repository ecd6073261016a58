"""What the hub keeps, in one SQLite file: the manifest, tablets, and every check-in it was ever told.

A check-in is acknowledged when it is on the disk and not before: the journal is written ahead (WAL) and every
commit waits for the disk (synchronous FULL). Check-ins that arrive together are committed together.
"""

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from repatria.handover import Event, Manifest, parse_manifest
from repatria.handover.events import Kept, moment
from repatria.hub.errors import NotAHub
from repatria.i18n import _

FILE = "hub.sqlite3"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS manifest (
    one INTEGER PRIMARY KEY CHECK (one = 1), body BLOB NOT NULL, opened_at TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS events (
    n INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL, digest TEXT NOT NULL, body TEXT NOT NULL, heard_at TEXT NOT NULL,
    UNIQUE (id, digest)
) STRICT;
CREATE TABLE IF NOT EXISTS devices (
    device TEXT PRIMARY KEY, role TEXT NOT NULL, party TEXT NOT NULL, token TEXT NOT NULL,
    made INTEGER NOT NULL DEFAULT 0, heard_at TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS codes (
    code TEXT PRIMARY KEY, role TEXT NOT NULL, party TEXT NOT NULL, until TEXT NOT NULL
) STRICT;
"""


@dataclass(frozen=True, slots=True)
class Row:
    """A check-in as it lies on the disk: its running number at this hub, its text, and when it was heard."""

    n: int
    id: str
    body: str
    heard_at: str


Told = tuple[Row, Event]


class Store:
    """One hub's file. Writing is for one thread at a time; the lock sees to it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.path = folder / FILE
        self._lock = threading.Lock()
        self._db = sqlite3.connect(self.path, check_same_thread=False, isolation_level=None)
        self.path.chmod(0o600)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = FULL")
        self._db.executescript(_SCHEMA)

    def close(self) -> None:
        """Close the file; everything acknowledged is in it already."""
        with self._lock:
            self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Give the connection inside one transaction that is on the disk when the block ends."""
        with self._lock:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    def put_manifest(self, manifest: Manifest, now: datetime) -> None:
        """Keep the manifest; a hub serves one and no other.

        Raises:
            NotAHub: this folder already serves another manifest.
        """
        with self.transaction() as db:
            db.execute("INSERT OR IGNORE INTO manifest VALUES (1, ?, ?)", (manifest.canonical(), moment(now)))
            (body,) = db.execute("SELECT body FROM manifest").fetchone()
        if body != manifest.canonical():
            raise NotAHub(_("this folder serves another manifest; give each manifest a folder of its own"))

    def manifest(self) -> Manifest:
        """Give the manifest that this hub serves.

        Raises:
            NotAHub: it has none yet.
        """
        found = self.read("SELECT body FROM manifest")
        if not found:
            raise NotAHub(_("there is no hub in this folder; start one with «repatria hub --manifest FILE»"))
        return parse_manifest(found[0][0])

    def opened_at(self) -> datetime:
        """Give when this hub was first started."""
        return datetime.fromisoformat(self.read("SELECT opened_at FROM manifest")[0][0])

    def read(self, query: str, values: Sequence[object] = ()) -> list[tuple[str, ...]]:
        """Give the rows of a query."""
        with self._lock:
            return self._db.execute(query, values).fetchall()

    def take_in(self, others: Iterable[Kept]) -> int:
        """Take in what another hub has kept, with that hub's times; give how many check-ins were new here."""
        with self.transaction() as db:
            return sum(_insert(db, one.event, moment(one.heard_at)) is not None for one in others)

    def keep(
        self, events: Iterable[Event], heard_at: datetime, made: Mapping[str, int] | None = None
    ) -> list[Told]:
        """Put check-ins on the disk; give those that were new. When this returns, they are kept.

        `made` is how many check-ins tablets say they have made: so a gap at the end of one's counter is known too.
        """
        at = moment(heard_at)
        with self.transaction() as db:
            new = [(_insert(db, event, at), event) for event in events]
            db.executemany(
                "UPDATE devices SET made = max(made, ?), heard_at = ? WHERE device = ?",
                [(number, at, device) for device, number in (made or {}).items()],
            )
        return [(row, event) for row, event in new if row is not None]

    def rows(self) -> list[Row]:
        """Give every check-in in the order in which it was heard."""
        return [
            Row(int(n), event_id, body, at)
            for n, event_id, body, at in self.read("SELECT n, id, body, heard_at FROM events ORDER BY n")
        ]

    def kept(self) -> list[Kept]:
        """Give every check-in with both its times."""
        return [Kept(Event.parse(row.body), datetime.fromisoformat(row.heard_at)) for row in self.rows()]

    def made(self) -> dict[str, int]:
        """Give how many check-ins each tablet has said that it made."""
        return {device: int(made) for device, made in self.read("SELECT device, made FROM devices WHERE made > 0")}


def _insert(db: sqlite3.Connection, event: Event, at: str) -> Row | None:
    """Write one check-in; None if it is there already. What was said under a used number stands beside it."""
    body = event.format()
    done = db.execute(
        "INSERT OR IGNORE INTO events (id, digest, body, heard_at) VALUES (?, ?, ?, ?)",
        (event.id, sha256(body.encode()).hexdigest(), body, at),
    )
    return Row(int(done.lastrowid or 0), event.id, body, at) if done.rowcount else None
