"""At the door: what is asked for, what is told, and what ends."""

import time
from typing import Any

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from allauth.usersessions.models import UserSession
from django.core.cache import cache
from django.test import Client

from repatria.web.accounts.models import User
from repatria.web.accounts.passkeys import has_been_copied
from repatria.web.audit.models import Alarm
from tests.web.cast import PASSWORD, Cast

SECRET = totp.generate_totp_secret()


@pytest.fixture(autouse=True)
def fresh_counts() -> None:
    cache.clear()


def enrol(user: User) -> None:
    Authenticator.objects.filter(user=user).delete()
    Authenticator.objects.create(
        user=user, type=Authenticator.Type.TOTP, data={"secret": get_adapter().encrypt(SECRET)}
    )


def code() -> str:
    return totp.format_hotp_value(totp.hotp_value(SECRET, next(iter(totp.yield_hotp_counters_from_time()))))


def sign_in(browser: Client, email: str = "north@example.org", password: str = PASSWORD) -> Any:
    return browser.post("/account/login/", {"login": email, "password": password})


def test_a_password_alone_opens_nothing(cast: Cast) -> None:
    enrol(cast["north"])
    browser = Client()
    assert sign_in(browser)["Location"] == "/account/second-factor/authenticate/"
    assert browser.get("/desk/")["Location"].startswith("/account/login/")


def test_password_and_code_open_the_desk_in_a_new_session(cast: Cast) -> None:
    enrol(cast["north"])
    browser = Client()
    sign_in(browser)
    before = browser.cookies["session"].value
    answer = browser.post("/account/second-factor/authenticate/", {"code": code()})
    assert answer["Location"] == "/desk/"
    assert browser.cookies["session"].value != before  # an attacker cannot fix the session beforehand
    assert browser.get("/desk/").status_code == 200


def test_a_code_works_once(cast: Cast) -> None:
    enrol(cast["north"])
    one, other, now = Client(), Client(), code()
    sign_in(one)
    one.post("/account/second-factor/authenticate/", {"code": now})
    sign_in(other)
    assert other.post("/account/second-factor/authenticate/", {"code": now}).status_code == 200
    assert other.get("/desk/").status_code == 302


def test_a_recovery_code_works_once(cast: Cast) -> None:
    enrol(cast["north"])
    codes = RecoveryCodes.activate(cast["north"]).get_unused_codes()
    for expected in (302, 200):
        browser = Client()
        sign_in(browser)
        answer = browser.post("/account/second-factor/authenticate/", {"code": codes[0]})
        assert answer.status_code == expected


def test_secrets_of_second_factors_lie_sealed(cast: Cast) -> None:
    enrol(cast["north"])
    kept = Authenticator.objects.get(user=cast["north"]).data["secret"]
    assert SECRET not in kept
    assert get_adapter().decrypt(kept) == SECRET


def test_the_last_second_factor_cannot_be_taken_away(cast: Cast) -> None:
    enrol(cast["north"])
    browser = Client()
    sign_in(browser)
    browser.post("/account/second-factor/authenticate/", {"code": code()})
    browser.post("/account/reauthenticate/", {"password": PASSWORD})
    browser.post("/account/second-factor/totp/deactivate/")
    assert Authenticator.objects.filter(user=cast["north"]).count() == 1


def body(answer: Any, *gone: str) -> str:
    import re

    text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.content.decode())
    for word in gone:
        text = text.replace(word, "…")
    return text


def test_an_unknown_address_gets_the_same_answer(cast: Cast) -> None:
    enrol(cast["north"])
    known = sign_in(Client(), "north@example.org", "wrong wrong wrong")
    unknown = sign_in(Client(), "nobody@example.org", "wrong wrong wrong")
    assert known.status_code == unknown.status_code
    assert body(known, "north@example.org") == body(unknown, "nobody@example.org")


def test_a_closed_account_gets_the_same_answer_even_with_its_password(cast: Cast) -> None:
    User.objects.filter(pk=cast["north2"].pk).update(is_active=False)
    closed, unknown = sign_in(Client(), "north2@example.org"), sign_in(Client(), "nobody@example.org")
    assert body(closed, "north2@example.org") == body(unknown, "nobody@example.org")


