"""What fifty people find on the site when they come: registers, opened lists with answers, pairs to review.

Runs in a program of its own (``python -m benchmarks.site_users_world FOLDER PORT``): it fills the database and
prints who comes, with a session for each and the addresses that he knows.
"""

import json
import os
import sys
from itertools import islice
from typing import Any

PERSONS = int(os.environ.get("REPATRIA_BENCH_PERSONS", "20000"))
NAMES = 400  # on each list; every clerk answers names of his own
# How many of each role work at once: fifty people, all that this site has; one stands for who has no account.
ROLES = {
    ("bureau", "NTH"): 9, ("bureau", "STH"): 9, ("delegation", "NTH"): 4, ("delegation", "STH"): 4,
    ("mediator", "HAL"): 8, ("icrc", "ICR"): 4, ("case_worker", "ICR"): 4, ("press", "HAL"): 2,
    ("auditor", None): 1, ("administrator", None): 2, ("nobody", None): 3,
}  # fmt: skip
Person = dict[str, Any]


def main(folder: str, port: int) -> None:
    """Fill the site and print its people as JSON."""
    os.environ["REPATRIA_DATA"] = folder
    from django.conf import settings

    os.environ["DJANGO_SETTINGS_MODULE"] = "repatria.web.settings"
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    from repatria.cli.serve import prepare_environment

    prepare_environment(port)
    from tests.web.cast import make_cast

    print(json.dumps(_everybody(_fill(make_cast()))))


def _fill(cast: Any) -> Any:
    from repatria.web.vault import keys

    with keys.kept():
        for code in ("NTH", "STH"):
            _register(cast, code)
        from tests.web.talks.world import make_held

        for holder, asker in (("NTH", "STH"), ("STH", "NTH")):
            make_held(cast, cast.exchange, holder, asker, NAMES // 2)
            _asked(cast, asker)
    _matched(cast)
    return cast


def _register(cast: Any, code: str) -> None:
    from django.db import transaction

    from benchmarks.site_registry import people
    from repatria.web.registry import acts, values
    from repatria.web.registry.models import Person
    from repatria.web.registry.upkeep import learn_sizes
    from repatria.web.registry.values import Origin

    party, everybody = cast.parties[code], people(PERSONS // 2)
    source = Origin("capture card", "2025-01-01", "document", "")
    while some := list(islice(everybody, 5_000)):
        made = [
            Person(
                keeper=party, holder=party, number=f"{code}-{number:07}", values=values.new_values(text, source, 1)
            )
            for number, text in some
        ]
        with transaction.atomic():
            acts.enter_many(made)
    learn_sizes()


def _asked(cast: Any, asker: str) -> None:
    """Names that nobody has answered yet, behind those that are answered."""
    from repatria.web.lists.models import NameList, Row

    asked = NameList.objects.get(exchange=cast.exchange, party=cast.parties[asker], purpose="sought")
    for number in range(NAMES // 2, NAMES):
        columns = {"id": f"{asker}-{number}", "surname": f"Surname{number % 90}", "date_of_birth": "1980-01-01"}
        Row.objects.create(list=asked, number=number + 10, code=columns["id"], cells=[], columns=columns)


def _matched(cast: Any) -> None:
    """A list of persons held by North who sound like those whom South seeks, and the pairs that come of it."""
    from repatria.web.matching_desk import runs
    from tests.web.register import make_list

    make_list(cast, "NTH", NAMES, "held")
    cast.exchange.state = "talks"
    cast.exchange.save()
    runs.start(cast["hala"], cast.exchange)


def _everybody(cast: Any) -> list[Person]:
    everybody = []
    for (role, code), number in ROLES.items():
        for place in range(number):
            session = "" if role == "nobody" else _session(cast, role, code, place)
            everybody.append({"role": role, "session": session, **_known(cast, role, code, place, number)})
    return everybody


def _session(cast: Any, role: str, code: str | None, place: int) -> str:
    from allauth.mfa.models import Authenticator
    from django.test import Client

    from repatria.web.accounts.models import User

    name = f"{role}.{code}.{place}"
    person = User.objects.create_user(
        f"{name}@example.org", "-", name=name, role=role, party=cast.parties[code] if code else None
    )
    Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={"secret": ""})
    client = Client()
    client.force_login(person)
    return client.cookies["session"].value


def _known(cast: Any, role: str, code: str | None, place: int, of: int) -> Person:
    """Give the keys of what this person works on: a share of his own, as colleagues divide their work."""
    from repatria.web.lists.models import NameList, Row
    from repatria.web.matching_desk.models import Run
    from repatria.web.registry.models import Person as Registered
    from repatria.web.replies.models import Reply

    asked = NameList.objects.filter(exchange=cast.exchange, purpose="sought").exclude(party__code=code)
    the_list: Any = asked.first()
    names = Row.objects.filter(list=the_list, number__gte=NAMES // 2 + 10).order_by("number")
    mine = Registered.objects.filter(keeper__code="STH" if code == "STH" else "NTH").order_by("number")[
        place * 60 : place * 60 + 60
    ]
    run = Run.objects.filter(held__party__code="NTH").first()
    return {
        "exchange": cast.exchange.pk,
        "list": str(the_list.pk),
        "names": [str(one.pk) for one in names[place::of]],
        "persons": [[str(one.pk), one.number] for one in mine],
        "replies": [str(pk) for pk in Reply.objects.values_list("pk", flat=True)[place::of]],
        "run": str(run.pk) if run else "",
        "pairs": [str(pk) for pk in run.pairs.values_list("pk", flat=True)[place::of]] if run else [],
        "other": cast.parties["STH" if code == "NTH" else "NTH"].pk,
    }


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
