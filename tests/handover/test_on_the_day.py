"""Who falls away on the day and who steps in, worked out from what tablets say."""

import pytest

from repatria.handover import (
    Agreed,
    BadEvent,
    BadManifest,
    Cause,
    Change,
    End,
    Kind,
    Ledger,
    Role,
    Rule,
    board,
    changes_of,
    parse_manifest,
    reconcile,
    travelling,
)
from repatria.handover.vocabulary import FALLS_BY
from tests.handover.cast import Cast, Tablet, line, manifest, with_rule


def day(rule=Rule.SUBSTITUTE, **changes):
    return Cast(with_rule(rule, **changes))


def ledger(cast):
    return Ledger(cast.manifest, cast.everything())


def test_somebody_refuses_and_the_first_of_the_reserve_steps_in():
    cast = day()
    cast.iris.says(Kind.DOES_NOT_TRAVEL, 2)
    (change,) = changes_of(ledger(cast))
    assert (change.code, change.instead, change.pauses) == (cast.code(2), cast.code(7), False)
    seats = {one.number: one.seat for one in travelling(cast.manifest, [change])}
    assert seats[7] == 2
    assert [count.travelling for count in board(ledger(cast)).counts] == [3, 3]


def test_taken_back_it_falls_back():
    cast = day()
    said = cast.iris.says(Kind.DOES_NOT_TRAVEL, 2)
    cast.iris.says(Kind.WITHDRAWN, about=(said.id,))
    assert changes_of(ledger(cast)) == ()


def test_only_whom_the_agreement_names_makes_a_line_fall_away():
    cast = day()
    cast.south.says(Kind.ABSENT, 1)  # the receiver: the bus came without him
    assert changes_of(ledger(cast)) == ()
    cast.north.says(Kind.ABSENT, 1)
    assert [one.cause for one in changes_of(ledger(cast))] == [Cause.ABSENT]


def test_the_agreement_may_name_others():
    falls_by = {**FALLS_BY, Cause.ABSENT: frozenset({Role.ICRC})}
    cast = Cast(manifest(agreed=Agreed(falls_by=falls_by)))
    cast.north.says(Kind.ABSENT, 1)
    assert changes_of(ledger(cast)) == ()
    cast.iris.says(Kind.ABSENT, 1)
    assert len(changes_of(ledger(cast))) == 1


def test_a_side_cannot_be_named_for_what_only_the_icrc_says():
    with pytest.raises(BadManifest, match="no say"):
        manifest(agreed=Agreed(falls_by={**FALLS_BY, Cause.DECEASED: frozenset({Role.ICRC})}))


def test_who_refuses_and_who_is_not_fit_have_one_rule():
    with pytest.raises(BadManifest, match="one and the same rule"):
        manifest(agreed=Agreed(on_loss={**dict.fromkeys(Cause, Rule.SHRINK), Cause.NOT_FIT: Rule.PAUSE}))


def test_a_decision_of_a_named_person_counts_whoever_spoke():
    cast = day(Rule.SHRINK)
    a, b = cast.south.says(Kind.ABSENT, 1), cast.iris.says(Kind.PRESENT, 1)
    cast.decides(1, Kind.ABSENT, a, b)
    assert [one.code for one in changes_of(ledger(cast))] == [cast.code(1)]


def test_replaced_by_agreement_is_said_at_the_table_by_name():
    cast = day()
    with pytest.raises(BadEvent, match="said_by"):
        cast.hala.says(Kind.REPLACED, 5)
    with pytest.raises(BadEvent, match="role"):
        cast.north.says(Kind.REPLACED, 1, said_by="North")
    cast.hala.says(Kind.REPLACED, 5, said_by="Hala")
    (change,) = changes_of(ledger(cast))
    assert (change.cause, change.instead) == (Cause.REPLACED, cast.code(8))
    assert reconcile(ledger(cast)).ends[End.REPLACED] == 1


