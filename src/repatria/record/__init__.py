"""The tamper-evident record: entries, tree, checkpoints, proofs, witnesses, in the open C2SP formats.

log = create_log(Path("record"), "example.org/exchange-1", at=now, by="HAL", parties=["NTH", "STH"])
opening = commit({"line": 1, "given_to": "S-01"})
number = log.append(entry("receipt given", at=now, by="STH", exchange="exchange-1",
                          manifest="manifest-1", receipt=opening.commitment))
log.checkpoint(now)
page = log.prove(number).format()
verify_folder(Path("record")).in_order
"""

from repatria.record.commitments import Opening, commit
from repatria.record.create import create_log
from repatria.record.entries import ACTS, Act, decode, encode, entry
from repatria.record.errors import RecordError
from repatria.record.formats.note import Note
from repatria.record.formats.policy import Policy
from repatria.record.formats.proof import TlogProof
from repatria.record.log import Log
from repatria.record.prove import prove, prove_unchanging
from repatria.record.reading import entries_of, origin_of
from repatria.record.verify import Report, verify_folder, verify_proof

__all__ = [
    "ACTS",
    "Act",
    "Log",
    "Note",
    "Opening",
    "Policy",
    "RecordError",
    "Report",
    "TlogProof",
    "commit",
    "create_log",
    "decode",
    "encode",
    "entries_of",
    "entry",
    "origin_of",
    "prove",
    "prove_unchanging",
    "verify_folder",
    "verify_proof",
]
