"""The language of a page stands before its path: ``/ar/history/``. Without one a page is in English."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import get_script_prefix, set_script_prefix
from django.utils import translation

from repatria import i18n


class LanguageBeforeThePath:
    """Take ``/CODE`` from the path, speak that language, and put it before every address on the page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer one request."""
        code, rest = _split(request.path_info)
        request.plain_path = rest
        if code:
            request.path_info = rest
        request.LANGUAGE_CODE = code or "en"
        before = get_script_prefix()
        if code:
            set_script_prefix(f"/{code}/")
        try:
            return self._answer(request)
        finally:
            set_script_prefix(before)

    def _answer(self, request: HttpRequest) -> HttpResponse:
        with translation.override(request.LANGUAGE_CODE), i18n.language(request.LANGUAGE_CODE):
            response = self._get_response(request)
            if not response.streaming and hasattr(response, "render") and not response.is_rendered:
                response.render()
        response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        return response


def _split(path: str) -> tuple[str, str]:
    code, slash, rest = path[1:].partition("/")
    return (code, "/" + rest) if slash and code in i18n.LANGUAGES else ("", path)
