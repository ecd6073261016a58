"""Trust policies (C2SP tlog-policy): which logs are known, who watches them, and who must have seen a checkpoint.

    log example.org/exchange+1a2b3c4d+AZ...
    witness North north.example+...+BA...
    witness South south.example+...+BA...
    witness ICRC icrc.example+...+BA...
    group sides all North South
    group both-and-one all sides ICRC
    quorum both-and-one

The file is read as octets: a name is the bytes that spell it. Comments and spacing are passed over, so
`format` undoes `parse` for the lines, not for the comments.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from repatria.i18n import _
from repatria.record.errors import MalformedKey, MalformedPolicy, PolicyNotMet, SignatureRefused
from repatria.record.formats.checkpoint import Checkpoint
from repatria.record.formats.keys import ED25519, ED25519_COSIGNATURE, VerifierKey
from repatria.record.formats.note import Note
from repatria.record.formats.signatures import check_signatures

LARGEST_POLICY = 1_000_000
NONE = "none"

_OCTET = re.compile(rb"[\x09\x0a\x20-\x7e\x80-\xff]*")
_NUMBER = re.compile(r"[1-9][0-9]{0,5}")


@dataclass(frozen=True, slots=True)
class Log:
    """A log that checkpoints are taken from."""

    key: VerifierKey
    url: str = ""

    def format(self) -> str:
        """Write the line."""
        return " ".join(filter(None, ["log", self.key.format(), self.url]))


@dataclass(frozen=True, slots=True)
class Witness:
    """A witness, under the name the policy gives it."""

    name: str
    key: VerifierKey
    url: str = ""

    def format(self) -> str:
        """Write the line."""
        return " ".join(filter(None, ["witness", self.name, self.key.format(), self.url]))


@dataclass(frozen=True, slots=True)
class Group:
    """A group that has seen a checkpoint when at least `threshold` of its members have."""

    name: str
    threshold: int
    members: tuple[str, ...]

    def format(self) -> str:
        """Write the line: `all` and `any` where they fit, else the number."""
        count = "all" if self.threshold == len(self.members) else "any" if self.threshold == 1 else None
        return " ".join(["group", self.name, count or str(self.threshold), *self.members])


@dataclass(frozen=True, slots=True)
class Policy:
    """A trust policy."""

    logs: tuple[Log, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    groups: tuple[Group, ...] = ()
    quorum: str = NONE

    @classmethod
    def parse(cls, data: bytes | str) -> "Policy":
        """Read a policy.

        Raises:
            MalformedPolicy: it is not one; the message names the line.
        """
        return _Reader().read(data.encode("utf-8", "surrogateescape") if isinstance(data, str) else data)

    @classmethod
    def of_keys(cls, text: str) -> "Policy":
        """Make a policy that asks for no witness out of bare vkeys, one to a line.

        Raises:
            MalformedKey: a line is not a vkey.
        """
        return cls(tuple(Log(VerifierKey.parse(line)) for line in text.split("\n") if line))

    def format(self) -> bytes:
        """Write the policy: logs, witnesses, groups, quorum."""
        lines = [part.format() for row in (self.logs, self.witnesses, self.groups) for part in row]
        return "\n".join([*lines, f"quorum {self.quorum}", ""]).encode("utf-8", "surrogateescape")

    def log_keys(self, origin: str) -> list[VerifierKey]:
        """Give the keys of the log of that name."""
        return [log.key for log in self.logs if log.key.name == origin]

    @property
    def known_keys(self) -> list[VerifierKey]:
        """Give every key in the policy."""
        return [*(log.key for log in self.logs), *(witness.key for witness in self.witnesses)]

    def satisfied_by(self, signed: Iterable[VerifierKey]) -> bool:
        """Say whether the quorum is reached when the owners of `signed` have cosigned."""
        keys = set(signed)
        seen = {witness.name for witness in self.witnesses if witness.key in keys}
        for group in self.groups:
            if len(seen.intersection(group.members)) >= group.threshold:
                seen.add(group.name)
        return self.quorum == NONE or self.quorum in seen

    def missing(self, signed: Iterable[VerifierKey]) -> list[str]:
        """Give the names of the witnesses that have not cosigned."""
        keys = set(signed)
        return [witness.name for witness in self.witnesses if witness.key not in keys]

    def check(self, note: Note) -> tuple[Checkpoint, list[VerifierKey]]:
        """Check a checkpoint: signed by a known log under its own name, and seen by the quorum.

        Returns the checkpoint and the keys, of logs and witnesses, whose signatures verify.

        Raises:
            MalformedCheckpoint: the note is no checkpoint.
            SignatureRefused: no known log has signed it, or a known key's signature does not verify.
            PolicyNotMet: too few witnesses have cosigned.
        """
        checkpoint = Checkpoint.parse(note.text)
        ours = self.log_keys(checkpoint.origin)
        if not ours:
            raise SignatureRefused(_("the checkpoint is of a log that your keys do not name"))
        signed = check_signatures(note, dict.fromkeys([*ours, *(w.key for w in self.witnesses)]))
        if not set(ours) & set(signed):
            raise SignatureRefused(_("the log itself has not signed this checkpoint"))
        if not self.satisfied_by(signed):
            raise PolicyNotMet(
                _("the policy is not met: not cosigned by {names}").format(names=", ".join(self.missing(signed)))
            )
        return checkpoint, signed


@dataclass(slots=True)
class _Reader:
    """Reads a policy line by line; each name must be defined before it is used, and used once at most."""

    logs: list[Log] = field(default_factory=list)
    witnesses: list[Witness] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    quorum: str | None = None
    defined: set[str] = field(default_factory=lambda: {NONE})
    used: set[str] = field(default_factory=lambda: {NONE})

    def read(self, data: bytes) -> Policy:
        if len(data) > LARGEST_POLICY or not _OCTET.fullmatch(data):
            raise MalformedPolicy(_("the policy is too large or has a control character in it"))
        text = data.decode("utf-8", "surrogateescape")
        for number, line in enumerate(text.split("\n"), start=1):
            words = line.replace("\t", " ").split(" ")
            self._line(number, [word for word in words if word])
        if self.quorum is None:
            raise MalformedPolicy(_("the policy has no quorum line; write «quorum none» to ask for no witness"))
        return Policy(tuple(self.logs), tuple(self.witnesses), tuple(self.groups), self.quorum)

    def _line(self, number: int, words: list[str]) -> None:
        if not words or words[0].startswith("#"):
            return
        try:
            match words:
                case ["log", vkey, *url] if len(url) <= 1:
                    self._log(Log(VerifierKey.parse(vkey), *url))
                case ["witness", name, vkey, *url] if len(url) <= 1:
                    self._witness(Witness(name, VerifierKey.parse(vkey), *url))
                case ["group", name, count, _first, *_rest]:
                    self._group(name, count, words[3:])
                case ["quorum", name]:
                    self._quorum(name)
                case _:
                    raise MalformedPolicy(_("it is no log, witness, group or quorum line"))
        except (MalformedPolicy, MalformedKey) as cause:
            message = _("line {n} of the policy: {why}").format(n=number, why=cause)
            raise MalformedPolicy(message) from cause

    def _log(self, log: Log) -> None:
        if log.key.kind == ED25519_COSIGNATURE:
            raise MalformedPolicy(_("this key is a witness's; a log's key is of type 1 or 6"))
        if any(log.key.public == other.key.public for other in self.logs):
            raise MalformedPolicy(_("the same key is given to two logs"))
        self.logs.append(log)

    def _witness(self, witness: Witness) -> None:
        if witness.key.kind == ED25519:
            raise MalformedPolicy(_("this key cannot cosign; a witness key is of type 4 or 6"))
        if any(witness.key.public == other.key.public for other in self.witnesses):
            raise MalformedPolicy(_("the same key is given to two witnesses"))
        self._define(witness.name)
        self.witnesses.append(witness)

    def _group(self, name: str, count: str, members: list[str]) -> None:
        for member in members:
            if member not in self.defined or member in self.used:
                raise MalformedPolicy(_("a member of the group is not defined above, or is in a group already"))
            self.used.add(member)
        self._define(name)
        self.groups.append(Group(name, _threshold(count, len(members)), tuple(members)))

    def _quorum(self, name: str) -> None:
        if self.quorum is not None or name not in self.defined:
            raise MalformedPolicy(_("a second quorum line, or one whose name is not defined above it"))
        self.quorum = name

    def _define(self, name: str) -> None:
        if name in self.defined:
            raise MalformedPolicy(_("the name is taken"))
        self.defined.add(name)


def _threshold(count: str, members: int) -> int:
    if count in ("all", "any"):
        return members if count == "all" else 1
    if not _NUMBER.fullmatch(count) or int(count) > members:
        raise MalformedPolicy(_("a group asks for all, any, or a number from 1 to the count of its members"))
    return int(count)
