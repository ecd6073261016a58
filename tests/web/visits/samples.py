"""Sample objects of visits for the matrix of access, and makers for the room's tests."""

from collections.abc import Callable
from typing import Any

from repatria.web.visits import acts, own_key
from repatria.web.visits.models import OwnKey, Visit
from tests.web.cast import Cast
from tests.web.register import make_site

PASSPHRASE = "seven herons over the river"


def ask(cast: Cast, code: str = "N-1") -> Visit:
    """Ask to visit a site of North."""
    return acts.ask(cast["iris"], make_site(cast, code=code), None)


def make_key(cast: Cast, passphrase: str = PASSPHRASE) -> OwnKey:
    """Let the ICRC have its own key, confirmed by a second delegate."""
    from repatria.web.two_persons.models import Act
    from repatria.web.two_persons.rule import confirm

    key = own_key.make(cast["iris"], passphrase)
    confirm(Act.objects.get(kind="visits.own_key", state="proposed").pk, cast["iris2"])
    key.refresh_from_db()
    return key


SAMPLES: dict[str, Callable[[Cast], Any]] = {"visit_id": ask, "key_id": make_key}
