"""Families as a Django application."""

from django.apps import AppConfig


class FamiliesConfig(AppConfig):
    """Families."""

    name = "repatria.web.families"
    label = "families"

    def ready(self) -> None:
        """Families hear before the press; and a list that is opened is compared with what families ask."""
        from repatria.web.families.untold import before_press
        from repatria.web.public.readiness import BEFORE_CARRIED_OUT

        BEFORE_CARRIED_OUT.append(before_press)
        from repatria.web.families.tasks import compare_when_opened
        from repatria.web.lists.signals import opened

        opened.connect(compare_when_opened, dispatch_uid="families")
