"""What we write we can read, and what we can read we would write the same way: every format, both ways."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from repatria.record.errors import Malformed
from repatria.record.formats.checkpoint import Checkpoint
from repatria.record.formats.keys import VerifierKey
from repatria.record.formats.note import Note
from repatria.record.formats.policy import Policy
from repatria.record.formats.proof import TlogProof
from repatria.record.formats.request import AddCheckpoint
from repatria.record.formats.tiles import (
    TilePath,
    format_bundle,
    format_tile,
    parse_bundle,
    parse_tile,
)
from tests.record import strategies as made

FORMATS = {
    "note": (Note, made.notes),
    "checkpoint": (Checkpoint, made.checkpoints),
    "key": (VerifierKey, made.verifier_keys),
    "proof": (TlogProof, made.proofs),
    "request": (AddCheckpoint, made.requests),
    "policy": (Policy, made.policies()),
    "tile path": (TilePath, made.tile_paths),
}
big = settings(suppress_health_check=[HealthCheck.large_base_example, HealthCheck.too_slow], deadline=None)


@pytest.mark.parametrize("name", FORMATS)
def test_what_we_write_we_can_read(name):
    kind, values = FORMATS[name]

    @big
    @given(values)
    def both_ways(value):
        assert kind.parse(value.format()) == value

    both_ways()


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "policy"])
def test_what_we_can_read_we_would_write_the_same_way(name):
    """Damage a good text anywhere: either it is refused, or it is written back as it stands."""
    kind, values = FORMATS[name]

    @big
    @given(values, st.data())
    def both_ways(value, data):
        text = value.format()
        raw = text if isinstance(text, bytes) else text.encode()
        at = data.draw(st.integers(0, len(raw) - 1))
        damaged = raw[:at] + data.draw(st.binary(max_size=2)) + raw[at + data.draw(st.integers(0, 2)) :]
        try:
            again = damaged if isinstance(text, bytes) or kind is Note else damaged.decode()
            found = kind.parse(again)
        except (Malformed, UnicodeDecodeError):
            return
        written = found.format()
        assert written == again or written.encode() == again

    both_ways()


@given(st.lists(st.binary(max_size=300), min_size=1, max_size=256))
@settings(max_examples=30)
@example([b""])
@example([b""] * 256)
@example([bytes(65_535)])
def test_bundles_both_ways(entries):
    assert parse_bundle(format_bundle(entries)) == entries


@given(st.binary(max_size=600))
@example(b"")
@example(b"\x00")
@example(b"\x00\x05abcd")
def test_any_bytes_are_a_bundle_written_our_way_or_are_refused(data):
    try:
        entries = parse_bundle(data)
    except Malformed:
        return
    assert format_bundle(entries) == data


@given(st.lists(made.hashes, min_size=1, max_size=256))
@settings(max_examples=30, suppress_health_check=[HealthCheck.large_base_example])
def test_tiles_both_ways(hashes):
    assert parse_tile(format_tile(hashes)) == hashes
