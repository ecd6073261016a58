"""The public account: every known exchange, who came home, who said what, and what nobody published.

The front door. Everything below is typed, reads no clock and no network, and speaks the reader's language
(``with repatria.i18n.language("ar"):``) where it gives words::

    history = load(additions)                      # packaged rows, an installation's own CSV rows on top
    history = with_rows(history, from_entries(entries, source, About(conflict="North-South")))
    history.at(day)                                # as it was on a day; .of("Russia-Ukraine") one conflict alone

    e = history.exchange("ru-ua-2026-02-05")       # or UnknownExchange
    history.first_since(e).previous, .days         # (126, 126): shortest and longest possible gap
    history.largest_since(e).larger, .size         # the last earlier one as large; .unknown_between
    history.previous(e)                            # shortcut
    history.neighbours(e).before, .after, .same_day
    history.series_of(e)                           # None, or .name, .exchanges, .position, .talks, .people
    history.mediators(e)                           # Mediator(code, host_only).name
    history.sources(e)                             # Source(text, link or None, host)
    history.accounts(e)                            # .formula, .sides[0].own / .by_others / .details, .together
    history.voices_of(e)                           # Voice(speaker, role, party, on, place, link, said, original)
    history.still_held(as_of, "UKR")               # claims with speaker and date, newest first; never facts
    history.totals(), .longest_pauses(5), .gaps, .ordinals("UKR"), .series(name), .superseded

    timeline_svg(history, highlight=e.id)          # SVG; style=False and CSS for a page with a strict policy
    documents.document(history)                    # JSON; documents.exchange(e, history) for one; table.write: CSV
    words.first_since(found), words.largest_since(found), words.party("UKR"), words.day(e)
    check(row, history, today, correction=False)   # BadExchange if the row contradicts itself or what is known
    compare(quoted, original), most_like(quoted, history.voices_of(e))   # is a quotation what was said?
"""

from repatria.history import documents, table, table_words, words
from repatria.history.additions import check
from repatria.history.captivity import Gap, HeldClaim
from repatria.history.context import Accounts, Mediator, Neighbours, Series, SideAccount, Source
from repatria.history.entries import About, from_entries
from repatria.history.errors import (
    BadExchange,
    BadHistoryFile,
    HistoryError,
    UnknownConflict,
    UnknownExchange,
)
from repatria.history.exchange import Exchange, Side, Statement, Talks
from repatria.history.history import History
from repatria.history.packaged import load, with_rows
from repatria.history.ranks import FirstSince, LargestSince
from repatria.history.tags import Ordinal, Tags
from repatria.history.timeline import CSS, timeline_svg
from repatria.history.totals import Pause, YearTotal
from repatria.history.voices import Quotation, Voice, compare, most_like
from repatria.history.when import When

__all__ = [
    "CSS",
    "About",
    "Accounts",
    "BadExchange",
    "BadHistoryFile",
    "Exchange",
    "FirstSince",
    "Gap",
    "HeldClaim",
    "History",
    "HistoryError",
    "LargestSince",
    "Mediator",
    "Neighbours",
    "Ordinal",
    "Pause",
    "Quotation",
    "Series",
    "Side",
    "SideAccount",
    "Source",
    "Statement",
    "Tags",
    "Talks",
    "UnknownConflict",
    "UnknownExchange",
    "Voice",
    "When",
    "YearTotal",
    "check",
    "compare",
    "documents",
    "from_entries",
    "load",
    "most_like",
    "table",
    "table_words",
    "timeline_svg",
    "with_rows",
    "words",
]
