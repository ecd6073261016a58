"""Proving one entry from the public folder alone: anyone who has a copy can do it."""

from pathlib import Path

from repatria.i18n import _
from repatria.record import layout
from repatria.record.errors import NotInOrder, PolicyNotMet, ProofRefused, SignatureRefused
from repatria.record.files import read_file
from repatria.record.formats.checkpoint import Checkpoint
from repatria.record.formats.note import LARGEST_NOTE, Note
from repatria.record.formats.policy import LARGEST_POLICY, Policy
from repatria.record.formats.proof import TlogProof
from repatria.record.merkle import inclusion_proof, leaf_hash, verify_inclusion
from repatria.record.tree_files import TiledTree


def published(folder: Path) -> tuple[Note, Checkpoint]:
    """Read the checkpoint of a folder. Its signatures are not checked here.

    Raises:
        NotInOrder: there is none.
        MalformedNote, MalformedCheckpoint: it cannot be read.
    """
    data = read_file(folder / layout.CHECKPOINT, LARGEST_NOTE)
    if data is None:
        raise NotInOrder(_("{folder} holds no checkpoint; it is no record").format(folder=folder))
    note = Note.parse(data)
    return note, Checkpoint.parse(note.text)


class Prover:
    """Proves entries of one folder, as of its checkpoint or an earlier one of it; keeps the tiles it has read."""

    def __init__(self, folder: Path, as_of: Note | None = None) -> None:
        newest, checkpoint = published(folder)
        self.tree = TiledTree(folder, checkpoint.size)
        self.note = as_of or newest
        self.checkpoint = Checkpoint.parse(self.note.text)

    def prove(self, index: int) -> TlogProof:
        """Prove entry `index`; the entry itself goes along as the proof's extra data.

        Raises:
            ProofRefused: there is no such entry under the checkpoint.
            NotInOrder: a file is missing or damaged, so that no honest proof can be made.
        """
        path = inclusion_proof(self.tree.node, index, self.checkpoint.size)
        entry = self.tree.entry(index)
        try:
            verify_inclusion(leaf_hash(entry), index, self.checkpoint.size, path, self.checkpoint.root)
        except ProofRefused as cause:
            raise NotInOrder(
                _("entry {n} does not fit the checkpoint: the folder is damaged; verify it").format(n=index)
            ) from cause
        return TlogProof(index, tuple(path), self.note, entry)

    def find(self, text: str) -> int:
        """Give the number of the first entry that holds `text`, such as a commitment.

        Raises:
            ProofRefused: no entry under the checkpoint holds it.
        """
        wanted = text.encode()
        for index in range(self.checkpoint.size):
            if wanted in self.tree.entry(index):
                return index
        raise ProofRefused(_("no entry under the checkpoint holds that"))


def prove(folder: Path, index: int) -> TlogProof:
    """Prove entry `index` of the record in `folder`; see :meth:`Prover.prove`.

    Raises:
        MalformedCheckpoint, MalformedNote: the checkpoint cannot be read.
    """
    return Prover(folder).prove(index)


def prove_unchanging(folder: Path, index: int) -> TlogProof:
    """Prove entry `index` against the first checkpoint over it that ``keys.txt`` accepts; the newest if none is.

    Such a proof stays as it is however the record grows, and so tells nothing of what is entered later.

    Raises:
        ProofRefused, NotInOrder, MalformedCheckpoint, MalformedNote: see :func:`prove`.
        MalformedPolicy: ``keys.txt`` cannot be read.
    """
    policy = Policy.parse(read_file(folder / layout.KEYS, LARGEST_POLICY) or b"")
    sizes = (size for size in layout.archived_sizes(folder) if size > index)
    notes = (_archived(folder, size) for size in sizes)
    return Prover(folder, next((note for note in notes if _accepted(policy, note)), None)).prove(index)


def _archived(folder: Path, size: int) -> Note:
    return Note.parse(read_file(folder / layout.CHECKPOINTS / str(size), LARGEST_NOTE) or b"")


def _accepted(policy: Policy, note: Note) -> bool:
    try:
        policy.check(note)
    except (SignatureRefused, PolicyNotMet):
        return False
    return True
