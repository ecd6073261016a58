"""What a bureau does with its register. Nothing is overwritten: a correction stands beside the first word."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from repatria.conventions import Kind
from repatria.errors import RepatriaError
from repatria.web import policy
from repatria.web.insert import insert, insert_values
from repatria.web.registry import past, values
from repatria.web.registry.models import Event, Person, SearchKey, Site
from repatria.web.registry.search import keys_of
from repatria.web.registry.values import Origin


class CannotEnter(RepatriaError):
    """The register cannot take this; the text says why and what to do. `field` is where it belongs, if anywhere."""

    def __init__(self, text: str, field: str | None = None) -> None:
        super().__init__(text)
        self.field = field


class Overtaken(RepatriaError):
    """Somebody else has changed the person meanwhile. Nothing was saved; `person` is how he stands now."""

    def __init__(self, person: Person) -> None:
        super().__init__(_("somebody else has changed this person meanwhile; nothing of yours was saved yet"))
        self.person = person


@transaction.atomic
def enter_person(
    user: Any, *, number: str, holder: Any, origin: Any, texts: Mapping[str, str], source: Origin
) -> Person:
    """Enter a person into the register of the party for which `user` works.

    Args:
        user: a clerk of the bureau.
        number: his number in the register; empty for the next one.
        holder: the party that holds him, or None where that is not known.
        origin: the party that he depends on.
        texts: kind -> text as written.
        source: where they come from.

    Raises:
        PermissionDenied: the user keeps no register.
        CannotEnter: the number belongs to somebody else.
    """
    _must_keep(user, user.party_id)
    person = Person(
        keeper=user.party, number=number or next_number(user.party), holder=holder, origin=origin,
        values=values.new_values(texts, source, 1),
    )  # fmt: skip
    try:
        with transaction.atomic():
            person.save(force_insert=True)
    except IntegrityError:
        raise CannotEnter(
            _("another person of your register has this number; leave it empty to get the next one"), "number"
        ) from None
    _make_findable(person)
    return person


@transaction.atomic
def change_values(
    user: Any, person_id: UUID, version: int, texts: Mapping[str, str], source: Origin, reason: str
) -> Person:
    """Add and correct values of a person. What stood before stays beside them.

    Args:
        user: a clerk of the bureau that keeps him.
        person_id: who he is.
        version: the version that the clerk had before him.
        texts: kind -> text; those that say nothing new are passed over; an empty text takes a value back.
        source: where they come from.
        reason: why, where an earlier value is corrected.

    Raises:
        PermissionDenied: the user does not keep this register.
        Overtaken: the person is of a later version.
        CannotEnter: a correction without a reason.
    """
    person = _locked(user, person_id)
    if person.version != version:
        raise Overtaken(person)
    current = person.current()
    texts = values.changed(current, texts)
    if not texts:
        return person
    if values.corrects(current, texts) and not reason:
        raise CannotEnter(_("this corrects what stood there; say why"), "reason")
    person.version += 1
    person.values = [*person.values, *values.new_values(texts, source, person.version, reason)]
    person.save()
    _make_findable(person)
    return person


@transaction.atomic
def note_event(
    user: Any, person_id: UUID, kind: Kind, occurred_on: str, site: Site | None, details: Mapping[str, str]
) -> Event:
    """Note what happened to a person.

    Raises:
        PermissionDenied: the user does not keep this register.
        CannotEnter: the same event stands already (a second click changes nothing), or cannot be.
    """
    person = _locked(user, person_id)
    events = past.past_of([person.pk])[person.pk]
    if any((e.kind, e.occurred_on, dict(e.details)) == (kind, occurred_on, dict(details)) for e in events):
        raise CannotEnter(_("this event stands there already; nothing was noted a second time"))
    event = Event.objects.create(
        person=person, kind=kind, occurred_on=occurred_on, site=site, details=dict(details), entered_by=user
    )
    _settle_place(person)
    return event


@transaction.atomic
def correct_event(
    user: Any, event_id: UUID, kind: Kind, occurred_on: str, site: Site | None, details: Mapping[str, str],
    reason: str,
) -> Event:  # fmt: skip
    """Put another event in the place of a wrong one, which stays and is shown as corrected.

    `kind` is :data:`Kind.WITHDRAWN` where nothing of it happened.

    Raises:
        PermissionDenied: the user does not keep this register.
        CannotEnter: no reason is given, or it was corrected already.
    """
    wrong = Event.objects.select_related("person").get(pk=event_id)
    person = _locked(user, wrong.person_id)
    if not reason:
        raise CannotEnter(_("say why it is wrong"), "reason")
    if Event.objects.filter(corrects=wrong).exists():
        raise CannotEnter(_("this event was corrected already; correct the newer one"))
    made = Event.objects.create(
        person=person, kind=kind, occurred_on=occurred_on, site=site, details=dict(details), corrects=wrong,
        reason=reason, entered_by=user,
    )  # fmt: skip
    _settle_place(person)
    return made


def open_site(user: Any, code: str, name: str, region: str) -> Site:
    """Enter a place of detention of the user's party.

    Raises:
        PermissionDenied: the user keeps no register.
        CannotEnter: the code is taken.
    """
    _must_keep(user, user.party_id)
    try:
        with transaction.atomic():
            return Site.objects.create(party=user.party, code=code, name=name or None, region=region or None)
    except IntegrityError:
        raise CannotEnter(_("another site has this code; choose another"), "code") from None


def next_number(party: Any) -> str:
    """Give the next number of a register, such as ``NTH-000314``."""
    n = Person.objects.filter(keeper=party).count()
    while True:
        n += 1
        number = f"{party.code}-{n:06}"
        if not Person.objects.filter(keeper=party, number=number).exists():
            return number


def enter_many(people: Sequence[Person]) -> None:
    """Write new persons with their search keys, in the transaction at hand."""
    insert(Person, people)
    _insert_keys(people)


def _make_findable(person: Person) -> None:
    SearchKey.objects.filter(person=person).delete()
    _insert_keys([person])


def _insert_keys(people: Iterable[Person]) -> None:
    found = (
        (one.pk, key, one.number.encode()) for one in people for key in sorted(keys_of(one.values, one.keeper_id))
    )
    insert_values(SearchKey, ("person", "key", "place"), found)


def _settle_place(person: Person) -> None:
    person.site = past.place(past.past_of([person.pk])[person.pk])
    person.version += 1
    person.save()


def _locked(user: Any, person_id: UUID) -> Person:
    person = Person.objects.select_for_update(of=("self",)).select_related("keeper").get(pk=person_id)
    _must_keep(user, person.keeper_id)
    return person


def _must_keep(user: Any, keeper: int | None) -> None:
    if not policy.keeps_register(user, keeper):
        raise PermissionDenied
