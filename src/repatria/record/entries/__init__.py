"""What may stand in the record: acts, the kinds of their fields, and entries in canonical JSON."""

from repatria.record.entries.acts import ACTS, Act
from repatria.record.entries.entry import decode, encode, entry, is_entry, read_json

__all__ = ["ACTS", "Act", "decode", "encode", "entry", "is_entry", "read_json"]
