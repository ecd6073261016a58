"""The blocks that weights learn from: rows of equal birth date, rows of equal names."""

import numpy as np
from numpy.typing import NDArray

from repatria.matching.coding import CodedLists, Side
from repatria.names import ABSENT


def known_days(side: Side) -> NDArray[np.int64]:
    """Give one number per row for a full date of birth, ABSENT where there is none."""
    return np.where(side.birth % 100 > 0, side.birth, ABSENT).astype(np.int64)


def full_names(lists: CodedLists, side: Side) -> NDArray[np.int64]:
    """Give one number per row for surname and given name together, ABSENT where one of them is missing."""
    first = side.first_reading[:-1]
    family, given = side.readings.family[first], side.readings.given[first]
    known = (family != ABSENT) & (given != ABSENT)
    key = np.full(side.height, ABSENT, np.int64)
    key[known] = lists.families.code_number[family[known]].astype(np.int64) << 32 | lists.names.term[given[known]]
    return key
