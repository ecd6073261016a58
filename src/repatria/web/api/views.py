"""The page that says what can be asked, made from the interface's own description; no request leaves the site."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from repatria.web.api.description import description


def docs(request: HttpRequest) -> HttpResponse:
    """Show what can be asked."""
    whole = description()
    asked = [
        _operation(path, method, told, whole)
        for path, methods in whole["paths"].items()
        for method, told in methods.items()
    ]
    return render(request, "api/docs.html", {"operations": asked, "version": whole["info"]["version"]})


def openapi(request: HttpRequest) -> HttpResponse:
    """Give the description for programs."""
    return JsonResponse(description())


def _operation(path: str, method: str, told: dict[str, Any], whole: dict[str, Any]) -> dict[str, Any]:
    body = told.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    good: dict[str, Any] = next((one for code, one in told["responses"].items() if str(code).startswith("2")), {})
    answer = good.get("content", {}).get("application/json", {}).get("schema", {})
    return {
        "path": path, "method": method.upper(), "says": told.get("description", ""),
        "takes": _fields(body, whole), "gives": _fields(answer, whole),
        "parameters": [one["name"] for one in told.get("parameters", [])],
    }  # fmt: skip


def _fields(schema: dict[str, Any], whole: dict[str, Any]) -> list[str]:
    inner = schema.get("items", schema)
    name = inner.get("$ref", "").rpartition("/")[2]
    return list(whole["components"]["schemas"].get(name, {}).get("properties", {}))
