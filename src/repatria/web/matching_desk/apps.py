"""The matching desk as a Django application."""

from django.apps import AppConfig


class MatchingDeskConfig(AppConfig):
    """The matching desk."""

    name = "repatria.web.matching_desk"
    label = "matching_desk"

    def ready(self) -> None:
        """Listen for lists that are replaced; make known what a killed worker leaves, and reviewed pairs."""
        from repatria.web.audit import reads
        from repatria.web.lists.models import NameList
        from repatria.web.lists.signals import opened
        from repatria.web.matching_desk import tasks  # noqa: F401
        from repatria.web.matching_desk.pace import worked_through
        from repatria.web.matching_desk.runs import overtake

        opened.connect(overtake, sender=NameList, dispatch_uid="matching_desk.overtake")
        reads.WORKED_THROUGH.append(worked_through)
