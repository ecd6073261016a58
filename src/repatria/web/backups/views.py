"""The page of backups: what there is, and proposing to go back to one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from repatria.web.backups import acts, archive


def backups(request: HttpRequest) -> HttpResponse:
    """Show the backups that lie here, and let an administrator propose to go back to one."""
    if request.method == "POST":
        return redirect("two_persons_act", acts.propose(request.user, request.POST.get("name", "")).pk)
    return render(request, "backups/backups.html", {"backups": archive.available()})
