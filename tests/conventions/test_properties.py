"""What must hold for any record: worlds of invented histories, in any order, on any day."""

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from repatria.conventions import RULES, About, Event, Kind, Policy, Role, Span, Status, evaluate, visible
from repatria.conventions.attributes import DIRECT_REPATRIATION
from repatria.conventions.kinds import CATEGORY_KINDS, CUSTODY_BEGINS, CUSTODY_ENDS, PLANNED, SIGNS_OF_LIFE

START = date(2026, 1, 1)
ENTERED = START + timedelta(days=400)
RANK = {Status.DUE: 0, Status.LATE: 1, Status.MET: 2}
SAID = {
    Kind.CAPTURE: [{}, {"category": "pow"}, {"category": "civilian"}, {"category": "retained"}],
    Kind.TRIBUNAL_DECISION: [{"category": "civilian"}, {"category": "pow"}],
    Kind.TRANSFER: [{}, {"baggage_limit_kg": "20"}, {"baggage_limit_kg": "30"}, {"wounded_or_sick": "yes"}],
    Kind.REPATRIATION: [{}, {"baggage_limit_kg": "20"}],
    Kind.DEATH: [{}, {"cause": "sentry"}, {"cause": "natural", "will": "yes"}],
    Kind.SITE_OPENED: [{}, {"officers_camp": "no"}],
    Kind.MAIL_LIMITED: [{"letters": "1", "cards": "4"}, {"letters": "2", "cards": "4"}],
    Kind.INTERNMENT: [{}, {"territory": "own"}, {"territory": "occupied"}],
    Kind.MEDICAL_CATEGORY: [{"art110": DIRECT_REPATRIATION[0], "fit_to_travel": "yes"}],
    Kind.MMC_DECISION_NOTIFIED: [{"outcome": "repatriate"}, {}],
}
POLICY = Policy({"III-122-to-bureau": 5, "III-120-certificate": 10, "III-109-return": 30, "III-48-notice": 3})

days = st.integers(0, 300).map(lambda n: START + timedelta(days=n))
spans = st.one_of(days.map(Span.on), days.map(Span.on), days.map(lambda day: Span.parse(f"{day:%Y-%m}")), st.none())


@st.composite
def events(draw, exact=False):
    kind = draw(st.sampled_from([kind for kind in Kind if kind is not Kind.WITHDRAWN]))
    subject = draw(
        st.sampled_from(
            [{"person": "S-1", "party": "north"}, {"person": "S-2", "party": "north"},
             {"site": "N-1", "party": "north"}, {"party": "north"}]
        )
    )  # fmt: skip
    span = draw(days.map(Span.on) if exact or kind in PLANNED else spans)
    return Event(kind, span, ENTERED, attributes=draw(st.sampled_from(SAID.get(kind, [{}]))), **subject)


# Kinds that belong together come up together, or nothing much would ever happen.
captivity = st.sampled_from(
    [Kind.CAPTURE, Kind.ARRIVAL_AT_SITE, Kind.CAPTURE_CARD_WRITTEN, Kind.MEDICAL_INSPECTION, Kind.TRANSFER,
     Kind.LISTED_FOR_DEPARTURE, Kind.SERIOUSLY_ILL, Kind.HEALTH_REPORT, Kind.RELEASE, Kind.REPATRIATION, Kind.DEATH,
     Kind.DEATH_CERTIFICATE_FORWARDED, Kind.BURIAL, Kind.DEATH_EXAMINED, Kind.INFORMATION_SENT_NIB,
     Kind.STATUS_DOUBT, Kind.TRIBUNAL_DECISION, Kind.MEDICAL_CATEGORY, Kind.TRAVEL_DECISION, Kind.INTERNMENT,
     Kind.INTERNMENT_REVIEWED, Kind.TRIAL_SCHEDULED, Kind.TRIAL_OPENED, Kind.TRIAL_NOTICE_RECEIVED]
)  # fmt: skip


@st.composite
def lives(draw):
    kind = draw(captivity)
    span = draw(days.map(Span.on) if kind in PLANNED else spans)
    return Event(kind, span, ENTERED, "S-1", None, "north", draw(st.sampled_from(SAID.get(kind, [{}]))))


records = st.lists(st.one_of(lives(), lives(), events()), max_size=14)


def keyed(duties):
    return {(d.rule.id, d.subject, d.since): d for d in duties}


def rows(duties):
    return [(d.rule.id, d.subject, d.since, d.status, d.due_on, d.met_on, d.missing, d.open) for d in duties]


@settings(max_examples=30, deadline=None)
@given(records, days)
def test_every_duty_has_one_status_and_it_agrees_with_its_days(record, as_of):
    for duty in evaluate(record, as_of, POLICY):
        if duty.status is Status.MET:
            assert duty.met_on is not None
            assert duty.met_on <= as_of
        else:
            assert duty.met_on is None
        if duty.status is Status.DUE and duty.due_on:
            assert as_of <= duty.due_on
        if duty.status is Status.LATE:
            assert duty.due_on <= as_of
        assert (duty.missing is not None) == (duty.status is Status.CANNOT_TELL)
        assert duty.what
        assert duty.because(as_of)


