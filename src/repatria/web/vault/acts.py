"""A party's key is changed by two of its people; everything it sealed is then sealed anew in the background."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from repatria.web.policy import HEADS, Role
from repatria.web.two_persons import rule
from repatria.web.two_persons.models import Act
from repatria.web.two_persons.rule import Weighty
from repatria.web.vault import keys, tasks


def _rotate(act: Act) -> None:
    keys.rotate(act.party_id)
    transaction.on_commit(lambda: tasks.reseal.enqueue(act.party_id))


def _describe(act: Act) -> str:
    return _("The key of {party}").format(party=act.party) if act.party else _("The site's own key")


ROTATE = rule.register(
    Weighty(
        "vault.rotate",
        HEADS | {Role.ADMINISTRATOR},
        gettext_lazy("Change the key that seals our data"),
        _rotate,
        _describe,
        lambda act: _(
            "A new key is made at once. All that was sealed under the old one is sealed anew in the background; "
            "nothing is lost, and work goes on meanwhile."
        ),
    )
)


def propose_rotation(user: Any) -> Act:
    """Propose that the key of the person's own party is changed (the site's own key, for an administrator).

    Raises:
        NotSettled: his role may not, or it is proposed already.
    """
    return rule.propose(ROTATE, user, user.party_code)
