"""Work on replies in the background."""

from django_tasks import task

from repatria.web.replies import bulk


@task()
def give(bulk_id: str) -> None:
    """Give the replies of a checked spreadsheet."""
    bulk.give(bulk_id)
