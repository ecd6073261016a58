"""Duties over the registers of the site: who sees what, targets, the export, calendars, papers."""

import csv
import io
import json
import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.html import escape

from repatria.conventions import Status
from repatria.conventions.errors import BadPolicy
from repatria.conventions.vocabulary import About
from repatria.i18n import _ as translated
from repatria.i18n import language
from repatria.web.duties import acts, board, calendars
from repatria.web.duties.registers import Registers
from repatria.web.registry.models import Event, Person
from repatria.web.two_persons.rule import NotSettled, confirm, propose
from repatria.web.visits import acts as visits
from tests.web.cast import Cast
from tests.web.register import make_event, make_person, make_site

TODAY = timezone.localdate()


def days_ago(days: int) -> str:
    return str(TODAY - timedelta(days=days))


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    board._kept.clear()


@pytest.fixture
def captive(cast: Cast) -> Person:
    """A prisoner of North from South, 40 days in a camp, of whom no card was written."""
    person = make_person(cast, number="N-77", surname="Vyhadanyi", given_name="Taras", next_of_kin="a mother")
    make_event(person, "capture", days_ago(50), category="pow")
    make_event(person, "arrival_at_site", days_ago(40))
    return person


def seen(cast: Cast, who: str) -> list[tuple[str, str]]:
    mine = board.seen_by(board.of_process(cast.process, TODAY), cast[who])
    return [(duty.rule.id, str(duty.status)) for duty in mine]


def test_a_register_becomes_clocks(cast: Cast, captive: Person) -> None:
    assert ("III-70-card", "late") in seen(cast, "north_bureau")
    make_event(captive, "capture_card_written", days_ago(38))
    assert ("III-70-card", "met") in seen(cast, "north_bureau")


def test_a_corrected_event_counts_no_more(cast: Cast, captive: Person) -> None:
    wrong = make_event(captive, "capture_card_written", days_ago(38))
    Event.objects.create(
        person=captive, kind="withdrawn", occurred_on=days_ago(38), details={}, corrects=wrong, reason="another man"
    )
    assert ("III-70-card", "late") in seen(cast, "north_bureau")


@pytest.mark.parametrize(
    ("who", "sees"),
    [("north", True), ("north_bureau", True), ("south", True), ("south_bureau", True), ("hala", True),
     ("iris", True), ("press", False), ("auditor", False), ("admin", False), ("noor", False),
     ("case_worker", False)],
)  # fmt: skip
def test_each_sees_what_the_conventions_let_him(cast: Cast, captive: Person, who: str, sees: bool) -> None:
    assert (("III-70-card", "late") in seen(cast, who)) is sees


def test_a_stranger_has_no_board_of_this_process(cast: Cast, captive: Person) -> None:
    assert cast.client("noor").get(f"/desk/duties/?process={cast.process.pk}").status_code == 404
    assert "N-77" not in cast.client("noor").get("/desk/duties/").content.decode()


def test_places_are_for_the_holder_and_the_icrc(cast: Cast) -> None:
    site = make_site(cast, code="QX-71")
    site.opened_on = TODAY - timedelta(days=9)
    site.save()
    for who, sees in (("north_bureau", True), ("iris", True), ("south_bureau", False), ("hala", False)):
        assert ("III-23-location" in {rule for rule, _status in seen(cast, who)}) is sees
        for query in ("", "&by=site"):
            page = cast.client(who).get(f"/desk/duties/?process={cast.process.pk}{query}").content.decode()
            assert "QX-71" not in page or sees


def test_what_may_harm_is_withheld_from_all_but_the_central_agency(cast: Cast) -> None:
    person = make_person(cast, number="N-88", surname="Hidden")
    make_event(person, "internment", days_ago(50), category="civilian")
    make_event(person, "information_withheld", days_ago(45))
    for who in ("south_bureau", "hala", "iris"):
        mine = board.seen_by(board.of_process(cast.process, TODAY), cast[who])
        assert not len(mine.about(About.PERSON, str(person.pk))), who
    act = confirm(propose(acts.EXPORT, cast["iris"], cast.process.pk).pk, cast["iris2"])
    answer = cast.client("iris").get(f"/desk/duties/central-agency/{act.pk}.json")
    document = json.loads(answer.content)
    assert (document["format"], document["process"]) == ("repatria-central-agency/1", "The road")
    (exported,) = document["persons"]
    assert (exported["number"], exported["withheld_from_others"]) == ("N-88", True)
    assert exported["duties"]
    rows = list(csv.DictReader(io.StringIO(
        cast.client("iris2").get(f"/desk/duties/central-agency/{act.pk}.csv").content.decode("utf-8-sig")
    )))  # fmt: skip
    assert {row["withheld"] for row in rows if row["number"] == "N-88"} == {"True"}


