"""Every row of the treaties' tables against cases written by hand, one line each, in cases.txt."""

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
