"""The matching desk: runs in the background, review, blind review, confirming together."""

from typing import Any

import pytest
from django.urls import reverse

from repatria.matching import Reason
from repatria.web import background
from repatria.web.compartments import house
from repatria.web.ledger.enter import read_back
from repatria.web.ledger.models import Entry
from repatria.web.lists.models import NameList
from repatria.web.matching_desk import confirmed, decide, runs, tasks
from repatria.web.matching_desk.agreement import agreement
from repatria.web.matching_desk.decide import NotDecided
from repatria.web.matching_desk.models import Decision, Pair, Run
from repatria.web.matching_desk.runs import NoRun
from repatria.web.matching_desk.side_by_side import side_by_side
from tests.web.cast import Cast
from tests.web.lists.little import SOUGHT, all_opened, release, sealed


@pytest.fixture
def run(cast: Cast) -> Run:
    """South's list of persons sought against North's list of persons held, matched."""
    all_opened(cast)
    made = runs.start(cast["hala"], cast.exchange)
    return Run.objects.get(pk=next(one.pk for one in made if one.sought.party.code == "STH"))


def pair(run: Run, one: str = "S-1", other: str = "N-1") -> Pair:
    return Pair.objects.get(run=run, sought__code=one, held__code=other)


def test_a_run_proposes_pairs_with_reasons(cast: Cast, run: Run) -> None:
    assert run.state == Run.State.DONE
    first = pair(run)
    assert first.probability > 0.5
    assert {Reason(*kept).field for kept in first.because} >= {"family", "birth"}


def test_nothing_is_matched_before_the_lists_are_open(cast: Cast) -> None:
    with pytest.raises(NoRun):
        runs.start(cast["hala"], cast.exchange)


def test_a_decision_is_in_the_record_as_a_commitment(cast: Cast, run: Run) -> None:
    decide.decide(cast["hala"], pair(run), "same")
    (entry,) = Entry.objects.filter(act="match decided")
    assert read_back(entry)["decision"] == Decision.objects.get().commitment
    assert [(one.code, other.code) for one, other in confirmed(cast.exchange).items()] == [("S-1", "N-1")]


def test_a_double_click_decides_once(cast: Cast, run: Run) -> None:
    assert decide.decide(cast["hala"], pair(run), "same") == decide.decide(cast["hala2"], pair(run), "same")
    assert Entry.objects.filter(act="match decided").count() == 1


def test_two_reviewers_at_once_do_not_overwrite_each_other(cast: Cast, run: Run) -> None:
    decide.decide(cast["hala"], pair(run), "same")
    with pytest.raises(NotDecided, match="Hala"):
        decide.decide(cast["hala2"], pair(run), "different")


def test_an_undone_decision_is_kept_and_so_is_its_undoing(cast: Cast, run: Run) -> None:
    made = decide.decide(cast["hala"], pair(run), "same")
    decide.undo(cast["hala"], made)
    with pytest.raises(NotDecided):
        decide.undo(cast["hala2"], made)
    assert confirmed(cast.exchange) == {}
    assert Decision.objects.get().undone_by == cast["hala"]
    assert Entry.objects.filter(act="match decided").count() == 2


def test_decisions_feed_the_next_run(cast: Cast, run: Run) -> None:
    decide.decide(cast["hala"], pair(run), "different")
    again = next(one for one in runs.start(cast["hala"], cast.exchange) if one.sought_id == run.sought_id)
    assert not Pair.objects.filter(run=again, sought__code="S-1", held__code="N-1").exists()
    assert confirmed(cast.exchange) == {}


def test_a_second_click_starts_no_second_run(cast: Cast) -> None:
    lists = all_opened(cast)
    Run.objects.create(
        exchange=cast.exchange, sought=lists["STH", "sought"], held=lists["NTH", "held"], asked_by=cast["hala"]
    )
    made = runs.start(cast["hala"], cast.exchange)
    assert [one.sought.party.code for one in made] == ["NTH"]


def test_a_list_replaced_while_it_is_matched_overtakes_the_run(cast: Cast, monkeypatch: Any) -> None:
    lists = all_opened(cast)
    whole = tasks.reconcile

    def replaced_meanwhile(*args: Any) -> Any:
        this_one = Run.objects.filter(sought=lists["STH", "sought"], state=Run.State.RUNNING)
        if this_one.exists() and not NameList.objects.filter(version=2).exists():
            with house():  # the other side's people act meanwhile, not the matching
                sealed(cast, "STH", "sought", SOUGHT[:2])
                release(cast, "south")
        return whole(*args)

    monkeypatch.setattr(tasks, "reconcile", replaced_meanwhile)
    runs.start(cast["hala"], cast.exchange)
    old = Run.objects.get(sought=lists["STH", "sought"])
    assert old.state == Run.State.OVERTAKEN
    assert "replaced" in old.why
    assert not old.pairs.exists()
    monkeypatch.setattr(tasks, "reconcile", whole)
    text = cast.client("hala").get(reverse("run", args=[old.pk])).content.decode()
    assert "replaced" in text
    new = runs.again(cast["hala"], old)
    new.refresh_from_db()
    assert (new.state, new.sought.version) == (Run.State.DONE, 2)


