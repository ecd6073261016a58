"""A side's own account: its delegation's words, released by two of it, after the mediator's statement."""

import hashlib
import html
import json
import re
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from repatria.record import Policy, TlogProof, verify_proof
from repatria.web import gate
from repatria.web.compartments import as_user
from repatria.web.exchanges.models import Exchange
from repatria.web.ledger import enter as ledger
from repatria.web.ledger import keeper
from repatria.web.ledger.models import Entry
from repatria.web.public import account_acts
from repatria.web.public.models import SideAccount
from repatria.web.public.sources import public_history
from repatria.web.two_persons import rule
from repatria.web.two_persons.models import Act
from repatria.web.two_persons.rule import NotSettled
from tests.web.cast import Cast
from tests.web.public.receipts import hand_over
from tests.web.public.test_statement import released as statement_released


@pytest.fixture
def told(cast: Cast) -> Cast:
    """The exchange is closed, and the mediator's statement is released."""
    hand_over(cast)
    statement_released(cast)
    keeper.publish()
    return cast


def written(cast: Cast, text: str, who: str = "north", language: str = "en", **how: Any) -> SideAccount:
    return account_acts.write(cast.exchange, cast[who], {language: [text]}, **how)


def released(cast: Cast, text: str, who: str = "north", language: str = "en", **how: Any) -> SideAccount:
    account = written(cast, text, who, language, **how)
    rule.confirm(account_acts.propose_release(account, cast[who]).pk, cast[f"{who}2"])
    account.refresh_from_db()
    return account


def page_of(cast: Cast, code: str = "") -> str:
    own = next(e for e in public_history() if e.conflict == "North and South")
    return cast.client().get(f"{code}/exchanges/{own.id}/").content.decode()


def own_words(page: str) -> str:
    """The words of the section of the sides; nothing, if there is none."""
    found = re.search(r'<section aria-labelledby="own-words">(.*?)</section>', page, re.DOTALL)
    return " ".join(html.unescape(re.sub("<[^>]*>", " ", found[1])).split()) if found else ""


def desk(cast: Cast, who: str, **typed: Any) -> Any:
    return cast.client(who).post(f"/desk/exchanges/{cast.exchange.pk}/own-words/", {"revision": 0, **typed})


def test_both_sides_stand_side_by_side_each_marked(told: Cast) -> None:
    released(told, "We gave 900 back.", "south")
    released(told, "We met our word.", "north")
    said = own_words(page_of(told))
    assert said.index("North We met our word.") < said.index("South We gave 900 back.")
    assert "none of them is counted by us" in said


def test_it_is_not_released_before_the_mediators_statement(cast: Cast) -> None:
    hand_over(cast)
    with pytest.raises(NotSettled, match="must be released first"):
        account_acts.propose_release(written(cast, "Ours."), cast["north"])


def test_a_statement_on_the_agreement_is_not_enough_once_the_exchange_is_closed(told: Cast) -> None:
    told.exchange.statements.update(kind="agreed")
    with pytest.raises(NotSettled, match="must be released first"):
        account_acts.propose_release(written(told, "Ours."), told["north"])


def test_words_about_an_agreement_stand_on_its_page(told: Cast) -> None:
    told.exchange.statements.update(kind="agreed")
    Exchange.objects.update(state=Exchange.State.AGREED)
    released(told, "We have agreed.")
    said = own_words(told.client().get(f"/agreed/{told.exchange.pk}/").content.decode())
    assert "We have agreed." in said
    assert "agreed, not yet carried out" in said


def test_nothing_is_released_while_people_are_on_the_road(told: Cast) -> None:
    act = account_acts.propose_release(written(told, "Ours."), told["north"])
    Exchange.objects.update(state=Exchange.State.HANDOVER)
    with pytest.raises(NotSettled, match="must be released first"):
        rule.confirm(act.pk, told["north2"])
    assert not Entry.objects.filter(act="account published").exists()


@pytest.mark.parametrize("second", ["north", "south", "north_bureau", "press", "hala"])
def test_it_takes_a_second_person_of_the_same_delegation(told: Cast, second: str) -> None:
    act = account_acts.propose_release(written(told, "Ours."), told["north"])
    with pytest.raises(NotSettled):
        rule.confirm(act.pk, told[second])
    assert own_words(page_of(told)) == ""


def test_a_draft_is_not_public(told: Cast) -> None:
    account = written(told, "Not yet.")
    assert own_words(page_of(told)) == ""
    for path in (f"/sides/{account.pk}.json", f"/sides/{account.pk}.proof", f"/verify/side-{account.pk}/"):
        assert told.client().get(path).status_code == 404


def test_what_a_second_person_confirms_stands_still(told: Cast) -> None:
    account_acts.propose_release(written(told, "Ours."), told["north"])
    with pytest.raises(NotSettled):
        written(told, "Another word.", revision=1)


def test_its_hash_stands_in_the_record_and_its_proof_verifies(told: Cast) -> None:
    account = released(told, "Ours.")
    keeper.publish()
    account.refresh_from_db()
    text = told.client().get(f"/sides/{account.pk}.json").content
    document = ledger.read_back(account.entry)
    assert (document["by"], document["text"]) == ("NTH", hashlib.sha256(text).hexdigest())
    assert json.loads(text) == {"party": "NTH", "texts": {"en": ["Ours."]}}
    proof = told.client().get(f"/sides/{account.pk}.proof").content.decode()
    policy = Policy.parse((settings.RECORD_FOLDER / "keys.txt").read_bytes())
    assert verify_proof(TlogProof.parse(proof), policy, bytes(account.entry.encoded)).in_order
    assert html.escape(proof) in told.client().get(f"/verify/side-{account.pk}/").content.decode()


