"""Runs of the planner: asked for by the mediator, done in the background, plainly failed when the worker dies."""

import logging
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from repatria.errors import RepatriaError
from repatria.planning.questions import Swap
from repatria.web import background, policy
from repatria.web.compartments import as_user, house
from repatria.web.exchanges.models import Exchange
from repatria.web.talks import instance, work
from repatria.web.talks.errors import BadTerm, NotNow
from repatria.web.talks.kinds import MOVABLE
from repatria.web.talks.models import PlanRun, Term

log = logging.getLogger("repatria.talks")
State = PlanRun.State


def start(exchange: Exchange, user: Any, terms: Sequence[Term], **options: Any) -> PlanRun:
    """Ask for a plan under some terms. The same question, while it is being worked at, is asked once.

    Args:
        exchange: whose captives are planned for.
        user: who asks.
        terms: the terms to keep.
        options: `kind`, `alternatives`, `max_cycle`, `max_chain`, `base`, `change`.

    Raises:
        NotNow: the exchange is not in its talks.
    """
    kind, base = options.pop("kind", PlanRun.Kind.SELECTION), options.pop("base", None)
    change = options.pop("change", "")
    with transaction.atomic():
        exchange = Exchange.objects.select_for_update().get(pk=exchange.pk)
        if not policy.at_the_table(exchange):
            raise NotNow(_("Plans are made while the talks last; this exchange is not in its talks now."))
        for run in exchange.plan_runs.filter(state__in=[State.WAITING, State.RUNNING], kind=kind, change=change):
            same = run.options == options and {t.pk for t in run.terms.all()} == {t.pk for t in terms}
            if same and look_after(run).is_open:
                return run
        run = PlanRun.objects.create(
            exchange=exchange, kind=kind, options=options, base=base, change=change, asked_by=user
        )
        run.terms.set(terms)
        transaction.on_commit(lambda: _enqueue(run))
    return run


def again(run: PlanRun, user: Any) -> PlanRun:
    """Ask a failed run's question once more, with the same terms and today's replies."""
    if look_after(run).is_open:
        return run
    return start(
        run.exchange, user, list(run.terms.all()), kind=run.kind, base=run.base, change=run.change, **run.options
    )


def what_if(run: PlanRun, user: Any, change: str) -> PlanRun:
    """Ask for the same plan with one number of one term moved, written ``T1.max=40``.

    Raises:
        BadTerm: the term is not in the plan, or has no such number.
        NotNow: as for :func:`start`.
    """
    terms = list(run.terms.all())
    place, _equals, value = change.partition("=")
    code, _dot, field = place.partition(".")
    found = next((term for term in terms if term.code == code), None)
    if found is None or field not in MOVABLE.get(found.document["type"], ()) or not value.lstrip("-").isdecimal():
        raise BadTerm(_("Choose a number of one of the plan's terms, and a whole number to move it to."))
    return start(run.exchange, user, terms, base=run, change=change, **run.options)


def _enqueue(run: PlanRun) -> None:
    from repatria.web.talks.tasks import make_plan

    make_plan.enqueue(str(run.pk))


def look_after(run: PlanRun) -> PlanRun:
    """Say plainly that a run has failed whose worker is gone. Gives the run as it stands now."""
    silent = run.beat_at is not None and timezone.now() - run.beat_at > background.DEAD_AFTER
    if run.state == State.RUNNING and silent:
        fail(run)
        run.refresh_from_db()
    return run


def fail(run: PlanRun) -> None:
    """Let a run fail whose worker is gone: its people start it again when they like, with the terms of that day."""
    still = PlanRun.objects.filter(pk=run.pk, state=State.RUNNING)
    still.update(state=State.FAILED, ended_at=timezone.now(), why="gone")


# A plan is not started again by itself: meanwhile the terms may have moved, and a plan that broke its worker once
# may break it again.
background.KINDS.append(background.Kind(PlanRun, Q(state=State.RUNNING), again=fail, fail=fail))


def do(run_id: str) -> None:
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


def tell_all(run: PlanRun) -> None:
    """Show a conflict to all sides.

    Raises:
        NotNow: there is none, or it would tell something of a captive (who is owed, who does not travel).
    """
    if run.state != State.CONFLICT:
        raise NotNow(_("There is no conflict to show."))
    if any(one["by_law"] for one in run.plan["sets"]):
        raise NotNow(
            _("This conflict says something about a captive's health or will. Speak with the term's author alone.")
        )
    PlanRun.objects.filter(pk=run.pk, told_at=None).update(told_at=timezone.now())


def newest_ended(exchange: Exchange) -> PlanRun | None:
    """Give the newest run that has ended, whoever asks: a side must not be told a conflict that is overtaken."""
    with house():
        return exchange.plan_runs.exclude(state__in=[State.WAITING, State.RUNNING]).first()


def about_one(run: PlanRun, key: str) -> Swap:
    """Say what it would mean to decide otherwise about one person of a run's best plan.

    Raises:
        NoSuchPerson, NoPlanInTime: he is not among those who can be chosen, or it took too long.
    """
    from repatria.web.talks import reading

    return reading.desk(run).swap(key)
