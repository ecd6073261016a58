"""People's decisions: read from a file, kept, and learnt from."""

from pathlib import Path

import numpy as np
import polars as pl
import pytest

from repatria.errors import RepatriaError
from repatria.matching import Decisions, Settings, find_repeats, read_decisions, reconcile
from repatria.matching.correcting import corrected
from tests.matching.conftest import office_pair, rows


def written(folder: Path, text: str) -> Path:
    path = folder / "decisions.csv"
    path.write_text(text, "utf-8")
    return path


class DecisionsInAFile:
    def test_same_and_different_are_read_and_the_words_of_the_program_are_not(self, tmp_path: Path) -> None:
        text = (
            "left_id,right_id,probability,decision\na,b,0.9,same\nc,d,0.2,Different \ne,f,1,match\ng,h,.1,review\n"
        )
        decided, both = read_decisions(written(tmp_path, text))
        assert decided == Decisions.of(same=[("a", "b")], different=[("c", "d")])
        assert both == 0

    def test_a_pair_decided_both_ways_is_different_and_counted(self, tmp_path: Path) -> None:
        text = "left_id,right_id,decision\na,b,same\na,b,different\n"
        decided, both = read_decisions(written(tmp_path, text))
        assert decided == Decisions.of(different=[("a", "b")])
        assert both == 1

    def test_another_word_is_an_error_that_names_the_row(self, tmp_path: Path) -> None:
        with pytest.raises(RepatriaError, match="row 3, column decision") as told:
            read_decisions(written(tmp_path, "left_id,right_id,decision\na,b,same\nc,d,perhaps\n"))
        assert "perhaps" not in str(told.value)

    @pytest.mark.parametrize("text", ["", "left_id,decision\na,same\n", "\x00\x00"])
    def test_what_is_no_table_of_decisions_is_an_error(self, tmp_path: Path, text: str) -> None:
        with pytest.raises(RepatriaError, match="left_id,right_id,decision"):
            read_decisions(written(tmp_path, text))


TestDecisionsInAFile = DecisionsInAFile


def captured_together() -> tuple[pl.DataFrame, pl.DataFrame, set[tuple[str, str]]]:
    """Lists in which unit, day and place of capture say the same thing three times, and nobody's date is known."""
    left, right, truth = office_pair(600, seed=4)
    dice = np.random.default_rng(5)
    group = dict(enumerate(dice.integers(0, 6, 600)))
    for_each = {"unit": "{} ОМБр", "capture_date": "2022-05-1{}", "capture_place": "Маріуполь {}"}

    def with_capture(frame: pl.DataFrame) -> pl.DataFrame:
        groups = [group[int(name.split("-")[1])] for name in frame["id"]]
        made = {name: pl.Series([text.format(g) for g in groups]) for name, text in for_each.items()}
        return frame.with_columns(date_of_birth=pl.lit(""), **made)

    return with_capture(left), with_capture(right), truth


def log_loss(table: pl.DataFrame, truth: set[tuple[str, str]], but: frozenset[tuple[str, str]]) -> float:
    known = pl.DataFrame(sorted(but), schema=["left_id", "right_id"], orient="row")
    judged = table.join(known, on=["left_id", "right_id"], how="anti")
    said = judged["probability"].clip(1e-4, 1 - 1e-4).to_numpy()
    true = np.array([pair in truth for pair in judged.select("left_id", "right_id").iter_rows()])
    return float(-np.log(np.where(true, said, 1 - said)).sum())


def test_decisions_make_the_probabilities_of_other_pairs_better() -> None:
    left, right, truth = captured_together()
    before = reconcile(left, right).table(everything=True)
    asked = before.filter(pl.col("probability").is_between(0.02, 0.98)).sample(fraction=0.5, seed=1)
    answers = list(asked.select("left_id", "right_id").iter_rows())
    decided = Decisions.of(
        same=[pair for pair in answers if pair in truth], different=[pair for pair in answers if pair not in truth]
    )
    after = reconcile(left, right, Settings(decisions=decided)).table(everything=True)
    known = decided.same | decided.different
    assert len(known) > 50
    assert log_loss(after, truth, known) < log_loss(before, truth, known)


def test_a_handful_of_decisions_changes_little() -> None:
    left, right, truth = office_pair(120)
    found = reconcile(left, right)
    after = reconcile(left, right, Settings(decisions=Decisions.of(same=sorted(truth)[:3])))
    assert all(abs(trust - 1) < 0.1 for trust in after.weights.trust)
    assert np.abs(after.probability - found.probability).max() < 0.1


def test_decisions_about_pairs_that_are_no_candidates_teach_nothing() -> None:
    left, right, _ = office_pair(60)
    found = reconcile(left, right)
    nothing = np.zeros(0, np.int32), np.zeros(0, np.int32)
    assert (
        corrected(found.comparer, found.weights, found.rows, found.probability, nothing, nothing) is found.weights
    )


def test_rows_of_one_list_that_people_told_apart_never_stand_in_one_group() -> None:
    left, _, _ = office_pair(80)
    again = [{**left.row(0, named=True), "id": f"again-{n}"} for n in range(3)]
    everyone = pl.concat([left, rows(*again)])
    assert len(set(find_repeats(everyone).group[[0, -3, -2, -1]])) == 1
    apart = Decisions.of(different=[("again-0", "again-1")])
    group = find_repeats(everyone, Settings(decisions=apart)).group
    assert group[-3] != group[-2]
    together = Decisions.of(same=[("N-1", "N-2")])
    joined = find_repeats(everyone, Settings(decisions=together)).group
    assert joined[1] == joined[2]
