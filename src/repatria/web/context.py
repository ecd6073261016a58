"""What every page needs: languages, where the reader is, the way round the desk."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from repatria.i18n import RIGHT_TO_LEFT
from repatria.web import policy
from repatria.web.accounts.second_factor import has_second_factor


def every_page(request: HttpRequest) -> dict[str, Any]:
    """Give templates the language, its direction, the other languages' addresses, and the menu."""
    code = getattr(request, "LANGUAGE_CODE", "en")
    path = getattr(request, "plain_path", request.path_info)
    query = f"?{request.META['QUERY_STRING']}" if request.META.get("QUERY_STRING") else ""
    return {
        "language": code,
        "direction": "rtl" if code in RIGHT_TO_LEFT else "ltr",
        "other_languages": [
            (other, name, f"/{other}{path}{query}") for other, name in settings.LANGUAGES if other != code
        ],
        "demonstration": settings.DEMONSTRATION,
        "menu": _menu(request),
    }


def _menu(request: HttpRequest) -> list[tuple[str, Any]]:
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated or not has_second_factor(request):
        return []
    return policy.menu(user)
