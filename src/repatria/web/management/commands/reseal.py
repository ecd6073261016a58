"""Seals anew whatever still lies under an old key; for after an interruption."""

from typing import Any

from django.core.management.base import BaseCommand

from repatria.web.exchanges.models import Party
from repatria.web.vault import rotation


class Command(BaseCommand):
    """Seal anew, for every party and the site itself, what lies under an old key."""

    help = "Seals anew whatever still lies under an old key, and says how much is left (0)."

    def handle(self, *args: Any, **options: Any) -> None:
        """Go through every party."""
        for party in (None, *Party.objects.values_list("pk", flat=True)):
            done, left = rotation.reseal(party), rotation.left_under_old_keys(party)
            self.stdout.write(f"{party or 'LOG'}: {done} sealed anew, {left} left under an old key")
