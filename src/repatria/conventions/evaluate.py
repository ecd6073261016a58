"""From events and a date to duties: every rule reads the record once, column by column."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

import polars as pl

from repatria.conventions import clocks
from repatria.conventions.contradictions import of_kind, set_aside, without_withdrawn
from repatria.conventions.duties import Duties, Whose
from repatria.conventions.events import Event
from repatria.conventions.kinds import PLANNED, Kind
from repatria.conventions.listening import ASKS_FOR_CATEGORY, HELD, Ears
from repatria.conventions.missing import BOUND_BY, CATEGORY, CODE
from repatria.conventions.policy import Parties, Policy
from repatria.conventions.rules import Before, Bound, Every, Holds, Rule, Soft, Standing, Within, on
from repatria.conventions.standing import CATEGORY_CODE, standing_of
from repatria.conventions.table import EventTable
from repatria.conventions.treaty import RULES
from repatria.conventions.vocabulary import About, Category

_LONG_AGO = date(1899, 12, 31)
_PLANNED = [str(kind) for kind in PLANNED]
_NO_POLICY, _NO_PARTIES = Policy(), Parties()


def evaluate(
    events: EventTable | Iterable[Event],
    as_of: date,
    policy: Policy = _NO_POLICY,
    parties: Parties = _NO_PARTIES,
    rules: Mapping[str, Rule] = RULES,
) -> Duties:
    """Work out every duty that the events give rise to, as the clocks stand at the end of `as_of`.

    All that is known counts, also what was entered after `as_of`; what happened after `as_of` is not yet done.
    The order of `events` does not matter.
    """
    table = events if isinstance(events, EventTable) else EventTable.of(events)
    frame, problems = set_aside(table)
    ears = Ears.of(frame, standing_of(frame, table), table)
    found = [clocks.no_answers().with_columns(rule=pl.lit(0, dtype=pl.UInt16))]
    for number, rule in enumerate(rules.values()):
        if ears.may_start(rule):
            rows = _bound(_read(rule, ears, as_of, policy), rule, parties, table)
            found.append(rows.with_columns(rule=pl.lit(number, dtype=pl.UInt16)))
    return Duties(as_of, policy, rules, pl.concat(found), table, _whose(table), tuple(problems))


def _read(rule: Rule, ears: Ears, as_of: date, policy: Policy) -> pl.DataFrame:
    match rule.clock:
        case Within(length):
            return _within(rule, ears, as_of, length)
        case Soft():
            days = policy.days_for(rule.id)
            return _within(rule, ears, as_of, None if days is None else f"{days}d")
        case Every(length):
            return _every(rule, ears, as_of, length)
        case Before():
            return _before(rule, ears, as_of, policy.days_for(rule.id) or rule.clock.days)
        case Holds():
            return _holds(rule, rule.clock, ears, as_of)
        case Standing():
            return _standing(rule, ears, as_of)


def _begun(rule: Rule, ears: Ears) -> pl.DataFrame:
    """Give one row for each beginning: two events of one day are one."""
    rows = ears.starts(rule)
    if rule.given is not None:
        rows = _given(rows, ears.hear((rule.given,), rule.about))
    if rule.id == ASKS_FOR_CATEGORY:
        rows = pl.concat([rows, _without_category(ears)])
    rows = (
        rows.sort("line")
        .sort("ask", "flag")
        .unique(["subject", "first", "last"], keep="first", maintain_order=True)
    )
    return rows.rename({"first": "start1", "last": "start2"})


def _given(rows: pl.DataFrame, before: pl.DataFrame) -> pl.DataFrame:
    earliest = before.group_by("subject").agg(_given=pl.col("first").min())
    return rows.join(earliest, on="subject").filter(pl.col("_given") <= pl.col("last")).drop("_given")


def _without_category(ears: Ears) -> pl.DataFrame:
    """Whoever is held while the record does not say what he is in law: protected as a prisoner, and asked about."""
    held = ears.hear(HELD, About.PERSON)
    unknown = held.filter(pl.col("category") == CATEGORY_CODE[Category.UNKNOWN]).sort("first", "line")
    unknown = unknown.unique("subject", keep="first", maintain_order=True)
    return unknown.with_columns(ask=pl.lit(CODE[CATEGORY], dtype=pl.UInt8))


def _ends(rows: pl.DataFrame, rule: Rule, ears: Ears, key: str = "start1") -> pl.DataFrame:
    ends = ears.hear(rule.ends, rule.about).filter(pl.col("flag") == 0)
    if rule.about is About.SITE:
        ends = pl.concat([ends, _of_whole_party(rule, ears)])
    return clocks.next_after(rows, ends, key, "end")


def _of_whole_party(rule: Rule, ears: Ears) -> pl.DataFrame:
    wide = ears.hear(rule.ends, About.PARTY).filter(pl.col("alone"))
    sites = ears.standing.site_party.select("holder", "site")
    return wide.drop("holder").join(sites, left_on="subject", right_on="holder").with_columns(
        subject=pl.col("site"), holder=pl.col("subject")
    ).select(wide.columns)  # fmt: skip


def _within(rule: Rule, ears: Ears, as_of: date, length: str | None) -> pl.DataFrame:
    rows = _begun(rule, ears).with_columns(lower=pl.col("start1"))
    if rule.since is not None:
        rows = _since(rows, ears.hear(on(rule.since), rule.about))
    rows = clocks.next_after(rows, ears.hear(rule.met_by, rule.about), "lower", "met")
    return clocks.read_within(clocks.with_length(_ends(rows, rule, ears), length), as_of)


def _since(rows: pl.DataFrame, earlier: pl.DataFrame) -> pl.DataFrame:
    """Let what was done since an earlier event count, where no other beginning lies between the two."""
    rows = rows.sort("start1").with_columns(_previous=pl.col("start1").shift(1).over("subject"))
    since = earlier.select("subject", _since=pl.col("first")).sort("_since")
    rows = rows.join_asof(
        since, left_on="start1", right_on="_since", by="subject", check_sortedness=False, coalesce=False
    )
    counts = pl.col("_since").is_not_null() & (
        pl.col("_previous").is_null() | (pl.col("_previous") <= pl.col("_since"))
    )
    return rows.with_columns(lower=pl.when(counts).then("_since").otherwise("lower")).drop("_since", "_previous")


def _every(rule: Rule, ears: Ears, as_of: date, length: str) -> pl.DataFrame:
    """Count a gap from the opening and from each time it was done; each gap is a duty of its own."""
    opening, done = _begun(rule, ears), ears.hear(rule.met_by, rule.about)
    rows = _gaps(opening, done, ears.hear(rule.ends, rule.about).filter(pl.col("flag") == 0))
    rows = clocks.next_after(rows, done, "start1", "met", same_day=False)
    return clocks.read_within(clocks.with_length(_ends(rows, rule, ears), length), as_of)


def _gaps(opening: pl.DataFrame, done: pl.DataFrame, ends: pl.DataFrame) -> pl.DataFrame:
    steps = pl.concat(
        [
            _steps(opening.rename({"start1": "first", "start2": "last"}), 0),
            _steps(done.join(opening.select("subject").unique(), on="subject", how="semi"), 1),
            _steps(ends, 2),
        ]
    ).sort("subject", "first", "step", "last")
    running = (
        pl.col("step").replace_strict([0, 1, 2], [1, None, 0], return_dtype=pl.Int8).forward_fill().over("subject")
    )
    steps = steps.with_columns(running=running)
    before = pl.col("running").shift(1).over("subject").fill_null(0)
    opens = ((pl.col("step") == 0) & (before == 0)) | ((pl.col("step") == 1) & (pl.col("running") == 1))
    ask = pl.when(pl.col("step") == 0).then("ask").otherwise(None).forward_fill().over("subject")
    gaps = steps.with_columns(ask=ask.fill_null(0)).filter(opens)
    gaps = gaps.sort("first", "step").unique(["subject", "first", "last"], keep="first", maintain_order=True)
    return gaps.rename({"first": "start1", "last": "start2"})


def _steps(rows: pl.DataFrame, step: int) -> pl.DataFrame:
    return rows.select("subject", "first", "last", "flag", "ask", "holder", step=pl.lit(step, dtype=pl.UInt8))


def _before(rule: Rule, ears: Ears, as_of: date, days: int) -> pl.DataFrame:
    rows = _begun(rule, ears).with_columns(planned=pl.col("kind").is_in(_PLANNED).fill_null(False))
    rows = _after_last_time(rows)
    rows = clocks.next_after(rows, ears.hear(rule.met_by, rule.about), "lower", "met", same_day=False)
    rows = rows.with_columns(
        called_off=pl.when("planned").then(pl.col("entered") + timedelta(days=1)).otherwise("start1"),
        due1=pl.col("start1") - timedelta(days=days), due2=pl.col("start2") - timedelta(days=days),
    )  # fmt: skip
    return clocks.read_before(_ends(rows, rule, ears, "called_off"), as_of, same_day=days == 0)


def _after_last_time(rows: pl.DataFrame) -> pl.DataFrame:
    """Only what was done after the last such event counts for the next one (`lower`, exclusive)."""
    took_place = rows.filter(~pl.col("planned")).select("subject", lower="start2").sort("lower")
    joined = rows.sort("start1").join_asof(
        took_place, left_on="start1", right_on="lower", by="subject",
        allow_exact_matches=False, check_sortedness=False, coalesce=False,
    )  # fmt: skip
    return joined.with_columns(pl.col("lower").fill_null(_LONG_AGO))


def _standing(rule: Rule, ears: Ears, as_of: date) -> pl.DataFrame:
    rows = _begun(rule, ears).with_columns(kept=pl.lit(False))
    return clocks.read_breach(_remedied(rows, rule, ears), as_of)


def _holds(rule: Rule, clock: Holds, ears: Ears, as_of: date) -> pl.DataFrame:
    rows = ears.starts(rule).rename({"first": "start1", "last": "start2"})
    kept, ask = pl.lit(True), pl.lit(0)
    for bound in reversed(clock.bounds):
        rows = ears.value(rows, bound.attribute)
        kept = _fits(bound) & kept
        ask = pl.when(pl.col(bound.attribute).is_null()).then(CODE[bound.attribute]).otherwise(ask)
    if clock.unless is not None:
        excuse, value = clock.unless
        rows = ears.value(rows, excuse)
        excused = pl.col(excuse) == value
        # Where the excuse itself is not recorded, a number that falls short is still an open question.
        kept = (
            pl.when(excused.fill_null(False))
            .then(True)
            .when(kept | excused.is_not_null())
            .then(kept)
            .otherwise(None)
        )
        ask = pl.when(ask > 0).then(ask).otherwise(CODE[excuse])
    rows = rows.with_columns(kept=kept).with_columns(ask=pl.when(pl.col("kept").is_null()).then(ask).otherwise(0))
    rows = rows.sort("kept", "line", nulls_last=False).unique(
        ["subject", "start1", "start2"], keep="first", maintain_order=True
    )
    return clocks.read_breach(_remedied(rows, rule, ears), as_of)


def _fits(bound: Bound) -> pl.Expr:
    value = pl.col(bound.attribute)
    if bound.present:
        return value.is_not_null()
    if bound.one_of:
        return value.is_in(list(bound.one_of))
    number, fits = value.cast(pl.Float64, strict=False), pl.lit(True)
    if bound.at_least is not None:
        fits = fits & (number >= bound.at_least)
    if bound.at_most is not None:
        fits = fits & (number <= bound.at_most)
    return pl.when(value == "none").then(True).otherwise(fits)


def _remedied(rows: pl.DataFrame, rule: Rule, ears: Ears) -> pl.DataFrame:
    return clocks.next_after(rows, ears.hear(rule.met_by, rule.about), "start1", "met")


def _bound(rows: pl.DataFrame, rule: Rule, parties: Parties, table: EventTable) -> pl.DataFrame:
    """Leave out duties of parties that the treaty does not bind; where that is not recorded, it cannot be told."""
    answers = [parties.is_bound(party, rule.treaty) for party in table.parties]
    nobody = parties.is_bound(None, rule.treaty)
    if nobody is True and all(answers):
        return rows
    codes = pl.Series("holder", range(len(answers)), dtype=pl.UInt32)
    known = pl.DataFrame({"holder": codes, "bound": pl.Series(answers, dtype=pl.Boolean)})
    joined = rows.join(known, on="holder", how="left").with_columns(
        bound=pl.when(pl.col("holder").is_null()).then(pl.lit(nobody, dtype=pl.Boolean)).otherwise("bound")
    )
    joined = joined.filter(pl.col("bound").fill_null(True))
    unsure = pl.col("bound").is_null() & (pl.col("status") != clocks.MET)
    return joined.with_columns(
        status=pl.when(unsure).then(pl.lit(clocks.CANNOT_TELL, dtype=pl.UInt8)).otherwise("status"),
        missing=pl.when(unsure).then(pl.lit(CODE[BOUND_BY], dtype=pl.UInt8)).otherwise("missing"),
    ).select(rows.columns)  # fmt: skip


def _whose(table: EventTable) -> Whose:
    """Work out each person's own side, and from whom what is known of him is withheld (GC IV 137)."""
    frame, _problems = without_withdrawn(table)
    origins: dict[int, str] = {}
    if "origin" in table.attributes:
        rows = frame.filter(pl.col("person").is_not_null()).join(table.attributes["origin"], on="line")
        rows = rows.sort("first", "value").group_by("person", maintain_order=True).agg(pl.col("value").last())
        origins = dict(rows.iter_rows())
    withheld = of_kind(frame, Kind.INFORMATION_WITHHELD).group_by("person").agg(withheld=pl.col("last").max())
    lifted = of_kind(frame, Kind.WITHHOLDING_ENDED).group_by("person").agg(lifted=pl.col("first").max())
    both = withheld.join(lifted, on="person", how="left")
    still = both.filter((pl.col("lifted") <= pl.col("withheld")).fill_null(True))["person"]
    return Whose(origins, frozenset(still.drop_nulls()))
