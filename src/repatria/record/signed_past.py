"""What a log has signed before: kept in three places, so that none of them alone can be taken back in time.

The published checkpoint can be replaced by anybody with the folder, and the private copy goes back with a restored
backup. The *memory* is a file outside both. Whatever any of them shows under this log's own signature has been
signed, and every further tree must extend it.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from repatria.i18n import _
from repatria.record import merkle
from repatria.record.errors import Malformed, SignatureRefused, WouldFork
from repatria.record.files import SECRET, Staging, exists, locked, make_folder, naming, read_file
from repatria.record.formats.checkpoint import Checkpoint
from repatria.record.formats.keys import VerifierKey
from repatria.record.formats.note import LARGEST_NOTE, Note
from repatria.record.formats.signatures import check_signatures
from repatria.record.merkle import Node

_LOCK_WAIT = 10.0


@dataclass(slots=True)
class SignedPast:
    """The places where signed checkpoints are kept, and what was found there."""

    origin: str
    keys: Sequence[VerifierKey]
    private: Path
    memory: Path | None
    notes: list[Note] = field(default_factory=list)

    @property
    def newest(self) -> Note | None:
        """The signed checkpoint of the largest tree."""
        return max(self.notes, key=lambda note: self.read(note).size, default=None)

    def read(self, note: Note) -> Checkpoint:
        """Read a checkpoint, if it is one of this log.

        Raises:
            WouldFork: it is not signed by this log, so nothing can be known about what was signed.
        """
        try:
            check_signatures(note, self.keys)
            checkpoint = Checkpoint.parse(note.text)
        except (Malformed, SignatureRefused) as cause:
            raise WouldFork(_("a checkpoint shown to this log was not signed by it")) from cause
        if checkpoint.origin != self.origin:
            raise WouldFork(_("a checkpoint shown to this log is of another log"))
        return checkpoint

    def recall(self, *shown: Note) -> None:
        """Read all places anew, and whatever else is `shown`."""
        kept = [_read_note(path) for path in (self.private, self.memory) if path]
        self.notes = [*shown, *(note for note in kept if note)]

    @property
    def memory_is_lost(self) -> bool:
        """Say whether there should be a memory, but the file is gone."""
        return self.memory is not None and not exists(self.memory)

    def check_extended_by(self, node: Node, size: int) -> None:
        """Check that the tree of `size` under `node` extends everything ever signed.

        Raises:
            WouldFork: it is smaller, or different where it should be the same.
        """
        for note in self.notes:
            checkpoint = self.read(note)
            if checkpoint.size > size:
                raise WouldFork(
                    _(
                        "this log has signed a tree of {signed} entries, but only {here} are here: an old backup "
                        "was put back. Put back the newest copy of the folder; nothing is signed until then"
                    ).format(signed=checkpoint.size, here=size)
                )
            if merkle.root(node, checkpoint.size) != checkpoint.root:
                raise WouldFork(
                    _(
                        "the first {n} entries here are not those that this log has signed: an old backup was put "
                        "back and other entries were added. Put back the newest copy of the folder"
                    ).format(n=checkpoint.size)
                )

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the memory inside the block, against another copy of this log on the same machine."""
        if self.memory is None:
            yield
            return
        with naming(self.memory):
            make_folder(self.memory.parent, 0o700)
        with locked(self.memory.with_suffix(".lock"), _LOCK_WAIT):
            yield

    def remember(self, note: Note, staging: Staging) -> None:
        """Keep a checkpoint in the memory and the private folder, before anybody else sees it."""
        data = note.format().encode()
        if self.memory is not None:
            beside = Staging(self.memory.with_suffix(".drafts"))
            beside.sweep()
            beside.put_now(self.memory, data, SECRET)
        staging.put_now(self.private, data, SECRET)
        self.notes.append(note)


def _read_note(path: Path) -> Note | None:
    data = read_file(path, LARGEST_NOTE)
    if data is None:
        return None
    try:
        return Note.parse(data)
    except Malformed as cause:
        raise WouldFork(
            _("{file} should hold the last signed checkpoint, but cannot be read: {why}").format(
                file=path, why=cause
            )
        ) from cause