def test_the_export_takes_two_delegates(cast: Cast, captive: Person) -> None:
    act = propose(acts.EXPORT, cast["iris"], cast.process.pk)
    assert cast.client("iris").get(f"/desk/duties/central-agency/{act.pk}.json").status_code == 404
    with pytest.raises(NotSettled):
        confirm(act.pk, cast["iris"])
    with pytest.raises(NotSettled):
        propose(acts.EXPORT, cast["north"], cast.process.pk)


def test_an_export_closes_after_a_day(cast: Cast) -> None:
    act = confirm(propose(acts.EXPORT, cast["iris"], cast.process.pk).pk, cast["iris2"])
    act.settled_at -= timedelta(days=2)
    act.save()
    assert cast.client("iris").get(f"/desk/duties/central-agency/{act.pk}.json").status_code == 404


def test_a_target_makes_soft_duties_late_and_says_whose_it_is(cast: Cast, captive: Person) -> None:
    assert ("III-17-identity", "due") in seen(cast, "north_bureau")
    client = cast.client("hala")
    address = f"/desk/duties/{cast.process.pk}/targets/"
    assert client.post(address, {"III-17-identity": "10"}).status_code == 302
    assert ("III-17-identity", "late") in seen(cast, "north_bureau")
    page = cast.client("north_bureau").get("/desk/duties/?show=late").content.decode()
    assert "the mediator&#x27;s target, not law" in page or "the mediator's target, not law" in page
    assert client.post(address, {"III-17-identity": ""}).status_code == 302
    assert ("III-17-identity", "due") in seen(cast, "north_bureau")


def test_nobody_sets_a_target_over_the_treatys_own_number(cast: Cast) -> None:
    with pytest.raises(BadPolicy):
        acts.set_targets(cast["hala"], cast.process, {"III-70-card": 30})
    assert cast.client("north").post(f"/desk/duties/{cast.process.pk}/targets/", {}).status_code == 403


def test_visits_run_the_clocks_of_access(cast: Cast) -> None:
    visit = visits.ask(cast["iris"], make_site(cast), None)
    assert ("III-126-answer", "due") in [(r, s) for r, s in seen(cast, "iris") if r.startswith("III-126")]
    visits.grant(visit.pk, cast["north_bureau"], None)
    assert ("III-126-answer", "met") in seen(cast, "iris")


def test_bad_records_are_said_and_hide_nothing(cast: Cast, captive: Person) -> None:
    make_event(captive, "death", days_ago(10))
    make_event(captive, "repatriation", days_ago(5))
    make_event(captive, "capture_card_written", "2190-01-01")
    duties = board.of_process(cast.process, TODAY)
    assert {str(one.fault) for one in duties.problems} == {"death_or_life", "future"}
    assert (
        "contradict each other or are dated ahead"
        in cast.client("north_bureau").get("/desk/duties/").content.decode()
    )
    assert board.problems(duties, cast["south_bureau"]) == 0
    assert duties.of(Status.CANNOT_TELL)


def test_boards_by_person_site_and_party(cast: Cast, captive: Person) -> None:
    for by in ("person", "site", "party"):
        assert cast.client("north_bureau").get(f"/desk/duties/?by={by}").status_code == 200
    page = cast.client("north_bureau").get("/desk/duties/?by=person").content.decode()
    assert "NTH N-77" in page
    one = cast.client("north_bureau").get(f"/desk/duties/?person={captive.pk}").content.decode()
    assert "GC III 70" in one


