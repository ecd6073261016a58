"""Whoever has read as many persons as an hour allows gets a plain page, whichever page it was."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from repatria.web.audit.reads import TooManyRead


class StopScraping:
    """Answer 429 where a page was about to show one person too many."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer one request."""
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Say why nothing is shown, and when it will be again."""
        if not isinstance(exception, TooManyRead):
            return None
        if request.path_info.startswith("/api/"):
            return JsonResponse({"detail": str(exception)}, status=429)
        return render(request, "429.html", {"why": str(exception)}, status=429)
