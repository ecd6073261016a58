"""Selectors: which captives a term or an aim speaks of (section 3 of the format)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from repatria.i18n import _
from repatria.planning.captives import Captives, Mask
from repatria.planning.fields import Fields, whole_number

WORDS = ("holder", "origin", "dest", "category", "health", "site", "group")
LEAST = {"grade_min": "grade", "min_days": "days", "min_age": "age"}
MOST = {"grade_max": "grade", "max_days": "days", "max_age": "age"}
_SMALLEST = -(10**9)


@dataclass(frozen=True, slots=True)
class Selector:
    """All given conditions must hold; no condition matches everybody."""

    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    bounds: Mapping[str, int] = field(default_factory=dict)
    ids: frozenset[str] | None = None

    @classmethod
    def read(cls, fields: Fields) -> "Selector":
        """Read a selector object.

        Raises:
            BadInstance: an unknown key or a value of the wrong type.
        """
        words = {k: _texts(fields, k) for k in WORDS if k in fields}
        bounds = {
            k: whole_number(fields.raw(k), _SMALLEST, -_SMALLEST, f"{fields.place}, {k}")
            for k in (*LEAST, *MOST)
            if k in fields
        }
        ids = _texts(fields, "ids") if "ids" in fields else None
        fields.done()
        return cls(words, bounds, ids)

    def matches(self, captives: Captives) -> Mask:
        """Give the mask of those who match."""
        mask = np.ones(len(captives), dtype=np.bool_)
        if self.ids is not None:
            mask[:] = False
            mask[captives.positions(self.ids)] = True
        for name, wanted in self.words.items():
            mask &= captives.coded(name).among(wanted)
        for name, bound in self.bounds.items():
            if name in LEAST:
                mask &= captives.numbers(LEAST[name]) >= bound
            else:
                mask &= captives.numbers(MOST[name]) <= bound
        return mask

    def unknown(self, captives: Captives) -> int:
        """Count the names (ids, parties, sites, groups) that nobody in the list bears."""
        missing = 0 if self.ids is None else len(self.ids) - len(captives.positions(self.ids))
        return missing + sum(
            len(wanted - set(captives.coded(k).words)) for k, wanted in self.words.items() if k in ("site", "group")
        )


def _texts(fields: Fields, name: str) -> frozenset[str]:
    value: Any = fields.raw(name)
    texts = value if isinstance(value, list) else [value]
    if not all(isinstance(text, str) for text in texts):
        raise fields.wrong(name, _("must be text or a list of texts"))
    return frozenset(texts)
