"""Plans are written one way and read back the same."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repatria.planning import Plan, parse_plan
from repatria.planning.document import parse_document
from repatria.planning.errors import BadPlan
from repatria.planning.plan import CODES, Counterfactual, ParetoPoint, Reason

ids = st.lists(st.text(min_size=1, max_size=5), max_size=4).map(tuple)
numbers = st.lists(st.integers(-(10**9), 10**9), max_size=4).map(tuple)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    names = draw(ids)
    return Plan(
        instance=draw(st.text(min_size=1)),
        status=draw(st.sampled_from(["optimal", "feasible"])),
        go=names,
        needs_consent=names[:1],
        days=draw(st.none() | st.just(dict.fromkeys(names, 1))),
        objective=draw(st.none() | numbers),
        bound=draw(st.none() | numbers),
        why=draw(st.none() | st.just({name: Reason(CODES[0], None, "said") for name in names})),
        alternatives=draw(st.none() | st.just([names])),
        pareto=draw(st.none() | st.just([ParetoPoint({"North": 3}, names)])),
        counterfactuals=draw(st.none() | st.just([Counterfactual("N-1", True, None)])),
        extra=draw(st.just({}) | st.just({"proof": [{"by": "search"}]})),
    )


@given(plans(), st.booleans())
def test_what_is_written_is_read_back_the_same(plan: Plan, compress: bool) -> None:
    assert parse_plan(parse_document(plan.packed(compress), "plan")) == plan


def test_an_infeasible_plan_names_its_conflict_and_nobody() -> None:
    document = Plan("little world", "infeasible", conflict=("T1", "T2")).document()
    assert document["conflict"] == ["T1", "T2"]
    assert "go" not in document


@pytest.mark.parametrize(
    "change",
    [
        {"format": "repatria-plan/2"},
        {"status": "splendid"},
        {"go": "N-1"},
        {"go": [1]},
        {"objective": ["1"]},
        {"days": []},
        {"days": {"N-1": 0}},
        {"why": {"N-1": {"code": "luck"}}},
        {"why": []},
        {"pareto": [{"net": 3, "go": []}]},
        {"alternatives": [3]},
        {"counterfactuals": [{"id": "N-1"}]},
    ],
)
def test_a_malformed_plan_is_refused_in_words(change: dict[str, Any]) -> None:
    document = {"format": "repatria-plan/1", "instance": "little world", "status": "optimal", **change}
    with pytest.raises(BadPlan):
        parse_plan(document)


def test_the_bytes_of_a_plan_are_json_with_one_field_a_line() -> None:
    lines = Plan("little world", "optimal", ("N-1",)).packed().decode().splitlines()
    assert json.loads("".join(lines))["go"] == ["N-1"]
    assert lines[0] == "{"
