"""Parties and people of the demonstration. One password and one authenticator for all of them: nobody is real."""

import base64
import hmac
from time import time
from typing import Any

from repatria.demo.world import NORTH, SOUTH

PASSWORD = "a long road home 314"  # noqa: S105 - of invented people
CODES = {NORTH: "NTH", SOUTH: "STH"}
PARTIES = {
    "NTH": ("North", "side"), "STH": ("South", "side"), "HAL": ("Hala's office", "mediator"),
    "ICRC": ("ICRC", "icrc"),
}  # fmt: skip
# name of the account -> (role, party); two of each, for what takes two people
ROLES = {
    "north": ("delegation", "NTH"), "north-bureau": ("bureau", "NTH"),
    "south": ("delegation", "STH"), "south-bureau": ("bureau", "STH"),
    "hala": ("mediator", "HAL"), "press": ("press", "HAL"),
    "iris": ("icrc", "ICRC"), "case-worker": ("case_worker", "ICRC"),
    "auditor": ("auditor", None), "admin": ("administrator", None),
}  # fmt: skip
LOGINS = {name: f"{name}@example.org" for name in ROLES}


def make_accounts(secret: str) -> dict[str, Any]:
    """Make the parties and two accounts for each role, ``north`` and ``north-2`` and so on.

    `secret` is the authenticator's, in base32.
    """
    from allauth.mfa.adapter import get_adapter
    from allauth.mfa.models import Authenticator
    from django.contrib.auth.hashers import make_password

    from repatria.web.accounts.models import User
    from repatria.web.exchanges.models import Party

    parties = {
        code: Party.objects.create(code=code, name=name, kind=kind) for code, (name, kind) in PARTIES.items()
    }
    password, people = make_password(PASSWORD), {}
    for name, (role, code) in ROLES.items():
        for suffix in ("", "-2"):
            full = name + suffix
            person = User(
                email=f"{full}@example.org", name=full.replace("-", " ").title(), role=role,
                party=parties[code] if code else None, password=password,
            )  # fmt: skip
            person.save()
            sealed = {"secret": get_adapter().encrypt(secret)}
            Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data=sealed)
            people[full] = person
    return people


def code_now(secret: str, at: float | None = None) -> str:
    """Give the six digits that an authenticator shows now (RFC 6238: SHA-1, 30 seconds)."""
    counter = int((time() if at is None else at) // 30)
    digest = hmac.digest(base64.b32decode(secret), counter.to_bytes(8, "big"), "sha1")
    place = digest[-1] & 0xF
    number = int.from_bytes(digest[place : place + 4], "big") & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"
