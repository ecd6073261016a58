"""Plans from the terms on the table: proven, explained, compared, and plainly failed when the worker dies."""

from datetime import timedelta

import pytest
from django.utils import timezone

from repatria.web.talks import runs, tasks, terms
from repatria.web.talks.errors import BadTerm, NotNow
from repatria.web.talks.models import PlanRun
from repatria.web.talks.reading import Reading
from tests.web.cast import Cast
from tests.web.talks.world import agree_on, count, make_held, make_talks, planned


def going(reading: Reading, number: int = 0) -> dict[str, int]:
    return {lane.holder: lane.formula for lane in reading.figures(number).lanes}


def test_two_terms_become_a_plan(cast: Cast) -> None:
    exchange = make_talks(cast)
    run = planned(cast, exchange, agree_on(cast, exchange), alternatives=2)
    assert run.state == PlanRun.State.DONE, run.why
    reading = Reading(run)
    assert going(reading) == {"North": 5, "South": 5}
    assert all(lane.owed == 1 for lane in reading.figures(0).lanes)
    assert len(reading.plans) == 3


def test_a_place_opened_for_the_owed_alone_is_none_that_a_term_counts(cast: Cast) -> None:
    exchange = make_talks(cast)
    one_place = terms.write(exchange, cast["hala"], {"type": "sites", "select": {"holder": "NTH"}, "max": 1})
    # Four go, and the place of the one who is owed has only three others.
    run = planned(cast, exchange, [one_place, *agree_on(cast, exchange, 4)])
    figures = Reading(run).figures(0)
    assert dict(figures.sites)["North"] == 1
    assert dict(figures.sites_besides)["North"] == 1


def test_the_longest_held_go_first(cast: Cast) -> None:
    exchange = make_talks(cast)
    reading = Reading(planned(cast, exchange, agree_on(cast, exchange)))
    stay = [one.days for key, one in reading.people.items() if key not in set(reading.go(0))]
    go = [reading.people[key].days for key in reading.go(0) if reading.account(key) == "formula"]
    assert min(go) > max(stay) - 180


def test_everybody_has_a_reason_in_every_language(cast: Cast) -> None:
    exchange = make_talks(cast)
    reading = Reading(planned(cast, exchange, agree_on(cast, exchange)))
    assert set(reading.plan["sentences"]) == {"en", "uk", "ru", "ar", "fr"}
    assert all(reading.reason(0, key, mediator=True) for key in reading.people)


def test_whoever_refuses_reads_to_a_side_like_whoever_was_not_chosen(cast: Cast) -> None:
    from repatria.web.registry.models import Person
    from repatria.web.replies.models import Wish

    exchange = make_talks(cast)
    longest = Person.objects.get(number=f"{exchange.pk}N11")
    Wish.objects.create(
        person=longest, party=cast.parties["ICR"], travels="no", said_on=timezone.localdate(), noted_by=cast["iris"]
    )
    reading = Reading(planned(cast, exchange, agree_on(cast, exchange)))
    key = str(longest.pk)
    other = next(k for k in reading.people if k not in set(reading.go(0)) and k != key)
    assert key not in reading.go(0)
    assert reading.reason(0, key, mediator=False) == reading.reason(0, other, mediator=False)
    assert reading.reason(0, key, mediator=True) == "does not travel"


def test_a_term_that_sends_a_class_passes_over_who_refuses(cast: Cast) -> None:
    from repatria.web.registry.models import Person
    from repatria.web.replies.models import Wish

    exchange = make_talks(cast)
    officer = Person.objects.get(number=f"{exchange.pk}N3")
    Wish.objects.create(
        person=officer, party=cast.parties["ICR"], travels="no", said_on=timezone.localdate(), noted_by=cast["iris"]
    )
    some = [*agree_on(cast, exchange), terms.write(
        exchange, cast["south"], {"type": "include", "select": {"holder": "NTH", "category": ["officer"]}}
    )]  # fmt: skip
    run = planned(cast, exchange, some)
    assert run.state == PlanRun.State.DONE
    assert str(officer.pk) not in Reading(run).go(0)


def test_terms_that_cannot_hold_are_shown_as_the_smallest_set(cast: Cast) -> None:
    exchange = make_talks(cast)
    some = agree_on(cast, exchange)
    ratio = terms.write(
        exchange, cast["south"],
        {"type": "balance", "left": {"holder": "NTH"}, "right": {"holder": "STH"}, "left_factor": 1,
         "right_factor": 2, "tolerance": 0},
    )  # fmt: skip
    sites = terms.write(exchange, cast["south"], {"type": "sites", "select": {"holder": "NTH"}, "max": 3})
    run = planned(cast, exchange, [*some, ratio, sites])
    assert run.state == PlanRun.State.CONFLICT
    assert [one["terms"] for one in run.plan["sets"]] == [["T1", "T3"]]  # five is no double
    assert run.plan["sets"][0]["changes"]


