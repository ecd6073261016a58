"""From an invitation to the desk, as people do it; and back in by each second factor."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.totp.internal import auth as totp
from playwright.sync_api import Page, expect

from repatria.web.accounts import acts
from repatria.web.policy import Role
from tests.web.browser.axe import assert_axe_finds_nothing
from tests.web.cast import Cast

PASSWORD = "four words that wander"
Picture = Callable[[Page, str], Path]


def looked_at(page: Any, picture: Picture, name: str) -> None:
    assert_axe_finds_nothing(page)
    picture(page, name)


def give_passkeys(page: Any) -> None:
    """Give the browser a device that makes passkeys without asking anybody."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def invite_and_confirm(cast: Cast, page_of: Callable[..., Any], picture: Picture, language: str) -> str:
    """The administrator proposes, North confirms and is shown the link."""
    admin = page_of("admin", language)
    admin.goto(admin.address("/desk/accounts/invite/"))
    admin.fill("[name=name]", "Mira")
    admin.fill("[name=email]", f"mira-{language}@example.org")
    admin.select_option("[name=party]", str(cast.parties["NTH"].pk))
    admin.select_option("[name=role]", Role.BUREAU)
    looked_at(admin, picture, f"invite-{language}")
    admin.click("#invite button")
    north = page_of("north", language)
    looked_at(north, picture, f"desk-waiting-{language}")
    north.click(".panels .urgent a")
    looked_at(north, picture, f"second-person-{language}")
    north.click("form[action$='/confirm/'] button")
    looked_at(north, picture, f"link-shown-once-{language}")
    return str(north.input_value("#shown-once"))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_from_invitation_to_the_desk_with_an_app(
    cast: Cast, page_of: Callable[..., Any], picture: Picture, language: str
) -> None:
    link = invite_and_confirm(cast, page_of, picture, language)
    mira = page_of(None, language)
    mira.goto(link)
    looked_at(mira, picture, f"accept-{language}")
    mira.fill("[name=password]", PASSWORD)
    mira.fill("[name=again]", PASSWORD)
    mira.click("main form button")
    looked_at(mira, picture, f"second-factor-{language}")
    mira.click("a[href$='/totp/activate/']")
    looked_at(mira, picture, f"app-{language}")
    secret = mira.inner_text("#authenticator_secret").strip()
    mira.fill("[name=code]", totp.format_hotp_value(totp.hotp_value(secret, _now())))
    mira.click("main form button")
    expect(mira.locator("#recovery_codes li")).to_have_count(10)
    looked_at(mira, picture, f"recovery-codes-{language}")
    mira.click("main .button")
    expect(mira.locator(".who")).to_contain_text("Mira")
    mira.goto(mira.address("/account/sessions/"))
    looked_at(mira, picture, f"sessions-{language}")
    mira.goto(mira.address("/account/password/"))
    looked_at(mira, picture, f"password-{language}")
    assert mira.complaints == []


def _now() -> int:
    return list(totp.yield_hotp_counters_from_time())[len(list(totp.yield_hotp_counters_from_time())) // 2]


def test_a_passkey_is_added_and_signs_in_alone(cast: Cast, page_of: Callable[..., Any], picture: Picture) -> None:
    page = page_of("north")
    give_passkeys(page)
    page.goto("/account/second-factor/webauthn/add/")
    page.fill("[name=password]", "a long road home 314")
    looked_at(page, picture, "still-you")
    page.click("main form button")
    page.check("[name=passwordless]")
    looked_at(page, picture, "passkey")
    page.click("#mfa_webauthn_add")
    expect(page.locator("#recovery_codes li")).to_have_count(10)
    page.goto("/account/second-factor/webauthn/")
    looked_at(page, picture, "passkeys")
    page.click(".top form button")
    for _twice in range(2):  # the count of signatures rises each time
        page.goto("/account/login/")
        page.click("#passkey_login")
        expect(page.locator("h1")).to_have_text("What waits for you")
        page.click(".top form button")
    assert page.complaints == []


def test_a_passkey_of_nobody_is_told_on_the_page(page_of: Callable[..., Any], picture: Picture) -> None:
    page = page_of(None)
    give_passkeys(page)
    page.goto("/account/login/")
    looked_at(page, picture, "login")
    page.click("#passkey_login")
    expect(page.locator("#passkey-trouble")).to_be_visible()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_accounts_and_parties_are_readable(
    cast: Cast, page_of: Callable[..., Any], picture: Picture, language: str
) -> None:
    acts.propose_invitation(
        cast["admin"], email="a@example.org", name="A", role=Role.BUREAU, party=cast.parties["STH"]
    )
    page = page_of("admin", language)
    for path in ("/desk/accounts/", "/desk/accounts/parties/", "/desk/second-person/", "/account/second-factor/"):
        page.goto(page.address(path))
        looked_at(page, picture, f"{path.strip('/')}-{language}")
    assert page.complaints == []
