"""The interface for programs: less than the person, never more; the same 404; every read noted."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from repatria.web import policy
from repatria.web.api.description import as_text
from repatria.web.audit.models import Reading
from repatria.web.exchanges.models import Exchange
from repatria.web.lists.models import NameList
from repatria.web.policy import Role
from repatria.web.registry.models import Person
from repatria.web.replies.models import Reply
from repatria.web.tokens import acts
from repatria.web.tokens.models import Scope, Token
from tests.web.cast import Cast
from tests.web.register import make_list, make_person

ROOT = Path(__file__).parents[2]
EVERYTHING = {scope for scopes in policy.TOKEN_SCOPES.values() for scope in scopes}


def token_of(cast: Cast, who: str, *scopes: str) -> str:
    wanted = scopes or policy.TOKEN_SCOPES[Role(cast[who].role)]
    return acts.make(cast[who], "a program", wanted, 30)[1]


def ask(cast: Cast, token: str, method: str, path: str, body: Any = None) -> tuple[int, Any]:
    answer = cast.client().generic(
        method, f"/api{path}", json.dumps(body) if body is not None else "", content_type="application/json",
        headers={"authorization": f"Bearer {token}"},
    )  # fmt: skip
    return answer.status_code, answer.json()


@pytest.fixture
def sought(cast: Cast) -> NameList:
    cast.exchange.state = Exchange.State.REPLIES
    cast.exchange.save()
    return make_list(cast, party="STH", rows=3, next_of_kin="HIS MOTHER")


class TestTokens:
    def test_a_token_is_shown_once_and_only_its_hash_is_kept(self, cast: Cast) -> None:
        client = cast.client("north_bureau")
        made = client.post("/desk/tokens/", {"label": "sync", "scopes": ["exchanges:read"], "days": "30"})
        token = Token.objects.get()
        shown = made.content.decode()
        assert "rpt_" in shown
        text = shown[shown.index("rpt_") :].split("<")[0]
        assert acts.recognise(text) == token
        assert text not in client.get("/desk/tokens/").content.decode()
        assert text not in str(vars(token))

    def test_a_role_cannot_give_what_it_does_not_have(self, cast: Cast) -> None:
        for who in ("south", "hala", "iris"):
            refused = cast.client(who).post(
                "/desk/tokens/", {"label": "x", "scopes": ["persons:write"], "days": "30"}
            )
            assert refused.status_code == 422
        assert cast.client("admin").get("/desk/tokens/").status_code == 404
        with pytest.raises(acts.CannotMakeToken):
            acts.make(cast["hala"], "x", ["persons:read"], 30)
        with pytest.raises(acts.CannotMakeToken):
            acts.make(cast["north"], "x", ["exchanges:read"], 365)
        assert not Token.objects.exists()

    def test_every_scope_is_somebodys(self) -> None:
        assert {str(scope) for scope, _label in Scope.choices} == EVERYTHING

    @pytest.mark.parametrize("end", ["revoked", "expired", "closed"])
    def test_a_dead_token_opens_nothing(self, cast: Cast, end: str) -> None:
        text = token_of(cast, "north_bureau")
        assert ask(cast, text, "GET", "/exchanges")[0] == 200
        token = Token.objects.get()
        if end == "revoked":
            assert cast.client("south_bureau").post(f"/desk/tokens/{token.pk}/revoke/").status_code == 404
            assert cast.client("north_bureau").post(f"/desk/tokens/{token.pk}/revoke/").status_code == 302
        elif end == "expired":
            Token.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
        else:
            cast["north_bureau"].is_active = False
            cast["north_bureau"].save()
        assert ask(cast, text, "GET", "/exchanges")[0] == 401

    def test_no_token_and_a_session_alone_open_nothing(self, cast: Cast) -> None:
        assert cast.client("north_bureau").get("/api/exchanges").status_code == 401
        assert ask(cast, "rpt_nonsense", "GET", "/exchanges") == (401, {"detail": "Unauthorized"})


class TestScopes:
    def test_without_the_scope_it_is_403_and_says_which(self, cast: Cast, sought: NameList) -> None:
        text = token_of(cast, "north_bureau", "exchanges:read")
        row = sought.rows.first()
        for method, path, body in (
            ("GET", f"/lists/{sought.pk}/names", None),
            ("GET", f"/exchanges/{cast.exchange.pk}/replies", None),
            ("POST", f"/names/{row.pk}/reply", {"answer": "not_held"}),
            ("POST", "/persons/search", {}),
            ("POST", "/persons", {"values": {}, "source": "x"}),
        ):
            status, said = ask(cast, text, method, path, body)
            assert status == 403, path
            assert "lacks the scope" in said["detail"]
        assert not Reply.objects.exists()


class TestSight:
    def test_a_stranger_gets_the_same_404_as_for_what_never_was(self, cast: Cast, sought: NameList) -> None:
        person = make_person(cast, surname="Surname")
        text = token_of(cast, "noor_bureau")
        row = sought.rows.first()
        never = "00000000-0000-4000-8000-000000000000"
        for there, nowhere in (
            (f"/exchanges/{cast.exchange.pk}", "/exchanges/987654321"),
            (f"/exchanges/{cast.exchange.pk}/lists", "/exchanges/987654321/lists"),
            (f"/exchanges/{cast.exchange.pk}/replies", "/exchanges/987654321/replies"),
            (f"/lists/{sought.pk}/names", f"/lists/{never}/names"),
            (f"/persons/{person.pk}", f"/persons/{never}"),
        ):
            assert ask(cast, text, "GET", there) == ask(cast, text, "GET", nowhere), there
            assert ask(cast, text, "GET", there)[0] == 404
        body = {"answer": "not_held"}
        assert ask(cast, text, "POST", f"/names/{row.pk}/reply", body) == ask(
            cast, text, "POST", f"/names/{never}/reply", body
        )
        assert ask(cast, text, "GET", "/exchanges")[1] == [
            {**ask(cast, text, "GET", f"/exchanges/{cast.elsewhere.pk}")[1]}
        ]

    def test_names_are_shown_as_far_as_they_may_be_and_noted(self, cast: Cast, sought: NameList) -> None:
        status, said = ask(cast, token_of(cast, "north_bureau"), "GET", f"/lists/{sought.pk}/names")
        assert (status, [one["code"] for one in said["names"]]) == (200, ["S-1", "S-2", "S-3"])
        assert "HIS MOTHER" not in json.dumps(said)
        assert Reading.objects.filter(reader=cast["north_bureau"], party=cast.parties["STH"]).count() == 3
        assert "HIS MOTHER" in json.dumps(ask(cast, token_of(cast, "iris"), "GET", f"/lists/{sought.pk}/names")[1])

    def test_lists_tell_how_they_stand_and_no_name(self, cast: Cast, sought: NameList) -> None:
        make_list(cast, party="NTH", rows=1, opened=False)
        said = ask(cast, token_of(cast, "south_bureau"), "GET", f"/exchanges/{cast.exchange.pk}/lists")[1]
        assert [one["party"] for one in said] == ["STH"]
        assert "Surname" not in json.dumps(said)

    def test_one_person_too_many_is_429(self, cast: Cast) -> None:
        person = make_person(cast, surname="Surname")
        Reading.objects.bulk_create(
            Reading(reader=cast["north_bureau"], subject=person.pk.__class__(int=n), page="x") for n in range(500)
        )
        status, said = ask(cast, token_of(cast, "north_bureau"), "GET", f"/persons/{person.pk}")
        assert status == 429
        assert "Surname" not in json.dumps(said)


class TestReplies:
    def test_a_program_answers_as_its_person(self, cast: Cast, sought: NameList) -> None:
        make_person(cast, number="N-1", surname="Surname1")
        text, row = token_of(cast, "north_bureau"), sought.rows.order_by("number").first()
        status, said = ask(cast, text, "POST", f"/names/{row.pk}/reply", {"answer": "held"})
        assert (status, said["field"]) == (422, "number")
        status, made = ask(cast, text, "POST", f"/names/{row.pk}/reply", {"answer": "held", "number": "N-1"})
        assert (status, made["answer"], made["code"]) == (201, "held", "S-1")
        status, said = ask(cast, text, "POST", f"/names/{row.pk}/reply", {"answer": "not_held"})
        assert status == 422
        assert "meanwhile" in said["detail"]
        again = {"answer": "not_held", "after": made["id"]}
        assert ask(cast, text, "POST", f"/names/{row.pk}/reply", again)[0] == 201
        told = ask(cast, token_of(cast, "south_bureau"), "GET", f"/exchanges/{cast.exchange.pk}/replies")[1]
        assert sorted(one["newest"] for one in told["replies"]) == [False, True]
        standing = ask(cast, text, "GET", f"/exchanges/{cast.exchange.pk}/standing")[1]
        assert (standing[0]["waiting"], standing[0]["counts"]) == (2, {"not_held": 1})

    @pytest.mark.parametrize("answer", ["", "perhaps"])
    def test_an_answer_that_is_none_is_refused(self, cast: Cast, sought: NameList, answer: str) -> None:
        text, row = token_of(cast, "north_bureau"), sought.rows.first()
        status, said = ask(cast, text, "POST", f"/names/{row.pk}/reply", {"answer": answer})
        assert (status, said["field"]) == (422, "answer")

    def test_the_side_that_asks_cannot_answer(self, cast: Cast, sought: NameList) -> None:
        row = sought.rows.first()
        status, _said = ask(
            cast, token_of(cast, "south_bureau"), "POST", f"/names/{row.pk}/reply", {"answer": "not_held"}
        )
        assert status == 403


class TestPersons:
    NEW = {"values": {"surname": "Шевченко", "given_name": "Володимир"}, "source": "capture card", "other": "STH"}

    def test_a_program_enters_and_finds_him_by_another_spelling(self, cast: Cast) -> None:
        text = token_of(cast, "north_bureau")
        status, made = ask(cast, text, "POST", "/persons", self.NEW)
        assert (status, made["origin"], made["values"]["surname"]) == (201, "STH", "Шевченко")
        found = ask(cast, text, "POST", "/persons/search", {"q": "Szewczenko"})[1]
        assert [one["number"] for one in found["persons"]] == ["NTH-000001"]
        assert (
            ask(cast, token_of(cast, "south_bureau"), "POST", "/persons/search", {"q": "Szewczenko"})[1]["persons"]
            == []
        )
        assert ask(cast, text, "GET", f"/persons/{made['id']}")[1]["history"][0]["source"] == "capture card"

    @pytest.mark.parametrize(
        ("changes", "field"),
        [({"values": {}}, "surname"), ({"values": {"photo": "x"}}, "values"), ({"other": "ZZ"}, "other"),
         ({"values": {"surname": "X", "date_of_birth": "03/04/1990"}}, "date_of_birth")],
    )  # fmt: skip
    def test_a_fault_names_its_field(self, cast: Cast, changes: dict[str, Any], field: str) -> None:
        status, said = ask(cast, token_of(cast, "north_bureau"), "POST", "/persons", {**self.NEW, **changes})
        assert (status, said["field"]) == (422, field)
        assert not Person.objects.exists()


class TestDescription:
    def test_the_description_that_is_kept_is_the_one_that_is_served(self) -> None:
        kept = (ROOT / "docs" / "openapi.json").read_text(encoding="utf-8")
        assert kept == as_text(), "run: python -m django openapi > docs/openapi.json, and tell users what changed"

    def test_the_page_tells_every_operation_and_asks_nothing_from_elsewhere(self, cast: Cast) -> None:
        text = cast.client().get("/api/docs/").content.decode()
        for path, methods in json.loads(as_text())["paths"].items():
            for method in methods:
                assert f"{method.upper()} {path}" in text
        assert "https://" not in text
        assert cast.client().get("/api/description.json").status_code == 200

    def test_every_address_of_the_interface_asks_for_a_token(self) -> None:
        assert all(policy.PAGES[name].token for name in policy.PAGES if name.startswith("api:"))
