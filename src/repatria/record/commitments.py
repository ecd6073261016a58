"""Commitments: a fact about a person is in the record as SHA-256(32 random bytes || canonical JSON of the fact).

Whoever holds the opening (the random bytes and the fact) can show what was committed. Destroying the opening
erases: without the random bytes nobody can test a guess, and the record still verifies.
"""

import json
import secrets
from base64 import b64decode, b64encode
from dataclasses import dataclass
from hashlib import sha256
from hmac import compare_digest
from typing import Any

import rfc8785

from repatria.i18n import _
from repatria.record.errors import OpeningRefused

SALT_BYTES = 32


@dataclass(frozen=True, slots=True)
class Opening:
    """What opens a commitment: 32 random bytes and the fact (anything JSON can say). Secret."""

    salt: bytes
    fact: Any

    def __post_init__(self) -> None:
        if len(self.salt) != SALT_BYTES:
            raise OpeningRefused(_("an opening needs 32 random bytes"))

    def __repr__(self) -> str:
        return "Opening(secret)"

    @property
    def commitment(self) -> str:
        """The commitment that stands in the record: 64 hexadecimal digits.

        Raises:
            OpeningRefused: the fact cannot be written in canonical JSON.
        """
        return sha256(self.salt + self._canonical()).hexdigest()

    def _canonical(self) -> bytes:
        try:
            return rfc8785.dumps(self.fact)
        except (rfc8785.CanonicalizationError, UnicodeEncodeError, RecursionError) as cause:
            raise OpeningRefused(_("the fact cannot be written in canonical JSON")) from cause

    @classmethod
    def parse(cls, text: bytes | str) -> "Opening":
        """Read an opening.

        Raises:
            OpeningRefused: it is not one.
        """
        try:
            document = json.loads(text)
            return cls(b64decode(document["salt"], validate=True), document["fact"])
        except (ValueError, KeyError, TypeError, RecursionError) as cause:
            raise OpeningRefused(_("not an opening: it has no salt, or no fact")) from cause

    def format(self) -> str:
        """Write the opening, to hand to those entitled to it."""
        self._canonical()
        document = {"fact": self.fact, "salt": b64encode(self.salt).decode("ascii")}
        return rfc8785.dumps(document).decode()

    def check(self, commitment: str) -> None:
        """Check that this opens `commitment`.

        Raises:
            OpeningRefused: it does not.
        """
        if not compare_digest(self.commitment.encode(), commitment.encode()):
            raise OpeningRefused(_("this opening does not belong to the commitment in the record"))


def commit(fact: Any) -> Opening:
    """Commit to a fact with fresh random bytes; ``.commitment`` goes into the record, the opening does not."""
    return Opening(secrets.token_bytes(SALT_BYTES), fact)
