"""Where each side stands: counts by answer, what is open, what is late; for whoever is at the table."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count
from django.utils import timezone

from repatria.web import gate
from repatria.web.exchanges.models import Exchange, Party
from repatria.web.lists.models import NameList
from repatria.web.policy import Role
from repatria.web.replies import asked, deadlines
from repatria.web.replies.models import Answer, Reply, SeenByIcrc

NOT_YET = "no_answer_yet"


@dataclass(frozen=True, slots=True)
class Line:
    """One list and one side that is asked for its names."""

    list: NameList
    holder: Party
    names: int
    counts: dict[str, int]
    seen: int
    due: date | None
    late: bool

    @property
    def open(self) -> int:
        """How many names wait for an answer."""
        return self.names - sum(n for answer, n in self.counts.items() if answer != NOT_YET)

    @property
    def by_answer(self) -> Sequence[tuple[Any, int]]:
        """Give (answer in words, how many), the ones that occur."""
        return [(label, self.counts[answer]) for answer, label in Answer.choices if self.counts.get(answer)]


def lines(user: Any, exchange: Exchange, today: date | None = None) -> list[Line]:
    """Give the lines of an exchange that `user` may see: a side, those it asks or is asked by."""
    today = today or timezone.localdate()
    due = deadlines.of(exchange).get("statements")
    counts: dict[tuple[Any, int], Counter[str]] = {}
    told = gate.rows(user, Reply).filter(row__list__exchange=exchange, is_newest=True).order_by()
    for one in told.values("row__list", "holder", "answer").annotate(n=Count("pk")):
        counts.setdefault((one["row__list"], one["holder"]), Counter())[one["answer"]] = one["n"]
    return [
        _line(user, name_list, holder, counts.get((name_list.pk, holder.pk), Counter()), due, today)
        for name_list in asked.lists_in_force(exchange)
        for holder in asked.holders(name_list)
        if user.role not in (Role.BUREAU, Role.DELEGATION) or user.party_id in (name_list.party_id, holder.pk)
    ]


def _line(
    user: Any, name_list: NameList, holder: Party, counts: Counter[str], due: date | None, today: date
) -> Line:
    names = asked.names(name_list).count()
    seen = gate.rows(user, SeenByIcrc).filter(row__list=name_list).values("row").distinct().count()
    answered = sum(counts.values()) - counts[NOT_YET]
    late = due is not None and today > due and answered < names
    return Line(name_list, holder, names, dict(counts), seen, due, late)
