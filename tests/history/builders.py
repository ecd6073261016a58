"""Small invented exchanges between North and South."""

from repatria.history import Exchange, History, table

HEADER = (
    "id,conflict,date,returned_to_a_party,returned_to_a_total,returned_to_a_military,returned_to_a_civilians,"
    "returned_to_b_party,returned_to_b_total,mediators,place,note,sources,confidence"
)


def exchange(on: str, a: str = "", b: str = "", note: str = "", **cells: str) -> Exchange:
    row = {
        "id": f"no-so-{on}",
        "conflict": "North-South",
        "date": on,
        "returned_to_a_party": "NOR",
        "returned_to_a_total": a,
        "returned_to_b_party": "SOU",
        "returned_to_b_total": b,
        "note": note,
        "sources": "https://example.org/1",
        "confidence": "both-sides",
    }
    return table.exchange({**row, **cells})


def history(*exchanges: Exchange) -> History:
    return History(exchanges)
