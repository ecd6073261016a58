"""What a family reads, in plain words. Closed texts: nobody writes anything else beside them."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from repatria.web.families.models import Answer

Kind: Any = Answer.Kind

# Read by who has a receipt, whether or not it was ever given out: it must be true in both cases.
NOTHING_YET = (
    _("There is no news that we can tell you yet."),
    _(
        "We compare requests with the registers and lists that we receive, again and again. Come back with "
        "your receipt when you like: what we may tell you will stand here."
    ),
)
ANSWERS: dict[str, tuple[Any, Any]] = {
    Kind.NO_DATA: NOTHING_YET,
    Kind.IN_REGISTER: (
        _("The name stands in a register."),
        _(
            "A side has written the name into a register or onto a list. That does not say that the person is "
            "held, nor where. We cannot say more yet."
        ),
    ),
    Kind.PROBABLY_CAPTIVE: (
        _("The person is probably held as a captive. It is not confirmed."),
        _(
            "A side says that it holds a person whom we believe to be the one you look for. No delegate of the "
            "ICRC has seen the person yet."
        ),
    ),
    Kind.CONFIRMED: (
        _("The person is held as a captive. The ICRC has confirmed it."),
        _(
            "A delegate of the ICRC has seen the person. We do not say where: that protects the person and "
            "everybody who is held there."
        ),
    ),
    Kind.RETURNED: (
        _("The person has returned."),
        _("The person is no longer held, and was received. Please call us if you have not heard yet."),
    ),
    Kind.CALL_US: (
        _("Please call us."),
        _(
            "A person wants to speak with you about your request. Please call, or come to the office nearest to "
            "you."
        ),
    ),
    Kind.NAME_SUBMITTED: (
        _("The name stands on a list that was handed over."),
        _("It was handed to the other side for an exchange. That is no promise that the person will be exchanged."),
    ),
    Kind.NAME_REFUSED: (
        _("The name was handed over, and the other side did not agree to it."),
        _("That is no answer for good. Lists are handed over again, and we go on searching."),
    ),
}
