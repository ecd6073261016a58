"""A signed agreement of a few invented people, as the talks leave it."""

from datetime import date, timedelta
from itertools import count
from typing import Any

from repatria.handover import Event, Kind
from repatria.handover import Role as Voice
from repatria.web.exchanges.models import Exchange
from repatria.web.handover import freezing, making
from repatria.web.handover.models import Manifest
from repatria.web.lists.models import NameList, Row
from repatria.web.registry.models import Person, Site
from repatria.web.replies.models import Reply
from repatria.web.replies.selectable import COLUMNS
from repatria.web.talks.models import Agreement, Line, Package, PlanRun
from repatria.web.two_persons import rule
from tests.web.cast import MORNING, Cast

DAY = date(2026, 2, 5)


def agreement(cast: Cast, each: int = 3, owed: int = 1, change_rule: str = "shrink") -> Agreement:
    """Sign an agreement: `each` people under the formula each way, `owed` more from North beside them."""
    run = PlanRun.objects.create(
        exchange=cast.exchange, asked_by=cast["hala"], instance={"people": []}, plan={"plans": []}
    )
    package = Package.objects.create(exchange=cast.exchange, run=run, put_by=cast["hala"], closes_at=MORNING)
    signed = Agreement.objects.create(
        exchange=cast.exchange,
        package=package,
        state=Agreement.State.SIGNED,
        change_rule=change_rule,
        annex={"lines": []},
        drafted_by=cast["hala"],
    )
    numbers = count(1)
    for holder, seeker, beside in (("NTH", "STH", owed), ("STH", "NTH", 0)):
        sought = _list(cast, seeker)
        site = Site.objects.create(party=cast.parties[holder], code=f"{holder[0]}-1")
        for n in range(each + beside):
            _line(cast, signed, sought, site, holder, seeker, next(numbers), owed=n >= each)
    Exchange.objects.filter(pk=cast.exchange.pk).update(state=Exchange.State.AGREED)
    cast.exchange.refresh_from_db()
    return signed


def _list(cast: Cast, party: str) -> NameList:
    number = NameList.objects.count() + 1
    return NameList.objects.create(
        number=number, exchange=cast.exchange, party=cast.parties[party], purpose="sought", file_name="list.csv",
        sha256="0" * 64, uploaded_by=cast["north"], opened_at=MORNING, sealed_at=MORNING,
    )  # fmt: skip


def _line(
    cast: Cast,
    signed: Agreement,
    sought: NameList,
    site: Site,
    holder: str,
    seeker: str,
    number: int,
    *,
    owed: bool,
) -> None:
    values = [{"kind": "surname", "text": f"Вигаданий{number}"}, {"kind": "given_name", "text": "Іван"}]
    person = Person.objects.create(
        keeper=cast.parties[holder], number=f"R-{number}", holder=cast.parties[holder],
        origin=cast.parties[seeker], site=site, values=values,
    )  # fmt: skip
    row = Row.objects.create(
        list=sought, number=number, code=f"L-{number}",
        columns={"surname": f"Vyhadanyi{number}", "given_name": "Ivan", "date_of_birth": "1990-01-01"},
    )  # fmt: skip
    reply = Reply.objects.create(
        row=row, holder=cast.parties[holder], answer="held", person=person, given_by=cast["north_bureau"]
    )
    _plan_for(signed, person, holder, seeker)
    fact = {"captive": f"{holder}-{person.number}", "names": [f"Vyhadanyi{number} Ivan"], "born": "1990-01-01"}
    Line.objects.create(
        agreement=signed, number=number, opening={"salt": "", "fact": fact}, captive=person, reply=reply,
        holder=cast.parties[holder], receiver=cast.parties[seeker], account="owed" if owed else "formula",
    )  # fmt: skip


def _plan_for(signed: Agreement, person: Person, holder: str, seeker: str) -> None:
    """Let the plan behind the agreement know the person, and that the first two of each side travel together."""
    run = signed.package.run
    known = {"id": str(person.pk), "holder": holder, "origin": seeker, "dest": seeker}
    together = sum(row[COLUMNS.index("holder")] == holder for row in run.instance["people"]) < 2
    row = [
        known.get(column, f"{holder}-brothers" if column == "group" and together else None) for column in COLUMNS
    ]
    run.instance = {**run.instance, "people": [*run.instance["people"], row]}
    run.save()


def manifest(cast: Cast, *, two_days: bool = False, **options: Any) -> Manifest:
    """Begin the manifest of a newly signed agreement; on two days, the last of each side goes on the second."""
    signed = agreement(cast, **options)
    days = [DAY]
    if two_days:
        days.append(DAY + timedelta(days=1))
        for holder in ("NTH", "STH"):
            last = signed.lines.filter(holder__code=holder, account="formula").last()
            signed.lines.filter(pk=last.pk).update(stage=2)
    return making.make(signed, cast["hala"], days=days, seats=45, ahead=50, baggage_kg=25)


def everybody_travels(cast: Cast, kept: Manifest) -> None:
    for line in kept.agreement.lines.all():
        freezing.answer(line, cast["iris"], travels=True, fit=True)


def frozen(cast: Cast, **options: Any) -> Manifest:
    """A manifest that two people have frozen."""
    kept = manifest(cast, **options)
    everybody_travels(cast, kept)
    rule.confirm(freezing.propose_freeze(kept, cast["hala"]).pk, cast["hala2"])
    kept.refresh_from_db()
    return kept


class Tablet:
    """A tablet of the day: it numbers what it says itself."""

    def __init__(self, kept: Manifest, name: str, voice: Voice, party: str = "") -> None:
        self.kept, self.name, self.voice, self.party, self.said = kept, name, voice, party, 0

    def says(self, kind: Kind, subject: str = "") -> Event:
        self.said += 1
        return Event(
            device=self.name, sequence=self.said, manifest=self.kept.sha256, role=self.voice, party=self.party,
            kind=kind, at="2026-02-05T12:00:00Z", subject=subject,
        )  # fmt: skip
