"""`repatria match`: who is who across two lists, with reasons."""

import os
import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import copy_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from repatria.cli.screen import existing_file, messages, print_json, progress, say
from repatria.i18n import _, ngettext
from repatria.whole_file import whole_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    import polars as pl

    from repatria.matching import Progress, Reconciliation, Settings, Stage

_SHOWN_WARNINGS = 5


class Amount(click.ParamType[int]):
    """An amount of memory: 800M, 4G, or a number of bytes."""

    name = "SIZE"
    _UNITS = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30, "T": 1 << 40}  # noqa: RUF012

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Give the amount in bytes."""
        found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([KMGT]?)i?B?", str(value).strip(), re.IGNORECASE)
        if not found:
            self.fail(_("write an amount of memory as 800M or 4G"), param, ctx)
        return int(float(found[1]) * self._UNITS[found[2].upper()])


@click.command(name="match")
@click.argument("left", type=click.Path(path_type=Path))
@click.argument("right", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Write the proposed pairs here (CSV).")
@click.option("--all", "everything", is_flag=True, help="Also the candidates that were rejected (decision: no).")
@click.option("--json", "as_json", is_flag=True, help="Print counts and warnings as one JSON document.")
@click.option(
    "--columns",
    multiple=True,
    metavar="HEADING=COLUMN",
    help="Say what a heading means (or HEADING=ignore); may repeat.",
)
@click.option(
    "--decisions",
    type=click.Path(path_type=Path),
    help="What people have decided (CSV: left_id, right_id, decision; same or different). It holds, and teaches.",
)
@click.option(
    "--repeats", type=click.Path(path_type=Path), help="Write here (CSV) which rows of one list are one person."
)
@click.option(
    "--engine",
    type=click.Choice(["threads", "spark"]),
    default="threads",
    show_default=True,
    help="Where the work is done; the result is the same.",
)
@click.option("--memory", type=Amount(), help="Most memory to use, such as 4G; the rest goes to the disk.")
@click.option("--threads", type=click.IntRange(min=1), default=lambda: os.cpu_count() or 1, help="Threads to use.")
@click.option(
    "--seed", type=int, default=0, show_default=True, help="Seed of the random pairs that weights learn from."
)
def command(
    left: Path,
    right: Path,
    out: Path,
    everything: bool,
    as_json: bool,
    columns: tuple[str, ...],
    decisions: Path | None,
    repeats: Path | None,
    engine: str,
    memory: int | None,
    threads: int,
    seed: int,
) -> None:
    """Find who is who across the lists LEFT and RIGHT (CSV, XLSX, PFIF), each pair with a probability and reasons.

    Nothing is confirmed by this: a match is a proposal, a review line is for a person to look at.
    """
    from repatria.matching import Settings

    settings = Settings(threads=threads, memory=memory, seed=seed)
    frames = _read([existing_file(path) for path in (left, right)], _headings(columns), settings)
    if decisions:
        settings = _with_decisions(existing_file(decisions), frames, settings)
    rows = [frame.height for frame in frames]
    document: dict[str, Any] = {"left_rows": rows[0], "right_rows": rows[1]}
    with _shown(_("Comparing the lists")) as reached:
        if _hold_the_same(frames):
            table, found = _repeats_of(frames[0], settings, everything, reached), None
        else:
            if repeats:
                document["repeats"] = _write_repeats(frames, settings, repeats, reached)
            found = _reconciled(frames, settings, engine, reached)
            table = found.table(everything, reached)
    with whole_file(out) as file:
        table.write_csv(file)
    _report(table, found, out, as_json, document)


def _read(paths: list[Path], headings: dict[str, str], settings: "Settings") -> "list[pl.DataFrame]":
    """Read both lists, at the same time where there are threads; say aloud what is to be said of each."""
    from repatria.matching import check_files
    from repatria.people import list_frame

    check_files(settings.memory, [path.stat().st_size for path in paths])
    with ThreadPoolExecutor(min(2, settings.threads)) as pool:
        work = [pool.submit(copy_context().run, list_frame, path, headings or None) for path in paths]
        read = [one.result() for one in work]
    for _frame, aloud in read:
        for sentence in aloud:
            say(sentence)
    return _with_common_columns([frame for frame, _aloud in read], headings)


def _with_common_columns(frames: "list[pl.DataFrame]", headings: dict[str, str]) -> "list[pl.DataFrame]":
    """Keep the further columns that both lists have, and name them."""
    from repatria.people import LINKAGE

    usual = {*LINKAGE, "row", "sheet", "file"}
    unwanted = {heading.casefold() for heading, column in headings.items() if column == "ignore"}
    common = [
        name
        for name in frames[0].columns
        if name not in usual and name in frames[1].columns and name not in unwanted
    ]
    if common:
        say(_("also compared, as both lists have them: {columns}").format(columns=", ".join(common)))
    return [frame.select(*(name for name in frame.columns if name in usual), *common) for frame in frames]


def _with_decisions(path: Path, frames: "list[pl.DataFrame]", settings: "Settings") -> "Settings":
    from dataclasses import replace

    from repatria.matching import read_decisions

    decided, both = read_decisions(path)
    if both:
        say(
            ngettext(
                "{file}: {count} pair is said to be same and different; it counts as different",
                "{file}: {count} pairs are said to be same and different; they count as different",
                both,
            ).format(file=path, count=both)
        )
    unknown = decided.unknown(frames[0]["id"], frames[1]["id"])
    if unknown:
        say(
            ngettext(
                "{file}: {count} decision is about a row that is not in these lists",
                "{file}: {count} decisions are about rows that are not in these lists",
                unknown,
            ).format(file=path, count=unknown)
        )
    return replace(settings, decisions=decided)


def _hold_the_same(frames: "list[pl.DataFrame]") -> bool:
    same = frames[0].height == frames[1].height and frames[0].drop("file").equals(frames[1].drop("file"))
    if same:
        say(_("both files hold the same list: its own repeats are looked for"))
    return same


def _reconciled(
    frames: "list[pl.DataFrame]", settings: "Settings", engine: str, reached: "Progress"
) -> "Reconciliation":
    """Reconcile the lists, which are let go on the way: they may be most of the memory."""
    from repatria.matching import reconcile

    if engine == "threads":
        return reconcile(frames.pop(0), frames.pop(0), settings, reached)
    from repatria.matching.spark import local_session, reconcile_on_spark

    session = local_session(settings.threads, settings.memory)
    try:
        return reconcile_on_spark(session, frames.pop(0), frames.pop(0), settings, reached)
    finally:
        session.stop()


def _repeats_of(
    frame: "pl.DataFrame", settings: "Settings", everything: bool, reached: "Progress"
) -> "pl.DataFrame":
    from repatria.matching import find_repeats

    return find_repeats(frame, settings, reached).table(everything, reached)


def _write_repeats(
    frames: "list[pl.DataFrame]", settings: "Settings", path: Path, reached: "Progress"
) -> dict[str, int]:
    """Write the repeats inside each list; give how many pairs are proposed in each."""
    from dataclasses import replace

    import polars as pl

    from repatria.matching import Decisions

    undecided = replace(settings, decisions=Decisions())  # Decisions are about pairs across the lists.
    tables = [
        _repeats_of(frame, undecided, everything=False, reached=reached).insert_column(
            0, pl.lit(side).alias("list")
        )
        for frame, side in zip(frames, ("left", "right"), strict=True)
    ]
    with whole_file(path) as file:
        pl.concat(tables).rename({"left_id": "id", "right_id": "id2"}).write_csv(file)
    return {table["list"][0]: int((table["decision"] == "match").sum()) for table in tables if table.height}


def _headings(columns: tuple[str, ...]) -> dict[str, str]:
    pairs = [text.partition("=") for text in columns]
    wrong = [text for text, equals, _column in pairs if not equals]
    if wrong:
        raise click.BadParameter(_("write HEADING=COLUMN, for example “Прізвище=surname”"), param_hint="--columns")
    return {heading: column for heading, _equals, column in pairs}


@contextmanager
def _shown(task: str) -> "Iterator[Progress]":
    """Show on a terminal which stage the work is in and how far."""
    with progress(task) as steps:

        def reached(stage: "Stage", done: int, total: int) -> None:
            steps.named(_stages()[stage])
            steps.reached(done, total or None)

        yield reached


def _stages() -> dict[str, str]:
    return {
        "coding": _("Reading names, dates and places"),
        "learning": _("Learning the weights"),
        "candidates": _("Looking for pairs worth comparing"),
        "comparing": _("Comparing pairs"),
        "deciding": _("Working out probabilities"),
        "reasons": _("Writing down the reasons"),
    }


def _report(
    table: "pl.DataFrame", found: "Reconciliation | None", out: Path, as_json: bool, document: dict[str, Any]
) -> None:
    counts = dict(table["decision"].value_counts().iter_rows())
    matches, reviews = counts.get("match", 0), counts.get("review", 0)
    warnings = [one.in_words() for one in found.contradictions()] if found else []
    if as_json:
        print_json(document | {"match": matches, "review": reviews, "contradictions": warnings, "out": str(out)})
        return
    said = (
        ngettext("{count} pair is proposed as a match", "{count} pairs are proposed as matches", matches),
        ngettext("{count} pair is for a person to look at", "{count} pairs are for a person to look at", reviews),
    )
    for sentence, count in zip(said, (matches, reviews), strict=True):
        say(sentence.format(count=count))
    _warn(warnings)
    say(_("written to {file}; nothing is confirmed until a person confirms it").format(file=out))


def _warn(warnings: list[str]) -> None:
    if not warnings:
        return
    text = ngettext(
        "{count} group of matches contradicts itself; look at it first:",
        "{count} groups of matches contradict themselves; look at these first:",
        len(warnings),
    )
    messages.print(text.format(count=len(warnings)), style="bold", markup=False)
    for warning in warnings[:_SHOWN_WARNINGS]:
        say(f"  {warning}")
    if len(warnings) > _SHOWN_WARNINGS:
        say("  " + _("the others are named in the reasons of their pairs"))
