"""Keys: names, ids, types, and what each signs."""

import pytest

from repatria.record.errors import MalformedKey
from repatria.record.formats.keys import (
    ED25519,
    ED25519_COSIGNATURE,
    MLDSA44_COSIGNATURE,
    SigningKey,
    VerifierKey,
    key_id,
)

GOOD = VerifierKey("north.example", ED25519, bytes(32)).format()
KINDS = [ED25519, ED25519_COSIGNATURE, MLDSA44_COSIGNATURE]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "north.example",
        "north.example+00000000",
        GOOD + "+",
        GOOD.replace("+", " ", 1),
        GOOD.upper(),
        GOOD[:-1],
        GOOD + "\n",
        "north.example+xyzxyzxy+AQ==",
        "north.example+" + f"{key_id('north.example', 1, b''):08x}" + "+AQ==",
        "north.example+" + f"{key_id('north.example', 9, bytes(32)):08x}" + "+" + "CQ" + "A" * 42,
        "+" + GOOD.split("+", 1)[1],
        "south.example+" + GOOD.split("+", 1)[1],
        "north.example++",
        "north.example+deadbeef+",
    ],
)
def test_what_is_no_verifier_key_is_refused(text):
    with pytest.raises(MalformedKey):
        VerifierKey.parse(text)


@pytest.mark.parametrize(
    "name", ["", "a b", "a+b", "a\u00a0b", "a\tb", "a\nb", "a\x01b", "a\u2003b", "\ud800", "x" * 256, "ї" * 128]
)
def test_names_with_spaces_plus_or_control_characters_name_no_key(name):
    with pytest.raises(MalformedKey):
        VerifierKey(name, ED25519, bytes(32))
    with pytest.raises(MalformedKey):
        SigningKey(name, ED25519, bytes(32))


@pytest.mark.parametrize("name", ["x" * 255, "свідок.example", "a/b", "a\x7fb"])
def test_other_names_do(name):
    key = VerifierKey(name, ED25519, bytes(32))
    assert VerifierKey.parse(key.format()) == key


@pytest.mark.parametrize("kind", KINDS)
def test_a_signature_holds_for_its_text_and_key_alone(kind):
    key, other = SigningKey("a", kind, bytes(32)), SigningKey("a", kind, b"\1" * 32)
    signature = key.sign_raw(b"text")
    assert key.verifier.holds(signature, b"text")
    assert not key.verifier.holds(signature, b"tex")
    assert not other.verifier.holds(signature, b"text")
    assert not key.verifier.holds(signature[:-1], b"text")


@pytest.mark.parametrize(("kind", "length"), [(1, 31), (1, 33), (4, 1312), (6, 32), (6, 1313), (2, 91), (0, 32)])
def test_public_keys_of_another_length_or_type_are_refused(kind, length):
    with pytest.raises(MalformedKey):
        VerifierKey("a", kind, bytes(length))


@pytest.mark.parametrize(("kind", "length"), [(1, 31), (6, 33), (2, 32)])
def test_private_keys_of_another_length_or_type_are_refused(kind, length):
    with pytest.raises(MalformedKey):
        SigningKey("a", kind, bytes(length))


def test_a_private_key_does_not_show_itself():
    assert "secret" in repr(SigningKey("a", ED25519, b"\x41" * 32))
    assert "A" * 32 not in repr(SigningKey("a", ED25519, b"\x41" * 32))


def test_ids_depend_on_name_type_and_key():
    ids = {key_id(n, k, p) for n in "ab" for k in (1, 4) for p in (bytes(32), b"\1" * 32)}
    assert len(ids) == 8
