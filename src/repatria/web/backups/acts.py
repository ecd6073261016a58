"""Going back to a backup: proposed by one administrator, confirmed by another, done at the machine.

The site cannot change the database under its own feet; so what the second person confirms is an order, good for a
day, that ``repatria backup restore`` carries out while the site rests. Neither of the two sees a person by it.
"""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from repatria.web.backups import archive
from repatria.web.policy import Role
from repatria.web.two_persons import rule
from repatria.web.two_persons.models import Act

GOOD_FOR = timedelta(days=1)


def _still_the_same(act: Act) -> None:
    """What is confirmed is the file that was proposed, byte for byte."""
    if archive.named(act.subject).sha256() != act.details["sha256"]:
        raise rule.NotSettled(_("This backup is not the file that was proposed any more; propose it anew."))


RESTORE = rule.register(
    rule.Weighty(
        "backups.restore",
        frozenset({Role.ADMINISTRATOR}),
        gettext_lazy("Go back to a backup"),
        _still_the_same,
        lambda act: f"{act.subject} ({act.details['sha256'][:16]})",
        lambda act: _(
            "Whoever works at the machine can, within a day, stop the site and run “repatria backup restore”. All "
            "that was entered since this backup is then gone from the site; the record keeps its entries. What "
            "stands now is backed up first."
        ),
    )
)


def propose(user: Any, name: str) -> Act:
    """Propose, as the first of two administrators, to go back to the backup of this name.

    Raises:
        NoSuchBackup: it is not there. NotSettled: the role may not, or it is proposed already.
    """
    return rule.propose(RESTORE, user, name, sha256=archive.named(name).sha256())


def ordered() -> Act | None:
    """Give the order to go back that two administrators have given within the last day, if there is one."""
    since = timezone.now() - GOOD_FOR
    done = Act.objects.filter(kind=RESTORE.kind, state=Act.State.DONE, settled_at__gt=since)
    return done.select_related("proposed_by", "settled_by").order_by("-settled_at").first()
