"""What a side does with its lists until they are sealed. Releasing, opening and exporting take two people."""

import hashlib
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from repatria.people import FIELDS
from repatria.web import policy
from repatria.web.compartments import house
from repatria.web.exchanges.models import Exchange, Party
from repatria.web.lists import storage, tasks
from repatria.web.lists.errors import NotNow
from repatria.web.lists.models import Awaited, Habit, NameList, Repeat, Row

State = NameList.State


def upload(user: Any, exchange: Exchange, purpose: str, file: Any, language: str) -> NameList:
    """Take a file as the next version of this side's list, and begin to read it.

    Two people who send at once both have their version; the later one counts, and stands on the earlier.

    Raises:
        NotNow: the exchange takes no more lists.
    """
    if not policy.takes_lists(exchange):
        raise NotNow(_("this exchange takes no more lists; its names are agreed"))
    with transaction.atomic():
        awaited = lock(exchange, user.party, purpose)
        before = _newest(exchange, user.party, purpose)
        if before is not None and before.is_draft:
            _withdraw(before)
            before = _newest(exchange, user.party, purpose)
        name_list = _new_version(user, awaited, before, file, language)
        storage.keep(name_list, file.chunks())
        _begin(name_list, State.READING)
    return name_list


def _new_version(user: Any, awaited: Awaited, before: NameList | None, file: Any, language: str) -> NameList:
    every = NameList.objects.filter(exchange=awaited.exchange, party=awaited.party, purpose=awaited.purpose)
    return NameList.objects.create(
        number=_next_number(),
        exchange=awaited.exchange,
        party=awaited.party,
        purpose=awaited.purpose,
        version=(every.aggregate(most=Max("version"))["most"] or 0) + 1,
        replaces=before,
        file_name=str(file.name)[-120:],
        sha256=_digest(file.chunks()),
        uploaded_by=user,
        language=language,
    )


def _next_number() -> int:
    with house():  # numbers run through the lists of all sides
        return (NameList.objects.aggregate(most=Max("number"))["most"] or 0) + 1


def _digest(chunks: Iterable[bytes]) -> str:
    whole = hashlib.sha256()
    for chunk in chunks:
        whole.update(chunk)
    return whole.hexdigest()


def _newest(exchange: Exchange, party: Party, purpose: str) -> NameList | None:
    found = NameList.objects.filter(exchange=exchange, party=party, purpose=purpose, withdrawn_at=None)
    return found.order_by("version").last()


def lock(exchange: Exchange, party: Party, purpose: str) -> Awaited:
    """Give the place of this list in the exchange, for this transaction alone."""
    Awaited.objects.get_or_create(exchange=exchange, party=party, purpose=purpose)
    return Awaited.objects.select_for_update().get(exchange=exchange, party=party, purpose=purpose)


def answer(user: Any, name_list: NameList, answers: dict[str, Any]) -> None:
    """Keep what a person has decided about how to read the list, for this and the next; read it again."""
    with transaction.atomic():
        name_list = _locked(name_list, State.ASKS, State.READ, State.REFUSED, State.FAILED)
        name_list.answers = {**name_list.answers, **answers}
        _remember(name_list.party, name_list.report, answers)
        _begin(name_list, State.READING)


def _remember(party: Party, report: dict[str, Any], answers: dict[str, Any]) -> None:
    habit, _new = Habit.objects.get_or_create(party=party)
    named = {label: field for label, field in answers.get("columns", {}).items() if field in FIELDS}
    # Numbers stand for columns without a heading; they mean nothing for the next list.
    habit.columns = {**habit.columns, **{label: field for label, field in named.items() if not label.isdigit()}}
    habit.encoding = answers.get("encoding") or habit.encoding
    habit.day_first = answers.get("day_first", habit.day_first)
    habit.save()


def accept(user: Any, name_list: NameList) -> None:
    """Take in the rows that are in order; those at fault stay out until the sender mends them."""
    with transaction.atomic():
        _begin(_locked(name_list, State.READ), State.ENTERING)


