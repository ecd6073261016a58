"""The families' pages, without an account, and the pages of those who answer."""

import re

import pytest
from django.core.cache import cache
from django.test import Client

from repatria.web import gate
from repatria.web.audit.models import Reading
from repatria.web.families import receipts, sending
from repatria.web.families.models import TracingRequest
from repatria.web.families.views import public
from tests.web.cast import Cast
from tests.web.families.people import FORM, ask, confirm
from tests.web.register import make_event, make_person


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    cache.clear()


def filled(**changes: str) -> dict[str, str]:
    return {"sought-full_name_native": "Вигаданий Тарас", "consent": "case_workers", "form": FORM, **changes}


def text_of(answer: object) -> str:
    return re.sub(r'value="\w{64}"', "", answer.content.decode())  # type: ignore[attr-defined]


def test_a_name_and_a_choice_are_all_that_is_needed(cast: Cast) -> None:
    answer = Client().post("/uk/families/request/", filled())
    shown = re.search(r"\d{4} \d{4} \d{4} \d{4}", answer.content.decode())
    assert shown
    found = sending.by_receipt(receipts.plain(shown[0]))
    assert found is not None
    assert found.language == "uk"
    assert answer["Cache-Control"].startswith("max-age=0")


def test_without_a_name_or_choice_nothing_is_sent_and_nothing_lost(cast: Cast) -> None:
    answer = Client().post("/families/request/", filled(**{"sought-full_name_native": "", "sought-unit": "7-B"}))
    assert answer.status_code == 400
    assert 'value="7-B"' in answer.content.decode()
    assert Client().post("/families/request/", filled(consent="")).status_code == 400
    assert not TracingRequest.objects.exists()


def test_the_first_choice_is_nobodys_but_the_familys(cast: Cast) -> None:
    assert "checked" not in Client().get("/families/request/").content.decode()


def test_a_receipt_that_was_never_given_out_gets_the_same_page(cast: Cast) -> None:
    _found, receipt = ask(cast)
    never = receipts.receipt_for("never sent")
    pages = {
        text_of(Client().post("/families/answer/", {"receipt": one})).replace(one, "") for one in (receipt, never)
    }
    assert len(pages) == 1


def test_corrections_choices_and_withdrawals_say_the_same_for_it_too(cast: Cast) -> None:
    _found, receipt = ask(cast)
    never = receipts.receipt_for("never sent")
    for path, more in (
        ("correct", {"field": "sought.unit", "text": "8-C"}), ("readers", {"consent": "boards"}), ("withdraw", {}),
    ):  # fmt: skip
        pages = {
            text_of(Client().post(f"/families/answer/{path}/", {"receipt": one, **more})).replace(one, "")
            for one in (receipt, never)
        }
        assert len(pages) == 1, path


def test_a_slip_of_the_pen_is_said_before_anything_is_looked_up(cast: Cast) -> None:
    answer = Client().post("/families/answer/", {"receipt": "1234 5678 9012 3456"})
    assert answer.status_code == 400
    assert "A digit is wrong or missing" in answer.content.decode()


