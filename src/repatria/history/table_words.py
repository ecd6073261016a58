"""Sentences and names of the packaged tables in the reader's language; a table of one's own is quoted as it is.

Only the small, closed sets are here: what is missing, conflicts, and who made a claim. Notes, places and remarks
stay in the language in which they were written.
"""

from repatria.i18n import _

LANGUAGE = "en"  # in which the packaged tables are written

_MISSING = {
    "Kyiv's tenth exchange was not found": lambda: _("Kyiv's tenth exchange was not found"),
    "most local exchanges of the summer of 2022 were not found": lambda: _(
        "most local exchanges of the summer of 2022 were not found"
    ),
    "Kyiv counted 28 exchanges by 27 October 2022; only 19 of them are rows here": lambda: _(
        "Kyiv counted 28 exchanges by 27 October 2022; only 19 of them are rows here"
    ),
    "17 people whom Kyiv counted as returned are in no row": lambda: _(
        "17 people whom Kyiv counted as returned are in no row"
    ),
    "neither side published daily numbers for the nine stages agreed in Istanbul": lambda: _(
        "neither side published daily numbers for the nine stages agreed in Istanbul"
    ),
    "the table is not complete after 6 March 2026": lambda: _("the table is not complete after 6 March 2026"),
}
_SPEAKERS = {
    "Putin": lambda: _("Putin"), "Zelensky": lambda: _("Zelensky"), "Budanov": lambda: _("Budanov"),
    "Ukraine's Interior Ministry": lambda: _("Ukraine's Interior Ministry"),
}  # fmt: skip
_CONFLICTS = {
    "Russia-Ukraine": lambda: _("Russia and Ukraine"), "Russia-US": lambda: _("Russia and the United States"),
    "Armenia-Azerbaijan": lambda: _("Armenia and Azerbaijan"), "Yemen": lambda: _("Yemen"),
    "Israel-Hamas": lambda: _("Israel and Hamas"),
    "Russia-Belarus-West": lambda: _("Russia, Belarus and the West"),
}  # fmt: skip


def missing(what: str) -> str:
    """Say what the table lacks in some stretch of time."""
    return _MISSING[what]() if what in _MISSING else what


def conflict(name: str) -> str:
    """Name a conflict; the table's own name of it, which files and commands use, stays."""
    return _CONFLICTS[name]() if name in _CONFLICTS else name


def speaker(name: str) -> str:
    """Name who made a claim about people still held."""
    return _SPEAKERS[name]() if name in _SPEAKERS else name
