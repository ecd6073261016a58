"""Entries: what may stand in the record, and that nobody can write a name into it."""

import json
import re
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from repatria.record.entries import ACTS, Act, decode, encode, entry, is_entry, read_json
from repatria.record.entries.kinds import COUNT, Kind, admits_text, breakdown, several
from repatria.record.errors import EntryRefused

BY_NAME = {act.name: act for act in ACTS}
examples = pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
RECEIPT = BY_NAME["receipt given"].example()


@examples
def test_the_example_of_every_act_goes_both_ways(act):
    data = encode(act.example())
    assert is_entry(data)
    assert decode(data) == act.example()
    assert data == rfc8785.dumps(act.example())


@examples
def test_optional_fields_may_be_left_out_and_required_ones_may_not(act):
    bare = {k: v for k, v in act.example().items() if k not in act.optional}
    assert decode(encode(bare)) == bare
    for name in [*act.required, "v", "act"]:
        with pytest.raises(EntryRefused):
            encode({k: v for k, v in bare.items() if k != name})


@examples
def test_every_field_refuses_every_kind_of_text(act):
    for name in act.fields:
        for text in ("Vasyl Verbytskyi", "verbytskyi", "Вербицький", "", {"name": "x"}, ["Vasyl"], None, True, 1.5):
            with pytest.raises(EntryRefused) as refusal:
                encode({**act.example(), name: text})
            assert "erbytsk" not in str(refusal.value)


FREE = {
    kind.pattern
    for act in ACTS
    for kind in act.fields.values()
    if "one of" not in kind.meaning and not kind.pattern.startswith("(?!")
}


@pytest.mark.parametrize("pattern", sorted(FREE))
def test_no_field_lets_a_writer_choose_more_than_four_letters_in_a_row(pattern):
    """Fixed words and hashes apart. A sentence, a name or a personal number does not fit."""

    @given(st.from_regex(pattern, fullmatch=True))
    def holds(text):
        free = re.sub(r'"[0-9a-f]{64}"', "", text)
        free = re.sub(r"(account|exchange|list|proposal|agreement|manifest|statement)-", "", free)
        assert max(map(len, re.findall(r"[^\W\d_]+", free)), default=0) <= 4
        assert max(map(len, re.findall(r"\d+", free)), default=0) <= 15

    holds()


def test_an_act_with_a_field_for_text_cannot_exist():
    for pattern in (r'"[^"]*"', r'"[a-z-]{1,40}"', r'"[A-Z]+"', r'"\d{1,20}"', r'\{"x":"[A-Za-z]+"\}', ".*"):
        assert admits_text(Kind(pattern, "loose", "x"))
        with pytest.raises(EntryRefused, match="could hold text about a person: remark"):
            Act("loose", "", {"remark": Kind(pattern, "loose", "x"), "persons": COUNT})


def test_no_known_act_has_such_a_field():
    assert not any(admits_text(kind) for act in ACTS for kind in act.fields.values())


@given(st.text(max_size=30), st.sampled_from(sorted(RECEIPT)))
def test_whatever_text_is_put_into_a_field_only_the_schema_gets_through(text, name):
    document = {**RECEIPT, name: text}
    try:
        data = encode(document)
    except EntryRefused:
        return
    assert decode(data) == document
    assert re.fullmatch(
        r"[A-Z]{2,4}|[0-9a-f]{64}|(exchange|manifest)-\d{1,6}|2\d{3}-[-T:\dZ]{15,16}|receipt given", text
    )


@given(st.data())
def test_a_changed_byte_is_still_canonical_or_refused(data):
    good = encode(RECEIPT)
    at = data.draw(st.integers(0, len(good) - 1))
    changed = good[:at] + bytes([data.draw(st.integers(0, 255))]) + good[at + 1 :]
    if is_entry(changed):
        assert rfc8785.dumps(json.loads(changed)) == changed


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{}",
        b"[]",
        b'{"act":"unknown","v":1}',
        b'{"act": "receipt given"}',
        encode(RECEIPT) + b"\n",
        encode(RECEIPT).replace(b'"v":1', b'"v":1.0'),
        encode(RECEIPT).replace(b'"v":1', b'"v":2'),
        encode(RECEIPT).replace(b"receipt given", b"receipt\\u0020given"),
        encode(RECEIPT).replace(b",", b", ", 1),
        b"\xff" * 40,
    ],
)
def test_what_is_no_canonical_entry_is_refused(text):
    assert not is_entry(text)
    with pytest.raises(EntryRefused):
        decode(text)