def test_an_unknown_address_costs_as_many_hashes(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.contrib.auth import hashers

    enrol(cast["north"])
    counted: list[str] = []
    hasher = type(hashers.get_hasher())
    plain = hasher.encode
    monkeypatch.setattr(hasher, "encode", lambda self, *a, **k: (counted.append("x"), plain(self, *a, **k))[1])
    costs = []
    for email in ("north@example.org", "nobody@example.org"):
        counted.clear()
        sign_in(Client(), email, "wrong wrong wrong")
        costs.append(len(counted))
    assert costs[0] == costs[1] >= 1


@pytest.mark.parametrize("email", ["north@example.org", "nobody@example.org"])
def test_too_many_failures_lock_out_and_raise_one_alarm(cast: Cast, email: str) -> None:
    enrol(cast["north"])
    for _attempt in range(5):
        sign_in(Client(), email, "wrong wrong wrong")
    assert not Alarm.objects.exists()
    for _attempt in range(3):
        answer = sign_in(Client(), email)
        assert "Too many" in answer.content.decode()
    alarm = Alarm.objects.get()
    assert alarm.kind == Alarm.Kind.LOCKED_OUT
    assert alarm.account == (cast["north"] if email.startswith("north") else None)


def test_second_factors_cannot_be_guessed_either(cast: Cast) -> None:
    enrol(cast["north"])
    browser = Client()
    sign_in(browser)
    for _attempt in range(5):
        browser.post("/account/second-factor/authenticate/", {"code": "000000"})
    answer = browser.post("/account/second-factor/authenticate/", {"code": code()})
    assert "Too many" in answer.content.decode()
    assert browser.get("/desk/").status_code == 302


def test_changing_the_password_ends_every_session(cast: Cast) -> None:
    enrol(cast["north"])
    one, other = cast.client("north"), cast.client("north")
    other.get("/desk/")
    new = "another road that wanders"
    one.post("/account/password/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert one.get("/desk/").status_code == 302
    assert other.get("/desk/").status_code == 302


def test_sessions_are_seen_and_ended(cast: Cast) -> None:
    one, other = cast.client("north"), cast.client("north")
    one.get("/desk/", HTTP_USER_AGENT="One")
    other.get("/desk/", HTTP_USER_AGENT="A thief's browser")
    assert UserSession.objects.filter(user=cast["north"]).count() == 2
    assert "A thief&#x27;s browser" in one.get("/account/sessions/").content.decode()
    one.post("/account/sessions/")
    assert other.get("/desk/").status_code == 302
    assert one.get("/desk/").status_code == 200


def test_nobody_can_sign_up_or_reset_by_mail(cast: Cast) -> None:
    for path in ("/account/signup/", "/account/password/reset/", "/account/email/", "/accounts/signup/"):
        assert Client().get(path).status_code == 404


def test_cookies_are_bound_to_this_site(cast: Cast) -> None:
    browser = Client()
    answer = browser.get("/account/login/")
    enrol(cast["north"])
    sign_in(browser)
    cookie = browser.cookies["session"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert answer.cookies["csrf"]["httponly"]


def test_behind_https_cookies_cannot_leave_it(tmp_path: Any) -> None:
    import os
    import subprocess
    import sys

    told = (
        "from repatria.web import settings as s; print(s.SESSION_COOKIE_NAME, s.SESSION_COOKIE_SECURE,"
        " s.CSRF_COOKIE_NAME, s.CSRF_COOKIE_SECURE, s.SECURE_HSTS_SECONDS > 0,"
        " s.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN)"
    )
    place = {**os.environ, "REPATRIA_DATA": str(tmp_path), "REPATRIA_URL": "https://desk.example.org"}
    said = subprocess.run(
        [sys.executable, "-c", told], env=place, capture_output=True, text=True, check=True
    ).stdout
    assert said.split() == ["__Host-session", "True", "__Host-csrf", "True", "True", "False"]


def test_forms_without_their_token_are_refused(cast: Cast) -> None:
    browser = cast.client("north", enforce_csrf_checks=True)
    assert browser.post("/account/logout/").status_code == 403
    assert browser.get("/desk/").status_code == 200


@pytest.mark.parametrize(
    ("last", "now", "copied"),
    [(0, 0, False), (0, 5, False), (5, 6, False), (5, 5, True), (6, 5, True), (5, 0, True)],
)
def test_a_passkey_whose_count_does_not_rise_is_a_copy(last: int, now: int, copied: bool) -> None:
    assert has_been_copied(last, now) is copied


def test_passwords_are_hashed_by_argon2_with_64_megabytes() -> None:
    from django.contrib.auth.hashers import Argon2PasswordHasher

    from repatria.web import settings

    assert settings.PASSWORD_HASHERS[0].endswith("Argon2PasswordHasher")
    assert Argon2PasswordHasher.memory_cost >= 64 * 1024


def test_the_clock_of_codes_is_this_machines() -> None:
    assert abs(next(iter(totp.yield_hotp_counters_from_time())) - time.time() // 30) <= 1
