"""Reading instances: every fault is named by its place, never by a person."""

import copy
import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from repatria.planning import parse_instance, read_instance
from repatria.planning.captives import read_captives
from repatria.planning.errors import BadInstance, NotReadable
from repatria.planning.fields import Fields
from tests.planning.worlds import captive, one_for_one, random_world, world


def good() -> dict[str, Any]:
    term = {"id": "T1", "type": "count", "select": {"holder": "North"}, "max": 1}
    return world([captive("N-1"), captive("S-1")], [term, one_for_one()], values=[["N-1", "South", 3]])


def change(path: str, value: Any) -> dict[str, Any]:
    """Give the good document with one place changed."""
    document = copy.deepcopy(good())
    *way, last = (int(step) if step.isdigit() else step for step in path.split("."))
    place: Any = document
    for step in way:
        place = place[step]
    if value is None and isinstance(place, dict):
        place.pop(last)
    else:
        place[last] = value
    return document


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        ("format", "repatria-plan-instance/2", "instance, format"),
        ("kind", "auction", "instance, kind"),
        ("name", 7, "instance, name"),
        ("colour", "red", "instance, colour"),
        ("reference_date", "yesterday", "instance, reference_date"),
        ("parties.1.id", "North", "parties, row 2"),
        ("sites.0.open_cost", -1, "sites, row 1, open_cost"),
        ("sites.0.party", "East", "sites, row 1, party"),
        ("columns.3", "weight", "columns"),
        ("captives.1", ["S-1"], "captives, row 2"),
        ("captives.1.0", "N-1", "captives, row 2"),
        ("captives.1.1", "East", "captives, row 2, holder"),
        ("captives.1.4", "pirate", "captives, row 2, category"),
        ("captives.1.5", 11, "captives, row 2, grade"),
        ("captives.1.6", "well", "captives, row 2, health"),
        ("captives.1.7", -5, "captives, row 2, days"),
        ("captives.1.7", "100", "captives, row 2, days"),
        ("captives.1.7", 100.0, "captives, row 2, days"),
        ("captives.1.7", True, "captives, row 2, days"),
        ("captives.1.9", "maybe", "captives, row 2, consent"),
        ("captives.1.10", "elsewhere", "captives, row 2, site"),
        ("captives.1.11", 5, "captives, row 2, group"),
        ("values.0", ["N-1", "South"], "values, row 1"),
        ("values.0", ["N-9", "South", 3], "values, row 1, captive"),
        ("values.0", ["N-1", "East", 3], "values, row 1, party"),
        ("values.0", ["N-1", "South", "3"], "values, row 1, points"),
        ("values.0", ["N-1", "South", 10**30], "values, row 1, points"),
        ("terms.0.type", "barter", "term T1, type"),
        ("terms.0.id", None, "terms, row 1, id"),
        ("terms.1.id", "T1", "terms, row 2"),
        ("terms.0.by", "East", "term T1, by"),
        ("terms.0.maximum", 3, "term T1, maximum"),
        ("terms.0.max", -1, "term T1, max"),
        ("terms.0.max", 1.5, "term T1, max"),
        ("terms.0.select", {"rank": 1}, "term T1, select, rank"),
        ("terms.0.select", {"holder": 3}, "term T1, select, holder"),
        ("terms.0.select", [], "term T1, select"),
        ("terms.1.tolerance", None, "term balance, tolerance"),
        ("terms.1.left_factor", 10**9, "term balance, left_factor"),
        ("objective.0", {"type": "glory"}, "objective, row 1, type"),
        ("objective.0", {"type": "longest_held", "bucket_days": 0, "buckets": 3}, "objective, row 1, bucket_days"),
        ("captives", {}, "instance, captives"),
    ],
)
def test_a_fault_is_named_by_its_place(path: str, value: Any, place: str) -> None:
    with pytest.raises(BadInstance) as refusal:
        parse_instance(change(path, value))
    assert refusal.value.place == place


def test_no_error_quotes_a_person() -> None:
    with pytest.raises(BadInstance) as refusal:
        parse_instance(change("captives.1.0", "N-1"))
    assert "N-1" not in str(refusal.value)


def test_a_value_given_twice_is_refused() -> None:
    with pytest.raises(BadInstance, match="earlier row"):
        parse_instance({**good(), "values": [["N-1", "South", 1], ["N-1", "South", 2]]})


def test_naming_somebody_who_is_not_in_the_list_is_remarked_not_silent() -> None:
    instance = parse_instance(change("terms.0.select", {"ids": ["N-1", "N-77"]}))
    assert len(instance.remarks) == 1
    assert "T1" in instance.remarks[0]


def test_compressed_and_plain_files_read_alike(tmp_path: Path) -> None:
    text = json.dumps(good())
    (tmp_path / "plain.json").write_text(text)
    (tmp_path / "packed.json.gz").write_bytes(gzip.compress(text.encode()))
    plain, packed = read_instance(tmp_path / "plain.json"), read_instance(tmp_path / "packed.json.gz")
    assert plain.captives.ids == packed.captives.ids
    assert plain.terms == packed.terms


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"[]",
        b"{",
        b'{"a": 1, "a": 2}',
        b'{"a": NaN}',
        b"\xff\xfe{}",
        b"[" * 100_000,
        gzip.compress(b"{}", mtime=0)[:-9],
        b"\x1f\x8bnonsense",
        b'{"a": ' + b"9" * 5000 + b"}",
    ],
)
def test_a_file_that_is_no_json_object_is_refused_in_words(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "bad.json").write_bytes(raw)
    with pytest.raises(NotReadable):
        read_instance(tmp_path / "bad.json")


def test_a_missing_file_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(NotReadable):
        read_instance(tmp_path / "nowhere.json")


def test_a_hundred_thousand_captives_are_read_as_columns() -> None:
    rows = [captive(f"N-{n}", days=n % 1000) for n in range(100_000)]
    fields = Fields({"captives": rows}, "instance")
    found = read_captives(fields, frozenset({"North", "South"}), frozenset({"North-1"}))
    assert len(found) == 100_000
    assert int(found.numbers("days").sum()) == sum(n % 1000 for n in range(100_000))


@pytest.mark.parametrize("seed", range(20))
def test_refusing_someone_changes_nobody_else(seed: int) -> None:
    instance = parse_instance(random_world(seed))
    who = instance.captives.ids[0]
    other = instance.refusing([who]).captives
    assert not other.eligible[0]
    assert (other.eligible[1:] == instance.captives.eligible[1:]).all()
