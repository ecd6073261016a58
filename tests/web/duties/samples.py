"""Sample objects of duties for the matrix of access."""

from collections.abc import Callable
from typing import Any

from repatria.web.duties.acts import EXPORT
from repatria.web.two_persons.rule import confirm, propose
from tests.web.cast import Cast


def _export(cast: Cast) -> Any:
    act = propose(EXPORT, cast["iris"], cast.process.pk)
    return confirm(act.pk, cast["iris2"])


SAMPLES: dict[str, Callable[[Cast], Any]] = {
    "duties-export-json:act_id": _export,
    "duties-export-csv:act_id": _export,
    "duties-feed:secret": lambda cast: "never-given-out",
}
