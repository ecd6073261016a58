"""Recall, precision and verdicts of found claims against judged ones: same type, overlapping span, one to one."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from repatria.claims import Claim, check
from repatria.history import History, load
from tests.claims.paraphrases import FOLDER, Judged, Paraphrase, paraphrases, read


@dataclass
class Score:
    hit: int = 0
    missed: int = 0
    extra: int = 0
    right: int = 0
    true_for_false: int = 0

    @property
    def recall(self) -> float:
        return self.hit / max(1, self.hit + self.missed)

    @property
    def precision(self) -> float:
        return self.hit / max(1, self.hit + self.extra)

    @property
    def verdicts(self) -> float:
        return self.right / max(1, self.hit)


def pairs(wanted: Iterable[Judged], found: Iterable[Claim]) -> list[tuple[Judged, Claim]]:
    """Match claims of one type with the largest overlap first, each once."""
    overlaps = [
        (min(w.end, f.end) - max(w.start, f.start), i, j, w, f)
        for i, w in enumerate(wanted)
        for j, f in enumerate(found)
        if w.claim_type == f.claim_type
    ]
    taken: set[tuple[str, int]] = set()
    matched = []
    for overlap, i, j, w, f in sorted(overlaps, key=lambda o: -o[0]):
        if overlap > 0 and ("w", i) not in taken and ("f", j) not in taken:
            taken |= {("w", i), ("f", j)}
            matched.append((w, f))
    return matched


def score(reports: Iterable[Paraphrase], history: History | None = None, dated: bool = False) -> Score:
    """Score the program on judged reports.

    Args:
        dated: the report's day is given, as a reader with ``--as-of`` would.
    """
    total = Score()
    for report in reports:
        found = check(report.text, history or load(), report.as_of if dated else None).claims
        matched = pairs(report.claims, found)
        total.hit += len(matched)
        total.missed += len(report.claims) - len(matched)
        total.extra += len(found) - len(matched)
        total.right += sum(w.verdict == f.verdict for w, f in matched)
        total.true_for_false += sum(w.verdict == "false" and f.verdict == "true" for w, f in matched)
    return total


def others() -> Iterator[Paraphrase]:
    """Reports on exchanges that the shared reports do not tell of."""
    for file in sorted((FOLDER.parent / "others").glob("*.txt")):
        first, text = file.read_text("utf-8").split("\n", 1)
        yield read(file.stem, text.strip(), date.fromisoformat(first.removeprefix("# as_of: ")))


BLOCKS = "\n=====\n"


def written(folder: str, only: tuple[int, ...] | None = None) -> Iterator[Paraphrase]:
    """Reports written whole, several to a file: ``rewritten``, ``styles`` or ``unseen``.

    Args:
        only: give just these of each file, counted from 0.
    """
    for file in sorted((FOLDER.parent / folder).glob("*.txt")):
        for number, block in enumerate(file.read_text("utf-8").split(BLOCKS)):
            if only is None or number in only:
                first, text = block.split("\n", 1)
                day = date.fromisoformat(first.removeprefix("# as_of: "))
                yield read(f"{file.stem}-{number}", text.strip(), day)


def apart(folder: str) -> Iterator[Paraphrase]:
    """Reports of two writers who never saw the grammar, with their own keys.

    The grammar was mended by both: by ``learnt`` first, by ``kept`` after it had been measured on it unseen.
    ``plain``, ``plain_kept`` and ``plain_last`` (news prose), ``retold`` and ``retold_again`` (whole paraphrases of
    the shared reports) and ``news`` were learnt from likewise, each measured unseen first; ``news_kept`` was not.
    """
    for file in sorted((FOLDER.parent / "apart" / folder).glob("*.txt")):
        text, key = file.read_text("utf-8"), json.loads(file.with_suffix(".json").read_text("utf-8"))
        marked = tuple(Judged(kind, verdict, a, b, text[a:b]) for kind, verdict, a, b in key["claims"])
        yield Paraphrase(file.stem, text, date.fromisoformat(key["as_of"]), marked)


def wordings() -> Iterator[tuple[Paraphrase, int]]:
    """Single sentences, each with the opening of its report; and where the sentence begins."""
    for file in sorted((FOLDER.parent / "wordings").glob("*.txt")):
        first, second, *lines = file.read_text("utf-8").splitlines()
        day, opening = date.fromisoformat(first.removeprefix("# as_of: ")), second.removeprefix("# opening: ")
        for number, line in enumerate(lines):
            yield read(f"{file.stem}-{number}", f"{opening} {line}", day), len(opening) + 1


def score_wordings() -> Score:
    """Score the sentences alone: what is found in their opening does not count."""
    total = Score()
    for report, start in wordings():
        found = [c for c in check(report.text, load(), report.as_of).claims if c.end > start]
        matched = pairs(report.claims, found)
        total.hit += len(matched)
        total.missed += len(report.claims) - len(matched)
        total.extra += len(found) - len(matched)
        total.right += sum(w.verdict == f.verdict for w, f in matched)
        total.true_for_false += sum(w.verdict == "false" and f.verdict == "true" for w, f in matched)
    return total


def shared_reports(data: Path) -> Iterator[Paraphrase]:
    """The shared reports and the article, with their judged claims."""
    for entry in json.loads((data / "reports" / "index.json").read_text()):
        yield _judged(data / "reports" / entry["report"], date.fromisoformat(entry["as_of"]))
    yield _judged(data / "article" / "article", date(2026, 2, 5))


def _judged(stem: Path, as_of: date) -> Paraphrase:
    key = json.loads(stem.with_suffix(".json").read_text("utf-8"))
    claims = key["claims"] if isinstance(key, dict) else key
    marked = tuple(
        Judged(c["claim_type"], c["true_per_record"], c["start"], c["end"], c["text_span"]) for c in claims
    )
    return Paraphrase(stem.name, stem.with_suffix(".txt").read_text("utf-8"), as_of, marked)


__all__ = ["apart", "others", "paraphrases", "score", "score_wordings", "shared_reports", "wordings", "written"]
