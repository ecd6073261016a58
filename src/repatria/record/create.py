"""Beginning a record: its folder, its keys, its first entry."""

import json
import shutil
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from repatria.i18n import _
from repatria.record.entries import encode, entry
from repatria.record.errors import CannotKeep
from repatria.record.files import PUBLIC, SECRET, Staging, make_folder, naming
from repatria.record.formats.keys import ED25519, MLDSA44_COSIGNATURE
from repatria.record.formats.policy import Log as KnownLog
from repatria.record.formats.policy import Policy
from repatria.record.journal import Journal
from repatria.record.layout import Private
from repatria.record.log import Log
from repatria.record.secrets_file import format_keys, new_keys


def create_log(
    folder: Path,
    origin: str,
    *,
    at: datetime,
    by: str = "LOG",
    parties: Sequence[str] = (),
    policy: Policy | None = None,
    private: Path | None = None,
    memory: Path | None = None,
    passphrase: str | None = None,
) -> Log:
    """Begin a record in `folder`, and give it opened, its first checkpoint signed.

    Args:
        folder: the public folder; new, or empty.
        origin: the log's name for ever, best an address without scheme, as ``example.org/exchange-1``.
        at: now, with a time zone.
        by: the code of the party that keeps the record.
        parties: the codes of the parties; the keeper's is added.
        policy: witnesses, groups and quorum; the keys of this log are put in.
        private: the private folder; the public one's name with ``.private`` behind it if not given.
        memory: a file outside both that remembers what was signed, so that a restored backup cannot fork.
        passphrase: locks the private keys; it is then needed for every checkpoint.

    Raises:
        CannotKeep: a folder is in use already, or cannot be written.
        MalformedKey: the origin cannot name a key.
        EntryRefused: a party's code is not 2 to 4 capital letters.
    """
    place = Private(Path(private)) if private else Private.beside(Path(folder))
    keys = new_keys(origin, [ED25519, MLDSA44_COSIGNATURE])
    policy = policy or Policy()
    known = tuple(KnownLog(key.verifier) for key in keys)
    text = Policy(known, policy.witnesses, policy.groups, policy.quorum).format()
    codes = sorted({by, *parties})
    first = entry("record opened", at=at, by=by, parties=codes, keys=sha256(text).hexdigest())
    _claim(Path(folder), place)
    _furnish(place, format_keys(keys, passphrase), text, memory)
    journal = Journal(place.journal)
    journal.read()
    journal.add([(0, encode(first))])
    journal.close()
    with naming(place.unfinished):
        place.unfinished.unlink()
    log = Log(Path(folder), place.folder)
    log.checkpoint(at, passphrase)
    return log


def _claim(folder: Path, place: Private) -> None:
    """Take the two folders; those of a making that was interrupted may be taken again."""
    with naming(folder):
        if place.unfinished.exists():
            shutil.rmtree(place.folder)
        for path in (folder, place.folder):
            if path.exists() and not (path.is_dir() and not any(path.iterdir())):
                raise CannotKeep(_("{path} is in use; name a new folder").format(path=path))
        make_folder(place.folder, 0o700)
        place.folder.chmod(0o700)
        make_folder(folder)
        if folder.stat().st_dev != place.folder.stat().st_dev:
            raise CannotKeep(
                _("{a} and {b} must lie on the same file system; name another folder for the record").format(
                    a=folder, b=place.folder
                )
            )


def _furnish(place: Private, keys: bytes, policy: bytes, memory: Path | None) -> None:
    staging = Staging(place.staging)
    staging.sweep()
    staging.put_now(place.unfinished, b"", PUBLIC)
    staging.put_now(place.keys, keys, SECRET)
    staging.put_now(place.policy(sha256(policy).hexdigest()), policy, SECRET)
    settings = {"memory": str(Path(memory).absolute()) if memory else None}
    staging.put_now(place.settings, json.dumps(settings).encode() + b"\n", SECRET)
