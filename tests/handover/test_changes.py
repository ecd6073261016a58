import pytest

from repatria.handover import Cause, Counted, Rule, balance, fall_away, travelling
from repatria.handover.changes import counted_away, paused_stages
from repatria.handover.errors import BadChange
from repatria.planning import parse_instance
from tests.handover.cast import line, manifest, with_rule
from tests.planning.staging.timetables import person, staging_document


def code(number):
    return next(one.code for one in (*manifest().lines, *manifest().reserve) if one.number == number)


def test_by_shrinking_the_line_goes_and_the_balance_is_recomputed():
    done = fall_away(manifest(), [], code(1), Cause.DOES_NOT_TRAVEL)
    assert done.change.rule is Rule.SHRINK
    assert not done.change.pauses
    assert done.balance[0].after == (-1,)
    assert len(travelling(manifest(), [done.change])) == 5


def test_by_substitution_the_first_of_the_reserve_who_counts_the_same_takes_the_seat():
    of = with_rule(Rule.SUBSTITUTE)
    done = fall_away(of, [], code(5), Cause.NOT_FIT)
    assert done.change.instead == code(8)
    now = {one.code: one for one in travelling(of, [done.change])}
    assert (now[code(8)].bus, now[code(8)].seat) == ("STH-1B1", 5)
    assert done.balance[0].after == (0,)


def test_the_reserve_is_used_once_and_then_the_stage_pauses():
    of = with_rule(Rule.SUBSTITUTE)
    first = fall_away(of, [], code(1), Cause.DECEASED).change
    second = fall_away(of, [first], code(2), Cause.DECEASED).change
    assert (first.instead, second.instead) == (code(7), "")
    assert not first.pauses
    assert second.pauses
    assert paused_stages(of, [first, second]) == {1}


def test_a_substitute_may_fall_away_too():
    of = with_rule(Rule.SUBSTITUTE)
    first = fall_away(of, [], code(1), Cause.DECEASED).change
    second = fall_away(of, [first], code(7), Cause.DOES_NOT_TRAVEL).change
    assert {one.number for one in travelling(of, [first, second])} == {2, 3, 4, 5, 6}
    assert paused_stages(of, [first, second]) == {1}


def test_nobody_steps_into_the_place_of_somebody_owed():
    of = with_rule(
        Rule.SUBSTITUTE,
        lines=(line(1, counted=Counted.OWED), line(2)),
        reserve=(line(7, counted=Counted.OWED, bus="", seat=0),),
    )
    done = fall_away(of, [], code(1), Cause.NOT_FIT)
    assert done.change.instead == ""
    assert done.change.rule is Rule.SHRINK
    assert done.balance[0].after == (1,)


def test_by_pausing_people_decide():
    done = fall_away(with_rule(Rule.PAUSE), [], code(1), Cause.ABSENT)
    assert done.change.pauses


def test_shrinking_past_the_bound_pauses():
    log = []
    for number in (1, 2, 3):
        log.append(fall_away(manifest(), log, code(number), Cause.ABSENT).change)
    assert [change.pauses for change in log] == [False, False, True]
    assert balance(manifest(), log)[0].after == (-3,)
    assert counted_away(log, manifest())[Counted.FORMULA] == 3


def test_a_line_falls_away_once_and_the_reserve_not_before_it_steps_in():
    change = fall_away(manifest(), [], code(1), Cause.ABSENT).change
    for gone in (code(1), code(7), "NTH-999-9"):
        with pytest.raises(BadChange):
            fall_away(manifest(), [change], gone, Cause.ABSENT)


def test_the_planner_says_which_terms_no_longer_hold():
    people = [person(f"N{n}", id=f"C{n}") for n in (1, 2, 3)] + [person(f"S{n}", id=f"C{n}") for n in (4, 5, 6)]
    term = {"id": "T1", "type": "count", "by": "N", "text": "three", "select": {"holder": "N"}, "min": 3, "max": 3}
    instance = parse_instance(staging_document(people, terms=[term]))
    done = fall_away(manifest(), [], code(1), Cause.DOES_NOT_TRAVEL, instance)
    assert [fault.rule for fault in done.broken] == ["T1"]
    assert fall_away(manifest(), [], code(4), Cause.DOES_NOT_TRAVEL, instance).broken == ()


def test_the_same_log_gives_the_same_change_to_everybody():
    of = with_rule(Rule.SUBSTITUTE)
    assert fall_away(of, [], code(1), Cause.ABSENT) == fall_away(of, [], code(1), Cause.ABSENT)
