"""The same engine on Spark, for lists that one machine's memory does not hold twice over.

    found = reconcile_on_spark(spark, left, right)     # a Reconciliation, equal to reconcile(left, right)

What grows with the pairs runs on the executors: keys are made and joined there, the best candidates of a row are
chosen there, and pairs are compared and weighed there, all by the functions of the local engine over columnar
batches. What grows with the rows only stays with the driver: coding the lists, learning weights from samples,
and the competition of a row's partners, which needs one number a pair. Rows travel as integers; names, dates and
places never leave the driver except as the vocabulary that comparing needs.
"""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from repatria.errors import RepatriaError
from repatria.i18n import _
from repatria.matching import engine, keys, search
from repatria.matching.candidates import all_pairs
from repatria.matching.coding import CodedLists, Ids, Side, Texts, code_lists
from repatria.matching.compare import Comparer
from repatria.matching.memory import check
from repatria.matching.progress import Progress, Stage, silent
from repatria.matching.settings import Settings
from repatria.matching.weights import Weights
from repatria.names import Readings

try:
    import pandas  # type: ignore[import-untyped,import-not-found,unused-ignore] # noqa: F401 (PySpark asks for it)
    import pyarrow as pa  # type: ignore[import-untyped,import-not-found,unused-ignore]
    from pyspark.sql import functions as sql
except ImportError:  # The extra repatria[spark] is not installed; `local_session` says so.
    pa = sql = None  # type: ignore[assignment,unused-ignore]

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

Batches = Iterator[Any]  # of pyarrow.RecordBatch
_READING_PARTS = ("family", "given", "father", "grandfather")
_FACTS = ("birth", "captured", "unit_number", "unit_kind", "rank")
_LEFT, _RIGHT = "l_", "r_"
_USUAL_MEMORY = 4 << 30


class SparkIsMissing(RepatriaError):
    """PySpark or Java is not there."""

    def __init__(self) -> None:
        super().__init__(
            _("The Spark engine needs PySpark and Java: install repatria[spark] and Java 17 or later.")
        )


def local_session(threads: int, memory: int | None = None) -> "SparkSession":
    """Start Spark on this machine with `memory` bytes (4 GB unless said), or give the session that is running.

    Raises:
        SparkIsMissing: PySpark is not installed, or finds no Java.
    """
    if sql is None:
        raise SparkIsMissing
    from pyspark.errors import PySparkRuntimeError
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # Workers need this environment's packages.
    builder = SparkSession.builder.appName("repatria").master(f"local[{threads}]")
    options = {
        "spark.driver.memory": f"{(memory or _USUAL_MEMORY) >> 20}m",
        "spark.driver.maxResultSize": "0",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.log.level": "ERROR",
        "spark.sql.shuffle.partitions": str(4 * threads),
        "spark.sql.execution.arrow.maxRecordsPerBatch": "50000",
    }
    for name, value in options.items():
        builder = builder.config(name, value)
    try:
        return builder.getOrCreate()
    except PySparkRuntimeError as cause:
        raise SparkIsMissing from cause


def reconcile_on_spark(
    spark: "SparkSession",
    left: pl.DataFrame,
    right: pl.DataFrame,
    settings: Settings | None = None,
    progress: Progress = silent,
) -> engine.Reconciliation:
    """Find who is who, as :func:`repatria.matching.reconcile` does, with the heavy steps on `spark`."""
    settings = settings or Settings()
    check(settings.memory, left, right)
    progress(Stage.CODING, 0, 0)
    lists = code_lists(left, right, settings.threads)
    comparer = Comparer.of(lists)
    progress(Stage.LEARNING, 0, 0)
    weights = engine.learnt(lists, comparer, settings)
    progress(Stage.CANDIDATES, 0, 0)
    pairs = _candidates(spark, lists, settings)
    same, _different = settings.decisions.places(left["id"], right["id"])
    if len(same[0]):
        pairs = pairs.union(_pair_frame(spark, same)).distinct()

    def score(weights: Weights) -> tuple[tuple[Ids, Ids], NDArray[np.float32]]:
        progress(Stage.COMPARING, 0, 0)
        return _scored(spark, pairs, comparer, weights)

    return engine.settled(left, right, comparer, weights, score, settings, progress)


