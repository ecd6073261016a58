"""The families' pages: no account, no search by name, the same answer whether or not a case exists."""

import secrets
from functools import lru_cache
from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from repatria.web.families import notices, reading, receipts, sending
from repatria.web.families.forms import (
    GROUPS,
    ChoiceForm,
    CorrectionForm,
    NoticeForm,
    ReceiptForm,
    StepDownForm,
    sides,
)
from repatria.web.limits import too_often, too_often_in_all

# From one address in an hour, and from all addresses together in a minute. After the news of an exchange a hundred
# families a second may come back. A million guesses take four years from one address, or three hours from twelve
# thousand; of 10^15 receipts they find one of 100,000 with a chance of one in ten thousand.
SENT_AN_HOUR, SENT_A_MINUTE = 20, 600
ASKED_AN_HOUR, ASKED_A_MINUTE = 30, 6_000


def front(request: HttpRequest) -> HttpResponse:
    """Say what a family can do here, and what becomes of what it says."""
    return render(request, "families/front.html", _context())


@never_cache
def ask(request: HttpRequest) -> HttpResponse:
    """Take a tracing request, and show its receipt."""
    if request.method != "POST":
        context = _context(choice=_new_choice(), blank=_blank(request.LANGUAGE_CODE, sides()))
        return render(request, "families/request.html", context)
    forms: dict[str, Any] = {name: form(request.POST, prefix=name) for name, form in GROUPS.items()}
    choice = ChoiceForm(request.POST)
    if not _valid(*forms.values(), choice):
        return _form(request, forms, choice, status=400)
    if _too_many(request, "request", SENT_AN_HOUR, SENT_A_MINUTE):
        return _form(request, forms, choice, status=429, too_many=True)
    receipt = sending.send(
        sending.to_contents(forms), choice.cleaned_data["consent"], choice.cleaned_data["form"],
        own_side=choice.cleaned_data["own_side"], language=request.LANGUAGE_CODE,
    )  # fmt: skip
    return render(request, "families/receipt.html", _context(receipt=receipts.in_groups(receipt)))


@lru_cache(maxsize=32)
def _blank(language: str, sides: tuple[tuple[int, str], ...]) -> str:
    """Give the empty fields in a language: thirty fields take long to draw, and are the same for everybody."""
    forms = {name: form(prefix=name) for name, form in GROUPS.items()}
    return render_to_string("families/fields.html", {"forms": forms, "choice": ChoiceForm()})


def _valid(*forms: Any) -> bool:
    """Look at every form, so that all that is wrong is marked at once."""
    return all([form.is_valid() for form in forms])  # noqa: C419


def _new_choice() -> ChoiceForm:
    return ChoiceForm(initial={"form": secrets.token_hex(16)})


def _form(
    request: HttpRequest, forms: dict[str, Any], choice: ChoiceForm, status: int = 200, too_many: bool = False
) -> HttpResponse:
    wrong = any(form.errors for form in (*forms.values(), choice))
    context = _context(forms=forms, choice=choice, too_many=too_many, wrong=wrong)
    return render(request, "families/request.html", context, status=status)


@never_cache
def come_back(request: HttpRequest) -> HttpResponse:
    """Show what may be told to who has the receipt."""
    form = ReceiptForm(request.POST or None)
    if request.method != "POST":
        return render(request, "families/come_back.html", _context(form=form))
    if not form.is_valid():
        return render(request, "families/come_back.html", _context(form=form), status=400)
    if _too_many(request, "receipt", ASKED_AN_HOUR, ASKED_A_MINUTE):
        return _later(request)
    return _answer(request, form.cleaned_data["receipt"])


def _answer(
    request: HttpRequest, receipt: str, done: str = "", wrong: CorrectionForm | None = None
) -> HttpResponse:
    drawn = _drawn(wrong) if wrong else _blank_answer(request.LANGUAGE_CODE)
    context = _context(told=reading.told(receipt), receipt=receipt, done=done, drawn=drawn)
    return render(request, "families/answer.html", context, status=400 if wrong else 200)


class _Drawn(NamedTuple):
    """The fields of the page with an answer, as HTML."""

    what: str
    text: str
    consent: str


def _drawn(correction: CorrectionForm) -> _Drawn:
    consent = StepDownForm(initial={"consent": ""}, auto_id="consent_%s")
    return _Drawn(
        *(field.as_field_group() for field in (correction["field"], correction["text"], consent["consent"]))
    )


@lru_cache(maxsize=32)
def _blank_answer(language: str) -> _Drawn:
    """Give the empty fields in a language: they are the same for everybody."""
    return _drawn(CorrectionForm(auto_id="correction_%s"))


@never_cache
@require_POST
def correct(request: HttpRequest) -> HttpResponse:
    """Take a correction."""
    form = CorrectionForm(request.POST, auto_id="correction_%s")
    if _too_many(request, "receipt", ASKED_AN_HOUR, ASKED_A_MINUTE):
        return _later(request)
    if not form.is_valid():
        return _wrong(request, form, form)
    sending.correct(form.cleaned_data["receipt"], form.cleaned_data["field"], form.cleaned_data["text"])
    return _answer(request, form.cleaned_data["receipt"], _("Thank you. A case worker takes your correction over."))


@never_cache
@require_POST
def let_read(request: HttpRequest) -> HttpResponse:
    """Change who may read the request."""
    form = StepDownForm(request.POST)
    if _too_many(request, "receipt", ASKED_AN_HOUR, ASKED_A_MINUTE):
        return _later(request)
    if not form.is_valid():
        return _wrong(request, form)
    sending.let_read(form.cleaned_data["receipt"], form.cleaned_data["consent"])
    return _answer(request, form.cleaned_data["receipt"], _("From now on only those whom you chose read it."))


@never_cache
@require_POST
def withdraw(request: HttpRequest) -> HttpResponse:
    """Erase the request."""
    form = ReceiptForm(request.POST)
    if _too_many(request, "receipt", ASKED_AN_HOUR, ASKED_A_MINUTE):
        return _later(request)
    if not form.is_valid():
        return _wrong(request, form)
    sending.withdraw(form.cleaned_data["receipt"])
    return render(request, "families/withdrawn.html", _context())


def _wrong(request: HttpRequest, form: Any, correction: CorrectionForm | None = None) -> HttpResponse:
    """Show the answer again with what is wrong in the form, or ask for the receipt where that is what is wrong."""
    if "receipt" in form.errors or correction is None:
        return render(request, "families/come_back.html", _context(form=ReceiptForm(request.POST)), status=400)
    return _answer(request, form.cleaned_data["receipt"], wrong=correction)


@never_cache
def notice(request: HttpRequest) -> HttpResponse:
    """Say whether a notice is ours, from the record."""
    form = NoticeForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "families/notice.html", _context(form=form))
    if _too_many(request, "notice", ASKED_AN_HOUR, ASKED_A_MINUTE):
        return _later(request)
    found = notices.check(form.cleaned_data["code"])
    return render(request, "families/notice.html", _context(form=form, found=found, asked=True))


def _too_many(request: HttpRequest, what: str, an_hour: int, a_minute: int) -> bool:
    return too_often(request, f"families-{what}", an_hour) or too_often_in_all(f"families-{what}", a_minute)


def _later(request: HttpRequest) -> HttpResponse:
    return render(request, "families/later.html", _context(), status=429)


def _context(**more: Any) -> dict[str, Any]:
    return {"line": settings.FAMILY_LINE, **more}
