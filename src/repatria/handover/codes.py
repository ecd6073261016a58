"""Line codes: short enough to shout, checked enough to type in the rain.

A code is the holder's letters, the line's number and one check digit by ISO 7064, MOD 11,10: every single wrong
digit and nearly every exchange of two neighbours is noticed. Numbers run through the whole manifest, so the letters
say nothing new and catch what the digit lets pass.
"""

import re

from repatria.handover.errors import BadCode
from repatria.i18n import _

_CODE = re.compile(r"([A-Z]{2,4})-([0-9]{3,5})-([0-9])")


def line_code(holder: str, number: int) -> str:
    """Give the code of line `number` (from 1) of a manifest, such as ``NTH-017-9``."""
    digits = f"{number:03d}"
    return f"{holder}-{digits}-{check_digit(digits)}"


def check_digit(digits: str) -> int:
    """Give the check digit of a row of decimal digits (ISO 7064, MOD 11,10)."""
    carry = 10
    for digit in digits:
        carry = (carry + int(digit)) % 10 or 10
        carry = carry * 2 % 11
    return (11 - carry) % 10


def read_code(text: str) -> tuple[str, int]:
    """Give the holder and the number that a code names; case and spaces do not matter.

    Raises:
        BadCode: it is not a code, or its check digit does not fit.
    """
    found = _CODE.fullmatch(re.sub(r"\s+", "", text).upper())
    if found is None:
        raise BadCode(_("not a code of a line; it looks like NTH-017-9"))
    holder, digits, check = found.groups()
    if check_digit(digits) != int(check) or line_code(holder, int(digits)) != found.group():
        raise BadCode(_("the last digit does not fit: look at the code again, a digit is wrong"))
    return holder, int(digits)
