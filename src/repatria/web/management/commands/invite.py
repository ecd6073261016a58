"""Makes a link for an administrator, for whoever works at the machine itself."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from repatria.web.accounts.acts import link_for_administrator


class Command(BaseCommand):
    """Print a one-time link that makes an administrator, or lets one begin anew."""

    help = "Prints a one-time link for an administrator (it works for seven days)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Ask for address and name."""
        parser.add_argument("email")
        parser.add_argument("--name", default="Administrator")

    def handle(self, *args: Any, email: str, name: str, **options: Any) -> None:
        """Make the link and print it."""
        self.stdout.write(link_for_administrator(name, email))