def test_a_calendar_names_nobody_and_ends(cast: Cast, captive: Person) -> None:
    make_event(captive, "arrival_at_site", days_ago(2))
    client = cast.client("north_bureau")
    page = client.post(f"/desk/duties/{cast.process.pk}/calendar/").content.decode()
    address = re.search(r"/calendar/[\w-]+\.ics", page)
    assert address
    answer = Client().get(address[0])
    text = answer.content.decode()
    assert answer["Content-Type"].startswith("text/calendar")
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert "GC III 70" in text
    for never in ("N-77", "Vyhadanyi", str(captive.pk), "NTH"):
        assert never not in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    client.post(f"/desk/duties/{cast.process.pk}/calendar/", {"end": "yes"})
    assert Client().get(address[0]).status_code == 404


def test_a_calendar_ends_with_the_account(cast: Cast) -> None:
    secret = acts.make_calendar(cast["north_bureau"], cast.process)
    assert Client().get(f"/calendar/{secret}.ics").status_code == 200
    cast["north_bureau"].is_active = False
    cast["north_bureau"].save()
    assert Client().get(f"/calendar/{secret}.ics").status_code == 404


def test_long_lines_of_a_calendar_are_folded_between_letters() -> None:
    folded = list(calendars._folded("DESCRIPTION:" + "ж" * 100))
    assert all(len(piece.encode()) <= 75 for piece in folded)
    assert folded[0] + "".join(piece[1:] for piece in folded[1:]) == "DESCRIPTION:" + "ж" * 100


@pytest.mark.parametrize("kind", ["capture-card", "internment-card", "repatriation-certificate"])
def test_cards_and_certificate_as_pdf(cast: Cast, captive: Person, kind: str) -> None:
    address = f"/desk/duties/paper/{captive.pk}/?kind={kind}&language=uk&also=ar"
    answer = cast.client("north_bureau").get(address)
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    assert cast.client("south_bureau").get(address).status_code == 404


def test_the_holder_never_prints_the_familys_address(cast: Cast, captive: Person) -> None:
    from pypdf import PdfReader

    def words(who: str) -> str:
        made = cast.client(who).get(f"/desk/duties/paper/{captive.pk}/?kind=capture-card&language=en").content
        return "".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)

    assert "Vyhadanyi" in words("north_bureau")
    assert "a mother" not in words("north_bureau")
    assert "a mother" in words("iris")


def test_only_what_a_holder_writes_runs_its_clocks(cast: Cast) -> None:
    own = make_person(cast, keeper="STH", origin="STH", number="S-1")
    own.holder = cast.parties["NTH"]
    own.save()
    make_event(own, "capture", days_ago(30), category="pow")
    assert Registers().table([cast.parties["NTH"], cast.parties["STH"]]).persons == ()


def test_details_that_the_clocks_do_not_know_are_passed_over(cast: Cast, captive: Person) -> None:
    make_event(captive, "medical_inspection", days_ago(5), weight_recorded="yes", colour="blue")
    assert ("III-31-weight", "met") in seen(cast, "north_bureau")


def test_the_export_never_begins_a_formula() -> None:
    from repatria.web.duties.central_agency import _plain

    assert _plain("=1+1") == "'=1+1"
    assert _plain(None) == ""
    assert _plain(date(2026, 2, 5)) == "2026-02-05"


def test_what_is_dear_to_work_out_serves_a_little_longer(
    cast: Cast, captive: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(board, "SLOW_SECONDS", 0.0)
    monkeypatch.setattr(board, "SHOWN_FOR", 10_000)
    assert ("III-70-card", "late") in seen(cast, "north_bureau")
    make_event(captive, "capture_card_written", days_ago(38))
    assert ("III-70-card", "late") in seen(cast, "north_bureau")
    acts.set_targets(cast["hala"], cast.process, {"III-17-identity": 10})
    assert ("III-70-card", "met") in seen(cast, "north_bureau")


def test_the_rules_are_told_in_the_language_of_the_page(cast: Cast) -> None:
    page = cast.client("hala").get(f"/ar/desk/duties/{cast.process.pk}/targets/").content.decode()
    soft = acts.soft_rules()
    with language("ar"):
        told = [escape(translated(rule.text)) for rule in soft]
    assert all(sentence in page for sentence in told)
    assert told != [escape(rule.text) for rule in soft]
