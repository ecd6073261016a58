"""Which of our fields a heading names, and the map a person can give instead."""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from repatria.i18n import _
from repatria.people.errors import BadColumns
from repatria.people.fields import FIELDS
from repatria.people.headings_table import WORDS

CONFIRMED = "confirmed"
"""Stands for the language of a heading that a person has confirmed for this sender."""

IGNORE = "ignore"
"""Stands for our field in a map of columns when a column is to be left alone."""

# One letter for the ways in which one heading is typed: Arabic hamza and ta marbuta, Russian ё, French accents,
# apostrophes.
_SAME_LETTER = str.maketrans(
    {"ё": "е", "’": "'", "ʼ": "'", "`": "'", "‘": "'", "´": "'", "أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه", "ى": "ي",
     "ئ": "ء", "ؤ": "ء", "ـ": None, **dict(zip("àâçéèêëîïôùû", "aaceeeeiiouu", strict=True))}
)  # fmt: skip
_NOT_A_WORD = re.compile(r"[^\w']+|_")
_PAIR = re.compile(r"\s*(?P<heading>.*?\S)\s*=\s*(?P<field>[a-z_]+)\s*(?:,|$)", re.DOTALL)
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")


@dataclass(frozen=True, slots=True)
class Guess:
    """What a heading seems to name: one of our fields, and the language of the heading."""

    field: str
    language: str


def plain(heading: str) -> str:
    """Give a heading without case, punctuation, marks and unseen characters, to look it up."""
    text = unicodedata.normalize("NFKC", heading).casefold().translate(_SAME_LETTER)
    text = "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Mn"))
    words = _NOT_A_WORD.sub(" ", text).split()
    return " ".join(word for w in words if (word := w.strip("'").removesuffix("'s")))


@cache
def _known() -> dict[str, Guess]:
    found = {plain(field): Guess(field, "en") for field in FIELDS}
    for language, fields in WORDS.items():
        for field, words in fields.items():
            for word in words.split("|"):
                found.setdefault(plain(word), Guess(field, language))
    return found


def guess(heading: str, confirmed: Mapping[str, str] | None = None) -> Guess | None:
    """Say which field `heading` names, or None.

    A heading in two languages ("Surname / Прізвище") is taken by the part that is known; English parts are
    preferred. `confirmed` holds headings (as :func:`plain` gives them) that a person has confirmed before.
    """
    if confirmed and (field := confirmed.get(plain(heading))):
        return Guess(field, CONFIRMED)
    known = _known()
    whole = known.get(plain(heading)) or known.get(plain(_ASIDE.sub(" ", heading)))
    if whole:
        return whole
    parts = [known[p] for part in re.split(r"[/|\n()\[\]]", heading) if (p := plain(part)) in known]
    if len({part.field for part in parts}) != 1:
        return None
    return min(parts, key=lambda part: part.language != "en")


def guess_all(header: Sequence[str], confirmed: Mapping[str, str] | None = None) -> list[Guess | None]:
    """Say which field each heading of a list names.

    "Name" beside "Surname" is the given name; alone it is the full name. The same holds in Arabic. The French
    "Nom" beside "Prénom" is the surname; alone it is the full name too.
    """
    guesses = [guess(heading, confirmed) for heading in header]
    fields = Counter(g.field for g in guesses if g)
    meant: dict[str, str] = {}
    if fields["surname"] and not fields["given_name"] and fields["full_name_native"] == 1:
        meant = dict.fromkeys(_BARE_NAMES, "given_name")
    elif fields["surname"] == 1 and not fields["given_name"] and not fields["full_name_native"]:
        meant = {"nom": "full_name_native"}
    return [
        Guess(meant[plain(h)], g.language) if g and g.language != CONFIRMED and plain(h) in meant else g
        for h, g in zip(header, guesses, strict=True)
    ]


_BARE_NAMES = ("name", "names", "الاسم")


def parse_columns(text: str) -> dict[str, str]:
    """Read a map of columns: ``their heading=our_field,...``, or the path of a JSON file ``{"heading": "field"}``.

    Raises:
        BadColumns: not written so, or a field that does not exist.
    """
    path = Path(text)
    columns = _columns_from_json(path) if path.suffix == ".json" else _columns_from_pairs(text)
    return checked_columns(columns)


def _columns_from_pairs(text: str) -> dict[str, str]:
    # A heading may hold commas itself, so a pair ends where a field name does.
    pairs = list(_PAIR.finditer(text))
    if "".join(pair[0] for pair in pairs) != text or not pairs:
        raise BadColumns(_("write the map of columns as “their heading=our_field”, parted by commas"))
    return {pair["heading"].strip(): pair["field"] for pair in pairs}


def _columns_from_json(path: Path) -> dict[str, str]:
    try:
        columns = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as cause:
        raise BadColumns(_("{file} is not a readable JSON file").format(file=path)) from cause
    if not isinstance(columns, dict) or not all(isinstance(v, str) for v in columns.values()):
        raise BadColumns(_('{file}: write {{"their heading": "our_field"}}').format(file=path))
    return columns


def checked_columns(columns: Mapping[str, str]) -> dict[str, str]:
    """Give `columns` back if every right side is one of our fields (or ``ignore``) and none is named twice.

    Raises:
        BadColumns: a field that does not exist, or one field for two headings.
    """
    for field in columns.values():
        if field not in FIELDS and field != IGNORE:
            raise BadColumns(
                _("“{field}” is not a field; there are: {fields}").format(
                    field=field, fields=", ".join([*FIELDS, IGNORE])
                )
            )
    twice = [f for f, n in Counter(columns.values()).items() if n > 1 and f != IGNORE]
    if twice:
        raise BadColumns(_("two headings are mapped to the field “{field}”; keep one").format(field=twice[0]))
    return dict(columns)
