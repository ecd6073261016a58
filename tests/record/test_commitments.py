"""Commitments: shown by who holds the opening, erased by destroying it."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repatria.record.commitments import Opening, commit
from repatria.record.errors import OpeningRefused
from repatria.record.verify import verify_folder
from tests.record.conftest import NOW, receipt

words = st.text(st.characters(codec="utf-8"), max_size=20)
facts = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=8,
)


@given(facts)
def test_an_opening_goes_both_ways_and_opens(fact):
    opening = commit(fact)
    again = Opening.parse(opening.format())
    assert again == opening
    again.check(opening.commitment)


def test_the_commitment_is_the_hash_of_the_salt_and_the_canonical_fact():
    opening = Opening(b"\5" * 32, {"b": 1, "a": "ї"})
    assert opening.commitment == sha256(b"\5" * 32 + '{"a":"ї","b":1}'.encode()).hexdigest()


def test_the_same_fact_is_never_committed_alike():
    assert len({commit({"name": "x"}).commitment for _ in range(50)}) == 50


def test_another_fact_or_salt_does_not_open():
    opening = commit({"returned": True})
    for other in (Opening(opening.salt, {"returned": False}), Opening(bytes(32), opening.fact)):
        with pytest.raises(OpeningRefused, match="does not belong"):
            other.check(opening.commitment)
    with pytest.raises(OpeningRefused):
        opening.check("ї")


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[]", "1", '{"salt":"AA==","fact":1}', '{"salt":5,"fact":1}', '{"fact":1}', b"\xff", "[" * 100_000,
     '{"salt":"' + "A" * 43 + '="}', '{"salt":"' + "A" * 42 + '!=","fact":1}'],
)  # fmt: skip
def test_what_is_no_opening_is_refused(text):
    with pytest.raises(OpeningRefused):
        Opening.parse(text)


@pytest.mark.parametrize("fact", [float("nan"), 2**60, "\ud800", {1: 2}])
def test_a_fact_that_json_cannot_say_is_refused(fact):
    with pytest.raises(OpeningRefused):
        _ = commit(fact).commitment
    with pytest.raises(OpeningRefused):
        commit(fact).format()


@pytest.mark.parametrize("stray", ["!", " ", "\\n", "="])
def test_a_salt_with_a_stray_letter_is_refused(stray):
    text = commit(1).format()
    assert Opening.parse(text).fact == 1
    with pytest.raises(OpeningRefused):
        Opening.parse(text.replace('"salt":"', f'"salt":"{stray}'))


def test_an_opening_does_not_show_itself():
    assert repr(commit({"name": "Vasyl"})) == "Opening(secret)"


def test_after_erasure_the_record_still_verifies_and_holds_no_trace(make_log):
    log = make_log(3)
    opening = commit({"name": "Vasyl Verbytskyi", "born": "1990-03-04"})
    number = log.append({**receipt(9), "receipt": opening.commitment})
    log.checkpoint(NOW)
    opening.check(opening.commitment)
    proof = log.prove(number)
    assert opening.commitment.encode() in (proof.extra or b"")
    del opening  # the only copy of the random bytes
    everything = b"".join(p.read_bytes() for p in log.folder.parent.rglob("*") if p.is_file())
    guess = {"born": "1990-03-04", "name": "Vasyl Verbytskyi"}
    for trace in ("Vasyl", "Verbytskyi", "1990-03-04", sha256(repr(guess).encode()).hexdigest()):
        assert trace.encode() not in everything
    assert verify_folder(log.folder).in_order
