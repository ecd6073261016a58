"""Proving one entry from the public folder alone: anyone who has a copy can do it."""

from pathlib import Path

from repatria.i18n import _
from repatria.record import layout
from repatria.record.errors import NotInOrder, ProofRefused
from repatria.record.files import read_file
from repatria.record.formats.checkpoint import Checkpoint
from repatria.record.formats.note import LARGEST_NOTE, Note
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
    """Proves entries of one folder, as of its checkpoint; keeps the tiles it has read."""

    def __init__(self, folder: Path) -> None:
        self.note, self.checkpoint = published(folder)
        self.tree = TiledTree(folder, self.checkpoint.size)

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