def test_guessing_is_stopped_long_before_it_finds_anything(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    monkeypatch.setattr(sending, "by_receipt", lambda receipt: looked.append(receipt))
    client = Client()
    answers = [
        client.post("/families/answer/", {"receipt": receipts.receipt_for(f"guess {n}")}).status_code
        for n in range(public.ASKED_AN_HOUR + 20)
    ]
    assert answers.count(200) == public.ASKED_AN_HOUR == len(looked)
    assert set(answers[public.ASKED_AN_HOUR :]) == {429}


def test_guessing_from_everywhere_is_stopped_too(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(public, "ASKED_A_MINUTE", 5)
    answers = [
        Client(REMOTE_ADDR=f"10.0.0.{n}").post("/families/answer/", {"receipt": receipts.receipt_for(str(n))})
        for n in range(8)
    ]
    assert [one.status_code for one in answers].count(429) >= 2


def test_too_many_requests_lose_nothing(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(public, "SENT_AN_HOUR", 1)
    client = Client()
    client.post("/families/request/", filled())
    answer = client.post("/families/request/", filled(form="c" * 32, **{"sought-unit": "9-D"}))
    assert answer.status_code == 429
    assert 'value="9-D"' in answer.content.decode()


def test_nobody_can_search_by_name(cast: Cast) -> None:
    ask(cast, consent="boards")
    for path in ("/families/?q=Вигаданий", "/families/answer/?receipt=x", "/families/notice/?code=x"):
        assert "Вигаданий" not in Client().get(path).content.decode()


def test_the_queue_names_nobody_and_the_case_notes_who_read_it(cast: Cast) -> None:
    found, _receipt = ask(cast)
    person = confirm(found, person=make_person(cast, surname="Вигаданий")).person
    client = cast.client("case_worker")
    assert "Вигаданий" not in client.get("/desk/families/?queue=all").content.decode()
    assert "Вигаданий" in client.get(f"/desk/families/{found.pk}/").content.decode()
    noted = set(Reading.objects.values_list("subject", flat=True))
    assert noted == {found.pk, person.pk}


def test_a_case_worker_releases_only_what_is_supported(cast: Cast) -> None:
    found, receipt = ask(cast)
    person = make_person(cast, surname="Вигаданий")
    make_event(person, "capture", "2026-01-12")
    confirm(found, person=person)
    client = cast.client("case_worker")
    address = f"/desk/families/{found.pk}/answer/"
    assert client.post(address, {"kind": "confirmed", "told": "page"}).status_code == 400
    assert client.post(address, {"kind": "probably_captive", "told": "page"}).status_code == 302
    page = Client().post("/families/answer/", {"receipt": receipt}).content.decode()
    assert "probably held as a captive" in page


@pytest.mark.parametrize(
    ("consent", "south", "north"),
    [("case_workers", False, False), ("own_side", True, False), ("both_sides", True, True), ("boards", True, True)],
)
def test_the_ladder_is_enforced(cast: Cast, consent: str, south: bool, north: bool) -> None:
    ask(cast, consent=consent)
    for who, sees in (("south_bureau", south), ("north_bureau", north)):
        page = cast.client(who).get("/desk/enquiries/").content.decode()
        assert ("Вигаданий" in page) is sees
        for never in ("Олена", "555 0100", "heron"):
            assert never not in page
    assert ("near the river" in cast.client("south_bureau").get("/desk/enquiries/").content.decode()) is south
    assert "near the river" not in cast.client("north_bureau").get("/desk/enquiries/").content.decode()
    for who in ("noor_bureau", "hala", "admin", "auditor", "press"):
        assert not gate.rows(cast[who], TracingRequest).exists()


def test_without_a_side_no_side_reads_it(cast: Cast) -> None:
    ask(cast, consent="boards", side=None)
    for who in ("south_bureau", "north_bureau"):
        assert not gate.rows(cast[who], TracingRequest).exists()


def test_stepping_down_takes_effect_at_once(cast: Cast) -> None:
    _found, receipt = ask(cast, consent="both_sides")
    Client().post("/families/answer/readers/", {"receipt": receipt, "consent": "case_workers"})
    assert "Вигаданий" not in cast.client("north_bureau").get("/desk/enquiries/").content.decode()


def test_the_file_for_boards_takes_two_case_workers_and_lasts_a_day(cast: Cast) -> None:
    ask(cast, consent="boards")
    client = cast.client("case_worker")
    client.post("/desk/families/boards/ask/")
    page = client.get("/desk/families/boards/").content.decode()
    assert "waits for a second case worker" in page
    act = re.search(r"second-person/([0-9a-f-]{36})", page)
    assert act
    assert client.get(f"/desk/families/boards/{act[1]}.xml").status_code == 404
    cast.client("case_worker2").post(f"/desk/second-person/{act[1]}/confirm/")
    answer = client.get(f"/desk/families/boards/{act[1]}.xml")
    assert answer.status_code == 200
    assert "Вигаданий" in answer.content.decode()
