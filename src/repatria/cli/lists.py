"""``repatria lists``: check the lists that the sides send, and write them in another form."""

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import click
from rich import box
from rich.table import Table
from rich.text import Text

from repatria.cli.screen import CannotRead, data_folder, paper, progress, say
from repatria.i18n import _, isolate, ngettext
from repatria.people import (
    BadColumns,
    DateStyle,
    Decisions,
    Effect,
    Publisher,
    Reading,
    Rejected,
    Sender,
    in_words,
    parse_columns,
    read_lists,
    recall,
    remember,
    write_list,
    write_pfif,
    write_report,
)

SHOWN_ROWS = 20
PREVIEWED_ROWS, PREVIEWED_COLUMNS = 3, 5


@click.group("lists")
def command() -> None:
    """Check the lists that the sides send, and write them in another form."""


def deciding(function: Any) -> Any:
    """Add the options with which a person settles what a list leaves open."""
    for option in reversed(_DECISIONS):
        function = option(function)
    return function


_DECISIONS = (
    click.option("--encoding", help="Encoding of the text: utf-8, cp1251, koi8-u, cp1256, ..."),
    click.option(
        "--columns",
        help="What their columns hold: 'their heading=our_field,...' or a JSON file; 'ignore' skips one.",
    ),
    click.option(
        "--heading-row", type=click.IntRange(0), help="Row of the heading; 0: there is none, columns are 1, 2, ..."
    ),
    click.option("--sheet", help="The one sheet of the workbook to read."),
    click.option(
        "--dates",
        type=click.Choice(["day-first", "month-first"]),
        help="How the sender writes 03/04/1990; without it such a date is asked about.",
    ),
    click.option("--sender", help="Apply what was remembered about this sender."),
)


