"""Paraphrases of reports, drawn from alternatives that were written apart from the grammar.

A file of ``paraphrases/`` holds blocks, one a sentence of the report, with several wordings each, one a line. A
claim stands in braces: ``{per_side=true|189 Ukrainians came home}``; claims may lie inside one another. Ten
paraphrases are drawn per file, with a seed.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

FOLDER = Path(__file__).parent / "paraphrases"
DRAWN = 10


@dataclass(frozen=True)
class Judged:
    """A claim that a reader marked: type, offsets and verdict."""

    claim_type: str
    verdict: str
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Paraphrase:
    name: str
    text: str
    as_of: date
    claims: tuple[Judged, ...]


def paraphrases() -> Iterator[Paraphrase]:
    for file in sorted(FOLDER.glob("*.txt")):
        first, *lines = file.read_text("utf-8").splitlines()
        as_of = date.fromisoformat(first.removeprefix("# as_of: "))
        blocks = [block.splitlines() for block in "\n".join(lines).split("\n\n")]
        chance = random.Random(file.stem)
        for number in range(DRAWN):
            marked = " ".join(chance.choice(block) for block in blocks)
            yield read(f"{file.stem}-{number}", marked, as_of)


def read(name: str, marked: str, as_of: date) -> Paraphrase:
    """Take the marks out of a text and keep them as claims."""
    text: list[str] = []
    open_marks: list[tuple[str, str, int]] = []
    claims = []
    position = 0
    while position < len(marked):
        char = marked[position]
        if char == "{":
            end = marked.index("|", position)
            claim_type, verdict = marked[position + 1 : end].split("=")
            open_marks.append((claim_type, verdict, len(text)))
            position = end
        elif char == "}":
            claim_type, verdict, start = open_marks.pop()
            claims.append(Judged(claim_type, verdict, start, len(text), "".join(text[start:])))
        else:
            text.append(char)
        position += 1
    return Paraphrase(name, "".join(text), as_of, tuple(claims))
