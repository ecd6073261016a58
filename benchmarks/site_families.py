"""The families' pages under 100 requests a second: pages, forms, receipts, guesses; and what a guess can learn.

The site runs as it is served (``repatria serve``, two processes). Requests come from many addresses of the loopback
network, so that the limits on one address do not stand in the way of the load; a run from one address shows them.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from functools import partial
from pathlib import Path
from secrets import randbelow, token_hex

from benchmarks.figures import Figure
from benchmarks.site_public import PORT, _environment, _served
from benchmarks.steady_load import Answer, Visitor, at_a_pace, figure

A_SECOND, SECONDS, VISITORS = 100, 10, 500
PAGES = {
    "families' first page": "/uk/families/",
    "the form": "/ar/families/request/",
    "check a notice": "/families/notice/",
}
# As many as the site lets in from all addresses together.
SENT_A_SECOND, SENT = 10, 300
GUESSES = 3_000


def run() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder, _served(Path(folder)):
        visitors = [Visitor(PORT, number) for number in range(VISITORS)]
        at_a_pace((partial(one.get, "/families/request/") for one in visitors), A_SECOND)
        figures = [_pages(visitors, name, path) for name, path in PAGES.items()]
        sent, answers = _forms(visitors)
        receipts = [found[0] for one in answers if (found := re.findall(r"\d{4} \d{4} \d{4} \d{4}", one.text))]
        figures += [sent, *_receipts(visitors, receipts), *_guesses(Visitor(PORT, VISITORS))]
        figures.append(_too_many_forms(visitors))
        script = [sys.executable, "-m", "benchmarks.families_timing"]
        done = subprocess.run(script, env=_environment(Path(folder)), check=True, capture_output=True, text=True)
    return [*figures, *(Figure(*one) for one in json.loads(done.stdout.splitlines()[-1]))]


def _pages(visitors: list[Visitor], name: str, path: str) -> Figure:
    asked = [partial(visitors[n % VISITORS].get, path) for n in range(A_SECOND * SECONDS)]
    return figure(name, at_a_pace(asked, A_SECOND), A_SECOND)


def _form(visitor: Visitor) -> Answer:
    return visitor.send(
        "/families/request/", **{"sought-full_name_native": f"Invented {token_hex(6)}"}, consent="case_workers",
        form=token_hex(16),
    )  # fmt: skip


def _forms(visitors: list[Visitor]) -> tuple[Figure, list[Answer]]:
    answers = at_a_pace((partial(_form, visitors[n % VISITORS]) for n in range(SENT)), SENT_A_SECOND)
    return figure("a request is sent", answers, SENT_A_SECOND), answers


def _too_many_forms(visitors: list[Visitor]) -> Figure:
    answers = at_a_pace((partial(_form, visitors[n % VISITORS]) for n in range(A_SECOND * SECONDS)), A_SECOND)
    return figure("requests are sent", answers, A_SECOND, "taken, or asked to send again (429)")


def _receipts(visitors: list[Visitor], receipts: list[str]) -> list[Figure]:
    wanted = A_SECOND * SECONDS
    given_out = [_look_up(visitors[n % VISITORS], receipts[n % len(receipts)]) for n in range(wanted)]
    guessed = [_look_up(visitors[n % VISITORS], a_receipt()) for n in range(wanted)]
    return [
        figure("a receipt given out is looked up", at_a_pace(given_out, A_SECOND), A_SECOND),
        figure("a receipt that nobody has is looked up", at_a_pace(guessed, A_SECOND), A_SECOND),
    ]


def _look_up(visitor: Visitor, receipt: str) -> "partial[Answer]":
    return partial(visitor.send, "/families/answer/", receipt=receipt)


def a_receipt() -> str:
    """Give 16 digits of which the last fits."""
    from repatria.web.families.receipts import _damm

    digits = f"{randbelow(10**15):015}"
    return digits + str(_damm(digits))


def _guesses(one: Visitor) -> list[Figure]:
    one.get("/families/answer/")
    answers = at_a_pace((_look_up(one, a_receipt()) for _n in range(GUESSES)), A_SECOND)
    looked_at = Counter(answer.status for answer in answers)[200]
    years = 1_000_000 / max(1, looked_at) / 24 / 365
    return [
        figure("one address guesses receipts", answers, A_SECOND, "all but 30 an hour are refused (429)"),
        Figure(
            "a million guesses from one address", f"{years:.0f} years", "", f"at {looked_at} looked at in an hour"
        ),
    ]
