"""Work of the vault in the background."""

import logging

from django_tasks import task

from repatria.web.vault import rotation

log = logging.getLogger("repatria.vault")


@task()
def reseal(party: int | None) -> int:
    """Seal anew all that a party has under an old key. Interrupted, it can simply be asked for again."""
    done = rotation.reseal(party)
    log.info("%s values were sealed anew", done)
    return done
