"""A session ends after 15 minutes without a request, and after 8 hours whatever happens."""

from collections.abc import Callable
from time import time

from allauth.usersessions.middleware import UserSessionsMiddleware
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

BEGAN, SEEN = "began_at", "seen_at"
# Writing the time at every request would make each page a write; half a minute is near enough.
ROUGHLY = 30


class SessionsSeen(UserSessionsMiddleware):
    """Note from where and when a session was used, for the page that lists them; roughly, as above."""

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer one request."""
        if int(time()) - request.session.get(SEEN, 0) > ROUGHLY:
            return super().__call__(request)
        return self.get_response(request)


class SessionLimits:
    """End what is too old; remember when a session was last used."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer one request."""
        if request.user.is_authenticated:
            _check(request, int(time()))
        return self._get_response(request)


def _check(request: HttpRequest, now: int) -> None:
    began = request.session.setdefault(BEGAN, now)
    seen = request.session.setdefault(SEEN, now)
    if now - began > settings.SESSION_WHOLE_SECONDS or now - seen > settings.SESSION_IDLE_SECONDS:
        logout(request)
        messages.info(request, _("Your session has ended; sign in again. What you typed is kept in this tab."))
    elif now - seen > ROUGHLY:
        request.session[SEEN] = now
