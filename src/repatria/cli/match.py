"""`repatria match`: who is who across two lists, with reasons."""

import os
from pathlib import Path

import click
import polars as pl

from repatria.cli.screen import existing_file, print_json, progress, say
from repatria.i18n import _, ngettext
from repatria.whole_file import whole_file


@click.command(name="match")
@click.argument("left", type=click.Path(path_type=Path))
@click.argument("right", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Write the proposed pairs here (CSV).")
@click.option("--all", "everything", is_flag=True, help="Also the candidates that were rejected (decision: no).")
@click.option("--json", "as_json", is_flag=True, help="Print counts and thresholds as one JSON document.")
@click.option("--columns", multiple=True, metavar="HEADING=COLUMN", help="Say what a heading means; may repeat.")
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
    threads: int,
    seed: int,
) -> None:
    """Find who is who across the lists LEFT and RIGHT (CSV, XLSX, PFIF), each pair with a probability and reasons.

    Nothing is confirmed by this: a match is a proposal, a review line is for a person to look at.
    """
    from repatria.matching import Settings, find_repeats, reconcile
    from repatria.people import list_frame

    headings = _headings(columns)
    frames = []
    for path in (left, right):
        frame, aloud = list_frame(existing_file(path), headings or None)
        for sentence in aloud:
            say(sentence)
        frames.append(frame)
    same = frames[0].drop("file").equals(frames[1].drop("file"))
    if same:
        say(_("both files hold the same list: its own repeats are looked for"))
    with progress(_("Comparing the lists")):
        settings = Settings(threads=threads, seed=seed)
        if same:
            table = find_repeats(frames[0], settings).table(everything)
        else:
            table = reconcile(frames[0], frames[1], settings).table(everything)
    with whole_file(out) as file:
        table.write_csv(file)
    _report(table, frames, out, as_json)


def _headings(columns: tuple[str, ...]) -> dict[str, str]:
    pairs = [text.partition("=") for text in columns]
    wrong = [text for text, equals, _column in pairs if not equals]
    if wrong:
        raise click.BadParameter(_("write HEADING=COLUMN, for example “Прізвище=surname”"), param_hint="--columns")
    return {heading: column for heading, _equals, column in pairs}


def _report(table: pl.DataFrame, frames: list[pl.DataFrame], out: Path, as_json: bool) -> None:
    counts = dict(table["decision"].value_counts().iter_rows())
    matches, reviews = counts.get("match", 0), counts.get("review", 0)
    if as_json:
        print_json(
            {
                "left_rows": frames[0].height,
                "right_rows": frames[1].height,
                "match": matches,
                "review": reviews,
                "out": str(out),
            }
        )
        return
    say(
        ngettext("{count} pair is proposed as a match", "{count} pairs are proposed as matches", matches).format(
            count=matches
        )
    )
    say(
        ngettext(
            "{count} pair is for a person to look at", "{count} pairs are for a person to look at", reviews
        ).format(count=reviews)
    )
    say(_("written to {file}; nothing is confirmed until a person confirms it").format(file=out))
