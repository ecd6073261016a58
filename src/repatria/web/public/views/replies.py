"""Replies of readers: no account, no tracking, not shown before a person has read them."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from repatria.history import UnknownExchange
from repatria.web.limits import is_full, too_often, too_often_in_all
from repatria.web.public.forms import ReplyForm
from repatria.web.public.models import ReaderReply
from repatria.web.public.names_in_text import seems_to_name
from repatria.web.public.sources import public_history
from repatria.web.public.views.exchange import page

MOST_IN_AN_HOUR, MOST_OF_ALL_IN_A_MINUTE = 5, 60


@require_POST
def send(request: HttpRequest, id: str) -> HttpResponse:
    """Take a reply. It is held for a person if a name seems to stand in it."""
    form = ReplyForm(request.POST)
    if form.is_valid() and _too_many(request):
        return _again(request, id, form)
    try:
        found = public_history().exchange(id)
    except UnknownExchange:
        raise Http404 from None
    if not form.is_valid():
        return page(request, found, form, status=422)
    _keep(form, found.id, request)
    messages.success(request, _("Thank you. A person reads it before it is shown."))
    return redirect("exchange", id=id)


def _too_many(request: HttpRequest) -> bool:
    """Count one more reply. What comes when all are full is not counted against its sender."""
    return (
        is_full("reply", MOST_OF_ALL_IN_A_MINUTE)
        or too_often(request, "reply", MOST_IN_AN_HOUR)
        or too_often_in_all("reply", MOST_OF_ALL_IN_A_MINUTE)
    )


def _again(request: HttpRequest, id: str, form: ReplyForm) -> HttpResponse:
    """Give the words back with the refusal, on a page that costs little: this is what a flood of replies meets."""
    form.add_error(None, _("Too many replies are coming in just now. Yours was not kept; try again in an hour."))
    return render(request, "public/reply_again.html", {"form": form, "id": id}, status=429)


def _keep(form: ReplyForm, about: str, request: HttpRequest) -> None:
    text, signed = form.cleaned_data["text"], form.cleaned_data["signed"]
    named = seems_to_name(text)
    state = ReaderReply.State.HELD if named else ReaderReply.State.WAITING
    ReaderReply(about=about, text=text, signed=signed, state=state, language=request.LANGUAGE_CODE).save()
