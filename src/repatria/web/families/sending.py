"""What a family does: it sends a request, corrects it, changes who may read it, withdraws it."""

import json
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from repatria.web.compartments import house
from repatria.web.exchanges.models import Party
from repatria.web.families import notices, receipts
from repatria.web.families.errors import NotNow
from repatria.web.families.models import Correction, TracingRequest
from repatria.web.families.tasks import compare_waiting
from repatria.web.ledger.enter import commit, destroy, enter
from repatria.web.ledger.models import Opening

Contents = dict[str, dict[str, str]]
TRIES = 8
_AT_THE_FAMILYS_WISH = "at the person's wish"


def icrc() -> Party | None:
    """Give the party whose case workers answer families, for whom requests are sealed."""
    return Party.objects.filter(kind=Party.Kind.ICRC).first()


@house()
def send(
    contents: Contents, consent: str, form: str, *, own_side: Party | None = None, language: str = "en"
) -> str:
    """Take in a tracing request. Gives the receipt; the same form sent again gives the same receipt and one case.

    Args:
        contents: group -> field -> text, as in :data:`.forms.GROUPS`.
        consent: who may read it, one of :class:`.consent.Audience`.
        form: the token of the form that was sent.
    """
    receipt = receipts.receipt_for(form)
    token = receipts.quick_hash("form", form)
    for _attempt in range(TRIES):
        try:
            with transaction.atomic():
                _take(contents, consent, receipt, token, own_side, language)
            return receipt
        except IntegrityError:  # the form came before, or another family took the same number at the same moment
            if TracingRequest.objects.filter(form=token).exists():
                _sent_again(contents, token)
                return receipt
    raise NotNow(_("Your request could not be taken just now. Nothing is lost: please send the form again."))


def _take(
    contents: Contents, consent: str, receipt: str, token: bytes, own_side: Party | None, language: str
) -> None:
    party = icrc()
    mark = receipts.quick_hash("contents", json.dumps(_plain(contents), sort_keys=True))
    earlier = TracingRequest.objects.filter(fingerprint=mark, repeats=None, withdrawn_at=None).first()
    commitment = commit({"enquiry": contents, "consent": consent}, party and party.pk)
    TracingRequest.objects.create(
        number=next_number(), party=party, contents=contents, consent=consent, own_side=own_side, language=language,
        receipt=receipts.hashed(receipt), form=token, fingerprint=mark, repeats=earlier, commitment=commitment,
    )  # fmt: skip
    enter("enquiry received", by=party.code if party else "LOG", enquiry=commitment)
    transaction.on_commit(compare_waiting.enqueue)


def next_number() -> int:
    """Give the next number of a request; the unique constraint settles a race."""
    return (TracingRequest.objects.aggregate(last=Max("number"))["last"] or 0) + 1


def _plain(contents: Contents) -> Contents:
    """Give contents as they are compared: without what is empty, in small letters, with single spaces."""
    return {
        group: {field: " ".join(text.casefold().split()) for field, text in sorted(fields.items()) if text.strip()}
        for group, fields in sorted(contents.items())
    }


@transaction.atomic
def _sent_again(contents: Contents, token: bytes) -> None:
    """The form came a second time: a double click, or changed with the browser's Back, which is a correction."""
    found = TracingRequest.objects.select_for_update().get(form=token)
    if found.withdrawn_at or _plain(found.contents) == _plain(contents):
        return
    changed = {
        f"{group}.{field}": text
        for group, fields in contents.items()
        for field, text in fields.items()
        if text != (found.contents.get(group) or {}).get(field, "")
    }
    known = found.corrections.values_list("pk", flat=True)
    if not any(one.contents == changed for one in Correction.objects.filter(pk__in=known)):
        Correction.objects.create(request=found, contents=changed)


@house()
def by_receipt(receipt: str) -> TracingRequest | None:
    """Give the request with this receipt. Takes the same time whether or not there is one."""
    return TracingRequest.objects.filter(receipt=receipts.hashed(receipt)).select_related("party").first()


@house()
def correct(receipt: str, field: str, text: str) -> None:
    """Ask for a correction. Nothing happens, and nothing is said, where the receipt was never given out."""
    found = by_receipt(receipt)
    with transaction.atomic():
        if found is not None and found.withdrawn_at is None:
            Correction.objects.create(request=found, contents={field: text})


@house()
def let_read(receipt: str, consent: str) -> None:
    """Change who may read the request: from now on nobody beyond `consent` does."""
    found = by_receipt(receipt)
    with transaction.atomic():
        TracingRequest.objects.filter(pk=found and found.pk, withdrawn_at=None).update(consent=consent)


@house()
def withdraw(receipt: str) -> None:
    """Erase a request at the family's wish. That it was withdrawn is all that is kept."""
    found = by_receipt(receipt)
    with transaction.atomic():
        if found is not None:
            erase(TracingRequest.objects.select_for_update().get(pk=found.pk))


def erase(request: TracingRequest) -> None:
    """Empty a request, and destroy the openings of what the record holds of it. Inside a transaction."""
    if request.withdrawn_at is not None:
        return
    by = request.party.code if request.party else "LOG"
    commitments = [request.commitment, *request.answers.values_list("commitment", flat=True)]
    for opening in Opening.objects.filter(commitment__in=commitments, destroyed_at=None):
        destroy(opening, by=by, reason=_AT_THE_FAMILYS_WISH)
    request.proposals.all().delete()
    request.corrections.all().delete()
    notices.forget(request)
    for name in ("contents", "fingerprint", "person", "row", "own_side", "repeats", "same_family"):
        setattr(request, name, None)
    request.consent = TracingRequest._meta.get_field("consent").default
    request.withdrawn_at = timezone.now()
    request.version += 1
    request.save()


def to_contents(forms: dict[str, Any]) -> Contents:
    """Give the contents that filled-in forms hold, without what was left empty."""
    return {
        group: {name: str(value) for name, value in form.cleaned_data.items() if value}
        for group, form in forms.items()
    }