def test_a_reserve_who_refuses_is_passed_over_in_any_order():
    reserve = tuple(line(n, "NTH", bus="", seat=0) for n in (7, 9))
    cast = day(reserve=reserve)
    cast.iris.says(Kind.DOES_NOT_TRAVEL, 1)
    cast.second.says(Kind.NOT_FIT, 7)
    events = cast.everything()
    for order in (events, events[::-1]):
        assert [one.instead for one in changes_of(Ledger(cast.manifest, order))] == [cast.code(9)]


def test_a_stage_that_waits_goes_on_by_the_tables_word_until_something_new_is_said():
    cast = day(Rule.PAUSE)
    refused = cast.iris.says(Kind.DOES_NOT_TRAVEL, 1)
    assert board(ledger(cast)).paused == (1,)
    assert not board(ledger(cast)).may_go_on
    cast.hala.says(Kind.GO_ON, about=(refused.id,), said_by="Hala")
    assert board(ledger(cast)).paused == ()
    cast.second.says(Kind.DOES_NOT_TRAVEL, 1)
    assert board(ledger(cast)).paused == (1,)


def test_nobody_but_the_table_lets_a_stage_go_on():
    cast = day(Rule.PAUSE)
    refused = cast.iris.says(Kind.DOES_NOT_TRAVEL, 1)
    cast.north.says(Kind.GO_ON, about=(refused.id,))
    assert board(ledger(cast)).paused == (1,)


def test_who_crosses_counts_in_the_balance_though_his_line_had_changed():
    """The substitute has crossed; then the line turns up, the word is taken back, and he crosses too."""
    cast = day()
    said = cast.north.says(Kind.ABSENT, 1)
    for tablet in (cast.south, cast.iris):
        tablet.says(Kind.RECEIVED, 7)
    cast.north.says(Kind.WITHDRAWN, about=(said.id,))
    for tablet in (cast.south, cast.iris):
        tablet.says(Kind.RECEIVED, 1)
    assert board(ledger(cast)).leads[0].now == 2
    assert reconcile(ledger(cast)).returned == 2


def test_what_fell_away_before_is_part_of_the_frozen_manifest():
    before = Change(manifest().lines[0].code, Cause.DECEASED, Rule.SUBSTITUTE, manifest().reserve[0].code)
    of = with_rule(Rule.SUBSTITUTE, changes=(before,))
    assert parse_manifest(of.canonical()) == of
    assert of.sha256 != with_rule(Rule.SUBSTITUTE).sha256
    cast = Cast(of)
    cast.iris.says(Kind.DOES_NOT_TRAVEL, 7)  # the substitute in his turn, and nobody is left
    assert [(one.code, one.instead, one.pauses) for one in changes_of(ledger(cast))] == [
        (before.code, before.instead, False),
        (cast.code(7), "", True),
    ]


def test_a_change_before_of_no_line_is_refused():
    with pytest.raises(BadManifest, match="no line"):
        manifest(changes=(Change("NTH-099-0", Cause.ABSENT, Rule.SHRINK),))


def test_a_stage_is_reconciled_by_itself_with_its_substitutes():
    lines = (line(1), line(2, stage=2), line(4, "STH"), line(5, "STH", stage=2))
    two_days = (manifest().days[0], manifest().days[0].replace(day=6))
    cast = day(lines=lines, reserve=(line(7, bus="", seat=0),), days=two_days)
    cast.iris.says(Kind.DOES_NOT_TRAVEL, 1)
    home = Tablet("home", Role.RECEIVER, "NTH", cast.manifest)
    for tablet, number in ((home, 4), (cast.iris, 4), (cast.south, 7), (cast.iris, 7)):
        tablet.says(Kind.RECEIVED, number)
    sums = reconcile(Ledger(cast.manifest, [*cast.everything(), *home.made]))
    assert (sums.of_stage(1).listed, sums.of_stage(1).returned, sums.of_stage(1).open) == (2, 2, 0)
    assert (sums.of_stage(2).listed, sums.of_stage(2).open) == (2, 2)
