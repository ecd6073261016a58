from datetime import UTC, datetime

import pytest

from repatria.handover import BadEvent, Event, Kept, Kind, Role
from tests.handover.cast import Cast, Tablet


def test_what_is_written_reads_back():
    cast = Cast()
    seen = cast.iris.says(Kind.PRESENT, 1)
    gone = cast.south.says(Kind.ABSENT, 1, note="bus 2 says he never got on")
    cast.decides(1, Kind.ABSENT, seen, gone)
    extra = cast.iris.says(Kind.NOT_ON_LIST)
    cast.hala.says(Kind.SAME_PERSON, 1, other=extra.id, said_by="Hala")
    cast.iris.says(Kind.WITHDRAWN, about=(extra.id,))
    cast.south.says(Kind.STOP, reason="count")
    cast.south.says(Kind.EFFECTS, 1, effects=("R-1", "R-2"))
    for event in cast.everything():
        assert Event.parse(event.format()) == event
        assert Event.parse(event.format()).format() == event.format()


@pytest.mark.parametrize(
    ("who", "kind", "more"),
    [
        ("south", Kind.PRESENT, {"subject": 1}),  # a receiver receives; he does not see people aboard
        ("north", Kind.DOES_NOT_TRAVEL, {"subject": 1}),  # only the ICRC asks
        ("south", Kind.DOES_NOT_TRAVEL, {"subject": 1}),
        ("north", Kind.NOT_FIT, {"subject": 1}),
        ("hala", Kind.RECEIVED, {"subject": 1}),  # the mediator receives nobody
        ("iris", Kind.RESOLVED, {"subject": 1, "outcome": "absent", "about": ("iris0000/1",), "said_by": "Iris"}),
        ("hala", Kind.RESOLVED, {"subject": 1, "outcome": "absent", "about": ("iris0000/1",)}),  # nobody's name
        ("hala", Kind.RESOLVED, {"subject": 1, "outcome": "absent", "said_by": "Hala"}),  # of nothing
        ("hala", Kind.RESOLVED, {"subject": 1, "outcome": "note", "about": ("iris0000/1",), "said_by": "Hala"}),
        ("hala", Kind.SAME_PERSON, {"subject": 1, "said_by": "Hala"}),
        ("iris", Kind.PRESENT, {}),
        ("iris", Kind.NOT_ON_LIST, {"subject": 1}),
        ("iris", Kind.WITHDRAWN, {"about": ("north0000/1",)}),  # somebody else's
        ("iris", Kind.WITHDRAWN, {"about": ("iris0000/9",)}),  # not yet said
        ("south", Kind.STOP, {}),
        ("south", Kind.STOP, {"reason": "because"}),
        ("south", Kind.EFFECTS, {"subject": 1}),
        ("iris", Kind.PRESENT, {"subject": 1, "note": "x" * 501}),
        ("iris", Kind.PRESENT, {"subject": 1, "at": "yesterday"}),
        ("iris", Kind.PRESENT, {"subject": 1, "at": "2026-02-30T12:00:00Z"}),
    ],
)
def test_what_a_role_may_not_say_cannot_be_written(who, kind, more):
    with pytest.raises(BadEvent):
        getattr(Cast(), who).says(kind, **more)


def test_there_is_no_place_for_the_reason_of_a_refusal():
    with pytest.raises(BadEvent, match="reason"):
        Cast().iris.says(Kind.DOES_NOT_TRAVEL, 1, reason="fear")


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", "7", '{"device":7}', '{"name":"x"}', '{"role":"king"}', '{"about":"x"}', '{"about":[1]}'],
)
def test_what_is_no_check_in_is_refused(text):
    with pytest.raises(BadEvent):
        Event.parse(text)


def test_a_side_says_which_side_it_is_and_the_icrc_is_none():
    with pytest.raises(BadEvent, match="party"):
        Tablet("iris", Role.ICRC, "NTH").says(Kind.PRESENT, 1)
    with pytest.raises(BadEvent, match="party"):
        Tablet("north", Role.HOLDER).says(Kind.PRESENT, 1)


def test_both_times_are_kept():
    event = Cast().iris.says(Kind.PRESENT, 1, at="2026-02-03T12:00:00Z")
    kept = Kept(event, datetime(2026, 2, 5, 12, tzinfo=UTC))
    assert kept.clock_off == 48 * 3600
    assert Kept.parse(kept.format()) == kept


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"heard_at":7}', '{"heard_at":"2026-02-05T12:00:00Z"}'])
def test_what_is_no_line_of_an_export_is_refused(text):
    with pytest.raises(BadEvent):
        Kept.parse(text)
