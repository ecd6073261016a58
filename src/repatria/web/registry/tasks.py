"""Work of the register in the background."""

from django_tasks import task

from repatria.web.registry import bringing_in


@task()
def bring_in(import_id: str) -> None:
    """Bring the rows of a checked list into the register of the party that sent it."""
    bringing_in.run(import_id)