# Candidates: keys are made and joined on the executors, the best of each row kept.


def _candidates(spark: "SparkSession", lists: CodedLists, settings: Settings) -> "DataFrame":
    if lists.left.height * lists.right.height <= settings.all_pairs:
        return _pair_frame(spark, all_pairs(lists, settings.threads))
    mended = keys.mended_codes(lists)
    sides = (keys.rows_of(lists, lists.left, 0, mended), keys.rows_of(lists, lists.right, 1, mended))
    further = len(sides[0].further)
    frames = [_readings_frame(spark, rows, prefix) for rows, prefix in zip(sides, (_LEFT, _RIGHT), strict=True)]
    keyed = [
        frame.mapInArrow(_keyed(prefix, further), "kind int, key long, reading int")
        for frame, prefix in zip(frames, (_LEFT, _RIGHT), strict=True)
    ]
    narrow = keyed[1].groupBy("kind", "key").count().where(sql.col("count") <= search.LARGEST_BLOCK)
    offered = keyed[1].join(narrow.drop("count"), ["kind", "key"]).withColumnRenamed("reading", "r_reading")
    met = keyed[0].withColumnRenamed("reading", "l_reading").join(offered, ["kind", "key"])
    pairs = met.select("l_reading", "r_reading").distinct()
    beside = pairs.join(frames[0], "l_reading").join(frames[1], "r_reading").repartition("l_row")
    return beside.mapInArrow(_best_of_rows(further), "left int, right int")


def _pair_frame(spark: "SparkSession", rows: tuple[Ids, Ids]) -> "DataFrame":
    return spark.createDataFrame(pa.table({"left": rows[0], "right": rows[1]}))


def _readings_frame(spark: "SparkSession", rows: "keys.Rows", prefix: str) -> "DataFrame":
    columns = {f"{prefix}{name}": getattr(rows, name) for name in _plain_names()}
    columns |= {f"{prefix}further{at}": ids for at, ids in enumerate(rows.further)}
    reading = np.arange(len(rows.row), dtype=np.int32)
    return spark.createDataFrame(pa.table({f"{prefix}reading": reading} | columns))


def _plain_names() -> list[str]:
    return [f.name for f in fields(keys.Rows) if f.name != "further"]


def _rows_of(table: Any, prefix: str, further: int) -> "keys.Rows":
    columns = {name: table.column(prefix + name).to_numpy() for name in _plain_names()}
    more = tuple(table.column(f"{prefix}further{at}").to_numpy() for at in range(further))
    return keys.Rows(**columns, further=more)


def _keyed(prefix: str, further: int) -> Callable[[Batches], Batches]:
    def each(batches: Batches) -> Batches:
        for batch in batches:
            readings = batch.column(prefix + "reading").to_numpy()
            for kind, made in enumerate(keys.kinds_of_keys(_rows_of(batch, prefix, further))):
                key = made()
                known = key >= 0
                kinds = np.full(int(known.sum()), kind, np.int32)
                yield pa.record_batch({"kind": kinds, "key": key[known], "reading": readings[known]})

    return each


def _best_of_rows(further: int) -> Callable[[Batches], Batches]:
    """All pairs of a left row stand in one partition, so its best can be chosen there."""

    def each(batches: Batches) -> Batches:
        whole = list(batches)
        if not whole:
            return
        table = pa.Table.from_batches(whole)
        ours, theirs = _rows_of(table, _LEFT, further), _rows_of(table, _RIGHT, further)
        every = np.arange(table.num_rows, dtype=np.int32)
        points = search.points_of(ours, theirs, every, every)
        left, right = search.best(ours.row, theirs.row, points, search.PAIRS_PER_ROW)
        yield pa.record_batch({"left": left, "right": right})

    return each


