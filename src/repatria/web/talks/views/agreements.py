"""Agreements: the one text, its annex, and the signatures under it."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from repatria.web import gate
from repatria.web.audit import reads
from repatria.web.policy import SIGNERS, Role
from repatria.web.talks import agreements, bundle, keys, signing, table, text
from repatria.web.talks.models import Agreement, Line
from repatria.web.talks.views.common import acted

A_PAGE = 50
State = Agreement.State


class TextForm(forms.Form):
    """What the mediator writes of an agreement; the articles from the terms are not written but made."""

    language = forms.ChoiceField(choices=settings.LANGUAGES)
    change_rule = forms.ChoiceField(choices=Agreement.ChangeRule.choices, widget=forms.RadioSelect)
    reserve = forms.IntegerField(min_value=0, max_value=agreements.MOST_IN_RESERVE)
    clauses = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 10}))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["language"].label = _("Language of the text")
        self.fields["change_rule"].label = _("If somebody on the list cannot go")
        self.fields["reserve"].label = _("How many stand by on each side")
        self.fields["reserve"].help_text = _("The longest held of those who stay, in order. 0: nobody stands by.")
        self.fields["clauses"].label = _("Free clauses")
        self.fields["clauses"].help_text = _("One or more paragraphs each; an empty line between two clauses.")

    def clean_clauses(self) -> list[str]:
        """Cut what was typed at empty lines."""
        typed: str = self.cleaned_data["clauses"].replace("\r\n", "\n")
        return [clause.strip() for clause in typed.split("\n\n") if clause.strip()]


def agreement(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """Show the text, who has signed it, and the lines that the reader may open."""
    found = gate.one(request.user, Agreement, pk=agreement_id)
    page = Paginator(_lines(request.user, found), A_PAGE).get_page(request.GET.get("page"))
    signed = signing.standing(found)
    context = {
        "agreement": found,
        "signed": [_told(one) for one in signed],
        "void": sum(len(one.void) for one in signed),
        "page": page,
        "lines": _opened(request.user, page.object_list),
        "is_mediator": request.user.role == Role.MEDIATOR,
        "may_sign": _may_sign(request.user, found, signed),
        "key": keys.in_force(request.user) if request.user.role in SIGNERS else None,
        "is_draft": found.state == State.DRAFT,
        "is_open": found.state == State.OPEN,
    }
    return render(request, "talks/agreement.html", context)


def _told(one: signing.Signed) -> dict[str, Any]:
    rows = [(signature, keys.fingerprint(signature.key.public), True) for signature in one.valid]
    rows += [(signature, keys.fingerprint(signature.key.public), False) for signature in one.void]
    return {
        "party": one.party,
        "rows": rows,
        "is_complete": one.is_complete,
        "missing": signing.PEOPLE - len(one.valid),
    }


def _may_sign(user: Any, agreement: Agreement, signed: list[signing.Signed]) -> bool:
    mine = next((one for one in signed if one.party.pk == user.party_id), None)
    if user.role not in SIGNERS or mine is None or agreement.state != State.OPEN:
        return False
    return not mine.is_complete and all(one.person_id != user.pk for one in mine.valid)


def _lines(user: Any, agreement: Agreement) -> Any:
    lines = gate.rows(user, Line).filter(agreement=agreement)
    return lines.select_related("holder", "receiver").order_by("number")


def _opened(user: Any, lines: Any) -> list[dict[str, Any]]:
    """Open lines for a reader, and note it."""
    lines = list(lines)
    reads.note(user, "talks_agreement", [(line.captive_id, line.holder_id) for line in lines])
    return [{"line": line, **_fact(user, line)} for line in lines]


def _fact(user: Any, line: Line) -> dict[str, Any]:
    fact = line.opening["fact"] if line.opening else {}
    known = {
        "full_name_native": fact.get("names", []),
        "date_of_birth": fact.get("born", ""),
        "id": fact.get("row", ""),
    }
    seen = gate.seen(user, known, holder=line.holder_id, origin=line.origin_id)
    return {
        "code": fact.get("captive", ""), "names": seen.get("full_name_native", []),
        "born": seen.get("date_of_birth", ""), "row": seen.get("id", ""),
    }  # fmt: skip


def write(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """Write a draft, or an open text, anew."""
    found = gate.one(request.user, Agreement, pk=agreement_id)
    form = TextForm(request.POST or None, initial=_written(found))
    if request.method == "POST" and form.is_valid():
        seen = request.POST.get("version", "")
        version = int(seen) if seen.isdecimal() else -1
        if acted(request, lambda: agreements.write(found, version, **form.cleaned_data), _("The text is written.")):
            return redirect("talks_agreement", agreement_id)
    context = {
        "agreement": found,
        "form": form,
        "signatures": found.signatures.filter(text_sha256=found.text_sha256),
    }
    return render(request, "talks/agreement_write.html", context)


def _written(agreement: Agreement) -> dict[str, Any]:
    return {
        "language": agreement.language, "change_rule": agreement.change_rule, "reserve": agreement.reserve,
        "clauses": "\n\n".join(text.clauses(agreement)),
    }  # fmt: skip


@require_POST
def open_(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """Open a draft for signature."""
    found = gate.one(request.user, Agreement, pk=agreement_id)
    acted(
        request,
        lambda: agreements.open_for_signature(found),
        _("The text is open for signature. Its people stand in no other live agreement."),
    )
    return redirect("talks_agreement", agreement_id)


@require_POST
def withdraw(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """Withdraw an agreement that not all have signed."""
    found = gate.one(request.user, Agreement, pk=agreement_id)
    acted(
        request,
        lambda: agreements.withdraw(found),
        _("The agreement is withdrawn. Its people are free for another."),
    )
    return redirect("talks_agreement", agreement_id)


@sensitive_post_parameters("passphrase")
@require_POST
def sign(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """Sign the text that was read."""
    found = gate.one(request.user, Agreement, pk=agreement_id)
    if request.user.party not in table.signers(found.exchange):
        raise PermissionDenied
    passphrase, seen = request.POST.get("passphrase", ""), request.POST.get("text_sha256", "")
    acted(
        request,
        lambda: signing.sign(found, request.user, passphrase, seen),
        _("You have signed. Your key is locked again."),
    )
    return redirect("talks_agreement", agreement_id)


def the_text(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """Give the text as the file that is signed."""
    found = gate.one(request.user, Agreement, pk=agreement_id)
    answer = HttpResponse(found.text.encode(), content_type="text/plain; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{found.reference}.txt"'
    return answer


def the_bundle(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """Give text, signatures, public keys and the recipe, in one file."""
    found = gate.one(request.user, Agreement, pk=agreement_id)
    answer = HttpResponse(bundle.packed(found), content_type="application/zip")
    answer.headers["Content-Disposition"] = f'attachment; filename="{found.reference}.zip"'
    return answer
