"""The people of a plan, as far as a reader may see each; every showing is noted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from repatria.web import gate, policy
from repatria.web.audit import reads
from repatria.web.policy import Fact, Role, Sight, Standing
from repatria.web.replies.models import Reply
from repatria.web.talks.reading import Account, Captive, Reading
from repatria.web.talks.sentences import category


@dataclass(frozen=True, slots=True)
class Shown:
    """One person as a reader may see him: what he may not see is empty."""

    key: str
    code: str
    row: str
    name: str
    born: str
    category: str
    days: int
    holder: str
    receiver: str
    goes: bool
    account: str
    stage: int
    reason: str


def listed(reading: Reading, number: int, who: str) -> list[str]:
    """Give the keys of those who go (``go``) or stay (``stay``), by holder, the longest held first."""
    going = set(reading.go(number))
    chosen = [key for key in reading.people if (key in going) == (who != "stay")]
    return sorted(chosen, key=lambda key: (reading.people[key].holder, -reading.people[key].days, key))


def entitled(user: Any, reading: Reading, keys: Iterable[str]) -> list[str]:
    """Give whom the reader may see: the mediator and the ICRC everybody, a side its own and those it holds."""
    if policy.sees_captives_of_all(user):
        return list(keys)
    code = user.party.code
    return [key for key in keys if code in (reading.people[key].holder, reading.people[key].origin)]


def shown(user: Any, page: str, reading: Reading, number: int, keys: Sequence[str]) -> list[Shown]:
    """Give people for a page, and note that they were read.

    Raises:
        TooManyRead: this would be more than an hour's quota; nothing may be shown.
    """
    keys = [key for key in keys if key in reading.people]
    found = _replies(reading, keys)
    # A captive stands in the register of the party that holds him.
    reads.note(user, page, [(reply.person_id, reply.holder_id) for reply in found.values()])
    stages = reading.stages(number)
    return [_one(user, reading, number, key, found[key], stages) for key in keys if key in found]


def _replies(reading: Reading, keys: Sequence[str]) -> dict[str, Reply]:
    wanted = {reading.kept["replies"][key]: key for key in keys}
    replies = Reply.objects.filter(pk__in=list(wanted)).select_related("row__list")
    return {wanted[str(reply.pk)]: reply for reply in replies}


def _one(user: Any, reading: Reading, number: int, key: str, reply: Reply, stages: dict[str, int]) -> Shown:
    one, goes = reading.people[key], key in stages
    columns = reply.row.columns
    holder, origin = reply.holder_id, reading.numbers[one.origin]
    names = ("surname", "given_name", "patronymic", "date_of_birth")
    seen = gate.seen(user, {name: columns.get(name, "") for name in names}, holder=holder, origin=origin)
    where = policy.standing(user, holder=holder, origin=origin)
    return Shown(
        key=key,
        code=reading.kept["codes"][key],
        row=reply.row.code if seen else "",
        name=" ".join(filter(None, (seen.get(name) for name in names[:3]))),
        born=seen.get("date_of_birth", ""),
        category=category(one.category) if policy.sight(Fact.UNIT_AND_RANK, where) is Sight.YES else "",
        days=one.days,
        holder=reading.names[one.holder],
        receiver=reading.names[one.receiver],
        goes=goes,
        account=_account(reading, one, key, where) if goes else "",
        stage=stages.get(key, 0),
        reason=reading.reason(number, key, mediator=user.role == Role.MEDIATOR),
    )


def _account(reading: Reading, one: Captive, key: str, where: Standing) -> str:
    """Say how he counts; that somebody is owed tells of his health, so it needs at least sight of the category."""
    account = reading.account(key)
    if account == Account.OWED and policy.sight(Fact.HEALTH, where) is Sight.NO:
        return ""
    return str(Account(account).label)
