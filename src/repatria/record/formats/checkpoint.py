"""Checkpoints (C2SP tlog-checkpoint 1.0.0): the text of a note that states the root of a log at a size."""

from dataclasses import dataclass

from repatria.i18n import _
from repatria.record.errors import MalformedCheckpoint
from repatria.record.formats.text import LARGEST, from_decimal, hash_from_base64, is_line, to_base64


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """Origin (the log's name), size (leaves), root (32 bytes) and extension lines, which we never write."""

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.size <= LARGEST or len(self.root) != 32:
            raise MalformedCheckpoint(_("the checkpoint has an impossible size or root"))
        if not all(map(is_line, (self.origin, *self.extensions))):
            raise MalformedCheckpoint(_("the checkpoint has an empty line or a control character in it"))

    @classmethod
    def parse(cls, text: str) -> "Checkpoint":
        """Read the text of a note, without signatures.

        Raises:
            MalformedCheckpoint: it is not a checkpoint.
        """
        lines = text.split("\n")
        if len(lines) < 4 or lines.pop() != "":
            raise MalformedCheckpoint(_("a checkpoint has at least three lines: origin, size, root"))
        try:
            return cls(lines[0], from_decimal(lines[1]), hash_from_base64(lines[2]), tuple(lines[3:]))
        except ValueError as cause:
            raise MalformedCheckpoint(
                _("the second line of a checkpoint is a size, the third a 32-byte root in base64")
            ) from cause

    def format(self) -> str:
        """Write the text of the note."""
        return "\n".join([self.origin, str(self.size), to_base64(self.root), *self.extensions, ""])
