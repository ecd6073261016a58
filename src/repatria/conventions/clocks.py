"""How each kind of clock reads a frame of beginnings against what was done: met, due, late, or cannot be told.

Every frame has one row a duty: ``subject``; ``start1`` to ``start2``, the first and last day on which it can have
begun; ``flag`` (the record contradicts itself) and ``ask`` (a datum is missing), codes of ``missing.CODE``. The
answers are ``status``, ``due`` (the last day that is still in time), ``met``, ``days_late``, ``missing``, ``open``.
"""

from dataclasses import dataclass
from datetime import date

import polars as pl

from repatria.conventions.missing import CODE, END_DATE, EVIDENCE_DATE, START_DATE

DUE, LATE, MET, CANNOT_TELL, FELL_AWAY = range(5)
_NEVER = pl.lit(None, dtype=pl.Date)


@dataclass(frozen=True, slots=True)
class Branch:
    """One line of a decision: where `holds`, the status is `status` and this datum is missing."""

    holds: pl.Expr
    status: int
    missing: pl.Expr | int = 0


def decide(rows: pl.DataFrame, *branches: Branch) -> pl.DataFrame:
    """Give each row the status of the first branch that holds (none: it fell away)."""
    status, missing = pl.lit(FELL_AWAY, dtype=pl.UInt8), pl.lit(0, dtype=pl.UInt8)
    for branch in reversed(branches):
        what = branch.missing if isinstance(branch.missing, pl.Expr) else pl.lit(branch.missing)
        holds = branch.holds.fill_null(False)
        status = pl.when(holds).then(pl.lit(branch.status, dtype=pl.UInt8)).otherwise(status)
        missing = pl.when(holds).then(what.cast(pl.UInt8)).otherwise(missing)
    return rows.with_columns(status=status, missing=missing).filter(pl.col("status") != FELL_AWAY)


def with_length(rows: pl.DataFrame, length: str | None) -> pl.DataFrame:
    """Add ``due1`` and ``due2``, the first and last day the deadline can be; none without a length."""
    if length is None:
        return rows.with_columns(due1=_NEVER, due2=_NEVER)
    return rows.with_columns(
        due1=pl.col("start1").dt.offset_by(length), due2=pl.col("start2").dt.offset_by(length)
    )  # fmt: skip


def next_after(
    rows: pl.DataFrame, done: pl.DataFrame, key: str, name: str, *, same_day: bool = True
) -> pl.DataFrame:
    """Add ``{name}1``, ``{name}2``, ``{name}_flag``: the first of `done` that can lie on or after the day `key`."""
    right = (
        done.sort("last", "first", "flag")
        .unique(["subject", "last"], keep="first", maintain_order=True)
        .select("subject", pl.col("last").alias("_on"), pl.col("first").alias(f"{name}1"),
                pl.col("last").alias(f"{name}2"), pl.col("flag").alias(f"{name}_flag"))
    )  # fmt: skip
    return rows.sort(key).join_asof(
        right.sort("_on"), left_on=key, right_on="_on", by="subject", strategy="forward",
        allow_exact_matches=same_day, check_sortedness=False, coalesce=True,
    ).drop("_on", strict=False)  # fmt: skip


def read_within(rows: pl.DataFrame, as_of: date) -> pl.DataFrame:
    """Read duties with a deadline (or none), which may be met late, and fall away if the matter ended in time."""
    day, due1, due2 = pl.lit(as_of), pl.col("due1"), pl.col("due2")
    done, ended = pl.col("met2") <= day, pl.col("end2") <= day
    in_time = due2.is_null() | (pl.col("end1") <= due2)
    before_start = pl.col("start1") > day
    decided = decide(
        rows,
        Branch(before_start, FELL_AWAY),
        Branch(pl.col("flag") > 0, CANNOT_TELL, pl.col("flag")),
        Branch(done & (pl.col("met_flag") > 0), CANNOT_TELL, pl.col("met_flag")),
        Branch(done, MET),
        Branch(pl.col("met1") <= day, CANNOT_TELL, CODE[EVIDENCE_DATE]),
        Branch(ended & in_time, FELL_AWAY),
        Branch((pl.col("end1") <= day) & in_time, CANNOT_TELL, CODE[END_DATE]),
        Branch(pl.col("ask") > 0, CANNOT_TELL, pl.col("ask")),
        Branch(due1.is_null() | (day <= due1), DUE),
        Branch(day > due2, LATE),
        Branch(pl.lit(True), CANNOT_TELL, CODE[START_DATE]),
    )
    return _answers(decided, pl.col("end2") <= day)


