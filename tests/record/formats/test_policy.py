"""Policies: "both sides and one outsider have seen this", and what is no policy."""

import pytest

from repatria.record.errors import MalformedPolicy, PolicyNotMet, SignatureRefused
from repatria.record.formats.checkpoint import Checkpoint
from repatria.record.formats.keys import ED25519, ED25519_COSIGNATURE, SigningKey
from repatria.record.formats.note import Note
from repatria.record.formats.policy import Group, Policy
from repatria.record.formats.signatures import sign

LOG = SigningKey("log.example", ED25519, b"\1" * 32)
NORTH, SOUTH, ICRC, NOOR = (
    SigningKey(f"{name}.example", ED25519_COSIGNATURE, bytes([seed]) * 32)
    for seed, name in enumerate(["north", "south", "icrc", "noor"], start=2)
)
L = f"log {LOG.verifier.format()}\n"
N, S, I, O = (  # noqa: E741
    f"witness {name} {key.verifier.format()}\n"
    for name, key in [("North", NORTH), ("South", SOUTH), ("ICRC", ICRC), ("Noor", NOOR)]
)
BOTH_AND_ONE = (
    L + N + S + I + O + "group sides all North South\ngroup outside any ICRC Noor\n"
    "group seen all sides outside\nquorum seen\n"
)
BARE = Note(Checkpoint("log.example", 5, bytes(32)).format())


def seen_by(*keys: SigningKey) -> Note:
    return BARE.with_signatures(sign(BARE, key, 1000) for key in (LOG, *keys))


@pytest.mark.parametrize("outsider", [ICRC, NOOR])
def test_both_sides_and_one_outsider_are_enough(outsider):
    _checkpoint, signed = Policy.parse(BOTH_AND_ONE).check(seen_by(NORTH, SOUTH, outsider))
    assert [key.name for key in signed] == ["log.example", "north.example", "south.example", outsider.name]


@pytest.mark.parametrize("present", [(), (NORTH, SOUTH), (NORTH, ICRC, NOOR), (ICRC,), (SOUTH, NOOR)])
def test_fewer_are_not(present):
    with pytest.raises(PolicyNotMet, match="not cosigned by"):
        Policy.parse(BOTH_AND_ONE).check(seen_by(*present))


def test_the_message_names_who_is_missing():
    with pytest.raises(PolicyNotMet, match=r"not cosigned by South, Noor$"):
        Policy.parse(BOTH_AND_ONE).check(seen_by(NORTH, ICRC))


def test_a_number_is_a_threshold():
    policy = Policy.parse(L + N + S + I + "group two 2 North South ICRC\nquorum two\n")
    policy.check(seen_by(SOUTH, ICRC))
    with pytest.raises(PolicyNotMet):
        policy.check(seen_by(SOUTH))


def test_witnesses_do_not_stand_in_for_the_log():
    note = BARE.with_signatures([sign(BARE, NORTH, 5)])
    with pytest.raises(SignatureRefused, match="log itself"):
        Policy.parse(L + N + "quorum North\n").check(note)


def test_a_checkpoint_of_another_log_is_refused():
    other = Note(Checkpoint("other.example", 5, bytes(32)).format())
    signed = other.with_signatures([sign(other, LOG, 5)])
    with pytest.raises(SignatureRefused, match="your keys do not name"):
        Policy.parse(L + "quorum none\n").check(signed)


def test_a_bad_cosignature_spoils_the_note():
    note = seen_by(NORTH)
    other = Note(Checkpoint("log.example", 6, bytes(32)).format())
    replayed = Note(BARE.text, (*note.signatures[:1], sign(other, NORTH, 1000)))
    with pytest.raises(SignatureRefused, match=r"north\.example"):
        Policy.parse(L + N + "quorum none\n").check(replayed)


@pytest.mark.parametrize(
    "text",
    [
        L,
        "",
        L + "quorum\n",
        L + "quorum none\nquorum none\n",
        L + "quorum North\n",
        L + "quorum none extra\n",
        "quorum North\n" + N,
        L + L + "quorum none\n",
        N + N + "quorum none\n",
        N + N.replace("North", "Other", 1) + "quorum none\n",
        N + S.replace("South", "North", 1) + "quorum none\n",
        N.replace("North", "none", 1) + "quorum none\n",
        f"witness X {LOG.verifier.format()}\nquorum none\n",
        f"log {NORTH.verifier.format()}\nquorum none\n",
        "witness X\nquorum none\n",
        "log\nquorum none\n",
        "log nonsense\nquorum none\n",
        L.strip() + " url more\nquorum none\n",
        N + "group g all\nquorum none\n",
        N + "group g\nquorum none\n",
        N + "group g 0 North\nquorum none\n",
        N + "group g 2 North\nquorum none\n",
        N + "group g 01 North\nquorum none\n",
        N + "group g some North\nquorum none\n",
        N + "group g all North North\nquorum none\n",
        N + "group g all South\nquorum none\n",
        N + "group g all g\nquorum none\n",
        N + "group g all none\nquorum none\n",
        N + "group North all North\nquorum none\n",
        N + "group g any North\ngroup h any North\nquorum none\n",
        "Quorum none\n",
        "quorum none\r\n",
        "quorum none\x00\n",
        "quorum none\x7f\n",
        "# only a comment",
        "#" * 1_000_001 + "\nquorum none\n",
    ],
)
def test_what_is_no_policy_is_refused(text):
    with pytest.raises(MalformedPolicy):
        Policy.parse(text)


def test_the_message_names_the_line():
    with pytest.raises(MalformedPolicy, match="line 3 of the policy"):
        Policy.parse("# one\n\nnonsense\nquorum none\n")


def test_comments_tabs_urls_and_order_do_not_matter():
    text = f"  # hello \xff\n\t\nquorum \t none\n\tlog  {LOG.verifier.format()}\thttps://x.example/ \n{N}"
    policy = Policy.parse(text.encode("latin-1"))
    assert policy.logs[0].url == "https://x.example/"
    assert policy.quorum == "none"
    assert policy.witnesses[0].name == "North"


def test_names_are_octets():
    kelvin = N.replace("North", "\u212a", 1)
    assert Policy.parse(N.replace("North", "K", 1) + "quorum K\n").quorum == "K"
    with pytest.raises(MalformedPolicy):
        Policy.parse(kelvin + "quorum K\n")
    raw = N.encode().replace(b"North", b"\xff\xfe", 1) + b"quorum \xff\xfe\n"
    assert Policy.parse(raw).format() == raw


def test_a_last_line_without_newline_is_read():
    assert Policy.parse("quorum none").quorum == "none"


def test_bare_keys_make_a_policy_that_asks_for_no_witness():
    policy = Policy.of_keys(LOG.verifier.format() + "\n")
    assert policy.check(seen_by())[0].size == 5


def test_groups_are_written_with_all_and_any_where_they_fit():
    lines = [Group("g", k, ("a", "b", "c")).format() for k in (1, 2, 3)]
    assert lines == ["group g any a b c", "group g 2 a b c", "group g all a b c"]
