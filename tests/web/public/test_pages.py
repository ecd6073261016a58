"""Public pages: no account, no person, nothing from elsewhere."""

import json
import re
from collections import Counter
from datetime import date

import pytest
from django.test import Client

from repatria.web.exchanges.models import Exchange
from repatria.web.ledger import keeper
from repatria.web.public.models import KeptReport, ReaderReply
from tests.web.cast import Cast
from tests.web.public.receipts import hand_over

EXCHANGE = "/exchanges/ru-ua-2026-02-05/"
PAGES = ["/", "/history/", EXCHANGE, "/press/", "/verify/"]
CODES = ["", "/uk", "/ru", "/ar", "/fr"]


@pytest.mark.django_db
@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("path", PAGES)
def test_pages_open_in_every_language(code: str, path: str) -> None:
    assert Client().get(code + path).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("path", PAGES)
def test_pages_say_in_which_language_they_are(code: str, path: str) -> None:
    assert f'<html lang="{code.strip("/") or "en"}"' in Client().get(code + path).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("path", PAGES)
def test_no_page_fetches_anything_from_elsewhere(path: str) -> None:
    text = Client().get(path).content.decode()
    loads = re.findall(r'(?:src|srcset|action)="([^"]*)"|<link rel="(?:stylesheet|icon)" href="([^"]*)"', text)
    assert all(one.startswith("/") or two.startswith("/") for one, two in loads)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/history/", EXCHANGE, "/press/"])
def test_no_page_sets_a_cookie_except_for_its_form(path: str) -> None:
    client = Client()
    client.get(path)
    assert set(client.cookies) <= {"csrf"}


@pytest.mark.django_db
@pytest.mark.parametrize(("code", "marked"), [("", False), ("/ar", True), ("/uk", True)])
def test_what_is_data_in_english_says_that_it_is_english(code: str, marked: bool) -> None:
    text = Client().get(code + EXCHANGE).content.decode()
    note = re.search(r"<span lang=\"en\"[^>]*>Announced the same morning", text)
    voice = re.search(r"<span lang=\"en\"[^>]*>The three delegations agreed", text)
    assert (bool(note), bool(voice)) == (marked, marked)


@pytest.mark.django_db
def test_the_page_of_an_exchange_keeps_three_numbers_apart() -> None:
    text = Client().get(EXCHANGE).content.decode()
    assert "announced, each side" in text
    assert "160" in text
    assert "126 days before" in text


@pytest.mark.django_db
def test_an_exchange_that_is_not_on_record_is_not_there() -> None:
    assert Client().get("/exchanges/ru-ua-1999-01-01/").status_code == 404


@pytest.mark.django_db
def test_the_history_can_be_filtered_and_taken_along() -> None:
    client = Client()
    assert "ye-" in client.get("/history/?conflict=Yemen").content.decode()
    assert client.get("/history/?year=abc&order=<script>").status_code == 200
    document = json.loads(client.get("/history/exchanges.json").content)
    assert document["citation"].endswith(f"version {document['version']}")
    assert document["citation"] in client.get("/history/").content.decode()
    assert client.get("/history/exchanges.csv").content.decode().count("\n") == len(document["exchanges"]) + 1


# ---------------------------------------------------------------- replies


def reply(client: Client, text: str, signed: str = "") -> int:
    return client.post(f"{EXCHANGE}reply/", {"text": text, "signed": signed}).status_code


@pytest.mark.django_db
def test_a_reply_waits_for_a_person() -> None:
    client = Client()
    assert reply(client, "Thank you for counting.") == 302
    assert ReaderReply.objects.get().state == "waiting"
    assert "Thank you for counting" not in client.get(EXCHANGE).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["Is Mykola Vyhadanyi there?", "Де Іван Вигаданий?", "أين محمد الخيالي"])
def test_a_reply_that_seems_to_name_somebody_is_held(text: str) -> None:
    reply(Client(), text)
    assert ReaderReply.objects.get().state == "held"


def test_a_moderator_shows_or_deletes(cast: Cast) -> None:
    reply(cast.client(), "Shown <script>alert(1)</script>")
    reply(cast.client(), "Refused words")
    one, other = ReaderReply.objects.order_by("sent_at")
    press = cast.client("press")
    press.post(f"/desk/replies-of-readers/{one.pk}/", {"answer": "show"})
    press.post(f"/desk/replies-of-readers/{other.pk}/", {"answer": "refuse"})
    page = cast.client().get(EXCHANGE).content.decode()
    assert "Shown &lt;script&gt;" in page
    assert "<script>alert" not in page
    assert ReaderReply.objects.get(pk=other.pk).text == ""


def test_nobody_else_moderates(cast: Cast) -> None:
    reply(cast.client(), "A word")
    one = ReaderReply.objects.get()
    for who in ("north", "hala", "admin", "noor"):
        assert cast.client(who).post(f"/desk/replies-of-readers/{one.pk}/", {"answer": "show"}).status_code == 404


@pytest.mark.django_db
def test_many_replies_are_stopped() -> None:
    answers = [reply(Client(REMOTE_ADDR="203.0.113.9"), f"A word {n}") for n in "abcdefgh"]
    assert answers.count(302) == 5
    assert answers.count(429) == 3


