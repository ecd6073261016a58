"""Does the time of an answer tell a receipt that was given out from one that was not? A statistical test.

Both are looked up in turn through the whole site, in one process and without a network: more than any visitor sees.
Mann and Whitney's test asks whether one kind tends to take longer; with this many pairs it finds a
difference of a fiftieth of the spread. The bodies are compared too: but for the receipt itself they are the same.
"""

import json
import os
import re
import time
from itertools import count
from math import erfc, sqrt
from statistics import median, stdev
from typing import Any

PAIRS, GIVEN_OUT, WARM = 1_500, 200, 50
NAME = "a receipt looked up"
# What differs in every page that is drawn: the tokens of its forms, the nonce of its policy.
_ONCE = re.compile(r'(?:value|nonce)="[\w+/=-]{20,}"')


def measure() -> list[list[str]]:
    client, given_out, addresses = _client(), _send(), count()
    known, unknown, same = [], [], 0
    before = time.process_time()
    for number in range(-WARM, PAIRS):
        pair = [given_out[number % GIVEN_OUT], _nobodys(number)]
        # Which of the two comes first alternates: the second finds the caches warm.
        taken = {which: _look_up(client, pair[which], next(addresses)) for which in ((0, 1), (1, 0))[number % 2]}
        if number >= 0:
            known.append(taken[0][0])
            unknown.append(taken[1][0])
            same += taken[0][1] == taken[1][1]
    each = (time.process_time() - before) * 1000 / (2 * (PAIRS + WARM))
    return [
        *_said(known, unknown, same),
        [f"{NAME}: time of the processor", f"{each:.1f} ms each", "", "one process"],
    ]


def _said(known: list[float], unknown: list[float], same: int) -> list[list[str]]:
    z = mann_whitney(known, unknown)
    medians = f"{median(known):.2f} ms / {median(unknown):.2f} ms"
    spread = f"{PAIRS} of each; standard deviation {stdev(known):.2f} / {stdev(unknown):.2f} ms"
    test = f"z = {z:+.2f}, p = {erfc(abs(z) / sqrt(2)):.2f}"
    return [
        [f"{NAME}: given out / a guess (medians)", medians, "the same", spread],
        [f"{NAME}: does the time tell? (Mann-Whitney)", test, "|z| < 2.6 (p > 0.01)", f"{PAIRS} of each"],
        [f"{NAME}: pages that are the same but for the receipt", f"{same} of {PAIRS}", "all", ""],
    ]


def mann_whitney(some: list[float], others: list[float]) -> float:
    """Give z: how far `some` tend to be above `others`, in standard deviations of what chance does (no ties)."""
    ranked = sorted([(value, 1) for value in some] + [(value, 0) for value in others])
    ranks = sum(rank for rank, (_value, mine) in enumerate(ranked, start=1) if mine)
    n, m = len(some), len(others)
    return (ranks - n * (n + m + 1) / 2) / sqrt(n * m * (n + m + 1) / 12)


def _client() -> Any:
    os.environ["DJANGO_SETTINGS_MODULE"] = "repatria.web.settings"
    import django

    django.setup()
    from django.test import Client

    return Client(HTTP_HOST="localhost")


def _send() -> list[str]:
    from repatria.web.families import sending

    return [
        sending.send({"sought": {"full_name_native": f"Nobody Invented {n}"}}, "case_workers", f"{n:032x}")
        for n in range(GIVEN_OUT)
    ]


def _nobodys(number: int) -> str:
    from repatria.web.families.receipts import receipt_for

    return receipt_for(f"never sent {number}")


def _look_up(client: Any, receipt: str, number: int) -> tuple[float, str]:
    address = f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}"
    start = time.perf_counter()
    answer = client.post("/families/answer/", {"receipt": receipt}, REMOTE_ADDR=address)
    taken = (time.perf_counter() - start) * 1000
    if answer.status_code != 200:
        raise RuntimeError(f"{answer.status_code} instead of an answer")
    return taken, _ONCE.sub("", answer.content.decode().replace(receipt, ""))


if __name__ == "__main__":
    print(json.dumps(measure()))
