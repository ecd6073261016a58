"""The first page of the desk, and the pages of what went wrong."""

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from repatria.web import desk_panels


def desk(request: HttpRequest) -> HttpResponse:
    """Show what waits for this person."""
    return render(request, "desk.html", {"panels": desk_panels.rendered(request)})


def nothing_here(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that nothing is there: the same words whether it never was or is not for you."""
    return render(request, "404.html", status=404)


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that this may be read but not done."""
    return render(request, "403.html", status=403)


def too_much(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that what was sent cannot be taken, because it is too large or damaged."""
    return render(request, "400.html", status=400)


def broken(request: HttpRequest) -> HttpResponse:
    """Say that the fault is ours and nothing was changed; with the database gone, without asking it who reads."""
    try:
        return render(request, "500.html", status=500)
    except DatabaseError:
        return HttpResponse(render_to_string("500.html"), status=503, headers={"Retry-After": "30"})
