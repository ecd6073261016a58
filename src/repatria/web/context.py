"""What every page needs: languages, where the reader is, the way round the desk."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from repatria.i18n import RIGHT_TO_LEFT
from repatria.web import policy


def every_page(request: HttpRequest) -> dict[str, Any]:
    """Give templates the language, its direction, the other languages' addresses, and the menu."""
    code = getattr(request, "LANGUAGE_CODE", "en")
    path = getattr(request, "plain_path", request.path_info)
    query = f"?{request.META['QUERY_STRING']}" if request.META.get("QUERY_STRING") else ""
    user = getattr(request, "user", None)
    return {
        "language": code,
        "direction": "rtl" if code in RIGHT_TO_LEFT else "ltr",
        "other_languages": [
            (other, name, f"/{other}{path}{query}") for other, name in settings.LANGUAGES if other != code
        ],
        "demonstration": settings.DEMONSTRATION,
        "menu": policy.menu(user) if user is not None and user.is_authenticated else [],
    }
