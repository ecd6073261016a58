"""One run of the matching in the background."""

import logging
from collections.abc import Callable, Iterator
from itertools import islice
from time import monotonic
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from repatria.errors import RepatriaError
from repatria.matching import Decisions, Proposal, Settings, reconcile
from repatria.matching.settings import MATCH
from repatria.web import background
from repatria.web.background import Kind, alive, speaking
from repatria.web.compartments import as_user, house
from repatria.web.insert import insert
from repatria.web.lists.models import NameList, Row
from repatria.web.lists.taking_in import frame_of
from repatria.web.matching_desk.models import Decision, Pair, Run
from repatria.web.matching_desk.outcome import Standing, standing
from repatria.web.vault import keys

log = logging.getLogger("repatria.matching_desk")
AT_ONCE = 2_000
EVERY_SECONDS = 0.5
# Where a step begins and ends in a whole run; measured on lists of 100,000 rows.
STEPS = {
    "reading": (0.0, 0.1), "coding": (0.1, 0.3), "learning": (0.3, 0.35), "candidates": (0.35, 0.5),
    "comparing": (0.5, 0.65), "deciding": (0.65, 0.75), "reasons": (0.75, 0.8), "storing": (0.8, 1.0),
}  # fmt: skip


Progress = Callable[[str, int, int], None]


class Overtaken(RepatriaError):
    """The run was stopped from outside: a list was replaced."""


@task()
def match(run_id: str) -> None:
    """Find who may be who, and keep the proposals; stop quietly if a list is replaced meanwhile."""
    with house():  # whose work it is, only the row says
        run = Run.objects.select_related("asked_by", "exchange", "sought__party", "held__party").get(pk=run_id)
    if run.state not in Run.UNDER_WAY:
        return
    with as_user(run.asked_by):
        _run(run)


def _run(run: Run) -> None:
    Run.objects.filter(pk=run.pk, state__in=Run.UNDER_WAY).update(state=Run.State.RUNNING, began_at=timezone.now())
    with speaking(run.asked_by.language), alive(run):
        try:
            _match(run)
        except Overtaken:
            log.info("a run was overtaken")
        except RepatriaError as error:
            fail(run, str(error))
        except Exception as error:
            # An error of a library may quote a cell: its kind is logged, not its words.
            log.error("a run failed: %s", type(error).__name__)
            fail(run, _("the desk stumbled over these lists; start again, and tell your administrator"))


def _match(run: Run) -> None:
    reached = _progress(run)
    run.pairs.all().delete()
    reached("reading", 0, 0)
    left, right = _rows(run.sought), _rows(run.held)
    decided = standing(run.sought, run.held)
    settings = Settings(threads=2, decisions=_decisions(decided, left, right))
    found = reconcile(frame_of(left), frame_of(right), settings, reached).pairs() if left and right else []
    new = [one for one in found if (left[one.left].pk, right[one.right].pk) not in decided.first]
    _store(run, new, left, right, reached)
    done = Run.objects.filter(pk=run.pk, state=Run.State.RUNNING)
    done.update(state=Run.State.DONE, share_done=1, step="", ended_at=timezone.now(), proposals=len(new))


def _rows(name_list: NameList) -> list[Row]:
    """Give the rows that stand for a person: repeats that the sender has settled are left out."""
    return list(name_list.rows.filter(repeats=None).order_by("sheet", "number"))


def _decisions(decided: Standing, left: list[Row], right: list[Row]) -> Decisions:
    """Give what people have decided already, by the places of the rows."""
    ours = {row.pk: str(n) for n, row in enumerate(left)}
    theirs = {row.pk: str(n) for n, row in enumerate(right)}

    def places(verdict: Any) -> Iterator[tuple[str, str]]:
        for one, other in decided.of(verdict):
            if one in ours and other in theirs:
                yield ours[one], theirs[other]

    return Decisions.of(places(Decision.Verdict.SAME), places(Decision.Verdict.DIFFERENT))


def _store(run: Run, found: list[Proposal], left: list[Row], right: list[Row], reached: Progress) -> None:
    made = (_pair(run, one, left[one.left], right[one.right]) for one in found)
    done = 0
    with keys.kept():
        while batch := list(islice(made, AT_ONCE)):
            with transaction.atomic():
                insert(Pair, batch)
            done += len(batch)
            reached("storing", done, len(found))


def _pair(run: Run, one: Proposal, sought: Row, held: Row) -> Pair:
    return Pair(
        run=run,
        sought=sought,
        held=held,
        probability=round(one.probability, 6),
        proposed="match" if one.probability >= MATCH else "review",
        because=[reason.kept() for reason in one.because],
    )


def _progress(run: Run) -> Progress:
    """Give what the matching tells its progress to: a step, and how many of how many are done in it."""
    last: tuple[str, float] = ("", 0.0)

    def reached(step: str, done: int, total: int) -> None:
        nonlocal last
        if step == last[0] and monotonic() - last[1] < EVERY_SECONDS:
            return
        last = (step, monotonic())
        start, end = STEPS.get(step, (0.0, 0.0))
        _go_on(run, step=str(step), share_done=start + (end - start) * done / max(1, total))

    return reached


def _go_on(run: Run, **reached: Any) -> None:
    """Write how far the run has come; stop if it was overtaken."""
    if not Run.objects.filter(pk=run.pk, state=Run.State.RUNNING).update(**reached):
        raise Overtaken(_("a list was replaced while it was matched"))


def fail(run: Run, why: str) -> None:
    """Let a run fail plainly; it can be started again."""
    under_way = Run.objects.filter(pk=run.pk, state__in=Run.UNDER_WAY)
    under_way.update(state=Run.State.FAILED, why=why[:200], ended_at=timezone.now())


background.KINDS.append(
    Kind(
        Run,
        Q(state__in=Run.UNDER_WAY),
        lambda run: match.enqueue(str(run.pk)),
        lambda run: fail(run, _("the worker was stopped in the middle, more than once; start again")),
    )
)
