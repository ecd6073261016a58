"""The whole history in a few sentences, in the reader's language."""

from repatria.history import table_words, words
from repatria.history.history import History
from repatria.i18n import _, isolate


def in_brief(history: History) -> str:
    """The whole history in a few sentences: the text alternative of the timeline."""
    said = []
    for conflict in history.conflicts:
        part = history.of(conflict)
        rows = part.exchanges
        unknown = sum(e.living is None for e in rows)
        said.append(
            _("{conflict}: {n} exchanges from {first} to {last}; {unknown} of them lack a number.").format(
                conflict=table_words.conflict(conflict),
                n=len(rows),
                first=isolate(str(rows[0].date)),
                last=isolate(str(rows[-1].date)),
                unknown=unknown,
            )
        )
        largest = max((e for e in rows if e.living is not None), key=lambda e: e.living or 0, default=None)
        if largest:
            said.append(_("Largest known: {date}, {n} people.").format(date=words.day(largest), n=largest.living))
        said += [
            _("Longest pause: {days} days before {date}.").format(days=p.days, date=words.day(p.after))
            for p in part.longest_pauses(1)
        ]
    return " ".join(said)