# Scores: each pair beside the integers of its two rows, compared and weighed in batches.


def _scored(
    spark: "SparkSession", pairs: "DataFrame", comparer: Comparer, weights: Weights
) -> tuple[tuple[Ids, Ids], NDArray[np.float32]]:
    lists = comparer.lists
    texts = list(lists.texts)
    shared = spark.sparkContext.broadcast((_without_rows(comparer), weights))
    beside = pairs
    for at, (side, prefix, on) in enumerate(((lists.left, _LEFT, "left"), (lists.right, _RIGHT, "right"))):
        ids = {name: (text.left, text.right)[at] for name, text in lists.texts.items()}
        beside = beside.join(_side_frame(spark, side, ids, prefix, on), on)
    table = beside.mapInArrow(_weighed(shared, texts), "left int, right int, score float").toArrow()
    left, right, score = (table.column(name).to_numpy() for name in ("left", "right", "score"))
    order = np.lexsort((right, left))
    shared.unpersist()
    return (left[order], right[order]), score[order]


def _without_rows(comparer: Comparer) -> Comparer:
    """What the executors need of the comparer: vocabularies and term frequencies, no rows."""
    lists = comparer.lists
    none = np.zeros(0, np.int32)
    empty = Side(0, Readings(none, none, none, none, none), np.zeros(1, np.int32), none, none, none, none, none)
    texts = {name: Texts(none, none, text.codes) for name, text in lists.texts.items()}
    return replace(comparer, lists=replace(lists, left=empty, right=empty, texts=texts), workers=1)


def _side_frame(spark: "SparkSession", side: Side, texts: dict[str, Ids], prefix: str, key: str) -> "DataFrame":
    """A row for each row of the list: facts, numbers of texts, and its readings as arrays."""
    offsets = pa.array(side.first_reading.astype(np.int32))
    columns = {f"{prefix}{name}": getattr(side, name) for name in _FACTS}
    columns |= {f"{prefix}text{at}": ids for at, ids in enumerate(texts.values())}
    columns |= {
        f"{prefix}{part}": pa.ListArray.from_arrays(offsets, pa.array(getattr(side.readings, part)))
        for part in _READING_PARTS
    }
    return spark.createDataFrame(pa.table({key: np.arange(side.height, dtype=np.int32)} | columns))


def _weighed(shared: Any, texts: list[str]) -> Callable[[Batches], Batches]:
    def each(batches: Batches) -> Batches:
        comparer, weights = shared.value
        for batch in batches:
            every = np.arange(batch.num_rows, dtype=np.int32)
            lists = _lists_of(batch, comparer.lists, texts)
            findings = replace(comparer, lists=lists).compare(every, every)
            score = weights.of(findings).sum(axis=1)
            yield pa.record_batch({"left": batch.column("left"), "right": batch.column("right"), "score": score})

    return each


def _lists_of(batch: Any, lists: CodedLists, texts: list[str]) -> CodedLists:
    """Two lists of the rows of one batch: row i of the one is paired with row i of the other."""
    ids = [[batch.column(f"{p}text{at}").to_numpy() for at in range(len(texts))] for p in (_LEFT, _RIGHT)]
    paired = {name: Texts(ids[0][at], ids[1][at], lists.texts[name].codes) for at, name in enumerate(texts)}
    return replace(lists, left=_side_of(batch, _LEFT), right=_side_of(batch, _RIGHT), texts=paired)


def _side_of(batch: Any, prefix: str) -> Side:
    parts = [batch.column(prefix + part) for part in _READING_PARTS]
    first = parts[0].offsets.to_numpy().astype(np.int32)
    first = first - first[0]
    row = np.repeat(np.arange(batch.num_rows, dtype=np.int32), np.diff(first))
    readings = Readings(row, *(part.flatten().to_numpy() for part in parts))
    return Side(batch.num_rows, readings, first, *(batch.column(prefix + fact).to_numpy() for fact in _FACTS))
