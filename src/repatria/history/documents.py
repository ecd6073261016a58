"""The history as JSON documents."""

from hashlib import sha256

from repatria.history import table, words
from repatria.history.exchange import Exchange, Side
from repatria.history.history import History
from repatria.history.ranks import FirstSince, LargestSince

FORMAT = "repatria-history/1"


def document(history: History, pauses: int = 5) -> dict[str, object]:
    """Give everything that `repatria history --json` prints. An unknown number is null."""
    return {
        "format": FORMAT,
        "version": version(history),
        "exchanges": [exchange(e, history) for e in history],
        "totals": [
            {
                "conflict": t.conflict,
                "year": t.year,
                "party": t.party,
                "at_least": t.people,
                "complete": t.complete,
                "exchanges": t.exchanges,
                "without_number": t.unknown,
                "record_lacks": list(t.missing),
                "in_words": t.in_words(),
            }
            for t in history.totals()
        ],
        "longest_pauses": [
            {"conflict": p.conflict, "after": p.before.id, "before": p.after.id, "days": p.days}
            for p in history.longest_pauses(pauses)
        ],
        "gaps": [
            {"conflict": g.conflict, "from": str(g.first), "until": str(g.last), "missing": g.missing}
            for g in history.gaps
        ],
        "held_claims": [
            {
                "date": str(h.date),
                "speaker": h.speaker,
                "party": h.party,
                "number": h.number,
                "how": h.how,
                "what": h.what,
                "sources": list(h.sources),
            }
            for h in history.held_claims
        ],
    }


def version(history: History) -> str:
    """Name this very table for a citation: 12 hexadecimal digits that change when any cell of it does."""
    return sha256(table.write(history).encode()).hexdigest()[:12]


def exchange(e: Exchange, history: History) -> dict[str, object]:
    """Give one exchange with what is computed about it."""
    return {
        "id": e.id,
        "conflict": e.conflict,
        "date": str(e.date),
        "date_exact": e.date.exact,
        "until": e.tags.until and e.tags.until.isoformat(),
        "announced": e.tags.announced and e.tags.announced.isoformat(),
        "returned": [_side(side) for side in e.sides],
        "both_sides": e.living,
        "mediators": list(e.mediators),
        "place": e.place or None,
        "series": e.tags.series,
        "ordinals": [
            {
                "counter": o.counter,
                "number": o.number,
                "inferred": not o.sure,
                "running_total": o.running_total,
            }
            for o in e.tags.ordinals
        ],
        "statements_differ": e.tags.differ,
        "statements": [
            {
                "speaker": s.speaker,
                "party": s.party or None,
                "category": s.category,
                "number": s.number,
                "how": s.how,
                "remark": s.remark,
            }
            for s in e.statements
        ],
        "note": e.note,
        "sources": list(e.sources),
        "confidence": e.confidence,
        "first_since": _first(history.first_since(e)),
        "largest_since": _largest(history.largest_since(e)),
        "corrects": len(history.superseded.get(e.id, ())),
    }


def _side(side: Side) -> dict[str, object]:
    return {
        "party": list(side.parties),
        "total": side.total,
        "military": side.military,
        "civilians": side.civilians,
    }


def _first(found: FirstSince) -> dict[str, object]:
    return {
        "previous": found.previous and found.previous.id,
        "days": list(found.days) if found.days else None,
        "same_day": [e.id for e in found.same_day],
        "perhaps_between": [e.id for e in found.perhaps_between],
        "record_incomplete": [g.missing for g in found.gaps],
        "in_words": words.first_since(found),
    }


def _largest(found: LargestSince) -> dict[str, object]:
    return {
        "people": found.size,
        "as_large_or_larger": found.larger and found.larger.id,
        "unknown_between": [e.id for e in found.unknown_between],
        "in_words": words.largest_since(found),
    }
