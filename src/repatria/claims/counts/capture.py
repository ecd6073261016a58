"""In which year people were captured: "139 had been in captivity since 2022", "captured in 2022: 139"."""

from collections.abc import Sequence

from repatria.claims.counts.item import Item
from repatria.claims.words.dates import Said
from repatria.claims.words.patterns import compiled
from repatria.claims.words.tags import Atom


def held_since(item: Item) -> tuple[str, int] | None:
    """The kind of people by their year of capture, and the last atom that tells it; None where none is told."""
    tags, at = item.sentence.tags, item.at
    before = _year_of_capture(item.sentence.atoms[:at])
    if before:
        return f"held_since_{before}", at
    after = compiled(r"[pA]?,?[^;.n&,]{0,4}[jhq][^;.n&]{0,6}?(?<year>d)").match(tags, at + 1)
    said = item.sentence.atoms[after.start("year")].value if after else None
    if isinstance(said, Said) and said.year and said.month is None:
        return f"held_since_{said.year}", after.start("year")
    for i in range(at + 1, min(at + 9, len(tags) - 1)):
        if tags[i] in ",;.n&":
            return None
        if tags[i] == "s":
            said = next((a.value for a in item.sentence.atoms[i + 1 : i + 3] if a.tag == "d"), None)
            year = getattr(said, "year", None)
            if year and getattr(said, "month", None) is None and set(tags[at : i + 4]) & set("hqj"):
                return f"held_since_{year}", i + 1
    return None


def _year_of_capture(before: Sequence[Atom]) -> int | None:
    """ "*Captured in 2022*: 139 of them"; "in custody *since 2022* were 139"."""
    tags = "".join(a.tag for a in before)
    for m in compiled(r"[hqj][^n.]{0,8}(?<year>d)[^n.d]{0,4}$").finditer(tags):
        year = before[m.start("year")].value
        if isinstance(year, Said) and year.year and year.month is None:
            return year.year
    return None
