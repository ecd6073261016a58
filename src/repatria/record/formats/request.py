"""The body of an add-checkpoint request to a witness (C2SP tlog-witness 1.0.0)."""

from dataclasses import dataclass

from repatria.i18n import _
from repatria.record.errors import MalformedRequest
from repatria.record.formats.text import from_decimal, hash_from_base64, to_base64

MOST_PROOF_LINES = 63


@dataclass(frozen=True, slots=True)
class AddCheckpoint:
    """The size the witness last saw, the consistency proof from there, and the new checkpoint as text."""

    old: int
    proof: tuple[bytes, ...]
    checkpoint: str

    @classmethod
    def parse(cls, body: bytes) -> "AddCheckpoint":
        """Read a body; the checkpoint is taken as it stands and parsed by whoever judges it.

        Raises:
            MalformedRequest: it is not one.
        """
        try:
            above, gap, checkpoint = body.decode().partition("\n\n")
            first, *proof = above.split("\n")
            if not gap or not first.startswith("old ") or len(proof) > MOST_PROOF_LINES:
                raise ValueError("no size line, or too many hashes")
            return cls(from_decimal(first[4:]), tuple(hash_from_base64(h) for h in proof), checkpoint)
        except ValueError as cause:
            raise MalformedRequest(
                _("an add-checkpoint request is: the old size, up to 63 hashes, an empty line, the checkpoint")
            ) from cause

    def format(self) -> bytes:
        """Write the body."""
        return "\n".join([f"old {self.old}", *map(to_base64, self.proof), "", self.checkpoint]).encode()
