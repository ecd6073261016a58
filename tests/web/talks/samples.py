"""Sample objects of the talks for the matrix of access."""

from typing import Any

from repatria.web.talks import agreements, keys
from repatria.web.talks.models import PlanRun, Term
from tests.web.cast import Cast
from tests.web.talks.world import PASSPHRASE, accepted, agree_on, make_talks, planned


def _run(cast: Cast) -> Any:
    return PlanRun.objects.create(exchange=cast.exchange, asked_by=cast["hala"])


def _term(cast: Cast) -> Any:
    return Term.objects.create(
        exchange=cast.exchange, code="T1", by=cast.parties["NTH"], written_by=cast["north"],
        document={"type": "count", "select": {"holder": "NTH"}, "min": 1},
    )  # fmt: skip


def _package(cast: Cast) -> Any:
    exchange = make_talks(cast, 2)
    return accepted(cast, exchange, planned(cast, exchange, agree_on(cast, exchange, 1)))


def _agreement(cast: Cast) -> Any:
    return agreements.open_for_signature(agreements.draft(_package(cast), cast["hala"]))


# The number of a round and the kind of a term name no object: they are there for everybody who reaches the page.
SAMPLES = {
    "talks_round:number": lambda cast: 1,
    "talks_term_new:kind": lambda cast: "count",
    "term_id": _term,
    "run_id": _run,
    "package_id": _package,
    "agreement_id": _agreement,
    "key_id": lambda cast: keys.make(cast["north"], PASSPHRASE),
}
