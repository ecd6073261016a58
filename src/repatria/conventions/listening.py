"""Which events a rule hears: kinds, attributes, and party-wide events that reach every person or site it holds."""

from dataclasses import dataclass, field
from typing import ClassVar

import polars as pl

from repatria.conventions.kinds import Kind
from repatria.conventions.missing import CODE
from repatria.conventions.rules import On, Rule, on
from repatria.conventions.standing import CATEGORY_CODE, Standing
from repatria.conventions.table import KINDS, EventTable
from repatria.conventions.vocabulary import About, Category

_NO_VALUES = pl.DataFrame(schema={"line": pl.UInt32, "value": pl.String})

# The rule that also asks about whoever is held while the record does not say what he is in law (GC III 5).
ASKS_FOR_CATEGORY = "III-5-tribunal"
HELD = on(Kind.CAPTURE, Kind.ARRIVAL_AT_SITE)


@dataclass
class Ears:
    """The events that stand, split by kind, with category and holder added to those on persons."""

    rows: dict[str, pl.DataFrame]
    standing: Standing
    table: EventTable
    _heard: dict[tuple[On, About], pl.DataFrame] = field(default_factory=dict)

    _EMPTY: ClassVar[dict[str, pl.DataType | type[pl.DataType]]] = {
        "line": pl.UInt32, "person": pl.UInt32, "site": pl.UInt32, "party": pl.UInt32, "first": pl.Date,
        "last": pl.Date, "entered": pl.Date, "flag": pl.UInt8, "category": pl.UInt8, "holder": pl.UInt32,
    }  # fmt: skip

    @classmethod
    def of(cls, frame: pl.DataFrame, standing: Standing, table: EventTable) -> "Ears":
        """Place every event and split them by kind."""
        on_persons = standing.place(frame.filter(pl.col("person").is_not_null()))
        others = frame.filter(pl.col("person").is_null()).with_columns(
            category=pl.lit(None, dtype=pl.UInt8), holder=pl.col("party")
        )
        columns = ["kind", *cls._EMPTY]
        both = pl.concat([on_persons.select(columns), others.select(columns)])
        parts = both.partition_by("kind", as_dict=True, include_key=False)
        return cls({KINDS[key[0]]: part for key, part in parts.items()}, standing, table)

    def hear(self, ons: tuple[On, ...], about: About) -> pl.DataFrame:
        """Give the events that `ons` name: subject, first, last, entered, flag, ask, category, holder, kind."""
        heard = [self._one(one, about) for one in ons]
        return pl.concat(heard) if heard else self._one_empty(about)

    def may_start(self, rule: Rule) -> bool:
        """Is there any event in the record that could begin a duty of `rule`?"""
        also = HELD if rule.id == ASKS_FOR_CATEGORY else ()
        return any(one.kind in self.rows for one in (*rule.starts, *also))

    def starts(self, rule: Rule) -> pl.DataFrame:
        """Give the events that begin the duty of `rule`, for persons of its categories."""
        rows = pl.concat([self.hear(rule.starts, rule.about), *self._reached(rule)])
        if rule.about is About.PERSON and len(rule.applies_to) < len(Category):
            rows = rows.filter(pl.col("category").is_in([CATEGORY_CODE[one] for one in rule.applies_to]))
        return rows

    def value(self, rows: pl.DataFrame, attribute: str) -> pl.DataFrame:
        """Add a column named like `attribute` to rows that have `line`."""
        values = self.table.attributes.get(attribute, _NO_VALUES).rename({"value": attribute})
        return rows.join(values, on="line", how="left")

    def _one(self, one: On, about: About) -> pl.DataFrame:
        if (one, about) not in self._heard:
            self._heard[one, about] = self._listen(one, about)
        return self._heard[one, about]

    def _listen(self, one: On, about: About) -> pl.DataFrame:
        rows = self.rows.get(one.kind)
        if rows is None:
            return self._one_empty(about)
        rows = rows.filter(pl.col(about.value).is_not_null())
        ask = pl.lit(0)
        if one.attribute is not None:
            rows = self.value(rows, one.attribute)
            missing = pl.col(one.attribute).is_null()
            fits = pl.col(one.attribute).is_in([v for v in one.values if v is not None]).fill_null(False)
            rows = rows.filter(fits | (missing if one.ask or None in one.values else pl.lit(False)))
            ask = pl.when(missing & pl.lit(one.ask)).then(CODE[one.attribute]).otherwise(ask)
        if one.and_yes is not None:
            rows = self.value(rows, one.and_yes)
            rows = rows.filter((pl.col(one.and_yes) != "no").fill_null(True))
            ask = pl.when(pl.col(one.and_yes).is_null()).then(CODE[one.and_yes]).otherwise(ask)
        return _shape(rows.with_columns(ask=ask.cast(pl.UInt8)), one, about)

    def _one_empty(self, about: About) -> pl.DataFrame:
        empty = pl.DataFrame(schema={**self._EMPTY, "ask": pl.UInt8})
        return _shape(empty, None, about)

    def _reached(self, rule: Rule) -> list[pl.DataFrame]:
        """Give the party-wide beginnings of a rule on persons or sites, one for each person or site of the party.

        Counted from the event, or from the day the person was captured (the site opened) if that came later.
        """
        if rule.about is About.PARTY:
            return []
        wide = [self.hear((one,), About.PARTY) for one in rule.starts]
        rows = (
            pl.concat(wide)
            .filter(pl.col("alone"))
            .select("line", "subject", "first", "last", "entered", "flag", "ask")
        )
        if rows.is_empty():
            return []
        rows = rows.rename({"subject": "holder"})
        return [self._to_persons(rows) if rule.about is About.PERSON else self._to_sites(rows)]

    def _to_persons(self, rows: pl.DataFrame) -> pl.DataFrame:
        held = self.standing.custody.filter(pl.col("holder").is_not_null())
        joined = rows.join(held, on="holder").filter(
            pl.col("ends").is_null() | (pl.col("ends") > pl.col("last"))
        )  # fmt: skip
        joined = _later_of(joined, "begins").with_columns(
            party=pl.col("holder"), site=pl.lit(None, dtype=pl.UInt32)
        )
        placed = self.standing.place(joined.drop("holder", "begins", "ends"))
        return _shape(placed.with_columns(pl.col("ask").cast(pl.UInt8)), None, About.PERSON)

    def _to_sites(self, rows: pl.DataFrame) -> pl.DataFrame:
        joined = _later_of(rows.join(self.standing.site_party, on="holder"), "opened")
        placed = joined.with_columns(
            category=pl.lit(None, dtype=pl.UInt8), person=pl.lit(None, dtype=pl.UInt32), party=pl.col("holder")
        )
        return _shape(placed, None, About.SITE)


def _later_of(rows: pl.DataFrame, column: str) -> pl.DataFrame:
    return rows.with_columns(first=pl.max_horizontal("first", column), last=pl.max_horizontal("last", column))


def _shape(rows: pl.DataFrame, one: On | None, about: About) -> pl.DataFrame:
    """Bring rows to one shape. `alone`: the event names nobody narrower than the party."""
    return rows.select(
        "line",
        pl.col(about.value).alias("subject"), "first", "last", "entered", "flag", "ask", "category",
        pl.col("holder") if about is About.PERSON else pl.coalesce("party", "holder").alias("holder"),
        kind=pl.lit(None if one is None else str(one.kind), dtype=pl.String),
        alone=pl.col("person").is_null() & pl.col("site").is_null(),
    )  # fmt: skip