def read_before(rows: pl.DataFrame, as_of: date, *, same_day: bool) -> pl.DataFrame:
    """Read duties to be done before an event: what was not done by then stays late, unless the event is called off.

    Frames have also ``planned`` and ``entered``; `same_day` says that the deadline is the day of the event itself.
    """
    day, due1, due2 = pl.lit(as_of), pl.col("due1"), pl.col("due2")
    known = pl.when(pl.col("planned")).then(pl.col("entered") <= day).otherwise(pl.col("start1") <= day)
    overtaken = pl.col("planned") & (pl.col("start2") < day) if same_day else pl.lit(False)
    decided = decide(
        rows,
        Branch(~known, FELL_AWAY),
        Branch(pl.col("flag") > 0, CANNOT_TELL, pl.col("flag")),
        Branch((pl.col("met2") <= day) & (pl.col("met2") <= due1), MET),
        Branch((pl.col("met1") <= day) & (pl.col("met1") <= due2) & (pl.col("met2") > due1),
               CANNOT_TELL, CODE[EVIDENCE_DATE]),
        Branch((pl.col("met1") <= day) & (pl.col("met2") <= due1), CANNOT_TELL, CODE[EVIDENCE_DATE]),
        Branch(pl.col("end2") <= day, FELL_AWAY),
        Branch(overtaken, FELL_AWAY),
        Branch(pl.col("ask") > 0, CANNOT_TELL, pl.col("ask")),
        Branch(day <= due1, DUE),
        Branch(day > due2, LATE),
        Branch(pl.lit(True), CANNOT_TELL, CODE[START_DATE]),
    )  # fmt: skip
    return _answers(decided, pl.col("start2") < day)


def read_breach(rows: pl.DataFrame, as_of: date) -> pl.DataFrame:
    """Read duties that an event keeps (``kept`` true), breaks (false) or leaves open (null, with ``ask``)."""
    day = pl.lit(as_of)
    decided = decide(
        rows,
        Branch(pl.col("start1") > day, FELL_AWAY),
        Branch(pl.col("flag") > 0, CANNOT_TELL, pl.col("flag")),
        Branch(pl.col("met2") <= day, MET),
        Branch(pl.col("start2") > day, CANNOT_TELL, CODE[START_DATE]),
        Branch(pl.col("kept"), MET),
        Branch(pl.col("met1") <= day, CANNOT_TELL, CODE[EVIDENCE_DATE]),
        Branch(pl.col("kept").is_null(), CANNOT_TELL, pl.col("ask")),
        Branch(pl.lit(True), LATE),
    )
    kept = pl.col("kept").fill_null(False) & (pl.col("start2") <= day)
    decided = decided.with_columns(
        met1=pl.when(kept).then("start1").otherwise("met1"), met2=pl.when(kept).then("start2").otherwise("met2"),
        due1=pl.col("start1"), due2=pl.col("start2"),
    )  # fmt: skip
    return _answers(decided, pl.lit(False))


def _answers(decided: pl.DataFrame, over: pl.Expr) -> pl.DataFrame:
    """Keep what a duty shows. Where a deadline is not sure, the first possible one warns, the last one blames."""
    met, late = pl.col("status") == MET, pl.col("status") == LATE
    days_late = (pl.col("met1") - pl.col("due2")).dt.total_days().cast(pl.Int32)
    return decided.select(
        "subject", "holder", "status", "missing",
        start=pl.col("start1"), start_last=pl.col("start2"),
        due=pl.when(late).then("due2").otherwise("due1"),
        met=pl.when(met).then("met2"),
        days_late=pl.when(met & (days_late > 0)).then(days_late),
        open=~(over.fill_null(False) & late),
    )  # fmt: skip


def no_answers() -> pl.DataFrame:
    """Give the frame of answers with no rows."""
    return pl.DataFrame(
        schema={
            "subject": pl.UInt32, "holder": pl.UInt32, "status": pl.UInt8, "missing": pl.UInt8, "start": pl.Date,
            "start_last": pl.Date, "due": pl.Date, "met": pl.Date, "days_late": pl.Int32, "open": pl.Boolean,
        }
    )  # fmt: skip
