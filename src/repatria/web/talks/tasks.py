"""Background work of the talks: one run of the planner."""

import logging
from typing import Any

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from repatria.errors import RepatriaError
from repatria.web import background
from repatria.web.compartments import as_user, house
from repatria.web.talks import instance, work
from repatria.web.talks.models import PlanRun

log = logging.getLogger("repatria.talks")
State = PlanRun.State


@task()
def make_plan(run_id: str) -> None:
    """Do the work of a run, once: a task that is delivered twice does nothing the second time.

    It is done as the mediator who asked; what the planner must read besides, :func:`_worked` says.
    """
    with house():  # whose work it is, only the row says
        run = PlanRun.objects.select_related("exchange__process__mediator", "base", "asked_by").get(pk=run_id)
    with as_user(run.asked_by):
        mine = PlanRun.objects.filter(pk=run_id, state=State.WAITING)
        if mine.update(state=State.RUNNING, beat_at=timezone.now(), step="captives"):
            run.refresh_from_db(fields=["state", "beat_at", "step"])
            with background.alive(run):
                _do(run)


def _do(run: PlanRun) -> None:
    try:
        found = _worked(run)
    except RepatriaError as error:
        _end(run, State.FAILED, why=str(error)[:300])
    except Exception:
        # The text of an unforeseen error may hold a person's data: the log names the run, the page says it failed.
        log.exception("plan run %s failed", run.pk)
        _end(run, State.FAILED, why="fault")
    else:
        _end(run, State.CONFLICT if found["status"] == "conflict" else State.DONE, plan=found)


def _worked(run: PlanRun) -> dict[str, Any]:
    today = timezone.localdate()
    terms = list(run.terms.select_related("by", "exchange__process__mediator"))
    if run.change:
        terms = instance.with_change(terms, run.change)
    # The planner reads what no single person may: what captives told the ICRC, both sides' points, all registers.
    if run.kind == PlanRun.Kind.CYCLES:
        with house():
            problem = instance.offers(
                run.exchange, terms, today, run.options["max_cycle"], run.options["max_chain"]
            )
        run.instance = problem.kept()
        return work.cycles(problem, problem.owed)
    with house():
        problem = instance.problem(run.exchange, terms, today)
    run.instance = problem.kept()
    return work.selection(problem, terms, run.options.get("alternatives", 0), lambda step: _tell(run, step))


def _tell(run: PlanRun, step: str) -> None:
    PlanRun.objects.filter(pk=run.pk).update(step=step, beat_at=timezone.now())


def _end(run: PlanRun, state: Any, *, plan: Any = None, why: str = "") -> None:
    """Write the end, unless the run was given up meanwhile: it may have been started again."""
    with transaction.atomic():
        now = PlanRun.objects.select_for_update().get(pk=run.pk)
        if now.state != State.RUNNING:
            return
        run.state, run.why, run.plan, run.ended_at, run.step = state, why, plan, timezone.now(), ""
        run.save(update_fields=["state", "why", "plan", "instance", "ended_at", "step"])
