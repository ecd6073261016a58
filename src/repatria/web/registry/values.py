"""Values of a person: where each comes from, and what stands beside what."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from django.utils import timezone

from repatria.names import script_of


@dataclass(frozen=True, slots=True)
class Origin:
    """Where values come from: the paper or person, its date as far as known, how sure, and who enters them."""

    source: str
    source_date: str
    confidence: str
    by: str


def new_values(texts: Mapping[str, str], origin: Origin, version: int, reason: str = "") -> list[dict[str, Any]]:
    """Give values ready to be kept, in the script and spelling that they were written in."""
    now = timezone.now().isoformat(timespec="seconds")
    common = {**asdict(origin), "at": now, "reason": reason, "version": version}
    return [{"kind": kind, "text": text, "script": script_of(text), **common} for kind, text in texts.items()]


def changed(current: Mapping[str, str], texts: Mapping[str, str]) -> dict[str, str]:
    """Give those of `texts` that say something else than what stands."""
    return {kind: text for kind, text in texts.items() if text != current.get(kind, "")}


def corrects(current: Mapping[str, str], texts: Mapping[str, str]) -> set[str]:
    """Give the kinds of `texts` that stand beside an earlier value, so that a reason is owed."""
    return {kind for kind in texts if current.get(kind)}


def since(values: Iterable[Mapping[str, Any]], version: int) -> list[Mapping[str, Any]]:
    """Give the values that were entered after `version` of a person."""
    return [value for value in values if value.get("version", 1) > version]


def name_of(values: Mapping[str, str]) -> str:
    """Give a person's name for a heading: as written, surname first."""
    parts = [values.get(kind, "") for kind in ("surname", "given_name", "patronymic")]
    whole = " ".join(part for part in parts if part)
    return whole or values.get("full_name_native") or values.get("alternate_names") or values.get("callsign") or ""
