"""The goals of the room, measured. The paraphrases were written apart from the grammar."""

from datetime import date

import pytest

from repatria.claims import check
from repatria.history import load
from tests.claims.measure import apart, others, paraphrases, score, score_wordings, shared_reports, written


def test_most_claims_of_the_paraphrases_are_found_and_judged():
    found = score(list(paraphrases())[::3])
    assert found.recall >= 0.90
    assert found.verdicts >= 0.97
    assert found.true_for_false == 0


def test_paraphrases_that_were_each_written_whole_are_read():
    found = score(list(written("rewritten"))[::4])
    assert found.recall >= 0.90
    assert found.precision >= 0.95
    assert found.true_for_false == 0


def test_the_bank_of_wordings_is_read():
    found = score_wordings()
    assert found.recall >= 0.95
    assert found.precision >= 0.95
    assert found.verdicts >= 0.97
    assert found.true_for_false == 0


def test_other_newsroom_styles_are_read():
    found = score(written("styles"), dated=True)
    assert found.recall >= 0.90
    assert found.precision >= 0.95
    assert found.verdicts >= 0.97
    assert found.true_for_false == 0


def test_reports_of_writers_who_never_saw_the_grammar_are_read():
    learnt, kept = score(apart("learnt"), dated=True), score(apart("kept"), dated=True)
    assert learnt.recall >= 0.82
    assert learnt.precision >= 0.915
    assert learnt.verdicts >= 0.96
    assert kept.recall >= 0.85
    assert kept.precision >= 0.95
    assert kept.verdicts >= 0.955
    assert learnt.true_for_false == kept.true_for_false == 0


@pytest.mark.parametrize(
    ("folder", "recall", "precision", "verdicts"),
    [
        ("plain_last", 0.89, 0.88, 0.96),
        ("retold", 0.93, 0.92, 0.98),
        ("retold_again", 0.92, 0.91, 0.96),
        ("retold_third", 0.95, 0.94, 0.97),
        ("news", 0.89, 0.94, 0.965),
        ("news_kept", 0.93, 0.94, 0.945),
        ("agencies", 0.90, 0.93, 0.935),
        ("regional", 0.875, 0.93, 0.965),
        ("arabic", 0.89, 0.915, 0.94),
        ("slavic", 0.915, 0.895, 0.945),
        ("english", 0.925, 0.92, 0.97),
        ("last_retold", 0.89, 0.875, 0.95),
        ("last_news", 0.89, 0.91, 0.94),
    ],
)
def test_reports_of_fifteen_more_writers_are_read(folder, recall, precision, verdicts):
    found = score(apart(folder), dated=True)
    assert found.recall >= recall
    assert found.precision >= precision
    assert found.verdicts >= verdicts
    assert found.true_for_false == 0


def test_plain_news_prose_of_writers_who_never_saw_the_grammar_is_read():
    one, other = score(apart("plain"), dated=True), score(apart("plain_kept"), dated=True)
    assert one.recall >= 0.965
    assert one.precision >= 0.94
    assert one.verdicts >= 0.98
    assert other.recall >= 0.955
    assert other.precision >= 0.96
    assert other.verdicts >= 0.975
    assert one.true_for_false == other.true_for_false == 0


def test_the_same_reports_without_a_day_given_are_dated_well_enough_to_judge():
    learnt, kept = score(apart("learnt")), score(apart("kept"))
    assert learnt.verdicts >= 0.87
    assert kept.verdicts >= 0.83
    assert learnt.true_for_false == kept.true_for_false == 0


def test_reports_on_other_exchanges_are_read_too():
    found = score(others())
    assert found.recall >= 0.90
    assert found.true_for_false == 0


@pytest.mark.shared
def test_the_shared_reports_are_read_as_well_as_promised(shared):
    found = score(shared_reports(shared / "data"))
    assert found.recall >= 0.95
    assert found.precision >= 0.95
    assert found.verdicts >= 0.97
    assert found.true_for_false == 0


@pytest.mark.shared
def test_every_failing_claim_of_the_article_is_refuted_with_its_row(shared):
    text = (shared / "data" / "article" / "article.txt").read_text("utf-8")
    report = check(text, load())
    false = {c.claim_type: c for c in report.claims if c.verdict == "false"}
    assert report.as_of == date(2026, 2, 5)
    assert set(false) == {"first_since", "ordinal_or_rate", "months_of_war", "largest_since", "per_side"}
    assert "126 days" in false["first_since"].because
    assert "ru-ua-2025-10-02" in {e.id for e in false["first_since"].exchanges}
    assert "ru-ua-2025-10-02" in {e.id for e in false["largest_since"].exchanges}
    assert "47" in false["months_of_war"].because
    assert "157" in false["per_side"].because


@pytest.mark.shared
def test_the_contradictions_of_the_article_are_named(shared):
    text = (shared / "data" / "article" / "article.txt").read_text("utf-8")
    named = {c.why for c in check(text, load()).contradictions}
    assert len(named) == 4
    assert any("different authors" in why for why in named)


@pytest.mark.shared
def test_quoted_experts_are_never_true(shared):
    text = (shared / "data" / "article" / "article.txt").read_text("utf-8")
    unsaid = check(text, load()).cannot_be_checked
    assert sum("quoted opinion" in u.why for u in unsaid) == 4
