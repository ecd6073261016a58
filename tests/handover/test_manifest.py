from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repatria.handover import Agreed, Counted, Manifest, Role, parse_manifest
from repatria.handover.errors import BadCode, BadManifest
from tests.handover.cast import line, manifest


def test_what_is_written_reads_back_with_the_same_hash():
    one = manifest()
    again = parse_manifest(one.canonical())
    assert again == one
    assert again.sha256 == one.sha256


@given(st.lists(st.text(max_size=20), max_size=3), st.text(max_size=10), st.integers(1, 500))
def test_any_spelling_reads_back(names, born, seat):
    one = manifest(lines=(line(1, names=tuple(names), born=born, seat=seat),))
    assert parse_manifest(one.canonical()) == one


def test_the_hash_changes_with_every_field_of_a_line():
    one = manifest()
    first = one.lines[0]
    for change in (
        {"captive": "X"}, {"names": ("Y",)}, {"born": "1990"}, {"seat": 60}, {"site": "Z"}, {"effects": ("R1",)},
    ):  # fmt: skip
        assert replace(one, lines=(replace(first, **change), *one.lines[1:])).sha256 != one.sha256


@pytest.mark.parametrize(
    "lines",
    [
        (),
        (line(1), line(1, captive="other", seat=2)),
        (line(1), line(2, captive="C1")),
        (line(1), line(2, seat=1)),
        (line(1, stage=2),),
        (line(1, holder="XXX", receiver="STH"),),
        (line(1, receiver="NTH"),),
        (line(1, counts=()),),
        (line(1, counted=Counted.OWED, counts=(1,)),),
        (line(0),),
        (line(1, captive=""),),
        (line(1, bus=""),),
    ],
    ids=["empty", "number twice", "person twice", "seat twice", "stage", "party", "to itself", "counts",
         "owed counts", "number", "nobody", "seat without bus"],
)  # fmt: skip
def test_a_manifest_that_cannot_be_is_refused(lines):
    with pytest.raises(BadManifest):
        manifest(lines=lines)


def test_a_person_of_the_reserve_is_not_also_a_line():
    with pytest.raises(BadManifest):
        manifest(reserve=(line(7, captive="C1"),))


def test_less_baggage_than_the_treaty_gives_is_refused():
    with pytest.raises(BadManifest, match="119"):
        manifest(agreed=Agreed(baggage_kg=24))


def test_the_mediator_gives_no_receipt():
    with pytest.raises(BadManifest):
        manifest(agreed=Agreed(receipt=frozenset({Role.MEDIATOR})))


def test_a_line_is_found_by_its_code_and_no_other():
    one = manifest()
    assert one.line(one.lines[2].code.lower()) == one.lines[2]
    with pytest.raises(BadCode):
        one.line(line(9).code)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "null", '{"format":"repatria-manifest/1"}', '{"format":"repatria-manifest/2"}']
)
def test_what_is_no_manifest_is_refused(text):
    with pytest.raises(BadManifest):
        parse_manifest(text)


def test_another_way_of_writing_is_refused_because_its_hash_would_differ():
    with pytest.raises(BadManifest, match="one way"):
        parse_manifest(manifest().canonical() + b"\n")


def test_an_error_quotes_nobody():
    with pytest.raises(BadManifest) as error:
        manifest(lines=(line(1, names=("Canary",)), line(2, captive="C1", names=("Canary",))))
    assert "Canary" not in str(error.value)
    assert "C1" not in str(error.value)


def test_a_manifest_is_frozen():
    with pytest.raises(AttributeError):
        manifest().reference = "manifest-2"  # type: ignore[misc]
    assert isinstance(manifest(), Manifest)
    assert manifest().days == (date(2026, 2, 5),)
