"""An earlier published version stays in the record; a correction stands beside it."""

from django.utils.translation import gettext as _

from repatria.web.ledger import enter as ledger
from repatria.web.public.models import SideAccount, Statement
from repatria.web.two_persons.rule import NotSettled


def enter_correction(old: Statement | SideAccount, code: str) -> None:
    """Enter for party `code` that a published version was corrected.

    Raises:
        NotSettled: that version is not in the record yet.
    """
    if old.entry is None or old.entry.index is None:
        raise NotSettled(_("the earlier version is still on its way into the record; confirm again in a minute"))
    ledger.enter("correction", by=code, corrects=old.entry.index, reason="decided otherwise")
