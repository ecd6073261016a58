"""Keeping a record: append entries, sign checkpoints, prove entries.

Entries are acknowledged when they lie in the journal; a checkpoint moves them into tiles, signs, and publishes. A
checkpoint is signed only if the tree extends every one that is known to have been signed (see
:mod:`~repatria.record.signed_past`).
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from repatria.i18n import _
from repatria.record import layout, merkle
from repatria.record.entries import decode, encode, entry, is_entry
from repatria.record.errors import CannotKeep, EntryRefused, NotInOrder, PendingDamaged, WouldFork
from repatria.record.files import SECRET, Staging, exists, locked, read_file
from repatria.record.formats.checkpoint import Checkpoint
from repatria.record.formats.note import LARGEST_NOTE, Note, SignatureLine
from repatria.record.formats.policy import LARGEST_POLICY, Policy
from repatria.record.formats.proof import TlogProof
from repatria.record.formats.request import AddCheckpoint
from repatria.record.formats.signatures import line_holds, sign
from repatria.record.journal import Journal
from repatria.record.layout import Private
from repatria.record.merkle import leaf_hash
from repatria.record.prove import prove
from repatria.record.publishing import Publisher
from repatria.record.secrets_file import parse_keys, parse_public
from repatria.record.signed_past import SignedPast
from repatria.record.tree_files import GrowingTree, TiledTree

WAIT_SECONDS = 10.0
LARGEST_KEY_FILE = 100_000
KEY_ACTS = (b'{"act":"record opened",', b'{"act":"keys changed",')


class Log:
    """A record that this program keeps. One writer at a time: the lock is held until :meth:`close`."""

    def __init__(self, folder: Path, private: Path | None = None, wait: float = WAIT_SECONDS) -> None:
        """Open the record in `folder`, and repair what an interrupted write left behind.

        Raises:
            RecordBusy: another program holds it for longer than `wait` seconds.
            WouldFork: the folder is older than, or different from, what was signed.
            NotInOrder: the published tiles do not fit the published checkpoint.
            PendingDamaged: the journal is damaged.
            CannotKeep: a file is missing or cannot be read.
        """
        self.folder = Path(folder)
        self._private = Private(Path(private)) if private else Private.beside(self.folder)
        if not exists(self._private.keys) or exists(self._private.unfinished):
            raise CannotKeep(
                _(
                    "{folder} does not hold the keys of a record: only its keeper can write; begin one with init"
                ).format(folder=self._private.folder)
            )
        self._note: Note | None = None
        self._tree = GrowingTree(TiledTree(self.folder, 0))
        self._closing = ExitStack()
        self._closing.enter_context(locked(self._private.lock, wait))
        try:
            self._open()
        except BaseException:
            self._closing.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the record."""
        self._closing.close()

    @property
    def size(self) -> int:
        """How many entries were acknowledged, those that wait for a checkpoint included."""
        return self._tree.size

    @property
    def published_size(self) -> int:
        """How many entries the published checkpoint covers."""
        return self._tree.base.size

    def entry(self, index: int) -> bytes:
        """Give acknowledged entry `index`, published or not, in canonical JSON."""
        return self._tree.entry(index)

    @property
    def policy(self) -> Policy:
        """The trust policy in ``keys.txt``."""
        return Policy.parse(_must_read(self.folder / layout.KEYS, LARGEST_POLICY))

    # ---------------------------------------------------------------- appending

    def append(self, document: Mapping[str, Any]) -> int:
        """Append one entry; when this returns, it is on the disk. Gives its number.

        Raises:
            EntryRefused: the schema of its act does not allow it.
            CannotKeep: it could not be written, and is not in the record.
        """
        return self.append_all([document])[0]

    def append_all(self, documents: Iterable[Mapping[str, Any]]) -> range:
        """Append entries, all or (if one is refused or cannot be written) none. Gives their numbers."""
        return self.append_encoded([encode(document) for document in documents])

    def append_encoded(self, entries: Sequence[bytes]) -> range:
        """Append entries that are in canonical JSON already, all or none. Gives their numbers.

        Raises:
            EntryRefused: one of them is not what :func:`repatria.record.encode` writes.
            CannotKeep: they could not be written, and are not in the record.
        """
        if not all(map(is_entry, entries)):
            raise EntryRefused(_("not an entry of a known act in canonical JSON"))
        first = self._tree.size
        self._journal.add(enumerate(entries, start=first))
        for data in entries:
            self._tree.add(data)
        return range(first, self._tree.size)

    def change_keys(self, policy: Policy, approvals: Sequence[str], by: str, at: datetime) -> int:
        """Replace ``keys.txt`` from the next checkpoint on; `approvals` are commitments of two people or more.

        Raises:
            EntryRefused: fewer than two approvals.
            WouldFork: the policy does not name the keys of this log.
        """
        if not set(self._keys) <= {log.key for log in policy.logs}:
            raise WouldFork(_("the new keys.txt must still name the keys of this log"))
        text = policy.format()
        digest = sha256(text).hexdigest()
        document = entry("keys changed", at=at, by=by, keys=digest, approvals=list(approvals))
        self._staging.put_now(self._private.policy(digest), text, SECRET)
        return self.append(document)

    # ---------------------------------------------------------------- signing and publishing

    def checkpoint(self, at: datetime, passphrase: str | None = None, newest: Note | None = None) -> Note:
        """Sign and publish everything acknowledged so far. `at` is the time, with a time zone.

        `newest` is the newest checkpoint that anybody outside holds; it is asked for when the memory of what
        was signed is lost, for example on a new machine.

        Raises:
            WouldFork: the tree does not extend what was signed before, or the memory is lost.
            CannotKeep: a file cannot be written, or the keys stay locked; try again when that is mended.
        """
        if at.tzinfo is None:
            raise CannotKeep(_("the time of a checkpoint needs a time zone"))
        self._settle()
        if self._note is not None and self._tree.size == self.published_size and newest is None:
            return self._note
        keys = parse_keys(_must_read(self._private.keys, LARGEST_KEY_FILE), passphrase)
        with self._past.held():
            self._check_nothing_forgotten(newest)
            size, root = self._tree.size, merkle.root(self._tree.node, self._tree.size)
            self._publisher.write_tiles(self._tree, size)
            note = Note(Checkpoint(self.origin, size, root).format())
            note = note.with_signatures(sign(note, key, int(at.timestamp())) for key in keys)
            self._past.remember(note, self._staging)
        self._publish(note)
        return note

    def _check_nothing_forgotten(self, newest: Note | None) -> None:
        if self._past.memory_is_lost and self._note is not None and newest is None:
            raise WouldFork(
                _(
                    "{file}, the memory of what this log has signed, is gone: perhaps this is a restored backup. "
                    "Show the newest checkpoint that anybody outside holds; nothing is signed until then"
                ).format(file=self._past.memory)
            )
        self._past.recall(*filter(None, [self._note, newest]))
        self._past.check_extended_by(self._tree.node, self._tree.size)

    def _publish(self, note: Note) -> None:
        size = Checkpoint.parse(note.text).size
        self._place_keys(size)
        self._publisher.write_checkpoint(note)
        self._publisher.finish(self.published_size, size)
        self._note = note
        self._rebase(size)

    def _place_keys(self, size: int) -> None:
        """Put the newest policy that the record names below `size` into ``keys.txt``."""
        fresh = self._tree.pending[: size - self.published_size]
        digests = [decode(data)["keys"] for data in fresh if data.startswith(KEY_ACTS)]
        if digests:
            text = _must_read(self._private.policy(digests[-1]), LARGEST_POLICY)
            self._staging.put_now(self.folder / layout.KEYS, text)

    def _rebase(self, size: int) -> None:
        waiting = self._tree.pending[size - self.published_size :]
        self._tree = GrowingTree(TiledTree(self.folder, size))
        for data in waiting:
            self._tree.add(data)
        if not waiting:
            self._journal.clear()

    # ---------------------------------------------------------------- proofs and witnesses

    def prove(self, index: int) -> TlogProof:
        """Prove entry `index` under the published checkpoint; see :func:`repatria.record.prove.prove`."""
        return prove(self.folder, index)

    def request(self, old: int) -> AddCheckpoint:
        """Ask a witness that last saw `old` entries to cosign the published checkpoint."""
        note = self._must_have_note()
        size = self.published_size
        proof = merkle.consistency_proof(self._tree.base.node, old, size) if 0 < old < size else []
        return AddCheckpoint(old, tuple(proof), note.format())

    def add_cosignatures(self, lines: Iterable[SignatureLine]) -> Note:
        """Add to the published checkpoint those cosignatures that are good and of a witness in ``keys.txt``."""
        note = self._with_good(self._must_have_note(), lines)
        if note != self._note:
            self._past.remember(note, self._staging)
            self._publisher.write_checkpoint(note)
            self._note = note
        return note

    def _must_have_note(self) -> Note:
        if self._note is None:
            raise NotInOrder(_("there is no checkpoint yet; sign one first"))
        return self._note

    def _with_good(self, note: Note, lines: Iterable[SignatureLine]) -> Note:
        keys = self.policy.known_keys
        good = [line for line in lines if any(line.is_by(key) and line_holds(line, key, note.text) for key in keys)]
        return note.with_signatures(good)

    # ---------------------------------------------------------------- opening and repairing

    def _open(self) -> None:
        self._staging = Staging(self._private.staging)
        self._staging.sweep()
        self._publisher = Publisher(self.folder, self._staging, self._private.publishing)
        self._keys = parse_public(_must_read(self._private.keys, LARGEST_KEY_FILE))
        self.origin = self._keys[0].name
        self._past = SignedPast(self.origin, self._keys, self._private.signed, self._memory())
        self._note = self._published() or self._signed_and_there()
        self._journal = Journal(self._private.journal)
        self._closing.callback(self._journal.close)
        self._load_tree()
        self._settle()

    def _memory(self) -> Path | None:
        try:
            place = json.loads(_must_read(self._private.settings, LARGEST_KEY_FILE))["memory"]
            return Path(place) if place else None
        except (ValueError, KeyError, TypeError) as cause:
            raise CannotKeep(
                _("{file} cannot be read; put it back from a copy").format(file=self._private.settings)
            ) from cause

    def _published(self) -> Note | None:
        data = read_file(self.folder / layout.CHECKPOINT, LARGEST_NOTE)
        return None if data is None else Note.parse(data)

    def _signed_and_there(self) -> Note | None:
        """Give the last signed checkpoint if all it covers is in the tiles, although nobody published it."""
        self._past.recall()
        newest = self._past.newest
        if newest is None:
            return None
        checkpoint = self._past.read(newest)
        try:
            whole = merkle.root(TiledTree(self.folder, checkpoint.size).node, checkpoint.size)
        except NotInOrder:
            return None
        return newest if whole == checkpoint.root else None

    def _load_tree(self) -> None:
        size = self._past.read(self._note).size if self._note else 0
        self._tree = GrowingTree(TiledTree(self.folder, size))
        if self._note and merkle.root(self._tree.node, size) != self._past.read(self._note).root:
            raise NotInOrder(
                _("the tiles in {folder} do not fit its checkpoint; verify it, and put back a good copy").format(
                    folder=self.folder
                )
            )
        for number, data in self._journal.read():
            self._load_pending(number, data)

    def _load_pending(self, number: int, data: bytes) -> None:
        base = self._tree.base
        if number < base.size and base.node(0, number) == leaf_hash(data):
            return  # published already; the journal was not yet cleared
        if number != self._tree.size:
            raise PendingDamaged(
                _(
                    "the journal holds entry {number} where {wanted} should come: folder and journal are not of "
                    "one day. Put back the newest copy of both"
                ).format(number=number, wanted=self._tree.size)
            )
        self._tree.add(data)

    def _settle(self) -> None:
        """Bring an interrupted publication to its end, or undo it if nothing was signed."""
        self._past.recall(*filter(None, [self._note]))
        self._past.check_extended_by(self._tree.node, self._tree.size)
        newest = self._past.newest
        size = self._past.read(newest).size if newest else 0
        if newest and (size > self.published_size or self._note is None):
            self._publisher.write_tiles(self._tree, size)
            self._publish(newest)
        elif self._publisher.interrupted:
            self._publisher.sweep(self.published_size)
        if self._note is not None:
            self._gather_signatures(self._note)
        if not self._tree.pending:
            self._journal.clear()

    def _gather_signatures(self, note: Note) -> None:
        """Let the checkpoint and its copy in the archive carry every good signature that was ever kept of it."""
        copies = [other for other in self._past.notes if other.text == note.text]
        whole = self._with_good(Note(note.text), (line for copy in copies for line in copy.signatures))
        places = (layout.CHECKPOINT, f"{layout.CHECKPOINTS}/{self.published_size}")
        if any(read_file(self.folder / place, LARGEST_NOTE) != whole.format().encode() for place in places):
            self._publisher.write_checkpoint(whole)
        self._note = whole


def _must_read(path: Path, most: int) -> bytes:
    data = read_file(path, most)
    if data is None:
        raise CannotKeep(_("{file} is missing; put it back from a copy").format(file=path))
    return data
