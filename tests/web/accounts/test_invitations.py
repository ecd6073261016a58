"""An account comes by invitation: proposed by one, confirmed by another, used once."""

from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.utils import timezone

from repatria.web.accounts import acts
from repatria.web.accounts.models import Invitation, User
from repatria.web.exchanges.models import Party
from repatria.web.policy import Role
from repatria.web.two_persons import rule
from repatria.web.two_persons.rule import NotSettled
from tests.web.cast import PASSWORD, Cast

NEW = {"name": "Mira", "password": "four words that wander", "again": "four words that wander"}


def proposed(cast: Cast, who: str = "admin", code: str | None = "NTH", role: str = Role.BUREAU) -> Any:
    party = cast.parties[code] if code else None
    return acts.propose_invitation(cast[who], email="Mira@Example.org", name="Mira", role=role, party=party)


def link(cast: Cast) -> str:
    made: str = rule.confirm(proposed(cast).pk, cast["north"]).shown_once
    return "/" + made.split("/", 3)[3]


def test_from_proposal_to_second_factor(cast: Cast) -> None:
    path = link(cast)
    browser = Client()
    assert "mira@example.org" in browser.get(path).content.decode()
    answer = browser.post(path, NEW)
    assert (answer.status_code, answer["Location"]) == (302, "/account/second-factor/")
    mira = User.objects.get(email="mira@example.org")
    assert (mira.role, mira.party.code, mira.name) == (Role.BUREAU, "NTH", "Mira")
    # Before there is a second factor nothing opens.
    assert browser.get("/desk/")["Location"] == "/account/second-factor/"


def test_only_its_hash_is_kept(cast: Cast) -> None:
    token = link(cast).rstrip("/").split("/")[-1]
    assert len(token) >= 43  # 32 random bytes: 256 bits
    assert token not in str(Invitation.objects.values_list())


def test_a_link_works_once(cast: Cast) -> None:
    path = link(cast)
    Client().post(path, NEW)
    assert Client().get(path).status_code == 404
    assert Client().post(path, NEW).status_code == 404


def test_a_link_runs_out_after_seven_days(cast: Cast) -> None:
    path = link(cast)
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert Client().get(path).status_code == 404


def test_a_withdrawn_link_is_useless(cast: Cast) -> None:
    path = link(cast)
    answer = cast.client("north").post(f"/desk/accounts/invitations/{Invitation.objects.get().pk}/withdraw/")
    assert answer.status_code == 302
    assert Client().get(path).status_code == 404


@pytest.mark.parametrize("who", ["admin2", "south", "hala", "north_bureau", "noor"])
def test_nobody_but_the_party_itself_confirms_its_people(cast: Cast, who: str) -> None:
    act = proposed(cast)
    with pytest.raises(NotSettled):
        rule.confirm(act.pk, cast[who])
    answer = cast.client(who).post(f"/desk/second-person/{act.pk}/confirm/")
    assert answer.status_code in {403, 404}
    assert not Invitation.objects.exists()


def test_the_first_people_of_a_party_are_made_by_two_administrators(cast: Cast) -> None:
    cast.parties["NEW"] = Party.objects.create(code="NEW", name="New side", kind="side")
    act = proposed(cast, code="NEW", role=Role.DELEGATION)
    with pytest.raises(NotSettled):
        rule.confirm(act.pk, cast["admin"])
    assert rule.confirm(act.pk, cast["admin2"]).shown_once


def test_a_delegation_invites_its_own_people_alone(cast: Cast) -> None:
    assert proposed(cast, "north").party == cast.parties["NTH"]
    with pytest.raises(NotSettled):
        proposed(cast, "north", "STH")
    with pytest.raises(NotSettled):
        proposed(cast, "north", None, Role.ADMINISTRATOR)


@pytest.mark.parametrize(
    ("code", "role"),
    [
        ("NTH", Role.MEDIATOR),
        ("HAL", Role.BUREAU),
        ("ICR", Role.DELEGATION),
        (None, Role.ICRC),
        ("NTH", Role.AUDITOR),
    ],
)
def test_a_party_has_no_role_that_is_not_its_own(cast: Cast, code: str | None, role: Role) -> None:
    with pytest.raises(NotSettled):
        proposed(cast, code=code, role=role)


def test_an_address_is_invited_once(cast: Cast) -> None:
    proposed(cast)
    with pytest.raises(NotSettled):
        proposed(cast)


def test_a_weak_password_is_refused_in_words(cast: Cast) -> None:
    answer = Client().post(link(cast), {"name": "Mira", "password": "short", "again": "short"})
    assert answer.status_code == 200
    assert "at least 12 characters" in answer.content.decode()
    assert not User.objects.filter(email="mira@example.org").exists()


def test_beginning_anew_takes_two_and_ends_what_was(cast: Cast) -> None:
    old = cast.client("north2")
    assert old.get("/desk/").status_code == 200
    act = acts.propose_new_link(cast["admin"], cast["north2"])
    path = "/" + rule.confirm(act.pk, cast["north"]).shown_once.split("/", 3)[3]
    assert old.get("/desk/").status_code == 200  # nothing changes until the link is used
    Client().post(path, NEW)
    assert old.get("/desk/").status_code == 302
    assert not Authenticator.objects.filter(user=cast["north2"]).exists()
    assert not User.objects.get(pk=cast["north2"].pk).check_password(PASSWORD)


def test_no_administrator_can_take_an_account_over(cast: Cast) -> None:
    act = acts.propose_new_link(cast["admin"], cast["north2"])
    for who in ("admin", "admin2"):
        with pytest.raises(NotSettled):
            rule.confirm(act.pk, cast[who])


def test_closing_ends_the_sessions_at_once(cast: Cast) -> None:
    victim, sibling = cast.client("north2"), cast.client("north")
    victim.get("/desk/")
    answer = sibling.post(f"/desk/accounts/{cast['north2'].pk}/close/")
    assert answer.status_code == 302
    assert victim.get("/desk/").status_code == 302
    assert sibling.get("/desk/").status_code == 200


def test_nobody_closes_himself(cast: Cast) -> None:
    assert cast.client("admin").post(f"/desk/accounts/{cast['admin'].pk}/close/").status_code == 409
    assert User.objects.get(pk=cast["admin"].pk).is_active


def test_the_pages_say_it_all(cast: Cast) -> None:
    act = proposed(cast)
    assert "Mira" in cast.client("north").get("/desk/second-person/").content.decode()
    shown = cast.client("north").post(f"/desk/second-person/{act.pk}/confirm/").content.decode()
    assert "/account/invitation/" in shown
    again = cast.client("north").get(f"/desk/second-person/{act.pk}/").content.decode()
    assert "/account/invitation/" not in again  # shown once


def test_an_invitation_by_the_form(cast: Cast) -> None:
    data = {"name": "Mira", "email": "mira@example.org", "role": "bureau", "party": cast.parties["NTH"].pk}
    answer = cast.client("admin").post("/desk/accounts/invite/", data)
    assert answer["Location"].startswith("/desk/second-person/")
    answer = cast.client("admin").post("/desk/accounts/invite/", {**data, "role": "icrc"})
    assert "this party does not have that role" in answer.content.decode()


def test_an_empty_site_invites_its_first_administrator(db: None) -> None:
    first, again = acts.first_link(), acts.first_link()
    assert first
    assert again
    path = "/" + again.split("/", 3)[3]
    assert Client().get("/" + first.split("/", 3)[3]).status_code == 404
    Client().post(path, NEW)
    assert User.objects.get().role == Role.ADMINISTRATOR
    assert acts.first_link() is None
