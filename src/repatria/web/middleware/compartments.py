"""The second wall: on PostgreSQL the database itself is told who asks, and shows no other row.

See ``repatria/web/compartments.sql`` and ADR 0051. On SQLite there is no such wall; the site says so at start-up.
"""

from collections.abc import Callable

from django.db import connection
from django.http import HttpRequest, HttpResponse


class DatabaseCompartment:
    """Tell PostgreSQL whose request this is, before any page runs; take it back afterwards."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer one request."""
        if connection.vendor != "postgresql":
            return self._get_response(request)
        enter(str(request.user.pk or ""))
        try:
            return self._get_response(request)
        finally:
            enter("")


def enter(user: str) -> None:
    """Set the user (a UUID as text; empty for nobody) for whom this connection reads and writes."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('repatria.user', %s, false)", [user])
