"""Tablets: each is let in once, by a code shown at the table, in one role.

A code works once and for ten minutes. A tablet then has a token of its own; the hub keeps only the token's hash. A
tablet that is let in again keeps its name and its counter, and its older token ends.
"""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from repatria.handover import Manifest, Role
from repatria.handover.events import moment
from repatria.hub.errors import NotEnrolled
from repatria.hub.store import Store
from repatria.i18n import _

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that looks like another
CODE_LENGTH = 8
VALID = timedelta(minutes=10)
_DEVICE = re.compile(r"[a-z0-9]{8,32}")


@dataclass(frozen=True, slots=True)
class Device:
    """A tablet and what it may say."""

    device: str
    role: Role
    party: str


class Devices:
    """Who may speak at this hub."""

    def __init__(self, store: Store, manifest: Manifest) -> None:
        self._store = store
        self._parties = {party.code for party in manifest.parties}
        self._known = {
            token: Device(device, Role(role), party)
            for token, device, role, party in store.read("SELECT token, device, role, party FROM devices")
        }

    def new_code(self, role: Role, party: str, now: datetime) -> str:
        """Make a code that lets one tablet in, in this role.

        Raises:
            NotEnrolled: a side's tablet needs a party of the manifest; the ICRC's and the mediator's have none.
        """
        if (party in self._parties) != (role in (Role.HOLDER, Role.RECEIVER)) or (party and role is Role.ICRC):
            raise NotEnrolled(_("say which side this tablet is of; the ICRC and the mediator are of none"))
        code = "".join(secrets.choice(LETTERS) for _n in range(CODE_LENGTH))
        with self._store.transaction() as db:
            db.execute("DELETE FROM codes WHERE until < ?", (moment(now),))
            db.execute("INSERT INTO codes VALUES (?, ?, ?, ?)", (code, role.value, party, moment(now + VALID)))
        return code

    def let_in(self, code: str, device: str, now: datetime) -> tuple[Device, str]:
        """Let a tablet in; give what it may say, and its token.

        Raises:
            NotEnrolled: the code is wrong, used or too old, or this tablet had another role before.
        """
        wanted = re.sub(r"[\s-]+", "", code).upper()
        if not _DEVICE.fullmatch(device):
            raise NotEnrolled(_("not the name of a tablet"))
        token = secrets.token_urlsafe(32)
        with self._store.transaction() as db:
            found = db.execute("SELECT role, party, until FROM codes WHERE code = ?", (wanted,)).fetchone()
            if found is None or found[2] < moment(now):
                raise NotEnrolled(_("this code is wrong, used or too old; ask for a new one at the table"))
            before = db.execute("SELECT role, party FROM devices WHERE device = ?", (device,)).fetchone()
            if before is not None and before != found[:2]:
                raise NotEnrolled(_("this tablet speaks in another role already; ask for a code of its own role"))
            db.execute("DELETE FROM codes WHERE code = ?", (wanted,))
            db.execute(
                "INSERT INTO devices (device, role, party, token, heard_at) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT (device) DO UPDATE SET token = excluded.token",
                (device, found[0], found[1], _hash(token), moment(now)),
            )
        one = Device(device, Role(found[0]), found[1])
        self._known = {old: known for old, known in self._known.items() if known.device != device}
        self._known[_hash(token)] = one
        return one, token

    def of(self, token: str) -> Device:
        """Find the tablet that a token belongs to.

        Raises:
            NotEnrolled: none, or its enrolment has ended.
        """
        found = self._known.get(_hash(token))
        if found is None:
            raise NotEnrolled(_("this tablet is not let in, or not any more; get a new code at the table"))
        return found

    def end(self, device: str) -> None:
        """End a tablet's enrolment: lost, stolen, sent home. What it said stays."""
        with self._store.transaction() as db:
            db.execute("UPDATE devices SET token = ? WHERE device = ?", (f"ended {device}", device))
        self._known = {old: known for old, known in self._known.items() if known.device != device}

    def all(self, heard: Mapping[str, datetime]) -> list[dict[str, str | int | bool]]:
        """Give every tablet for the table: name, role, side, how many it made, when it was last heard.

        `heard` is what this run of the hub knows and has not written down.
        """
        rows = self._store.read("SELECT device, role, party, made, heard_at, token FROM devices ORDER BY device")
        return [
            {"device": device, "role": role, "party": party, "made": made,
             "heard_at": moment(heard[device]) if device in heard else at,
             "ended": token.startswith("ended ")}
            for device, role, party, made, at, token in rows
        ]  # fmt: skip


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
