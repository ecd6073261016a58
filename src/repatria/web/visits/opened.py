"""The key, open for one session: its secret half lies in the session, encrypted under a key in a cookie.

The server keeps the one and not the other, the browser the other and not the one. A reader of the database, of the
disk or of a backup has neither the cookie nor the passphrase. Both end with the session, which ends after 15 idle
minutes.
"""

import secrets
from base64 import b64decode, b64encode
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from repatria.web.visits.models import OwnKey

_SESSION = "visits_own_key"
_NONCE = 12


def cookie_name() -> str:
    """Give the cookie's name; over https browsers refuse it from anybody but this very host."""
    return "__Host-notes" if settings.HTTPS else "notes"


def keep(request: HttpRequest, response: HttpResponse, key: OwnKey, secret: bytes) -> None:
    """Keep the secret half for this session."""
    shut, nonce = secrets.token_bytes(32), secrets.token_bytes(_NONCE)
    sealed = nonce + AESGCM(shut).encrypt(nonce, secret, _bound(request, str(key.pk)))
    kept = request.session.get(_SESSION, {}) if _cookie(request) else {}
    others = {number: value for number, value in kept.items() if number != str(key.pk)}
    request.session[_SESSION] = {**_again(request, others, shut), str(key.pk): b64encode(sealed).decode()}
    response.set_cookie(
        cookie_name(), b64encode(shut).decode(), httponly=True, samesite="Strict", secure=settings.HTTPS, path="/"
    )


def _again(request: HttpRequest, others: dict[str, str], shut: bytes) -> dict[str, str]:
    """Close the other keys that are open under the new cookie."""
    made = {}
    for number in others:
        if (secret := _open(request, number)) is not None:
            nonce = secrets.token_bytes(_NONCE)
            sealed = nonce + AESGCM(shut).encrypt(nonce, secret, _bound(request, number))
            made[number] = b64encode(sealed).decode()
    return made


def secret_of(request: HttpRequest, key: Any) -> bytes | None:
    """Give the secret half if it is open in this session."""
    return _open(request, str(key.pk)) if key is not None else None


def forget(request: HttpRequest, response: HttpResponse) -> None:
    """Close every key."""
    request.session.pop(_SESSION, None)
    response.delete_cookie(cookie_name(), samesite="Strict")


def _open(request: HttpRequest, number: str) -> bytes | None:
    kept, shut = request.session.get(_SESSION, {}).get(number), _cookie(request)
    if not kept or not shut:
        return None
    sealed = b64decode(kept)
    try:
        return AESGCM(shut).decrypt(sealed[:_NONCE], sealed[_NONCE:], _bound(request, number))
    except (InvalidTag, ValueError):
        return None


def _cookie(request: HttpRequest) -> bytes | None:
    try:
        return b64decode(request.COOKIES.get(cookie_name(), ""), validate=True) or None
    except ValueError:
        return None


def _bound(request: HttpRequest, number: str) -> bytes:
    return f"open own key {number} for {request.user.pk}".encode()
