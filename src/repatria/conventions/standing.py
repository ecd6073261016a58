"""What a person is in law on each day, and in whose hands: worked out from the record, stored nowhere else."""

from dataclasses import dataclass

import polars as pl

from repatria.conventions.contradictions import of_kind
from repatria.conventions.kinds import CATEGORY_KINDS, CUSTODY_BEGINS, CUSTODY_ENDS, Kind
from repatria.conventions.table import EventTable, code_of
from repatria.conventions.vocabulary import Category

CATEGORIES = tuple(Category)
CATEGORY_CODE = {category: code for code, category in enumerate(CATEGORIES)}
_DOUBT, _UNKNOWN = CATEGORY_CODE[Category.DOUBT], CATEGORY_CODE[Category.UNKNOWN]
_CIVILIAN = CATEGORY_CODE[Category.CIVILIAN]


@dataclass(frozen=True)
class Standing:
    """Columns by which an event on a person is placed: category and holder from a day on; custody as intervals.

    `custody` has person, holder, begins, ends (null: still held); `site_party` site, holder and the day it opened.
    """

    categories: pl.DataFrame
    holders: pl.DataFrame
    custody: pl.DataFrame
    site_party: pl.DataFrame

    def place(self, rows: pl.DataFrame) -> pl.DataFrame:
        """Add `category` and `holder` to rows that have person, party and `first`.

        A category or holder that is recorded later holds for earlier days too, where nothing else is known.
        """
        placed = _from_day(rows, self.categories, "category").with_columns(pl.col("category").fill_null(_UNKNOWN))
        placed = _from_day(placed, self.holders, "holder")
        return placed.with_columns(holder=pl.coalesce("holder", "party"))


def standing_of(frame: pl.DataFrame, table: EventTable) -> Standing:
    """Work out categories, holders and custody from the events that stand."""
    persons = frame.filter(pl.col("person").is_not_null())
    holders = (
        of_kind(persons, *CUSTODY_BEGINS)
        .filter(pl.col("party").is_not_null())
        .group_by("person", "first")
        .agg(holder=pl.col("party").max())
        .sort("first", "person")
    )
    return Standing(_categories(persons, table), holders, _custody(persons, holders), _site_party(frame))


def _from_day(rows: pl.DataFrame, since: pl.DataFrame, column: str) -> pl.DataFrame:
    """Join the value in force on the day `first`; before the first one known, the first one known."""
    earliest = since.group_by("person").agg(pl.col(column).sort_by("first").first().alias("_earliest"))
    joined = rows.sort("first").join_asof(since, on="first", by="person", check_sortedness=False)
    joined = joined.join(earliest, on="person", how="left", maintain_order="left")
    return joined.with_columns(pl.coalesce(column, "_earliest").alias(column)).drop("_earliest")


def _categories(persons: pl.DataFrame, table: EventTable) -> pl.DataFrame:
    """Give person, first, category. Once in doubt, only a tribunal's decision settles it (GC III 5)."""
    rows = of_kind(persons, *CATEGORY_KINDS)
    named = table.attributes.get("category", pl.DataFrame(schema={"line": pl.UInt32, "value": pl.String}))
    code = pl.col("value").replace_strict(
        [str(c) for c in CATEGORIES], list(CATEGORY_CODE.values()), default=None, return_dtype=pl.UInt8
    )
    is_kind = {kind: pl.col("kind") == code_of(kind) for kind in CATEGORY_KINDS}
    rows = rows.join(named, on="line", how="left").with_columns(
        category=pl.when(is_kind[Kind.STATUS_DOUBT]).then(_DOUBT)
        .when(is_kind[Kind.BIRTH]).then(_CIVILIAN)  # a child born in a camp is no prisoner
        .when(is_kind[Kind.INTERNMENT]).then(pl.coalesce(code, _CIVILIAN))
        .otherwise(code).cast(pl.UInt8),
        tribunal=is_kind[Kind.TRIBUNAL_DECISION],
    ).filter(pl.col("category").is_not_null())  # fmt: skip
    rows = _one_a_day(rows).sort("person", "first")
    settles = pl.when(pl.col("tribunal")).then(0).when(pl.col("category") == _DOUBT).then(1).otherwise(None)
    in_doubt = settles.forward_fill().over("person").fill_null(0) == 1
    rows = rows.with_columns(category=pl.when(in_doubt).then(_DOUBT).otherwise(pl.col("category")).cast(pl.UInt8))
    return rows.select("person", "first", "category").sort("first", "person")


def _one_a_day(rows: pl.DataFrame) -> pl.DataFrame:
    """A tribunal's word wins; otherwise two categories on one day are a doubt."""
    day = rows.group_by("person", "first", "tribunal").agg(
        category=pl.when(pl.col("category").n_unique() == 1).then(pl.col("category").first()).otherwise(_DOUBT)
    )
    return day.sort("tribunal").unique(["person", "first"], keep="last", maintain_order=True)


def _custody(persons: pl.DataFrame, holders: pl.DataFrame) -> pl.DataFrame:
    begins = of_kind(persons, *CUSTODY_BEGINS).select("person", "first", held=pl.lit(True))
    ends = of_kind(persons, *CUSTODY_ENDS).filter(pl.col("flag") == 0).select("person", "first", held=pl.lit(False))
    steps = pl.concat([begins, ends]).sort("person", "first", "held", descending=[False, False, True])
    turned = pl.col("held") != pl.col("held").shift(1).over("person").fill_null(False)
    steps = steps.filter(turned).with_columns(ends=pl.col("first").shift(-1).over("person"))
    held = steps.filter(pl.col("held")).select("person", "first", "ends").sort("first")
    held = held.join_asof(holders, on="first", by="person", check_sortedness=False)
    return held.rename({"first": "begins"})


def _site_party(frame: pl.DataFrame) -> pl.DataFrame:
    sites = frame.filter(pl.col("site").is_not_null())
    opened = of_kind(sites, Kind.SITE_OPENED).group_by("site").agg(opened=pl.col("first").min())
    party = (
        sites.filter(pl.col("party").is_not_null())
        .sort("first", "party")
        .group_by("site", maintain_order=True)
        .agg(holder=pl.col("party").last())
    )
    return sites.select("site").unique().join(party, on="site", how="left").join(opened, on="site", how="left")
