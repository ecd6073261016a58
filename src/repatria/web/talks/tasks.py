"""Background work of the talks."""

from django_tasks import task

from repatria.web.talks import runs


@task()
def make_plan(run: str) -> None:
    """Make one plan."""
    runs.do(run)
