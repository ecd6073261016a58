"""Lists drawn from the manifest: who leaves which site, who sits in which bus."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from repatria.handover.manifest import Line, Manifest


@dataclass(frozen=True, slots=True)
class DepartureList:
    """Everybody who leaves one site in one stage: the complete list before departure (GC III 46)."""

    stage: int
    site: str
    holder: str
    receiver: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class BusList:
    """Everybody in one bus, seat by seat."""

    stage: int
    bus: str
    holder: str
    receiver: str
    lines: tuple[Line, ...]


def departure_lists(manifest: Manifest, lines: Iterable[Line] | None = None) -> list[DepartureList]:
    """Give a list for each stage, site and direction; `lines` are those who travel, else all that are signed."""
    parts = _parted(
        manifest.lines if lines is None else lines, lambda line: (line.stage, line.site, line.holder, line.receiver)
    )
    return [DepartureList(*key, some) for key, some in parts]


def bus_lists(manifest: Manifest, lines: Iterable[Line] | None = None) -> list[BusList]:
    """Give a list for each bus; `lines` as in :func:`departure_lists`."""
    seated = [line for line in (manifest.lines if lines is None else lines) if line.bus]
    parts = _parted(seated, lambda line: (line.stage, line.bus, line.holder, line.receiver))
    return [BusList(*key, tuple(sorted(some, key=lambda line: line.seat))) for key, some in parts]


_Key = tuple[int, str, str, str]


def _parted(lines: Iterable[Line], key: Callable[[Line], _Key]) -> list[tuple[_Key, tuple[Line, ...]]]:
    found: dict[_Key, list[Line]] = {}
    for line in lines:
        found.setdefault(key(line), []).append(line)
    return [(one, tuple(found[one])) for one in sorted(found)]
