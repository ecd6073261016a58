"""Notes and what their signatures cover."""

import struct

import pytest

from repatria.record.errors import (
    MalformedCheckpoint,
    MalformedKey,
    MalformedNote,
    SignatureRefused,
    UnreadableSignature,
)
from repatria.record.formats.checkpoint import Checkpoint
from repatria.record.formats.keys import (
    ED25519,
    ED25519_COSIGNATURE,
    MLDSA44_COSIGNATURE,
    SigningKey,
)
from repatria.record.formats.note import MOST_SIGNATURES, Note, SignatureLine
from repatria.record.formats.signatures import check_signatures, line_holds, sign, time_of
from repatria.record.formats.text import LARGEST

LOG = SigningKey("log.example", ED25519, b"\1" * 32)
WITNESS = SigningKey("north.example", ED25519_COSIGNATURE, b"\2" * 32)
SAFE = SigningKey("log.example", MLDSA44_COSIGNATURE, b"\3" * 32)
ALL = [LOG, WITNESS, SAFE]
TEXT = Checkpoint("log.example", 5, b"\7" * 32).format()
BARE = Note(TEXT)


def signed(*keys: SigningKey, at: int = 1_700_000_000) -> Note:
    return BARE.with_signatures(sign(BARE, key, at) for key in keys)


@pytest.mark.parametrize("key", ALL)
def test_each_type_of_key_signs_and_checks(key):
    assert check_signatures(signed(key), [key.verifier]) == [key.verifier]


@pytest.mark.parametrize("key", ALL)
def test_a_signature_for_another_text_is_refused(key):
    other = Note(Checkpoint("log.example", 6, b"\7" * 32).format(), signed(key).signatures)
    with pytest.raises(SignatureRefused, match="does not verify"):
        check_signatures(other, [key.verifier])


@pytest.mark.parametrize("key", [WITNESS, SAFE])
def test_the_time_of_a_cosignature_cannot_be_changed(key):
    line = sign(BARE, key, 1000)
    assert time_of(line, key.verifier) == 1000
    later = SignatureLine(line.name, line.key_id, struct.pack(">Q", 1001) + line.signature[8:])
    assert line_holds(line, key.verifier, TEXT)
    assert not line_holds(later, key.verifier, TEXT)


@pytest.mark.parametrize("key", [WITNESS, SAFE])
def test_times_run_from_1970_to_the_largest_signed_number(key):
    assert time_of(sign(BARE, key, LARGEST), key.verifier) == LARGEST
    assert time_of(sign(BARE, key, 0), key.verifier) == 0
    for at in (-1, LARGEST + 1):
        with pytest.raises(MalformedKey):
            sign(BARE, key, at)
    far = SignatureLine(key.name, key.verifier.id, b"\xff" * 8 + sign(BARE, key, 0).signature[8:])
    assert not line_holds(far, key.verifier, TEXT)


def test_a_plain_signature_and_a_strangers_line_carry_no_time():
    with pytest.raises(MalformedNote):
        time_of(sign(BARE, LOG, 5), LOG.verifier)
    with pytest.raises(MalformedNote):
        time_of(sign(BARE, WITNESS, 5), SAFE.verifier)
    short = SignatureLine(WITNESS.name, WITNESS.verifier.id, b"12345")
    with pytest.raises(MalformedNote):
        time_of(short, WITNESS.verifier)


@pytest.mark.parametrize("key", [WITNESS, SAFE])
def test_only_checkpoints_are_cosigned(key):
    with pytest.raises(MalformedCheckpoint):
        sign(Note("a letter\n"), key, 5)
    line = sign(BARE, key, 5)
    assert not line_holds(line, key.verifier, "a letter\n")


def test_an_ml_dsa_cosignature_commits_to_its_cosigners_name():
    twin = SigningKey("other.example", MLDSA44_COSIGNATURE, SAFE.seed)
    line = sign(BARE, SAFE, 5)
    renamed = SignatureLine(twin.name, twin.verifier.id, line.signature)
    assert not line_holds(renamed, twin.verifier, TEXT)


def test_an_ml_dsa_cosignature_leaves_extension_lines_out_and_an_ed25519_one_does_not():
    longer = Checkpoint("log.example", 5, b"\7" * 32, ("more",)).format()
    assert line_holds(sign(BARE, SAFE, 5), SAFE.verifier, longer)
    assert not line_holds(sign(BARE, WITNESS, 5), WITNESS.verifier, longer)


def test_an_origin_too_long_for_the_structure_is_refused():
    long = Note(Checkpoint("x" * 256, 5, b"\7" * 32).format())
    with pytest.raises(MalformedKey):
        sign(long, SAFE, 5)
    assert not line_holds(sign(BARE, SAFE, 5), SAFE.verifier, long.text)


@pytest.mark.parametrize("key", ALL)
@pytest.mark.parametrize("change", [-1, 1])
def test_a_signature_of_another_length_does_not_hold(key, change):
    line = sign(BARE, key, 5)
    data = line.signature[:-1] if change < 0 else line.signature + b"\0"
    assert not line_holds(SignatureLine(line.name, line.key_id, data), key.verifier, TEXT)


def test_unknown_signatures_are_passed_over_but_known_bad_ones_are_not():
    note = signed(LOG, WITNESS)
    assert check_signatures(note, [LOG.verifier]) == [LOG.verifier]
    bad = SignatureLine(WITNESS.name, WITNESS.verifier.id, bytes(72))
    damaged = Note(TEXT, (note.signatures[0], bad))
    assert check_signatures(damaged, [LOG.verifier]) == [LOG.verifier]
    with pytest.raises(SignatureRefused):
        check_signatures(damaged, [LOG.verifier, WITNESS.verifier])