@pytest.mark.django_db
def test_a_flood_of_replies_from_everywhere_fills_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each comes from another address, within one minute: neither replies nor counts of senders pile up."""
    monkeypatch.setattr("repatria.web.limits.time", lambda: 1_770_000_000.0)
    monkeypatch.setattr("repatria.web.public.views.replies.page", lambda *_: pytest.fail("drawn in full"))
    client = Client()
    answers = Counter(
        client.post(f"{EXCHANGE}reply/", {"text": f"Word {n}"}, REMOTE_ADDR=f"203.{n >> 8}.{n & 255}.1").status_code
        for n in range(400)
    )
    assert answers == {302: 60, 429: 340}
    assert ReaderReply.objects.count() == 60


@pytest.mark.django_db
def test_a_reply_that_came_too_often_is_given_back() -> None:
    client = Client()
    for _time in range(5):
        reply(client, "A word")
    answer = client.post(f"{EXCHANGE}reply/", {"text": "My <b>sixth</b> word"})
    assert answer.status_code == 429
    assert "My &lt;b&gt;sixth&lt;/b&gt; word" in answer.content.decode()


@pytest.mark.django_db
def test_an_empty_reply_comes_back_with_its_error() -> None:
    assert reply(Client(), " ") == 422


# ---------------------------------------------------------------- press desk

REPORT = (
    "Abu Dhabi, 5 February 2026. Russia and Ukraine exchanged 314 prisoners, 157 each, "
    "the first exchange since 2024."
)


@pytest.mark.django_db
def test_a_pasted_report_comes_back_marked() -> None:
    text = Client().post("/press/", {"text": REPORT}).content.decode()
    assert '<mark class="' in text
    assert "ru-ua-2025-10-02" in text or "2025-10-02" in text
    assert not KeptReport.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "text", ["日本の記者は、戦争捕虜の交換について書いた。", "La Russie et l'Ukraine ont échangé 314 prisonniers."]
)
def test_a_report_in_a_language_that_is_not_read_is_told_which_are(text: str) -> None:
    answer = Client().post("/press/", {"text": text})
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "No claim about an exchange was found in this text." in page
    assert "English, Ukrainian, Russian and Arabic are read." in page
    assert '<mark class="' not in page


@pytest.mark.django_db
def test_a_report_is_kept_only_when_asked() -> None:
    client = Client()
    answer = client.post("/press/", {"text": REPORT, "keep": "on"})
    assert client.get(answer["Location"]).status_code == 200
    assert KeptReport.objects.get().as_of == date(2026, 2, 5)


@pytest.mark.django_db
def test_a_script_in_a_report_stays_text() -> None:
    text = Client().post("/press/", {"text": REPORT + "<script>alert(1)</script>"}).content.decode()
    assert "<script>alert(1)" not in text


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("sent", "status"), [({"text": REPORT}, 200), ({}, 422), ({"text": REPORT, "as_of": "x"}, 422)]
)
def test_the_api_answers_newsrooms(sent: dict[str, str], status: int) -> None:
    answer = Client(enforce_csrf_checks=True).post("/press/api/", json.dumps(sent), content_type="application/json")
    assert answer.status_code == status
    if status == 200:
        assert {claim["verdict"] for claim in answer.json()["claims"]} >= {"false"}


@pytest.mark.django_db
def test_five_megabytes_of_paste_are_answered() -> None:
    assert Client().post("/press/", {"text": "слово " * 700_000}).status_code in (200, 422)


@pytest.mark.django_db
def test_too_much_at_once_is_refused_plainly() -> None:
    answer = Client().post("/press/", {"text": "слово " * 1_500_000})
    assert answer.status_code == 400
    assert "too large" in answer.content.decode()


@pytest.mark.django_db
def test_a_pdf_is_refused_plainly() -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    answer = Client().post("/press/", {"file": SimpleUploadedFile("a.pdf", b"%PDF-1.7 ...")})
    assert answer.status_code == 422
    assert "PDF" in answer.content.decode()


# ---------------------------------------------------------------- the record


def test_the_record_is_closed_while_people_are_on_the_road(cast: Cast) -> None:
    hand_over(cast)
    keeper.publish()
    Exchange.objects.filter(pk=cast.exchange.pk).update(state=Exchange.State.HANDOVER)
    assert cast.client().get("/record/checkpoint").status_code == 404
    Exchange.objects.filter(pk=cast.exchange.pk).update(state=Exchange.State.CLOSED)
    assert cast.client().get("/record/checkpoint").status_code == 404  # families have not been told yet
    Exchange.objects.filter(pk=cast.exchange.pk).update(state=Exchange.State.TALKS)
    assert cast.client().get("/record/checkpoint").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", ["../secrets/vault", "..%2fsecrets/vault", "tile/../../site.sqlite3", "keys.txt/.."]
)
def test_nothing_beside_the_record_can_be_read(path: str) -> None:
    assert Client().get(f"/record/{path}").status_code == 404


@pytest.mark.django_db
def test_a_shared_link_has_a_picture_of_ours() -> None:
    answer = Client().get(f"{EXCHANGE}picture.png")
    assert (answer["Content-Type"], answer.content[:4]) == ("image/png", b"\x89PNG")
