"""Carrying out the order of two administrators to go back to a backup, while the site rests."""

import shutil
from pathlib import Path

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from repatria.errors import RepatriaError
from repatria.web.backups import acts, archive, database
from repatria.web.backups.archive import Backup
from repatria.web.compartments import house
from repatria.web.ledger.enter import approvals, enter
from repatria.web.ledger.models import Entry
from repatria.web.two_persons.models import Act
from repatria.web.vault import keys


class NotOrdered(RepatriaError):
    """Nobody, or not two people, want to go back; or the backup is not the one they mean."""


def restore() -> tuple[Backup, Backup]:
    """Go back to the backup that two administrators have ordered. Gives it, and the backup of what stood before.

    Raises:
        NotOrdered: there is no order of the last day, or the file has changed since.
        NoSuchBackup, CannotCopy: it is not there, damaged, or the database refuses. What stood before stands.
    """
    order = acts.ordered()
    if order is None:
        raise NotOrdered(
            _(
                "no two administrators have asked for this within the last day; propose it under Backups, let a "
                "second administrator confirm it, then run this again"
            )
        )
    backup = archive.named(order.subject)
    if backup.sha256() != order.details["sha256"]:
        raise NotOrdered(_("this backup is not the file that the two administrators have confirmed"))
    before = archive.make(timezone.now())
    with archive.unpacked(backup) as folder:
        database.put_back(folder / archive.DATABASE)
        _put_files_back(folder / archive.FILES)
    keys.forget()
    return backup, before


def _put_files_back(files: Path) -> None:
    if files.is_dir():
        shutil.copytree(files, settings.SEALED_FILES, dirs_exist_ok=True)


def note(order: Act) -> None:
    """Note in the record that the site has gone back, and end every session of that day.

    Call it once the database is up to date again. `order` was read before: the backup does not know of it.
    """
    with house(), transaction.atomic():
        Session.objects.all().delete()
        enter(
            "backup restored",
            by="LOG",
            size=Entry.objects.exclude(index=None).count(),
            approvals=approvals(order.proposed_by, order.settled_by),
        )
