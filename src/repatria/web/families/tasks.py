"""Comparing tracing requests with registers and lists, in the background.

A family asks without an account, and everybody's registers are looked at: no one person's compartment holds that.
"""

import logging

from django.db import transaction
from django_tasks import task

from repatria.web.compartments import house
from repatria.web.families import comparing
from repatria.web.families.models import TracingRequest

log = logging.getLogger("repatria.families")


@task()
@house()
def compare_waiting() -> None:
    """Compare every request that has not been compared yet; the first of many that are queued does them all."""
    _compare(list(TracingRequest.objects.filter(compared_at=None, withdrawn_at=None, repeats=None)))


@task()
@house()
def compare_again(request_id: str) -> None:
    """Compare one request anew: a case worker asks for it, or a correction was taken over."""
    _compare(list(TracingRequest.objects.filter(pk=request_id, withdrawn_at=None)))


@task()
@house()
def compare_open() -> None:
    """Compare every request for which nobody is found yet, with what has come in since."""
    _compare(list(TracingRequest.objects.filter(person=None, row=None, withdrawn_at=None, repeats=None)))


def compare_when_opened(**_said: object) -> None:
    """Queue a comparison once a list has been opened."""
    transaction.on_commit(compare_open.enqueue)


def _compare(requests: list[TracingRequest]) -> None:
    try:
        comparing.compare(requests)
    except Exception as error:
        # An error of a library may quote a value: its kind is logged, not its words.
        log.error("comparing %s requests failed: %s", len(requests), type(error).__name__)
