"""``python -m django openapi``: the description of the interface for programs, as kept in docs/openapi.json."""

from typing import Any

from django.core.management.base import BaseCommand

from repatria.web.api.description import as_text


class Command(BaseCommand):
    """Print the OpenAPI document."""

    help = "Print the OpenAPI document of the interface for programs."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print it."""
        self.stdout.write(as_text(), ending="")
