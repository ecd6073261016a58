"""Who is who, end to end, on little worlds."""

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from repatria.matching import Decisions, Settings, reconcile
from tests.matching.conftest import office_pair, rows

Offices = tuple[pl.DataFrame, pl.DataFrame, set[tuple[str, str]]]


def matched(table: pl.DataFrame) -> set[tuple[str, str]]:
    return set(table.filter(pl.col("decision") == "match").select("left_id", "right_id").iter_rows())


def test_the_same_people_are_found_across_languages_and_renamed_places(offices: Offices) -> None:
    left, right, truth = offices
    assert matched(reconcile(left, right).table()) == truth


def test_long_lists_are_searched_by_keys_with_the_same_result(offices: Offices) -> None:
    left, right, truth = offices
    assert matched(reconcile(left, right, Settings(all_pairs=0)).table()) == truth


def test_every_proposal_has_a_probability_and_a_reason(offices: Offices) -> None:
    left, right, _ = offices
    table = reconcile(left, right).table()
    assert table.columns == ["left_id", "right_id", "probability", "decision", "because"]
    assert table["probability"].is_between(0, 1).all()
    assert (table["because"].str.len_chars() > 10).all()


def test_the_result_depends_on_nothing_but_lists_and_seed(offices: Offices) -> None:
    left, right, _ = offices
    one = reconcile(left, right, Settings(threads=1)).table(everything=True)
    assert_frame_equal(one, reconcile(left, right, Settings(threads=3)).table(everything=True))
    assert_frame_equal(one, reconcile(left, right, Settings(threads=1)).table(everything=True))


def test_the_order_of_the_lists_does_not_matter(offices: Offices) -> None:
    left, right, truth = offices
    swapped = matched(reconcile(right, left).table())
    assert swapped == {(b, a) for a, b in truth}


def test_twins_are_kept_apart() -> None:
    left, right, _ = office_pair(60)
    shared = {"patronymic": "Павлович", "date_of_birth": "1972-04-24", "place_of_birth": "Середнє"}
    left = pl.concat([left, rows({"id": "twin", "surname": "Мемрук", "given_name": "Володимир", **shared})])
    right = pl.concat([right, rows({"id": "other", "surname": "Мемрук", "given_name": "Артем", **shared})])
    assert ("twin", "other") not in matched(reconcile(left, right).table())


def test_father_and_son_of_one_name_are_kept_apart() -> None:
    left, right, _ = office_pair(60)
    name = {"surname": "Ковальчук", "given_name": "Арсен", "place_of_birth": "Суми"}
    left = pl.concat([left, rows({"id": "son", "date_of_birth": "1999-06-25", "patronymic": "Арсенович", **name})])
    right = pl.concat(
        [right, rows({"id": "father", "date_of_birth": "1969-07-31", "patronymic": "Ігорович", **name})]
    )
    assert ("son", "father") not in matched(reconcile(left, right).table())


def test_a_person_listed_twice_is_matched_twice() -> None:
    left, right, _ = office_pair(60)
    person = {
        "surname": "Ворик", "given_name": "Олена", "patronymic": "Ігорівна",
        "date_of_birth": "1988-05-06", "place_of_birth": "Ізюм",
    }  # fmt: skip
    left = pl.concat([left, rows({"id": "once", **person})])
    right = pl.concat(
        [right, rows({"id": "first", **person}), rows({"id": "again", **person, "place_of_birth": ""})]
    )
    assert {("once", "first"), ("once", "again")} <= matched(reconcile(left, right).table())


def test_namesakes_without_dates_are_for_a_person_to_settle() -> None:
    left, right, _ = office_pair(60)
    name = {"surname": "Шевченко", "given_name": "Олександр"}
    left = pl.concat([left, rows(*({"id": f"L{i}", **name} for i in range(20)))])
    right = pl.concat([right, rows(*({"id": f"R{i}", **name} for i in range(20)))])
    assert not {pair for pair in matched(reconcile(left, right).table()) if pair[0].startswith("L")}


class PeoplesDecisions:
    def test_two_different_people_are_never_proposed_again(self, offices: Offices) -> None:
        left, right, truth = offices
        parted = min(truth)
        found = reconcile(left, right, Settings(decisions=Decisions.of(different=[parted])))
        assert parted not in set(found.table().select("left_id", "right_id").iter_rows())

    def test_one_person_is_never_lost(self, offices: Offices) -> None:
        left, right, _ = offices
        joined = ("N-1", "S-2")
        found = reconcile(left, right, Settings(decisions=Decisions.of(same=[joined])))
        assert joined in matched(found.table())

    def test_a_pair_said_to_be_both_stays_apart(self) -> None:
        decisions = Decisions.of(same=[("a", "b")], different=[("a", "b")])
        assert not decisions.same

    def test_an_id_that_nobody_has_is_passed_over(self, offices: Offices) -> None:
        left, right, truth = offices
        found = reconcile(left, right, Settings(decisions=Decisions.of(same=[("nobody", "S-0")])))
        assert matched(found.table()) == truth


TestPeoplesDecisions = PeoplesDecisions


@pytest.mark.shared
@pytest.mark.parametrize(("name", "least"), [("uk_ru", 0.995), ("arabic", 0.955)])
def test_the_developer_lists_are_reconciled(shared, name: str, least: float) -> None:  # type: ignore[no-untyped-def]
    folder = shared / "data" / "linkage" / name
    left, right = (
        pl.read_csv(folder / f"{file}.csv", infer_schema=False).fill_null("")
        for file in ("party_a_missing", "party_b_held")
    )
    truth = set(pl.read_csv(folder / "gold.csv").iter_rows())
    found = matched(reconcile(left, right).table())
    right_ones = len(found & truth)
    assert 2 * right_ones / (len(found) + len(truth)) >= least
