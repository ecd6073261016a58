"""What is done about visits: asked for, answered, refused, done; interviews; notes under the ICRC's own key."""

from datetime import date, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from repatria.web.registry.models import Person, Site
from repatria.web.replies.models import Wish
from repatria.web.visits import box, own_key
from repatria.web.visits.errors import NotNow
from repatria.web.visits.models import Interview, Note, Visit

NECESSITY = "imperative_military_necessity"
# GC III 126: only "as an exceptional and temporary measure". Longer than this is not temporary to anybody.
LONGEST_REFUSAL = timedelta(days=183)
_OPEN = (Visit.State.REQUESTED, Visit.State.GRANTED)


def ask(user: Any, site: Site, wanted_on: date | None) -> Visit:
    """Ask to visit a site.

    Raises:
        NotNow: a visit to it is asked for or granted already, or the site is closed.
    """
    if site.closed_on and site.closed_on <= timezone.localdate():
        raise NotNow(_("this site is closed"))
    try:
        with transaction.atomic():
            return Visit.objects.create(site=site, icrc=user.party, asked_by=user, wanted_on=wanted_on)
    except IntegrityError:
        raise NotNow(_("a visit to this site is asked for or granted already")) from None


def grant(visit_id: Any, user: Any, on: date | None) -> Visit:
    """Grant a visit. Its duration and frequency are the visitors' affair (GC III 126).

    Raises:
        NotNow: it is not waiting for an answer.
    """
    with transaction.atomic():
        visit = _waiting_for_answer(visit_id)
        visit.granted_for = on
        return _answered(visit, user, Visit.State.GRANTED)


def refuse(visit_id: Any, user: Any, reason: str, until: date) -> Visit:
    """Refuse a visit, for the one reason that the Conventions know, until a day.

    Raises:
        NotNow: it is not waiting for an answer, the reason is another one, or the end is past or too far.
    """
    today = timezone.localdate()
    if reason != NECESSITY:
        raise NotNow(_("a visit can be refused only for imperative military necessity (GC III 126, GC IV 143)"))
    if not today < until <= today + LONGEST_REFUSAL:
        raise NotNow(
            _("a refusal is exceptional and temporary: name a day after today, within {n} days").format(
                n=LONGEST_REFUSAL.days
            )
        )
    with transaction.atomic():
        visit = _waiting_for_answer(visit_id)
        visit.refusal, visit.refused_until = reason, until
        return _answered(visit, user, Visit.State.REFUSED)


def _waiting_for_answer(visit_id: Any) -> Visit:
    visit = Visit.objects.select_for_update().get(pk=visit_id)
    if visit.state != Visit.State.REQUESTED:
        raise NotNow(_("this visit was answered already, or is no longer asked for"))
    return visit


def _answered(visit: Visit, user: Any, state: Any) -> Visit:
    visit.state, visit.answered_by, visit.answered_at = state, user, timezone.now()
    visit.version += 1
    visit.save()
    return visit


def done(visit_id: Any, user: Any, on: date, private: bool, interviewed: int | None) -> Visit:
    """Note that a visit was made.

    Raises:
        NotNow: it was refused, withdrawn or made already, or the day lies ahead.
    """
    with transaction.atomic():
        visit = Visit.objects.select_for_update().get(pk=visit_id)
        if visit.state not in _OPEN:
            raise NotNow(_("this visit was refused, made, or is no longer asked for"))
        if on > timezone.localdate():
            raise NotNow(_("the day lies ahead; note a visit when it was made"))
        visit.state, visit.done_on = Visit.State.DONE, on
        visit.private_interviews, visit.interviewed = private, interviewed
        visit.version += 1
        visit.save()
    return visit


def withdraw(visit_id: Any, user: Any) -> None:
    """No longer ask for a visit.

    Raises:
        NotNow: it was refused or made already.
    """
    with transaction.atomic():
        visit = Visit.objects.select_for_update().get(pk=visit_id)
        if visit.state not in _OPEN:
            raise NotNow(_("this visit was refused, made, or is no longer asked for"))
        visit.state = Visit.State.WITHDRAWN
        visit.version += 1
        visit.save()


def interview(
    user: Any, person: Person, on: date, *, visit: Visit | None = None, alone: bool, travels: str = "",
    family: str = "", said: str = "", why: str = "",
) -> Interview:  # fmt: skip
    """Note an interview. What was said, and why he does not travel, go under the ICRC's own key.

    Args:
        user: a delegate.
        person: of a holder's register.
        on: the day.
        visit: on which visit, if on one.
        alone: whether it was without witness.
        travels: yes, no, or nothing where he was not asked.
        family: whether his family may hear that he is held: yes, no, or nothing where he was not asked.
        said: what he said.
        why: why he does not travel.

    Raises:
        NotNow: the day lies ahead; a wish was heard before a witness; or there is no key for what he said.
    """
    if on > timezone.localdate():
        raise NotNow(_("the day lies ahead; note an interview when it was held"))
    if travels and not alone:
        raise NotNow(_("a wish to travel or not counts only when it is heard without witness"))
    with transaction.atomic():
        made = Interview.objects.create(
            visit=visit, person=person, party=user.party, on=on, without_witness=alone,
            family_may_hear=family or None, noted_by=user,
        )  # fmt: skip
        if travels:
            Wish.objects.create(person=person, party=user.party, travels=travels, said_on=on, noted_by=user)
        if said:
            note(user, Note.About.INTERVIEW, said, interview=made)
        if why:
            note(user, Note.About.REFUSAL, why, interview=made)
    return made


def note(user: Any, about: Any, text: str, **of: Any) -> Note:
    """Seal a note to the ICRC's own key. Anybody of the ICRC can write one; it takes the passphrase to read it.

    Raises:
        NotNow: the ICRC has no key yet.
    """
    key = own_key.in_use(user.party)
    if key is None:
        raise NotNow(_("the ICRC has no own key yet; make one first, so that nobody else can read this"))
    made = Note(party=user.party, about=about, key=key, by=user, **of)
    made.box = box.close(bytes(key.public), text, place_of(made))
    made.save()
    return made


def place_of(made: Note) -> str:
    """Give what a note is bound to."""
    return f"note {made.pk}|{made.about}|{made.visit_id}|{made.interview_id}"


def read(made: Note, secret: bytes) -> str:
    """Open a note.

    Raises:
        DoesNotOpen: it was moved or changed, or is another key's.
    """
    return box.open_box(secret, bytes(made.box), place_of(made))
