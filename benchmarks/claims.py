"""How well and how fast reports are read: shared reports, the article, paraphrases, other exchanges; time."""

import tempfile
from collections.abc import Iterable
from pathlib import Path

from benchmarks.figures import Figure, skip_aloud, stopwatch
from repatria.claims import check
from repatria.history import load
from tests.claims.adversarial import told
from tests.claims.measure import (
    Paraphrase,
    Score,
    apart,
    others,
    paraphrases,
    score,
    shared_reports,
    written,
)
from tests.claims.test_never_true import claims
from tests.conftest import SHARED


def run() -> list[Figure]:
    found = _quality()
    found += _time()
    return found


def _quality() -> list[Figure]:
    figures: list[Figure] = []
    data = SHARED / "data"
    if data.is_dir():
        figures += _lines("shared reports and article", shared_reports(data), "0.95", "0.95")
        figures.append(_article(data))
    else:
        skip_aloud(f"{data} is not there: shared reports and article are not measured")
    # Written apart from the grammar. Their first run gave recall 0.913 (paraphrases), 0.853 and 0.91 (two sets
    # of other reports); kinds of wording that they showed to be missing were then added to the grammar.
    figures += _lines("paraphrases drawn from wordings", paraphrases(), "0.90", "")
    figures += _lines("reports on other exchanges", others(), "", "")
    # Written whole, judged before the program saw them, then used to mend the grammar in halves. Recall when first
    # seen: paraphrases 0.847 of 1,208, the last fifth after the others had mended it 0.877; styles 0.708 of 264
    # (0.76 with the day given), their second half after the first had mended it 0.837, twelve more 0.821 of 95.
    figures += _lines("ten whole paraphrases of each report", written("rewritten"), "0.90", "0.95")
    figures += _lines("newsroom styles, day given", written("styles"), "", "", dated=True)
    # Looked at late; 0.826 at their first run, 0.841 when last measured unseen.
    figures += _lines("ten more styles", written("unseen"), "", "", dated=True)
    # By two writers who never saw the grammar. First seen: 0.502 and 0.463 of those it then learnt from; 0.561 and
    # 0.466 of those kept apart, 0.617 and 0.590 before anybody had looked at them; then both were learnt from.
    figures += _lines("two writers, learnt from", apart("learnt"), "", "", dated=True)
    figures += _lines("two writers, learnt from later", apart("kept"), "0.90", "0.95", dated=True)
    # Plain news prose. First seen: recall 0.864 and 0.835, precision 0.864 and 0.896, verdicts 0.968 and 0.905.
    # Then the grammar learnt from both, which did not help on sixteen more: recall 0.773, precision 0.788 unseen.
    figures += _lines("plain news prose, one writer", apart("plain"), "0.90", "0.95", dated=True)
    figures += _lines("plain news prose, another writer", apart("plain_kept"), "0.90", "0.95", dated=True)
    figures += _lines("plain news prose, a third", apart("plain_last"), "0.90", "0.95", dated=True)
    # Whole paraphrases of the shared reports by four more writers, and news of other exchanges by two. First seen,
    # before anything was learnt from any of them: recall 0.695, 0.719, 0.709 and 0.708. Then all were learnt from.
    figures += _lines("paraphrases retold", apart("retold"), "0.90", "0.95", dated=True)
    figures += _lines("paraphrases retold by others", apart("retold_again"), "0.90", "0.95", dated=True)
    figures += _lines("news of other exchanges", apart("news"), "0.90", "0.95", dated=True)
    figures += _lines("news of other exchanges, by another", apart("news_kept"), "0.90", "0.95", dated=True)
    # By six more writers, all learnt from. First seen, the first three: 0.762, 0.739, 0.850; the others, when the
    # grammar had learnt from the first three: 0.805, 0.813, 0.823.
    for name in ("agencies", "regional", "retold_third", "arabic", "slavic", "english"):
        figures += _lines(f"by six more writers: {name}", apart(name), "0.90", "0.95", dated=True)
    # By three more writers, to see what carries over: measured, but not looked at, while the grammar learnt from
    # the others. Before: recall 0.834 and 0.829, precision 0.853 and 0.889, verdicts 0.949 and 0.926. The one fault
    # that was mended because of them is two mediators called true that had mediated another exchange.
    figures += _lines("paraphrases nothing was learnt from", apart("last_retold"), "0.90", "0.95", dated=True)
    figures += _lines("news nothing was learnt from", apart("last_news"), "0.90", "0.95", dated=True)
    figures.append(_lies())
    return figures


def _lies() -> Figure:
    """Every exchange of the war told with one lie in it, in four languages."""
    points = list(told(load().of("Russia-Ukraine"), lie=True))
    fooled = sum(any(c.verdict == "true" for c in claims(point)) for point in points)
    return Figure("lies called true", f"{fooled} of {len(points)}", "0", "11 kinds, four languages")


def _lines(
    what: str, reports: Iterable[Paraphrase], recall: str, precision: str, dated: bool = False
) -> list[Figure]:
    found: Score = score(reports, dated=dated)
    n = found.hit + found.missed
    return [
        Figure(f"{what}: recall", f"{found.recall:.3f}", recall, f"{found.hit} of {n} claims, type and overlap"),
        Figure(f"{what}: precision", f"{found.precision:.3f}", precision, f"{found.extra} further claims found"),
        Figure(
            f"{what}: verdicts right",
            f"{found.verdicts:.3f}",
            "0.97",
            f"'true' for a false one: {found.true_for_false} (goal 0)",
        ),
    ]


def _article(data: Path) -> Figure:
    report = check((data / "article" / "article.txt").read_text("utf-8"), load())
    false = sum(c.verdict == "false" for c in report.claims)
    note = f"{len(report.contradictions)} contradictions named (key: 4)"
    return Figure("article: failing claims refuted", f"{false} of 5", "all", note)


def _time() -> list[Figure]:
    texts = [p.text for p in paraphrases()]
    history = load()
    long = " ".join(texts[10:40])
    words = long.split()[:1000]
    thousand = " ".join(words)
    check(thousand, history)
    with stopwatch() as clock:
        check(thousand, history)
    figures = [Figure("a report of 1,000 words", f"{clock.seconds:.2f} s", "< 0.5 s", "after start")]
    with tempfile.TemporaryDirectory() as folder, stopwatch() as clock:
        for number in range(1000):
            Path(folder, f"{number:04}.txt").write_text(texts[number % len(texts)], "utf-8")
        for file in sorted(Path(folder).iterdir()):
            check(file.read_text("utf-8"), history)
    figures.append(Figure("1,000 reports of a folder", f"{clock.seconds:.1f} s", "", "about 90 words each"))
    return figures
