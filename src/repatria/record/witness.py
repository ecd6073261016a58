"""A witness: it cosigns a checkpoint only if it extends the last one it cosigned (C2SP tlog-witness 1.0.0).

What it has seen is on the disk before it answers, so that no crash and no second request takes it back. This module
judges; :mod:`~repatria.record.transport` carries requests and answers over HTTP.
"""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from threading import Lock

from repatria.i18n import _
from repatria.record.errors import (
    CannotKeep,
    Malformed,
    ProofRefused,
    RecordError,
    SignatureRefused,
    UnreadableSignature,
)
from repatria.record.files import SECRET, Staging, locked, make_folder, naming, read_file
from repatria.record.formats.checkpoint import Checkpoint
from repatria.record.formats.keys import ED25519_COSIGNATURE, MLDSA44_COSIGNATURE, SigningKey, VerifierKey
from repatria.record.formats.note import LARGEST_NOTE, Note
from repatria.record.formats.request import AddCheckpoint
from repatria.record.formats.signatures import check_signatures, sign
from repatria.record.merkle import EMPTY_ROOT, verify_consistency
from repatria.record.secrets_file import format_keys, new_keys, parse_keys

LARGEST_KEY_FILE = 100_000
SIZE_TYPE = "text/x.tlog.size"
TEXT_TYPE = "text/plain; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the witness answers: an HTTP status, a body, and the body's type."""

    status: int
    body: str
    content_type: str = TEXT_TYPE


class _No(RecordError):
    """A refusal, with the answer to send."""

    def __init__(self, status: int, body: str, content_type: str = TEXT_TYPE) -> None:
        super().__init__(body)
        self.answer = Answer(status, body, content_type)


class Witness:
    """A witness with its keys and memory in one private folder. Only one program may run it at a time."""

    def __init__(
        self, folder: Path, name: str, logs: Sequence[VerifierKey], wait: float = 0.0, passphrase: str | None = None
    ) -> None:
        """Open the witness in `folder`; a new folder gets fresh keys under `name`.

        `logs` are the keys of the logs it watches, each named by its log's origin.

        Raises:
            RecordBusy: another program runs this witness.
            CannotKeep: the folder cannot be used, or belongs to a witness of another name.
        """
        self.folder, self.logs = folder, logs
        self._staging = Staging(folder / "staging")
        self._one_at_a_time = Lock()
        self._closing = ExitStack()
        with naming(folder):
            make_folder(folder, 0o700)
        self._closing.enter_context(locked(folder / "lock", wait))
        self._staging.sweep()
        self._keys = self._own_keys(name, passphrase)

    def close(self) -> None:
        """Let go of the folder."""
        self._closing.close()

    @property
    def verifiers(self) -> list[VerifierKey]:
        """The public keys to put into policies."""
        return [key.verifier for key in self._keys]

    def _own_keys(self, name: str, passphrase: str | None) -> list[SigningKey]:
        data = read_file(self.folder / "keys", LARGEST_KEY_FILE)
        if data is None:
            keys = new_keys(name, [ED25519_COSIGNATURE, MLDSA44_COSIGNATURE])
            public = "".join(key.verifier.format() + "\n" for key in keys)
            self._staging.put_now(self.folder / "public-keys.txt", public.encode())
            self._staging.put_now(self.folder / "keys", format_keys(keys, passphrase), SECRET)
            return keys
        keys = parse_keys(data, passphrase)
        if keys[0].name != name:
            raise CannotKeep(_("{folder} belongs to a witness of another name").format(folder=self.folder))
        return keys

    def add_checkpoint(self, body: bytes, now: int) -> Answer:
        """Judge one request; `now` is seconds since 1970.

        200 with cosignatures; 400 badly written, or old size above new; 403 no good signature of the log;
        404 unknown log; 409 another size than the last one seen, or another root at that size; 422 bad proof.

        Raises:
            CannotKeep: what was seen cannot be read or written; nothing was cosigned.
        """
        with self._one_at_a_time:
            try:
                return self._judge(body, now)
            except _No as no:
                return no.answer

    def _judge(self, body: bytes, now: int) -> Answer:
        request, note, checkpoint = self._read(body)
        if request.old > checkpoint.size:
            raise _No(400, _("the old size is larger than the checkpoint's") + "\n")
        self._check_progress(request, checkpoint)
        bare = Note(note.text)
        lines = [sign(bare, key, now) for key in self._keys]
        self._remember(checkpoint.origin, note.with_signatures(lines))
        return Answer(200, "".join(line.format() + "\n" for line in lines))

    def _read(self, body: bytes) -> tuple[AddCheckpoint, Note, Checkpoint]:
        try:
            request = AddCheckpoint.parse(body)
            text, _gap, _signatures = request.checkpoint.rpartition("\n\n")
            checkpoint = Checkpoint.parse(text + "\n")
        except Malformed as cause:
            raise _No(400, f"{cause}\n") from cause
        keys = [key for key in self.logs if key.name == checkpoint.origin]
        if not keys:
            raise _No(404, _("this witness does not watch that log") + "\n")
        try:
            note = Note.parse(request.checkpoint)
            check_signatures(note, keys)
        except (SignatureRefused, UnreadableSignature) as cause:
            raise _No(403, f"{cause}\n") from cause
        except Malformed as cause:
            raise _No(400, f"{cause}\n") from cause
        return request, note, checkpoint

    def _check_progress(self, request: AddCheckpoint, new: Checkpoint) -> None:
        seen = self.seen(new.origin)
        size, root = (seen.size, seen.root) if seen else (0, EMPTY_ROOT)
        if request.old != size or (new.size == size and new.root != root):
            raise _No(409, f"{size}\n", SIZE_TYPE)
        try:
            if size == 0:
                _check_first(request, new)
            else:
                verify_consistency(size, new.size, root, new.root, request.proof)
        except ProofRefused as cause:
            raise _No(422, f"{cause}\n") from cause

    # ---------------------------------------------------------------- memory

    def _place(self, origin: str) -> Path:
        return self.folder / "logs" / sha256(origin.encode()).hexdigest()

    def seen(self, origin: str) -> Checkpoint | None:
        """Give the last checkpoint of a log that this witness cosigned.

        Raises:
            CannotKeep: the memory of it is damaged; this witness then answers nothing for that log.
        """
        place = self._place(origin)
        data = read_file(place, LARGEST_NOTE)
        if data is None:
            return None
        try:
            note = Note.parse(data)
            check_signatures(note, self.verifiers)
            return Checkpoint.parse(note.text)
        except (Malformed, SignatureRefused) as cause:
            raise CannotKeep(
                _("{file}, the memory of this witness, is damaged; put back its newest copy").format(file=place)
            ) from cause

    def _remember(self, origin: str, note: Note) -> None:
        self._staging.put_now(self._place(origin), note.format().encode(), SECRET)


def _check_first(request: AddCheckpoint, new: Checkpoint) -> None:
    if request.proof:
        raise ProofRefused(_("the first checkpoint needs no proof, but one is given"))
    if new.size == 0 and new.root != EMPTY_ROOT:
        raise ProofRefused(_("an empty tree has another root"))
