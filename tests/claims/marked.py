"""Sentences of a file with what is to be found in each: a language, the type of the claim, and the sentence.

A line is ``language|type|sentence``; the type is ``-`` where nothing is to be found, and the claim stands in double
brackets.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path

from repatria.claims import Claim, check
from repatria.history import load

DAY = date(2026, 2, 6)
Stretch = tuple[int, int]


def sentences(name: str) -> Iterator[tuple[str, str, str]]:
    """Language, type and marked sentence of each line of a file beside this one."""
    for line in (Path(__file__).parent / name).read_text("utf-8").splitlines():
        language, kind, marked = line.split("|", 2)
        yield language, kind, marked


def found_in(
    openings: Mapping[str, str], language: str, marked: str, types: Collection[str]
) -> tuple[list[Claim], list[Stretch]]:
    """The claims of `types` in a sentence told behind the opening of its language, and what is marked in it."""
    text, stretches = openings[language], []
    for number, part in enumerate(re.split(r"\[\[|\]\]", marked)):
        if number % 2:
            stretches.append((len(text), len(text) + len(part)))
        text += part
    claims = check(text, load(), DAY).claims
    return [c for c in claims if c.claim_type in types and c.start >= len(openings[language])], stretches


def gives_its_claim_and_no_other(kind: str, found: Collection[Claim], stretches: Collection[Stretch]) -> bool:
    """Is what was found of that type, and does each claim touch a marked stretch?"""
    touches = all(any(c.start < end and start < c.end for start, end in stretches) for c in found)
    return {c.claim_type for c in found} == {kind} - {"-"} and touches
