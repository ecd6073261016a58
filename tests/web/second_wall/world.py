"""A world with something of each kind, in two processes that must know nothing of each other.

In the first North has sealed a list that is not open yet, and one that is; in the other Noor has the same.
"""

from datetime import date
from typing import Any
from uuid import uuid4

from repatria.web.audit.models import Alarm, Canary, Reading
from repatria.web.exchanges.models import Exchange
from repatria.web.handover.models import Manifest, ReleasedApart, RemainsBag
from repatria.web.ledger.models import Entry, Opening
from repatria.web.lists.models import Export, NameList, Repeat, Row
from repatria.web.matching_desk.models import Decision, Pair, Run
from repatria.web.registry.models import Event, ListImport, Person, SearchKey, Site
from repatria.web.replies.models import BulkReplies, Remark, Reply, SeenByIcrc, Wish
from repatria.web.talks.models import (
    Acceptance,
    Agreement,
    Line,
    Package,
    PlanRun,
    Points,
    Round,
    Signature,
    SigningKey,
    Term,
)
from repatria.web.tokens.models import Token
from repatria.web.two_persons.models import Act
from tests.web.cast import MORNING, Cast

NUMBERS = iter(range(9_000, 99_000))


def fill(cast: Cast) -> None:
    """Fill both processes."""
    for side in ("north", "south", "noor"):
        register(cast, side)
    around(cast, cast.exchange, "north", "south", "hala")
    around(cast, cast.elsewhere, "noor", "noor", "noor_mediator")
    for name in ("north", "noor", "hala", "iris", "admin"):
        party = cast[name].party
        Token.objects.create(person=cast[name], label="x", sha256=uuid4().hex, expires_at=MORNING)
        Alarm.objects.create(kind=Alarm.Kind.CANARY, account=cast[name], party=party)
        Act.objects.create(kind="accounts.invite", subject=uuid4().hex, party=party, proposed_by=cast[name])
        Act.objects.create(kind="lists.release", subject=uuid4().hex, party=party, proposed_by=cast[name])
    Act.objects.create(kind="accounts.renew", subject="1", party=cast.parties["STH"], proposed_by=cast["admin"])
    Alarm.objects.create(kind=Alarm.Kind.LOCKED_OUT)
    Entry.objects.create(encoded=b"{}", act="list sealed")


def register(cast: Cast, side: str) -> Person:
    """Give one side a register with a person, his place, what happened to him, and who read him."""
    party = cast[side].party
    site = Site.objects.create(party=party, code="1", name="A place")
    person = Person.objects.create(keeper=party, number=f"{party.code}-1", site=site, values=[])
    Event.objects.create(person=person, kind="captured", occurred_on="2026", details={})
    SearchKey.objects.create(person=person, key=b"1234567890123456")
    Canary.objects.create(party=party, subject=person.pk, planted_by=cast[side])
    for reader in (side, "iris"):
        Reading.objects.create(reader=cast[reader], party=party, subject=person.pk, page="registry_person")
    Opening.objects.create(party=party, commitment=uuid4().hex, contents={"fact": "x"})
    return person


def around(cast: Cast, exchange: Exchange, seeker: str, holder: str, mediator: str) -> None:
    """Fill one exchange from its lists to an agreement."""
    sealed = name_list(cast, exchange, seeker, "sought", opened=False)
    row(sealed, 1)
    opened = name_list(cast, exchange, holder, "held", opened=True)
    one, other = row(opened, 1), row(opened, 2)
    Repeat.objects.create(list=opened, row=one, other=other, probability=0.9, because=[])
    Export.objects.create(
        list=opened, party=cast[holder].party, purpose="x", keep_until=date(2026, 3, 1), proposed_by=cast[holder],
        confirmed_by=cast[holder],
    )  # fmt: skip
    matched(cast, exchange, sealed, opened, mediator)
    reply = Reply.objects.create(row=one, holder=cast[holder].party, answer="held", given_by=cast[holder])
    ListImport.objects.create(list=opened, asked_by=cast[holder])
    BulkReplies.objects.create(list=opened, party=cast[holder].party, uploaded_by=cast[holder])
    Remark.objects.create(reply=reply, party=cast[seeker].party, text="Is it he?", by=cast[seeker])
    SeenByIcrc.objects.create(row=one, on=date(2026, 2, 1), noted_by=cast["iris"])
    person = Person.objects.get(keeper=cast[holder].party)
    Wish.objects.create(
        person=person, party=cast["iris"].party, travels="yes", said_on=date(2026, 2, 1), noted_by=cast["iris"]
    )
    talked(cast, exchange, reply, person, mediator)


def name_list(cast: Cast, exchange: Exchange, who: str, purpose: str, *, opened: bool) -> NameList:
    return NameList.objects.create(
        number=next(NUMBERS), exchange=exchange, party=cast[who].party, purpose=purpose, file_name="list.csv",
        sha256="0" * 64, uploaded_by=cast[who], sealed_at=MORNING, opened_at=MORNING if opened else None,
    )  # fmt: skip


def row(of: NameList, number: int) -> Row:
    return Row.objects.create(list=of, number=number, code=f"R-{number}", cells=[], columns={})


def matched(cast: Cast, exchange: Exchange, sought: NameList, held: NameList, mediator: str) -> None:
    run = Run.objects.create(exchange=exchange, sought=sought, held=held, asked_by=cast[mediator])
    pair = {"sought": sought.rows.first(), "held": held.rows.first()}
    Pair.objects.create(run=run, probability=0.9, proposed="match", because=[], **pair)
    Decision.objects.create(exchange=exchange, verdict="same", by=cast[mediator], **pair)


def talked(cast: Cast, exchange: Exchange, reply: Reply, person: Person, mediator: str) -> None:
    who: Any = cast[mediator]
    Round.objects.create(process=exchange.process, number=1, place="Here", begins_on=date(2026, 2, 1))
    term = Term.objects.create(exchange=exchange, code="T1", by=who.party, document={}, written_by=who)
    plan = PlanRun.objects.create(exchange=exchange, asked_by=who)
    plan.terms.add(term)
    package = Package.objects.create(exchange=exchange, run=plan, put_by=who, closes_at=MORNING)
    Acceptance.objects.create(package=package, party=reply.holder, answer="yes")
    agreement = Agreement.objects.create(exchange=exchange, package=package, drafted_by=who)
    Line.objects.create(
        agreement=agreement, number=1, captive=person, reply=reply, holder=reply.holder, receiver=reply.holder,
        account="formula",
    )  # fmt: skip
    Points.objects.create(exchange=exchange, party=reply.holder, given={})
    Manifest.objects.create(
        exchange=exchange, agreement=agreement, number=next(NUMBERS), sha256="0" * 64, made_by=who, days=[]
    )
    about: dict[str, Any] = {"exchange": exchange, "day": date(2026, 2, 2), "entered_by": who}
    ReleasedApart.objects.create(person=person, receiver=reply.holder, why="x", **about)
    RemainsBag.objects.create(
        number=next(NUMBERS), given_by=reply.holder, received_by=reply.holder, report="", **about
    )
    key = SigningKey.objects.create(person=who, public=b"p", locked=b"l")
    Signature.objects.create(agreement=agreement, party=who.party, person=who, key=key, signature=b"s")