@settings(max_examples=30, deadline=None)
@given(records, days)
def test_nothing_stands_twice_with_two_answers(record, as_of):
    found = list(evaluate(record, as_of, POLICY).frame.select("rule", "subject", "start", "start_last").iter_rows())
    assert len(found) == len(set(found))


@settings(max_examples=30, deadline=None)
@given(records, st.lists(days, min_size=2, max_size=8))
def test_time_moves_a_duty_from_due_to_late_to_met_and_never_back(record, looks):
    reached = {}
    for as_of in sorted(looks):
        frame = evaluate(record, as_of, POLICY).frame
        for rule, subject, first, last, status in frame.select(
            "rule", "subject", "start", "start_last", "status"
        ).iter_rows():
            key = (rule, subject, first, last)
            if status in (0, 1, 2):  # due, late, met
                assert status >= reached.get(key, 0)
                reached[key] = status
        met = {key for key, status in reached.items() if status == 2}
        standing = set(frame.select("rule", "subject", "start", "start_last").iter_rows())
        assert met <= standing


@settings(max_examples=30, deadline=None)
@given(records, days, st.integers())
def test_the_order_of_events_does_not_matter(record, as_of, seed):
    shuffled = list(record)
    Random(seed).shuffle(shuffled)
    assert rows(evaluate(record, as_of, POLICY)) == rows(evaluate(shuffled, as_of, POLICY))


@settings(max_examples=30, deadline=None)
@given(records, days)
def test_an_event_sent_twice_counts_once(record, as_of):
    assert rows(evaluate(record, as_of, POLICY)) == rows(evaluate(record + record, as_of, POLICY))


GENERAL = {*CATEGORY_KINDS, *CUSTODY_BEGINS, *CUSTODY_ENDS, *SIGNS_OF_LIFE, Kind.MMC_DECISION, Kind.SITE_OPENED}


def concerns(event, duty):
    """May `event` change `duty`: is its kind one the rule hears, or one that decides what its subject is?"""
    same = duty.subject in (event.person, event.site, event.party) or event.person is event.site is None
    return same and (event.kind in duty.rule.listens_to() or event.kind in GENERAL)


@settings(max_examples=30, deadline=None)
@given(records, events(), days)
def test_an_event_changes_no_duty_that_it_does_not_concern(record, another, as_of):
    before, after = keyed(evaluate(record, as_of, POLICY)), keyed(evaluate([*record, another], as_of, POLICY))
    for key in before.keys() | after.keys():
        duty = before.get(key) or after[key]
        if not concerns(another, duty):
            assert (key in before) == (key in after)
            assert (before[key].status, before[key].due_on) == (after[key].status, after[key].due_on)


@settings(max_examples=30, deadline=None)
@given(st.lists(lives(), max_size=10), st.lists(lives(), max_size=10), days)
def test_one_person_s_record_says_nothing_about_another(mine, yours, as_of):
    moved = [Event(e.kind, e.occurred_on, e.entered_on, "S-2", None, "north", e.attributes) for e in yours]
    alone = rows(evaluate(mine, as_of, POLICY))
    together = rows(d for d in evaluate(mine + moved, as_of, POLICY) if d.subject == "S-1")
    assert alone == together


@pytest.mark.parametrize("name", RULES)
def test_a_rule_says_for_whom_it_counts(name):
    rule = RULES[name]
    assert rule.starts
    assert rule.text.endswith(".")
    assert rule.seen_by
    if rule.about is not About.PERSON:
        assert len(rule.applies_to) == 6


WITHHELD = Event(Kind.INFORMATION_WITHHELD, Span.on(START), ENTERED, "S-1", None, "north")
FROM_SOUTH = Event(
    Kind.CATEGORY_RECORDED,
    Span.on(START),
    ENTERED,
    "S-1",
    None,
    "north",
    {"category": "civilian", "origin": "south"},
)


@settings(max_examples=40, deadline=None)
@given(records, days, st.sampled_from(Role), st.sampled_from(["north", "south", "noor", None]), st.booleans())
def test_whoever_sees_a_duty_one_by_one_sees_it_among_all(record, as_of, role, party, withheld):
    duties = evaluate([*record, FROM_SOUTH, *([WITHHELD] if withheld else [])], as_of)
    if role in (Role.CAPTIVE, Role.FAMILY):
        return
    assert rows(duties.visible_to(role, party)) == [
        row for row, duty in zip(rows(duties), duties, strict=True) if visible(duty, role, party)
    ]


@settings(max_examples=20, deadline=None)
@given(records, days)
def test_parts_and_subjects_together_are_the_whole(record, as_of):
    duties = evaluate(record, as_of)
    whole = sorted(rows(duties), key=str)
    assert (
        sorted(
            [row for start in (0, 7) for row in _rows_of(duties.part(start, 7 if start == 0 else 10_000))], key=str
        )
        == whole
    )
    ids = [*((About.PERSON, s) for s in duties.table.persons), *((About.SITE, s) for s in duties.table.sites),
           *((About.PARTY, s) for s in duties.table.parties)]  # fmt: skip
    assert sorted([row for kind, s in ids for row in rows(duties.about(kind, s))], key=str) == whole
    assert len(duties.about(About.PERSON, "nobody")) == 0


def _rows_of(part):
    return [
        (d.rule.id, d.subject, d.since, d.status, d.due_on, d.met_on, d.missing, d.open) for d in part.in_order()
    ]
