"""Files: the export for the Central Agency, and a person's cards and certificate."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from repatria.web import gate
from repatria.web.audit import reads
from repatria.web.duties import acts, board, central_agency, papers
from repatria.web.duties.forms import PaperForm
from repatria.web.exchanges.models import Process
from repatria.web.registry.models import Person
from repatria.web.registry.past import past_of
from repatria.web.two_persons.models import Act


def export(request: HttpRequest, process_id: int) -> HttpResponse:
    """Show what waits to be exported, and what can be fetched."""
    process = gate.one(request.user, Process, pk=process_id)
    mine = gate.rows(request.user, Act).filter(kind=acts.EXPORT.kind, subject=str(process.pk))
    done = [act for act in mine.filter(state=Act.State.DONE) if acts.is_fresh(act)]
    waiting = mine.filter(state=Act.State.PROPOSED).first()
    return render(request, "duties/export.html", {"process": process, "done": done, "waiting": waiting})


def export_json(request: HttpRequest, act_id: UUID) -> HttpResponse:
    """Give persons, events and duties as JSON."""
    return _export(request, act_id, central_agency.as_json, "application/json", "central-agency.json")


def export_csv(request: HttpRequest, act_id: UUID) -> HttpResponse:
    """Give duties as CSV."""
    return _export(request, act_id, central_agency.as_csv, "text/csv; charset=utf-8", "central-agency.csv")


def _export(request: HttpRequest, act_id: UUID, make: Any, kind: str, name: str) -> HttpResponse:
    act = gate.one(request.user, Act, pk=act_id, kind=acts.EXPORT.kind, state=Act.State.DONE)
    if not acts.is_fresh(act):
        raise Http404
    process = gate.one(request.user, Process, pk=int(act.subject))
    made = make(process, board.of_process(process, timezone.localdate()))
    return _attached(made, kind, name)


def paper(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Choose a paper for a person and its languages; with a choice, give the PDF."""
    person = gate.one(request.user, Person, pk=person_id)
    form = PaperForm(request.GET or None, initial={"language": request.LANGUAGE_CODE})
    if not form.is_bound or not form.is_valid():
        context = {"person": person, "form": form}
        return render(request, "duties/paper.html", context, status=400 if form.errors else 200)
    reads.note(request.user, "duties-paper", [(person.pk, person.keeper_id)])
    values = gate.seen(request.user, person.current(), holder=person.holder_id, origin=person.origin_id)
    chosen = form.cleaned_data
    others = tuple(other for other in chosen["also"] if other != chosen["language"])
    made = papers.printed(
        chosen["kind"], person, values, past_of([person.pk])[person.pk], language=chosen["language"],
        others=others, at=timezone.now().replace(microsecond=0),
    )  # fmt: skip
    return _attached(made, "application/pdf", f"{chosen['kind']}.pdf")


def _attached(made: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(made, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
