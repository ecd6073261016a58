"""What each role does on the site, as an endless row of clicks: mostly reading, now and then saving."""

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

Form = dict[str, Any] | None
Click = tuple[str, str, Form]
"""What it is called in the report, the address, and the form that is sent (None: a page is asked for).

A search sends a form too, so that no name stands in an address; it saves nothing.
"""
Who = dict[str, Any]
WRITES = 1 / 6


def clicks(who: Who, random: Random) -> Iterator[Click]:
    """Give what `who` does next, for ever."""
    reads, writes = READS[who["role"]], WRITES_OF.get(who["role"], [])
    while True:
        if writes and random.random() < WRITES:
            click = random.choice(writes)(who, random)
            if click is not None:
                yield click
                continue
        name, address = random.choice(reads)
        yield name, _filled(address, who, random), _searched(name, who, random)


def _filled(address: str, who: Who, random: Random) -> str:
    person = random.choice(who["persons"]) if who["persons"] else ["", ""]
    return address.format(
        exchange=who["exchange"], list=who["list"], run=who["run"], person=person[0], number=person[1],
        name=random.choice(who["names"]) if who["names"] else "",
    )  # fmt: skip


def _searched(name: str, who: Who, random: Random) -> Form:
    if not name.startswith("search"):
        return None
    return {"q": random.choice(who["persons"])[1] if name == "search by number" else "Kovalenko 1990", "after": ""}


SEARCH = "/desk/register/"
DESK = ("the desk", "/desk/")
EXCHANGE = ("an exchange", "/desk/exchanges/{exchange}/")
BOARD = ("board of replies", "/desk/replies/exchange/{exchange}/")
NAMES = ("names of a list", "/desk/replies/list/{list}/")
TABLE = ("the table of the talks", "/desk/talks/{exchange}/")
DUTIES = ("board of duties", "/desk/duties/")
READS: dict[str, list[tuple[str, str]]] = {
    "bureau": [
        DESK, BOARD, NAMES, ("one name", "/desk/replies/name/{name}/"), ("register", "/desk/register/"),
        ("search by number", SEARCH), ("search by name", SEARCH), ("one person", "/desk/register/{person}/"),
        ("one person", "/desk/register/{person}/"),
    ],
    "delegation": [DESK, EXCHANGE, BOARD, TABLE, ("who read our people", "/desk/audit/"), DUTIES],
    "mediator": [
        DESK, EXCHANGE, BOARD, TABLE, ("a run", "/desk/runs/{run}/"), ("review", "/desk/runs/{run}/review/"),
        ("review", "/desk/runs/{run}/review/"),
    ],
    "icrc": [
        DESK, EXCHANGE, BOARD, NAMES, ("visits", "/desk/visits/"), ("one person", "/desk/register/{person}/"),
    ],
    "case_worker": [DESK, ("families", "/desk/families/"), ("one person", "/desk/register/{person}/")],
    "press": [DESK, ("statements", "/desk/statements/"), EXCHANGE],
    "auditor": [DESK, EXCHANGE],
    "administrator": [DESK, ("accounts", "/desk/accounts/"), ("alarms", "/desk/audit/alarms/")],
    "nobody": [("home", "/"), ("history", "/history/"), ("families' form", "/families/")],
}  # fmt: skip


def _answer(who: Who, random: Random) -> Click | None:
    if not who["names"]:
        return None
    form = {"answer": random.choice(("not_held", "no_answer_yet", "refused_to_answer")), "after": ""}
    return "a reply is given", f"/desk/replies/name/{who['names'].pop()}/answer/", form


def _enter(who: Who, random: Random) -> Click:
    form = {
        "source": "capture card", "source_date": "2026-02-01", "confidence": "document", "standing": "held",
        "other": who["other"], "surname": random.choice(("Шевченко", "Бондар", "Мельник")), "given_name": "Іван",
        "date_of_birth": f"19{random.randint(66, 99)}-03-04", "capture_date": "2025-03",
    }  # fmt: skip
    return "a person is entered", "/desk/register/new/", form


def _remark(who: Who, random: Random) -> Click | None:
    if not who["replies"]:
        return None
    reply = random.choice(who["replies"])
    return "a remark is made", f"/desk/replies/remark/{reply}/", {"text": "Please look again."}


def _seen(who: Who, random: Random) -> Click:
    name = random.choice(who["names"])
    day = f"2026-01-{random.randint(1, 28):02}"
    return "a visit is noted", f"/desk/replies/seen/{name}/", {"on": day}


def _review(who: Who, random: Random) -> Click | None:
    if not who["pairs"]:
        return None
    form = {"pair": who["pairs"].pop(), "verdict": random.choice(("same", "different", "unsure"))}
    return "a pair is decided", f"/desk/runs/{who['run']}/review/", form


WRITES_OF: dict[str, list[Callable[[Who, Random], Click | None]]] = {
    "bureau": [_answer, _answer, _enter], "delegation": [_remark], "mediator": [_review], "icrc": [_seen],
}  # fmt: skip
