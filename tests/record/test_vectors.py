"""The public vectors of other implementations: what they accept we accept, what they refuse we refuse."""

import json
from base64 import b64decode
from pathlib import Path

import pytest

from repatria.record.errors import RecordError
from repatria.record.formats.checkpoint import Checkpoint
from repatria.record.formats.keys import ED25519, ED25519_COSIGNATURE, VerifierKey
from repatria.record.formats.note import Note
from repatria.record.formats.signatures import check_signatures, time_of
from repatria.record.formats.tiles import format_bundle, format_tile, parse_bundle, parse_tile
from repatria.record.merkle import EMPTY_ROOT, Tree, leaf_hash, verify_consistency, verify_inclusion

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def vectors(shared: Path) -> Path:
    return shared / "data" / "record"


def load(vectors: Path, name: str):
    return json.loads((vectors / name).read_text())


def hashes(proof: list[str] | None) -> list[bytes]:
    return [b64decode(h) for h in proof or []]


def refused(check, *args) -> bool:
    try:
        check(*args)
    except RecordError:
        return True
    return False


def test_inclusion_proofs(vectors):
    cases = load(vectors, "merkle-inclusion.json")
    wrong = [
        c["desc"]
        for c in cases
        if refused(
            verify_inclusion,
            b64decode(c["leafHash"]),
            c["leafIdx"],
            c["treeSize"],
            hashes(c["proof"]),
            b64decode(c["root"]),
        )
        != c["wantErr"]
    ]
    assert len(cases) == 45
    assert wrong == []


def test_consistency_proofs(vectors):
    cases = load(vectors, "merkle-consistency.json")
    wrong = [
        c["desc"]
        for c in cases
        if refused(
            verify_consistency,
            c["size1"],
            c["size2"],
            b64decode(c["root1"]),
            b64decode(c["root2"]),
            hashes(c["proof"]),
        )
        != c["wantErr"]
    ]
    assert len(cases) == 48
    assert wrong == []


@pytest.mark.parametrize("name", ["notes.json", "cosignatures.json"])
def test_notes_and_cosignatures(vectors, name):
    for case in load(vectors, name):
        keys = [VerifierKey.parse(k) for k in case["keys"]]
        assert [k.format() for k in keys] == case["keys"]
        data = b64decode(case["note_base64"])
        assert refused(lambda d, k: check_signatures(Note.parse(d), k), data, keys) == case["wantErr"], case["desc"]


@pytest.mark.parametrize("name", ["notes.json", "cosignatures.json"])
def test_a_note_is_written_back_as_it_was_read(vectors, name):
    for case in load(vectors, name):
        if not case["wantErr"]:
            data = b64decode(case["note_base64"])
            assert Note.parse(data).format().encode() == data


def test_a_cosignature_gives_its_time(vectors):
    for case in load(vectors, "cosignatures.json"):
        if "time" in case:
            [key] = [VerifierKey.parse(k) for k in case["keys"]]
            [line] = Note.parse(b64decode(case["note_base64"])).by(key)
            assert time_of(line, key) == case["time"]


def test_real_inclusion_proofs_of_rekor(vectors):
    # In the second case the certificate inside the entry was exchanged, so the entry is another one.
    not_included = {"inclusion-proof-corrupted-hash_fail", "incorrect-public-key_fail"}
    said_no = set()
    for case in load(vectors, "rekor.json"):
        leaf, root = leaf_hash(b64decode(case["leaf_base64"])), b64decode(case["root"])
        if refused(verify_inclusion, leaf, case["leafIdx"], case["treeSize"], hashes(case["proof"]), root):
            said_no.add(case["case"])
    assert said_no == not_included


def ed25519_keys(case) -> list[VerifierKey]:
    """The keys of the trusted root, as vkeys named after the host of the log."""
    return [
        VerifierKey(log["url"].removeprefix("https://"), ED25519, b64decode(log["spki"])[-32:])
        for log in case.get("tlogs") or []
        if log["details"] == "PKIX_ED25519"
    ]


def test_real_checkpoints_of_rekor(vectors):
    checked = 0
    for case in load(vectors, "rekor.json"):
        keys = ed25519_keys(case)
        if case["case"] == "rekor2-checkpoint-missing-log-signature_fail":
            assert refused(Note.parse, case["checkpoint"])
            continue
        note = Note.parse(case["checkpoint"])
        assert note.format() == case["checkpoint"]
        assert Checkpoint.parse(note.text).format() == note.text
        if keys:
            checked += 1
            assert [k.name for k in check_signatures(note, keys)] == [Checkpoint.parse(note.text).origin]
    assert checked >= 8


def test_a_checkpoint_with_another_root_than_the_proof_is_seen(vectors):
    [case] = [c for c in load(vectors, "rekor.json") if c["case"] == "checkpoint-wrong-roothash_fail"]
    checkpoint = Checkpoint.parse(Note.parse(case["checkpoint"]).text)
    leaf = leaf_hash(b64decode(case["leaf_base64"]))
    assert refused(verify_inclusion, leaf, case["leafIdx"], checkpoint.size, hashes(case["proof"]), checkpoint.root)


def test_every_checkpoint_of_the_tessera_log_follows_from_its_tiles(vectors):
    folder = vectors / "tessera-log"
    key = VerifierKey.parse((folder / "vkey").read_text().strip())
    tile = folder / "tile" / "0" / "000.p"
    whole = Tree(parse_tile((tile / "15").read_bytes()))
    for size in range(16):
        note = Note.parse((folder / f"checkpoint.{size}").read_bytes())
        assert check_signatures(note, [key]) == [key]
        checkpoint = Checkpoint.parse(note.text)
        assert (checkpoint.size, checkpoint.root) == (size, whole.root(size) if size else EMPTY_ROOT)


def test_every_bundle_of_the_tessera_log_hashes_to_its_tile(vectors):
    folder = vectors / "tessera-log" / "tile"
    for width in range(1, 16):
        bundle = (folder / "entries" / "000.p" / str(width)).read_bytes()
        tile = (folder / "0" / "000.p" / str(width)).read_bytes()
        entries = parse_bundle(bundle)
        assert format_bundle(entries) == bundle
        assert format_tile([leaf_hash(e) for e in entries]) == tile
        assert format_tile(parse_tile(tile)) == tile


def test_the_witness_key_of_the_cosignatures_is_of_type_four(vectors):
    kinds = {VerifierKey.parse(k).kind for c in load(vectors, "cosignatures.json") for k in c["keys"]}
    assert kinds == {ED25519_COSIGNATURE}