def test_a_good_signature_does_not_cover_for_a_bad_one_of_the_same_key():
    good = signed(LOG).signatures[0]
    for lines in [(good, bad := SignatureLine(LOG.name, LOG.verifier.id, bytes(64))), (bad, good)]:
        with pytest.raises(SignatureRefused):
            check_signatures(Note(TEXT, lines), [LOG.verifier])


def test_a_line_of_the_right_name_and_another_id_is_unknown():
    stranger = SigningKey(LOG.name, ED25519, b"\x09" * 32)
    note = signed(stranger)
    with pytest.raises(SignatureRefused, match="none of the keys"):
        check_signatures(note, [LOG.verifier])
    renamed = SigningKey("other.example", ED25519, LOG.seed)
    with pytest.raises(SignatureRefused, match="none of the keys"):
        check_signatures(signed(renamed), [LOG.verifier])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "text\n",
        "text\n\n",
        "text\n\n\n",
        "text\n\n— a\n",
        "text\n\n- a AAAAAAA=\n",
        "text\n\n— a  AAAAAAA=\n",
        "text\n\n—  AAAAAAA=\n",
        "text\n\n— a AAAAAAA= \n",
        "text\n\n— a+b AAAAAAA=\n",
        "text\n\n— a AAAA-AA=\n",
        "text\n\n— a \n",
        "te\x00xt\n\n— a AAAAAAA=\n",
        "te\txt\n\n— a AAAAAAA=\n",
        "text\r\n\r\n— a AAAAAAA=\r\n",
        "text\n\n— a AAAAAAA=\n\n",
        "text\n\n— a AAAAAAA=",
    ],
)
def test_what_is_no_note_is_refused(text):
    with pytest.raises(MalformedNote):
        Note.parse(text)


@pytest.mark.parametrize("data", ["AAAAAAB=", "AAAAAA==", "AAAAA===", "AAAA", "AAAAAA", "=AAA"])
def test_a_signature_that_is_not_exact_base64_or_too_short_is_its_own_error(data):
    kind = MalformedNote if data.startswith("=") or data.endswith("===") else UnreadableSignature
    with pytest.raises(kind):
        Note.parse(f"text\n\n— a {data}\n")


def test_a_hundred_signatures_are_read_and_one_more_is_not():
    line = signed(LOG).signatures[0].format() + "\n"
    assert len(Note.parse(TEXT + "\n" + line * MOST_SIGNATURES).signatures) == MOST_SIGNATURES
    with pytest.raises(MalformedNote, match="more than 100"):
        Note.parse(TEXT + "\n" + line * (MOST_SIGNATURES + 1))


def test_a_note_is_a_megabyte_at_most():
    line = signed(LOG).signatures[0].format() + "\n"
    filler = 1_000_000 - len(("\n\n" + line).encode())
    assert Note.parse("x" * filler + "\n\n" + line).signatures
    with pytest.raises(MalformedNote, match="larger"):
        Note.parse("x" * (filler + 1) + "\n\n" + line)
    with pytest.raises(MalformedNote, match="UTF-8"):
        Note.parse("\ud800")


def test_a_signature_is_not_added_twice():
    once = signed(LOG, WITNESS)
    assert once.with_signatures(once.signatures) == once
    assert BARE.with_signatures([*once.signatures, *once.signatures]) == once


@pytest.mark.parametrize(
    "text",
    [
        "",
        "o\n",
        "o\n5\n",
        "o\n5\n" + "A" * 43 + "=",
        "\n5\n" + "A" * 43 + "=\n",
        "o\n05\n" + "A" * 43 + "=\n",
        "o\n+5\n" + "A" * 43 + "=\n",
        "o\n-5\n" + "A" * 43 + "=\n",
        "o\n٥\n" + "A" * 43 + "=\n",
        "o\n9223372036854775808\n" + "A" * 43 + "=\n",
        "o\n5\n" + "A" * 42 + "B=\n",
        "o\n5\n" + "A" * 44 + "\n",
        "o\n5\nAAAA\n",
        "o\n5\n" + "A" * 43 + "=\n\n",
        "o\n5\n" + "A" * 43 + "=\n\nmore\n",
    ],
)
def test_what_is_no_checkpoint_is_refused(text):
    with pytest.raises(MalformedCheckpoint):
        Checkpoint.parse(text)


def test_extension_lines_are_kept():
    text = "o\n9223372036854775807\n" + "A" * 43 + "=\nmore\nand more\n"
    assert Checkpoint.parse(text).extensions == ("more", "and more")
    assert Checkpoint.parse(text).format() == text


@pytest.mark.parametrize(
    "wrong",
    [
        {"size": -1},
        {"size": LARGEST + 1},
        {"root": bytes(31)},
        {"origin": ""},
        {"origin": "a\nb"},
        {"origin": "a\x01b"},
        {"origin": "\ud800"},
        {"extensions": ("",)},
        {"extensions": ("a\n",)},
    ],
)
def test_a_checkpoint_that_could_not_be_read_back_cannot_be_made(wrong):
    with pytest.raises(MalformedCheckpoint):
        Checkpoint(**{"origin": "o", "size": 5, "root": bytes(32), **wrong})
