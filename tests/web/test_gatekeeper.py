"""At the door: second factor first, then the role; otherwise nothing is there."""

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.web.cast import Cast


def test_whoever_is_not_signed_in_is_asked_to(cast: Cast) -> None:
    answer = cast.client().get("/desk/")
    assert (answer.status_code, answer["Location"]) == (302, "/account/login/?next=/desk/")


def test_without_a_second_factor_an_account_opens_nothing(cast: Cast) -> None:
    Authenticator.objects.filter(user=cast["north"]).delete()
    answer = cast.client("north").get("/desk/")
    assert (answer.status_code, answer["Location"]) == (302, "/account/second-factor/")


def test_with_one_the_desk_opens(cast: Cast) -> None:
    assert cast.client("north").get("/desk/").status_code == 200


@pytest.mark.parametrize("code", ["uk", "ru", "ar", "fr", "en"])
def test_the_language_stands_before_the_path(cast: Cast, code: str) -> None:
    answer = cast.client("north").get(f"/{code}/desk/")
    direction = "rtl" if code == "ar" else "ltr"
    assert f'<html lang="{code}" dir="{direction}">' in answer.content.decode()
    assert f'href="/{code}/desk/"' in answer.content.decode()


def test_an_unknown_address_is_a_plain_404(cast: Cast) -> None:
    assert cast.client("north").get("/nothing/").status_code == 404


def test_no_page_can_be_framed_sniffed_or_kept(cast: Cast) -> None:
    answer = cast.client("north").get("/desk/")
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe-inline" not in policy
    assert "unsafe-eval" not in policy
    assert "require-trusted-types-for 'script'" in policy
    assert answer["Cache-Control"] == "no-store"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["Cross-Origin-Embedder-Policy"] == "require-corp"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=(self)" in answer["Permissions-Policy"]


def test_an_idle_session_ends(cast: Cast, settings, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    client = cast.client("north")
    client.get("/desk/")
    session = client.session
    session["seen_at"] -= settings.SESSION_IDLE_SECONDS + 1
    session.save()
    assert client.get("/desk/").status_code == 302


def test_a_session_ends_after_eight_hours_however_busy(cast: Cast, settings) -> None:  # type: ignore[no-untyped-def]
    client = cast.client("north")
    client.get("/desk/")
    session = client.session
    session["began_at"] -= settings.SESSION_WHOLE_SECONDS + 1
    session.save()
    assert client.get("/desk/").status_code == 302


def test_looking_at_a_page_again_writes_nothing(cast: Cast) -> None:
    """Fifty people who look at pages must not queue up behind each other to write that they did."""
    client = cast.client("auditor")
    client.get("/desk/")
    with CaptureQueriesContext(connection) as asked:
        client.get("/desk/")
    assert [one["sql"] for one in asked if not one["sql"].lstrip().startswith("SELECT")] == []
