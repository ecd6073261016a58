"""Each name on a list gets one answer, and an answer never says more than is known."""

from dataclasses import replace

from repatria.demo.replies import Answer, answer_list, tally
from repatria.demo.review import Proposal, repeats, review
from repatria.demo.world import make_world

ANYONE = make_world(2).people[0]


def person(number: int, fate: str):
    return replace(ANYONE, number=number, fate=fate)


def test_a_confirmed_match_is_held_and_points_at_the_register():
    [reply] = answer_list({"S-1": person(1, "held")}, {"S-1": "N-9"}, {})
    assert (reply.answer, reply.register_id) == (Answer.HELD, "N-9")


def test_held_but_not_found_is_no_answer_yet_and_never_not_held():
    [reply] = answer_list({"S-1": person(1, "held")}, {}, {})
    assert reply.answer is Answer.NO_ANSWER_YET


def test_a_second_row_of_a_person_points_at_the_first():
    replies = answer_list({"S-1": person(1, "held"), "S-2": person(1, "held")}, {"S-1": "N-9"}, {"S-2": "S-1"})
    assert [reply.answer for reply in replies] == [Answer.HELD, Answer.DUPLICATE_OF]
    assert replies[1].duplicate_of == "S-1"


def test_a_death_without_certificate_stays_a_claim():
    answers = {answer_list({"S": person(n, "deceased")}, {}, {})[0].answer for n in range(5)}
    assert answers == {Answer.DECEASED, Answer.CLAIMED_DECEASED}


def test_every_row_is_answered_once():
    people = {f"S-{n}": person(n, fate) for n, fate in enumerate(("held", "released", "deceased", "unaccounted"))}
    replies = answer_list(people, {}, {})
    assert [reply.row_id for reply in replies] == list(people)
    assert sum(tally(replies).values()) == len(people)


def test_reviewers_confirm_the_same_person_and_reject_another():
    found = review(
        [Proposal("S-1", "N-1", 0.99, "match", ""), Proposal("S-2", "N-1", 0.6, "review", "")],
        {"S-1": 1, "S-2": 2},
        {"N-1": 1},
    )
    assert (found.confirmed, found.rejected, found.looked_at) == ({"S-1": "N-1"}, 1, 2)


def test_repeats_point_at_the_first_row():
    assert repeats({"a": 1, "b": 2, "c": 1, "d": 1}, {}) == {"c": "a", "d": "a"}


def test_a_repeat_never_hides_the_row_that_was_found():
    assert repeats({"a": 1, "b": 2, "c": 1}, {"c": "N-1"}) == {"a": "c"}
