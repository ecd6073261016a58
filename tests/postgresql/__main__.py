"""Runs a command against a PostgreSQL of its own: ``python -m tests.postgresql pytest tests/web``.

The command finds the address in TEST_DATABASE_URL. Without PostgreSQL it says so and runs nothing.
"""

import os
import subprocess
import sys

from tests.postgresql.server import NOT_HERE, programs, running

if programs() is None:
    print(f"SKIPPED {NOT_HERE}")  # in the words by which the gate knows what was left out
    sys.exit(0)
with running() as address:
    command = sys.argv[1:]
    if command[0] == "pytest":
        command = [sys.executable, "-m", *command]
    sys.exit(subprocess.run(command, env={**os.environ, "TEST_DATABASE_URL": address}).returncode)