def test_a_term_that_holds_back_the_owed_is_unlawful_and_not_shown_to_all(cast: Cast) -> None:
    exchange = make_talks(cast)
    some = [*agree_on(cast, exchange), terms.write(cast.exchange, cast["north"], {"type": "exclude", "select": {}})]
    run = planned(cast, exchange, some)
    assert run.plan["sets"][0]["unlawful"]
    with pytest.raises(NotNow):
        runs.tell_all(run)


def test_stages_keep_the_lead(cast: Cast) -> None:
    exchange = make_talks(cast)
    stages = {
        "type": "staging",
        "days": 4,
        "per_day": 2,
        "lead": 1,
        "same_day_groups": True,
        "order": "longest_held",
    }
    run = planned(cast, exchange, [*agree_on(cast, exchange), terms.write(exchange, cast["hala"], stages)])
    assert run.state == PlanRun.State.DONE, run.why
    reading = Reading(run)
    assert max(reading.stages(0).values()) >= 3
    assert reading.plans[0]["leads"][0]["size"] <= 1


def test_days_that_are_too_few_are_a_conflict(cast: Cast) -> None:
    exchange = make_talks(cast)
    stages = {"type": "staging", "days": 1, "per_day": 2, "lead": 1, "same_day_groups": False, "order": None}
    run = planned(cast, exchange, [*agree_on(cast, exchange), terms.write(exchange, cast["hala"], stages)])
    assert run.state == PlanRun.State.CONFLICT
    assert run.plan["sets"][0]["stages"]


def test_named_people_travel_together(cast: Cast) -> None:
    from repatria.web.registry.models import Person

    exchange = make_talks(cast)
    named = [str(Person.objects.get(number=f"{exchange.pk}N{n}").pk) for n in (0, 11)]
    together = terms.write(exchange, cast["south"], {"type": "together", "ids": named})
    go = set(Reading(planned(cast, exchange, [*agree_on(cast, exchange), together])).go(0))
    assert len(go & set(named)) in (0, 2)


def test_a_line_of_its_own_is_counted_in_no_number(cast: Cast) -> None:
    exchange = make_talks(cast)
    own = terms.write(
        exchange, cast["hala"], {"type": "separate", "select": {"holder": "NTH", "category": ["officer"]}}
    )
    reading = Reading(planned(cast, exchange, [*agree_on(cast, exchange), own]))
    lanes = {lane.holder: lane for lane in reading.figures(0).lanes}
    assert (lanes["North"].formula, lanes["North"].separate) == (5, 2)


def test_what_if_answers_beside_the_plan(cast: Cast) -> None:
    exchange = make_talks(cast)
    run = planned(cast, exchange, agree_on(cast, exchange))
    asked = runs.what_if(run, cast["hala"], "T1.max=7")
    tasks.make_plan.call(str(asked.pk))
    reading = Reading(PlanRun.objects.get(pk=asked.pk))
    assert going(reading)["North"] == 7
    assert Reading(run).differences(reading.plans[0]["objective"]) == ("persons freed", 10, 12)
    with pytest.raises(BadTerm):
        runs.what_if(run, cast["hala"], "T1.by=2")


def test_one_person_can_be_asked_about(cast: Cast) -> None:
    exchange = make_talks(cast)
    run = planned(cast, exchange, agree_on(cast, exchange))
    stays = next(key for key in Reading(run).people if key not in set(Reading(run).go(0)))
    swap = runs.about_one(run, stays)
    assert swap.go
    assert swap.joins == (stays,)


def test_points_count_and_stay_with_their_party(cast: Cast) -> None:
    from repatria.web.talks import points

    exchange = make_talks(cast)
    points.give(exchange, cast["south"], f"NTH-{exchange.pk}N0 9\nNTH-{exchange.pk}N11 -2")
    net = terms.write(exchange, cast["south"], {"type": "net", "party": "STH", "min": 9})
    run = planned(cast, exchange, [*agree_on(cast, exchange), net])
    assert Reading(run).plans[0]["nets"]["STH"] >= 9
    assert points.written(exchange, cast["hala"]) == ""
    assert points.written(exchange, cast["north"]) == ""
    with pytest.raises(BadTerm, match="Line 2"):
        points.give(exchange, cast["south"], f"NTH-{exchange.pk}N0 9\nNTH-none 3")


