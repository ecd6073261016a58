"""One page of text that proves one entry (C2SP tlog-proof): index, path, checkpoint with its signatures."""

from dataclasses import dataclass, replace

from repatria.i18n import _
from repatria.record.errors import MalformedProof
from repatria.record.formats.note import Note
from repatria.record.formats.text import from_base64, from_decimal, hash_from_base64, to_base64

HEADER = "c2sp.org/tlog-proof@v1"
LONGEST_PATH = 63
LONGEST_BRIEF_SIGNATURE = 100


@dataclass(frozen=True, slots=True)
class TlogProof:
    """A proof, read but not yet checked. `extra` is not authenticated; we put the entry itself there."""

    index: int
    path: tuple[bytes, ...]
    checkpoint: Note
    extra: bytes | None = None

    @classmethod
    def parse(cls, text: str) -> "TlogProof":
        """Read a proof.

        Raises:
            MalformedProof: it is not one.
            MalformedNote: the checkpoint in it is not a signed note.
        """
        above, gap, note = text.partition("\n\n")
        lines = above.split("\n")
        if not gap or lines.pop(0) != HEADER:
            raise MalformedProof(_("not a proof: its first line must be {header}").format(header=HEADER))
        extra = lines.pop(0)[6:] if lines and lines[0].startswith("extra ") else None
        if not lines or not lines[0].startswith("index ") or len(lines) > LONGEST_PATH + 1:
            raise MalformedProof(_("the proof states no index, or its path is too long"))
        try:
            return cls(
                from_decimal(lines[0][6:]),
                tuple(hash_from_base64(line) for line in lines[1:]),
                Note.parse(note),
                None if extra is None else from_base64(extra),
            )
        except ValueError as cause:
            raise MalformedProof(_("an index, hash or extra line of the proof cannot be read")) from cause

    def short(self) -> "TlogProof":
        """Give the proof without ML-DSA signatures, which are 3.3 KB each: what is left fits one QR code."""
        brief = tuple(s for s in self.checkpoint.signatures if len(s.signature) < LONGEST_BRIEF_SIGNATURE)
        return replace(self, checkpoint=Note(self.checkpoint.text, brief))

    def format(self) -> str:
        """Write the proof."""
        extra = [] if self.extra is None else [f"extra {to_base64(self.extra)}"]
        path = [to_base64(sibling) for sibling in self.path]
        return "\n".join([HEADER, *extra, f"index {self.index}", *path, "", self.checkpoint.format()])
