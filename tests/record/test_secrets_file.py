"""The file of private keys: with and without a passphrase, and what is no such file."""

import json

import pytest

from repatria.record.errors import CannotKeep, MalformedKey
from repatria.record.formats.keys import ED25519, MLDSA44_COSIGNATURE
from repatria.record.secrets_file import FORMAT, format_keys, new_keys, parse_keys, parse_public

KEYS = new_keys("log.example", [ED25519, MLDSA44_COSIGNATURE])
OPEN = json.loads(format_keys(KEYS))
LOCKED = json.loads(format_keys(KEYS, "слово"))


def written(document: object) -> bytes:
    return json.dumps(document).encode()


@pytest.mark.parametrize("passphrase", [None, "слово", ""])
def test_keys_go_both_ways(passphrase):
    data = format_keys(KEYS, passphrase)
    assert parse_keys(data, passphrase) == KEYS
    assert parse_public(data) == [key.verifier for key in KEYS]
    assert (b"seeds" in data) == (passphrase is None)


def test_fresh_keys_are_never_the_same():
    assert len({key.seed for _ in range(20) for key in new_keys("a", [ED25519, MLDSA44_COSIGNATURE])}) == 40
    assert format_keys(KEYS, "x") != format_keys(KEYS, "x")


def test_a_locked_file_needs_its_passphrase():
    with pytest.raises(CannotKeep, match="give the passphrase"):
        parse_keys(written(LOCKED))
    with pytest.raises(CannotKeep, match="does not open"):
        parse_keys(written(LOCKED), "other")
    assert parse_keys(written(OPEN), "not needed") == KEYS


def test_the_passphrase_is_bound_to_the_public_keys():
    other = json.loads(format_keys(new_keys("log.example", [ED25519, MLDSA44_COSIGNATURE]), "слово"))
    with pytest.raises(CannotKeep, match="does not open"):
        parse_keys(written({**LOCKED, "public": other["public"]}), "слово")


@pytest.mark.parametrize(
    "document",
    [
        {},
        [],
        {**OPEN, "format": "another/1"},
        {**OPEN, "public": [1, 2]},
        {**OPEN, "public": None},
        {**OPEN, "public": ["nonsense"]},
        {**OPEN, "public": OPEN["public"][:1]},
        {**OPEN, "public": OPEN["public"][::-1]},
        {**OPEN, "seeds": "AAAA"},
        {**OPEN, "seeds": 5},
        {**OPEN, "seeds": None},
        {**OPEN, "seeds": "not base64!"},
        {"format": FORMAT, "public": OPEN["public"]},
        {"format": FORMAT, "public": OPEN["public"], "locked": 7},
    ],
)
def test_what_is_no_key_file_is_refused(document):
    with pytest.raises(MalformedKey):
        parse_keys(written(document), "слово")


@pytest.mark.parametrize("locked", ["", "AAAA", LOCKED["locked"][:40]], ids=["nothing", "a few bytes", "half"])
def test_a_cut_lock_does_not_open(locked):
    with pytest.raises(CannotKeep, match="does not open"):
        parse_keys(written({**LOCKED, "locked": locked}), "слово")


@pytest.mark.parametrize("data", [b"", b"\xff", b"nonsense", b"[" * 100_000])
def test_what_is_no_json_is_refused(data):
    with pytest.raises(MalformedKey):
        parse_public(data)
