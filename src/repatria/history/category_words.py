"""What a number of the history counts, in the reader's language."""

from repatria.i18n import _

_CATEGORIES = {
    "formula": lambda: _("announced, each side:"), "total": lambda: _("people:"),
    "military": lambda: _("military:"),
    "civilians": lambda: _("civilians:"), "officers": lambda: _("officers:"), "women": lambda: _("women:"),
    "men": lambda: _("men:"), "wounded": lambda: _("wounded:"), "ill": lambda: _("ill:"),
    "bodies": lambda: _("remains:"), "police": lambda: _("police officers:"), "medics": lambda: _("medics:"),
    "under_25": lambda: _("under 25 years of age:"), "sailors": lambda: _("sailors:"),
    "foreigners": lambda: _("foreigners:"), "children": lambda: _("children:"), "clergy": lambda: _("clergy:"),
    "prisoners_of_war": lambda: _("prisoners of war:"), "running_total": lambda: _("people up to that day:"),
    "agreed": lambda: _("agreed:"), "held_since_2022": lambda: _("held since 2022:"),
    "held_since_2014": lambda: _("held since 2014:"), "other_ranks": lambda: _("other ranks:"),
    "rescuers": lambda: _("rescuers:"), "published": lambda: _("in the published statement:"),
    "able_bodied": lambda: _("able-bodied prisoners of war:"),
    "retained_personnel": lambda: _("retained medics and chaplains:"),
    "seriously_wounded_or_sick": lambda: _("seriously wounded or sick:"),
    "first_in_months": lambda: _("called the first in so many months:"),
    "exchange": lambda: _("exchanged one for one:"),
    "series_formula": lambda: _("agreed for all stages, each side:"),
    "series_total": lambda: _("in all stages:"), "prisoners": lambda: _("prisoners:"),
    "outside_exchanges": lambda: _("outside exchanges, up to that day:"),
    "separate_release": lambda: _("released separately:"), "stayed": lambda: _("chose to stay:"),
    "conscripts": lambda: _("conscripts:"), "commanders": lambda: _("commanders:"), "pilots": lambda: _("pilots:"),
    "national_guard": lambda: _("National Guard:"), "territorial_defence": lambda: _("Territorial Defence:"),
    "azovstal": lambda: _("defenders of Azovstal:"), "mariupol": lambda: _("defenders of Mariupol:"),
    "deputy_mayor": lambda: _("deputy mayor:"), "missing_before": lambda: _("until then listed as missing:"),
    "from_belarus": lambda: _("from prisons in Belarus:"), "life_terms": lambda: _("serving life or long terms:"),
    "taken_in_kursk": lambda: _("taken prisoner in Kursk region:"),
    "taken_in_karabakh": lambda: _("taken prisoner in Karabakh:"),
    "detained_in_gaza": lambda: _("detained in Gaza during the war:"),
    "terms_istanbul": lambda: _("under the Istanbul terms"), "group": lambda: _("in one group:"),
    "first_day": lambda: _("on the first day:"), "sensitive": lambda: _("of a sensitive category"),
    "held_in": lambda: _("states they had been held in:"), "year_total": lambda: _("people in the year:"),
}  # fmt: skip


_COLON = ":\u00a0 "


def counted(category: str, about: str = "") -> str:
    """Say in words what a statement of this category counts; a category of one's own is told as it is written.

    Args:
        category: without what may stand behind a colon in it, as ``year_total`` of ``year_total:2024``.
        about: that, in words.
    """
    words = _CATEGORIES[category]() if category in _CATEGORIES else category.replace("_", " ")
    return f"{words.rstrip(_COLON)} ({about}):" if about else words
