"""A site of its own for a benchmark."""

import os
from pathlib import Path


def opened(folder: Path) -> None:
    """Open an empty site in `folder`; with ``TEST_DATABASE_URL`` on that database."""
    os.environ |= {"REPATRIA_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "repatria.web.settings"}
    os.environ.pop("DATABASE_URL", None)
    if address := os.environ.get("TEST_DATABASE_URL"):
        os.environ["DATABASE_URL"] = address
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