def test_nobody_is_shown_what_points_come_to(cast: Cast) -> None:
    from repatria.web.talks import points

    exchange = make_talks(cast)
    points.give(exchange, cast["south"], f"NTH-{exchange.pk}N0 9")
    net = terms.write(exchange, cast["south"], {"type": "net", "party": "STH", "min": 9})
    run = planned(cast, exchange, [*agree_on(cast, exchange), net])
    assert not any("points" in words or "requests" in words for words, _n in Reading(run).figures(0).aims)
    with pytest.raises(BadTerm):
        runs.what_if(run, cast["hala"], f"{net.code}.min=8")
    terms.change(net, cast["south"], {**net.document, "min": 10})
    found = planned(cast, exchange, [*exchange.terms.exclude(pk=net.pk)])
    assert found.state == PlanRun.State.CONFLICT
    assert not any(change["term"] == net.code for one in found.plan["sets"] for change in one["changes"])


def test_a_killed_worker_leaves_a_run_that_has_plainly_failed(cast: Cast) -> None:
    exchange = make_talks(cast)
    run = runs.start(exchange, cast["hala"], agree_on(cast, exchange))
    PlanRun.objects.filter(pk=run.pk).update(
        state=PlanRun.State.RUNNING, beat_at=timezone.now() - timedelta(minutes=1)
    )
    run = runs.look_after(PlanRun.objects.get(pk=run.pk))
    assert (run.state, run.why) == (PlanRun.State.FAILED, "gone")
    fresh = runs.again(run, cast["hala"])
    assert fresh.pk != run.pk
    tasks.make_plan.call(str(fresh.pk))
    assert PlanRun.objects.get(pk=fresh.pk).state == PlanRun.State.DONE


def test_a_task_delivered_twice_is_done_once(cast: Cast) -> None:
    exchange = make_talks(cast)
    run = planned(cast, exchange, agree_on(cast, exchange))
    tasks.make_plan.call(str(run.pk))
    assert PlanRun.objects.get(pk=run.pk).ended_at == run.ended_at


def test_an_unforeseen_fault_fails_the_run_without_its_text(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    from repatria.web.talks import work

    def broken(*args: object) -> None:
        raise ValueError("Surname1")

    exchange = make_talks(cast)
    monkeypatch.setattr(work, "selection", broken)
    run = planned(cast, exchange, agree_on(cast, exchange))
    assert (run.state, run.why) == (PlanRun.State.FAILED, "fault")


def test_three_sides_and_a_cycle(cast: Cast) -> None:
    exchange = make_talks(cast, each=4)
    cast.process.participants.add(cast.parties["NOR"])
    third = make_held(cast, exchange, "NOR", "NTH", 3, "held")
    from repatria.web.registry.models import Person

    def key(number: str) -> str:
        return str(Person.objects.get(number=number).pk)

    n = exchange.pk
    offers = [
        terms.write(exchange, cast["north"], {"type": "offer", "party": "NTH", "gives": key(f"{n}N0"),
                    "wants": {"holder": "NOR"}}),
        terms.write(exchange, cast["south"], {"type": "offer", "party": "STH", "gives": key(f"{n}S0"),
                    "wants": {"holder": "NTH"}}),
        terms.write(exchange, cast["noor"], {"type": "offer", "party": "NOR", "gives": str(third[0].pk),
                    "wants": {"holder": "STH"}}),
    ]  # fmt: skip
    run = planned(cast, exchange, offers, kind="cycles", max_cycle=3, max_chain=0)
    assert run.state == PlanRun.State.DONE, run.why
    reading = Reading(run)
    assert len(run.plan["cycles"]) == 1
    assert {(lane.holder, lane.receiver) for lane in reading.figures(0).lanes if lane.formula} == {
        ("North", "South"), ("South", "Noor's side"), ("Noor's side", "North"),
    }  # fmt: skip


def test_three_sides_can_plan_a_package(cast: Cast) -> None:
    exchange = make_talks(cast, each=4)
    cast.process.participants.add(cast.parties["NOR"])
    make_held(cast, exchange, "NOR", "NTH", 3, "held")
    some = [terms.write(exchange, cast["hala"], count(code, 1, 2)) for code in ("NTH", "STH", "NOR")]
    run = planned(cast, exchange, some, alternatives=1)
    assert run.state == PlanRun.State.DONE
    assert going(Reading(run)) == {"North": 2, "South": 2, "Noor's side": 2}