@command.command("check")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@deciding
@click.option("--remember", "keep", is_flag=True, help="Remember --columns, --encoding and --dates for --sender.")
@click.option("--rows", is_flag=True, help="Give the rows too, as read.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.option("--report", type=click.Path(path_type=Path), help="Save the report for the sender (.csv or .xlsx).")
def check(
    files: tuple[Path, ...],
    keep: bool,
    rows: bool,
    as_json: bool,
    report: Path | None,
    **settled: Any,
) -> None:
    """Read lists (CSV, XLSX, PFIF, or a zip of these), name every bad row, and write nothing.

    A list is read (rows), waits for a person (ask) or cannot be used (refuse). Exit code 1 if any is refused.
    """
    if keep and not settled["sender"]:
        raise click.UsageError(_("--remember needs --sender: whose habit is it?"))
    decisions = _decisions(**settled)
    readings = _read_all(files, decisions)
    if keep:
        _keep(decisions, **settled)
    if report:
        write_report(report, readings)
        say(_("report for the sender: {file}").format(file=report))
    if as_json:
        _print_json(readings, rows)
    else:
        for reading in readings:
            _show(reading, rows)
    click.get_current_context().exit(1 if any(reading.outcome == "refuse" for reading in readings) else 0)


@command.command("write")
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("out", type=click.Path(path_type=Path))
@deciding
@click.option("--domain", help="For PFIF: who owns the record ids, e.g. north.example.")
@click.option("--author", help="For PFIF: who tells it.")
def write(file: Path, out: Path, domain: str | None, author: str | None, **settled: Any) -> None:
    """Write the rows of FILE that go on to OUT: .csv, .xlsx, or .xml (PFIF 1.4).

    Restricted columns (site, captor, health, addresses) are left out, and nothing in OUT can run as a formula.
    """
    pfif = out.suffix.lower() in (".xml", ".pfif")
    if pfif and not (domain and author):
        raise click.UsageError(_("PFIF needs --domain and --author"))
    people = _settled_rows(_read_all((file,), _decisions(**settled)))
    if pfif:
        write_pfif(out, people, Publisher(domain or "", author or "", datetime.now(UTC)))
    else:
        write_list(out, people)
    text = ngettext("{count} row written to {file}", "{count} rows written to {file}", people.height)
    say(text.format(count=people.height, file=out))


def _settled_rows(readings: list[Reading]) -> Any:
    reading = readings[0]
    if len(readings) > 1:
        raise CannotRead(_("{file} holds several lists; write them one by one").format(file=reading.file))
    if reading.refusal or reading.questions:
        raise CannotRead(_("{file}: {why}").format(file=reading.file, why=reading.why))
    left = {(r.sheet, r.row) for r in reading.rejected if r.effect is not Effect.OPEN}
    if left:
        text = ngettext("{count} row does not go on", "{count} rows do not go on", len(left))
        say(text.format(count=len(left)))
    return reading.frame()


# --- what is settled


def _decisions(
    encoding: str | None,
    columns: str | None,
    heading_row: int | None,
    sheet: str | None,
    dates: str | None,
    sender: str | None,
) -> Decisions:
    known = recall(data_folder(), sender) if sender else Sender()
    day_first = known.day_first if dates is None else dates == "day-first"
    style = DateStyle(day_first is not False, confirmed=day_first is not None, reference_day=date.today())
    return Decisions(
        columns=_columns(columns) if columns else None,
        remembered=known.columns,
        heading_row=heading_row,
        encoding=encoding,
        usual_encoding=known.encoding or None,
        sheet=sheet,
        dates=style,
    )


def _columns(text: str) -> dict[str, str]:
    try:
        return parse_columns(text)
    except BadColumns as fault:
        raise click.BadParameter(str(fault), param_hint="--columns") from fault


def _keep(decisions: Decisions, encoding: str | None, dates: str | None, sender: str, **_others: Any) -> None:
    day_first = None if dates is None else dates == "day-first"
    remember(data_folder(), sender, Sender(dict(decisions.columns or {}), encoding or "", day_first))
    say(_("remembered for {sender}").format(sender=sender))


def _read_all(files: tuple[Path, ...], decisions: Decisions) -> list[Reading]:
    readings: list[Reading] = []
    with progress(_("Reading"), len(files)) as steps:
        for done, file in enumerate(files, 1):
            readings += read_lists(file, decisions)
            steps.reached(done)
    return readings


# --- for programs


def _print_json(readings: Iterable[Reading], rows: bool) -> None:
    """Print one document, row by row: a list of a million rows is not copied to be printed."""
    click.echo('{"files": [', nl=False)
    for number, reading in enumerate(readings):
        click.echo(",\n" if number else "\n", nl=False)
        document = json.dumps(_document(reading), ensure_ascii=False)
        click.echo(document if not rows else document[:-1] + ', "rows": [', nl=False)
        if rows:
            for place, cells in enumerate(reading.rows()):
                click.echo((",\n" if place else "\n") + json.dumps(cells, ensure_ascii=False), nl=False)
            click.echo("]}", nl=False)
    click.echo("\n]}")


def _document(reading: Reading) -> dict[str, Any]:
    return {
        "file": reading.file,
        "outcome": reading.outcome,
        "why": reading.why,
        "encoding": reading.encoding,
        "sha256": reading.sha256,
        "heading_row": reading.heading_row,
        "header": reading.header,
        "fields": reading.fields,
        "count": reading.count,
        "notes": reading.notes,
        "rejected": [_rejected(r) for r in reading.rejected],
    }


def _rejected(r: Rejected) -> dict[str, Any]:
    place = {"sheet": r.sheet} if r.sheet else {}
    return {**place, "row": r.row, "column": r.column, "why": r.why, "remedy": r.remedy, "effect": r.effect.value}


# --- for people


def _show(reading: Reading, rows: bool) -> None:
    marks = {"rows": "[green]✓[/]", "ask": "[yellow]?[/]", "refuse": "[red]✗[/]"}
    paper.print(marks[reading.outcome], _plain(f"{reading.file}: {_summary(reading)}"))
    for sentence in [question.text for question in reading.questions] + reading.notes:
        paper.print("  •", _plain(sentence))
    if reading.outcome == "refuse":
        return
    if reading.fields:
        pairs = ", ".join(f"{heading} → {field}" for heading, field in reading.fields.items())
        paper.print("  ", _plain(_("columns: {pairs}").format(pairs=pairs)))
    if rows or reading.questions:
        paper.print(_preview(reading, None if rows else PREVIEWED_ROWS))
    if reading.rejected:
        paper.print(_remarks(reading.rejected))
    if reading.outcome == "ask":
        paper.print("  ", _plain(_next_step(reading)))


def _summary(reading: Reading) -> str:
    if reading.outcome == "refuse":
        return reading.refusal
    counted = ngettext("{count} row", "{count} rows", reading.count).format(count=reading.count)
    if reading.encoding:
        counted = _("{counted}, {encoding}").format(counted=counted, encoding=isolate(reading.encoding))
    if reading.outcome == "rows":
        return _("{counted}: in order").format(counted=counted)
    return _("{counted}: a person must decide").format(counted=counted)


def _preview(reading: Reading, most: int | None) -> Table:
    """Show the first columns that are known (all are, when none is): enough to judge by eye."""
    known = [i for i, field in enumerate(reading.columns) if field] or list(range(len(reading.columns)))
    shown = known[:PREVIEWED_COLUMNS] if most else range(len(reading.columns))
    table = Table(title=_("as read"), title_justify="left", box=box.SIMPLE_HEAD)
    for column in shown:
        table.add_column(_plain(reading.labels[column]))
    for cells in islice(reading.rows(), most):
        table.add_row(*(_plain(cells[column]) for column in shown))
    return table


def _remarks(rejected: list[Rejected]) -> Table:
    table = Table(_("row"), _("column"), _("why"), _("what to do"), _("the row"), box=box.SIMPLE_HEAD)
    for r in rejected[:SHOWN_ROWS]:
        place = f"{r.sheet} {r.row}".strip()
        table.add_row(_plain(place), _plain(r.column), r.why, r.remedy, in_words(r.effect))
    if len(rejected) > SHOWN_ROWS:
        more = len(rejected) - SHOWN_ROWS
        table.caption = ngettext("and {n} more", "and {n} more", more).format(n=more)
    return table


def _next_step(reading: Reading) -> str:
    if reading.questions:
        return _("Next: settle the points above, then check again; --sender NAME --remember keeps the answer.")
    return _("Next: give the sender the report (--report FILE.csv); the other rows can go on.")


def _plain(text: str) -> Text:
    """Show a text of the list's own as it stands: no markup, and nothing that steers the terminal."""
    return Text("".join(c if c.isprintable() else "·" for c in text))
