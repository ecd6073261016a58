"""Runs of the planner: asked for by the mediator, plainly failed when the worker dies. Their work: `tasks`."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from repatria.planning.questions import Swap
from repatria.web import background, policy
from repatria.web.compartments import house
from repatria.web.exchanges.models import Exchange
from repatria.web.talks import reading
from repatria.web.talks.errors import BadTerm, NotNow
from repatria.web.talks.kinds import MOVABLE
from repatria.web.talks.models import PlanRun, Term
from repatria.web.talks.tasks import make_plan

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
        transaction.on_commit(lambda: make_plan.enqueue(str(run.pk)))
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
    return reading.desk(run).swap(key)