def test_a_correction_is_a_new_version_beside_the_old(told: Cast) -> None:
    first = released(told, "First words.")
    keeper.publish()
    second = released(told, "Second words.", why="The first left something out.")
    first.refresh_from_db()
    assert (first.state, second.state, second.version) == ("corrected", "released", 2)
    assert ledger.read_back(Entry.objects.get(act="correction"))["corrects"] == first.entry.index
    said = own_words(page_of(told))
    assert "Second words." in said
    assert "First words." not in said
    assert "The first left something out." in said
    assert b"First words." in told.client().get(f"/sides/{first.pk}.json").content


@pytest.mark.parametrize("text", ["We wait for Mykola Vyhadanyi.", "Чекаємо на Іван Вигаданий."])
def test_a_name_in_it_holds_it_until_it_is_read(told: Cast, text: str) -> None:
    account = released(told, text)
    assert account.state == "held"
    assert own_words(page_of(told)) == ""
    assert not Entry.objects.filter(act="account published").exists()
    press = told.client("press")
    assert text in press.get("/desk/replies-of-readers/").content.decode()
    press.post(f"/desk/own-words/{account.pk}/", {"answer": "show"})
    assert text in own_words(page_of(told))


def test_a_name_in_the_reason_holds_it_too(told: Cast) -> None:
    assert released(told, "Ours.", why="Mykola Vyhadanyi was named.").state == "held"


def test_what_is_held_back_is_its_delegations_draft_again(told: Cast) -> None:
    account = released(told, "We wait for Mykola Vyhadanyi.")
    told.client("press").post(f"/desk/own-words/{account.pk}/", {"answer": "back"})
    page = told.client("north").get(f"/desk/exchanges/{told.exchange.pk}/own-words/").content.decode()
    assert "Held, and not let through" in page
    assert "We wait for Mykola Vyhadanyi." in page
    assert told.client("press").post(f"/desk/own-words/{account.pk}/", {"answer": "show"}).status_code == 404
    changed = released(told, "We wait for all of them.", revision=1)
    assert (changed.pk, changed.state) == (account.pk, "released")


def test_it_is_shown_in_the_readers_language_and_says_in_which_it_is(told: Cast) -> None:
    account_acts.write(told.exchange, told["north"], {"uk": ["Наші слова."], "fr": ["Nos mots."]})
    account = SideAccount.objects.get()
    rule.confirm(account_acts.propose_release(account, told["north"]).pk, told["north2"])
    assert own_words(page_of(told, "/fr")).index("Nos mots.") < own_words(page_of(told, "/fr")).index("Наші слова.")
    english = page_of(told)
    assert "North Українська Наші слова." in own_words(english)
    assert '<div lang="uk"><p dir="auto">Наші слова.' in english


def test_a_script_in_it_is_text(told: Cast) -> None:
    released(told, "<script>alert(1)</script>")
    assert "&lt;script&gt;alert(1)" in page_of(told)


def test_the_desk_saves_and_two_release(told: Cast) -> None:
    assert desk(told, "north", text_en="Ours.\r\n\r\nAll of it.").status_code == 302
    assert SideAccount.objects.get().texts == {"en": ["Ours.", "All of it."]}
    told.client("north").post(f"/desk/exchanges/{told.exchange.pk}/own-words/release/")
    rule.confirm(Act.objects.get(kind="account.release").pk, told["north2"])
    assert "Ours. All of it." in own_words(page_of(told))


def test_two_people_who_write_at_once_lose_nothing(told: Cast) -> None:
    desk(told, "north", text_en="One word.")
    answer = desk(told, "north2", text_en="Another word.")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "One word." in page
    assert "Another word." in page
    assert desk(told, "north2", text_en="Both.", revision=1).status_code == 302


@pytest.mark.parametrize("text", ["", " \n ", "x" * 5_001])
def test_nothing_and_too_much_come_back_with_a_reason(told: Cast, text: str) -> None:
    answer = desk(told, "north", text_en=text)
    assert answer.status_code == 422
    assert "errorlist" in answer.content.decode()
    assert not SideAccount.objects.exists()


def test_nobody_writes_before_an_agreement(cast: Cast) -> None:
    assert desk(cast, "north", text_en="Ours.").status_code == 403


def test_the_other_side_and_the_mediator_read_no_draft(told: Cast) -> None:
    written(told, "Not yet.")
    for who in ("south", "hala", "press", "north_bureau", "iris", "auditor", "admin", "noor"):
        assert not gate.rows(told[who], SideAccount).exists(), who
    assert (
        "Not yet."
        not in told.client("south").get(f"/desk/exchanges/{told.exchange.pk}/own-words/").content.decode()
    )


@pytest.mark.postgresql
@pytest.mark.parametrize("state", ["draft", "held", "released"])
def test_the_database_shows_what_the_policy_shows(told: Cast, state: str) -> None:
    account = written(told, "Ours.")
    SideAccount.objects.update(state=state)
    for who, person in told.people.items():
        expected = state == "released" or gate.rows(person, SideAccount).exists()
        with as_user(person), connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM public_sideaccount WHERE id = %s", [account.pk])
            assert (cursor.fetchone()[0] == 1) is expected, who
