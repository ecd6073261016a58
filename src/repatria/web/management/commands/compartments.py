"""Builds the second wall; to be run with the owner's login."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from repatria.web import compartments


class Command(BaseCommand):
    """Build row-level security on PostgreSQL, or bring it up to date."""

    help = "Builds row-level security on PostgreSQL, or brings it up to date (as the owner: DATABASE_OWNER_URL)."

    def handle(self, *args: Any, **options: Any) -> None:
        """Build it."""
        if connection.vendor != "postgresql":
            raise CommandError("only PostgreSQL has row-level security; this database is another")
        with compartments.as_owner():
            compartments.build()