def settle(user: Any, name_list: NameList, verdicts: dict[str, str]) -> int:
    """Say of some pairs of rows (key -> verdict) whether they are one person. Gives how many are left."""
    with transaction.atomic():
        name_list = _locked(name_list, State.REPEATS, State.READY)
        for repeat in name_list.repeats.filter(pk__in=verdicts).select_related("row", "other", "list"):
            repeat.verdict = Repeat.Verdict(verdicts[str(repeat.pk)])
            repeat.settled_by, repeat.settled_at = user, timezone.now()
            repeat.save()
        return _after_settling(name_list)


def settle_above(user: Any, name_list: NameList, least: float) -> int:
    """Say of all open pairs of at least this probability that they are one person. Gives how many are left."""
    with transaction.atomic():
        name_list = _locked(name_list, State.REPEATS)
        waiting = name_list.repeats.filter(verdict="", probability__gte=least)
        waiting.update(verdict=Repeat.Verdict.SAME, settled_by=user, settled_at=timezone.now())
        return _after_settling(name_list)


def _after_settling(name_list: NameList) -> int:
    left = name_list.repeats.filter(verdict="").count()
    name_list.state = State.REPEATS if left else State.READY
    name_list.save(update_fields=["state"])
    _mark_repeats(name_list)
    return left


def _mark_repeats(name_list: NameList) -> None:
    """Let each repeat point at the row that stands for the person: the first of its group."""
    stands: dict[Any, Any] = {}
    for one in name_list.repeats.filter(verdict=Repeat.Verdict.SAME).select_related("row", "other"):
        first, second = _root(stands, one.row), _root(stands, one.other)
        if first != second:
            early, late = sorted((first, second), key=lambda row: (row.sheet, row.number))
            stands[late] = early
    Row.objects.filter(list=name_list).exclude(repeats=None).update(repeats=None)
    for late in stands:
        Row.objects.filter(pk=late.pk).update(repeats=_root(stands, late))


def _root(stands: dict[Any, Any], row: Any) -> Any:
    while row in stands:
        row = stands[row]
    return row


def seal(user: Any, name_list: NameList) -> None:
    """Seal the list: from now on it cannot be changed, only replaced, and the record holds a commitment to it."""
    with transaction.atomic():
        lock(name_list.exchange, name_list.party, name_list.purpose)
        name_list = _locked(name_list, State.READY)
        name_list.sealed_by = user
        _begin(name_list, State.SEALING)


def start_again(user: Any, name_list: NameList) -> None:
    """Start what was interrupted from its beginning."""
    with transaction.atomic():
        name_list = _locked(name_list, State.FAILED)
        _begin(name_list, State(name_list.failed_in or State.READING))


def withdraw(user: Any, name_list: NameList) -> None:
    """Withdraw a draft. Its rows and its file are deleted; that it was there is kept."""
    with transaction.atomic():
        lock(name_list.exchange, name_list.party, name_list.purpose)
        fresh = NameList.objects.select_for_update().get(pk=name_list.pk)
        if not fresh.is_draft:
            raise NotNow(_("this list is sealed; it can be replaced by a new version, not withdrawn"))
        _withdraw(fresh)


def _withdraw(name_list: NameList) -> None:
    name_list.state, name_list.withdrawn_at, name_list.replaces = State.WITHDRAWN, timezone.now(), None
    name_list.report, name_list.answers = {}, {}
    name_list.save()
    name_list.rows.all().delete()
    transaction.on_commit(lambda: storage.drop(name_list))


def _locked(name_list: NameList, *states: Any) -> NameList:
    """Give the list for this transaction alone, if it is in one of these states.

    Raises:
        NotNow: it is in another.
    """
    fresh = NameList.objects.select_for_update().get(pk=name_list.pk)
    if fresh.state not in states:
        raise NotNow(
            _("the list has moved on: it {state}. Nothing was changed; look at it as it is now").format(
                state=fresh.get_state_display()
            )
        )
    return fresh


def _begin(name_list: NameList, state: Any) -> None:
    name_list.state, name_list.beat_at, name_list.share_done = state, timezone.now(), 0
    name_list.attempts, name_list.failed_in = 0, ""
    name_list.save()
    tasks.work.enqueue(str(name_list.pk), state.value)
