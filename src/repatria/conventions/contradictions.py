"""Records that contradict each other: found before any clock is read, named, never silently mended."""

from dataclasses import dataclass
from enum import StrEnum

import polars as pl

from repatria.conventions.deferred import _
from repatria.conventions.kinds import PLANNED, SIGNS_OF_LIFE, Kind
from repatria.conventions.missing import CODE, DEATH_OR_LIFE, TWO_RECORDS
from repatria.conventions.table import EventTable, code_of
from repatria.i18n import _ as translate


class Fault(StrEnum):
    """What is wrong with an event."""

    FUTURE = "future"
    BEFORE_CAPTURE = "before_capture"
    DEATH_OR_LIFE = "death_or_life"
    TWO_RECORDS = "two_records"
    WITHDRAWS_NOTHING = "withdraws_nothing"


_SENTENCES = {
    Fault.FUTURE: _("Dated after the day it was entered: it is left aside."),
    Fault.BEFORE_CAPTURE: _("Dated before the person was captured: look at both dates."),
    Fault.DEATH_OR_LIFE: _("A death, and a later sign of life or another day of death: withdraw what is wrong."),
    Fault.TWO_RECORDS: _("Two papers on the same matter contradict each other: withdraw the one that is wrong."),
    Fault.WITHDRAWS_NOTHING: _("It withdraws an event that is not in the record."),
}  # fmt: skip

# Before captivity, or without it, these are in order.
_MAY_PRECEDE_CAPTURE = (
    Kind.BIRTH, Kind.REPORTED_MISSING, Kind.SEARCH_RESULT_SENT, Kind.SEARCH_RESULT_SENT_CTA, Kind.FAMILY_ENQUIRY,
    Kind.FAMILY_ENQUIRY_HELPED, Kind.ENQUIRY_RECEIVED, Kind.ENQUIRY_ANSWERED, Kind.CATEGORY_RECORDED,
    Kind.IDENTITY_CORRECTED, Kind.CHARGE,
)  # fmt: skip
# Of these papers one person has one: a second that says something else contradicts the first.
_ONE_PAPER = {
    Kind.DEATH_CERTIFICATE_FORWARDED: "certificate",
    Kind.REPATRIATION_CERTIFICATE_ISSUED: "certificate",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """An event that people must look at: its line in the source, and what is wrong."""

    line: int
    fault: Fault

    @property
    def because(self) -> str:
        """What is wrong, in the reader's language."""
        return translate(_SENTENCES[self.fault])


def of_kind(frame: pl.DataFrame, *kinds: Kind) -> pl.DataFrame:
    """Give the rows of `frame` of these kinds."""
    return frame.filter(pl.col("kind").is_in([code_of(kind) for kind in kinds]))


def set_aside(table: EventTable) -> tuple[pl.DataFrame, list[Problem]]:
    """Give the events that stand (a column `flag` marks those that contradict others) and every problem."""
    frame, problems = without_withdrawn(table)
    future = frame.filter(
        (pl.col("first") > pl.col("entered")) & ~pl.col("kind").is_in([code_of(kind) for kind in PLANNED])
    )["line"]
    problems += [Problem(line, Fault.FUTURE) for line in future]
    frame = frame.filter(~pl.col("line").is_in(future.implode()))
    early = _before_capture(frame)
    problems += [Problem(line, Fault.BEFORE_CAPTURE) for line in early]
    dead, papers = _doubtful_deaths(frame), _second_papers(frame, table.attributes)
    problems += [Problem(line, Fault.DEATH_OR_LIFE) for line in dead]
    problems += [Problem(line, Fault.TWO_RECORDS) for line in papers]
    flag = (
        pl.when(pl.col("line").is_in(dead.implode())).then(CODE[DEATH_OR_LIFE])
        .when(pl.col("line").is_in(papers.implode())).then(CODE[TWO_RECORDS])
        .otherwise(0)
    )  # fmt: skip
    return frame.with_columns(flag=flag.cast(pl.UInt8)), sorted(problems, key=lambda one: (one.line, one.fault))


def without_withdrawn(table: EventTable) -> tuple[pl.DataFrame, list[Problem]]:
    """Give the events that nobody has withdrawn, and the withdrawals that withdraw nothing."""
    withdrawals = of_kind(table.frame, Kind.WITHDRAWN)
    if withdrawals.is_empty():
        return table.frame, []
    empty = pl.DataFrame(schema={"line": pl.UInt32, "value": pl.String})
    named = withdrawals.join(table.attributes.get("event", empty), on="line", how="left")
    hit = named.join(table.attributes.get("id", empty), on="value", how="left", suffix="_target")
    problems = [
        Problem(line, Fault.WITHDRAWS_NOTHING) for line in hit.filter(pl.col("line_target").is_null())["line"]
    ]
    gone = pl.concat([hit["line_target"].drop_nulls(), withdrawals["line"]])
    return table.frame.filter(~pl.col("line").is_in(gone.implode())), problems


def _before_capture(frame: pl.DataFrame) -> pl.Series:
    captured = of_kind(frame, Kind.CAPTURE).group_by("person").agg(captured=pl.col("first").min())
    free = [code_of(kind) for kind in _MAY_PRECEDE_CAPTURE]
    rest = frame.filter(pl.col("person").is_not_null() & ~pl.col("kind").is_in(free))
    return rest.join(captured, on="person").filter(pl.col("last") < pl.col("captured"))["line"]


def _doubtful_deaths(frame: pl.DataFrame) -> pl.Series:
    """Give the deaths after which the person was seen alive, or that another day of death contradicts."""
    deaths = of_kind(frame, Kind.DEATH).filter(pl.col("person").is_not_null())
    if deaths.is_empty():
        return deaths["line"]
    alive = of_kind(frame, *SIGNS_OF_LIFE).group_by("person").agg(alive=pl.col("first").max())
    span = deaths.group_by("person").agg(earliest_end=pl.col("last").min(), latest_start=pl.col("first").max())
    joined = deaths.join(alive, on="person", how="left").join(span, on="person")
    wrong = (pl.col("alive") > pl.col("last")).fill_null(False) | (pl.col("latest_start") > pl.col("earliest_end"))
    return joined.filter(wrong)["line"]


def _second_papers(frame: pl.DataFrame, attributes: dict[str, pl.DataFrame]) -> pl.Series:
    found = [pl.Series("line", [], dtype=pl.UInt32)]
    for kind, attribute in _ONE_PAPER.items():
        papers = _with(of_kind(frame, kind).drop_nulls("person"), attributes, attribute)
        # Without numbers two papers of different days are two papers.
        paper = pl.coalesce(pl.col("value"), pl.col("first").cast(pl.String))
        found.append(papers.filter(paper.n_unique().over("person") > 1)["line"])
    decisions = _with(of_kind(frame, Kind.MMC_DECISION).drop_nulls("person"), attributes, "outcome")
    found.append(decisions.filter(pl.col("value").n_unique().over("person", "first") > 1)["line"])
    return pl.concat(found)


def _with(rows: pl.DataFrame, attributes: dict[str, pl.DataFrame], name: str) -> pl.DataFrame:
    if name not in attributes:
        return rows.with_columns(value=pl.lit(None, dtype=pl.String))
    return rows.join(attributes[name], on="line", how="left")
