"""A little world for the talks: North and South each hold people whom the other's list asks for. Nobody exists."""

from datetime import date, timedelta

from django.utils import timezone

from repatria.web.exchanges.models import Exchange
from repatria.web.registry.models import Person
from repatria.web.replies.models import Reply
from repatria.web.talks import acceptance, agreements, keys, runs, signing, tasks, terms
from repatria.web.talks.models import Agreement, Package, PlanRun, SigningKey, Term
from repatria.web.two_persons import rule
from repatria.web.two_persons.models import Act
from tests.web.cast import Cast
from tests.web.register import make_list, make_person, make_site

TODAY = date(2026, 2, 5)
PASSPHRASE = "seven quiet lanterns by the river"
RANKS = ("private", "sergeant", "private", "lieutenant", "private", "private")
SIDES = (("NTH", "STH"), ("STH", "NTH"))
LETTERS = {"NTH": "N", "STH": "S"}


def make_talks(cast: Cast, each: int = 12, exchange: Exchange | None = None) -> Exchange:
    """Bring an exchange to its talks: `each` people held by either side, one in twelve seriously wounded."""
    exchange = exchange or cast.exchange
    for holder, origin in SIDES:
        make_held(cast, exchange, holder, origin, each)
    Exchange.objects.filter(pk=exchange.pk).update(state=Exchange.State.TALKS)
    exchange.refresh_from_db()
    return exchange


def make_held(
    cast: Cast, exchange: Exchange, holder: str, origin: str, each: int, purpose: str = "sought"
) -> list[Person]:
    """Let `origin` ask for people whom `holder` answers that it holds."""
    rows = list(make_list(cast, origin, each, purpose, exchange=exchange).rows.order_by("number"))
    sites = [make_site(cast, holder, f"{exchange.pk}{n}") for n in range(3)]
    people = []
    for n, row in enumerate(rows):
        captured = timezone.localdate() - timedelta(days=60 + 70 * n)
        person = make_person(
            cast, holder, f"{exchange.pk}{LETTERS.get(holder, holder)}{n}", origin, rank=RANKS[n % len(RANKS)],
            capture_date=captured.isoformat(), date_of_birth=f"19{70 + n % 30}-03-04",
            health="seriously wounded" if n % 12 == 5 else "fit",
        )  # fmt: skip
        Person.objects.filter(pk=person.pk).update(site=sites[n % 3])
        given_by = cast["north_bureau" if holder == "NTH" else "south_bureau"]
        Reply.objects.create(row=row, holder=cast.parties[holder], answer="held", person=person, given_by=given_by)
        people.append(person)
    return people


def count(holder: str, least: int | None, most: int | None, **select: object) -> dict[str, object]:
    """Give a term "holder hands over between least and most"."""
    bounds = {name: value for name, value in (("min", least), ("max", most)) if value is not None}
    return {"type": "count", "select": {"holder": holder, **select}, **bounds}


def agree_on(cast: Cast, exchange: Exchange, each: int = 5) -> list[Term]:
    """Put two plain terms on the table: each side hands over `each`."""
    return [
        terms.write(exchange, cast["north"], count("NTH", each, each)),
        terms.write(exchange, cast["hala"], count("STH", each, each)),
    ]


def planned(cast: Cast, exchange: Exchange, some: list[Term], **options: object) -> PlanRun:
    """Plan at once, as the worker would."""
    run = runs.start(exchange, cast["hala"], some, **options)
    tasks.make_plan.call(str(run.pk))
    return PlanRun.objects.get(pk=run.pk)


def make_keys(cast: Cast, *who: str) -> dict[str, SigningKey]:
    """Make keys and let a colleague confirm each."""
    found = {}
    for name in who:
        found[name] = key = keys.make(cast[name], PASSPHRASE)
        colleague = cast[name.removesuffix("2") if name.endswith("2") else f"{name}2"]
        rule.confirm(Act.objects.get(subject=str(key.pk)).pk, colleague)
        key.refresh_from_db()
    return found


def accepted(cast: Cast, exchange: Exchange, run: PlanRun | None = None) -> Package:
    """Put a plan to both sides, and let both accept it."""
    run = run or planned(cast, exchange, agree_on(cast, exchange))
    package = acceptance.put(run, 0, cast["hala"], timezone.now() + timedelta(hours=1))
    for who in ("north", "south"):
        acceptance.answer(package, cast[who], acceptance.YES)
    return closed(package)


def closed(package: Package) -> Package:
    """Let the closing time pass."""
    Package.objects.filter(pk=package.pk).update(closes_at=timezone.now() - timedelta(seconds=1))
    package.refresh_from_db()
    return acceptance.settle(package)


def opened(cast: Cast, exchange: Exchange, run: PlanRun | None = None) -> Agreement:
    """Draft the agreement of an accepted package and open it for signature."""
    return agreements.open_for_signature(agreements.draft(accepted(cast, exchange, run), cast["hala"]))


SIGNERS = ("north", "north2", "south", "south2", "hala", "hala2")


def sign_all(cast: Cast, agreement: Agreement) -> Agreement:
    """Let everybody sign who must."""
    make_keys(cast, *SIGNERS)
    for who in SIGNERS:
        signing.sign(agreement, cast[who], PASSPHRASE, agreement.text_sha256)
    agreement.refresh_from_db()
    return agreement
