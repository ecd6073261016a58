"""Starting and stopping a PostgreSQL of our own.

PostgreSQL does not run as root; then it runs as the system's user ``postgres``, to whom its folder is given.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

NOT_HERE = "POSTGRESQL ABSENT: no /usr/lib/postgresql/*/bin (apt-get install postgresql), so this was left out"
# Nothing of a test's database must outlive a power cut, and it should be quick.
SETTINGS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_connections": "60"}


def programs() -> Path | None:
    """Give the folder of the newest PostgreSQL's programs, if there is one."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parent.parent.name)
    )
    if found:
        return found[-1].parent
    inside = shutil.which("initdb")
    return Path(inside).parent if inside else None


@contextmanager
def running() -> Iterator[str]:
    """Run a PostgreSQL and give the address (DATABASE_URL) of its owner's database."""
    bin = programs()
    assert bin is not None, NOT_HERE
    folder = Path(tempfile.mkdtemp(prefix="repatria-pg-", dir="/tmp"))
    as_whom = _user(folder)
    data = folder / "data"
    _run(as_whom, bin / "initdb", "-D", data, "-U", "owner", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
    said = " ".join(f"-c {name}={value}" for name, value in SETTINGS.items())
    options = f"-c listen_addresses= -c unix_socket_directories={folder} {said}"
    control = bin / "pg_ctl"
    _run(as_whom, control, "-D", data, "-w", "-l", folder / "log", "-o", options, "start")
    try:
        yield f"postgres://owner@{quote(str(folder), safe='')}/postgres"
    finally:
        _run(as_whom, control, "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def _user(folder: Path) -> list[str]:
    """Give the words before a command that runs it as somebody who is not root."""
    if os.geteuid() != 0:
        return []
    postgres = pwd.getpwnam("postgres")
    os.chown(folder, postgres.pw_uid, postgres.pw_gid)
    folder.chmod(0o755)
    return ["runuser", "-u", "postgres", "--"]


def _run(as_whom: list[str], *command: object) -> None:
    subprocess.run(
        [*as_whom, *map(str, command)], check=True, cwd="/", stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL
    )
