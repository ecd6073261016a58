"""What changed between two versions of one list: rows added, rows gone, cells that say something else."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from repatria.web.lists.models import NameList, Row


@dataclass(slots=True)
class Changes:
    """Keys of rows: new ones, gone ones (of the version before), and (before, now) where the words differ."""

    added: list[UUID] = field(default_factory=list)
    gone: list[UUID] = field(default_factory=list)
    changed: list[tuple[UUID, UUID]] = field(default_factory=list)
    same: int = 0

    @property
    def any(self) -> bool:
        """Whether anything changed."""
        return bool(self.added or self.gone or self.changed)


def between(before: NameList, now: NameList) -> Changes:
    """Compare two versions by the sender's numbers and the blind index of each row; no row is opened for it."""
    earlier, later = _by_code(before), _by_code(now)
    found = Changes()
    for code, (key, says) in later.items():
        if code not in earlier:
            found.added.append(key)
        elif earlier[code][1] == says:
            found.same += 1
        else:
            found.changed.append((earlier[code][0], key))
    found.gone = [key for code, (key, _says) in earlier.items() if code not in later]
    return found


def _by_code(name_list: NameList) -> dict[tuple[str, int], tuple[UUID, bytes]]:
    """Rows by the sender's number; where a number stands twice, the first, the second and so on."""
    rows = Row.objects.filter(list=name_list).order_by("sheet", "number").values_list("code", "pk", "says")
    found: dict[tuple[str, int], tuple[UUID, bytes]] = {}
    seen: dict[str, int] = {}
    for code, key, says in rows:
        seen[code] = seen.get(code, 0) + 1
        found[code, seen[code]] = (key, bytes(says))
    return found


def cells(before: dict[str, str], now: dict[str, str]) -> Iterable[tuple[str, str, str]]:
    """Give (column, before, now) for the columns that differ."""
    for name in sorted(before.keys() | now.keys()):
        if before.get(name, "") != now.get(name, ""):
            yield name, before.get(name, ""), now.get(name, "")
