"""Builds the second wall; to be run by the owner of the tables."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from repatria.web import compartments


class Command(BaseCommand):
    """Build row-level security on PostgreSQL, or bring it up to date."""

    help = "Builds row-level security on PostgreSQL, or brings it up to date (run as the owner of the tables)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Ask which connection is the owner's."""
        parser.add_argument("--database", default="default")

    def handle(self, *args: Any, database: str, **options: Any) -> None:
        """Build it."""
        if connections[database].vendor != "postgresql":
            raise CommandError("only PostgreSQL has row-level security; this database is another")
        compartments.build(database)
