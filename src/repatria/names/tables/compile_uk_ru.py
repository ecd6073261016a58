"""Compile `given_uk_ru.tsv` and `patronymics_uk_ru.tsv` from the package names_translator (MIT, D. Chaplinsky).

Kept are only the pairs whose Ukrainian and Russian forms have different codes and whose first-ranked
translation it is: what one code already covers needs no table. Run once by a maintainer, in an environment
that has names_translator 2.1: ``python -m repatria.names.tables.compile_uk_ru``. Not used at run time.
"""

import importlib
from pathlib import Path
from typing import Any

from repatria.names import slavic

NOTICE = """# {what} that are one name in Ukrainian and in Russian and whose codes differ.
# Compiled from the PyPI package names_translator 2.1.0, (c) 2018 Dmitry Chaplinsky, MIT licence:
# see NOTICE-names_translator.txt beside this file.
"""


def _pairs(pool: dict[str, list[str]]) -> list[tuple[str, str]]:
    found = []
    for ukrainian, russian in sorted(pool.items()):
        best = russian[0].lower()
        if " " in ukrainian or "-" in ukrainian or len(ukrainian) < 3:
            continue
        found.append((ukrainian, best))
    return found


def _write(name: str, what: str, pairs: list[tuple[str, str]]) -> None:
    lines = "".join(f"{ukrainian}\t{russian}\n" for ukrainian, russian in pairs)
    Path(__file__).with_name(name).write_text(NOTICE.format(what=what) + lines, encoding="utf-8")


def main() -> None:
    """Write both tables beside this file."""
    dictionaries: Any = importlib.import_module("names_translator.dicts").default_dicts()
    given = [p for p in _pairs(dictionaries.as_dict("first")) if slavic.sounds(p[0]) != slavic.sounds(p[1])]
    fathers = [
        p
        for p in _pairs(dictionaries.as_dict("patronymic"))
        if slavic.father_code(p[0])
        and slavic.father_code(p[1])
        and slavic.father_code(p[0]) != slavic.father_code(p[1])
    ]
    _write("given_uk_ru.tsv", "Given names", given)
    _write("patronymics_uk_ru.tsv", "Patronymics", fathers)


if __name__ == "__main__":
    main()
