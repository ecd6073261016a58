"""The public history: what is packaged, and every exchange run here whose statement was released."""

from dataclasses import dataclass, replace
from functools import lru_cache

from django.utils.translation import get_language

from repatria.history import About, Exchange, History, from_entries, load, with_rows, words
from repatria.history import Voice as HistoryVoice
from repatria.history.when import When
from repatria.web.exchanges.models import Party
from repatria.web.ledger.enter import read_back
from repatria.web.ledger.models import Entry
from repatria.web.public.models import Statement, Voice

RECORD = "record:"  # begins the source of a row that was counted from the record kept here


# Number and hash of a released statement: neither changes, whatever is released after it.
_Released = tuple[int, str]


@dataclass(frozen=True, slots=True)
class State:
    """What the public history is made of at one moment, in one language. The same state gives the same history."""

    released: tuple[_Released, ...]
    voices: tuple[HistoryVoice, ...]
    language: str


def state() -> State:
    """Give the state as it is now, in the language of the reader."""
    stated = Statement.objects.filter(state=Statement.State.RELEASED, kind=Statement.Kind.CARRIED_OUT)
    released = tuple(stated.order_by("pk").values_list("pk", "sha256"))
    if released:
        words.know_parties(dict(Party.objects.values_list("code", "name")))
    return State(released, tuple(_voice(voice) for voice in Voice.objects.all()), get_language() or "en")


def public_history() -> History:
    """Give the history that the public may see, in the language of the reader."""
    return history_of(state())


@lru_cache(maxsize=16)
def history_of(at: State) -> History:
    """Give the history of one state; `at` must be of the language in force."""
    history = load()
    own = [row for one in at.released for row in _rows(one, at.language)]
    history = with_rows(history, own) if own else history
    return replace(history, voices=(*history.voices, *at.voices))


@lru_cache(maxsize=256)
def _rows(released: _Released, language: str) -> tuple[Exchange, ...]:
    return tuple(rows_of(Statement.objects.get(pk=released[0])))


def rows_of(statement: Statement) -> list[Exchange]:
    """Give the rows of the history for the exchange of a released statement, counted from the record's receipts."""
    exchange = statement.exchange
    process = exchange.process
    about = About(conflict=process.conflict, place=statement.place, mediators=(process.mediator.code,))
    entries = Entry.objects.filter(exchange__in=[exchange.reference, ""]).order_by("pk")
    documents = [{"act": "record opened", "parties": [side.code for side in process.sides]}]
    documents += [read_back(entry) for entry in entries if entry.act not in ("record opened", "correction")]
    return from_entries(documents, f"{RECORD}{exchange.reference}", about)


def is_own(found: Exchange) -> bool:
    """Say whether an exchange of the history was run here, not packaged from public sources."""
    return any(source.startswith(RECORD) for source in found.sources)


def id_of(statement: Statement) -> str | None:
    """Give the id under which the history knows the exchange of a released statement; its first day, if several."""
    rows = _rows((statement.pk, statement.sha256), get_language() or "en")
    return rows[0].id if rows else None


def _voice(voice: Voice) -> HistoryVoice:
    return HistoryVoice(
        exchange=voice.about,
        speaker=voice.speaker,
        role=voice.role,
        party="",
        on=When.on(voice.on),
        place=voice.said_in,
        link=voice.link,
        said=voice.said,
        language=voice.language,
        original=voice.original,
        found_elsewhere=voice.found_elsewhere,
    )
