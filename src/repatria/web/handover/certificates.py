"""Repatriation certificates from a manifest: of one line, or of all, from each captive's register."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from repatria import paper
from repatria.handover import Line
from repatria.paper import RepatriationCertificates
from repatria.web import gate
from repatria.web.compartments import house
from repatria.web.duties.papers import certificate
from repatria.web.registry.models import Person
from repatria.web.registry.past import past_of


@house()
def of_lines(lines: Sequence[Line], user: Any, language: str, at: datetime) -> bytes:
    """Give the certificates of `lines` as one PDF; what `user` may not see of a captive stays a dotted line."""
    found = {str(one.pk): one for one in Person.objects.filter(pk__in=[line.captive for line in lines])}
    people = [found[line.captive] for line in lines]
    past = past_of([person.pk for person in people])
    pages = []
    for person in people:
        values = gate.seen(user, person.current(), holder=person.holder_id, origin=person.origin_id)
        pages.append(certificate(person, values, past[person.pk]))
    return paper.pdf(RepatriationCertificates(pages), language_code=language, at=at)
