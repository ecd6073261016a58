"""What a reviewer does with a pair: decide, undo, review blind, confirm many together. All is in the record."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from repatria.errors import RepatriaError
from repatria.web.ledger.enter import commit_all, enter_all
from repatria.web.matching_desk.models import Decision, Pair, Run
from repatria.web.matching_desk.outcome import standing

Verdict = Decision.Verdict


class NotDecided(RepatriaError):
    """A word on a pair was not taken; the text says why. What stood before stands."""


def decide(user: Any, pair: Pair, verdict: str, *, blind: bool = False, anew: bool = False) -> Decision:
    """Keep what `user` decides about a pair. The same word twice is one decision.

    Args:
        blind: a second review, by somebody who has not decided this pair.
        anew: take the place of the decision that stands (where two reviewers disagree).

    Raises:
        NotDecided: somebody else has decided otherwise a moment ago; or a blind review by who reviewed first.
    """
    with transaction.atomic():
        Run.objects.select_for_update().get(pk=pair.run_id)
        stands = _standing(pair).filter(blind=blind).first()
        if blind:
            _refuse_own_first(user, pair)
        if stands is not None and stands.verdict == verdict and not anew:
            return stands
        if stands is not None and not anew:
            raise NotDecided(
                _(
                    "{who} has decided this pair meanwhile: {verdict}. Your word was not taken; undo theirs first"
                ).format(who=stands.by.name, verdict=stands.get_verdict_display())
            )
        if stands is not None:
            _take_back(user, [stands])
        return _keep(user, [pair], verdict, blind=blind)[0]


def _standing(pair: Pair) -> "QuerySet[Decision]":
    return Decision.objects.filter(sought=pair.sought_id, held=pair.held_id, undone_at=None)


def _refuse_own_first(user: Any, pair: Pair) -> None:
    first = _standing(pair).filter(blind=False).first()
    if first is None:
        raise NotDecided(_("this pair has no first decision any more; the blind review goes on with another"))
    if first.by_id == user.pk:
        raise NotDecided(_("you reviewed this pair first; a blind review takes somebody else"))


def _keep(user: Any, pairs: Iterable[Pair], verdict: Any, **more: bool) -> list[Decision]:
    pairs = list(pairs)
    exchange = pairs[0].run.exchange
    facts = [{"sought": str(one.sought_id), "held": str(one.held_id), "verdict": verdict, **more} for one in pairs]
    commitments = commit_all(facts, user.party_id)
    entries = enter_all(
        "match decided",
        [{"exchange": exchange.reference, "decision": one} for one in commitments],
        by=user.party_code,
    )
    made = [
        Decision(
            exchange=exchange, sought_id=pair.sought_id, held_id=pair.held_id, verdict=verdict, by=user,
            at=timezone.now(), commitment=commitment, entry=entry, **more,
        )
        for pair, commitment, entry in zip(pairs, commitments, entries, strict=True)
    ]  # fmt: skip
    return Decision.objects.bulk_create(made, batch_size=1000)


def undo(user: Any, decision: Decision) -> None:
    """Undo a decision. It is kept, and so is its undoing.

    Raises:
        NotDecided: it is undone already.
    """
    with transaction.atomic():
        fresh = Decision.objects.select_for_update().get(pk=decision.pk)
        if fresh.undone_at is not None:
            raise NotDecided(_("this decision was undone already; nothing was done a second time"))
        _take_back(user, [fresh])


def _take_back(user: Any, decisions: list[Decision]) -> None:
    commitments = commit_all([{"undoes": one.commitment} for one in decisions], user.party_id)
    enter_all(
        "match decided",
        [_undoing(one, made) for one, made in zip(decisions, commitments, strict=True)],
        by=user.party_code,
    )
    for one in decisions:
        one.undone_by, one.undone_at = user, timezone.now()
        one.save(update_fields=["undone_by", "undone_at"])


def _undoing(decision: Decision, commitment: str) -> dict[str, Any]:
    fields: dict[str, Any] = {"exchange": decision.exchange.reference, "decision": commitment}
    # The number of the entry is known once the keeper has carried it; the commitment says it in any case.
    if decision.entry and decision.entry.index is not None:
        fields["undoes"] = decision.entry.index
    return fields


# ---------------------------------------------------------------- what is next


def undecided(run: Run) -> "QuerySet[Pair]":
    """Give the pairs of a run without a decision; those whose rows have found their partner come last."""
    same = Decision.objects.filter(undone_at=None, blind=False, verdict=Verdict.SAME)
    partner_found = Exists(same.filter(sought=OuterRef("sought"))) | Exists(same.filter(held=OuterRef("held")))
    return _of(run).filter(~_decided()).annotate(later=partner_found).order_by("later", "-probability", "pk")


def disputed(run: Run) -> list[Pair]:
    """Give the pairs on which the blind review says something else than the decision that stood before it."""
    found = standing(run.sought, run.held).disputed
    pairs = _of(run).filter(sought__in=[one for one, _other in found])
    return [pair for pair in pairs if (pair.sought_id, pair.held_id) in found]


def _about() -> "QuerySet[Decision]":
    return Decision.objects.filter(sought=OuterRef("sought"), held=OuterRef("held"), undone_at=None)


def _of(run: Run) -> "QuerySet[Pair]":
    return Pair.objects.filter(run=run)


def _decided(**more: Any) -> Exists:
    return Exists(_about().filter(blind=False, **more))


def _reviewed_blind() -> Exists:
    return Exists(_about().filter(blind=True))


def for_blind_review(run: Run, user: Any) -> "QuerySet[Pair]":
    """Give the pairs that `user` may review blind: decided one by one, by somebody else, and by no second yet."""
    one_by_one = _decided(together=False)
    mine = _decided(by=user)
    return _of(run).filter(one_by_one, ~mine, ~_reviewed_blind()).order_by("pk")


def above(run: Run, threshold: float) -> "QuerySet[Pair]":
    """Give the undecided pairs of at least this probability that compete with no other pair for a row."""
    rivals = Pair.objects.filter(run=run, probability__gte=RIVAL).exclude(pk=OuterRef("pk"))
    competes = Exists(rivals.filter(Q(sought=OuterRef("sought")) | Q(held=OuterRef("held"))))
    return undecided(run).filter(~competes, probability__gte=threshold, later=False)


RIVAL = 0.1
LEAST_THRESHOLD = 0.9
SAMPLE = 20


def sample_of(run: Run, threshold: float) -> tuple[int, int]:
    """Give (how many pairs above the threshold were decided one by one, how many of them were one person)."""
    looked_at = _of(run).filter(_decided(together=False), probability__gte=threshold)
    same = looked_at.filter(_decided(together=False, verdict=Verdict.SAME))
    return looked_at.count(), same.count()


def confirm_together(user: Any, run: Run, threshold: float) -> int:
    """Confirm all pairs above a threshold, once a sample of them was looked at and held. Gives how many.

    Raises:
        NotDecided: the threshold is too low, the sample too small, or a pair of the sample was not one person.
    """
    if threshold < LEAST_THRESHOLD:
        raise NotDecided(_("pairs below {least} are decided one by one").format(least=LEAST_THRESHOLD))
    with transaction.atomic():
        run = Run.objects.select_for_update().get(pk=run.pk)
        waiting = list(above(run, threshold).select_related("run__exchange"))
        looked_at, same = sample_of(run, threshold)
        if looked_at < SAMPLE and waiting:
            raise NotDecided(
                _("look at {count} pairs above this threshold first; {seen} were looked at").format(
                    count=SAMPLE, seen=looked_at
                )
            )
        if same < looked_at:
            raise NotDecided(_("a pair of the sample was not one person; choose a higher threshold"))
        if waiting:
            _keep(user, waiting, Verdict.SAME, together=True)
            run.threshold = threshold
            run.save(update_fields=["threshold"])
        return len(waiting)


def decide_many(user: Any, pairs: list[Pair], verdict: str) -> int:
    """Keep one verdict about many pairs of one run that nobody has decided. Gives how many were decided.

    Raises:
        NotDecided: one of them was decided meanwhile; none is kept.
    """
    if not pairs:
        return 0
    with transaction.atomic():
        Run.objects.select_for_update().get(pk=pairs[0].run_id)
        decided = Pair.objects.filter(run=pairs[0].run_id).filter(_decided())
        if {pair.pk for pair in pairs} & set(decided.values_list("pk", flat=True)):
            raise NotDecided(_("some of these pairs were decided meanwhile; nothing was kept, look at them again"))
        _keep(user, pairs, verdict)
    return len(pairs)
