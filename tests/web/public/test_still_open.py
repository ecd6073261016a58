"""What is still open after an exchange: only what is public already, and nothing that is small."""

import html
import re

import pytest
from django.db import transaction

from repatria.web.exchanges.models import Exchange
from repatria.web.ledger import enter as ledger
from repatria.web.ledger import keeper
from repatria.web.public.models import Statement
from repatria.web.public.sources import public_history
from tests.web.cast import MORNING, Cast
from tests.web.public.receipts import hand_over
from tests.web.public.test_statement import released


def still_open(cast: Cast) -> str:
    """The words of the section; nothing, if there is none."""
    own = next(e for e in public_history() if e.conflict == "North and South")
    page = cast.client().get(f"/exchanges/{own.id}/").content.decode()
    found = re.search(r'<section aria-labelledby="still-open">(.*?)</section>', page, re.DOTALL)
    return " ".join(html.unescape(re.sub("<[^>]*>", " ", found[1])).split()) if found else ""


def complete(cast: Cast, not_returned: int) -> None:
    """Complete one more manifest, of which some have not returned."""
    exchange = cast.exchange.reference
    with transaction.atomic():
        ledger.enter("manifest closed", by="HAL", exchange=exchange, agreement="agreement-1", manifest="manifest-2",
                     contents=ledger.commit({"lines": not_returned}, None), persons=not_returned)  # fmt: skip
        ledger.enter("handover completed", by="HAL", exchange=exchange, manifest="manifest-2", day=MORNING.date(),
                     returned=0, not_returned=not_returned)  # fmt: skip


def test_where_nothing_is_known_there_is_no_section(cast: Cast) -> None:
    hand_over(cast)
    released(cast)
    assert still_open(cast) == ""


@pytest.mark.parametrize(("not_returned", "told"), [(7, True), (5, True), (4, False), (1, False)])
def test_who_has_not_returned_is_told_where_they_are_not_few(cast: Cast, not_returned: int, told: bool) -> None:
    hand_over(cast)
    complete(cast, not_returned)
    released(cast)
    assert (f"{not_returned} have not returned" in still_open(cast)) is told
    assert told or still_open(cast) == ""


def test_what_was_agreed_since_stands_there_once_it_is_public(cast: Cast) -> None:
    hand_over(cast)
    released(cast)
    later = Exchange.objects.create(process=cast.process, title="The second stage", opened_at=MORNING)
    stated = Statement.objects.create(
        exchange=later, version=1, kind="agreed", on=MORNING.date(), written_by=cast["press"]
    )
    assert still_open(cast) == ""
    Statement.objects.filter(pk=stated.pk).update(state="released", released_at=MORNING)
    assert "The second stage , 2026-02-05" in still_open(cast)


def test_what_another_process_has_agreed_does_not_stand_there(cast: Cast) -> None:
    hand_over(cast)
    released(cast)
    Statement.objects.create(
        exchange=cast.elsewhere, version=1, kind="agreed", state="released", on=MORNING.date(),
        written_by=cast["press"], released_at=MORNING,
    )  # fmt: skip
    assert still_open(cast) == ""


def test_a_corrected_statement_says_so_there(cast: Cast) -> None:
    hand_over(cast)
    released(cast)
    keeper.publish()
    released(cast, why="The place was wrong.")
    assert "Version 2 : The place was wrong." in still_open(cast)
