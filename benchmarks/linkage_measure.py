"""Precision, recall, calibration and the price of review, from proposed pairs and the pairs that are true."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl

PAIR = ["left_id", "right_id"]


@dataclass(frozen=True, slots=True)
class Quality:
    """At one threshold."""

    precision: float
    recall: float
    threshold: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Run:
    """A whole process: what it proposed, how long it took from start to end, its largest resident size."""

    pairs: pl.DataFrame
    seconds: float
    processor_seconds: float  # Of all its threads and children: what a busy machine does not change.
    megabytes: float


class Failed(Exception):
    """The process ended with an error; the text is the end of what it said."""


def run_whole(command: list[str], out: Path, folder: Path, timeout: float = 3600) -> Run:
    """Run a process in `folder`, which is thrown away with all it leaves behind, and read the CSV it wrote."""
    with (folder / "said.txt").open("w+") as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            stdout=said,
            stderr=said,
            env=os.environ | {"TMPDIR": str(folder), "PYTHONPATH": os.pathsep.join([os.getcwd(), *sys.path])},
        )
        _, status, usage = _wait(process, timeout)
        seconds = time.perf_counter() - start
        said.seek(0)
        if status:
            raise Failed(said.read()[-600:])
    pairs = pl.read_csv(out, schema_overrides={"left_id": pl.String, "right_id": pl.String})
    return Run(pairs, seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def _wait(process: subprocess.Popen[bytes], timeout: float):  # type: ignore[no-untyped-def]
    end = time.monotonic() + timeout
    while time.monotonic() < end:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            return pid, status, usage
        time.sleep(0.02)
    process.kill()
    return os.wait4(process.pid, 0)


def marked(pairs: pl.DataFrame, gold: pl.DataFrame) -> pl.DataFrame:
    """The pairs with `true`, highest probability first."""
    truth = gold.rename(dict(zip(gold.columns, PAIR, strict=True))).with_columns(true=pl.lit(True))
    known = pairs.join(truth, on=PAIR, how="left").with_columns(pl.col("true").fill_null(False))
    return known.sort("probability", *PAIR, descending=[True, False, False])


def mutual_best(pairs: pl.DataFrame) -> pl.DataFrame:
    """Only the pairs where each row is the other's best."""
    top = pl.col("probability")
    return pairs.filter((top == top.max().over("left_id")) & (top == top.max().over("right_id")))


def at(pairs: pl.DataFrame, gold: pl.DataFrame, threshold: float) -> Quality:
    chosen = marked(pairs, gold).filter(pl.col("probability") >= threshold)
    return _quality(chosen["true"].sum(), chosen.height, gold.height, threshold)


def of(chosen: pl.DataFrame, gold: pl.DataFrame) -> Quality:
    """Of a set of pairs that somebody decided to be matches."""
    return _quality(marked(chosen, gold)["true"].sum(), chosen.height, gold.height, float("nan"))


def _quality(right: int, proposed: int, gold: int, threshold: float) -> Quality:
    return Quality(right / max(1, proposed), right / max(1, gold), threshold)


def best(pairs: pl.DataFrame, gold: pl.DataFrame) -> Quality:
    """The best F1 over all thresholds, of all pairs or of the mutual best ones, whichever is better."""
    return max((_best(p, gold) for p in (pairs, mutual_best(pairs))), key=lambda q: q.f1)


def _best(pairs: pl.DataFrame, gold: pl.DataFrame) -> Quality:
    known = marked(pairs, gold)
    if known.height == 0:
        return Quality(0.0, 0.0, 1.0)
    right, shown = np.cumsum(known["true"].to_numpy()), np.arange(1, known.height + 1)
    probability = known["probability"].to_numpy()
    last_of_tie = np.append(probability[1:] != probability[:-1], True)
    f1 = np.where(last_of_tie, 2 * right / (shown + gold.height), 0)
    top = int(np.argmax(f1))
    return _quality(int(right[top]), int(shown[top]), gold.height, float(probability[top]))


def accepted_at(pairs: pl.DataFrame, gold: pl.DataFrame, precision: float = 0.995) -> float:
    """The largest share of true pairs that can be taken unseen with at most 1 - `precision` of them wrong."""
    known = marked(pairs, gold)
    right, shown = np.cumsum(known["true"].to_numpy()), np.arange(1, known.height + 1)
    enough = np.flatnonzero(right / shown >= precision)
    return float(right[enough[-1]] / gold.height) if len(enough) else 0.0


def tenths(weighed: pl.DataFrame) -> pl.DataFrame:
    """For each tenth of probability of `marked` pairs: how many, mean probability said, share that is true."""
    tenth = (pl.col("probability") * 10).floor().clip(0, 9).cast(pl.Int8).alias("tenth")
    said, true = pl.col("probability").mean(), pl.col("true").mean()
    return weighed.group_by(tenth).agg(pairs=pl.len(), said=said, true=true).sort("tenth")


def review_lines(pairs: pl.DataFrame, gold: pl.DataFrame, persons: int) -> tuple[float, float]:
    """Lines marked `review` a person of the left list, and the recall when a clerk settles all of them rightly."""
    known = marked(pairs.filter(pl.col("decision").is_in(["match", "review"])), gold)
    lines = (known["decision"] == "review").sum()
    return lines / persons, known["true"].sum() / gold.height


def python(module: str, *arguments: object) -> list[str]:
    return [sys.executable, "-m", module, *(str(a) for a in arguments)]


def repatria(*arguments: object) -> list[str]:
    """The command as it is installed beside this interpreter."""
    return [str(Path(sys.executable).with_name("repatria")), *(str(a) for a in arguments)]
