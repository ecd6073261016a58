"""Pages of proof and add-checkpoint requests: what is none is refused."""

import pytest

from repatria.record.errors import MalformedNote, MalformedProof, MalformedRequest
from repatria.record.formats.checkpoint import Checkpoint
from repatria.record.formats.keys import ED25519, ED25519_COSIGNATURE, MLDSA44_COSIGNATURE, SigningKey
from repatria.record.formats.note import Note
from repatria.record.formats.proof import TlogProof
from repatria.record.formats.request import AddCheckpoint
from repatria.record.formats.signatures import sign

BARE = Note(Checkpoint("log.example", 5, bytes(32)).format())
KEYS = [SigningKey("log.example", kind, b"\1" * 32) for kind in (ED25519, MLDSA44_COSIGNATURE, ED25519_COSIGNATURE)]
NOTE = BARE.with_signatures(sign(BARE, key, 1000) for key in KEYS)
HASH = "A" * 43 + "="
GOOD = TlogProof(4, (bytes(32), bytes(32)), NOTE, b"entry").format()


def test_a_page_is_laid_out_as_the_specification_says():
    lines = GOOD.split("\n")
    assert lines[:6] == ["c2sp.org/tlog-proof@v1", "extra ZW50cnk=", "index 4", HASH, HASH, ""]
    assert "\n".join(lines[6:]) == NOTE.format()
    assert TlogProof.parse(GOOD.replace("extra ZW50cnk=\n", "")).extra is None
    assert TlogProof.parse(GOOD.replace("ZW50cnk=", "")).extra == b""


def test_a_short_page_leaves_the_ml_dsa_signatures_out_and_nothing_else():
    short = TlogProof.parse(GOOD).short()
    assert [len(line.signature) for line in short.checkpoint.signatures] == [64, 72]
    assert (short.index, short.path, short.extra, short.checkpoint.text) == (
        4,
        (bytes(32),) * 2,
        b"entry",
        BARE.text,
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        GOOD.replace("@v1", "@v2"),
        GOOD.replace("c2sp", "C2SP"),
        GOOD.replace("index 4", "index 04"),
        GOOD.replace("index 4", "index -4"),
        GOOD.replace("index 4", "index  4"),
        GOOD.replace("index 4\n", ""),
        GOOD.replace("index 4", "Index 4"),
        GOOD.replace("index 4", "index 9223372036854775808"),
        GOOD.replace("extra ZW50cnk=", "extra ZW50cnk"),
        GOOD.replace("extra ZW50cnk=", "extra"),
        GOOD.replace("extra ZW50cnk=", "more ZW50cnk="),
        GOOD.replace(HASH, HASH[:-5] + "=", 1),
        GOOD.replace(HASH, "A" * 42 + "B=", 1),
        GOOD.replace(HASH, f"{HASH} ", 1),
        GOOD.replace(f"{HASH}\n", f"{HASH}\n" * 63, 1),
        GOOD.partition("\n\n")[0],
    ],
)
def test_what_is_no_page_of_proof_is_refused(text):
    with pytest.raises(MalformedProof):
        TlogProof.parse(text)


def test_sixty_three_hashes_are_read():
    assert len(TlogProof.parse(GOOD.replace(f"{HASH}\n", f"{HASH}\n" * 62, 1)).path) == 63


@pytest.mark.parametrize("text", [GOOD[:-1], GOOD + "\n", GOOD.partition("\n\n")[0] + "\n\n"])
def test_a_page_without_a_signed_checkpoint_is_refused(text):
    with pytest.raises(MalformedNote):
        TlogProof.parse(text)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"old 5",
        b"old 5\n",
        b"old 05\n\nx",
        b"old -1\n\nx",
        b"old 9223372036854775808\n\nx",
        b"new 5\n\nx",
        b"old5\n\nx",
        b"old 5\nAAAA\n\nx",
        b"old 5 \n\nx",
        b"\xff\n\nx",
        b"old 5\n" + f"{HASH}\n".encode() * 64 + b"\nx",
    ],
)
def test_what_is_no_request_is_refused(body):
    with pytest.raises(MalformedRequest):
        AddCheckpoint.parse(body)


def test_a_request_is_laid_out_as_the_specification_says():
    body = b"old 5\n" + f"{HASH}\n".encode() * 63 + b"\nx\n"
    request = AddCheckpoint.parse(body)
    assert (request.old, request.proof, request.checkpoint) == (5, (bytes(32),) * 63, "x\n")
    assert request.format() == body
    assert AddCheckpoint(0, (), "x\n").format() == b"old 0\n\nx\n"
