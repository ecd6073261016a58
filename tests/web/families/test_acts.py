"""What case workers and delegations do."""

import pytest

from repatria.web import families
from repatria.web.families import acts, evidence, notices, reading, sending
from repatria.web.families.errors import NotNow
from repatria.web.families.models import Answer, Proposal
from repatria.web.ledger.models import Opening
from repatria.web.two_persons.rule import NotSettled
from repatria.web.two_persons.rule import confirm as confirm_act
from tests.web.cast import Cast
from tests.web.families.people import ask, confirm
from tests.web.register import make_event, make_list, make_person

Kind = Answer.Kind


def test_a_released_answer_is_read_with_the_receipt_and_its_notice_is_ours(cast: Cast) -> None:
    found, receipt = ask(cast)
    confirm(found, person=make_person(cast, surname="Вигаданий"))
    acts.release(found.pk, cast["case_worker"], Kind.IN_REGISTER, "page")
    told = reading.told(receipt)
    assert str(told.title) == "The name stands in a register."
    assert notices.check(told.code) is not None
    assert notices.check(told.code.lower().replace("-", " ")) is not None
    assert notices.check("0000-0000-0000") is None


def test_a_notice_that_the_record_does_not_bear_out_is_not_ours(cast: Cast) -> None:
    found, receipt = ask(cast)
    acts.release(found.pk, cast["case_worker"], Kind.NO_DATA, "page")
    code = reading.told(receipt).code
    answer = found.answers.get()
    answer.kind = Kind.RETURNED  # somebody with the database rewrites what was said
    answer.save()
    assert notices.check(code) is None


def test_a_withdrawn_requests_notice_was_ours_and_opens_no_more(cast: Cast) -> None:
    found, receipt = ask(cast)
    acts.release(found.pk, cast["case_worker"], Kind.NO_DATA, "page")
    code = reading.told(receipt).code
    sending.withdraw(receipt)
    checked = notices.check(code)
    assert checked is not None
    assert checked.erased
    assert not Opening.objects.filter(commitment=found.commitment, destroyed_at=None).exists()


def test_two_case_workers_cannot_confirm_two_people_of_one_register(cast: Cast) -> None:
    found, _receipt = ask(cast)
    first, second = (
        Proposal.objects.create(
            request=found,
            person=make_person(cast, number=f"N-{n}"),
            probability=0.9,
            because=[],
        )
        for n in (1, 2)
    )
    acts.decide(first.pk, cast["case_worker"], "same")
    with pytest.raises(NotNow):
        acts.decide(second.pk, cast["case_worker2"], "same")
    acts.decide(first.pk, cast["case_worker"], "open")
    acts.decide(second.pk, cast["case_worker2"], "same")
    found.refresh_from_db()
    assert found.person == second.person


def test_one_family_that_sent_twice_reads_one_answer(cast: Cast) -> None:
    first, _receipt = ask(cast)
    second, receipt = ask(cast, form="b" * 32)
    with pytest.raises(NotNow):
        acts.release(second.pk, cast["case_worker"], Kind.NO_DATA, "page")
    acts.say_same_family(second.pk, cast["case_worker"], True)
    confirm(first, person=make_person(cast, surname="Вигаданий"))
    acts.release(first.pk, cast["case_worker"], Kind.IN_REGISTER, "page")
    assert str(reading.told(receipt).title) == "The name stands in a register."


def test_a_correction_stands_first_and_the_old_words_beside_it(cast: Cast) -> None:
    found, receipt = ask(cast)
    sending.correct(receipt, "sought.unit", "8-C")
    correction = found.corrections.get()
    acts.take_over(correction.pk, cast["case_worker"])
    found.refresh_from_db()
    assert found.sought["unit"] == "8-C"
    assert found.contents["earlier"] == [["sought.unit", "7-B"]]
    with pytest.raises(NotNow):
        acts.take_over(correction.pk, cast["case_worker2"])


def test_after_withdrawal_nothing_can_be_done(cast: Cast) -> None:
    found, receipt = ask(cast)
    sending.withdraw(receipt)
    with pytest.raises(NotNow):
        acts.release(found.pk, cast["case_worker"], Kind.NO_DATA, "page")


def test_the_switch_takes_two_people_of_each_side(cast: Cast) -> None:
    for first, second in (("north", "north2"), ("south", "south2")):
        assert not evidence.all_sides_let(cast.process)
        act = acts.ask_switch(cast[first], cast.process, True)
        with pytest.raises(NotSettled):
            confirm_act(act.pk, cast[first])
        confirm_act(act.pk, cast[second])
    assert evidence.all_sides_let(cast.process)
    confirm_act(acts.ask_switch(cast["south"], cast.process, False).pk, cast["south2"])
    assert not evidence.all_sides_let(cast.process)


def test_a_stranger_or_mediator_has_no_switch(cast: Cast) -> None:
    with pytest.raises(NotNow):
        acts.ask_switch(cast["noor"], cast.process, True)
    with pytest.raises(NotNow):
        acts.ask_switch(cast["hala"], cast.process, True)


def test_what_was_said_of_lists_goes_when_a_side_turns_it_off(cast: Cast) -> None:
    from repatria.web.families.models import MayTell

    found, receipt = ask(cast)
    confirm(found, row=make_list(cast, rows=1).rows.get())
    for code in ("NTH", "STH"):
        MayTell.objects.create(process=cast.process, party=cast.parties[code], on=True)
    acts.release(found.pk, cast["case_worker"], Kind.NAME_SUBMITTED, "page")
    assert "list" in str(reading.told(receipt).title)
    MayTell.objects.filter(party=cast.parties["NTH"]).update(on=False)
    assert "list" not in str(reading.told(receipt).title)


def test_families_are_counted_until_somebody_has_told_them(cast: Cast) -> None:
    from repatria.web.replies.models import Reply

    found, _receipt = ask(cast)
    person = make_person(cast, surname="Вигаданий")
    row = make_list(cast, rows=1).rows.get()
    Reply.objects.create(row=row, holder=cast.parties["NTH"], answer="held", person=person, given_by=cast["north"])
    confirm(found, person=person)
    make_event(person, "capture", "2026-01-12")
    assert families.waiting(cast.exchange) == 0
    make_event(person, "repatriation", "2026-02-12")
    assert families.waiting(cast.exchange) == 1
    assert families.waiting(cast.elsewhere) == 0
    acts.release(found.pk, cast["case_worker"], Kind.RETURNED, "called")
    assert families.waiting(cast.exchange) == 0


def test_the_press_waits_for_the_families(cast: Cast) -> None:
    from repatria.web.public import readiness

    found, _receipt = ask(cast)
    row = make_list(cast, rows=1).rows.get()
    confirm(found, row=row, person=make_person(cast, surname="Вигаданий"))
    make_event(found.person, "repatriation", "2026-02-12")
    assert any("1 family" in why for why in readiness.missing(cast.exchange, "carried_out"))
    acts.release(found.pk, cast["case_worker"], Kind.RETURNED, "page")
    assert not any("family" in why for why in readiness.missing(cast.exchange, "carried_out"))
