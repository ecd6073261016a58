"""Passkeys: what is checked beyond the library's own checks.

WebAuthn (level 2, 6.1.1): a passkey counts its signatures. A count that does not rise means that two devices hold
the same key, one of which is a copy. A key that always says 0 does not count, and cannot be checked this way.
"""

from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import (
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from allauth.mfa.webauthn.internal.auth import parse_authentication_response

_COUNT = "count"


def has_been_copied(last: int, now: int) -> bool:
    """Say whether a count of `now` after one of `last` betrays a copy."""
    return (last or now) != 0 and now <= last


class _Counted:
    """Refuses a passkey whose count did not rise; remembers the count."""

    data: Any
    cleaned_data: dict[str, Any]

    def clean_credential(self) -> Authenticator:
        """Check the count once the signature has been found good."""
        answer = parse_authentication_response(self.cleaned_data["credential"])
        authenticator: Authenticator = super().clean_credential()  # type: ignore[misc]
        now = answer.response.authenticator_data.counter
        if has_been_copied(authenticator.data.get(_COUNT, 0), now):
            raise get_adapter().validation_error("incorrect_code")
        authenticator.data[_COUNT] = now
        authenticator.save(update_fields=["data"])
        return authenticator


class SecondFactor(_Counted, AuthenticateWebAuthnForm):
    """A passkey after the password."""


class SignIn(_Counted, LoginWebAuthnForm):
    """A passkey alone."""


class StillYou(_Counted, ReauthenticateWebAuthnForm):
    """A passkey before something grave."""
