"""Each request reads and writes in the compartment of whoever asks; see :mod:`repatria.web.compartments`."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from repatria.web.compartments import as_user


class DatabaseCompartment:
    """Tell the database whose request this is, before any page runs; take it back afterwards."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer one request; a page that is still to be rendered is rendered inside."""
        with as_user(request.user):
            response = self._get_response(request)
            if not response.streaming and hasattr(response, "render") and not response.is_rendered:
                response.render()
            return response