def left_by_a_dead_worker(run: Run, attempts: int) -> None:
    from datetime import timedelta

    from django.utils import timezone

    long_ago = timezone.now() - timedelta(minutes=5)
    Run.objects.filter(pk=run.pk).update(state=Run.State.RUNNING, beat_at=long_ago, attempts=attempts)


def test_a_run_whose_worker_was_killed_is_taken_up_again(cast: Cast, run: Run) -> None:
    before = run.pairs.count()
    left_by_a_dead_worker(run, attempts=1)
    assert background.resume() == 1
    run.refresh_from_db()
    assert run.state == Run.State.DONE
    assert run.pairs.count() == before
    assert background.resume() == 0


def test_a_run_that_kills_its_worker_again_and_again_fails_plainly(cast: Cast, run: Run) -> None:
    left_by_a_dead_worker(run, attempts=background.MOST_ATTEMPTS)
    background.resume()
    run.refresh_from_db()
    assert run.state == Run.State.FAILED
    client = cast.client("hala")
    assert "start again" in client.get(reverse("run", args=[run.pk])).content.decode()
    client.post(reverse("run_again", args=[run.pk]))
    assert Run.objects.filter(sought=run.sought, state=Run.State.DONE).exists()


def test_an_error_of_a_library_is_logged_by_its_kind_and_never_by_its_words(
    cast: Cast, monkeypatch: Any, caplog: Any
) -> None:
    all_opened(cast)

    def stumbles(*args: Any) -> Any:
        raise ValueError("Kovalenko")

    monkeypatch.setattr(tasks, "reconcile", stumbles)
    (one, *_others) = runs.start(cast["hala"], cast.exchange)
    one.refresh_from_db()
    assert one.state == Run.State.FAILED
    assert "ValueError" in caplog.text
    assert "Kovalenko" not in caplog.text + one.why


def test_who_reviewed_first_cannot_review_blind(cast: Cast, run: Run) -> None:
    with pytest.raises(NotDecided):
        decide.decide(cast["hala2"], pair(run), "same", blind=True)
    decide.decide(cast["hala"], pair(run), "same")
    with pytest.raises(NotDecided):
        decide.decide(cast["hala"], pair(run), "same", blind=True)
    assert not decide.for_blind_review(run, cast["hala"]).exists()
    assert list(decide.for_blind_review(run, cast["hala2"])) == [pair(run)]


def test_a_blind_reviewer_is_not_shown_the_first_word(cast: Cast, run: Run) -> None:
    decide.decide(cast["hala"], pair(run), "same")
    text = cast.client("hala2").get(reverse("review_blind", args=[run.pk])).content.decode()
    assert "Kovalenko" in text
    assert "first review" not in text
    assert "Hala:" not in text


def test_where_two_disagree_the_pair_waits_until_it_is_settled(cast: Cast, run: Run) -> None:
    decide.decide(cast["hala"], pair(run), "same")
    decide.decide(cast["hala2"], pair(run), "different", blind=True)
    assert confirmed(cast.exchange) == {}
    assert decide.disputed(run) == [pair(run)]
    text = cast.client("hala").get(reverse("run", args=[run.pk])).content.decode()
    assert "they disagree" in text
    decide.decide(cast["hala"], pair(run), "same", anew=True)
    assert decide.disputed(run) == []
    assert len(confirmed(cast.exchange)) == 1


def test_agreement_takes_away_what_chance_would_give() -> None:
    assert agreement([]) is None
    table = [("same", "same")] * 20 + [("same", "different")] * 5 + [("different", "same")] * 10
    table += [("different", "different")] * 15
    found = agreement(table)
    assert found is not None
    assert (found.pairs, found.share) == (50, 0.7)
    assert found.kappa == pytest.approx(0.4)  # the example of the textbooks
    assert found.in_words == "fair"
    one = agreement([("same", "same")] * 3)
    assert one is not None
    assert one.kappa is None


def test_nothing_is_confirmed_together_before_a_sample_was_looked_at(cast: Cast, run: Run) -> None:
    Pair.objects.filter(pk=pair(run).pk).update(probability=0.99)
    with pytest.raises(NotDecided, match="look at"):
        decide.confirm_together(cast["hala"], run, 0.95)
    with pytest.raises(NotDecided, match="one by one"):
        decide.confirm_together(cast["hala"], run, 0.5)


