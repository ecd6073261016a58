"""Values of every format, for tests that write them and read them back."""

from hypothesis import strategies as st

from repatria.record.formats.checkpoint import Checkpoint
from repatria.record.formats.keys import (
    ED25519,
    ED25519_COSIGNATURE,
    MLDSA44_COSIGNATURE,
    SigningKey,
    VerifierKey,
    check_name,
)
from repatria.record.formats.note import Note, SignatureLine
from repatria.record.formats.policy import Group, Log, Policy, Witness
from repatria.record.formats.proof import TlogProof
from repatria.record.formats.request import AddCheckpoint
from repatria.record.formats.text import LARGEST
from repatria.record.formats.tiles import TilePath

letters = st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"])
lines = st.text(letters, min_size=1, max_size=40)
hashes = st.binary(min_size=32, max_size=32)
numbers = st.integers(0, LARGEST)


def proper(name: str) -> bool:
    return "+" not in name and not any(c.isspace() for c in name)


names = lines.filter(proper).map(check_name)
kinds = st.sampled_from([ED25519, ED25519_COSIGNATURE, MLDSA44_COSIGNATURE])
signing_keys = st.builds(SigningKey, names, kinds, st.binary(min_size=32, max_size=32))
verifier_keys = st.one_of(
    st.builds(VerifierKey, names, st.sampled_from([ED25519, ED25519_COSIGNATURE]), hashes),
    st.builds(VerifierKey, names, st.just(MLDSA44_COSIGNATURE), st.binary(min_size=1312, max_size=1312)),
)
signature_lines = st.builds(SignatureLine, names, st.integers(0, 2**32 - 1), st.binary(min_size=1, max_size=80))
texts = st.lists(st.text(letters, max_size=30), min_size=1, max_size=6).map(lambda t: "\n".join(t) + "\n")
notes = st.builds(Note, texts, st.lists(signature_lines, min_size=1, max_size=5).map(tuple))
checkpoints = st.builds(Checkpoint, lines, numbers, hashes, st.lists(lines, max_size=3).map(tuple))
signed_checkpoints = st.builds(
    lambda checkpoint, signatures: Note(checkpoint.format(), tuple(signatures)),
    checkpoints,
    st.lists(signature_lines, min_size=1, max_size=3),
)
proofs = st.builds(
    TlogProof,
    numbers,
    st.lists(hashes, max_size=63).map(tuple),
    signed_checkpoints,
    st.none() | st.binary(max_size=60),
)
requests = st.builds(
    AddCheckpoint,
    numbers,
    st.lists(hashes, max_size=63).map(tuple),
    signed_checkpoints.map(Note.format),
)
tile_paths = st.builds(TilePath, st.none() | st.integers(0, 63), st.integers(0, 2**40), st.integers(1, 256))
words = st.text(
    st.characters(codec="utf-8", exclude_characters=" \t\n", exclude_categories=["Cs", "Cc"]),
    min_size=1,
    max_size=12,
)


@st.composite
def policies(draw):
    keys = draw(st.lists(verifier_keys, max_size=8, unique_by=lambda k: k.public))
    can_cosign = [k for k in keys if k.kind != ED25519]
    watching = can_cosign[: draw(st.integers(0, len(can_cosign)))]
    urls = st.just("") | words
    logs = tuple(Log(k, draw(urls)) for k in keys if k not in watching and k.kind != ED25519_COSIGNATURE)
    free = draw(
        st.lists(
            words.filter(lambda w: w != "none" and not w.startswith("#")), min_size=len(watching) + 3,
            max_size=len(watching) + 3, unique=True,
        )
    )  # fmt: skip
    witnesses = tuple(Witness(free.pop(), k, draw(urls)) for k in watching)
    defined, groups = [w.name for w in witnesses], []
    while defined and free and draw(st.booleans()):
        members = tuple(defined[: draw(st.integers(1, len(defined)))])
        defined = [*defined[len(members) :], name := free.pop()]
        groups.append(Group(name, draw(st.integers(1, len(members))), members))
    quorum = draw(st.sampled_from([*defined, "none"]))
    return Policy(logs, witnesses, tuple(groups), quorum)
