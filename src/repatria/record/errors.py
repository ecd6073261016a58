"""What can be wrong with a record, each kind under its own name."""

from repatria.errors import RepatriaError


class RecordError(RepatriaError):
    """The root of every error this room raises on purpose."""


class Malformed(RecordError):
    """A text or file is not written in the one way its format allows."""


class MalformedKey(Malformed):
    """Not a verifier key (vkey) or private key we know how to use."""


class MalformedNote(Malformed):
    """Not a signed note."""


class UnreadableSignature(MalformedNote):
    """A signature line is there, but its signature is not exact base64 of at least five bytes."""


class MalformedCheckpoint(Malformed):
    """The text of a note is not a checkpoint."""


class MalformedTile(Malformed):
    """Not a tile, an entry bundle, or the path of one."""


class MalformedProof(Malformed):
    """Not a tlog-proof text."""


class MalformedPolicy(Malformed):
    """Not a trust policy."""


class MalformedRequest(Malformed):
    """Not the body of an add-checkpoint request."""


class Refused(RecordError):
    """Well written, but not true or not allowed."""


class ProofRefused(Refused):
    """An inclusion or consistency proof does not prove what it says."""


class SignatureRefused(Refused):
    """No signature of a trusted key, or one that does not verify."""


class PolicyNotMet(Refused):
    """A checkpoint lacks signatures that the trust policy asks for."""


class EntryRefused(Refused):
    """An entry may not go into the record."""


class OpeningRefused(Refused):
    """An opening does not open the commitment it is shown for."""


class NotInOrder(Refused):
    """A record folder does not hold together."""


class KeepingError(RecordError):
    """The keeper of a record cannot go on."""


class CannotKeep(KeepingError):
    """A file of the record cannot be read or written."""


class RecordBusy(KeepingError):
    """Another program is writing this record."""


class WouldFork(KeepingError):
    """Signing would contradict something this log has signed before."""


class PendingDamaged(KeepingError):
    """The journal of entries that wait for a checkpoint is damaged."""
