"""The interface itself: its parts, who asks, and how a refusal sounds."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.security import HttpBearer

from repatria.errors import RepatriaError
from repatria.web.api import exchanges, persons, replies
from repatria.web.audit.reads import TooManyRead
from repatria.web.compartments import become
from repatria.web.tokens.acts import recognise

VERSION = "1"


class TokenOfAPerson(HttpBearer):
    """``Authorization: Bearer rpt_...``; the request then acts as the token's person, with the token's scopes."""

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        """Give the token, or None, which is answered with 401."""
        found = recognise(token)
        if found is not None:
            become(found.person)
            request.user, request.scopes = found.person, frozenset(found.scopes)
        return found


api = NinjaAPI(
    title="Repatria",
    version=VERSION,
    description="What a person may see and do on the desk, for his own programs.",
    auth=TokenOfAPerson(),
    docs_url=None,
    openapi_url="",  # served at /api/description.json
    urls_namespace="api",
)
api.add_router("", exchanges.router)
api.add_router("", replies.router)
api.add_router("", persons.router)


@api.exception_handler(PermissionDenied)
def _forbidden(request: HttpRequest, error: Any) -> HttpResponse:
    why = str(error) or _("your role does not do this, or not now; nothing was changed")
    return api.create_response(request, {"detail": why}, status=403)


@api.exception_handler(TooManyRead)
def _too_many(request: HttpRequest, error: Any) -> HttpResponse:
    return api.create_response(request, {"detail": str(error)}, status=429)


@api.exception_handler(RepatriaError)
def _refused(request: HttpRequest, error: Any) -> HttpResponse:
    said = {"detail": str(error), "field": getattr(error, "field", None) or ""}
    return api.create_response(request, said, status=422)
