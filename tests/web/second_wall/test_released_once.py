"""Second persons confirm one release at one moment, on connections of their own: one statement, one entry."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from repatria.web.ledger import keeper
from repatria.web.ledger.models import Entry
from repatria.web.public import statement_acts
from repatria.web.public.models import Statement
from repatria.web.two_persons import rule
from repatria.web.two_persons.rule import NotSettled
from tests.web.cast import MORNING, Cast
from tests.web.public.receipts import hand_over

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

AT_ONCE = 4


def drafted(cast: Cast, why: str = "") -> Statement:
    return statement_acts.draft(
        cast.exchange, cast["press"], kind="carried_out", on=MORNING.date(), place="the crossing", why=why
    )


def together(*acts: Callable[[], Any]) -> list[str]:
    """Do all at one moment, each on its own connection; gives what each was told."""
    barrier = Barrier(len(acts))

    def do(act: Callable[[], Any]) -> str:
        try:
            barrier.wait()
            act()
        except NotSettled as refused:
            return str(refused)
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(do, acts))


def published() -> int:
    return Entry.objects.filter(act="statement published").count()


def test_a_statement_confirmed_twice_at_once_is_released_once(cast: Cast) -> None:
    hand_over(cast)
    act = statement_acts.propose_release(drafted(cast), cast["press"])
    told = together(*[lambda: rule.confirm(act.pk, cast["press2"])] * AT_ONCE)
    assert sorted(told) == ["done", *["this was settled already; nothing was done a second time"] * (AT_ONCE - 1)]
    assert (Statement.objects.filter(state="released").count(), published()) == (1, 1)


def test_a_correction_begun_during_a_release_is_the_next_version(cast: Cast) -> None:
    hand_over(cast)
    first = drafted(cast)
    act = statement_acts.propose_release(first, cast["press"])
    told = together(lambda: rule.confirm(act.pk, cast["press2"]), lambda: drafted(cast, "The place was wrong."))
    assert told[0] == "done"
    # Whoever comes before the release is told of the draft that is open; who comes after it has the next version.
    begun = list(Statement.objects.order_by("version").values_list("version", "state"))
    assert begun == [(1, "released")] + [(2, "draft")] * (told[1] == "done")
    assert told[1] == "done" or "a draft of this statement is open already" in told[1]


def test_a_text_saved_during_its_release_is_in_it_or_refused(cast: Cast) -> None:
    hand_over(cast)
    statement = drafted(cast)
    told = together(
        lambda: statement_acts.write(statement, {"en": ["Thank you."]}),
        lambda: statement_acts.propose_release(statement, cast["press"]),
    )
    statement.refresh_from_db()
    assert told[1] == "done"
    assert statement.texts == ({"en": ["Thank you."]} if told[0] == "done" else {})


def test_two_corrections_at_once_are_one_draft_and_one_correction(cast: Cast) -> None:
    hand_over(cast)
    rule.confirm(statement_acts.propose_release(drafted(cast), cast["press"]).pk, cast["press2"])
    keeper.publish()
    told = together(*[lambda: drafted(cast, "The place was wrong.")] * AT_ONCE)
    assert told.count("done") == 1
    second = Statement.objects.get(version=2)
    act = statement_acts.propose_release(second, cast["press"])
    assert together(*[lambda: rule.confirm(act.pk, cast["press2"])] * AT_ONCE).count("done") == 1
    assert sorted(Statement.objects.values_list("version", "state")) == [(1, "corrected"), (2, "released")]
    assert (published(), Entry.objects.filter(act="correction").count()) == (2, 1)
