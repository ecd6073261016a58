"""The key, open for a while: its secret half lies in the session, encrypted under a key in a cookie.

The server keeps the one and not the other, the browser the other and not the one. A reader of the database, of the
disk or of a backup has neither the cookie nor the passphrase. The browser hands its half over on pages of visits
alone, and the two are put together only to read a note. The key closes by itself when no note was read for
:data:`IDLE`, and :data:`LONGEST` after it was opened, whatever happens.
"""

import secrets
from base64 import b64decode, b64encode
from datetime import timedelta
from time import time

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from repatria.web.visits.models import OwnKey

IDLE, LONGEST = timedelta(minutes=5), timedelta(minutes=30)
_SESSION = "visits_own_key"
_NONCE = 12


def cookie_name(key: OwnKey) -> str:
    """Give the name of a key's cookie; over https browsers take one so named from https alone."""
    return f"{'__Secure-' if settings.HTTPS else ''}notes-{key.pk.hex}"


def keep(request: HttpRequest, response: HttpResponse, key: OwnKey, secret: bytes) -> None:
    """Keep the secret half for a while."""
    shut, nonce = secrets.token_bytes(32), secrets.token_bytes(_NONCE)
    sealed = nonce + AESGCM(shut).encrypt(nonce, secret, _bound(request, key))
    now = int(time())
    _write(request, {**_kept(request), str(key.pk): (b64encode(sealed).decode(), now, now)})
    response.set_cookie(
        cookie_name(key), b64encode(shut).decode(), httponly=True, samesite="Strict", secure=settings.HTTPS,
        path=reverse("visits"),
    )  # fmt: skip


def is_open(request: HttpRequest, key: OwnKey) -> bool:
    """Say whether the key is open here, without opening it."""
    return str(key.pk) in _kept(request) and cookie_name(key) in request.COOKIES


def secret_of(request: HttpRequest, key: OwnKey) -> bytes | None:
    """Give the secret half, to read notes with now, if the key is open here."""
    kept, shut = _kept(request), _cookie(request, key)
    if shut is None or str(key.pk) not in kept:
        return None
    text, opened, _read = kept[str(key.pk)]
    sealed = b64decode(text)
    try:
        secret = AESGCM(shut).decrypt(sealed[:_NONCE], sealed[_NONCE:], _bound(request, key))
    except (InvalidTag, ValueError):
        return None
    _write(request, {**kept, str(key.pk): (text, opened, int(time()))})
    return secret


def forget(request: HttpRequest, response: HttpResponse) -> None:
    """Close every key."""
    request.session.pop(_SESSION, None)
    for name in request.COOKIES:
        if name.startswith(("notes-", "__Secure-notes-")):
            response.delete_cookie(name, path=reverse("visits"), samesite="Strict")


_Kept = dict[str, tuple[str, int, int]]


def _kept(request: HttpRequest) -> _Kept:
    """Give what is kept of each key: its secret half, when it was opened, when a note was last read with it."""
    now, kept = time(), request.session.get(_SESSION, {})
    alive = {
        key: (text, opened, read)
        for key, (text, opened, read) in kept.items()
        if now - opened < LONGEST.total_seconds() and now - read < IDLE.total_seconds()
    }
    if len(alive) < len(kept):
        _write(request, alive)
    return alive


def _write(request: HttpRequest, kept: _Kept) -> None:
    request.session[_SESSION] = kept


def _cookie(request: HttpRequest, key: OwnKey) -> bytes | None:
    try:
        return b64decode(request.COOKIES.get(cookie_name(key), ""), validate=True) or None
    except ValueError:
        return None


def _bound(request: HttpRequest, key: OwnKey) -> bytes:
    return f"open own key {key.pk} for {request.user.pk}".encode()
