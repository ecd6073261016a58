"""All rows in one place, in the order of the treaties."""

from collections.abc import Mapping
from types import MappingProxyType

from repatria.conventions.errors import UnknownRule
from repatria.conventions.first_convention import MEDICS_AND_THE_DEAD
from repatria.conventions.fourth_convention import CIVILIANS_AND_MISSING
from repatria.conventions.medical_commission import COMMISSION
from repatria.conventions.rules import Rule, by_id
from repatria.conventions.third_convention import CAPTIVITY
from repatria.conventions.third_convention_end import RETURN_AND_CONTROL

RULES: Mapping[str, Rule] = MappingProxyType(
    by_id(MEDICS_AND_THE_DEAD, CAPTIVITY, RETURN_AND_CONTROL, COMMISSION, CIVILIANS_AND_MISSING)
)


def rule(name: str) -> Rule:
    """Give the row called `name`.

    Raises:
        UnknownRule: no row has that name.
    """
    if name not in RULES:
        raise UnknownRule
    return RULES[name]