def test_many_are_confirmed_together_after_a_sample(cast: Cast, run: Run, monkeypatch: Any) -> None:
    monkeypatch.setattr(decide, "SAMPLE", 1)
    one, other = pair(run), pair(run, "S-2", "N-2")
    Pair.objects.filter(run=run).exclude(pk__in=[one.pk, other.pk]).delete()
    Pair.objects.filter(run=run).update(probability=0.99)
    decide.decide(cast["hala"], one, "same")
    assert decide.confirm_together(cast["hala"], run, 0.95) == 1
    assert decide.confirm_together(cast["hala"], run, 0.95) == 0
    assert len(confirmed(cast.exchange)) == 2
    assert Decision.objects.get(sought=other.sought).together
    assert not decide.for_blind_review(run, cast["hala2"]).filter(pk=other.pk).exists()


def test_a_sample_that_does_not_hold_confirms_nothing(cast: Cast, run: Run, monkeypatch: Any) -> None:
    monkeypatch.setattr(decide, "SAMPLE", 1)
    Pair.objects.filter(run=run).update(probability=0.99)
    decide.decide(cast["hala"], pair(run), "different")
    with pytest.raises(NotDecided, match="higher"):
        decide.confirm_together(cast["hala"], run, 0.95)


def test_pairs_that_compete_for_a_row_are_left_to_a_person(cast: Cast, run: Run) -> None:
    one = pair(run)
    rival = Pair.objects.filter(run=run).exclude(pk=one.pk).exclude(held=one.held).first()
    assert rival is not None
    Pair.objects.filter(pk=rival.pk).update(sought=one.sought, probability=0.9)
    Pair.objects.filter(pk=one.pk).update(probability=0.99)
    assert one not in decide.above(run, 0.95)


def test_the_review_page_goes_from_pair_to_pair_and_back(cast: Cast, run: Run) -> None:
    client, there = cast.client("hala"), reverse("review", args=[run.pk])
    shown = client.get(there)
    first = shown.context["pair"]
    assert "Kovalenko" in shown.content.decode()
    said = client.post(there, {"pair": first.pk, "verdict": "same"}, HTTP_HX_REQUEST="true")
    assert said.context["pair"] != first
    back = client.post(reverse("review_undo", args=[run.pk]), HTTP_HX_REQUEST="true")
    assert back.context["pair"] == first
    again = client.post(reverse("review_undo", args=[run.pk]), HTTP_HX_REQUEST="true")
    assert "nothing to undo" in again.content.decode()
    assert client.post(there, {"pair": first.pk, "verdict": "perhaps"}).status_code == 302


def test_a_circle_is_pointed_out_at_once(cast: Cast, run: Run) -> None:
    rows = {row.code: row for one in (run.sought, run.held) for row in one.rows.all()}
    pairs = {}
    for a, b in (("S-1", "N-1"), ("S-2", "N-1"), ("S-2", "N-2"), ("S-1", "N-2")):
        pairs[a, b], _new = Pair.objects.get_or_create(
            run=run, sought=rows[a], held=rows[b], defaults={"probability": 0.5, "proposed": "match"}
        )
    for key in (("S-1", "N-1"), ("S-2", "N-1"), ("S-2", "N-2")):
        decide.decide(cast["hala"], pairs[key], "same")
    answer = cast.client("hala").post(
        reverse("review", args=[run.pk]), {"pair": pairs["S-1", "N-2"].pk, "verdict": "different"}, follow=True
    )
    assert "A ≠ C" in answer.content.decode()
    groups = cast.client("hala").get(reverse("review_groups", args=[run.pk])).content.decode()
    assert "contradiction" in groups


def test_no_side_sees_the_matching(cast: Cast, run: Run) -> None:
    for who in ("north", "south", "south_bureau", "iris", "noor_mediator", "press", "admin", "auditor"):
        for name in ("run", "review", "review_groups", "review_decided"):
            assert cast.client(who).get(reverse(name, args=[run.pk])).status_code == 404


def test_differing_letters_are_marked_within_one_alphabet() -> None:
    (same, differs, day, other) = side_by_side(
        {"surname": "Kovalenko", "given_name": "Ivan", "date_of_birth": "30.11.1985", "rank": "sergeant"},
        {"surname": "KOVALENKO", "given_name": "Ivano", "date_of_birth": "1985-11-30", "rank": "сержант"},
    )
    assert not same.differs
    assert not day.differs
    assert differs.right == (("Ivan", False), ("o", True))
    assert not other.differs


def test_a_mediator_who_reads_too_many_is_stopped(cast: Cast, run: Run, monkeypatch: Any) -> None:
    from repatria.web.audit import reads

    monkeypatch.setattr(reads, "MOST_IN_AN_HOUR", 1)
    assert cast.client("hala").get(reverse("review", args=[run.pk])).status_code == 429
