"""The description of the interface (OpenAPI), the same wherever and whenever it is made."""

import json
from functools import cache
from typing import Any

from django.utils import translation


@cache
def description() -> dict[str, Any]:
    """Give the OpenAPI document."""
    from repatria.web.api.site import api

    with translation.override("en"):
        made: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema(path_prefix="/api/"), default=str))
    return made


def as_text() -> str:
    """Give it as it is kept in ``docs/openapi.json``."""
    return json.dumps(description(), indent=1, ensure_ascii=False) + "\n"
