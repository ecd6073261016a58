"""A file that is too large is refused before anything of it is kept, with a page that says so."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from repatria.web.lists.forms import too_large

_PIECE = 1 << 20
# What comes on top of the file itself: the other fields of its form.
_FORM = 1_000_000


class NotTooLarge:
    """Look at the length that a request announces, before the form in it is read."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer one request."""
        announced = int(request.META.get("CONTENT_LENGTH") or 0)
        if announced <= settings.LARGEST_UPLOAD + _FORM:
            return self._get_response(request)
        _let_it_pass_by(request, announced)
        return render(request, "refused.html", {"why": too_large()}, status=413)


def _let_it_pass_by(request: HttpRequest, announced: int) -> None:
    """Read and forget what is sent, within reason: a browser shows an answer only when it has sent all it had."""
    left = min(announced, 5 * settings.LARGEST_UPLOAD)
    while left > 0 and (piece := request.read(min(_PIECE, left))):
        left -= len(piece)
