"""Work in the background begins as nobody and is done as whoever asked for it, behind the second wall."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from repatria.web.compartments import as_user
from repatria.web.families import tasks as families_tasks
from repatria.web.families.models import TracingRequest
from repatria.web.lists import examine, sealing
from repatria.web.lists import tasks as lists_tasks
from repatria.web.lists.models import NameList
from repatria.web.matching_desk import tasks as matching_tasks
from repatria.web.matching_desk.models import Run
from repatria.web.matching_desk.outcome import open_pairs_of_lists
from repatria.web.registry import bringing_in
from repatria.web.registry import tasks as registry_tasks
from repatria.web.registry.models import Person
from repatria.web.talks import runs, work
from repatria.web.talks import tasks as talks_tasks
from repatria.web.talks.models import PlanRun
from tests.web.cast import Cast
from tests.web.families.people import ask
from tests.web.lists.little import HELD, all_opened, ready, sent
from tests.web.register import make_list
from tests.web.talks.world import agree_on, make_talks

pytestmark = pytest.mark.postgresql

Asked = Callable[[Any, str], None]


def who_asks() -> tuple[str, str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('repatria.user', true), current_setting('repatria.house', true)")
        return cursor.fetchone()


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Callable[[Any, str], list[tuple[str, str]]]:
    """Watch a function: in whose compartment is it called?"""

    def watch(where: Any, name: str) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        really = getattr(where, name)
        monkeypatch.setattr(where, name, lambda *a, **k: found.append(who_asks()) or really(*a, **k))
        return found

    return watch


def do(task: Any, *about: Any) -> None:
    """Do a piece of work as the worker does: nobody, until the work itself says who asked."""
    with as_user(None):
        task.call(*about)


def test_a_list_is_read_as_its_sender(cast: Cast, seen: Any) -> None:
    made = sent(cast, "STH", "sought")
    NameList.objects.filter(pk=made.pk).update(state="reading")
    asked = seen(examine, "read")
    do(lists_tasks.work, str(made.pk), "reading")
    assert asked == [(str(cast["south_bureau"].pk), "")]
    assert NameList.objects.get(pk=made.pk).state == "read"


def test_a_list_is_sealed_as_its_sender_and_fills_his_register(cast: Cast, seen: Any) -> None:
    made = ready(cast, "NTH", "held", HELD)
    NameList.objects.filter(pk=made.pk).update(state="sealing")
    asked = seen(sealing, "enter_many")
    do(lists_tasks.work, str(made.pk), "sealing")
    assert set(asked) == {(str(cast["north_bureau"].pk), "")}
    assert NameList.objects.get(pk=made.pk).state == "sealed"
    assert Person.objects.filter(keeper=cast.parties["NTH"]).count() == 3


def test_lists_are_matched_as_the_mediator_who_asked(cast: Cast, seen: Any) -> None:
    all_opened(cast)
    sought, held = open_pairs_of_lists(cast.exchange)[0]
    run = Run.objects.create(exchange=cast.exchange, sought=sought, held=held, asked_by=cast["hala"])
    asked = seen(matching_tasks, "reconcile")
    do(matching_tasks.match, str(run.pk))
    assert asked == [(str(cast["hala"].pk), "")]
    assert Run.objects.get(pk=run.pk).state == Run.State.DONE


def test_a_run_that_a_stranger_asked_for_sees_no_list(cast: Cast) -> None:
    all_opened(cast)
    sought, held = open_pairs_of_lists(cast.exchange)[0]
    run = Run.objects.create(exchange=cast.exchange, sought=sought, held=held, asked_by=cast["noor_mediator"])
    do(matching_tasks.match, str(run.pk))
    assert run.pairs.count() == 0


def test_people_are_brought_in_as_the_clerk_who_asked(cast: Cast, seen: Any) -> None:
    asked_for = bringing_in.ask(cast["north_bureau"], make_list(cast, "NTH", 3, "held"))
    asked = seen(bringing_in, "_bring_in")
    do(registry_tasks.bring_in, str(asked_for.pk))
    assert asked == [(str(cast["north_bureau"].pk), "")]
    assert Person.objects.filter(keeper=cast.parties["NTH"]).count() == 3


def test_a_plan_is_made_as_the_mediator_and_read_for_by_the_house(cast: Cast, seen: Any) -> None:
    exchange = make_talks(cast)
    run = runs.start(exchange, cast["hala"], agree_on(cast, exchange))
    asked, read = seen(work, "selection"), seen(talks_tasks.instance, "problem")
    do(talks_tasks.make_plan, str(run.pk))
    assert asked == [(str(cast["hala"].pk), "")]
    assert read == [("", "on")]
    assert PlanRun.objects.get(pk=run.pk).state == PlanRun.State.DONE


def test_a_familys_request_is_compared_by_the_house(cast: Cast) -> None:
    request, _receipt = ask(cast)
    TracingRequest.objects.filter(pk=request.pk).update(compared_at=None)
    do(families_tasks.compare_waiting)
    assert TracingRequest.objects.get(pk=request.pk).compared_at is not None
