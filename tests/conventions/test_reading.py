"""Files as people write them, and as they should not be written."""

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repatria.conventions import BadEvent, BadEventLine, BadFile, Kind, Span
from repatria.conventions.kinds import Kind as AnyKind
from repatria.conventions.reading import LONGEST_LINE, parse_event, read_events, read_parties, read_policy

GOOD = {
    "kind": "capture", "occurred_on": "2026-03", "entered_at": "2026-04-01T10:00:00Z", "person": "S-1",
    "party": "north", "attributes": {"category": "pow"},
}  # fmt: skip
SECRET = "Shevchenko-Taras"


def written(tmp_path, *lines):
    file = tmp_path / "events.jsonl"
    file.write_text("\n".join(json.dumps(line) if isinstance(line, dict) else line for line in lines))
    return file


def test_an_event_is_read_whole():
    found = parse_event(json.dumps(GOOD).encode())
    assert (found.kind, found.occurred_on, found.person) == (Kind.CAPTURE, Span.parse("2026-03"), "S-1")
    assert found.attributes == {"category": "pow"}


def test_empty_lines_and_a_byte_order_mark_are_no_fault(tmp_path):
    file = tmp_path / "events.jsonl"
    file.write_bytes(b"\xef\xbb\xbf" + json.dumps(GOOD).encode() + b"\r\n\r\n" + json.dumps(GOOD).encode())
    assert read_events(file).frame["line"].to_list() == [1, 3]


BAD = {
    "not json": "{" + SECRET,
    "a list": f'["{SECRET}"]',
    "unknown field": {**GOOD, "name": SECRET},
    "unknown kind": {**GOOD, "kind": SECRET},
    "no kind": {"person": SECRET},
    "kind of another type": {**GOOD, "kind": [SECRET]},
    "no date": {k: v for k, v in GOOD.items() if k != "occurred_on"},
    "bad date": {**GOOD, "occurred_on": f"2026-02-30 {SECRET}"},
    "thirteenth month": {**GOOD, "occurred_on": "2026-13"},
    "month nought": {**GOOD, "occurred_on": "2026-00-01"},
    "date as number": {**GOOD, "occurred_on": 2026},
    "far future": {**GOOD, "occurred_on": "9999-12-31"},
    "no entry": {**GOOD, "entered_at": None},
    "bad entry": {**GOOD, "entered_at": f"2026-04 {SECRET}"},
    "entry on no day": {**GOOD, "entered_at": "2026-02-31"},
    "no subject": {**GOOD, "person": None, "party": None},
    "long id": {**GOOD, "person": SECRET * 20},
    "id on two lines": {**GOOD, "person": f"{SECRET}\n2"},
    "free text": {**GOOD, "attributes": {"remarks": SECRET}},
    "value not allowed": {**GOOD, "attributes": {"category": SECRET}},
    "value of another type": {**GOOD, "attributes": {"category": {"a": SECRET}}},
    "attributes no object": {**GOOD, "attributes": [SECRET]},
    "deep": "[" * 20_000,
    "endless number": '{"kind": ' + "9" * 6000 + "}",
    "too long": '"' + "x" * LONGEST_LINE,
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_line_is_named_by_file_and_line_and_not_quoted(tmp_path, name):
    with pytest.raises(BadEventLine) as error:
        read_events(written(tmp_path, GOOD, BAD[name]))
    assert "events.jsonl, line 2:" in str(error.value)
    assert SECRET not in str(error.value)


def test_bytes_that_are_no_text_are_named(tmp_path):
    file = tmp_path / "events.jsonl"
    file.write_bytes(b"\xff\xfe\x00\x01\n")
    with pytest.raises(BadEventLine, match="line 1"):
        read_events(file)


@given(st.binary(max_size=200))
def test_any_bytes_are_an_event_or_a_bad_event(text):
    with contextlib.suppress(BadEvent):
        parse_event(text)


@given(
    st.dictionaries(
        st.sampled_from(["kind", "occurred_on", "entered_at", "person", "site", "party", "id", "attributes"]),
        st.one_of(
            st.none(), st.text(max_size=12), st.integers(), st.floats(), st.booleans(), st.just("2026-03-01"),
            st.sampled_from([str(kind) for kind in AnyKind]),
            st.dictionaries(st.sampled_from(["words", "cause", "until"]), st.one_of(st.floats(), st.text())),
        ),
    )
)  # fmt: skip
def test_any_object_is_an_event_or_a_bad_event(found):
    with contextlib.suppress(BadEvent):
        parse_event(json.dumps(found).encode())


def policy(tmp_path, document):
    file = tmp_path / "policy.json"
    file.write_text(document if isinstance(document, str) else json.dumps(document))
    return file


def test_targets_are_read(tmp_path):
    document = {"format": "repatria-duties-policy/1", "set_by": "hala", "targets": {"III-120-certificate": 7}}
    assert read_policy(policy(tmp_path, document)).days_for("III-120-certificate") == 7


@pytest.mark.parametrize(
    "document",
    [
        "", "[]", "{}", {"format": "repatria-duties-policy/2"}, {"format": "repatria-duties-policy/1"},
        {"format": "repatria-duties-policy/1", "targets": []},
        {"format": "repatria-duties-policy/1", "targets": {}, "more": 1},
        {"format": "repatria-duties-policy/1", "targets": {"III-70-card": 10}},
        {"format": "repatria-duties-policy/1", "targets": {"III-1": 10}},
        {"format": "repatria-duties-policy/1", "targets": {"III-120-certificate": "7"}},
        {"format": "repatria-duties-policy/1", "targets": {"III-120-certificate": True}},
        {"format": "repatria-duties-policy/1", "targets": {"III-120-certificate": 10**9}},
        "[" * 20_000,
    ],
)  # fmt: skip
def test_a_bad_policy_is_refused_by_name(tmp_path, document):
    with pytest.raises(BadFile, match=r"policy\.json"):
        read_policy(policy(tmp_path, document))


def test_parties_are_read_and_a_party_named_twice_is_refused(tmp_path):
    north = {"id": "north", "bound_by": ["GC III", "AP I"]}
    document = {"format": "repatria-duties-parties/1", "parties": [north]}
    assert read_parties(policy(tmp_path, document)).is_bound("north", "AP I") is True
    for parties in ([north, north], [{"id": "north"}], [{"id": 3, "bound_by": []}], ["north"], None,
                    [{"id": "north", "bound_by": ["GC V"]}]):  # fmt: skip
        with pytest.raises(BadFile):
            read_parties(policy(tmp_path, {**document, "parties": parties}))
