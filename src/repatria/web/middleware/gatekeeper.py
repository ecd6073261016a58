"""Deny by default: a page without a rule in the policy does not exist, and neither does one that is not for you."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from repatria.errors import RepatriaError
from repatria.web import policy
from repatria.web.accounts.second_factor import has_second_factor
from repatria.web.audit.reads import TooManyRead
from repatria.web.two_persons.rule import NotSettled


class Gatekeeper:
    """Ask the policy before a view runs."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer one request."""
        return self._get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Let the request through (None), send it to sign in, or say that nothing is there."""
        page = policy.PAGES.get(request.resolver_match.view_name)
        if page is None:
            raise Http404
        if page.public or page.token:
            return None
        if not request.user.is_authenticated:
            return redirect_to_login(_back_to(request))
        if page.while_enrolling:
            return None
        if not has_second_factor(request):
            return redirect("mfa_index")
        if request.user.role not in page.roles:
            raise Http404
        return None

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Say in words why something was refused; the texts of our own errors may be shown to anyone."""
        if not isinstance(error, RepatriaError):
            return None
        status = 429 if isinstance(error, TooManyRead) else 409 if isinstance(error, NotSettled) else 400
        return render(request, "refused.html", {"why": error}, status=status)


def _back_to(request: HttpRequest) -> str:
    """Say where signing in leads: to the page that was asked for, or to the one whose form could not be sent."""
    if request.method in ("GET", "HEAD"):
        return str(request.get_full_path())
    came_from = urlsplit(request.META.get("HTTP_REFERER", ""))
    return came_from.path if came_from.netloc == request.get_host() else reverse("desk")
