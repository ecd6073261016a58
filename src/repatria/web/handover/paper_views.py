"""What can be carried out of the desk: papers as PDF, the manifest for the hub, and what was said here."""

from collections.abc import Sequence
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from repatria import paper
from repatria.handover import Event, Kept, Line, departure_lists, travelling
from repatria.web import gate
from repatria.web.audit import reads
from repatria.web.handover import certificates, making, papers, rows
from repatria.web.handover.day import Day, day_of
from repatria.web.handover.models import CheckIn, Manifest


def pack(request: HttpRequest, manifest_id: UUID) -> HttpResponse:
    """Give the frozen manifest for the hub. Two people have frozen it; this is what they froze it for."""
    kept = gate.one(request.user, Manifest, pk=manifest_id)
    if kept.document is None:
        raise Http404
    return _attached(making.manifest_of(kept).canonical(), f"{kept.reference}.json", "application/json")


def said(request: HttpRequest, manifest_id: UUID) -> HttpResponse:
    """Give every check-in that is kept here, as a hub writes them; ``repatria hub merge`` takes it in."""
    kept = gate.one(request.user, Manifest, pk=manifest_id)
    rows_kept = CheckIn.objects.filter(manifest=kept)
    lines = [Kept(Event.read(one.document), one.heard_at).format() + "\n" for one in rows_kept]
    return _attached("".join(lines).encode(), f"{kept.reference}-said.jsonl", "application/jsonl")


def printed(request: HttpRequest, manifest_id: UUID, kind: str) -> HttpResponse:
    """Give the manifest, the bus lists or the wristbands as PDF in the language of the page."""
    kept = gate.one(request.user, Manifest, pk=manifest_id)
    if kind not in papers.MAKERS:
        raise Http404
    day = day_of(kept)
    at = (kept.frozen_at or timezone.now()).replace(microsecond=0)
    data = papers.made(kind, day.manifest, day.log, kept.exchange.title, request.LANGUAGE_CODE, at)
    return _attached(data, f"{kept.reference}-{kind}.{request.LANGUAGE_CODE}.pdf")


def departure(request: HttpRequest, manifest_id: UUID, site: str) -> HttpResponse:
    """Give the complete departure list of one site, before it leaves (GC III 46)."""
    kept = gate.one(request.user, Manifest, pk=manifest_id)
    day = day_of(kept)
    if site not in {one.site for one in departure_lists(day.manifest)}:
        raise Http404
    at = (kept.frozen_at or timezone.now()).replace(microsecond=0)
    data = paper.pdf(
        papers.departure(day.manifest, travelling(day.manifest, day.log), site),
        language_code=request.LANGUAGE_CODE, at=at,
    )  # fmt: skip
    return _attached(data, f"{kept.reference}-departure.pdf")


def certificate(request: HttpRequest, manifest_id: UUID, code: str = "") -> HttpResponse:
    """Give the repatriation certificate of one line, or of everybody who travels, each on a page of its own."""
    kept = gate.one(request.user, Manifest, pk=manifest_id)
    day = day_of(kept)
    lines = [line for line in travelling(day.manifest, day.log) if code in ("", line.code)]
    if not lines:
        raise Http404
    _note(request, day, lines)
    data = certificates.of_lines(lines, request.user, request.LANGUAGE_CODE, timezone.now().replace(microsecond=0))
    return _attached(data, f"{code or kept.reference}-certificate.{request.LANGUAGE_CODE}.pdf")


def _note(request: HttpRequest, day: Day, lines: Sequence[Line]) -> None:
    wanted = {line.captive for line in lines}
    reads.note(request.user, "handover-certificates", [one for one in rows.subjects(day) if str(one[0]) in wanted])


def _attached(data: bytes, name: str, kind: str = "application/pdf") -> HttpResponse:
    response = HttpResponse(data, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