@pytest.mark.parametrize(
    "wrong",
    [
        {"v": True},
        {"v": 1.0},
        {"v": 2},
        {"v": "1"},
        {"act": ["receipt given"]},
        {"act": None},
        {"by": "north"},
        {"by": "N"},
        {"by": "NORTH"},
        {"at": "2026-02-30T10:00:00Z"},
        {"at": "2026-11-31T10:00:00Z"},
        {"at": "2026-11-23 10:00:00Z"},
        {"at": "2026-11-23T10:00:00+00:00"},
        {"at": "2026-11-23T24:00:00Z"},
        {"at": "1990-03-04T10:00:00Z"},
        {"receipt": "AB" * 32},
        {"receipt": "ab" * 31},
        {"manifest": "manifest-0"},
        {"manifest": "manifest-01"},
        {"manifest": "manifest-1234567"},
        {"manifest": "list-1"},
        {"remark": "seen"},
        {1: 2},
        {"by": float("nan")},
        {"by": 2**60},
        {"by": "\ud800"},
        {"by": object()},
    ],
)
def test_a_wrong_field_is_refused(wrong):
    with pytest.raises(EntryRefused):
        encode({**RECEIPT, **wrong})


def test_the_message_says_what_to_write_and_quotes_nothing():
    with pytest.raises(EntryRefused, match=r"«receipt given», field by: write the code of a party") as refusal:
        encode({**RECEIPT, "by": "Verbytskyi"})
    assert "Verbytskyi" not in str(refusal.value)
    with pytest.raises(EntryRefused, match="lacks manifest, receipt"):
        entry("receipt given", at="2026-11-23T10:00:00Z", by="STH", exchange="exchange-1")
    with pytest.raises(EntryRefused, match="does not belong") as refusal:
        entry("receipt given", **{k: v for k, v in RECEIPT.items() if k not in ("act", "v")}, Verbytskyi=1)
    assert "Verbytskyi" not in str(refusal.value)


def test_dates_and_moments_may_be_pythons():
    kyiv = timezone(timedelta(hours=2))
    fields = {k: v for k, v in BY_NAME["handover completed"].example().items() if k not in ("act", "v")}
    made = entry(
        "handover completed", **{**fields, "at": datetime(2026, 11, 23, 12, tzinfo=kyiv), "day": date(2026, 11, 23)}
    )
    assert (made["at"], made["day"]) == ("2026-11-23T10:00:00Z", "2026-11-23")
    assert entry("handover completed", **{**fields, "at": datetime(2026, 1, 2, tzinfo=UTC)})["v"] == 1
    with pytest.raises(EntryRefused, match="time zone"):
        entry("handover completed", **{**fields, "at": datetime(2026, 11, 23)})
    with pytest.raises(EntryRefused, match="no act of that name"):
        entry("Vasyl went home")


def proposal(**cells: object) -> dict[str, object]:
    rows = {"able_bodied": 40, "civilians": 12, "retained_personnel": 5, "seriously_wounded_or_sick": 9}
    return {**BY_NAME["proposal put"].example(), "breakdown": {**rows, **cells}}


@pytest.mark.parametrize("small", [0, 1, 4, -5, 5.5, "5", "hidden"])
def test_a_cell_under_five_is_refused(small):
    with pytest.raises(EntryRefused):
        encode(proposal(civilians=small))


def test_one_cell_withheld_alone_could_be_worked_out_so_two_are_needed():
    with pytest.raises(EntryRefused):
        encode(proposal(civilians="withheld"))
    assert encode(proposal(civilians="withheld", able_bodied="withheld"))
    assert encode(proposal(**dict.fromkeys(proposal()["breakdown"], "withheld")))


def test_the_rows_of_a_breakdown_are_a_closed_list():
    with pytest.raises(EntryRefused):
        encode(proposal(by_name=7))
    assert breakdown(["b", "a"]).holds(b'{"a":5,"b":6}')
    assert not breakdown(["b", "a"]).holds(b'{"b":5,"a":6}')


def test_weighty_acts_need_two_approvals():
    for name in ("agreement signed", "list opened", "list exported", "keys changed", "backup restored"):
        document = BY_NAME[name].example()
        assert encode(document)
        with pytest.raises(EntryRefused):
            encode({**document, "approvals": document["approvals"][:1]})


def test_the_same_approval_twice_is_one_approval():
    document = BY_NAME["agreement signed"].example()
    with pytest.raises(EntryRefused):
        encode({**document, "approvals": ["ab" * 32, "ab" * 32]})


def test_the_longest_entry_the_schemas_allow_fits_a_bundle():
    for act in ACTS:
        lists = {n: k.example * 64 for n, k in act.fields.items() if isinstance(k.example, list)}
        assert len(rfc8785.dumps({**act.example(), **lists})) < 65_535


@given(st.lists(st.integers(0, 9), max_size=6))
def test_several_means_least_to_most(values):
    kind = several(Kind("[0-9]", "a digit", 1), least=2, most=4)
    assert kind.holds(rfc8785.dumps(values)) == (2 <= len(values) <= 4)


@pytest.mark.parametrize(
    "text",
    ["", "[]", "1", '"x"', '{"a":1,"a":2}', '{"a":NaN}', '{"a":Infinity}', "{", "[" * 100_000, b"\xff", '{"a":1}{'],
)
def test_what_is_no_single_json_object_is_refused(text):
    with pytest.raises(EntryRefused):
        read_json(text)


def test_json_may_be_laid_out_as_one_likes():
    assert encode(read_json(json.dumps(RECEIPT, indent=4))) == encode(RECEIPT)
