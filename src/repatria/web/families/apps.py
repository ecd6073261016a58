"""Families as a Django application."""

from django.apps import AppConfig


class FamiliesConfig(AppConfig):
    """Families."""

    name = "repatria.web.families"
    label = "families"

    def ready(self) -> None:
        """Families hear before the press: a statement waits for them."""
        from repatria.web.families.untold import before_press
        from repatria.web.public.readiness import BEFORE_CARRIED_OUT

        BEFORE_CARRIED_OUT.append(before_press)
