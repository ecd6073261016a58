"""Every role at every address with every object: what the policy grants, and nothing else.

The cases come from the table of addresses itself, so a new address is tried without a line being written here; what
it needs is a sample of each object that it names, in :mod:`tests.web.objects`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from django.db.models import Model
from django.urls import URLPattern, URLResolver, get_resolver

from repatria.web import gate, policy
from tests.web.cast import Cast
from tests.web.objects import SAMPLES, Sample

# One person for each role and side; their seconds have the same rights.
PEOPLE = (
    "north", "north_bureau", "south", "south_bureau", "hala", "iris", "case_worker", "press", "auditor", "admin",
    "noor", "noor_bureau", "noor_mediator",
)  # fmt: skip
NEVER_NUMBER = 987_654_321
# Pages of the library that signs people in look only at the person himself; they are tried in tests/web/accounts.
OWN_THINGS_ONLY = {"mfa_edit_webauthn", "mfa_remove_webauthn"}


@dataclass(frozen=True)
class Address:
    """One address: its name and what it asks for."""

    name: str
    route: str
    arguments: tuple[str, ...]

    def path(self, values: dict[str, Any]) -> str:
        """Give the address with its arguments filled in."""
        filled = re.sub(r"<(?:\w+:)?(\w+)>", lambda found: str(values[found[1]]), self.route)
        return "/" + filled.replace("\\Z", "").lstrip("^/")


def addresses(resolver: URLResolver | None = None, route: str = "", space: str = "") -> Iterator[Address]:
    for pattern in (resolver or get_resolver()).url_patterns:
        here = route + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern, here, f"{space}{pattern.namespace}:" if pattern.namespace else space)
        elif isinstance(pattern, URLPattern):
            yield Address(f"{space}{pattern.name}", here, tuple(re.findall(r"<(?:\w+:)?(\w+)>", here)))


ADDRESSES = {address.name: address for address in addresses()}
WITHOUT_OBJECTS = sorted(name for name, address in ADDRESSES.items() if not address.arguments)
WITH_OBJECTS = sorted(name for name, address in ADDRESSES.items() if address.arguments)


def sample(cast: Cast, address: Address, argument: str) -> Sample:
    make: Callable[[Cast], Any] | None = SAMPLES.get(f"{address.name}:{argument}") or SAMPLES.get(argument)
    assert make, f"add a sample for <{argument}> of {address.name} to tests/web/objects.py"
    made = make(cast)
    if isinstance(made, Sample):
        return made
    return Sample(made, made.pk) if isinstance(made, Model) else Sample(None, made, made)


def never(one: Sample) -> Any:
    """Give a number that was never given out, of the same kind."""
    if one.never is not None:
        return one.never
    return uuid4() if isinstance(one.value, UUID) else NEVER_NUMBER if isinstance(one.value, int) else "ZZ-0"


def can_reach(user: Any, samples: list[Sample]) -> bool:
    for one in samples:
        if one.instance is not None and one.instance._meta.label not in policy.ROWS:
            raise AssertionError(f"policy.ROWS has no line for {one.instance._meta.label}")
    return all(
        gate.rows(user, type(one.instance)).filter(pk=one.instance.pk).exists()
        for one in samples
        if one.instance is not None
    )


def ask(cast: Cast, who: str | None, method: str, path: str) -> tuple[int, str]:
    """Ask, undo whatever it did, and give the answer with the address itself taken out of its body."""
    with transaction.atomic():
        answer = getattr(cast.client(who), method)(path)
        transaction.set_rollback(True)
    body = b"".join(answer) if answer.streaming else answer.content
    text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", body.decode(errors="replace"))
    return answer.status_code, text.replace(path, "/HERE/")


@pytest.mark.parametrize("name", WITHOUT_OBJECTS)
def test_an_address_is_there_for_its_roles_and_for_nobody_else(cast: Cast, name: str) -> None:
    page, path = policy.PAGES[name], ADDRESSES[name].path({})
    for who in PEOPLE:
        status, body = ask(cast, who, "get", path)
        if page.public or page.token or page.while_enrolling or cast[who].role in page.roles:
            assert status < 500, (name, who)
            assert name in OWN_STATE or page.token or status != 404, (name, who)
        else:
            assert (status, body) == ask(cast, who, "get", "/never/was/"), (name, who)
            assert ask(cast, who, "post", path) == ask(cast, who, "post", "/never/was/"), (name, who)


# These are 404 or redirect by the person's own state (no recovery codes yet, no session of that kind).
OWN_STATE = {"mfa_view_recovery_codes", "mfa_download_recovery_codes"}


@pytest.mark.parametrize("name", [name for name in WITH_OBJECTS if name not in OWN_THINGS_ONLY])
def test_what_is_not_for_you_answers_like_a_number_never_given_out(cast: Cast, name: str) -> None:
    page, address = policy.PAGES[name], ADDRESSES[name]
    samples = {argument: sample(cast, address, argument) for argument in address.arguments}
    there = address.path({argument: one.value for argument, one in samples.items()})
    nowhere = address.path({argument: never(one) for argument, one in samples.items()})
    for who in PEOPLE:
        allowed = page.public or cast[who].role in page.roles
        reached = allowed and (page.public or can_reach(cast[who], list(samples.values())))
        for method in ("get", "post"):
            status, body = ask(cast, who, method, there)
            assert status < 500, (name, who, method)
            if not reached:
                assert (status, body) == ask(cast, who, method, nowhere), (name, who, method)
                assert page.token or status in {404, 405}, (name, who, method, status)
            elif method == "get":
                assert status != 404, f"{name} is for {who}, but answers 404"


@pytest.mark.parametrize("name", sorted(name for name in ADDRESSES if not policy.PAGES[name].public))
def test_whoever_is_not_signed_in_is_sent_to_sign_in(cast: Cast, name: str) -> None:
    page, address = policy.PAGES[name], ADDRESSES[name]
    samples = {argument: sample(cast, address, argument) for argument in address.arguments}
    for method in ("get", "post"):
        status, _body = ask(cast, None, method, address.path({key: one.value for key, one in samples.items()}))
        assert status in ({401, 403, 404, 405} if page.token else {302}), (name, method, status)
