"""Every row of the treaties' tables against cases written by hand, one line each, in cases.txt."""

import re

import pytest

from repatria.conventions import RULES, Parties, Policy, Status, evaluate
from repatria.conventions.policy import TREATIES

from .casebook import PARTY, answer_of, cases

ALL = cases()
BOUND = Parties({PARTY: frozenset(TREATIES)})


def last_duty(case, policy=Policy()):  # noqa: B008
    found = [duty for duty in evaluate(case.events, case.as_of, policy, BOUND) if duty.rule.id == case.rule]
    return max(found, key=lambda duty: duty.since, default=None)


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.rule)
def test_a_case_comes_out_as_written(case):
    assert answer_of(last_duty(case)) == case.answer


@pytest.mark.parametrize("name", RULES)
def test_every_rule_has_a_case_where_it_is_kept_and_one_where_it_is_not(name):
    answers = {case.answer.split()[0] for case in ALL if case.rule == name}
    assert len(answers) >= 2
    assert answers & {"due", "late", "broken"}


OPEN_WORDS = [case for case in ALL if case.answer == "due"]


@pytest.mark.parametrize("case", OPEN_WORDS, ids=lambda case: case.rule)
def test_words_without_a_number_are_late_only_under_a_target_and_never_as_law(case):
    duty = last_duty(case, Policy({case.rule: 0}))
    assert duty.status is Status.LATE
    assert duty.by_target
    assert "mediator" in duty.because(case.as_of)


# The rows of the tables of obligations: the Third Convention, its medical commissions, civilians and the missing.
ARTICLES = {
    "GC III": (5, 12, 13, 17, 18, 20, 23, 30, 31, 33, 46, 47, 48, 66, 69, 70, 71, 72, 73, 74, 75, 76, 77, 79, 104,
               107, 109, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119, 120, 121, 122, 123, 125, 126),
    "GC III Annex II": (1, 2, 3, 4, 5, 6, 9, 10, 11, 12, 14),
    "GC IV": (25, 26, 34, 43, 45, 49, 78, 106, 107, 132, 133, 134, 135, 136, 137, 138, 139, 140, 141, 143),
    "AP I": (33,),
    "GC I": (16, 28, 30, 31, 32),
}  # fmt: skip


@pytest.mark.parametrize(("treaty", "numbers"), ARTICLES.items())
def test_every_row_of_the_tables_has_a_rule(treaty, numbers):
    told = {rule.article.removeprefix(treaty) for rule in RULES.values() if rule.article.startswith(treaty)}
    found = {int(number) for article in told for number in re.findall(r"\d+(?=\(|,|$)", article)}
    assert set(numbers) - found == set()
