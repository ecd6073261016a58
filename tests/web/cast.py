"""The cast of all tests of the site, and the little world they live in.

North holds, South asks, Hala mediates, Iris is the ICRC's delegate, Noor has no part. Each delegation and
bureau has two people, for what takes two. Nobody in it exists.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from allauth.mfa.models import Authenticator
from django.test import Client

from repatria.web.accounts.models import User
from repatria.web.exchanges.models import Exchange, Party, Process
from repatria.web.policy import Role

PASSWORD = "a long road home 314"
MORNING = datetime(2026, 2, 5, 6, tzinfo=UTC)

# name -> (role, code of the party)
PEOPLE = {
    "north": (Role.DELEGATION, "NTH"), "north2": (Role.DELEGATION, "NTH"),
    "north_bureau": (Role.BUREAU, "NTH"), "north_bureau2": (Role.BUREAU, "NTH"),
    "south": (Role.DELEGATION, "STH"), "south2": (Role.DELEGATION, "STH"),
    "south_bureau": (Role.BUREAU, "STH"), "south_bureau2": (Role.BUREAU, "STH"),
    "hala": (Role.MEDIATOR, "HAL"), "hala2": (Role.MEDIATOR, "HAL"),
    "iris": (Role.ICRC, "ICR"), "iris2": (Role.ICRC, "ICR"),
    "case_worker": (Role.CASE_WORKER, "ICR"), "case_worker2": (Role.CASE_WORKER, "ICR"),
    "press": (Role.PRESS, "HAL"), "press2": (Role.PRESS, "HAL"),
    "auditor": (Role.AUDITOR, None),
    "admin": (Role.ADMINISTRATOR, None), "admin2": (Role.ADMINISTRATOR, None),
    # Noor's side takes part in another process; to this one she is a stranger.
    "noor": (Role.DELEGATION, "NOR"), "noor_bureau": (Role.BUREAU, "NOR"), "noor_mediator": (Role.MEDIATOR, "OTH"),
}  # fmt: skip
PARTIES = {
    "NTH": ("North", "side"), "STH": ("South", "side"), "HAL": ("Hala's office", "mediator"),
    "ICR": ("ICRC", "icrc"), "NOR": ("Noor's side", "side"), "OTH": ("Another mediator", "mediator"),
}  # fmt: skip


@dataclass
class Cast:
    """Everybody, their parties, one process with one exchange, and another process that is none of theirs."""

    parties: dict[str, Party] = field(default_factory=dict)
    people: dict[str, User] = field(default_factory=dict)
    process: Process = None  # type: ignore[assignment]
    exchange: Exchange = None  # type: ignore[assignment]
    elsewhere: Exchange = None  # type: ignore[assignment]

    def __getitem__(self, name: str) -> User:
        return self.people[name]

    def client(self, name: str | None = None, **options: Any) -> Client:
        """Give a browser in which `name` is signed in with a second factor (nobody, if None)."""
        client = Client(**options)
        if name is not None:
            client.force_login(self.people[name])
        return client


def make_cast() -> Cast:
    """Bring everybody into the database."""
    cast = Cast()
    for code, (name, kind) in PARTIES.items():
        cast.parties[code] = Party.objects.create(code=code, name=name, kind=kind)
    for name, (role, code) in PEOPLE.items():
        party = cast.parties[code] if code else None
        cast.people[name] = person = User.objects.create_user(
            f"{name}@example.org", PASSWORD, name=name.replace("_", " ").title(), role=role, party=party
        )
        Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={"secret": ""})
    cast.process, cast.exchange = _process(cast, "The road", "HAL", "NTH", "STH", "ICR")
    _other, cast.elsewhere = _process(cast, "Another road", "OTH", "NOR")
    return cast


def _process(cast: Cast, title: str, mediator: str, *participants: str) -> tuple[Process, Exchange]:
    process = Process.objects.create(
        title=title, conflict="North and South", mediator=cast.parties[mediator], opened_at=MORNING
    )
    process.participants.set([cast.parties[code] for code in participants])
    exchange = Exchange.objects.create(process=process, title=f"{title}: first exchange", opened_at=MORNING)
    return process, exchange
